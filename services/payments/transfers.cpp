// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/transfers.h"

#include "services/billing/books.h"
#include "services/billing/ledger.h"
#include "services/billing/refusal.h"
#include "services/core/seen_rows.h"
#include "services/payments/adjustment.h"
#include "services/payments/repository.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::payments {

QString TransferPicture::digest() const {
  const auto said = u"%1-%2-%3@%4"_s.arg(dueBefore).arg(pays).arg(toBalance).arg(toIso(bookedOn));
  return recovers == 0 ? said : said + u"+%1"_s.arg(recovers);
}

QString TransfersPicture::digest() const {
  QStringList said;
  for (const auto &part : parts)
    said += part.number + u'=' + part.digest();
  for (const auto &use : uses)
    said += u"%1+%2"_s.arg(use.number).arg(use.amount.minor());
  return pictureDigest(said.join(u' ').toUtf8());
}

/// Where a bank says it, that counts as far as the books are open; a person is told that they are
/// not.
Result<LocalDay> Transfers::dayOf(const Transfer &transfer) {
  TENANTRY_TRY(applied, m_business.current(m_session));
  const LocalDay today = applied->zone().dayOf(m_session.clock.now());
  if (!transfer.receivedOn) {
    if (!transfer.bankDay)
      return today;
    return billing::openDayFor(m_session, applied->zone(), *transfer.bankDay);
  }
  const LocalDay day = *transfer.receivedOn;
  if (day > today)
    return fail(u"payment.in_future"_s,
                u"%1 is still to come; a payment is recorded once it came."_s.arg(toIso(day)));
  TENANTRY_TRY(closed, billing::closedThrough(m_session));
  if (closed && day <= *closed)
    return fail(u"ledger.closed"_s,
                u"%1 lies in a month that is closed; the books are closed through %2. Record the "
                u"payment on a later day."_s.arg(toIso(day), toIso(*closed)));
  return day;
}

Result<TransferPicture> Transfers::preview(const Transfer &transfer) {
  if (transfer.amount.minor() <= 0)
    return fail(u"amount.invalid"_s, u"A received payment needs an amount above zero."_s);
  TransferPicture picture;
  TENANTRY_TRY(day, dayOf(transfer));
  picture.bookedOn = day;
  picture.currency = transfer.amount.currency();
  picture.toBalance = transfer.amount.minor();
  if (!transfer.invoice)
    return picture;
  TENANTRY_TRY(invoice, billing::BillingService(m_session, m_business)
                            .find(transfer.organization, *transfer.invoice));
  if (invoice.status == billing::InvoiceStatus::Draft ||
      invoice.status == billing::InvoiceStatus::Void)
    return billing::refuseInvoice(
        invoice, u"invoice.not_open"_s,
        u"Invoice %1 is %2 and cannot be paid."_s.arg(invoice.number, toString(invoice.status)));
  if (invoice.currency != transfer.amount.currency())
    return fail(u"payment.wrong_currency"_s,
                u"Invoice %1 is in %2; %3 cannot pay it."_s.arg(
                    invoice.number, invoice.currency.code(), transfer.amount.toString()));
  const auto split =
      billing::splitOverDue(transfer.amount.minor(), invoice.amountDue(), invoice.writtenOff);
  TENANTRY_TRY(live, Repository(m_session).invoicesBeingTried(transfer.organization));
  picture.number = invoice.number;
  picture.dueBefore = invoice.amountDue();
  picture.pays = split.reducesDue;
  picture.recovers = split.recovers;
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
                  u"What is due on invoice %1 has changed since; look at the payment "
                  u"again."_s.arg(picture.number));
    const auto id = transfer.id.isNull() ? makeId<PaymentId>(m_session.clock.now()) : transfer.id;
    TENANTRY_TRY(toBalance, receive(transfer, id));
    if (toBalance > 0)
      TENANTRY_CHECK(useBalance(transfer.organization, id));
    return picture;
  });
}

Result<bool> Transfers::knows(const OrganizationId &organization, const PaymentId &id) {
  TENANTRY_TRY(rows, m_session.database.query("payment_known",
                                              {{"organization", organization}, {"payment", id}}));
  return !rows.isEmpty();
}

Result<TransfersPicture> Transfers::previewAll(const std::vector<Transfer> &transfers) {
  TransfersPicture picture;
  if (transfers.empty())
    return picture;
  const auto &organization = transfers.front().organization;
  const auto currency = transfers.front().amount.currency();
  TENANTRY_TRY(balances, billing::BillingService(m_session, m_business).balance(organization));
  picture.balanceBefore = balances[currency];
  billing::DueChanges changes;
  for (const auto &transfer : transfers) {
    TENANTRY_TRY(part, preview(transfer));
    if (transfer.invoice)
      changes.due[*transfer.invoice] -= part.pays;
    changes.balance[currency] += part.toBalance;
    picture.parts.push_back(std::move(part));
  }
  picture.balanceAfter = picture.balanceBefore + changes.balance[currency];
  if (changes.balance[currency] == 0)
    return picture;
  TENANTRY_TRY(live, Repository(m_session).invoicesBeingTried(organization));
  TENANTRY_TRY(
      uses,
      billing::BillingService(m_session, m_business).balanceUses(organization, live, changes));
  for (auto &use : uses) {
    if (use.amount.currency() == currency)
      picture.balanceAfter -= use.amount.minor();
    picture.uses.push_back(std::move(use));
  }
  return picture;
}

Result<TransfersPicture> Transfers::actAll(const std::vector<Transfer> &transfers,
                                           const QString &seen) {
  return m_session.database.transaction([&]() -> Result<TransfersPicture> {
    if (transfers.empty())
      return TransfersPicture{};
    const auto &organization = transfers.front().organization;
    TENANTRY_CHECK(store::lockOrganization(m_session, organization));
    TENANTRY_TRY(picture, previewAll(transfers));
    if (!seen.isEmpty() && seen != picture.digest())
      return fail(u"payment.picture_changed"_s,
                  u"What is due has changed since; look at it again."_s);
    std::int64_t toBalance = 0;
    for (const auto &transfer : transfers) {
      TENANTRY_TRY(rest, receive(transfer, transfer.id));
      toBalance += rest;
    }
    if (toBalance > 0)
      TENANTRY_CHECK(useBalance(organization, transfers.back().id));
    return picture;
  });
}

Result<std::int64_t> Transfers::receive(const Transfer &transfer, const PaymentId &id) {
  Repository repository(m_session);
  billing::BillingService billing(m_session, m_business);
  const auto &organization = transfer.organization;
  TENANTRY_CHECK(repository.addPayment(id.uuid(), organization, u"transfer"_s, std::nullopt,
                                       transfer.amount, transfer.reference));
  std::optional<LocalDay> on;
  if (transfer.bankDay || transfer.receivedOn) {
    TENANTRY_TRY(day, dayOf(transfer));
    on = day;
  }
  store::Json payload{{"payment", id},
                      {"amount", transfer.amount.minor()},
                      {"currency", transfer.amount.currency().code()}};
  if (transfer.invoice)
    payload["invoice"] = *transfer.invoice;
  TENANTRY_CHECK(
      store::appendEvents(m_session, organization, {{u"payment.received"_s, std::move(payload)}}));
  if (!transfer.invoice) {
    TENANTRY_CHECK(billing.receiveToBalance(organization, transfer.amount, id.uuid(), on));
    return transfer.amount.minor();
  }
  TENANTRY_TRY(split, billing.receive(organization, *transfer.invoice, transfer.amount.minor(),
                                      id.uuid(), on));
  TENANTRY_CHECK(repository.allocate(organization, id.uuid(), *transfer.invoice, split));
  return split.toBalance;
}

// What it paid besides is kept with the payment: it is undone with it.
Result<> Transfers::useBalance(const OrganizationId &organization, const PaymentId &payment) {
  TENANTRY_TRY(uses, payFromBalance(m_session, m_business, organization));
  for (const auto &use : uses)
    TENANTRY_CHECK(
        m_session.database.execute("payment_balance_use_add", {{"organization", organization},
                                                               {"payment", payment},
                                                               {"invoice", use.invoice},
                                                               {"amount", use.amount.minor()}}));
  return {};
}

} // namespace tenantry::payments
