// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "services/billing/books.h"
#include "services/billing/months.h"
#include "services/documents/csv_file.h"

using namespace Qt::StringLiterals;

namespace tenantry::ctl {

namespace {

struct Options {
  std::string month;
  std::string reason;
  std::string from, to;
  std::string file;
};

/// "2026-10"; the option let only such through.
std::chrono::year_month asMonth(const std::string &checked) {
  return billing::monthOf(dayOf(checked + "-01"));
}

Json jsonOf(const std::optional<LocalDay> &day) { return day ? Json(toIso(*day)) : Json(); }

Result<Answer> showClosing(Composition &composition, const Options &) {
  TENANTRY_TRY(closed, billing::closedThrough(composition.session()));
  return Answer{{{"closed_through", jsonOf(closed)}},
                closed ? u"The books are closed through %1.\n"_s.arg(toIso(*closed))
                       : u"No month is closed.\n"_s};
}

Result<Answer> close(Composition &composition, const Options &options) {
  TENANTRY_TRY(closed, billing::closeMonth(composition.session(), composition.business(),
                                           asMonth(options.month)));
  return Answer{{{"closed_through", toIso(closed)}},
                u"The books are closed through %1.\n"_s.arg(toIso(closed))};
}

Result<Answer> reopen(Composition &composition, const Options &options) {
  TENANTRY_TRY(closed, billing::reopenMonth(composition.session(), asMonth(options.month),
                                            text(options.reason)));
  return Answer{{{"closed_through", jsonOf(closed)}},
                u"%1 is open again.\n"_s.arg(text(options.month))};
}

/// Writes what `fill` adds below the head; the number of rows.
Result<Answer>
writeCsv(const Options &options, const QStringList &head,
         const std::function<Result<>(const std::function<void(QStringList)> &)> &fill) {
  TENANTRY_TRY(file, documents::CsvFile::open(text(options.file)));
  file.addRow(head);
  std::int64_t rows = 0;
  TENANTRY_CHECK(fill([&](const QStringList &cells) {
    file.addRow(cells);
    ++rows;
  }));
  TENANTRY_CHECK(file.finish());
  return Answer{{{"file", text(options.file)}, {"rows", rows}},
                u"%1 has %2 rows.\n"_s.arg(text(options.file)).arg(rows)};
}

Result<Answer> exportJournal(Composition &composition, const Options &options) {
  const DayRange days{dayOf(options.from), dayOf(options.to) + std::chrono::days(1)};
  return writeCsv(
      options,
      {u"day"_s, u"transaction"_s, u"account"_s, u"debit"_s, u"credit"_s, u"currency"_s, u"cause"_s,
       u"document"_s, u"organization"_s, u"organization_id"_s, u"booked_at"_s},
      [&](const auto &add) {
        return billing::readJournal(
            composition.session(), days, [&](const billing::JournalEntry &entry) {
              const Money amount(std::abs(entry.amount.minor()), entry.amount.currency());
              const bool isDebit = entry.amount.minor() > 0;
              add({toIso(entry.day), entry.transaction.toString(QUuid::WithoutBraces),
                   entry.account, isDebit ? amount.majorString() : QString(),
                   isDebit ? QString() : amount.majorString(), amount.currency().code(),
                   entry.cause, entry.document, entry.organizationName,
                   entry.organization.toString(), toIso(entry.bookedAt)});
            });
      });
}

Result<Answer> exportOpenItems(Composition &composition, const Options &options) {
  return writeCsv(options,
                  {u"number"_s, u"organization"_s, u"organization_id"_s, u"issued_on"_s,
                   u"due_on"_s, u"currency"_s, u"total"_s, u"due"_s},
                  [&](const auto &add) {
                    return billing::readOpenItems(
                        composition.session(), [&](const billing::OpenItem &item) {
                          add({item.number, item.organizationName, item.organization.toString(),
                               toIso(item.issuedOn), toIso(item.dueOn), item.due.currency().code(),
                               item.total.majorString(), item.due.majorString()});
                        });
                  });
}

Result<Answer> exportSchedule(Composition &composition, const Options &options) {
  return writeCsv(
      options, {u"month"_s, u"currency"_s, u"revenue"_s}, [&](const auto &add) -> Result<> {
        TENANTRY_TRY(schedule,
                     billing::revenueSchedule(composition.session(), composition.business()));
        for (const auto &[key, amount] : schedule)
          add({toIso(billing::firstDayOf(key.first)).left(7), key.second.code(),
               Money(amount, key.second).majorString()});
        return {};
      });
}

} // namespace

void addLedgerCommands(CommandLine &line) {
  auto group = line.top().group("ledger", "The books: exports, and months that are closed");
  const auto options = std::make_shared<Options>();
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
  withMonth(add("close", "Recognize what is revenue, and let nothing be booked any more", close));
  withMonth(add("reopen", "Let a closed month, and those after it, be booked again", reopen))
      .option("--reason", options->reason, "Why; it is kept")
      .required();
  auto journal = add("journal", "Every entry of these days", exportJournal);
  journal.option("--from", options->from, "The first day").required().checked(isDay());
  journal.option("--to", options->to, "The last day").required().checked(isDay());
  withFile(journal);
  withFile(add("open-items", "Every invoice that is not paid, as it stands now", exportOpenItems));
  withFile(add("schedule", "What will become revenue, month by month", exportSchedule));
}

} // namespace tenantry::ctl
