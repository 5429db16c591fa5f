// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/subscriptions/version_bulk.h"

#include "models/connection/catalog_names.h"
#include "models/subscriptions/live_subscriptions.h"
#include "services/payments/version_moves.h"

#include <QCoreApplication>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::models {

namespace {

using subscriptions::LiveStanding;
using subscriptions::When;

struct VersionWords {
  Q_DECLARE_TR_FUNCTIONS(VersionBulk)
};

payments::MoveHow howOf(When when, Moving what, bool preview) {
  return {when, {}, preview, {what != Moving::Addons, what != Moving::Plan, {}}};
}

bool hasOlderAddons(const LiveStanding &one, const business::Applied &applied) {
  return std::ranges::any_of(one.items, [&sold = applied.business.addons](const auto &held) {
    const auto now = sold.find(held.first);
    return now != sold.end() && now->second != held.second.addon;
  });
}

/// Whether it has an older version; its plan may not be sold any more.
bool isOlder(const LiveStanding &one, const business::Applied &applied, Moving what) {
  if (what != Moving::Plan && hasOlderAddons(one, applied))
    return true;
  if (what == Moving::Addons)
    return false;
  const auto newest = applied.current.find(one.planId);
  return newest == applied.current.end() || newest->second != one.planVersion;
}

/// To the cent, by the code that does it.
Result<> lookAtMove(store::Session &session, business::AppliedBusiness &business, When when,
                    Moving what, const LiveStanding &one, BulkVerdict &row) {
  const auto moved =
      payments::moveToNewest(session, business, one.organization, howOf(when, what, true));
  if (!moved && moved.error().code.startsWith("store."_L1))
    return tl::unexpected(moved.error());
  if (!moved) {
    row.refusal = moved.error();
    return {};
  }
  row.changes = !moved->waitsAlready;
  row.recurring = BulkVerdict::Recurring{moved->currency, moved->mrrBefore, moved->mrrAfter};
  row.seen = moved->seen;
  if (moved->planStays) {
    TENANTRY_TRY(applied, business.current(session));
    const auto &plan = applied->planVersion(one.planVersion).plan;
    row.stays = {plan.name.in(readersLanguage()), moved->planStays->message};
  }
  if (when == When::Now)
    row.amount = Money(moved->dueNow, moved->currency);
  return {};
}

Result<std::vector<BulkVerdict>> verdictsOfMove(store::Session &session,
                                                business::AppliedBusiness &business,
                                                const QStringList &keys, When when, Moving what,
                                                bool exactly) {
  TENANTRY_TRY(applied, business.current(session));
  return judgeSubscriptions(
      session, keys, [&](const LiveStanding &one, BulkVerdict &row) -> Result<> {
        row.changes = isOlder(one, *applied, what);
        return row.changes && exactly ? lookAtMove(session, business, when, what, one, row)
                                      : Result<>();
      });
}

Result<BulkChange> moveOne(store::Session &session, business::AppliedBusiness &business,
                           const QString &key, When when, Moving what, const Seen &seen) {
  return session.database.transaction([&]() -> Result<BulkChange> {
    TENANTRY_CHECK(lockLive(session, business, key));
    const auto moved =
        payments::moveToNewest(session, business, ownerOf(key), howOf(when, what, false), seen);
    if (!moved && moved.error().code == "subscription.no_change"_L1)
      return BulkChange{};
    if (!moved)
      return tl::unexpected(moved.error());
    if (moved->waitsAlready)
      return BulkChange{};
    TENANTRY_TRY(now, subscriptions::SubscriptionService(session, business).live(ownerOf(key)));
    BulkChange change{.changed = true};
    // One on trial, or whose change bills nothing, may have moved at once all the same.
    if (now.scheduled.action != subscriptions::ScheduledAction::None)
      change.undo = [key, what = now.scheduled](store::Session &later,
                                                business::AppliedBusiness &then) {
        return takeBackScheduled(later, then, key, what);
      };
    return change;
  });
}

} // namespace

BulkAct moveVersions(When when, Moving what) {
  return {.title = VersionWords::tr("Moving to the newest version"),
          .preview =
              [when, what](store::Session &session, business::AppliedBusiness &business,
                           const QStringList &keys) {
                return verdictsOfMove(session, business, keys, when, what, true);
              },
          .act =
              [when, what](store::Session &session, business::AppliedBusiness &business,
                           const QString &key, const Seen &seen) {
                return moveOne(session, business, key, when, what, seen);
              },
          .glance =
              [when, what](store::Session &session, business::AppliedBusiness &business,
                           const QStringList &keys) {
                return verdictsOfMove(session, business, keys, when, what, false);
              }};
}

} // namespace tenantry::models
