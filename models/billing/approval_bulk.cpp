// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/billing/approval_bulk.h"

#include "models/billing/invoice_key.h"
#include "services/billing/approvals.h"
#include "services/billing/drafts.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tenantry::models {

namespace {

QString approvalText(const char *source) {
  return QCoreApplication::translate("tenantry::models::ApprovalBulk", source);
}

BulkVerdict approvalVerdict(const QString &key, billing::DraftVerdict verdict) {
  BulkVerdict row{key, verdict.organizationName};
  if (verdict.refusal && verdict.refusal->code == u"invoice.not_found"_s)
    row.refusal = std::move(verdict.refusal);
  else if (verdict.isFinal)
    row.refusal = Error{
        u"invoice.not_draft"_s,
        approvalText(QT_TRANSLATE_NOOP("tenantry::models::ApprovalBulk", "It is final already."))};
  else
    row.changes = verdict.needsApproval && !verdict.isApprovedByAsker;
  if (row.changes)
    row.amount = verdict.total;
  row.seen.digest = verdict.digest();
  return row;
}

Result<std::vector<BulkVerdict>> previewApproval(store::Session &session,
                                                 business::AppliedBusiness &business,
                                                 const QStringList &keys) {
  std::vector<billing::InvoiceKey> drafts;
  for (const auto &key : keys)
    drafts.push_back(invoiceKeyOf(key));
  TENANTRY_TRY(verdicts, billing::Drafts(session, business).preview(drafts));
  std::vector<BulkVerdict> rows;
  for (std::size_t i = 0; i < verdicts.size(); ++i)
    rows.push_back(approvalVerdict(keys[qsizetype(i)], std::move(verdicts[i])));
  return rows;
}

Result<BulkChange> approve(store::Session &session, business::AppliedBusiness &business,
                           const QString &key, const Seen &seen) {
  TENANTRY_TRY(rows, previewApproval(session, business, {key}));
  if (rows.front().refusal)
    return tl::unexpected(*rows.front().refusal);
  if (!rows.front().changes)
    return BulkChange{};
  TENANTRY_TRY(isDone, billing::Drafts(session, business).approve(invoiceKeyOf(key), seen.digest));
  return BulkChange{isDone, [key](store::Session &later, business::AppliedBusiness &) -> Result<> {
                      TENANTRY_CHECK(billing::Approvals(later).withdraw(invoiceKeyOf(key)));
                      return {};
                    }};
}

} // namespace

BulkAct approveDrafts() {
  return {approvalText(QT_TRANSLATE_NOOP("tenantry::models::ApprovalBulk", "Approving drafts")),
          previewApproval, approve};
}

} // namespace tenantry::models
