// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/transfers.h"

#include "services/payments/adjustment.h"
#include "services/payments/repository.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::payments {

QString TransferPicture::digest() const {
  return u"%1-%2-%3"_s.arg(dueBefore).arg(pays).arg(toBalance);
}

Result<TransferPicture> Transfers::preview(const Transfer &transfer) {
  if (transfer.amount.minor() <= 0)
    return fail(u"amount.invalid"_s, u"A payment received is more than nothing."_s);
  TransferPicture picture;
  picture.currency = transfer.amount.currency();
  picture.toBalance = transfer.amount.minor();
  if (!transfer.invoice)
    return picture;
  TENANTRY_TRY(invoice, billing::BillingService(m_session, m_business)
                            .find(transfer.organization, *transfer.invoice));
  if (invoice.status == billing::InvoiceStatus::Draft ||
      invoice.status == billing::InvoiceStatus::Void)
    return fail(u"invoice.not_open"_s, u"Invoice %1 is %2 and takes no payment."_s.arg(
                                           invoice.number, toString(invoice.status)));
  if (invoice.currency != transfer.amount.currency())
    return fail(u"payment.wrong_currency"_s,
                u"Invoice %1 is in %2; %3 cannot pay it."_s.arg(
                    invoice.number, invoice.currency.code(), transfer.amount.toString()));
  const auto split = billing::splitOverDue(transfer.amount.minor(), invoice.amountDue());
  TENANTRY_TRY(live, Repository(m_session).invoicesBeingTried(transfer.organization));
  picture.number = invoice.number;
  picture.dueBefore = invoice.amountDue();
  picture.pays = split.reducesDue;
  picture.toBalance = split.toBalance;
  picture.isCharging = std::find(live.begin(), live.end(), *transfer.invoice) != live.end();
  return picture;
}

Result<TransferPicture> Transfers::act(const Transfer &transfer, const QString &seen) {
  return m_session.database.transaction([&]() -> Result<TransferPicture> {
    TENANTRY_CHECK(store::lockOrganization(m_session, transfer.organization));
    TENANTRY_TRY(picture, preview(transfer));
    TENANTRY_TRY(known, knows(transfer.organization, transfer.id));
    if (known)
      return picture;
    if (!seen.isEmpty() && seen != picture.digest())
      return fail(u"payment.picture_changed"_s,
                  u"What is due of invoice %1 has changed since; look at the payment again."_s.arg(
                      picture.number));
    TENANTRY_CHECK(receive(transfer));
    return picture;
  });
}

Result<bool> Transfers::knows(const OrganizationId &organization, const PaymentId &id) {
  TENANTRY_TRY(rows, m_session.database.query("payment_known",
                                              {{"organization", organization}, {"payment", id}}));
  return !rows.isEmpty();
}

Result<> Transfers::receive(const Transfer &transfer) {
  Repository repository(m_session);
  billing::BillingService billing(m_session, m_business);
  const auto &organization = transfer.organization;
  const QUuid id = transfer.id.isNull() ? makeUuidV7(m_session.clock.now()) : transfer.id.uuid();
  TENANTRY_CHECK(repository.addPayment(id, organization, u"transfer"_s, std::nullopt,
                                       transfer.amount, transfer.reference));
  store::Json payload{{"payment", PaymentId(id)},
                      {"amount", transfer.amount.minor()},
                      {"currency", transfer.amount.currency().code()}};
  if (transfer.invoice)
    payload["invoice"] = *transfer.invoice;
  TENANTRY_CHECK(
      store::appendEvents(m_session, organization, {{u"payment.received"_s, std::move(payload)}}));
  std::int64_t toBalance = transfer.amount.minor();
  if (transfer.invoice) {
    TENANTRY_TRY(split,
                 billing.receive(organization, *transfer.invoice, transfer.amount.minor(), id));
    TENANTRY_CHECK(repository.allocate(organization, id, *transfer.invoice, split.reducesDue));
    toBalance = split.toBalance;
  } else {
    TENANTRY_CHECK(billing.receiveToBalance(organization, transfer.amount, id));
  }
  return toBalance > 0 ? payFromBalance(m_session, m_business, organization) : Result<>();
}

} // namespace tenantry::payments
