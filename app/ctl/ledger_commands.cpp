// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "services/billing/book_exports.h"
#include "services/billing/book_months.h"
#include "services/billing/months.h"

using namespace Qt::StringLiterals;

namespace tenantry::ctl {

namespace {

struct LedgerOptions {
  std::string month;
  std::string reason;
  std::string from, to, asOf;
  std::string file;
};

/// "2026-10"; the option let only such through.
std::chrono::year_month asMonth(const std::string &checked) {
  return billing::monthOf(dayOf(checked + "-01"));
}

Json jsonOf(const std::optional<LocalDay> &day) { return day ? Json(toIso(*day)) : Json(); }

Result<Answer> showClosing(Composition &composition, const LedgerOptions &) {
  TENANTRY_TRY(closed, billing::closedThrough(composition.session()));
  return Answer{{{"closed_through", jsonOf(closed)}},
                closed ? u"The books are closed through %1.\n"_s.arg(toIso(*closed))
                       : u"No month is closed.\n"_s};
}

Result<Answer> close(Composition &composition, const LedgerOptions &options) {
  TENANTRY_TRY(closed, billing::closeMonth(composition.session(), composition.business(),
                                           asMonth(options.month)));
  return Answer{{{"closed_through", toIso(closed)}},
                u"The books are closed through %1.\n"_s.arg(toIso(closed))};
}

Result<Answer> reopen(Composition &composition, const LedgerOptions &options) {
  TENANTRY_TRY(closed, billing::reopenMonth(composition.session(), asMonth(options.month),
                                            text(options.reason)));
  return Answer{{{"closed_through", jsonOf(closed)}},
                u"%1 is open again.\n"_s.arg(text(options.month))};
}

Result<Answer> written(const LedgerOptions &options, const Result<std::int64_t> &rows) {
  TENANTRY_CHECK(rows);
  return Answer{{{"file", text(options.file)}, {"rows", *rows}},
                u"%1 has %2 rows.\n"_s.arg(text(options.file)).arg(*rows)};
}

/// Both days are among them.
DayRange daysOf(const LedgerOptions &options) {
  return {dayOf(options.from), dayOf(options.to) + std::chrono::days(1)};
}

Result<Answer> exportJournal(Composition &composition, const LedgerOptions &options) {
  return written(
      options, billing::exportJournal(composition.session(), daysOf(options), text(options.file)));
}

Result<Answer> exportTax(Composition &composition, const LedgerOptions &options) {
  return written(options,
                 billing::exportTax(composition.session(), daysOf(options), text(options.file)));
}

Result<Answer> exportOpenItems(Composition &composition, const LedgerOptions &options) {
  const auto asOf = options.asOf.empty() ? std::nullopt : std::optional(dayOf(options.asOf));
  return written(options,
                 billing::exportOpenItems(composition.session(), asOf, text(options.file)));
}

Result<Answer> exportRevenue(Composition &composition, const LedgerOptions &options) {
  return written(options, billing::exportRevenue(composition.session(), composition.business(),
                                                 asMonth(options.month), text(options.file)));
}

Result<Answer> exportSchedule(Composition &composition, const LedgerOptions &options) {
  return written(options, billing::exportSchedule(composition.session(), composition.business(),
                                                  text(options.file)));
}

Result<Answer> showMonth(Composition &composition, const LedgerOptions &options) {
  TENANTRY_TRY(figures, billing::monthFigures(composition.session(), asMonth(options.month)));
  Answer answer;
  answer.json = {{"month", options.month}, {"accounts", Json::array()}};
  TextTable table({u"account"_s, u"currency"_s, u"opening"_s, u"debit"_s, u"credit"_s, u"closing"_s,
                   u"entries"_s});
  for (const auto &one : figures) {
    const auto money = [&](std::int64_t minor) { return Money(minor, one.currency).majorString(); };
    answer.json["accounts"].push_back({{"account", one.account},
                                       {"currency", one.currency.code()},
                                       {"opening", one.opening},
                                       {"debit", one.debit},
                                       {"credit", one.credit},
                                       {"closing", one.closing()},
                                       {"entries", one.entries}});
    table.add({one.account, one.currency.code(), money(one.opening), money(one.debit),
               money(one.credit), money(one.closing()), QString::number(one.entries)});
  }
  answer.text = table.toString();
  return answer;
}

Result<Answer> listMonths(Composition &composition, const LedgerOptions &) {
  TENANTRY_TRY(months, billing::bookMonths(composition.session(), composition.business()));
  Answer answer;
  answer.json["months"] = Json::array();
  TextTable table({u"month"_s, u"state"_s});
  for (const auto &one : months) {
    const auto month = toIso(billing::firstDayOf(one.month)).left(7);
    const auto state = one.isClosed ? u"closed"_s : one.isRunning ? u"running"_s : u"open"_s;
    answer.json["months"].push_back({{"month", month}, {"state", state}});
    table.add({month, state});
  }
  answer.text = table.toString();
  return answer;
}

} // namespace

void addLedgerCommands(CommandLine &line) {
  auto group = line.top().group("ledger", "The books: exports, and months that are closed");
  const auto options = std::make_shared<LedgerOptions>();
  const auto add = [&](const char *name, const char *help, auto function) {
    auto command = group.command(name, help);
    line.on(command, {.work = [options, function](Composition &composition) {
              return function(composition, *options);
            }});
    return command;
  };
  const auto withMonth = [&](grammar::Level command) {
    command.option("month", options->month, "2026-10").required().checked(isMonth());
    return command;
  };
  const auto withFile = [&](grammar::Level command) {
    command.option("file", options->file, "The CSV file that is written").required();
    return command;
  };
  add("status", "Through which day the books are closed", showClosing);
  add("months", "The months of the books, open and closed; the latest first", listMonths);
  withMonth(add("show", "What each account came to in a month", showMonth));
  withMonth(add("close", "Recognize what is revenue, and let nothing be booked any more", close));
  withMonth(add("reopen", "Let a closed month, and those after it, be booked again", reopen))
      .option("--reason", options->reason, "Why; it is kept")
      .required();
  const auto withDays = [&](grammar::Level command) {
    command.option("--from", options->from, "The first day").required().checked(isDay());
    command.option("--to", options->to, "The last day").required().checked(isDay());
    return command;
  };
  withFile(withDays(add("journal", "Every entry of these days", exportJournal)));
  withFile(withDays(add("tax", "What each document of these days came to by rate", exportTax)));
  auto openItems = add("open-items", "Every invoice of which something is owed", exportOpenItems);
  openItems
      .option("--as-of", options->asOf,
              "By the books at the end of that day; else as it stands now")
      .checked(isDay());
  withFile(openItems);
  auto revenue = add("revenue", "What of each document is revenue of a month", exportRevenue);
  revenue.option("--month", options->month, "2026-10").required().checked(isMonth());
  withFile(revenue);
  withFile(add("schedule", "What will become revenue, month by month", exportSchedule));
}

} // namespace tenantry::ctl
