// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/services/billing/golden_cases.h"
#include "tests/services/subscriptions/course.h"

using namespace std::chrono_literals;
using namespace tenantry;
using namespace tenantry::tests;

class TestLifecycleTime : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void renewsAtTheOriginalAnchor_data();
  void renewsAtTheOriginalAnchor();
  void missedBoundariesAreInvoicedOneByOne();
  void oneLeapEqualsManySteps_data();
  void oneLeapEqualsManySteps();
  void graceDelaysTheInvoiceNotThePeriod();
  void graceLongerThanAPeriodLosesNoInvoice();
  void cancelledInGraceTheLastUsageIsStillBilled();
  void arrivalDecidesTheInvoiceOfUsage_data() { golden::addRows({"late_window"}); } // USE-1
  void arrivalDecidesTheInvoiceOfUsage();
  void periodsOnlyLeavesTheInvoiceDue();
  void partsNeitherOverlapNorLeaveAGap_data();
  void partsNeitherOverlapNorLeaveAGap();
  void theRestAfterAStandstillIsByTheSecond_data();
  void theRestAfterAStandstillIsByTheSecond();
  void movementsSumToTheMrr();
  void aYearCountsByTheMonthExactly();

private:
  House m_house;
};

void TestLifecycleTime::renewsAtTheOriginalAnchor_data() {
  QTest::addColumn<QString>("start");
  QTest::addColumn<bool>("yearly");
  QTest::addColumn<QStringList>("boundaries");
  QTest::newRow("the 31st") << u"2026-01-31"_s << false
                            << QStringList{u"2026-02-28"_s, u"2026-03-31"_s, u"2026-04-30"_s,
                                           u"2026-05-31"_s};
  QTest::newRow("the 31st in a leap year")
      << u"2027-12-31"_s << false << QStringList{u"2028-01-31"_s, u"2028-02-29"_s, u"2028-03-31"_s};
  QTest::newRow("the 30th") << u"2026-12-30"_s << false
                            << QStringList{u"2027-01-30"_s, u"2027-02-28"_s, u"2027-03-30"_s};
  QTest::newRow("29 February, yearly")
      << u"2028-02-29"_s << true
      << QStringList{u"2029-02-28"_s, u"2030-02-28"_s, u"2031-02-28"_s, u"2032-02-29"_s};
}

void TestLifecycleTime::renewsAtTheOriginalAnchor() {
  QFETCH(QString, start);
  QFETCH(bool, yearly);
  QFETCH(QStringList, boundaries);
  Course course(m_house, u"UTC"_s);
  auto request = course.request(m_house.flat);
  request.interval = yearly ? Interval::Year : Interval::Month;
  course.begin(request, at(start + u"T12:00:00Z"_s));
  for (const auto &boundary : boundaries) {
    const auto periodFrom = course.state.period.from;
    course.advanceTo(at(boundary + u"T00:00:00Z"_s) - 1us);
    QCOMPARE(course.state.period.from, periodFrom);
    course.advanceTo(at(boundary + u"T00:00:00Z"_s));
    QCOMPARE(toIso(course.state.period.from), boundary);
  }
  QCOMPARE(course.orders.size(), static_cast<std::size_t>(boundaries.size()) + 1);
}

void TestLifecycleTime::missedBoundariesAreInvoicedOneByOne() {
  Course course(m_house, u"UTC"_s);
  course.begin(course.request(m_house.flat), at(u"2026-01-31T12:00:00Z"_s));
  course.advanceTo(at(u"2026-05-15T08:00:00Z"_s));
  const QStringList expected{u"2026-01-31"_s, u"2026-02-28"_s, u"2026-03-31"_s, u"2026-04-30"_s};
  QCOMPARE(course.orders.size(), 4u);
  for (std::size_t i = 0; i < 4; ++i) {
    QCOMPARE(course.orders[i].index, static_cast<int>(i));
    QCOMPARE(toIso(course.orders[i].period.from), expected[static_cast<int>(i)]);
  }
  QCOMPARE(course.orders[2].at, at(u"2026-03-31T00:00:00Z"_s));
  QCOMPARE(course.parts.size(), 4u);
  QCOMPARE(static_cast<int>(course.eventTypes().count(u"renewed"_s)), 3);
}

void TestLifecycleTime::oneLeapEqualsManySteps_data() {
  QTest::addColumn<int>("graceHours");
  QTest::addColumn<int>("trialDays");
  QTest::addColumn<int>("cancelOnDay");
  QTest::newRow("plain") << 0 << 0 << -1;
  QTest::newRow("with grace") << 48 << 0 << -1;
  QTest::newRow("with a grace of 40 days") << 960 << 0 << -1;
  QTest::newRow("with a trial") << 0 << 14 << -1;
  QTest::newRow("cancelled at the period's end") << 0 << 0 << 40;
  QTest::newRow("cancelled in grace") << 48 << 0 << 29;
}

void TestLifecycleTime::oneLeapEqualsManySteps() {
  QFETCH(int, graceHours);
  QFETCH(int, trialDays);
  QFETCH(int, cancelOnDay);
  House house;
  house.applied.business.usageGraceHours = graceHours;
  const auto begin = at(u"2026-01-31T12:00:00Z"_s);
  const auto runThrough = [&](std::chrono::hours step) {
    Course course(house, u"Europe/Lisbon"_s);
    auto request = course.request(house.metered);
    request.trialDays = trialDays;
    course.begin(request, begin);
    const auto until = [&](Instant from, Instant to) {
      for (auto now = from; now < to; now += step)
        course.advanceTo(now);
      course.advanceTo(to);
    };
    const auto pause = begin + std::chrono::days(std::max(cancelOnDay, 0));
    until(begin, pause);
    if (cancelOnDay >= 0 && !course.cancelAt(pause, true))
      qFatal("the cancellation was refused");
    until(pause, begin + std::chrono::days(200));
    return course;
  };
  const Course leap = runThrough(std::chrono::hours(24 * 1000));
  const Course steps = runThrough(std::chrono::hours(7));
  QVERIFY(leap.orders.size() > 1);
  QCOMPARE(leap.orders.size(), steps.orders.size());
  for (std::size_t i = 0; i < leap.orders.size(); ++i) {
    QCOMPARE(leap.orders[i].index, steps.orders[i].index);
    QCOMPARE(leap.orders[i].at, steps.orders[i].at);
    QCOMPARE(leap.orders[i].closes, steps.orders[i].closes);
    QCOMPARE(leap.orders[i].period, steps.orders[i].period);
    QCOMPARE(leap.orders[i].opensPeriod, steps.orders[i].opensPeriod);
  }
  QCOMPARE(leap.eventTypes(), steps.eventTypes());
  QCOMPARE(leap.parts.size(), steps.parts.size());
  QCOMPARE(leap.state.mrrTwelfths, steps.state.mrrTwelfths);
  QCOMPARE(leap.state.dueAt, steps.state.dueAt);
}

void TestLifecycleTime::graceDelaysTheInvoiceNotThePeriod() {
  House house;
  house.applied.business.usageGraceHours = 48;
  Course metered(house, u"UTC"_s), flat(house, u"UTC"_s);
  metered.begin(metered.request(house.metered), at(u"2026-01-01T00:00:00Z"_s));
  flat.begin(flat.request(house.flat), at(u"2026-01-01T00:00:00Z"_s));
  for (auto *course : {&metered, &flat}) {
    course->advanceTo(at(u"2026-02-02T23:59:59Z"_s));
    QCOMPARE(course->state.periodIndex, 1);
  }
  QCOMPARE(flat.orders.size(), 2u); // no charges: nothing is awaited
  QCOMPARE(metered.orders.size(), 1u);
  metered.advanceTo(at(u"2026-02-03T00:00:00Z"_s));
  QCOMPARE(metered.orders.size(), 2u);
  QCOMPARE(metered.orders[1].at, at(u"2026-02-03T00:00:00Z"_s));
  QCOMPARE(metered.orders[1].closes, at(u"2026-02-01T00:00:00Z"_s));
  QCOMPARE(metered.orders[1].period, (DayRange{day(u"2026-02-01"_s), day(u"2026-03-01"_s)}));
}

void TestLifecycleTime::graceLongerThanAPeriodLosesNoInvoice() {
  House house;
  house.applied.business.usageGraceHours = 24 * 40;
  Course course(house, u"UTC"_s);
  course.begin(course.request(house.metered), at(u"2026-01-01T00:00:00Z"_s));
  course.advanceTo(at(u"2026-07-01T00:00:00Z"_s));
  QCOMPARE(course.state.periodIndex, 6);
  for (std::size_t i = 0; i < course.orders.size(); ++i)
    QCOMPARE(course.orders[i].index, static_cast<int>(i));
  QCOMPARE(course.orders.back().index, 4); // 1 May + 40 days has passed, 1 June + 40 days has not
}

void TestLifecycleTime::cancelledInGraceTheLastUsageIsStillBilled() {
  House house;
  house.applied.business.usageGraceHours = 48;
  Course course(house, u"UTC"_s);
  course.begin(course.request(house.metered), at(u"2026-01-01T00:00:00Z"_s));
  const auto now = at(u"2026-02-02T00:00:00Z"_s);
  course.advanceTo(now);
  QCOMPARE(course.orders.size(), 1u);
  QVERIFY(course.cancelAt(now, false));
  course.advanceTo(at(u"2026-03-01T00:00:00Z"_s));
  QCOMPARE(course.orders.size(), 3u);
  QCOMPARE(course.orders[1].closes, at(u"2026-02-01T00:00:00Z"_s)); // January
  QVERIFY(course.orders[1].opensPeriod);
  QCOMPARE(course.orders[2].closes, now); // the day of February
  QVERIFY(!course.orders[2].opensPeriod);
  QVERIFY(!course.state.dueAt);
}

void TestLifecycleTime::arrivalDecidesTheInvoiceOfUsage() {
  const auto json = golden::current();
  const auto &given = json["given"];
  House house;
  house.applied.business.usageGraceHours = given["grace_hours"].get<int>();
  Course course(house, u"UTC"_s);
  const auto first = golden::days(given["period"]);
  course.begin(course.request(house.metered), course.around().zone.midnight(first.from));
  course.advanceTo(course.around().zone.midnight(first.to) + 24h * 60);
  for (std::size_t i = 0; i < given["events"].size(); ++i) {
    const auto occurred = golden::instant(given["events"][i].at(0));
    const auto arrived = golden::instant(given["events"][i].at(1));
    const auto part =
        std::find_if(course.parts.begin(), course.parts.end(),
                     [&](const UsagePart &each) { return each.at.contains(occurred); });
    QVERIFY(part != course.parts.end());
    const auto closing =
        std::find_if(course.orders.begin(), course.orders.end(),
                     [&](const InvoiceOrder &each) { return each.closes >= part->at.to; });
    QVERIFY(closing != course.orders.end());
    const QString period = toIso(part->days.from).left(7);
    QCOMPARE(arrived < closing->at ? period : u"next_invoice_adjusts_"_s + period,
             QString::fromStdString(json["expect"]["invoice"][i].get<std::string>()));
  }
}

void TestLifecycleTime::periodsOnlyLeavesTheInvoiceDue() {
  Course course(m_house, u"UTC"_s);
  course.begin(course.request(m_house.flat), at(u"2026-01-01T00:00:00Z"_s));
  const auto now = at(u"2026-03-05T00:00:00Z"_s);
  const auto rolled = advance(course.state, course.around(), now, Advance::PeriodsOnly);
  QVERIFY(rolled.orders.empty());
  QCOMPARE(rolled.after.periodIndex, 2);
  const auto billed = advance(rolled.after, course.around(), now);
  QCOMPARE(billed.orders.size(), 3u);
  QVERIFY(billed.opened.empty());
}

void TestLifecycleTime::partsNeitherOverlapNorLeaveAGap_data() {
  QTest::addColumn<QString>("zone");
  QTest::addColumn<bool>("bySecond");
  for (const auto &zone : {u"UTC"_s, u"America/New_York"_s, u"Europe/Berlin"_s, u"Asia/Kolkata"_s,
                           u"Pacific/Apia"_s, u"America/Sao_Paulo"_s})
    for (const bool bySecond : {false, true})
      QTest::addRow("%s %s", qPrintable(zone), bySecond ? "by the second" : "by the day")
          << zone << bySecond;
}

void TestLifecycleTime::partsNeitherOverlapNorLeaveAGap() {
  QFETCH(QString, zone);
  QFETCH(bool, bySecond);
  House house;
  house.applied.business.invoice.proration =
      bySecond ? business::Proration::Second : business::Proration::Day;
  for (int startDay = 0; startDay < 31; ++startDay) {
    Course course(house, zone);
    const auto begin = at(u"2010-10-01T05:30:00Z"_s) + std::chrono::days(startDay);
    course.begin(course.request(house.metered), begin);
    course.advanceTo(begin + std::chrono::days(731));
    QVERIFY(course.parts.size() >= 24);
    QCOMPARE(course.parts.front().at.from, begin);
    for (std::size_t i = 0; i < course.parts.size(); ++i) {
      const auto &part = course.parts[i];
      QVERIFY(part.at.from < part.at.to);
      QVERIFY(part.days.from < part.days.to);
      QCOMPARE(part.periodFrom, part.at.from);
      if (i == 0)
        continue;
      QCOMPARE(part.at.from, course.parts[i - 1].at.to);
      QCOMPARE(part.days.from, course.parts[i - 1].days.to);
    }
    QCOMPARE(course.parts.back().at.to, course.state.periodAt.to);
  }
}

void TestLifecycleTime::theRestAfterAStandstillIsByTheSecond_data() {
  QTest::addColumn<bool>("pauses");
  QTest::addColumn<QString>("until");
  QTest::addColumn<bool>("isRest");
  QTest::newRow("SUB-6 suspended") << false << u"2026-04-15T21:43:00Z"_s << true;
  QTest::newRow("SUB-6 paused") << true << u"2026-04-15T21:43:00Z"_s << true;
  QTest::newRow("SUB-6 suspended into the anchor's day")
      << false << u"2026-04-10T21:43:00Z"_s << true;
  QTest::newRow("SUB-6 suspended to the very boundary")
      << false << u"2026-04-10T10:00:00Z"_s << false;
  QTest::newRow("SUB-6 paused into the anchor's day") << true << u"2026-04-10T21:43:00Z"_s << true;
  QTest::newRow("SUB-6 paused to the very boundary") << true << u"2026-04-10T10:00:00Z"_s << false;
}

void TestLifecycleTime::theRestAfterAStandstillIsByTheSecond() {
  QFETCH(bool, pauses);
  QFETCH(QString, until);
  QFETCH(bool, isRest);
  House house;
  house.applied.business.invoice.proration = business::Proration::Second;
  Course course(house, u"UTC"_s);
  course.begin(course.request(house.flat), at(u"2026-03-10T10:00:00Z"_s));
  const auto stands = at(u"2026-03-20T10:00:00Z"_s), again = at(until);
  if (pauses)
    QVERIFY(course.pauseAt(stands));
  else
    course.suspendAt(stands);
  course.advanceTo(again);
  if (pauses)
    QVERIFY(course.resumeAt(again));
  else
    course.recoverAt(again);
  course.advanceTo(again);
  const InstantRange whole{at(u"2026-04-10T10:00:00Z"_s), at(u"2026-05-10T10:00:00Z"_s)};
  const auto order = course.orders.back();
  QCOMPARE(order.restAt.has_value(), isRest);
  QVERIFY(!isRest || (*order.restAt == InstantRange{again, whole.to} && *order.wholeAt == whole));
  course.advanceTo(whole.to);
  QVERIFY(course.orders.back().index == order.index + 1 && !course.orders.back().restAt);
}

void TestLifecycleTime::movementsSumToTheMrr() {
  Course course(m_house, u"UTC"_s);
  auto request = course.request(m_house.flat);
  request.trialDays = 14;
  request.priceOverride = 12'345;
  course.begin(request, at(u"2026-01-01T00:00:00Z"_s));
  for (int week = 0; week < 12; ++week) {
    course.advanceTo(at(u"2026-01-01T00:00:00Z"_s) + std::chrono::days(7 * week));
    QCOMPARE(course.movedMrr(), course.state.mrrTwelfths);
    QCOMPARE(course.state.mrrTwelfths, week < 2 ? std::int64_t(0) : std::int64_t(12'345) * 12);
  }
  QVERIFY(course.cancelAt(at(u"2026-04-01T00:00:00Z"_s), false));
  QCOMPARE(course.movedMrr(), std::int64_t(0));
  QCOMPARE(course.movements.size(), 2u);
  QCOMPARE(course.movements[0].at, at(u"2026-01-15T00:00:00Z"_s));
}

void TestLifecycleTime::aYearCountsByTheMonthExactly() {
  Course course(m_house, u"UTC"_s);
  auto request = course.request(m_house.flat);
  request.interval = Interval::Year;
  course.begin(request, at(u"2026-01-01T00:00:00Z"_s));
  QCOMPARE(course.state.mrrTwelfths, perYear);
}

QTEST_GUILESS_MAIN(TestLifecycleTime)
#include "tst_lifecycle_time.moc"
