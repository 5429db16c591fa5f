// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/payments/bank_desk.h"
#include <set>

/// The same movement in two statements: a bank that sends it again without a reference of its own,
/// or two kinds of files of one day.
namespace tenantry::payments {

/// Why such an entry waits.
constexpr QLatin1StringView twinReason("twin");

/// Whether two entries of one account may be one movement that was told twice: nothing that both of
/// them say contradicts it. Of one statement two are always two.
[[nodiscard]] bool mayBeTwins(const BankEntry &one, const BankEntry &other);
/// Whether one is a batch and the other one of the movements in it, in either order.
[[nodiscard]] bool mayBeBatch(const BankEntry &kept, const BankEntry &entry);

/// Holds what another statement may have brought, until a person says what it is: posted by itself
/// it would pay twice, left out it would be lost.
class BankTwins {
public:
  BankTwins(store::Session &session, business::AppliedBusiness &business)
      : m_session(session), m_business(business) {}

  /// For each entry of a statement that is not posted yet what it may be; `known` are the keys of
  /// those that are there already. Of two kept and three that come two have one.
  [[nodiscard]] Result<std::vector<std::optional<BankEntryId>>> of(const BankStatement &statement,
                                                                   const std::vector<QString> &keys,
                                                                   const std::set<QString> &known);

  /// It is a payment of its own, and waits as any other. Errors `bank.entry_not_found`,
  /// `bank.entry_settled`, `bank.no_twin`.
  [[nodiscard]] Result<> another(const BankEntryId &id);
  /// It was told before: nothing is done with it. Errors likewise.
  [[nodiscard]] Result<> same(const BankEntryId &id);
  /// Takes that answer back ("another", "same"), unless somebody gave another one since. Errors
  /// likewise.
  [[nodiscard]] Result<> holdAgain(const BankEntryId &id, const QString &answer);

private:
  [[nodiscard]] Result<> answer(const BankEntryId &id, const QString &answer,
                                BankEntryStatus status, const QString &reason);
  /// With that answer so far; empty: none.
  [[nodiscard]] Result<KeptEntry> locked(const BankEntryId &id, const QString &answered);
  store::Session &m_session;
  business::AppliedBusiness &m_business;
};

} // namespace tenantry::payments
