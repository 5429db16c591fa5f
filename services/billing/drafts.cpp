// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/drafts.h"

#include "services/store/events.h"

#include <map>

using namespace Qt::StringLiterals;

namespace tenantry::billing {

namespace {

Result<DraftVerdict> draftVerdict(const store::Row &row) {
  TENANTRY_TRY(status, parseInvoiceStatus(row.get<QString>(2)));
  TENANTRY_TRY(currency, Currency::parse(row.get<QString>(5)));
  return DraftVerdict{{row.get<OrganizationId>(0), row.get<InvoiceId>(1)},
                      row.get<QString>(3),
                      Money(row.get<std::int64_t>(4), currency),
                      status != InvoiceStatus::Draft};
}

DraftVerdict unknownDraft(const InvoiceKey &key) {
  DraftVerdict verdict;
  verdict.key = key;
  verdict.refusal = Error{u"invoice.not_found"_s, u"There is no such draft any more."_s};
  return verdict;
}

} // namespace

Result<std::vector<DraftVerdict>> Drafts::preview(const std::vector<InvoiceKey> &keys) {
  std::vector<OrganizationId> organizations;
  std::vector<InvoiceId> invoices;
  for (const auto &key : keys) {
    organizations.push_back(key.organization);
    invoices.push_back(key.invoice);
  }
  TENANTRY_TRY(
      rows, m_session.database.query("invoices_to_finalize",
                                     {{"organizations", organizations}, {"invoices", invoices}}));
  std::map<InvoiceId, DraftVerdict> known;
  for (const auto row : rows) {
    TENANTRY_TRY(verdict, draftVerdict(row));
    known.emplace(verdict.key.invoice, std::move(verdict));
  }
  std::vector<DraftVerdict> verdicts;
  for (const auto &key : keys) {
    const auto one = known.find(key.invoice);
    verdicts.push_back(one == known.end() ? unknownDraft(key) : one->second);
  }
  return verdicts;
}

Result<bool> Drafts::act(const InvoiceKey &key) {
  return m_session.database.transaction([&]() -> Result<bool> {
    TENANTRY_CHECK(store::lockOrganization(m_session, key.organization));
    TENANTRY_TRY(verdicts, preview({key}));
    if (const auto &refusal = verdicts.front().refusal)
      return tl::unexpected(*refusal);
    if (verdicts.front().isFinal)
      return false;
    TENANTRY_CHECK(BillingService(m_session, m_business).finalize(key.organization, {key.invoice}));
    return true;
  });
}

} // namespace tenantry::billing
