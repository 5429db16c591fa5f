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
  const auto seen = drafts.preview({key});
  bool isFirst = true;
  return attempt(
      u"finalize a draft of %1"_s.arg(invoice->total), Again::ChangesNothing, [&]() -> Result<> {
        if (!seen)
          return tl::unexpected(seen.error());
        const auto &verdict = seen->front();
        TENANTRY_CHECK(drafts.act(key, verdict.digest()));
        if (!std::exchange(isFirst, false) || verdict.isFinal)
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
  bool isFirst = true;
  return attempt(u"issue %1 again"_s.arg(chosen.number), Again::ChangesNothing, [&]() -> Result<> {
    if (!seen)
      return tl::unexpected(seen.error());
    TENANTRY_TRY(done, service.act(key, billing::digestOfCharge(*seen)));
    if (!std::exchange(isFirst, false))
      return {};
    TENANTRY_TRY(lines, billing::BillingService(m_session, m_business).lines(m_id, done.id));
    return done.total == seen->invoice.total && lineTexts(lines) == lineTexts(seen->lines)
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
  payments::BankStatement statement;
  statement.format = u"csv"_s;
  statement.file = entry.bankReference;
  statement.id = entry.bankReference;
  statement.account = u"OURS"_s;
  statement.entries = {entry};
  TENANTRY_CHECK(attempt(u"by bank %1 for “%2”"_s.arg(entry.amount.toString(), entry.remittance),
                         Again::ChangesNothing, [&]() -> Result<> {
                           TENANTRY_CHECK(
                               payments::BankBook(m_session, m_business).post(statement));
                           return {};
                         }));
  TENANTRY_TRY(rows, m_session.database.adHoc(
                         "select bank_entry_id from bank_entry where bank_reference = :reference",
                         {{"reference", entry.bankReference}}));
  for (const auto row : rows)
    m_entries.push_back(row.get<payments::BankEntryId>(0));
  return {};
}

Result<> History::sortOut() {
  if (m_entries.empty())
    return bank();
  const auto id = m_entries[static_cast<std::size_t>(below(static_cast<int>(m_entries.size())))];
  payments::BankDesk desk(m_session, m_business);
  if (oneIn(2)) {
    const auto seen = desk.previewUnassign(id);
    return attempt(u"undo an assignment"_s, Again::ChangesNothing, [&]() -> Result<> {
      if (!seen)
        return tl::unexpected(seen.error());
      return desk.unassign(id, seen->digest());
    });
  }
  TENANTRY_TRY(invoice, anyInvoice());
  TENANTRY_TRY(kept, desk.find(id));
  payments::Assignment part{m_id, {}, kept.entry.amount.minor()};
  if (invoice && !oneIn(4))
    part.invoice = invoice->id;
  const auto seen = desk.preview(id, {part});
  return attempt(u"assign %1"_s.arg(kept.entry.amount.toString()), Again::ChangesNothing,
                 [&]() -> Result<> {
                   if (!seen)
                     return tl::unexpected(seen.error());
                   return desk.assign(id, {part}, seen->digest());
                 });
}

} // namespace tenantry::tests
