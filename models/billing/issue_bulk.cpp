// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/billing/issue_bulk.h"

#include "services/billing/holds.h"
#include "services/billing/run_picture.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tenantry::models {

namespace {

struct IssueBulk {
  Q_DECLARE_TR_FUNCTIONS(tenantry::models::IssueBulk)
};

BulkVerdict issueVerdict(const billing::OrganizationStanding &standing,
                         const billing::DuePictures &due) {
  BulkVerdict row{standing.organization.toString(), standing.name};
  const auto picture = due.find(standing.organization);
  if (picture == due.end())
    row.refusal = Error{u"billing.nothing_due"_s, IssueBulk::tr("Nothing is due for it today.")};
  else if (!standing.hold.isEmpty())
    row.refusal = Error{u"invoice.on_hold"_s,
                        IssueBulk::tr("Its invoices are on hold: %1").arg(standing.hold)};
  row.changes = !row.refusal;
  if (row.changes) {
    row.amount = picture->second.total;
    row.seen.digest = picture->second.digest;
  }
  return row;
}

Result<std::vector<BulkVerdict>> previewIssue(store::Session &session,
                                              business::AppliedBusiness &business,
                                              const QStringList &keys) {
  std::vector<OrganizationId> ids;
  for (const auto &key : keys)
    ids.push_back(OrganizationId::fromString(key));
  TENANTRY_TRY(standings, billing::Holds(session).standings(ids));
  TENANTRY_TRY(due, billing::picturesOfDue(session, business, ids));
  std::vector<BulkVerdict> rows;
  std::size_t at = 0;
  for (const auto &id : ids)
    if (at < standings.size() && standings[at].organization == id)
      rows.push_back(issueVerdict(standings[at++], due));
    else // what is not there any more is left out of the standings
      rows.push_back(
          {id.toString(),
           {},
           false,
           Error{u"organization.not_found"_s, IssueBulk::tr("There is no such organization.")}});
  return rows;
}

} // namespace

BulkAct issueDue() {
  return {IssueBulk::tr("Issuing what is due"), previewIssue,
          [](store::Session &session, business::AppliedBusiness &business, const QString &key,
             const Seen &seen) -> Result<BulkChange> {
            TENANTRY_TRY(summary,
                         billing::runForAsSeen(session, business, OrganizationId::fromString(key),
                                               seen.digest));
            return BulkChange{.changed = summary.invoices > 0 || !summary.lowered.empty()};
          }};
}

} // namespace tenantry::models
