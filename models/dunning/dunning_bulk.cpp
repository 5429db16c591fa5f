// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dunning/dunning_bulk.h"

#include "models/billing/invoice_key.h"
#include "services/payments/dunning_acts.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tenantry::models {

namespace {

std::vector<billing::InvoiceKey> dunnedKeys(const QStringList &keys) {
  std::vector<billing::InvoiceKey> invoices;
  for (const auto &key : keys)
    invoices.push_back(invoiceKeyOf(key));
  return invoices;
}

std::vector<BulkVerdict> dunnedVerdicts(const QStringList &keys,
                                        std::vector<payments::DunningVerdict> verdicts) {
  std::vector<BulkVerdict> rows;
  for (std::size_t i = 0; i < verdicts.size(); ++i) {
    auto &verdict = verdicts[i];
    BulkVerdict row{keys[qsizetype(i)], {}};
    if (!verdict.number.isEmpty())
      row.name = u"%1 (%2)"_s.arg(verdict.number, verdict.organizationName);
    row.changes = !verdict.refusal && !verdict.isAlready;
    row.refusal = std::move(verdict.refusal);
    if (row.changes)
      row.amount = verdict.due;
    rows.push_back(std::move(row));
  }
  return rows;
}

} // namespace

BulkAct retryDunned() {
  return {QCoreApplication::translate("tenantry::models::DunningBulk", "Asking for tries"),
          [](store::Session &session, business::AppliedBusiness &business,
             const QStringList &keys) -> Result<std::vector<BulkVerdict>> {
            TENANTRY_TRY(verdicts,
                         payments::DunningActs(session, business).previewRetry(dunnedKeys(keys)));
            auto rows = dunnedVerdicts(keys, verdicts);
            for (std::size_t i = 0; i < rows.size(); ++i)
              rows[i].seen.digest = verdicts[i].digest();
            return rows;
          },
          [](store::Session &session, business::AppliedBusiness &business, const QString &key,
             const Seen &seen) -> Result<BulkChange> {
            TENANTRY_TRY(
                isAsked,
                payments::DunningActs(session, business).retry(invoiceKeyOf(key), seen.digest));
            return BulkChange{.changed = isAsked};
          }};
}

/// Moves no money: not held to what was due.
BulkAct extendDunned(const QString &reason, LocalDay until) {
  const payments::Grant grant{until, reason};
  return {QCoreApplication::translate("tenantry::models::DunningBulk", "Giving time"),
          [grant](store::Session &session, business::AppliedBusiness &business,
                  const QStringList &keys) -> Result<std::vector<BulkVerdict>> {
            TENANTRY_TRY(
                verdicts,
                payments::DunningActs(session, business).previewExtend(dunnedKeys(keys), grant));
            return dunnedVerdicts(keys, std::move(verdicts));
          },
          [grant](store::Session &session, business::AppliedBusiness &business, const QString &key,
                  const Seen &) -> Result<BulkChange> {
            const auto invoice = invoiceKeyOf(key);
            TENANTRY_TRY(extension,
                         payments::DunningActs(session, business).extend(invoice, grant));
            return BulkChange{
                true,
                [invoice, extension](store::Session &later,
                                     business::AppliedBusiness &then) -> Result<> {
                  TENANTRY_CHECK(
                      payments::DunningActs(later, then).revoke(invoice.organization, extension));
                  return {};
                }};
          }};
}

} // namespace tenantry::models
