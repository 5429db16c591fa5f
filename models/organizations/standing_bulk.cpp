// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/organizations/standing_bulk.h"

#include "services/organizations/standing_acts.h"

#include <QCoreApplication>

namespace tenantry::models {

using organizations::StandingAct;
using organizations::StandingActs;

namespace {

QString text(const char *source) {
  return QCoreApplication::translate("tenantry::models::StandingBulk", source);
}

Result<std::vector<BulkVerdict>> preview(store::Session &session, StandingAct act,
                                         const QStringList &keys) {
  std::vector<OrganizationId> ids;
  for (const auto &key : keys)
    ids.push_back(OrganizationId::fromString(key));
  TENANTRY_TRY(verdicts, StandingActs(session).preview(act, ids));
  std::vector<BulkVerdict> rows;
  for (auto &verdict : verdicts)
    rows.push_back({verdict.organization.toString(), std::move(verdict.name), verdict.changes,
                    std::move(verdict.refusal)});
  return rows;
}

/// Bills nothing: not held to what was shown.
BulkAct standingBulk(const QString &title, StandingAct act, const QString &reason) {
  return {title,
          [act](store::Session &session, business::AppliedBusiness &, const QStringList &keys) {
            return preview(session, act, keys);
          },
          [act, reason](store::Session &session, business::AppliedBusiness &, const QString &key,
                        const Seen &) -> Result<BulkChange> {
            TENANTRY_TRY(change,
                         StandingActs(session).act(act, OrganizationId::fromString(key), reason));
            if (!change)
              return BulkChange{};
            return BulkChange{
                true, [change = *change](store::Session &later, business::AppliedBusiness &) {
                  return StandingActs(later).undo(change);
                }};
          }};
}

} // namespace

BulkAct suspendOrganizations(const QString &reason) {
  return standingBulk(text(QT_TRANSLATE_NOOP("tenantry::models::StandingBulk", "Suspending")),
                      StandingAct::Suspend, reason);
}

BulkAct reactivateOrganizations(const QString &reason) {
  return standingBulk(text(QT_TRANSLATE_NOOP("tenantry::models::StandingBulk", "Reactivating")),
                      StandingAct::Reactivate, reason);
}

} // namespace tenantry::models
