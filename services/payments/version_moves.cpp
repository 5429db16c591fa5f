// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/version_moves.h"

#include "services/payments/adjustment.h"

#include <QStringList>

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
  return {moves, moves && !to.interval && !to.seats && !to.price};
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
    return fail(
        u"subscription.scheduled"_s,
        u"It moves at the end of its period, and its interval, price or seats change with that; "
        u"take that back first."_s);
  return fail(u"subscription.scheduled"_s,
              u"Something else is scheduled for the end of its period; take that back first."_s);
}

Result<Moved> moveLocked(store::Session &session, business::AppliedBusiness &business,
                         const OrganizationId &organization, const MoveHow &how, const Seen &seen) {
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
                                    : changeSubscription(session, business, request,
                                                         billing::SeenPicture::of(seen)));
  moved.mrrBefore = live.mrrTwelfths;
  moved.mrrAfter = picture.mrrOnceScheduled;
  moved.dueNow = picture.atOnce().due;
  moved.seen = {picture.digest(), picture.at};
  return moved;
}

struct OlderOne {
  OrganizationId organization;
  QString name;
};

void enter(MoveReport &report, const OlderOne &one, const Result<Moved> &moved) {
  QString became = u"waits"_s;
  if (!moved) {
    became = moved.error().code;
    if (++report.refusedCount; report.refused.size() < MoveReport::mostListed)
      report.refused.push_back({one.organization, one.name, moved.error()});
  } else if (moved->waitsAlready) {
    ++report.waitedAlready;
  } else {
    became = moved->seen.digest;
    auto &sum = report.moved[moved->currency];
    ++sum.subscriptions;
    sum.mrrBefore = checkedAdd(sum.mrrBefore, moved->mrrBefore);
    sum.mrrAfter = checkedAdd(sum.mrrAfter, moved->mrrAfter);
    sum.dueNow = checkedAdd(sum.dueNow, moved->dueNow);
  }
  report.digest = pictureDigest((report.digest + one.organization.toString() + became).toUtf8());
}

/// The same work on each who has an older version, in the order of their organizations.
template <typename Work>
Result<MoveReport> moveEach(store::Session &session, business::AppliedBusiness &business,
                            const QString &planId, Work work) {
  TENANTRY_TRY(applied, business.current(session));
  TENANTRY_TRY(newest, applied->currentPlan(planId));
  MoveReport report;
  report.digest = pictureDigest({});
  for (OrganizationId after;;) {
    TENANTRY_TRY(
        rows,
        session.database.query(
            "subscriptions_on_older_versions",
            {{"plan", planId}, {"newest", newest->id}, {"after", after}, {"count", pageSize}}));
    for (const auto row : rows) {
      after = row.get<OrganizationId>(0);
      const Result<Moved> moved = work(after);
      if (!moved && moved.error().code.startsWith("store."_L1))
        return tl::unexpected(moved.error());
      enter(report, {after, row.get<QString>(1)}, moved);
    }
    if (rows.size() < pageSize)
      return report;
  }
}

Result<> checkExpected(const QString &expected, const MoveReport &now) {
  if (expected == now.digest)
    return {};
  QStringList sums;
  for (const auto &[currency, sum] : now.moved) {
    const auto month = roundHalfAwayFromZero(Rational(sum.mrrAfter, 12));
    sums += u"%1 (MRR %2, due %3)"_s.arg(sum.subscriptions)
                .arg(Money(month, currency).toString(), Money(sum.dueNow, currency).toString());
  }
  return fail(u"subscription.picture_changed"_s,
              u"The move no longer comes to what was previewed: %1 would be moved now. Nothing was "
              u"moved; look at it again."_s.arg(sums.isEmpty() ? u"0"_s : sums.join(u", "_s)));
}

/// As it was seen, or not at all.
Result<Moved> moveAsSeen(store::Session &session, business::AppliedBusiness &business,
                         const OrganizationId &organization, const MoveHow &how,
                         const SeenRows &rows) {
  if (const auto seen = rows.find(organization.toString()))
    return moveToNewest(session, business, organization, how, *seen);
  auto look = how;
  look.preview = true;
  auto moved = moveToNewest(session, business, organization, look);
  if (moved && !moved->waitsAlready)
    return fail(u"subscription.picture_changed"_s,
                u"It could not be moved when that was previewed; look at it again."_s);
  return moved;
}

} // namespace

Result<Moved> moveToNewest(store::Session &session, business::AppliedBusiness &business,
                           const OrganizationId &organization, const MoveHow &how,
                           const Seen &seen) {
  return session.database.transaction([&]() -> Result<Moved> {
    if (!how.preview)
      TENANTRY_CHECK(store::lockOrganization(session, organization));
    return moveLocked(session, business, organization, how, seen);
  });
}

Result<MoveReport> movePlan(store::Session &session, business::AppliedBusiness &business,
                            const QString &planId, const MoveHow &how, const QString &expected) {
  const auto all = [&](auto work) { return moveEach(session, business, planId, work); };
  if (how.preview || expected.isEmpty())
    return all(
        [&](const OrganizationId &one) { return moveToNewest(session, business, one, how); });
  auto look = how;
  look.preview = true;
  SeenRows rows;
  TENANTRY_TRY(now, all([&](const OrganizationId &one) {
                 auto moved = moveToNewest(session, business, one, look);
                 if (moved && !moved->waitsAlready)
                   rows.add(one.toString(), moved->seen);
                 return moved;
               }));
  rows.finish();
  TENANTRY_CHECK(checkExpected(expected, now));
  return all(
      [&](const OrganizationId &one) { return moveAsSeen(session, business, one, how, rows); });
}

} // namespace tenantry::payments
