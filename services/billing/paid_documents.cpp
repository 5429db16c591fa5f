// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/paid_documents.h"

using namespace Qt::StringLiterals;

namespace tenantry::billing {

bool isOfPayment(const QString &cause) {
  return cause.startsWith("payment."_L1) || cause.startsWith("finding."_L1);
}

Result<std::map<PaymentKey, PaidDocuments>> paidDocuments(store::Session &session,
                                                          const std::set<PaymentKey> &payments) {
  std::map<PaymentKey, PaidDocuments> all;
  if (payments.empty())
    return all;
  std::vector<OrganizationId> organizations;
  std::vector<QUuid> ids;
  for (const auto &[organization, payment] : payments) {
    organizations.push_back(organization);
    ids.push_back(payment);
  }
  TENANTRY_TRY(rows, session.database.query("journal_payments", {{"organizations", organizations},
                                                                 {"documents", ids}}));
  for (const auto row : rows) {
    auto &paid = all[{row.get<OrganizationId>(0), row.get<QUuid>(1)}];
    paid.reference = row.get<QString>(2);
    if (const auto number = row.get<QString>(3); !number.isEmpty())
      paid.invoices += number;
  }
  return all;
}

} // namespace tenantry::billing
