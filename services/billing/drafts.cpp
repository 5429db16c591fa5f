// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/drafts.h"

#include "services/billing/approvals.h"
#include "services/billing/draft_taxes.h"
#include "services/billing/invoice_verdicts.h"
#include "services/core/seen_rows.h"
#include "services/store/events.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace tenantry::billing {

namespace {

Result<DraftVerdict> draftVerdict(const store::Row &row) {
  TENANTRY_TRY(status, parseInvoiceStatus(row.get<QString>(2)));
  TENANTRY_TRY(currency, Currency::parse(row.get<QString>(5)));
  DraftVerdict verdict{{row.get<OrganizationId>(0), row.get<InvoiceId>(1)},
                       row.get<QString>(3),
                       Money(row.get<std::int64_t>(4), currency),
                       status != InvoiceStatus::Draft,
                       row.get<QString>(6),
                       row.get<QString>(7),
                       row.get<bool>(8),
                       row.get<bool>(9),
                       row.get<bool>(10)};
  verdict.tax = row.get<std::int64_t>(11);
  verdict.reverseCharge = row.get<bool>(12);
  return verdict;
}

void judge(DraftVerdict &verdict) {
  if (verdict.isFinal || verdict.refusal)
    return;
  const auto &why = verdict.hold.isEmpty() ? verdict.organizationHold : verdict.hold;
  if (!why.isEmpty())
    verdict.refusal = Error{u"invoice.on_hold"_s, u"On hold: %1"_s.arg(why)};
  else if (verdict.needsApproval && !verdict.isApproved)
    verdict.refusal = Error{u"invoice.approval_needed"_s,
                            u"An invoice of this amount is approved by one person and finalized "
                            u"by another."_s};
}

DraftVerdict unknownDraft(const InvoiceKey &key) {
  DraftVerdict verdict;
  verdict.key = key;
  verdict.refusal = Error{u"invoice.not_found"_s, u"This draft no longer exists."_s};
  return verdict;
}

Result<> checkSeenDraft(const DraftVerdict &now, const QString &seen) {
  if (seen.isEmpty() || seen == now.digest())
    return {};
  return fail(u"invoice.picture_changed"_s,
              u"The draft comes to %1 now, with %2 of tax; look at it again."_s.arg(
                  now.total.toString(), Money(now.tax, now.total.currency()).toString()));
}

} // namespace

QString DraftVerdict::digest() const {
  return pictureDigest(u"%1 %2 %3 %4 %5"_s.arg(total.currency().code())
                           .arg(total.minor())
                           .arg(tax)
                           .arg(reverseCharge)
                           .arg(keepsTax)
                           .toUtf8());
}

Result<std::vector<DraftVerdict>> Drafts::preview(const std::vector<InvoiceKey> &keys) {
  TENANTRY_TRY(verdicts, invoiceVerdicts(m_session, "invoices_to_finalize", keys, draftVerdict,
                                         unknownDraft));
  TENANTRY_CHECK(addTax(verdicts));
  for (auto &verdict : verdicts)
    judge(verdict);
  return verdicts;
}

Result<> Drafts::addTax(std::vector<DraftVerdict> &verdicts) {
  std::vector<InvoiceKey> drafts;
  for (const auto &verdict : verdicts)
    if (!verdict.isFinal && !verdict.refusal)
      drafts.push_back(verdict.key);
  TENANTRY_TRY(applied, m_business.current(m_session));
  TENANTRY_TRY(differing, DraftTaxes(m_session, *applied).differing(drafts));
  for (auto &verdict : verdicts) {
    const auto found = differing.find(verdict.key.invoice);
    if (found == differing.end())
      continue;
    verdict.keepsTax = found->second.tax == TaxedDraft::Tax::Kept;
    if (verdict.keepsTax)
      continue;
    const auto &taxed = found->second.invoice;
    verdict.tax = taxed.tax;
    verdict.reverseCharge = taxed.reverseCharge;
    const Money now(taxed.total, verdict.total.currency());
    if (now == verdict.total)
      continue;
    verdict.drafted = std::exchange(verdict.total, now);
    verdict.needsApproval = applied->business.invoice.needsApproval(now);
    verdict.isApproved = verdict.isApprovedByAsker = false; // that was of another amount
  }
  return {};
}

Result<bool> Drafts::approve(const InvoiceKey &key, const QString &seen) {
  return m_session.database.transaction([&]() -> Result<bool> {
    TENANTRY_CHECK(store::lockOrganization(m_session, key.organization));
    if (!seen.isEmpty()) {
      TENANTRY_TRY(verdicts, preview({key}));
      TENANTRY_CHECK(checkSeenDraft(verdicts.front(), seen));
    }
    TENANTRY_TRY(applied, m_business.current(m_session));
    DraftTaxes taxes(m_session, *applied);
    TENANTRY_TRY(differing, taxes.differing({key}));
    for (const auto &[id, draft] : differing)
      TENANTRY_CHECK(taxes.write(draft));
    return Approvals(m_session).approve(key);
  });
}

Result<bool> Drafts::act(const InvoiceKey &key, const QString &seen) {
  return m_session.database.transaction([&]() -> Result<bool> {
    TENANTRY_CHECK(store::lockOrganization(m_session, key.organization));
    TENANTRY_TRY(verdicts, preview({key}));
    if (const auto &refusal = verdicts.front().refusal)
      return tl::unexpected(*refusal);
    if (verdicts.front().isFinal)
      return false;
    TENANTRY_CHECK(checkSeenDraft(verdicts.front(), seen));
    TENANTRY_CHECK(BillingService(m_session, m_business).finalize(key.organization, {key.invoice}));
    return true;
  });
}

} // namespace tenantry::billing
