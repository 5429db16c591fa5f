// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/drafts.h"
#include "services/billing/holds.h"
#include "services/billing/issue_again.h"
#include "services/billing/one_off.h"
#include "services/payments/adjustment.h"
#include "services/payments/bank_book.h"
#include "services/payments/bank_desk.h"
#include "services/payments/version_moves.h"
#include "tests/services/scenarios/history.h"
#include "tests/services/scenarios/line_text.h"

using namespace Qt::StringLiterals;

namespace tenantry::tests {

using billing::ChangeRequest;
using subscriptions::When;

// What is drafted is taxed anew, whoever it was drafted for.
Result<> History::moveAway() {
  const auto country = oneOf({u"US"_s, u"DE"_s, u"FR"_s});
  const auto vatId = country == u"DE"_s && oneIn(2) ? u"DE136695976"_s : QString();
  return attempt(u"move to %1 %2"_s.arg(country, vatId), Again::ChangesNothing, [&]() -> Result<> {
    organizations::OrganizationService service(m_session);
    TENANTRY_TRY(found, service.find(m_id));
    TENANTRY_CHECK(
        service.amend(m_id, {{u"addressCountry"_s, country}, {u"vatId"_s, vatId}}, found.revision));
    return {};
  });
}

Result<> History::grant() {
  ChangeRequest request;
  request.organization = m_id;
  request.kind = ChangeRequest::Kind::Limits;
  request.reason = u"agreed"_s;
  const auto metric = oneOf({u"calls"_s, u"level"_s, u"gigabytes"_s, u"api_calls"_s});
  if (oneIn(4))
    request.limits[metric] = std::nullopt;
  else
    request.limits[metric] = oneIn(6) ? -1 : below(6'000);
  return change(request, u"limit of %1: %2"_s.arg(metric).arg(request.limits[metric].value_or(-2)));
}

Result<> History::moveToNewest() {
  payments::MoveHow how;
  how.when = oneIn(2) ? When::PeriodEnd : When::Now;
  how.preview = false;
  return attempt(how.when == When::Now ? u"to the newest version now"_s
                                       : u"to the newest version at the period's end"_s,
                 Again::ChangesNothing, [&]() -> Result<> {
                   TENANTRY_CHECK(payments::moveToNewest(m_session, m_business, m_id, how));
                   return {};
                 });
}

Result<> History::review() {
  TENANTRY_TRY(invoice, anyInvoice());
  if (!invoice)
    return sellOnce();
  const billing::InvoiceKey key{m_id, invoice->id};
  billing::Drafts drafts(m_session, m_business);
  TENANTRY_TRY(seen, drafts.preview({key}));
  const auto &verdict = seen.front();
  bool isFirst = true;
  return attempt(
      u"finalize a draft of %1"_s.arg(invoice->total), Again::ChangesNothing, [&]() -> Result<> {
        const auto done = outcomeOf(drafts.act(key, verdict.digest()));
        if (!std::exchange(isFirst, false))
          return done;
        TENANTRY_CHECK(refusedAsShown(verdict.refusal, done));
        if (verdict.isFinal)
          return {};
        TENANTRY_TRY(now, billing::BillingService(m_session, m_business).find(m_id, invoice->id));
        return now.total == verdict.total.minor() && !now.number.isEmpty()
                   ? Result<>()
                   : broken(u"the draft was finalized as something else than was shown"_s);
      });
}

Result<> History::hold() {
  billing::Holds holds(m_session);
  if (oneIn(3))
    return attempt(u"hold everything"_s, Again::ChangesNothing, [&]() -> Result<> {
      TENANTRY_CHECK(holds.holdOrganization(m_id, u"a question"_s));
      return {};
    });
  if (oneIn(2))
    return attempt(u"release everything"_s, Again::ChangesNothing, [&]() -> Result<> {
      TENANTRY_CHECK(holds.releaseOrganization(m_id));
      return {};
    });
  TENANTRY_TRY(invoice, anyInvoice());
  if (!invoice)
    return sellOnce();
  const billing::InvoiceKey key{m_id, invoice->id};
  const bool isHeld = oneIn(2);
  return attempt(isHeld ? u"hold a draft"_s : u"release a draft"_s, Again::ChangesNothing,
                 [&]() -> Result<> {
                   if (isHeld) {
                     TENANTRY_CHECK(holds.hold(key, u"a question"_s));
                   } else {
                     TENANTRY_CHECK(holds.release(key));
                   }
                   return {};
                 });
}

// The last that is void, or one that is not.
Result<> History::issueAgain() {
  TENANTRY_TRY(invoices, billing::BillingService(m_session, m_business).ofOrganization(m_id));
  if (invoices.empty())
    return sellOnce();
  auto chosen = invoices.back();
  for (const auto &invoice : invoices)
    if (invoice.status == billing::InvoiceStatus::Void)
      chosen = invoice;
  billing::IssueAgain service(m_session, m_business);
  const billing::InvoiceKey key{m_id, chosen.id};
  const auto seen = service.preview(key);
  const auto what = u"issue %1 again"_s.arg(chosen.number);
  return attemptSeen(seen, what, [&](const auto &shown, bool isFirst) -> Result<> {
    TENANTRY_TRY(done, service.act(key, billing::digestOfCharge(shown)));
    if (!isFirst)
      return {};
    TENANTRY_TRY(lines, billing::BillingService(m_session, m_business).lines(m_id, done.id));
    return done.total == shown.invoice.total && lineTexts(lines) == lineTexts(shown.lines)
               ? Result<>()
               : broken(u"the invoice in its place is not what was shown"_s);
  });
}

// A statement of one entry, that names an invoice or nothing.
Result<> History::bank() {
  TENANTRY_TRY(invoice, anyInvoice());
  payments::BankEntry entry;
  entry.amount = Money(1 + below(30'000), m_currency);
  entry.bookedOn = Zone().dayOf(m_session.clock.now()) - std::chrono::days(below(6));
  entry.bankReference = m_name + key();
  if (invoice && !oneIn(4)) {
    entry.amount =
        Money(std::max<std::int64_t>(1, partOf(invoice->amountDue())), invoice->currency);
    entry.remittance = invoice->number;
  }
  return postEntry(entry, entry.bankReference);
}

Result<> History::postEntry(payments::BankEntry entry, const QString &statement) {
  payments::BankStatement of;
  of.format = u"csv"_s;
  of.file = statement;
  of.id = statement;
  of.account = u"OURS"_s;
  of.entries = {std::move(entry)};
  TENANTRY_CHECK(attempt(
      u"by bank %1 for “%2”"_s.arg(of.entries[0].amount.toString(), of.entries[0].remittance),
      Again::ChangesNothing, [&]() -> Result<> {
        TENANTRY_CHECK(payments::BankBook(m_session, m_business).post(of));
        return {};
      }));
  TENANTRY_TRY(rows, m_session.database.adHoc(
                         "select e.bank_entry_id from bank_entry as e join bank_statement as s "
                         "using (bank_statement_id) where s.statement_key = :key",
                         {{"key", statement}}));
  for (const auto row : rows)
    m_entries.push_back(row.get<payments::BankEntryId>(0));
  return {};
}

payments::BankEntryId History::anyEntry() {
  return m_entries[static_cast<std::size_t>(below(static_cast<int>(m_entries.size())))];
}

Result<> History::sortOut() {
  if (m_entries.empty())
    return bank();
  if (oneIn(3))
    return undoAssignment();
  const auto id = anyEntry();
  payments::BankDesk desk(m_session, m_business);
  TENANTRY_TRY(invoice, anyInvoice());
  TENANTRY_TRY(kept, desk.find(id));
  payments::Assignment part{m_id, {}, kept.entry.amount.minor()};
  if (invoice && !oneIn(4))
    part.invoice = invoice->id;
  const auto seen = desk.preview(id, {part});
  return attemptSeen(seen, u"assign %1"_s.arg(kept.entry.amount.toString()),
                     [&](const auto &shown, bool) -> Result<> {
                       TENANTRY_CHECK(desk.assign(id, {part}, shown.digest()));
                       mayFollow(&History::undoAssignment);
                       return {};
                     });
}

// Mostly of one that pays something.
Result<> History::undoAssignment() {
  TENANTRY_TRY(rows, m_session.database.adHoc(
                         "select bank_entry_id from bank_entry where status = 'matched' and "
                         "bank_entry_id = any(:entries) order by 1",
                         {{"entries", m_entries}}));
  const auto id = rows.isEmpty() || oneIn(4)
                      ? anyEntry()
                      : rows[below(int(rows.size()))].get<payments::BankEntryId>(0);
  payments::BankDesk desk(m_session, m_business);
  const auto seen = desk.previewUnassign(id);
  return attemptSeen(seen, u"undo an assignment"_s,
                     [&](const auto &shown, bool) { return desk.unassign(id, shown.digest()); });
}

} // namespace tenantry::tests
