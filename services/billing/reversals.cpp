// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/reversals.h"

#include "services/billing/ledger.h"
#include "services/billing/refusal.h"

#include <map>

using namespace Qt::StringLiterals;

namespace tenantry::billing {

Result<> Reversals::takeBack(const OrganizationId &organization,
                             const std::optional<InvoiceId> &invoice, const Currency &currency,
                             const DueSplit &split, const QUuid &payment,
                             std::optional<LocalDay> on) {
  BillingService billing(m_session, m_business);
  if (split.toBalance > 0) {
    TENANTRY_TRY(balances, billing.balance(organization));
    if (balances[currency] < split.toBalance)
      return fail(u"balance.insufficient"_s,
                  u"The balance is %1; no more than that can be taken from it."_s.arg(
                      Money(balances[currency], currency).toString()));
    TENANTRY_CHECK(billing.moveBalance(organization, Money(-split.toBalance, currency),
                                       u"payment"_s, payment));
  }
  if (invoice && split.applied() > 0)
    TENANTRY_CHECK(reopen(organization, *invoice, split, 0));
  return unbook(organization, currency, payment, on);
}

// What was none goes from the days on which it was booked, so that the books of no day have it
// twice when it is assigned anew.
Result<> Reversals::unbook(const OrganizationId &organization, const Currency &currency,
                           const QUuid &payment, std::optional<LocalDay> on) {
  TENANTRY_TRY(applied, m_business.current(m_session));
  TENANTRY_TRY(rows, m_session.database.query("ledger_of_payment", {{"organization", organization},
                                                                    {"payment", payment}}));
  std::map<LocalDay, LedgerEntries> days;
  for (const auto row : rows) {
    TENANTRY_TRY(day, openDayFor(m_session, applied->zone(), on.value_or(row.get<LocalDay>(0))));
    const auto account = business::fromWord<Account>(row.get<QString>(1).toStdString());
    days[day].push_back({*account, -row.get<std::int64_t>(2)});
  }
  for (const auto &[day, entries] : days)
    TENANTRY_CHECK(book(m_session,
                        {{organization, currency, u"payment.reversed"_s, payment, entries}},
                        applied->zone(), day));
  return {};
}

Result<> Reversals::giveBack(const OrganizationId &organization, const InvoiceId &invoice,
                             const Money &amount) {
  TENANTRY_TRY(applied, m_business.current(m_session));
  TENANTRY_CHECK(BillingService(m_session, m_business)
                     .moveBalance(organization, amount, u"invoice"_s, invoice.uuid()));
  TENANTRY_CHECK(reopen(organization, invoice, {}, amount.minor()));
  TENANTRY_TRY(
      found, m_session.database.one<std::optional<LocalDay>>(
                 "ledger_balance_used_on", {{"organization", organization}, {"invoice", invoice}}));
  const auto used = std::get<0>(*found);
  TENANTRY_TRY(day, openDayFor(m_session, applied->zone(),
                               used.value_or(applied->zone().dayOf(m_session.clock.now()))));
  return book(m_session,
              {{organization, amount.currency(), u"balance.given_back"_s, invoice.uuid(),
                balanceGivenBack(amount.minor())}},
              applied->zone(), day);
}

Result<> Reversals::reopen(const OrganizationId &organization, const InvoiceId &id,
                           const DueSplit &money, std::int64_t fromBalance) {
  TENANTRY_TRY(invoice, BillingService(m_session, m_business).find(organization, id));
  TENANTRY_TRY(done, m_session.database.execute("invoice_reopen", {{"organization", organization},
                                                                   {"invoice", id},
                                                                   {"paid", money.reducesDue},
                                                                   {"recovered", money.recovers},
                                                                   {"applied", fromBalance}}));
  if (done != 1)
    return refuseInvoice(invoice, u"invoice.not_open"_s,
                         u"Invoice %1 is %2; its payments cannot be taken back."_s.arg(
                             invoice.number, toString(invoice.status)));
  if (invoice.status != InvoiceStatus::Paid || money.reducesDue + fromBalance == 0)
    return {};
  return store::appendEvents(
      m_session, organization,
      {{u"invoice.reopened"_s,
        {{"invoice", id.toString().toStdString()},
         {"number", invoice.number.toStdString()},
         {"currency", invoice.currency.code().toStdString()},
         {"amount", invoice.amountDue() + money.reducesDue + fromBalance}}}});
}

} // namespace tenantry::billing
