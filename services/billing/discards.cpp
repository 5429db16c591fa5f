// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/discards.h"

#include "services/billing/holds.h"
#include "services/billing/usage_release.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::billing {

namespace {

bool isDiscarded(const Invoice &invoice) {
  return invoice.status == InvoiceStatus::Void && invoice.number.isEmpty();
}

bool isSoldKind(const QString &kind) {
  return kind != "usage"_L1 && kind != "discount"_L1 && kind != "tax"_L1;
}

} // namespace

Result<std::vector<DraftVerdict>> Discards::preview(const std::vector<InvoiceKey> &keys) {
  TENANTRY_TRY(verdicts, Drafts(m_session, m_business).preview(keys));
  for (auto &verdict : verdicts)
    TENANTRY_CHECK(refuse(verdict));
  return verdicts;
}

/// Whatever keeps it from being finalized keeps nobody from discarding it.
Result<> Discards::refuse(DraftVerdict &verdict) {
  if (verdict.refusal && verdict.refusal->code == "invoice.not_found"_L1)
    return {};
  verdict.refusal.reset();
  const auto &[organization, id] = verdict.key;
  if (verdict.isFinal) {
    TENANTRY_TRY(invoice, BillingService(m_session, m_business).find(organization, id));
    if (!isDiscarded(invoice))
      verdict.refusal = Error{u"invoice.not_draft"_s,
                              u"Invoice %1 is already %2; only a draft can be discarded."_s.arg(
                                  invoice.number, toString(invoice.status))};
    return {};
  }
  TENANTRY_TRY(lines, BillingService(m_session, m_business).lines(organization, id));
  if (std::ranges::any_of(lines, [](const StoredLine &line) {
        return line.kind == "proration_credit"_L1 || (line.amount < 0 && isSoldKind(line.kind));
      })) {
    verdict.refusal = Error{u"invoice.takes_back"_s,
                            u"The draft takes back what other invoices bill, and could not be "
                            u"drafted again; finalize it and credit what is wrong."_s};
    return {};
  }
  TENANTRY_TRY(credited,
               m_session.database.query("invoice_is_credited",
                                        {{"organization", organization}, {"invoice", id}}));
  if (credited[0].get<bool>(0))
    verdict.refusal = Error{u"invoice.draft_credited"_s,
                            u"A change took back something of this draft already; discard or void "
                            u"what the change made first."_s};
  return {};
}

Result<bool> Discards::act(const InvoiceKey &draft, const QString &reason, const QString &seen) {
  if (reason.trimmed().isEmpty())
    return fail(u"invoice.reason_missing"_s,
                u"A draft is discarded with a reason; say why it should not be issued."_s);
  return m_session.database.transaction([&]() -> Result<bool> {
    const auto &[organization, id] = draft;
    TENANTRY_CHECK(store::lockOrganization(m_session, organization));
    TENANTRY_TRY(verdicts, preview({draft}));
    const auto &verdict = verdicts.front();
    if (verdict.refusal)
      return tl::unexpected(*verdict.refusal);
    if (verdict.isFinal)
      return false;
    if (!seen.isEmpty() && seen != verdict.digest())
      return fail(u"invoice.picture_changed"_s,
                  u"What the draft comes to has changed since; look at it again."_s);
    BillingService billing(m_session, m_business);
    TENANTRY_TRY(invoice, billing.find(organization, id));
    TENANTRY_TRY(lines, billing.lines(organization, id));
    TENANTRY_CHECK(m_session.database.execute(
        "invoice_discard",
        {{"organization", organization}, {"invoice", id}, {"now", m_session.clock.now()}}));
    TENANTRY_CHECK(m_session.database.execute("billed_period_release",
                                              {{"organization", organization}, {"invoice", id}}));
    TENANTRY_CHECK(releaseUsage(m_session, m_business, organization, id, lines));
    TENANTRY_CHECK(Holds(m_session).release(draft));
    TENANTRY_CHECK(store::appendEvents(m_session, organization,
                                       {{u"invoice.discarded"_s,
                                         {{"invoice", id.toString().toStdString()},
                                          {"currency", invoice.currency.code().toStdString()},
                                          {"total", invoice.total},
                                          {"reason", reason.trimmed().toStdString()}}}}));
    return true;
  });
}

} // namespace tenantry::billing
