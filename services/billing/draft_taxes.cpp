// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/draft_taxes.h"

#include "services/billing/composition.h"
#include "services/billing/draft_store.h"
#include "services/organizations/service.h"
#include "services/store/events.h"
#include "services/subscriptions/taxation.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::billing {

namespace {

/// Whether it may have another tax than the customer's of now: those are looked at line by line.
bool mayDiffer(const store::Row &row, const business::Business &business) {
  const auto now =
      subscriptions::taxOf(row.get<QString>(2), row.get<QString>(3), row.get<QString>(4), business);
  const auto items = row.get<std::vector<QString>>(6);
  const auto percents = row.get<std::vector<QString>>(7);
  const auto included = row.get<std::vector<QString>>(8);
  if (row.get<bool>(5) != now.reverseCharge || items.size() != (now.rate ? 1U : 0U))
    return true;
  if (!now.rate)
    return false;
  const auto said = now.rate->inclusive ? "true"_L1 : "false"_L1;
  return items.front() != taxItem(*now.rate) ||
         std::ranges::any_of(included, [said](const QString &each) { return each != said; }) ||
         parseDecimal(percents.front()).value_or(Rational(0)) != now.rate->percent;
}

} // namespace

Result<TaxedDraft> DraftTaxes::ofNow(Invoice draft, std::vector<StoredLine> lines,
                                     const organizations::Organization &organization) {
  TENANTRY_TRY(credits, draftCreditsOf(m_session, draft));
  return ofNow(StoredDraft{std::move(draft), std::move(lines), std::move(credits)}, organization);
}

TaxedDraft DraftTaxes::ofNow(StoredDraft draft, const organizations::Organization &organization) {
  auto taxed =
      withTaxOf(subscriptions::taxOf(organization, m_applied.business), std::move(draft.invoice),
                std::move(draft.lines), draft.credits, m_applied.business.taxRates);
  // Who keeps another tax is the customer that it is the tax of.
  if (taxed.tax != TaxedDraft::Tax::Kept)
    taxed.invoice.customer = DocumentCustomer::of(organization);
  return taxed;
}

Result<std::map<InvoiceId, TaxedDraft>>
DraftTaxes::differing(const std::vector<InvoiceKey> &drafts) {
  DocumentKeys keys;
  for (const auto &key : drafts)
    keys.add(key.organization, key.invoice);
  TENANTRY_TRY(rows,
               m_session.database.query("drafts_taxed", {{"organizations", keys.organizations},
                                                         {"invoices", keys.documents}}));
  DocumentKeys suspects;
  for (const auto row : rows)
    if (mayDiffer(row, m_applied.business))
      suspects.add(row.get<OrganizationId>(0), row.get<InvoiceId>(1));
  StoredDrafts stored;
  TENANTRY_CHECK(loadDrafts(m_session, suspects, stored));
  std::map<InvoiceId, TaxedDraft> differing;
  organizations::OrganizationService profiles(m_session);
  for (auto &[organization, ofIt] : stored) {
    TENANTRY_TRY(profile, profiles.find(organization));
    for (auto &[id, draft] : ofIt)
      if (auto taxed = ofNow(std::move(draft), profile); taxed.tax != TaxedDraft::Tax::Same)
        differing.emplace(id, std::move(taxed));
  }
  return differing;
}

Result<> DraftTaxes::write(const TaxedDraft &draft) {
  if (draft.tax != TaxedDraft::Tax::Changed)
    return {};
  const Invoice &invoice = draft.invoice;
  TENANTRY_TRY(before, (m_session.database.one<std::int64_t>(
                           "draft_retax", {{"organization", invoice.organization},
                                           {"invoice", invoice.id},
                                           {"net", invoice.net},
                                           {"tax", invoice.tax},
                                           {"total", invoice.total},
                                           {"reverse_charge", invoice.reverseCharge},
                                           {"customer", invoice.customer.toJson()}})));
  if (!before)
    return fail(u"store.conflict"_s,
                u"Someone else changed the draft at the same moment; look at it again."_s);
  TENANTRY_CHECK(storeDraftLines(m_session, invoice, draft.lines));
  return store::appendEvents(m_session, invoice.organization,
                             {{u"invoice.tax_changed"_s,
                               {{"invoice", invoice.id},
                                {"currency", invoice.currency.code()},
                                {"tax_before", std::get<0>(*before)},
                                {"tax", invoice.tax},
                                {"total", invoice.total},
                                {"reverse_charge", invoice.reverseCharge}}}});
}

} // namespace tenantry::billing
