// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/version_moves.h"

#include "services/business/loader.h"
#include "services/payments/adjustment.h"

#include <QStringList>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::payments {

using billing::ChangeRequest;
using billing::SubscriptionChanges;
using subscriptions::Alteration;
using subscriptions::ScheduledAction;
using subscriptions::Subscription;
using subscriptions::When;

namespace {

constexpr int pageSize = 500;

/// Of what is asked for, by id; empty: it is not on sale.
std::map<QString, business::Addon> soldNow(const business::Business &business,
                                           const MoveWhat &what) {
  if (what.addonId.isEmpty())
    return business.addons;
  const auto sold = business.addons.find(what.addonId);
  if (sold == business.addons.end())
    return {};
  return {*sold};
}

/// What of that it has otherwise than it is sold now. A plan that is sold no more keeps no add-on.
Result<Alteration> moveOf(const Subscription &live, const business::Applied &applied,
                          const MoveWhat &what) {
  Alteration to;
  if (what.addons)
    for (const auto &[id, addon] : soldNow(applied.business, what))
      if (const auto held = live.items.find(id);
          held != live.items.end() && held->second.addon != addon)
        to.resold.push_back(addon);
  if (!what.plan)
    return to;
  const auto newest = applied.currentPlan(live.planId);
  if (!newest && to.resold.empty())
    return tl::unexpected(newest.error());
  if (newest && (*newest)->id != live.planVersion)
    to.planVersion = (*newest)->id;
  return to;
}

ChangeRequest requestOf(const OrganizationId &organization, const Alteration &to,
                        const MoveHow &how) {
  ChangeRequest request;
  request.organization = organization;
  request.toNewestVersion = to.planVersion.has_value();
  for (const auto &addon : to.resold)
    request.addonsResold += addon.id;
  request.when = how.when;
  request.proration = how.proration;
  return request;
}

bool isWithin(const std::vector<business::Addon> &few, const std::vector<business::Addon> &many) {
  return std::ranges::all_of(
      few, [&many](const auto &one) { return std::ranges::find(many, one) != many.end(); });
}

/// Of the same add-ons, however they were sold when that was scheduled.
bool isOfThose(const std::vector<business::Addon> &few, const std::vector<business::Addon> &many) {
  return std::ranges::all_of(few, [&many](const auto &one) {
    return std::ranges::find(many, one.id, &business::Addon::id) != many.end();
  });
}

/// Whether what waits for its period's end is all of that move, and whether it is nothing else, but
/// maybe a part of it.
struct Waiting {
  bool moves = false, onlyMoves = false;
};

Waiting waitingOf(const subscriptions::Scheduled &scheduled, const Alteration &move,
                  const business::Applied &applied) {
  const auto to = subscriptions::alterationOf(scheduled);
  const auto planOf = [&applied](const PlanVersionId &version) {
    return applied.planVersion(version).plan.id;
  };
  const bool isOfIt = (!to.planVersion || (move.planVersion &&
                                           planOf(*to.planVersion) == planOf(*move.planVersion))) &&
                      isOfThose(to.resold, move.resold);
  Waiting waiting;
  waiting.moves =
      (!move.planVersion || to.planVersion == move.planVersion) && isWithin(move.resold, to.resold);
  waiting.onlyMoves = isOfIt && (to.planVersion || !to.resold.empty()) && !to.interval &&
                      !to.seats && !to.price && !to.currency && !to.item;
  return waiting;
}

/// A move makes what waits needless only where that is the same move, or a part of it, also to what
/// was sold then.
Result<bool> waitsAlready(const Subscription &live, const Alteration &move, When when,
                          const business::Applied &applied) {
  if (live.scheduled.action == ScheduledAction::None || (!move.planVersion && move.resold.empty()))
    return false;
  const auto waiting = waitingOf(live.scheduled, move, applied);
  if (when == When::PeriodEnd && waiting.moves)
    return true;
  if (waiting.onlyMoves)
    return false;
  if (waiting.moves)
    return fail(u"subscription.scheduled"_s, u"It moves at the end of its period, and its "
                                             u"plan, interval, price, currency, seats or add-ons "
                                             u"change with that; take that back first."_s);
  return fail(u"subscription.scheduled"_s,
              u"Something else is scheduled for the end of its period; take that back first."_s);
}

Result<Moved> moveLocked(store::Session &session, business::AppliedBusiness &business,
                         const OrganizationId &organization, const MoveHow &how, const Seen &seen) {
  TENANTRY_TRY(live, subscriptions::SubscriptionService(session, business).live(organization));
  TENANTRY_TRY(applied, business.current(session));
  TENANTRY_TRY(to, moveOf(live, *applied, how.what));
  Moved moved;
  moved.currency = live.currency;
  TENANTRY_TRY(waits, waitsAlready(live, to, how.when, *applied));
  moved.waitsAlready = waits;
  if (waits)
    return moved;
  const auto request = requestOf(organization, to, how);
  TENANTRY_TRY(picture, how.preview ? SubscriptionChanges(session, business).preview(request)
                                    : changeSubscription(session, business, request,
                                                         billing::SeenPicture::of(seen)));
  moved.mrrBefore = live.mrrTwelfths;
  moved.mrrAfter = picture.mrrOnceScheduled;
  moved.dueNow = picture.atOnce().due;
  moved.seen = {picture.digest(), picture.at};
  if (const auto newest = applied->currentPlan(live.planId); how.what.plan && !newest)
    moved.planStays = newest.error();
  return moved;
}

struct OlderOne {
  OrganizationId organization;
  QString name;
};

void enter(MoveReport &report, const OlderOne &one, const Result<Moved> &moved) {
  QString became = u"waits"_s;
  if (!moved && moved.error().code == "subscription.no_change"_L1)
    return; // the same, as it was written down by an older program
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

/// The version of the plan that they are moved to; none: add-ons alone are. A plan that was sold
/// once stays as it is where add-ons are moved with it, and the report says so.
Result<std::optional<PlanVersionId>> newestOf(const business::Applied &applied,
                                              const QString &planId, const MoveWhat &what,
                                              MoveReport &report) {
  if (planId.isEmpty())
    return std::nullopt;
  const auto plan = applied.currentPlan(planId);
  if (plan)
    return what.plan ? std::optional((*plan)->id) : std::nullopt;
  const bool wasSold = std::ranges::any_of(
      applied.planVersions, [&](const auto &one) { return one.second.plan.id == planId; });
  if (!wasSold || !what.addons)
    return tl::unexpected(plan.error());
  if (what.plan)
    enter(report, {{}, planId}, tl::unexpected(plan.error()));
  return std::nullopt;
}

/// A page of those who have something older; of the add-ons alone, only their holders are looked
/// at.
Result<store::Rows> olderAfter(store::Session &session, const QString &planId,
                               const std::optional<PlanVersionId> &newest, const store::Json &sold,
                               const OrganizationId &last) {
  auto &database = session.database;
  return newest ? database.query("subscriptions_on_older_versions", {{"plan", planId},
                                                                     {"newest", *newest},
                                                                     {"sold", sold},
                                                                     {"after", last},
                                                                     {"count", pageSize}})
                : database.query(
                      "subscriptions_with_older_addons",
                      {{"plan", planId}, {"sold", sold}, {"after", last}, {"count", pageSize}});
}

/// The same work on each who has an older version, in the order of their organizations.
template <typename Work>
Result<MoveReport> moveEach(store::Session &session, business::AppliedBusiness &business,
                            const QString &planId, const MoveWhat &what, Work work) {
  TENANTRY_TRY(applied, business.current(session));
  MoveReport report;
  report.digest = pictureDigest({});
  TENANTRY_TRY(newest, newestOf(*applied, planId, what, report));
  auto sold = store::Json::object();
  if (what.addons)
    for (const auto &[id, addon] : soldNow(applied->business, what))
      sold[id.toStdString()] = business::toJson(addon);
  if (!what.addonId.isEmpty() && sold.empty())
    return fail(u"addon.unknown"_s, u"There is no add-on “%1” on sale."_s.arg(what.addonId));
  for (OrganizationId last;;) {
    TENANTRY_TRY(rows, olderAfter(session, planId, newest, sold, last));
    for (const auto row : rows) {
      last = row.get<OrganizationId>(0);
      const Result<Moved> moved = work(last);
      if (!moved && moved.error().code.startsWith("store."_L1))
        return tl::unexpected(moved.error());
      enter(report, {last, row.get<QString>(1)}, moved);
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

Result<MoveReport> moveAll(store::Session &session, business::AppliedBusiness &business,
                           const QString &planId, const MoveHow &how, const QString &expected) {
  const auto all = [&](auto work) { return moveEach(session, business, planId, how.what, work); };
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
