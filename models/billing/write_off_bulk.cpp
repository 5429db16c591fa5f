// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/billing/write_off_bulk.h"

#include "models/billing/invoice_key.h"
#include "services/payments/write_offs.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tenantry::models {

namespace {

Result<std::vector<BulkVerdict>>
preview(store::Session &session, business::AppliedBusiness &business, const QStringList &keys) {
  std::vector<billing::InvoiceKey> invoices;
  for (const auto &key : keys)
    invoices.push_back(invoiceKeyOf(key));
  TENANTRY_TRY(verdicts, payments::WriteOffs(session, business).preview(invoices));
  std::vector<BulkVerdict> rows;
  for (std::size_t i = 0; i < verdicts.size(); ++i) {
    auto &verdict = verdicts[i];
    const bool changes = !verdict.refusal;
    rows.push_back(
        {keys[qsizetype(i)],
         verdict.number.isEmpty() ? QString()
                                  : u"%1 (%2)"_s.arg(verdict.number, verdict.organizationName),
         changes, std::move(verdict.refusal), changes ? std::optional(verdict.due) : std::nullopt});
    rows.back().seen.digest = verdict.digest();
  }
  return rows;
}

} // namespace

BulkAct writeOffInvoices() {
  return {QCoreApplication::translate("tenantry::models::WriteOffBulk", "Writing invoices off"),
          preview,
          [](store::Session &session, business::AppliedBusiness &business, const QString &key,
             const Seen &seen) -> Result<BulkChange> {
            TENANTRY_CHECK(
                payments::WriteOffs(session, business).act(invoiceKeyOf(key), seen.digest));
            return BulkChange{.changed = true};
          }};
}

} // namespace tenantry::models
