// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/subscriptions/unschedule_bulk.h"

#include "models/subscriptions/live_subscriptions.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tenantry::models {

/// Bills nothing and leaves what is paid as it is: not held to what was shown.
BulkAct unscheduleChanges() {
  return {.title = QCoreApplication::translate("tenantry::models::UnscheduleBulk",
                                               "Taking back scheduled changes"),
          .preview =
              [](store::Session &session, business::AppliedBusiness &, const QStringList &keys) {
                return judgeSubscriptions(
                    session, keys,
                    [](const subscriptions::LiveStanding &one, BulkVerdict &row) -> Result<> {
                      row.changes = one.scheduled != subscriptions::ScheduledAction::None;
                      return {};
                    });
              },
          .act = [](store::Session &session, business::AppliedBusiness &business,
                    const QString &key, const Seen &) -> Result<BulkChange> {
            return session.database.transaction([&]() -> Result<BulkChange> {
              TENANTRY_TRY(live, lockLive(session, business, key));
              if (live.scheduled.action == subscriptions::ScheduledAction::None)
                return BulkChange{};
              TENANTRY_CHECK(
                  subscriptions::SubscriptionService(session, business).unschedule(ownerOf(key)));
              return BulkChange{.changed = true};
            });
          }};
}

} // namespace tenantry::models
