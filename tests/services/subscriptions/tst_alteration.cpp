// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/subscriptions/alteration.h"
#include "tests/services/subscriptions/course.h"

using namespace tenantry;
using namespace tenantry::tests;

namespace {

const auto march = u"2026-03-10T10:00:00Z"_s;

/// A plan beside those of the house, sold by the month only.
struct Offers : House {
  PlanVersionId big = makeId<PlanVersionId>(at(u"2026-01-01T00:00:00Z"_s));
  Offers() {
    business::Plan plan;
    plan.id = u"big"_s;
    plan.prices = {{Money(99'900, usd), Interval::Month, business::PricePer::Subscription},
                   {Money(999, usd), Interval::Month, business::PricePer::Seat}};
    applied.planVersions[big] = {big, 1, plan};
  }
};

Alteration plan(const PlanVersionId &version) { return {version, {}, {}}; }
Alteration seats(int number) { return {{}, {}, number}; }
Alteration yearly() { return {{}, Interval::Year, {}}; }

} // namespace

/// SUB-6: what a change makes of a subscription, and what it asks billing for.
class TestAlteration : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void theDayOfTheChangeBelongsToTheNewState_data();
  void theDayOfTheChangeBelongsToTheNewState();
  void aPlanCutsTheUsagePart();
  void anotherIntervalIsAnotherPeriod();
  void periodsKeepCountingAfterIt();
  void whatIsScheduledHappensAtTheBoundary();
  void whatIsScheduledOutlastsAStandstill_data();
  void whatIsScheduledOutlastsAStandstill();
  void aCancellationOutlastsAStandstill_data();
  void aCancellationOutlastsAStandstill();
  void periodsThatPassedUseUpNoCoupon();
  void thereIsOneScheduledChange();
  void whatCannotBe_data();
  void whatCannotBe();
  void aContractsPriceGoesWithItsPlan();
  void eventsSayUpOrDown_data();
  void eventsSayUpOrDown();
  void aPauseIsAStretchOfItsOwn();
  void movementsSumToTheMrr();

private:
  Course begun(const QString &zone = u"UTC"_s) {
    Course course(m_house, zone);
    course.begin(course.request(m_house.flat), at(march));
    course.advanceTo(at(march));
    return course;
  }
  Result<Change> altered(const Course &course, const QString &when, const Alteration &to,
                         When at_ = When::Now,
                         business::Proration by = business::Proration::Day) const {
    return alter(course.state, course.around(), at(when), to, at_, {by, at(when)});
  }
  Offers m_house;
};

void TestAlteration::theDayOfTheChangeBelongsToTheNewState_data() {
  QTest::addColumn<QString>("zone");
  QTest::addColumn<QString>("when");
  QTest::addColumn<QString>("from");
  QTest::newRow("SUB-6 in between") << u"UTC"_s << u"2026-03-25T10:00:00Z"_s << u"2026-03-25"_s;
  QTest::newRow("SUB-6 on the first day") << u"UTC"_s << march << u"2026-03-10"_s;
  QTest::newRow("SUB-6 a moment before the boundary")
      << u"UTC"_s << u"2026-04-09T23:59:59Z"_s << u"2026-04-09"_s;
  QTest::newRow("SUB-6 the day is the customer's")
      << u"Pacific/Auckland"_s << u"2026-03-24T12:00:00Z"_s << u"2026-03-25"_s;
}

void TestAlteration::theDayOfTheChangeBelongsToTheNewState() {
  QFETCH(QString, zone);
  QFETCH(QString, when);
  QFETCH(QString, from);
  const auto course = begun(zone);
  const auto change = altered(course, when, plan(m_house.big));
  QVERIFY(change);
  QCOMPARE(change->orders.size(), 1u);
  const auto &order = change->orders[0];
  QVERIFY(order.midPeriod.has_value());
  QCOMPARE(order.midPeriod->rest, (DayRange{day(from), course.state.period.to}));
  QCOMPARE(order.midPeriod->whole, course.state.period);
  QCOMPARE(order.period, order.midPeriod->rest);
  QVERIFY(order.midPeriod->credits->planVersion == m_house.flat);
  QVERIFY(order.planVersion == m_house.big);
  QVERIFY(!order.midPeriod->closesUsage);
  QCOMPARE(change->after.period, course.state.period);
  QCOMPARE(change->after.periodAt, course.state.periodAt);
}

void TestAlteration::aPlanCutsTheUsagePart() {
  const auto course = begun();
  const auto now = at(u"2026-03-25T10:00:00Z"_s);
  const auto change = altered(course, u"2026-03-25T10:00:00Z"_s, plan(m_house.metered));
  QVERIFY(change);
  QCOMPARE(change->cutPartAt, std::optional(now));
  QCOMPARE(change->opened.size(), 1u);
  QCOMPARE(change->opened[0].at, (InstantRange{now, course.state.periodAt.to}));
  QCOMPARE(change->opened[0].periodFrom, course.state.periodAt.from);
  QVERIFY(change->opened[0].planVersion == m_house.metered);
  QVERIFY(change->entitlementsChanged);
  const auto sameplan = altered(course, u"2026-03-25T10:00:00Z"_s, seats(3));
  QVERIFY(sameplan && !sameplan->cutPartAt && sameplan->opened.empty());
}

void TestAlteration::anotherIntervalIsAnotherPeriod() {
  const auto course = begun();
  const auto change = altered(course, u"2026-03-25T10:00:00Z"_s, yearly());
  QVERIFY(change);
  const auto &after = change->after;
  QCOMPARE(after.period, (DayRange{day(u"2026-03-25"_s), day(u"2027-03-25"_s)}));
  QCOMPARE(after.periodIndex, 1);
  QCOMPARE(after.anchorIndex, 1);
  QVERIFY(after.anchor == day(u"2026-03-25"_s));
  const auto &order = change->orders.back();
  QCOMPARE(order.index, 1);
  QCOMPARE(order.period, after.period);
  QVERIFY(order.midPeriod->closesUsage);
  QCOMPARE(order.midPeriod->rest, (DayRange{day(u"2026-03-25"_s), day(u"2026-04-10"_s)}));
  QCOMPARE(order.closes, at(u"2026-03-25T10:00:00Z"_s));
}

void TestAlteration::periodsKeepCountingAfterIt() {
  const auto course = begun();
  auto change = altered(course, u"2026-03-25T10:00:00Z"_s, yearly());
  QVERIFY(change);
  auto state = change->after;
  const auto back = alter(state, course.around(), at(u"2026-05-31T10:00:00Z"_s),
                          {{}, Interval::Month, {}}, When::Now, {});
  QVERIFY(back);
  state = advance(back->after, course.around(), at(u"2026-09-01T00:00:00Z"_s)).after;
  QCOMPARE(state.periodIndex, 5);
  QCOMPARE(state.period, (DayRange{day(u"2026-08-31"_s), day(u"2026-09-30"_s)}));
}

void TestAlteration::whatIsScheduledHappensAtTheBoundary() {
  auto course = begun();
  auto change = altered(course, u"2026-03-25T10:00:00Z"_s, {m_house.big, {}, 4}, When::PeriodEnd);
  QVERIFY(change);
  QVERIFY(change->orders.empty() && change->movements.empty());
  QVERIFY(change->after.planVersion == m_house.flat);
  QVERIFY(change->after.scheduled.action == ScheduledAction::ChangePlan);
  const auto passed = advance(change->after, course.around(), at(u"2026-04-10T00:00:00Z"_s));
  QVERIFY(passed.after.planVersion == m_house.big);
  QCOMPARE(passed.after.planId, u"big"_s);
  QCOMPARE(passed.after.seats, 4);
  QVERIFY(passed.after.scheduled.action == ScheduledAction::None);
  QVERIFY(!passed.cycleOnly);
  QCOMPARE(passed.orders.size(), 1u);
  QVERIFY(!passed.orders[0].midPeriod && passed.orders[0].planVersion == m_house.big);
}

void TestAlteration::whatIsScheduledOutlastsAStandstill_data() {
  QTest::addColumn<bool>("pauses");
  QTest::addColumn<QString>("until");
  QTest::addColumn<bool>("toYears");
  QTest::addColumn<QString>("periodTo");
  QTest::newRow("SUB-6 suspended") << false << u"2026-04-15"_s << false << u"2026-05-10"_s;
  QTest::newRow("SUB-6 paused") << true << u"2026-04-15"_s << false << u"2026-05-10"_s;
  QTest::newRow("SUB-6 for months") << false << u"2026-08-15"_s << false << u"2026-09-10"_s;
  QTest::newRow("SUB-6 to years") << false << u"2026-08-15"_s << true << u"2027-04-10"_s;
  QTest::newRow("SUB-6 to years, paused for more than one")
      << true << u"2027-08-15"_s << true << u"2028-04-10"_s;
}

void TestAlteration::whatIsScheduledOutlastsAStandstill() {
  QFETCH(bool, pauses);
  QFETCH(QString, until);
  QFETCH(bool, toYears);
  QFETCH(QString, periodTo);
  auto course = begun();
  QVERIFY(course.alterAt(at(march), toYears ? yearly() : plan(m_house.big), When::PeriodEnd));
  const auto stands = at(u"2026-03-20T10:00:00Z"_s);
  if (pauses)
    QVERIFY(course.pauseAt(stands));
  else
    course.suspendAt(stands);
  const auto again = at(until + u"T10:00:00Z"_s);
  course.advanceTo(again);
  if (pauses)
    QVERIFY(course.resumeAt(again));
  else
    course.recoverAt(again);
  course.advanceTo(again);
  QVERIFY(course.state.scheduled == Scheduled());
  QCOMPARE(course.state.period, (DayRange{day(until), day(periodTo)}));
  const auto order = course.orders.back();
  QVERIFY(order.planVersion == (toYears ? m_house.flat : m_house.big));
  QVERIFY(order.interval == (toYears ? Interval::Year : Interval::Month));
  QCOMPARE(order.period, course.state.period);
  QCOMPARE(order.whole.to, course.state.period.to);
  QVERIFY(course.parts.back().planVersion == order.planVersion);
  QCOMPARE(course.movedMrr(), course.state.mrrTwelfths);
  course.advanceTo(at(periodTo + u"T00:00:00Z"_s));
  QCOMPARE(course.orders.back().index, order.index + 1);
  QCOMPARE(course.orders.back().period.from, day(periodTo));
}

// One that stands still does not renew, but it ends as it was told to, whoever looks first.
void TestAlteration::aCancellationOutlastsAStandstill_data() {
  QTest::addColumn<bool>("isLooked");
  QTest::newRow("SUB-4 the run comes first") << true;
  QTest::newRow("SUB-4 the payment comes first") << false;
}

void TestAlteration::aCancellationOutlastsAStandstill() {
  QFETCH(bool, isLooked);
  auto course = begun();
  QVERIFY(course.cancelAt(at(march), true));
  course.suspendAt(at(u"2026-03-20T10:00:00Z"_s));
  const auto paid = at(u"2026-04-15T10:00:00Z"_s);
  if (isLooked)
    course.advanceTo(paid);
  course.recoverAt(paid);
  QCOMPARE(toString(course.state.status), u"cancelled"_s);
  QCOMPARE(course.state.endedAt, at(u"2026-04-10T00:00:00Z"_s));
  QCOMPARE(course.movedMrr(), std::int64_t(0));
}

void TestAlteration::periodsThatPassedUseUpNoCoupon() {
  Course course(m_house, u"UTC"_s);
  auto request = course.request(m_house.flat);
  request.coupon = business::Coupon();
  request.coupon->id = u"thrice"_s;
  request.coupon->percent = Rational(20);
  request.coupon->cycles = 3;
  course.begin(request, at(march));
  course.advanceTo(at(march));
  course.suspendAt(at(u"2026-03-20T10:00:00Z"_s));
  const auto paid = at(u"2026-08-15T10:00:00Z"_s); // four boundaries were passed
  course.recoverAt(paid);
  course.advanceTo(at(u"2026-10-10T00:00:00Z"_s));
  QCOMPARE(course.orders.size(), 4u);
  for (std::size_t i = 0; i < 4; ++i) {
    QCOMPARE(course.orders[i].index, static_cast<int>(i));
    QCOMPARE(course.orders[i].redemptions.size(), i < 3 ? 1u : 0u);
  }
  QCOMPARE(course.orders[1].period, (DayRange{day(u"2026-08-15"_s), day(u"2026-09-10"_s)}));
}

void TestAlteration::thereIsOneScheduledChange() {
  auto course = begun();
  QVERIFY(course.cancelAt(at(u"2026-03-11T10:00:00Z"_s), true));
  auto change = altered(course, u"2026-03-12T10:00:00Z"_s, seats(2), When::PeriodEnd);
  QVERIFY(change);
  QVERIFY(change->after.scheduled.action == ScheduledAction::ChangeSeats);
  change =
      alter(change->after, course.around(), at(u"2026-03-13T10:00:00Z"_s), seats(3), When::Now, {});
  QVERIFY(change);
  QVERIFY(change->after.scheduled.action == ScheduledAction::None);
}

void TestAlteration::whatCannotBe_data() {
  QTest::addColumn<QString>("code");
  QTest::addColumn<int>("what");
  QTest::newRow("nothing changes") << u"subscription.no_change"_s << 0;
  QTest::newRow("no seats") << u"subscription.seats_invalid"_s << 1;
  QTest::newRow("not sold so") << u"plan.no_price"_s << 2;
  QTest::newRow("it has ended") << u"subscription.not_active"_s << 3;
  QTest::newRow("it stands still") << u"subscription.not_active"_s << 4;
  QTest::newRow("it is paused") << u"subscription.not_active"_s << 5;
}

void TestAlteration::whatCannotBe() {
  QFETCH(QString, code);
  QFETCH(int, what);
  auto course = begun();
  if (what == 3)
    QVERIFY(course.cancelAt(at(march), false));
  if (what == 4)
    course.state.status = Status::Suspended;
  if (what == 5)
    QVERIFY(course.pauseAt(at(march)));
  const std::vector<Alteration> asked{{m_house.flat, Interval::Month, 1},
                                      seats(0),
                                      {m_house.big, Interval::Year, {}},
                                      plan(m_house.big),
                                      plan(m_house.big),
                                      seats(2)};
  const auto change =
      altered(course, u"2026-03-12T10:00:00Z"_s, asked[static_cast<std::size_t>(what)]);
  QVERIFY(!change);
  QCOMPARE(change.error().code, code);
  QCOMPARE(change.error().message.contains(u"resume it first"_s), what == 5);
}

void TestAlteration::aContractsPriceGoesWithItsPlan() {
  auto course = begun();
  course.state.priceOverride = 100;
  const auto more = altered(course, u"2026-03-12T10:00:00Z"_s, seats(2));
  QVERIFY(more && more->after.priceOverride == std::optional<std::int64_t>(100));
  const auto other = altered(course, u"2026-03-12T10:00:00Z"_s, plan(m_house.big));
  QVERIFY(other && !other->after.priceOverride);
  QVERIFY(other->orders[0].midPeriod->credits->priceOverride == std::optional<std::int64_t>(100));
}

void TestAlteration::eventsSayUpOrDown_data() {
  QTest::addColumn<bool>("fromBig");
  QTest::addColumn<int>("what");
  QTest::addColumn<QString>("type");
  QTest::newRow("SUB-6 a dearer plan") << false << 0 << u"subscription.upgraded"_s;
  QTest::newRow("SUB-6 a cheaper plan") << true << 1 << u"subscription.downgraded"_s;
  QTest::newRow("SUB-6 as dear") << false << 2 << u"subscription.changed"_s;
  QTest::newRow("SUB-6 seats") << true << 3 << u"subscription.changed"_s;
}

void TestAlteration::eventsSayUpOrDown() {
  QFETCH(bool, fromBig);
  QFETCH(int, what);
  QFETCH(QString, type);
  Course course(m_house, u"UTC"_s);
  course.begin(course.request(fromBig ? m_house.big : m_house.flat), at(march));
  course.advanceTo(at(march));
  const std::vector<Alteration> asked{plan(m_house.big), plan(m_house.flat), plan(m_house.metered),
                                      seats(9)};
  const auto change =
      altered(course, u"2026-03-12T10:00:00Z"_s, asked[static_cast<std::size_t>(what)]);
  QVERIFY(change);
  QCOMPARE(change->events.size(), 1u);
  QCOMPARE(change->events[0].type, type);
}

void TestAlteration::aPauseIsAStretchOfItsOwn() {
  auto course = begun();
  const auto paused = tenantry::subscriptions::pause(course.state, course.around(),
                                                     at(u"2026-03-20T10:00:00Z"_s), {});
  QVERIFY(paused);
  QVERIFY(paused->spans.size() == 1 && paused->spans[0].next == SpanKind::Pause);
  QCOMPARE(paused->after.mrrTwelfths, std::int64_t(0));
  QVERIFY(!paused->after.dueAt); // nothing renews
  QVERIFY(!paused->orders.back().opensPeriod);
  const auto later = resume(paused->after, course.around(), at(u"2026-05-01T10:00:00Z"_s));
  QVERIFY(later);
  QCOMPARE(later->after.period, (DayRange{day(u"2026-05-01"_s), day(u"2026-05-10"_s)}));
  QCOMPARE(later->orders.size(), 1u);
  QCOMPARE(later->orders[0].whole, (DayRange{day(u"2026-04-10"_s), day(u"2026-05-10"_s)}));
  QVERIFY(!resume(later->after, course.around(), at(u"2026-05-02T10:00:00Z"_s)));
}

void TestAlteration::movementsSumToTheMrr() {
  auto course = begun();
  std::int64_t sum = course.movedMrr();
  auto state = course.state;
  int step = 0;
  for (const auto &to : {plan(m_house.big), seats(5), seats(2), plan(m_house.flat), yearly()}) {
    const auto change =
        alter(state, course.around(), at(u"2026-03-12T10:00:00Z"_s) + std::chrono::hours(++step),
              to, When::Now, {});
    QVERIFY(change);
    for (const auto &movement : change->movements)
      sum += movement.afterTwelfths - movement.beforeTwelfths;
    state = change->after;
    QCOMPARE(sum, state.mrrTwelfths);
  }
  QCOMPARE(sum, perYear);
}

QTEST_GUILESS_MAIN(TestAlteration)
#include "tst_alteration.moc"
