// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/values.h"
#include "services/store/session.h"
#include <map>

namespace tenantry::billing {

/// What an act would make of each of these invoices, in their order: `read` from the row of `query`
/// (parameters :organizations and :invoices), or `missing` where it has none. A verdict has its
/// `key`.
template <typename Verdict>
Result<std::vector<Verdict>> invoiceVerdicts(store::Session &session, const char *query,
                                             const std::vector<InvoiceKey> &keys,
                                             Result<Verdict> (*read)(const store::Row &),
                                             Verdict (*missing)(const InvoiceKey &)) {
  std::vector<OrganizationId> organizations;
  std::vector<InvoiceId> invoices;
  organizations.reserve(keys.size());
  invoices.reserve(keys.size());
  for (const auto &key : keys) {
    organizations.push_back(key.organization);
    invoices.push_back(key.invoice);
  }
  TENANTRY_TRY(rows, session.database.query(
                         query, {{"organizations", organizations}, {"invoices", invoices}}));
  std::map<InvoiceId, Verdict> known;
  for (const auto row : rows) {
    TENANTRY_TRY(verdict, read(row));
    known.emplace(verdict.key.invoice, std::move(verdict));
  }
  std::vector<Verdict> verdicts;
  verdicts.reserve(keys.size());
  for (const auto &key : keys) {
    const auto one = known.find(key.invoice);
    verdicts.push_back(one == known.end() ? missing(key) : one->second);
  }
  return verdicts;
}

} // namespace tenantry::billing
