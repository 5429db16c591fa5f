// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/draft_taxes.h"

#include "services/billing/composition.h"
#include "services/billing/stored_invoice.h"
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

Result<DraftCredits> draftCreditsOf(store::Session &session, const Invoice &draft) {
  TENANTRY_TRY(rows, session.database.query("draft_credits", {{"organization", draft.organization},
                                                              {"invoice", draft.id}}));
  DraftCredits credits;
  for (const auto row : rows) {
    if (row.get<bool>(1))
      credits.isCreditedItself = true;
    else
      credits.lines.insert(row.get<int>(0));
  }
  return credits;
}

Result<TaxedDraft> DraftTaxes::ofNow(Invoice draft, std::vector<StoredLine> lines,
                                     const organizations::Organization &organization) {
  TENANTRY_TRY(credits, draftCreditsOf(m_session, draft));
  auto taxed = withTaxOf(subscriptions::taxOf(organization, m_applied.business), std::move(draft),
                         std::move(lines), credits, m_applied.business.taxRates);
  // Who keeps another tax is the customer that it is the tax of.
  if (taxed.tax != TaxedDraft::Tax::Kept)
    taxed.invoice.customer = DocumentCustomer::of(organization);
  return taxed;
}

Result<std::map<InvoiceId, TaxedDraft>>
DraftTaxes::differing(const std::vector<InvoiceKey> &drafts) {
  std::vector<OrganizationId> organizations;
  std::vector<InvoiceId> invoices;
  for (const auto &key : drafts) {
    organizations.push_back(key.organization);
    invoices.push_back(key.invoice);
  }
  TENANTRY_TRY(rows, m_session.database.query("drafts_taxed", {{"organizations", organizations},
                                                               {"invoices", invoices}}));
  std::map<InvoiceId, TaxedDraft> differing;
  organizations::OrganizationService profiles(m_session);
  for (const auto row : rows) {
    if (!mayDiffer(row, m_applied.business))
      continue;
    const auto organization = row.get<OrganizationId>(0);
    const auto id = row.get<InvoiceId>(1);
    const std::initializer_list<store::Parameter> which = {{"organization", organization},
                                                           {"invoice", id}};
    TENANTRY_TRY(found, m_session.database.query("invoice_by_id", which));
    TENANTRY_TRY(stored, m_session.database.query("invoice_lines", which));
    TENANTRY_TRY(profile, profiles.find(organization));
    TENANTRY_TRY(draft, readInvoice(found[0]));
    std::vector<StoredLine> lines;
    for (const auto line : stored)
      lines.push_back(readLine(line));
    TENANTRY_TRY(taxed, ofNow(std::move(draft), std::move(lines), profile));
    if (taxed.tax != TaxedDraft::Tax::Same)
      differing.emplace(id, std::move(taxed));
  }
  return differing;
}

Result<> DraftTaxes::write(const TaxedDraft &draft) {
  if (draft.tax != TaxedDraft::Tax::Changed)
    return {};
  const Invoice &invoice = draft.invoice;
  std::vector<int> numbers;
  std::vector<QString> kinds, items, quantities, units, details;
  std::vector<std::int64_t> amounts, discounts, taxes;
  for (const auto &line : draft.lines) {
    numbers.push_back(line.lineNo);
    kinds.push_back(line.kind);
    items.push_back(line.item);
    quantities.push_back(line.quantity);
    units.push_back(line.unit);
    amounts.push_back(line.amount);
    discounts.push_back(line.discountShare);
    taxes.push_back(line.taxShare);
    details.push_back(line.detail.is_null() ? QString()
                                            : QString::fromStdString(line.detail.dump()));
  }
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
  TENANTRY_CHECK(m_session.database.execute(
      "draft_untax", {{"organization", invoice.organization}, {"invoice", invoice.id}}));
  TENANTRY_CHECK(
      m_session.database.execute("draft_retax_lines", {{"organization", invoice.organization},
                                                       {"invoice", invoice.id},
                                                       {"numbers", numbers},
                                                       {"amounts", amounts},
                                                       {"discounts", discounts},
                                                       {"taxes", taxes},
                                                       {"details", details}}));
  TENANTRY_CHECK(
      m_session.database.execute("draft_tax_lines", {{"organization", invoice.organization},
                                                     {"invoice", invoice.id},
                                                     {"numbers", numbers},
                                                     {"kinds", kinds},
                                                     {"items", items},
                                                     {"quantities", quantities},
                                                     {"units", units},
                                                     {"amounts", amounts}}));
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
