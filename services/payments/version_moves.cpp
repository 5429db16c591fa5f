// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/version_moves.h"

#include "services/payments/adjustment.h"

using namespace Qt::StringLiterals;

namespace tenantry::payments {

using billing::ChangeRequest;
using billing::SubscriptionChanges;
using subscriptions::ScheduledAction;
using subscriptions::When;

namespace {

constexpr int pageSize = 500;

ChangeRequest moveOf(const OrganizationId &organization, const MoveHow &how) {
  ChangeRequest request;
  request.organization = organization;
  request.toNewestVersion = true;
  request.when = how.when;
  request.proration = how.proration;
  return request;
}

/// Whether what waits for its period's end is that move, and whether nothing else waits with it.
struct Waiting {
  bool moves = false, onlyMoves = false;
};

Waiting waitingOf(const subscriptions::Scheduled &scheduled, const PlanVersionId &newest) {
  const auto to = subscriptions::alterationOf(scheduled);
  const bool moves = to.planVersion == newest;
  return {moves, moves && !to.interval && !to.seats};
}

/// A move now makes what waits needless only where that is the same move.
Result<bool> waitsAlready(const subscriptions::Subscription &live, const PlanVersionId &newest,
                          When when) {
  if (live.scheduled.action == ScheduledAction::None || live.planVersion == newest)
    return false;
  const auto waiting = waitingOf(live.scheduled, newest);
  if (when == When::PeriodEnd && waiting.moves)
    return true;
  if (when == When::Now && waiting.onlyMoves)
    return false;
  if (waiting.moves)
    return fail(u"subscription.scheduled"_s,
                u"It moves at the end of its period, and its interval or seats change with that; "
                u"take that back first."_s);
  return fail(u"subscription.scheduled"_s,
              u"Something else is scheduled for the end of its period; take that back first."_s);
}

Result<Moved> moveLocked(store::Session &session, business::AppliedBusiness &business,
                         const OrganizationId &organization, const MoveHow &how) {
  TENANTRY_TRY(live, subscriptions::SubscriptionService(session, business).live(organization));
  TENANTRY_TRY(applied, business.current(session));
  TENANTRY_TRY(newest, applied->currentPlan(live.planId));
  Moved moved;
  moved.currency = live.currency;
  TENANTRY_TRY(waits, waitsAlready(live, newest->id, how.when));
  moved.waitsAlready = waits;
  if (waits)
    return moved;
  const auto request = moveOf(organization, how);
  TENANTRY_TRY(picture, how.preview ? SubscriptionChanges(session, business).preview(request)
                                    : changeSubscription(session, business, request));
  moved.mrrBefore = live.mrrTwelfths;
  moved.mrrAfter = picture.mrrOnceScheduled;
  moved.dueNow = picture.atOnce().due;
  return moved;
}

} // namespace

Result<Moved> moveToNewest(store::Session &session, business::AppliedBusiness &business,
                           const OrganizationId &organization, const MoveHow &how) {
  return session.database.transaction([&]() -> Result<Moved> {
    if (!how.preview)
      TENANTRY_CHECK(store::lockOrganization(session, organization));
    return moveLocked(session, business, organization, how);
  });
}

Result<MoveReport> movePlan(store::Session &session, business::AppliedBusiness &business,
                            const QString &planId, const MoveHow &how,
                            const std::function<bool(std::int64_t)> &goOn) {
  TENANTRY_TRY(applied, business.current(session));
  TENANTRY_TRY(newest, applied->currentPlan(planId));
  MoveReport report;
  OrganizationId after;
  for (std::int64_t done = 0;;) {
    TENANTRY_TRY(
        rows,
        session.database.query(
            "subscriptions_on_older_versions",
            {{"plan", planId}, {"newest", newest->id}, {"after", after}, {"count", pageSize}}));
    for (const auto row : rows) {
      after = row.get<OrganizationId>(0);
      const auto moved = moveToNewest(session, business, after, how);
      if (!moved && moved.error().code.startsWith("store."_L1))
        return tl::unexpected(moved.error());
      if (!moved) {
        if (++report.refusedCount; report.refused.size() < MoveReport::mostListed)
          report.refused.push_back({after, row.get<QString>(1), moved.error()});
      } else if (moved->waitsAlready) {
        ++report.waitedAlready;
      } else {
        auto &sum = report.moved[moved->currency];
        ++sum.subscriptions;
        sum.mrrBefore = checkedAdd(sum.mrrBefore, moved->mrrBefore);
        sum.mrrAfter = checkedAdd(sum.mrrAfter, moved->mrrAfter);
        sum.dueNow = checkedAdd(sum.dueNow, moved->dueNow);
      }
      if (goOn && !goOn(++done))
        return report;
    }
    if (rows.size() < pageSize)
      return report;
  }
}

} // namespace tenantry::payments
