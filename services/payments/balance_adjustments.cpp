// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/balance_adjustments.h"

#include "services/payments/adjustment.h"
#include "services/payments/repository.h"

using namespace Qt::StringLiterals;

namespace tenantry::payments {

QString BalancePicture::digest() const {
  return u"%1-%2-%3-%4"_s.arg(currency.code()).arg(before).arg(amount).arg(pays);
}

Result<BalancePicture> BalanceAdjustments::preview(const BalanceAdjustment &adjustment) {
  const auto &organization = adjustment.organization;
  const auto currency = adjustment.amount.currency();
  if (adjustment.how == billing::ByHand::PaidOut && adjustment.amount.minor() >= 0)
    return fail(u"amount.invalid"_s, u"What is paid out is above zero; enter how much it was."_s);
  TENANTRY_CHECK(organizations::OrganizationService(m_session).find(organization));
  TENANTRY_TRY(
      before,
      billing::Corrections(m_session, m_business).checkAdjustment(organization, adjustment.amount));
  BalancePicture picture{
      .currency = currency, .before = before, .amount = adjustment.amount.minor()};
  TENANTRY_TRY(live, Repository(m_session).invoicesBeingTried(organization));
  billing::DueChanges changes;
  changes.balance[currency] = picture.amount;
  TENANTRY_TRY(
      uses,
      billing::BillingService(m_session, m_business).balanceUses(organization, live, changes));
  for (const auto &use : uses)
    picture.pays += use.amount.currency() == currency ? use.amount.minor() : 0;
  return picture;
}

Result<BalancePicture> BalanceAdjustments::act(const BalanceAdjustment &adjustment,
                                               const QString &seen) {
  if (adjustment.reason.trimmed().isEmpty())
    return fail(u"balance.reason_missing"_s,
                u"A balance is changed by hand with a reason; say why."_s);
  return m_session.database.transaction([&]() -> Result<BalancePicture> {
    TENANTRY_CHECK(store::lockOrganization(m_session, adjustment.organization));
    const auto id = adjustment.id.isNull() ? makeUuidV7(m_session.clock.now()) : adjustment.id;
    TENANTRY_TRY(known, knows(adjustment.organization, id));
    if (known)
      return asDone(adjustment);
    TENANTRY_TRY(picture, preview(adjustment));
    if (!seen.isEmpty() && seen != picture.digest())
      return fail(u"balance.picture_changed"_s,
                  u"The balance or what is open has changed since; look at it again."_s);
    TENANTRY_CHECK(adjustBalance(m_session, m_business, adjustment.organization, adjustment.amount,
                                 adjustment.reason.trimmed(), id, adjustment.how));
    return picture;
  });
}

/// What it came to: whatever it paid then is no longer to be told from what was paid since.
Result<BalancePicture> BalanceAdjustments::asDone(const BalanceAdjustment &adjustment) {
  const auto currency = adjustment.amount.currency();
  TENANTRY_TRY(balances,
               billing::BillingService(m_session, m_business).balance(adjustment.organization));
  return BalancePicture{.currency = currency,
                        .before = balances[currency] - adjustment.amount.minor(),
                        .amount = adjustment.amount.minor()};
}

Result<bool> BalanceAdjustments::knows(const OrganizationId &organization, const QUuid &id) {
  TENANTRY_TRY(rows,
               m_session.database.query("balance_adjustment_known",
                                        {{"organization", organization}, {"adjustment", id}}));
  return !rows.isEmpty();
}

} // namespace tenantry::payments
