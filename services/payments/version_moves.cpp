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

/// What it is worth once it has moved, whenever that is.
Result<std::int64_t> mrrMoved(store::Session &session, business::AppliedBusiness &business,
                              const OrganizationId &organization) {
  const MoveHow atOnce{When::Now, business::Proration::None, true};
  TENANTRY_TRY(moved, SubscriptionChanges(session, business).preview(moveOf(organization, atOnce)));
  return moved.after.mrrTwelfths;
}

Result<Moved> moveLocked(store::Session &session, business::AppliedBusiness &business,
                         const OrganizationId &organization, const MoveHow &how) {
  TENANTRY_TRY(live, subscriptions::SubscriptionService(session, business).live(organization));
  TENANTRY_TRY(applied, business.current(session));
  TENANTRY_TRY(newest, applied->currentPlan(live.planId));
  Moved moved;
  moved.currency = live.currency;
  if (live.scheduled.action != ScheduledAction::None && live.planVersion != newest->id) {
    moved.waitsAlready = subscriptions::alterationOf(live.scheduled).planVersion == newest->id;
    if (moved.waitsAlready)
      return moved;
    return fail(u"subscription.scheduled"_s,
                u"Something else is scheduled for the end of its period; take that back first."_s);
  }
  TENANTRY_TRY(mrrAfter, mrrMoved(session, business, organization));
  moved.mrrBefore = live.mrrTwelfths;
  moved.mrrAfter = mrrAfter;
  const auto request = moveOf(organization, how);
  TENANTRY_TRY(picture, how.preview ? SubscriptionChanges(session, business).preview(request)
                                    : changeSubscription(session, business, request));
  moved.dueNow = picture.dueNow();
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
