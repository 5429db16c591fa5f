// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/service.h"

#include "services/billing/draft_taxes.h"
#include "services/billing/invoice_planner.h"
#include "services/billing/invoice_writer.h"
#include "services/billing/ledger.h"
#include "services/billing/paid_event.h"
#include "services/billing/refusal.h"
#include "services/billing/stored_invoice.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::billing {

Result<std::vector<Invoice>>
BillingService::load(const char *query, std::initializer_list<store::Parameter> parameters) {
  TENANTRY_TRY(rows, m_session.database.query(query, parameters));
  std::vector<Invoice> invoices;
  for (const auto row : rows) {
    TENANTRY_TRY(invoice, readInvoice(row));
    invoices.push_back(std::move(invoice));
  }
  return invoices;
}

Result<Invoice> BillingService::find(const OrganizationId &organization, const InvoiceId &id) {
  TENANTRY_TRY(found, load("invoice_by_id", {{"organization", organization}, {"invoice", id}}));
  if (found.empty())
    return fail(u"invoice.not_found"_s, u"There is no invoice %1."_s.arg(id.toString()));
  return found.front();
}

Result<Invoice> BillingService::findByNumber(const QString &number) {
  TENANTRY_TRY(found, load("invoice_by_number", {{"number", number}}));
  if (found.empty())
    return fail(u"invoice.not_found"_s, u"There is no invoice with the number %1."_s.arg(number));
  return found.front();
}

Result<Invoice> BillingService::findCalled(const QString &numberOrId) {
  const auto id = InvoiceId::fromString(numberOrId);
  if (id.isNull())
    return findByNumber(numberOrId);
  TENANTRY_TRY(found, load("invoice_by_id_alone", {{"invoice", id}}));
  if (found.empty())
    return fail(u"invoice.not_found"_s, u"There is no invoice %1."_s.arg(id.toString()));
  return found.front();
}

Result<std::vector<Invoice>> BillingService::ofOrganization(const OrganizationId &organization) {
  return load("invoices_of_organization", {{"organization", organization}});
}

Result<std::vector<Invoice>> BillingService::openOf(const OrganizationId &organization) {
  return load("invoices_open_of_organization", {{"organization", organization}});
}

Result<std::vector<StoredLine>> BillingService::lines(const OrganizationId &organization,
                                                      const InvoiceId &id) {
  TENANTRY_TRY(rows, m_session.database.query("invoice_lines",
                                              {{"organization", organization}, {"invoice", id}}));
  std::vector<StoredLine> lines;
  for (const auto row : rows)
    lines.push_back(readLine(row));
  return lines;
}

Result<std::vector<usage::CountedEvent>>
BillingService::evidence(const OrganizationId &organization, const StoredLine &line,
                         const usage::EventCursor &after, int count) {
  if (!line.partFrom)
    return fail(u"invoice.no_usage"_s, u"Only a usage line has events behind it."_s);
  return usage::eventsOfParts(m_session, organization, line.metric, {*line.partFrom}, after, count);
}

Result<std::vector<Invoice>> BillingService::finalize(const OrganizationId &organization,
                                                      const std::vector<InvoiceId> &ids) {
  return m_session.database.transaction([&]() -> Result<std::vector<Invoice>> {
    TENANTRY_CHECK(store::lockOrganization(m_session, organization));
    TENANTRY_TRY(applied, m_business.current(m_session));
    TENANTRY_TRY(profile, organizations::OrganizationService(m_session).find(organization));
    std::vector<PlannedInvoice> drafts;
    for (const auto &id : ids) {
      TENANTRY_TRY(invoice, find(organization, id));
      if (invoice.status != InvoiceStatus::Draft)
        return fail(u"invoice.not_draft"_s,
                    u"Invoice %1 is already %2."_s.arg(invoice.number, toString(invoice.status)));
      TENANTRY_TRY(holds,
                   m_session.database.query("invoice_holds_live",
                                            {{"organization", organization}, {"invoice", id}}));
      if (!holds.isEmpty())
        return fail(u"invoice.on_hold"_s, u"On hold: %1"_s.arg(holds[0].get<QString>(1)));
      TENANTRY_TRY(stored, lines(organization, id));
      DraftTaxes taxes(m_session, *applied);
      TENANTRY_TRY(taxed, taxes.ofNow(std::move(invoice), std::move(stored), profile));
      TENANTRY_CHECK(taxes.write(taxed));
      drafts.push_back(asPlanned(std::move(taxed.invoice), taxed.lines));
    }
    TENANTRY_TRY(balances, balance(organization));
    for (auto &draft : drafts)
      prepareFinal(draft, profile, *applied, balances, m_session.clock.now());
    std::vector<store::BulkEvent> events;
    TENANTRY_CHECK(InvoiceWriter(m_session, *applied).finalizeDrafts(drafts, events));
    TENANTRY_CHECK(store::appendEventsBulk(m_session, events));
    std::vector<Invoice> final;
    for (auto &draft : drafts)
      final.push_back(std::move(draft.invoice));
    return final;
  });
}

Result<DueSplit> BillingService::receive(const OrganizationId &organization, const InvoiceId &id,
                                         std::int64_t amount, const QUuid &payment,
                                         std::optional<LocalDay> on) {
  return m_session.database.transaction([&]() -> Result<DueSplit> {
    TENANTRY_CHECK(store::lockOrganization(m_session, organization));
    TENANTRY_TRY(invoice, find(organization, id));
    // Nothing is due of one that was voided while the money was on its way.
    const bool isOpen = invoice.status == InvoiceStatus::Open;
    const auto split = splitOverDue(amount, isOpen ? invoice.amountDue() : 0, invoice.writtenOff);
    if (split.applied() > 0)
      TENANTRY_CHECK(settle(invoice, split, 0));
    if (split.toBalance > 0)
      TENANTRY_CHECK(moveBalance(organization, Money(split.toBalance, invoice.currency),
                                 u"payment"_s, payment));
    TENANTRY_CHECK(bookReceipt(invoice, split, payment, on));
    return split;
  });
}

// The bank may have booked before the invoice was issued, or given up.
Result<> BillingService::bookReceipt(const Invoice &invoice, const DueSplit &split,
                                     const QUuid &payment, std::optional<LocalDay> on) {
  TENANTRY_TRY(applied, m_business.current(m_session));
  const auto bookOn = [&](const QString &cause, LedgerEntries entries,
                          std::optional<LocalDay> day) {
    return book(m_session,
                {{invoice.organization, invoice.currency, cause, payment, std::move(entries)}},
                applied->zone(), day);
  };
  std::optional<LocalDay> known;
  if (on && split.applied() > 0) {
    TENANTRY_TRY(found, m_session.database.one<std::optional<LocalDay>>(
                            "ledger_invoice_day",
                            {{"organization", invoice.organization}, {"invoice", invoice.id}}));
    known = std::get<0>(*found);
  }
  if (!known || *known <= *on)
    return bookOn(u"payment.received"_s, paymentReceived(split), on);
  TENANTRY_CHECK(
      bookOn(u"payment.received"_s, paymentReceived({0, split.applied() + split.toBalance}), on));
  return bookOn(u"payment.applied"_s, paymentApplied(split), known);
}

Result<> BillingService::receiveToBalance(const OrganizationId &organization, const Money &amount,
                                          const QUuid &payment, std::optional<LocalDay> on) {
  return m_session.database.transaction([&]() -> Result<> {
    TENANTRY_CHECK(store::lockOrganization(m_session, organization));
    TENANTRY_TRY(applied, m_business.current(m_session));
    TENANTRY_CHECK(moveBalance(organization, amount, u"payment"_s, payment));
    return book(m_session,
                {{organization, amount.currency(), u"payment.received"_s, payment,
                  paymentReceived({0, amount.minor()})}},
                applied->zone(), on);
  });
}

Result<std::vector<BalanceUse>>
BillingService::balanceUses(const OrganizationId &organization,
                            const std::vector<InvoiceId> &withRunningAttempt,
                            const DueChanges &changes) {
  TENANTRY_TRY(balances, balance(organization));
  for (const auto &[currency, change] : changes.balance)
    balances[currency] += change;
  TENANTRY_TRY(open, openOf(organization));
  for (const auto &[id, change] : changes.due) {
    if (std::any_of(open.begin(), open.end(), [&](const auto &one) { return one.id == id; }))
      continue;
    TENANTRY_TRY(other, find(organization, id));
    open.push_back(std::move(other));
  }
  std::sort(open.begin(), open.end(), [](const auto &a, const auto &b) { return a.id < b.id; });
  std::vector<BalanceUse> uses;
  for (auto &[currency, left] : balances) {
    for (const auto &invoice : open) {
      const bool running = std::find(withRunningAttempt.begin(), withRunningAttempt.end(),
                                     invoice.id) != withRunningAttempt.end();
      const auto change = changes.due.find(invoice.id);
      const auto due = invoice.amountDue() + (change == changes.due.end() ? 0 : change->second);
      const auto pays = invoice.currency == currency && !running ? std::min(left, due) : 0;
      if (pays <= 0)
        continue;
      left -= pays;
      uses.push_back({invoice.id, invoice.number, Money(pays, currency)});
    }
  }
  return uses;
}

Result<std::vector<BalanceUse>>
BillingService::applyBalance(const OrganizationId &organization,
                             const std::vector<InvoiceId> &withRunningAttempt) {
  return m_session.database.transaction([&]() -> Result<std::vector<BalanceUse>> {
    TENANTRY_CHECK(store::lockOrganization(m_session, organization));
    TENANTRY_TRY(applied, m_business.current(m_session));
    TENANTRY_TRY(uses, balanceUses(organization, withRunningAttempt));
    for (const auto &use : uses) {
      TENANTRY_TRY(invoice, find(organization, use.invoice));
      TENANTRY_CHECK(moveBalance(organization, -use.amount, u"invoice"_s, use.invoice.uuid()));
      TENANTRY_CHECK(settle(invoice, {}, use.amount.minor()));
      TENANTRY_CHECK(book(m_session,
                          {{organization, use.amount.currency(), u"balance.applied"_s,
                            use.invoice.uuid(), balanceApplied(use.amount.minor())}},
                          applied->zone()));
    }
    return uses;
  });
}

Result<> BillingService::writeOff(const OrganizationId &organization, const InvoiceId &id) {
  return m_session.database.transaction([&]() -> Result<> {
    TENANTRY_CHECK(store::lockOrganization(m_session, organization));
    TENANTRY_TRY(applied, m_business.current(m_session));
    TENANTRY_TRY(invoice, find(organization, id));
    TENANTRY_TRY(written,
                 m_session.database.execute("invoice_write_off", {{"organization", organization},
                                                                  {"invoice", id},
                                                                  {"now", m_session.clock.now()}}));
    if (written != 1)
      return refuseInvoice(invoice, u"invoice.not_open"_s,
                           u"Invoice %1 is %2; only an open invoice can be written off."_s.arg(
                               invoice.number, toString(invoice.status)));
    TENANTRY_CHECK(book(m_session,
                        {{organization, invoice.currency, u"invoice.written_off"_s, id.uuid(),
                          invoiceWrittenOff(invoice.amountDue())}},
                        applied->zone()));
    return store::appendEvents(m_session, organization,
                               {{u"invoice.written_off"_s,
                                 {{"invoice", id.toString().toStdString()},
                                  {"number", invoice.number.toStdString()},
                                  {"currency", invoice.currency.code().toStdString()},
                                  {"amount", invoice.amountDue()}}}});
  });
}

Result<> BillingService::settle(const Invoice &invoice, const DueSplit &money,
                                std::int64_t fromBalance) {
  TENANTRY_TRY(outcome, m_session.database.one<QString>("invoice_settle",
                                                        {{"organization", invoice.organization},
                                                         {"invoice", invoice.id},
                                                         {"paid", money.reducesDue},
                                                         {"recovered", money.recovers},
                                                         {"applied", fromBalance},
                                                         {"now", m_session.clock.now()}}));
  if (!outcome)
    return refuseInvoice(
        invoice, u"invoice.not_open"_s,
        u"Invoice %1 is %2 and cannot be paid."_s.arg(invoice.number, toString(invoice.status)));
  const auto writtenOff = invoice.writtenOff - money.recovers;
  if (money.recovers > 0)
    TENANTRY_CHECK(store::appendEvents(m_session, invoice.organization,
                                       {{u"invoice.recovered"_s,
                                         {{"invoice", invoice.id},
                                          {"number", invoice.number},
                                          {"currency", invoice.currency.code()},
                                          {"amount", money.recovers},
                                          {"written_off", writtenOff}}}}));
  // The rest of one that was given up in part settles it, too.
  const auto now = std::get<0>(*outcome);
  const bool isSettled =
      now == "paid"_L1 || (invoice.status == InvoiceStatus::Open && now == "uncollectible"_L1);
  if (!isSettled)
    return {};
  return store::appendEvents(
      m_session, invoice.organization,
      {paidEvent(invoice.id, invoice.number, Money(invoice.total, invoice.currency), writtenOff)});
}

Result<> BillingService::moveBalance(const OrganizationId &organization, const Money &amount,
                                     const QString &cause, const QUuid &document) {
  const Instant now = m_session.clock.now();
  TENANTRY_CHECK(m_session.database.execute("balance_move", {{"organization", organization},
                                                             {"movement", makeUuidV7(now)},
                                                             {"currency", amount.currency().code()},
                                                             {"amount", amount.minor()},
                                                             {"cause", cause},
                                                             {"document", document},
                                                             {"now", now}}));
  return {};
}

Result<std::map<Currency, std::int64_t>>
BillingService::balance(const OrganizationId &organization) {
  TENANTRY_TRY(rows, m_session.database.query("balance_of", {{"organization", organization}}));
  std::map<Currency, std::int64_t> balances;
  for (const auto row : rows) {
    TENANTRY_TRY(currency, Currency::parse(row.get<QString>(0)));
    balances[currency] = row.get<std::int64_t>(1);
  }
  return balances;
}

Result<std::map<QString, std::map<Currency, std::int64_t>>>
BillingService::ledger(const OrganizationId &organization) {
  TENANTRY_TRY(rows, m_session.database.query("ledger_balances", {{"organization", organization}}));
  std::map<QString, std::map<Currency, std::int64_t>> accounts;
  for (const auto row : rows) {
    TENANTRY_TRY(currency, Currency::parse(row.get<QString>(1)));
    accounts[row.get<QString>(0)][currency] = row.get<std::int64_t>(2);
  }
  return accounts;
}

} // namespace tenantry::billing
