// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/subscriptions/renewal_bulk.h"

#include "models/subscriptions/live_subscriptions.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tenantry::models {

namespace {

struct Renewed {
  Q_DECLARE_TR_FUNCTIONS(RenewalBulk)
};

/// Whether it was otherwise before. Bills nothing: not held to what was shown.
Result<bool> setRenewal(store::Session &session, business::AppliedBusiness &business,
                        const QString &key, bool renews) {
  return session.database.transaction([&]() -> Result<bool> {
    TENANTRY_TRY(live, lockLive(session, business, key));
    if (live.autoRenew == renews)
      return false;
    TENANTRY_CHECK(
        subscriptions::SubscriptionService(session, business).setAutoRenew(ownerOf(key), renews));
    return true;
  });
}

} // namespace

BulkAct renewSubscriptions(bool renews) {
  return {
      .title = renews ? Renewed::tr("Renewing again") : Renewed::tr("Switching renewal off"),
      .preview =
          [renews](store::Session &session, business::AppliedBusiness &, const QStringList &keys) {
            return judgeSubscriptions(
                session, keys,
                [renews](const subscriptions::LiveStanding &one, BulkVerdict &row) -> Result<> {
                  row.changes = one.renews != renews;
                  return {};
                });
          },
      .act = [renews](store::Session &session, business::AppliedBusiness &business,
                      const QString &key, const Seen &) -> Result<BulkChange> {
        TENANTRY_TRY(changed, setRenewal(session, business, key, renews));
        if (!changed)
          return BulkChange{};
        return BulkChange{.changed = true,
                          .undo = [key, renews](store::Session &later,
                                                business::AppliedBusiness &now) -> Result<> {
                            TENANTRY_CHECK(setRenewal(later, now, key, !renews));
                            return {};
                          }};
      }};
}

} // namespace tenantry::models
