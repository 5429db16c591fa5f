// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/corrections.h"

namespace tenantry::payments {

struct BalanceAdjustment {
  OrganizationId organization;
  Money amount;   ///< above zero gives to the customer, below takes
  QString reason; ///< stands in the timeline
  QUuid id{};     ///< given: sent twice it is done once
  billing::ByHand how = billing::ByHand::Adjusted; ///< what is paid out is below zero
};

/// What it comes to; minor units.
struct BalancePicture {
  Currency currency;
  std::int64_t before = 0;
  std::int64_t amount = 0; ///< booked between the customer's balance and refunds, or cash
  std::int64_t pays = 0;   ///< what the balance then pays of open invoices at once

  [[nodiscard]] std::int64_t after() const { return before + amount - pays; }
  /// Changes with all that a person sees of it.
  [[nodiscard]] QString digest() const;
};

/// Giving to a customer's balance by hand, or taking from it; or writing down that it was paid out
/// (BILL-6): no provider sends it. What is in it pays what is
/// open, but never what a provider may be charging for.
class BalanceAdjustments {
public:
  BalanceAdjustments(store::Session &session, business::AppliedBusiness &business)
      : m_session(session), m_business(business) {}

  /// Nothing is written. Errors `amount.invalid`, `balance.insufficient`.
  [[nodiscard]] Result<BalancePicture> preview(const BalanceAdjustment &adjustment);
  /// Likewise, and `balance.reason_missing`; `seen` is the digest of the preview that was
  /// confirmed: `balance.picture_changed` where it comes to something else by now.
  [[nodiscard]] Result<BalancePicture> act(const BalanceAdjustment &adjustment,
                                           const QString &seen = {});
  /// Whether an adjustment with this id was made.
  [[nodiscard]] Result<bool> knows(const OrganizationId &organization, const QUuid &id);

private:
  [[nodiscard]] Result<BalancePicture> asDone(const BalanceAdjustment &adjustment);
  store::Session &m_session;
  business::AppliedBusiness &m_business;
};

} // namespace tenantry::payments
