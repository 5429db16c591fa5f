// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/adjustment.h"

#include "services/payments/refunds.h"
#include "services/payments/repository.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::payments {

Result<std::vector<billing::BalanceUse>> payFromBalance(store::Session &session,
                                                        business::AppliedBusiness &business,
                                                        const OrganizationId &organization) {
  TENANTRY_TRY(live, Repository(session).invoicesBeingTried(organization));
  return billing::BillingService(session, business).applyBalance(organization, live);
}

Result<> adjustBalance(store::Session &session, business::AppliedBusiness &business,
                       const OrganizationId &organization, const Money &amount,
                       const QString &reason, const QUuid &id, billing::ByHand how) {
  return session.database.transaction([&]() -> Result<> {
    TENANTRY_CHECK(billing::Corrections(session, business)
                       .adjustBalance(organization, amount, reason, id, how));
    TENANTRY_CHECK(payFromBalance(session, business, organization));
    return {};
  });
}

Result<billing::ChangePicture> changeSubscription(store::Session &session,
                                                  business::AppliedBusiness &business,
                                                  const billing::ChangeRequest &request,
                                                  const std::optional<billing::SeenPicture> &seen) {
  return session.database.transaction([&]() -> Result<billing::ChangePicture> {
    TENANTRY_CHECK(store::lockOrganization(session, request.organization));
    TENANTRY_CHECK(checkNoRefundRuns(session, request.organization));
    TENANTRY_TRY(picture, billing::SubscriptionChanges(session, business).act(request, seen));
    if (picture.balanceAfter > picture.balanceBefore)
      TENANTRY_CHECK(payFromBalance(session, business, request.organization));
    return std::move(picture);
  });
}

Result<> checkNothingIsTried(store::Session &session, const OrganizationId &organization,
                             const InvoiceId &id) {
  TENANTRY_TRY(live, Repository(session).invoicesBeingTried(organization));
  if (std::find(live.begin(), live.end(), id) != live.end())
    return fail(u"payment.running"_s, u"A provider may be charging for this invoice right now; "
                                      u"wait until it has answered."_s);
  return {};
}

Result<> voidInvoice(store::Session &session, business::AppliedBusiness &business,
                     const OrganizationId &organization, const InvoiceId &id,
                     const QString &reason) {
  return session.database.transaction([&]() -> Result<> {
    TENANTRY_CHECK(store::lockOrganization(session, organization));
    TENANTRY_CHECK(checkNothingIsTried(session, organization, id));
    TENANTRY_CHECK(billing::Corrections(session, business).voidInvoice(organization, id, reason));
    TENANTRY_CHECK(payFromBalance(session, business, organization));
    return {};
  });
}

} // namespace tenantry::payments
