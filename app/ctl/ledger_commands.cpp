// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "services/billing/book_exports.h"
#include "services/billing/book_months.h"
#include "services/billing/closing_history.h"
#include "services/billing/customer_balances.h"
#include "services/billing/months.h"
#include "services/billing/reopening.h"
#include "services/payments/month_end.h"
#include "services/payments/receipt_export.h"

using namespace Qt::StringLiterals;

namespace tenantry::ctl {

namespace {

struct LedgerOptions {
  std::string month;
  std::string reason;
  std::string from, to, asOf;
  std::string file;
  std::string expected;
  bool preview = false;
};

/// "2026-10"; the option let only such through.
std::chrono::year_month asMonth(const std::string &checked) {
  return billing::monthOf(dayOf(checked + "-01"));
}

Json jsonOf(const std::optional<LocalDay> &day) { return day ? Json(toIso(*day)) : Json(); }

Json monthsJson(const std::vector<std::chrono::year_month> &months) {
  Json all = Json::array();
  for (const auto month : months)
    all.push_back(toIso(billing::firstDayOf(month)).left(7));
  return all;
}

Result<Answer> showClosing(Composition &composition, const LedgerOptions &) {
  TENANTRY_TRY(closed, billing::closedThrough(composition.session()));
  return Answer{{{"closed_through", jsonOf(closed)}},
                closed ? u"The books are closed through %1.\n"_s.arg(toIso(*closed))
                       : u"No month is closed.\n"_s};
}

/// What closing comes to, and what is not in the books by then: none of it hinders.
Answer tell(const payments::MonthEnd &end) {
  Answer answer;
  answer.json = {{"through", toIso(end.through)}, {"months", monthsJson(end.months)},
                 {"entries", end.entries},        {"is_recognized", end.isRecognized},
                 {"drafts", end.drafts},          {"unbilled", end.unbilled},
                 {"unanswered", end.unanswered},  {"contradicted", end.contradicted},
                 {"unmatched", end.unmatched},    {"digest", end.digest()}};
  answer.text =
      u"%1 entries through %2 become final%3\nnot in these books: %4 drafts, %5 "
      u"subscriptions to bill, %6 payments and refunds without an answer, %7 contradicted, "
      u"%8 entries of the bank\n"_s.arg(
          QString::number(end.entries), toIso(end.through),
          end.isRecognized ? QString() : u"; what is revenue by then is booked first"_s,
          QString::number(end.drafts), QString::number(end.unbilled),
          QString::number(end.unanswered), QString::number(end.contradicted),
          QString::number(end.unmatched));
  return answer;
}

Result<Answer> close(Composition &composition, const LedgerOptions &options) {
  auto &session = composition.session();
  const auto month = asMonth(options.month);
  TENANTRY_TRY(end, options.preview ? payments::monthEnd(session, composition.business(), month)
                                    : payments::closeMonth(session, composition.business(), month,
                                                           text(options.expected)));
  auto answer = tell(end);
  TENANTRY_TRY(closed, billing::closedThrough(session));
  answer.json["done"] = !options.preview;
  answer.json["closed_through"] = jsonOf(closed);
  if (options.preview)
    answer.text = u"Preview; nothing was written.\n"_s + answer.text;
  else
    answer.text += u"The books are closed through %1.\n"_s.arg(toIso(*closed));
  answer.text += u"digest %1\n"_s.arg(end.digest());
  return answer;
}

/// What it comes to is the same before and after.
Result<Answer> reopen(Composition &composition, const LedgerOptions &options) {
  auto &session = composition.session();
  const auto month = asMonth(options.month);
  TENANTRY_TRY(seen, billing::previewReopening(session, month));
  if (!options.preview)
    TENANTRY_CHECK(
        billing::reopenMonth(session, month, text(options.reason),
                             options.expected.empty() ? seen.digest() : text(options.expected)));
  TENANTRY_TRY(closed, billing::closedThrough(session));
  Answer answer{{{"done", !options.preview},
                 {"digest", seen.digest()},
                 {"closed_through", jsonOf(closed)},
                 {"through", toIso(seen.through)},
                 {"months", monthsJson(seen.months)},
                 {"entries", seen.entries}},
                {}};
  answer.text = u"%1%2 entries of %3 to %4 are final no longer; closed through %5\n"_s.arg(
      options.preview ? u"Preview; nothing was written.\n"_s : QString(),
      QString::number(seen.entries), toIso(billing::firstDayOf(seen.months.front())).left(7),
      toIso(billing::firstDayOf(seen.months.back())).left(7), toIso(seen.through));
  if (!options.preview)
    answer.text += u"%1 is open again.\n"_s.arg(text(options.month));
  answer.text += u"digest %1\n"_s.arg(seen.digest());
  return answer;
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

Result<Answer> listReceipts(Composition &composition, const LedgerOptions &options) {
  if (!options.file.empty())
    return written(options, payments::exportReceipts(composition.session(), daysOf(options),
                                                     text(options.file)));
  Answer answer;
  answer.json["receipts"] = Json::array();
  TextTable table({u"day"_s, u"source"_s, u"amount"_s, u"to balance"_s, u"invoice"_s, u"customer"_s,
                   u"reference"_s});
  const auto take = [&](const payments::Receipt &one) {
    answer.json["receipts"].push_back({{"day", one.day},
                                       {"cause", one.cause},
                                       {"source", one.source},
                                       {"reference", one.reference},
                                       {"organization", one.organization},
                                       {"organization_name", one.organizationName},
                                       {"invoice", one.invoices},
                                       {"currency", one.amount.currency().code()},
                                       {"amount", one.amount.minor()},
                                       {"to_balance", one.toBalance.minor()}});
    table.add({toIso(one.day), one.source, one.amount.toString(), one.toBalance.majorString(),
               one.invoices, one.organizationName, QString(one.reference).replace(u'\n', u' ')});
  };
  TENANTRY_CHECK(payments::readReceipts(composition.session(), daysOf(options), take));
  answer.text = table.toString();
  return answer;
}

std::optional<LocalDay> asOfDay(const LedgerOptions &options) {
  return options.asOf.empty() ? std::nullopt : std::optional(dayOf(options.asOf));
}

Result<Answer> exportOpenItems(Composition &composition, const LedgerOptions &options) {
  return written(options, billing::exportOpenItems(composition.session(), asOfDay(options),
                                                   text(options.file)));
}

Result<Answer> listBalances(Composition &composition, const LedgerOptions &options) {
  if (!options.file.empty())
    return written(options, billing::exportCustomerBalances(composition.session(), asOfDay(options),
                                                            text(options.file)));
  Answer answer;
  answer.json = {{"balances", Json::array()}, {"totals", Json::array()}};
  TextTable table({u"customer"_s, u"balance"_s, u"id"_s});
  std::map<Currency, std::int64_t> totals;
  const auto take = [&](const billing::CustomerBalance &one) {
    const auto currency = one.amount.currency();
    answer.json["balances"].push_back({{"organization", one.organization},
                                       {"organization_name", one.organizationName},
                                       {"currency", currency.code()},
                                       {"amount", one.amount.minor()}});
    table.add({one.organizationName, one.amount.toString(), one.organization.toString()});
    totals[currency] += one.amount.minor();
  };
  TENANTRY_CHECK(billing::readCustomerBalances(composition.session(), asOfDay(options), take));
  answer.text = table.toString();
  for (const auto &[currency, amount] : totals) {
    answer.json["totals"].push_back({{"currency", currency.code()}, {"amount", amount}});
    answer.text += u"in all %1\n"_s.arg(Money(amount, currency).toString());
  }
  return answer;
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

Result<Answer> showHistory(Composition &composition, const LedgerOptions &) {
  TENANTRY_TRY(history, billing::closingHistory(composition.session()));
  Answer answer;
  answer.json["history"] = Json::array();
  TextTable table({u"when"_s, u"month"_s, u"what"_s, u"closed through"_s, u"by"_s, u"reason"_s});
  for (const auto &one : history) {
    const auto month = toIso(billing::firstDayOf(one.month())).left(7);
    const auto act = one.isReopening ? u"reopened"_s : u"closed"_s;
    answer.json["history"].push_back({{"act", act},
                                      {"month", month},
                                      {"closed_through", toIso(one.through)},
                                      {"actor", one.actor},
                                      {"reason", one.reason},
                                      {"at", one.at}});
    table.add({toIso(one.at), month, act, toIso(one.through), one.actor, one.reason});
  }
  answer.text = history.empty() ? u"No month was ever closed.\n"_s : table.toString();
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
  add("history", "Who closed and reopened months, when and why; the latest first", showHistory);
  withMonth(add("show", "What each account came to in a month", showMonth));
  const auto withPreview = [&](grammar::Level command, const char *shown) {
    command.flag("--preview", options->preview, shown);
    command.option("--expect", options->expected,
                   "Refuse unless it comes to what a preview with this digest showed");
  };
  withPreview(withMonth(add(
                  "close", "Recognize what is revenue, and let nothing be booked any more", close)),
              "Only show what becomes final, and what is not in these books; nothing is written");
  auto reopens =
      withMonth(add("reopen", "Let a closed month, and those after it, be booked again", reopen));
  reopens.option("--reason", options->reason, "Why; it is kept");
  withPreview(reopens, "Only show what is final no longer; nothing is written");
  const auto withDays = [&](grammar::Level command) {
    command.option("--from", options->from, "The first day").required().checked(isDay());
    command.option("--to", options->to, "The last day").required().checked(isDay());
    return command;
  };
  withFile(withDays(add("journal", "Every entry of these days", exportJournal)));
  withFile(withDays(add("tax", "What each document of these days came to by rate", exportTax)));
  withDays(add("receipts", "The money that came in on these days, and what it paid", listReceipts))
      .option("file", options->file, "The CSV file that is written; none: it is listed");
  const auto withAsOf = [&](grammar::Level command) {
    command
        .option("--as-of", options->asOf,
                "By the books at the end of that day; else as it stands now")
        .checked(isDay());
    return command;
  };
  withFile(
      withAsOf(add("open-items", "Every invoice of which something is owed", exportOpenItems)));
  withAsOf(add("balances", "What we owe each customer, by currency", listBalances))
      .option("file", options->file, "The CSV file that is written; none: it is listed");
  auto revenue = add("revenue", "What of each document is revenue of a month", exportRevenue);
  revenue.option("--month", options->month, "2026-10").required().checked(isMonth());
  withFile(revenue);
  withFile(add("schedule", "What will become revenue, month by month", exportSchedule));
}

} // namespace tenantry::ctl
