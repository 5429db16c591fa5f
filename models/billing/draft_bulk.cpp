// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/billing/draft_bulk.h"

#include "models/billing/invoice_key.h"
#include "services/billing/discards.h"
#include "services/billing/drafts.h"

#include <QCoreApplication>

namespace tenantry::models {

namespace {

/// What the service would do to each draft; both say it in the same words.
template <typename Service>
Result<std::vector<BulkVerdict>>
previewBy(store::Session &session, business::AppliedBusiness &business, const QStringList &keys) {
  std::vector<billing::InvoiceKey> drafts;
  for (const auto &key : keys)
    drafts.push_back(invoiceKeyOf(key));
  TENANTRY_TRY(verdicts, Service(session, business).preview(drafts));
  std::vector<BulkVerdict> rows;
  for (std::size_t i = 0; i < verdicts.size(); ++i) {
    auto &verdict = verdicts[i];
    const bool changes = !verdict.refusal && !verdict.isFinal;
    rows.push_back({keys[qsizetype(i)], verdict.organizationName, changes,
                    std::move(verdict.refusal),
                    changes ? std::optional(verdict.total) : std::nullopt});
    rows.back().seen.digest = verdict.digest();
  }
  return rows;
}

} // namespace

BulkAct finalizeDrafts() {
  return {QCoreApplication::translate("tenantry::models::DraftBulk", "Finalizing drafts"),
          previewBy<billing::Drafts>,
          [](store::Session &session, business::AppliedBusiness &business, const QString &key,
             const Seen &seen) -> Result<BulkChange> {
            TENANTRY_TRY(isDone,
                         billing::Drafts(session, business).act(invoiceKeyOf(key), seen.digest));
            return BulkChange{.changed = isDone};
          }};
}

BulkAct discardDrafts(const QString &reason) {
  return {QCoreApplication::translate("tenantry::models::DraftBulk", "Discarding drafts"),
          previewBy<billing::Discards>,
          [reason](store::Session &session, business::AppliedBusiness &business, const QString &key,
                   const Seen &seen) -> Result<BulkChange> {
            TENANTRY_TRY(
                isDone,
                billing::Discards(session, business).act(invoiceKeyOf(key), reason, seen.digest));
            return BulkChange{.changed = isDone};
          }};
}

} // namespace tenantry::models
