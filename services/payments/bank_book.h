// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/payments/bank_matching.h"

namespace tenantry::payments {

/// What became of a statement.
struct StatementOutcome {
  bool isKnown = false;     ///< it was posted before, as it is: nothing was done
  std::int64_t known = 0;   ///< entries that another statement brought
  std::int64_t matched = 0; ///< payments of invoices now
  std::int64_t waiting = 0; ///< for a person
  std::int64_t twins = 0;   ///< of those: another statement may have brought them
};

/// Posts bank statements, each entry once whatever is imported again (BILL-4): a statement whole or
/// not at all. What names an invoice pays it; the rest waits, and so does what another statement
/// may have brought already.
class BankBook {
public:
  BankBook(store::Session &session, business::AppliedBusiness &business)
      : m_session(session), m_business(business) {}

  /// How many entries of the statement are done; false: stop.
  using Progress = std::function<bool(std::int64_t done)>;
  /// Errors of checkSums, `import.cancelled`, and `bank.statement_differs` where one of that name
  /// was posted that says something else.
  [[nodiscard]] Result<StatementOutcome> post(const BankStatement &statement,
                                              const Progress &progress = {});

private:
  [[nodiscard]] Result<BankStatementId> write(const BankStatement &statement, const QString &key,
                                              const QString &digest);
  [[nodiscard]] Result<BankEntryId> write(const BankStatementId &statement, const QString &account,
                                          const BankEntry &entry, const QString &key,
                                          const std::optional<BankEntryId> &twin);
  [[nodiscard]] Result<> hold(const BankEntryId &id);
  [[nodiscard]] Result<bool> match(const BankEntryId &id, const BankEntry &entry);
  store::Session &m_session;
  business::AppliedBusiness &m_business;
};

} // namespace tenantry::payments
