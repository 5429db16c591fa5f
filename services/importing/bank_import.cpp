// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/importing/bank_import.h"

#include "services/core/crash_point.h"
#include "services/importing/camt_reader.h"
#include "services/importing/row_file.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace tenantry::importing {

namespace {

struct Read {
  std::vector<payments::BankStatement> statements;
  std::vector<Error> errors;
};

Result<Read> read(const QString &path, const BankImportOptions &options) {
  TENANTRY_TRY(device, openFile(path));
  const auto name = QFileInfo(path).fileName();
  if (!isBankCsv(*device)) {
    TENANTRY_TRY(camt, readCamt(*device, name));
    return Read{std::move(camt.statements), std::move(camt.errors)};
  }
  TENANTRY_TRY(csv, readBankCsv(*device, name, options.csv));
  Read found;
  found.errors = std::move(csv.errors);
  if (found.errors.empty() && !csv.statement.entries.empty())
    found.statements.push_back(std::move(csv.statement));
  return found;
}

} // namespace

Result<BankReport> BankImport::run(const QString &path, const BankImportOptions &options) {
  TENANTRY_TRY(found, read(path, options));
  BankReport report;
  report.file = QFileInfo(path).fileName();
  report.errors = std::move(found.errors);
  const auto postAll = [&]() -> Result<> {
    std::int64_t before = 0;
    for (const auto &statement : found.statements) {
      TENANTRY_CHECK(post(statement, report, [&](std::int64_t done) {
        return !options.progress || options.progress(before + done);
      }));
      before += static_cast<std::int64_t>(statement.entries.size());
    }
    return look(report);
  };
  if (!options.dryRun) {
    TENANTRY_CHECK(postAll());
    return report;
  }
  const QString takenBack = u"bank.dry_run"_s;
  const auto tried = m_session.database.transaction([&]() -> Result<> {
    report.statements.clear();
    TENANTRY_CHECK(postAll());
    return fail(takenBack, u"A dry run leaves nothing behind."_s);
  });
  if (!tried && tried.error().code != takenBack)
    return tl::unexpected(tried.error());
  return report;
}

Result<> BankImport::look(BankReport &report) {
  std::vector<QString> accounts;
  for (const auto &statement : report.statements)
    accounts.push_back(statement.account);
  TENANTRY_TRY(gaps, payments::BankChain(m_session).gaps(accounts));
  report.gaps = std::move(gaps);
  return {};
}

Result<> BankImport::post(const payments::BankStatement &statement, BankReport &report,
                          const payments::BankBook::Progress &progress) {
  const auto outcome = m_session.database.transaction([&]() -> Result<payments::StatementOutcome> {
    TENANTRY_TRY(posted, payments::BankBook(m_session, m_business).post(statement, progress));
    crashPoint("bank.before_commit");
    return posted;
  });
  if (outcome) {
    StatementReport posted{
        statement.account, statement.id, static_cast<std::int64_t>(statement.entries.size()),
        statement.pending, *outcome,     statement.opening,
        statement.closing, {},           {}};
    for (const auto &entry : statement.entries)
      (entry.amount.minor() > 0 ? posted.received : posted.sent)[entry.amount.currency()] +=
          std::abs(entry.amount.minor());
    report.statements.push_back(std::move(posted));
    return {};
  }
  // What is wrong with a statement is told beside the others; what is wrong with us ends the
  // import.
  if (outcome.error().place.file.isEmpty())
    return tl::unexpected(outcome.error());
  report.errors.push_back(outcome.error());
  return {};
}

} // namespace tenantry::importing
