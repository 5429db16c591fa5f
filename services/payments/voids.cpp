// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/voids.h"

#include "services/payments/adjustment.h"
#include "services/payments/repository.h"

using namespace Qt::StringLiterals;

namespace tenantry::payments {

QString VoidPicture::digest() const {
  return u"%1-%2-%3-%4-%5"_s.arg(due).arg(net).arg(tax).arg(toBalance).arg(pays);
}

Result<VoidPicture> Voids::preview(const billing::InvoiceKey &key) {
  TENANTRY_TRY(
      invoice,
      billing::Corrections(m_session, m_business).checkVoid(key.organization, key.invoice));
  TENANTRY_CHECK(checkNothingIsTried(m_session, key.organization, key.invoice));
  VoidPicture picture{.number = invoice.number,
                      .currency = invoice.currency,
                      .due = invoice.amountDue(),
                      .net = invoice.net,
                      .tax = invoice.tax,
                      .toBalance = invoice.balanceApplied};
  if (picture.toBalance == 0)
    return picture;
  TENANTRY_TRY(live, Repository(m_session).invoicesBeingTried(key.organization));
  live.push_back(key.invoice); // it is open as yet, and takes nothing of what it gives back
  billing::DueChanges changes;
  changes.balance[invoice.currency] = picture.toBalance;
  TENANTRY_TRY(
      uses,
      billing::BillingService(m_session, m_business).balanceUses(key.organization, live, changes));
  for (const auto &use : uses)
    picture.pays += use.amount.currency() == invoice.currency ? use.amount.minor() : 0;
  return picture;
}

Result<VoidPicture> Voids::act(const VoidRequest &request, const QString &seen) {
  if (request.reason.trimmed().isEmpty())
    return fail(u"invoice.reason_missing"_s,
                u"An invoice is voided with a reason; say why it should not be."_s);
  return m_session.database.transaction([&]() -> Result<VoidPicture> {
    TENANTRY_CHECK(store::lockOrganization(m_session, request.organization));
    TENANTRY_TRY(picture, preview({request.organization, request.invoice}));
    if (!seen.isEmpty() && seen != picture.digest())
      return fail(u"invoice.picture_changed"_s,
                  u"What voiding invoice %1 comes to has changed since; look at it "
                  u"again."_s.arg(picture.number));
    TENANTRY_CHECK(
        voidInvoice(m_session, m_business, request.organization, request.invoice, request.reason));
    return picture;
  });
}

Result<bool> Voids::isVoid(const billing::InvoiceKey &key) {
  TENANTRY_TRY(invoice,
               billing::BillingService(m_session, m_business).find(key.organization, key.invoice));
  return invoice.status == billing::InvoiceStatus::Void;
}

} // namespace tenantry::payments
