// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/services/subscriptions/course.h"

using namespace tenantry;
using namespace tenantry::tests;

class TestLifecycle : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void startsAtOnceWithAnInvoice();
  void startsWithATrialThatBillsNothing();
  void aTrialRemindsOnceThreeDaysBefore_data();
  void aTrialRemindsOnceThreeDaysBefore();
  void aTrialConvertsOrExpires_data();
  void aTrialConvertsOrExpires();
  void whatIsNotSoldCannotStart_data();
  void whatIsNotSoldCannotStart();
  void aCouponHoldsForItsPeriods();
  void cancelsAtThePeriodsEnd();
  void whatIsScheduledCanBeTakenBack();
  void cancelsNow();
  void aTrialCancelsAtOnceAndOwesNothing();
  void theEndedCannotBeCancelled();
  void withoutRenewalItExpires();
  void itsEndWithoutRenewalIsToldOnceAPeriod_data();
  void itsEndWithoutRenewalIsToldOnceAPeriod();
  void whoCancelledOrTriesIsNotToldOfExpiry();
  void renewalSwitchedOnAndOffIsToldOnce();
  void renewalSwitchedOffLateIsToldWithIt();

private:
  House m_house;
};

void TestLifecycle::startsAtOnceWithAnInvoice() {
  Course course(m_house, u"Europe/Berlin"_s);
  const auto now = at(u"2026-01-31T10:00:00Z"_s);
  course.begin(course.request(m_house.flat), now);
  QVERIFY(course.state.status == Status::Active);
  QCOMPARE(course.state.period, (DayRange{day(u"2026-01-31"_s), day(u"2026-02-28"_s)}));
  QCOMPARE(course.state.periodAt.from, now);
  QCOMPARE(course.state.dueAt, std::optional(now));
  QCOMPARE(course.eventTypes(), (QStringList{u"created"_s, u"activated"_s}));
  QCOMPARE(course.spans.size(), 1u);
  QCOMPARE(course.spans[0].on, day(u"2026-01-31"_s));
  QVERIFY(course.spans[0].next == SpanKind::Service);
  QVERIFY(course.orders.empty());

  course.advanceTo(now);
  QCOMPARE(course.orders.size(), 1u);
  const auto &order = course.orders[0];
  QCOMPARE(order.index, 0);
  QVERIFY(order.opensPeriod);
  QCOMPARE(order.period, course.state.period);
  QCOMPARE(order.closes, now); // nothing was used yet
  QCOMPARE(course.state.dueAt, std::optional(at(u"2026-02-27T23:00:00Z"_s)));
  course.advanceTo(now);
  QCOMPARE(course.orders.size(), 1u);
}

void TestLifecycle::startsWithATrialThatBillsNothing() {
  Course course(m_house, u"America/New_York"_s);
  auto request = course.request(m_house.flat);
  request.trialDays = 14;
  course.begin(request, at(u"2026-03-01T15:00:00Z"_s));
  QVERIFY(course.state.status == Status::Trialing);
  QVERIFY(course.state.trialEnd == day(u"2026-03-15"_s));
  QVERIFY(course.state.trialEndAt == at(u"2026-03-15T04:00:00Z"_s)); // summer time has begun
  QCOMPARE(course.state.periodIndex, -1);
  QVERIFY(course.movements.empty());
  QCOMPARE(course.parts.size(), 1u);
  QVERIFY(!course.parts[0].billable);
  QVERIFY(course.spans[0].next == SpanKind::Trial);
  QVERIFY(course.state.dueAt == at(u"2026-03-12T04:00:00Z"_s)); // the reminder
}

void TestLifecycle::aTrialRemindsOnceThreeDaysBefore_data() {
  QTest::addColumn<int>("trialDays");
  QTest::addColumn<QString>("asOf");
  QTest::addColumn<int>("reminders");
  QTest::newRow("a moment before") << 14 << u"2026-03-11T23:59:59.999999Z"_s << 0;
  QTest::newRow("three days before") << 14 << u"2026-03-12T00:00:00Z"_s << 1;
  QTest::newRow("a day later") << 14 << u"2026-03-13T00:00:00Z"_s << 1;
  QTest::newRow("shorter than three days: at once") << 2 << u"2026-03-01T15:00:00Z"_s << 1;
}

void TestLifecycle::aTrialRemindsOnceThreeDaysBefore() {
  QFETCH(int, trialDays);
  QFETCH(QString, asOf);
  Course course(m_house, u"UTC"_s);
  auto request = course.request(m_house.flat);
  request.trialDays = trialDays;
  course.begin(request, at(u"2026-03-01T15:00:00Z"_s));
  course.advanceTo(at(asOf));
  course.advanceTo(at(asOf));
  QTEST(static_cast<int>(course.eventTypes().count(u"trial_ending"_s)), "reminders");
  QVERIFY(course.state.status == Status::Trialing);
}

void TestLifecycle::aTrialConvertsOrExpires_data() {
  QTest::addColumn<bool>("hasMethod");
  QTest::newRow("with a payment method it converts") << true;
  QTest::newRow("without one it expires") << false;
}

void TestLifecycle::aTrialConvertsOrExpires() {
  QFETCH(bool, hasMethod);
  Course course(m_house, u"UTC"_s, hasMethod);
  auto request = course.request(m_house.flat);
  request.trialDays = 14;
  course.begin(request, at(u"2026-03-01T15:00:00Z"_s));
  course.advanceTo(at(u"2026-03-14T23:59:59Z"_s));
  QVERIFY(course.state.status == Status::Trialing);
  course.advanceTo(at(u"2026-03-15T00:00:00Z"_s));
  if (hasMethod) {
    QVERIFY(course.state.status == Status::Active);
    QCOMPARE(course.orders.size(), 1u);
    QCOMPARE(course.orders[0].period, (DayRange{day(u"2026-03-15"_s), day(u"2026-04-15"_s)}));
    QCOMPARE(course.state.mrrTwelfths, fee * 12);
    QVERIFY(course.spans.back().next == SpanKind::Service);
    QCOMPARE(course.parts.size(), 2u);
    QCOMPARE(course.parts[0].at.to, course.parts[1].at.from);
    return;
  }
  QVERIFY(course.state.status == Status::Expired);
  QVERIFY(course.orders.empty());
  QVERIFY(course.movements.empty());
  QVERIFY(!course.spans.back().next);
  QVERIFY(!course.state.dueAt);
  QCOMPARE(course.eventTypes().last(), u"expired"_s);
}

void TestLifecycle::whatIsNotSoldCannotStart_data() {
  QTest::addColumn<QString>("currency");
  QTest::addColumn<int>("seats");
  QTest::addColumn<QString>("couponCurrency");
  QTest::addColumn<QString>("code");
  QTest::newRow("in another currency") << u"EUR"_s << 1 << QString() << u"plan.no_price"_s;
  QTest::newRow("without a seat") << u"USD"_s << 0 << QString() << u"subscription.seats_invalid"_s;
  QTest::newRow("a coupon of another currency")
      << u"USD"_s << 1 << u"EUR"_s << u"coupon.wrong_currency"_s;
}

void TestLifecycle::whatIsNotSoldCannotStart() {
  QFETCH(QString, currency);
  QFETCH(int, seats);
  QFETCH(QString, couponCurrency);
  Course course(m_house, u"UTC"_s);
  auto request = course.request(m_house.flat);
  request.currency = *Currency::parse(currency);
  request.seats = seats;
  if (!couponCurrency.isEmpty()) {
    business::Coupon coupon;
    coupon.amount = Money(100, *Currency::parse(couponCurrency));
    request.coupon = coupon;
  }
  const auto change = start(request, course.around(), at(u"2026-03-01T15:00:00Z"_s));
  QVERIFY(!change);
  QTEST(change.error().code, "code");
}

void TestLifecycle::aCouponHoldsForItsPeriods() {
  Course course(m_house, u"UTC"_s);
  auto request = course.request(m_house.flat);
  business::Coupon coupon;
  coupon.id = u"launch"_s;
  coupon.percent = Rational(20);
  coupon.cycles = 3;
  request.coupon = coupon;
  course.begin(request, at(u"2026-01-01T00:00:00Z"_s));
  course.advanceTo(at(u"2026-06-01T00:00:00Z"_s));
  QCOMPARE(course.orders.size(), 6u);
  for (std::size_t i = 0; i < 6; ++i)
    QCOMPARE(course.orders[i].redemptions.size(), i < 3 ? 1u : 0u);
  QCOMPARE(course.state.mrrTwelfths, fee * 12); // what ends is no part of MRR
}

void TestLifecycle::cancelsAtThePeriodsEnd() {
  Course course(m_house, u"UTC"_s);
  course.begin(course.request(m_house.metered), at(u"2026-01-01T12:00:00Z"_s));
  course.advanceTo(at(u"2026-01-10T00:00:00Z"_s));
  QVERIFY(course.cancelAt(at(u"2026-01-10T00:00:00Z"_s), true));
  QVERIFY(course.state.status == Status::Active);
  QCOMPARE(course.state.mrrTwelfths, fee * 12);
  course.advanceTo(at(u"2026-01-31T23:59:59Z"_s));
  QVERIFY(course.state.status == Status::Active);
  course.advanceTo(at(u"2026-03-01T00:00:00Z"_s));
  QVERIFY(course.state.status == Status::Cancelled);
  QVERIFY(course.state.endedAt == at(u"2026-02-01T00:00:00Z"_s));
  QCOMPARE(course.orders.size(), 2u);
  QVERIFY(!course.orders[1].opensPeriod); // only what was used
  QVERIFY(course.orders[1].period.isEmpty());
  QCOMPARE(course.orders[1].closes, at(u"2026-02-01T00:00:00Z"_s));
  QVERIFY(!course.spans.back().next);
  QCOMPARE(course.spans.back().on, day(u"2026-02-01"_s));
  QCOMPARE(course.state.mrrTwelfths, std::int64_t(0));
  QCOMPARE(course.movedMrr(), std::int64_t(0));
  QVERIFY(!course.state.dueAt);
}

void TestLifecycle::whatIsScheduledCanBeTakenBack() {
  Course course(m_house, u"UTC"_s);
  course.begin(course.request(m_house.flat), at(u"2026-01-01T00:00:00Z"_s));
  const auto now = at(u"2026-01-10T00:00:00Z"_s);
  const auto nothing = course.unscheduleAt(now);
  QVERIFY(!nothing);
  QCOMPARE(nothing.error().code, u"subscription.no_change"_s);
  QVERIFY(course.cancelAt(now, true));
  QVERIFY(course.unscheduleAt(now));
  course.advanceTo(at(u"2026-02-01T00:00:00Z"_s));
  QVERIFY(course.state.status == Status::Active);
  QCOMPARE(course.state.periodIndex, 1);
}

void TestLifecycle::cancelsNow() {
  Course course(m_house, u"UTC"_s);
  course.begin(course.request(m_house.metered), at(u"2026-01-01T00:00:00Z"_s));
  course.advanceTo(at(u"2026-01-01T00:00:00Z"_s));
  const auto now = at(u"2026-01-10T13:00:00Z"_s);
  QVERIFY(course.cancelAt(now, false));
  QVERIFY(course.state.status == Status::Cancelled);
  QVERIFY(course.state.dueAt == now);
  QCOMPARE(course.parts.back().at.to, now);
  course.advanceTo(now);
  QCOMPARE(course.orders.size(), 2u);
  QVERIFY(!course.orders[1].opensPeriod);
  QCOMPARE(course.orders[1].closes, now);
  QCOMPARE(course.movedMrr(), std::int64_t(0));
  course.advanceTo(at(u"2027-01-10T13:00:00Z"_s));
  QCOMPARE(course.orders.size(), 2u);
  QVERIFY(!course.state.dueAt);
}

void TestLifecycle::aTrialCancelsAtOnceAndOwesNothing() {
  Course course(m_house, u"UTC"_s);
  auto request = course.request(m_house.metered);
  request.trialDays = 14;
  course.begin(request, at(u"2026-03-01T15:00:00Z"_s));
  QVERIFY(course.cancelAt(at(u"2026-03-05T15:00:00Z"_s), true));
  QVERIFY(course.state.status == Status::Cancelled);
  course.advanceTo(at(u"2026-06-01T00:00:00Z"_s));
  QVERIFY(course.orders.empty());
  QVERIFY(course.movements.empty());
  QCOMPARE(course.eventTypes(), (QStringList{u"created"_s, u"cancelled"_s}));
}

void TestLifecycle::theEndedCannotBeCancelled() {
  Course course(m_house, u"UTC"_s);
  course.begin(course.request(m_house.flat), at(u"2026-01-01T00:00:00Z"_s));
  QVERIFY(course.cancelAt(at(u"2026-01-10T00:00:00Z"_s), false));
  const auto again = course.cancelAt(at(u"2026-01-11T00:00:00Z"_s), false);
  QVERIFY(!again);
  QCOMPARE(again.error().code, u"subscription.not_active"_s);
}

void TestLifecycle::withoutRenewalItExpires() {
  Course course(m_house, u"UTC"_s);
  course.begin(course.request(m_house.flat), at(u"2026-01-01T00:00:00Z"_s));
  course.state.autoRenew = false;
  course.advanceTo(at(u"2026-03-10T00:00:00Z"_s));
  QVERIFY(course.state.status == Status::Expired);
  QVERIFY(course.state.endedAt == at(u"2026-02-01T00:00:00Z"_s));
  QCOMPARE(course.eventTypes().last(), u"expired"_s);
  QCOMPARE(course.orders.size(), 2u);
  QVERIFY(!course.orders[1].opensPeriod);
}

void TestLifecycle::itsEndWithoutRenewalIsToldOnceAPeriod_data() {
  QTest::addColumn<Interval>("interval");
  QTest::addColumn<QString>("told"); // when renewal is switched off
  QTest::addColumn<QString>("asOf");
  QTest::addColumn<int>("reminders");
  const auto month = Interval::Month, year = Interval::Year;
  QTest::newRow("SUB-4 a moment before the week")
      << month << u"2026-01-05T00:00:00Z"_s << u"2026-01-25T04:59:59.999999Z"_s << 0;
  QTest::newRow("SUB-4 a week before")
      << month << u"2026-01-05T00:00:00Z"_s << u"2026-01-25T05:00:00Z"_s << 1;
  QTest::newRow("SUB-4 a day later")
      << month << u"2026-01-05T00:00:00Z"_s << u"2026-01-26T05:00:00Z"_s << 1;
  QTest::newRow("SUB-4 told within the week: at once")
      << month << u"2026-01-30T11:00:00Z"_s << u"2026-01-30T11:00:00Z"_s << 1;
  QTest::newRow("SUB-4 it came too late for anything but both")
      << month << u"2026-01-05T00:00:00Z"_s << u"2026-03-10T00:00:00Z"_s << 1;
  QTest::newRow("SUB-4 a moment before thirty days of a year")
      << year << u"2026-01-05T00:00:00Z"_s << u"2026-12-02T04:59:59Z"_s << 0;
  QTest::newRow("SUB-4 thirty days before the end of a year")
      << year << u"2026-01-05T00:00:00Z"_s << u"2026-12-02T05:00:00Z"_s << 1;
}

void TestLifecycle::itsEndWithoutRenewalIsToldOnceAPeriod() {
  QFETCH(Interval, interval);
  QFETCH(QString, told);
  QFETCH(QString, asOf);
  Course course(m_house, u"America/New_York"_s);
  auto request = course.request(m_house.flat);
  request.interval = interval;
  course.begin(request, at(u"2026-01-01T15:00:00Z"_s));
  course.renewAt(at(told), false);
  course.advanceTo(at(asOf));
  course.advanceTo(at(asOf));
  QTEST(static_cast<int>(course.eventTypes().count(u"expiring"_s)), "reminders");
  if (course.state.status == Status::Expired)
    QCOMPARE(course.eventTypes().last(), u"expired"_s); // told before, not after
}

void TestLifecycle::whoCancelledOrTriesIsNotToldOfExpiry() {
  Course leaves(m_house, u"UTC"_s);
  leaves.begin(leaves.request(m_house.flat), at(u"2026-01-01T00:00:00Z"_s));
  leaves.renewAt(at(u"2026-01-05T00:00:00Z"_s), false);
  QVERIFY(leaves.cancelAt(at(u"2026-01-06T00:00:00Z"_s), true));
  leaves.advanceTo(at(u"2026-02-10T00:00:00Z"_s));
  QVERIFY(leaves.state.status == Status::Cancelled);
  QVERIFY(!leaves.eventTypes().contains(u"expiring"_s));

  Course tries(m_house, u"UTC"_s);
  auto request = tries.request(m_house.flat);
  request.trialDays = 14;
  tries.begin(request, at(u"2026-01-01T00:00:00Z"_s));
  tries.renewAt(at(u"2026-01-02T00:00:00Z"_s), false);
  tries.advanceTo(at(u"2026-01-20T00:00:00Z"_s));
  QVERIFY(!tries.eventTypes().contains(u"expiring"_s));
  tries.advanceTo(at(u"2026-02-08T00:00:00Z"_s)); // of its first paid period it is told
  QCOMPARE(tries.eventTypes().count(u"expiring"_s), qsizetype(1));
  QVERIFY(tries.state.dueAt == at(u"2026-02-15T00:00:00Z"_s));
}

void TestLifecycle::renewalSwitchedOffLateIsToldWithIt() {
  Course course(m_house, u"UTC"_s);
  course.begin(course.request(m_house.flat), at(u"2026-01-01T00:00:00Z"_s));
  course.renewAt(at(u"2026-01-30T00:00:00Z"_s), false);
  QCOMPARE(course.eventTypes().last(), u"expiring"_s);
  const auto told = course.eventTypes();
  course.renewAt(at(u"2026-01-30T00:00:00Z"_s), false); // twice is once
  QCOMPARE(course.eventTypes(), told);
}

void TestLifecycle::renewalSwitchedOnAndOffIsToldOnce() {
  Course course(m_house, u"UTC"_s);
  course.begin(course.request(m_house.flat), at(u"2026-01-01T00:00:00Z"_s));
  for (int i = 0; i < 2; ++i) {
    course.renewAt(at(u"2026-01-26T00:00:00Z"_s), false);
    course.advanceTo(at(u"2026-01-26T00:00:00Z"_s));
    course.renewAt(at(u"2026-01-27T00:00:00Z"_s), true);
  }
  QCOMPARE(course.eventTypes().count(u"expiring"_s), qsizetype(1));
  course.advanceTo(at(u"2026-02-01T00:00:00Z"_s));
  QVERIFY(course.state.status == Status::Active);
  course.renewAt(at(u"2026-02-02T00:00:00Z"_s), false);
  QVERIFY(course.state.dueAt == at(u"2026-02-22T00:00:00Z"_s)); // the next period, anew
  course.advanceTo(at(u"2026-02-22T00:00:00Z"_s));
  QCOMPARE(course.eventTypes().count(u"expiring"_s), qsizetype(2));
}

QTEST_GUILESS_MAIN(TestLifecycle)
#include "tst_lifecycle.moc"
