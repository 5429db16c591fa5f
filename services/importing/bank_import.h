// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/importing/bank_csv.h"
#include "services/payments/bank_book.h"
#include "services/payments/bank_chain.h"

namespace tenantry::importing {

struct BankImportOptions {
  BankCsvOptions csv{};
  bool dryRun = false;                     ///< everything is checked and matched, nothing stays
  payments::BankBook::Progress progress{}; ///< over all entries of the file
};

/// What became of one statement of a file.
struct StatementReport {
  QString account;
  QString id;
  std::int64_t entries = 0;
  std::int64_t pending = 0; ///< not booked yet: left out
  payments::StatementOutcome outcome;
  std::optional<Money> opening;              ///< with closing: none where it gives none
  std::optional<Money> closing;              ///< opening + received - sent, else it is not posted
  std::map<Currency, std::int64_t> received; ///< minor units
  std::map<Currency, std::int64_t> sent;     ///< likewise, above nothing
};

struct BankReport {
  QString file;
  std::vector<StatementReport> statements;
  std::vector<Error>
      errors; ///< each with file and line; the statements they are in were not posted
  /// Of the accounts of the file: what their statements leave open, with these.
  std::vector<payments::StatementGap> gaps;
};

/// Imports a bank statement, CAMT.053 or CSV by what the file begins with. Each statement lands
/// whole or not at all, and once. Errors `import.unreadable`, `import.cancelled` and those of a
/// file as a whole.
class BankImport {
public:
  BankImport(store::Session &session, business::AppliedBusiness &business)
      : m_session(session), m_business(business) {}

  [[nodiscard]] Result<BankReport> run(const QString &path, const BankImportOptions &options);

private:
  [[nodiscard]] Result<> post(const payments::BankStatement &statement, BankReport &report,
                              const payments::BankBook::Progress &progress);
  [[nodiscard]] Result<> look(BankReport &report);
  store::Session &m_session;
  business::AppliedBusiness &m_business;
};

} // namespace tenantry::importing
