// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/payments/bank_entry.h"
#include "services/store/session.h"

/// Whether the statements of an account follow each other (BILL-4): what the one closes with the
/// next opens with.
namespace tenantry::payments {

/// A statement beside others; those without balances cannot be compared.
struct StatementMark {
  BankStatementId id;
  QString account;
  QString name; ///< the bank's
  std::optional<std::int64_t> number;
  LocalDay opensOn{};
  LocalDay closesOn{}; ///< its last day
  Money opening;
  Money closing;
};

/// Two of one account that should follow each other and do not.
struct StatementGap {
  enum class Kind {
    Missing, ///< something between them was not imported
    Overlap  ///< the later one begins within the earlier one
  };
  Kind kind = Kind::Missing;
  StatementMark earlier, later;
  /// Of those missing between them, by their numbers: first and last.
  std::optional<std::pair<std::int64_t, std::int64_t>> numbers{};

  [[nodiscard]] Money difference() const { return later.opening - earlier.closing; }
  [[nodiscard]] QString toString() const; ///< a sentence
};
[[nodiscard]] QString toString(StatementGap::Kind kind);

/// Of statements in any order, by account, currency and day. One that says of the same days the
/// same as another stands for both.
[[nodiscard]] std::vector<StatementGap> gapsOf(std::vector<StatementMark> statements);

/// What the statements that were imported leave open, whatever order they came in: a gap is gone
/// once the statement between is there, or a person has accepted it.
class BankChain {
public:
  explicit BankChain(store::Session &session) : m_session(session) {}

  [[nodiscard]] Result<std::vector<StatementGap>> gaps(); ///< of every account
  [[nodiscard]] Result<std::vector<StatementGap>> gaps(const std::vector<QString> &accounts);
  /// The gap before that statement is known, and said no more. Errors `bank.gap_not_found`,
  /// `bank.reason_missing`.
  [[nodiscard]] Result<StatementGap> accept(const BankStatementId &later, const QString &reason);

private:
  store::Session &m_session;
};

} // namespace tenantry::payments
