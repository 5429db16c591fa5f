// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/services/subscriptions/course.h"

using namespace tenantry;
using namespace tenantry::tests;

/// An organization that moves to another time zone: its periods go on without a gap.
class TestZoneChange : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void anotherZoneLeavesNoGap_data();
  void anotherZoneLeavesNoGap();
  void anotherZoneWhileItStands_data() { zones(); }
  void anotherZoneWhileItStands();
  void whatWaitsInAnotherZoneClosesItsParts_data() { zones(); }
  void whatWaitsInAnotherZoneClosesItsParts();

private:
  static void zones();
  House m_house;
};

void TestZoneChange::zones() {
  QTest::addColumn<QString>("from");
  QTest::addColumn<QString>("to");
  for (const auto &[from, to] : {std::pair{u"UTC"_s, u"Europe/Berlin"_s},
                                 {u"Europe/Berlin"_s, u"UTC"_s},
                                 {u"America/New_York"_s, u"UTC"_s},
                                 {u"UTC"_s, u"America/New_York"_s},
                                 {u"UTC"_s, u"Pacific/Kiritimati"_s},
                                 {u"Pacific/Kiritimati"_s, u"Pacific/Pago_Pago"_s},
                                 {u"Europe/London"_s, u"Europe/Berlin"_s},
                                 {u"Pacific/Pago_Pago"_s, u"Pacific/Kiritimati"_s}})
    QTest::addRow("ORG-1 %s to %s", qPrintable(from), qPrintable(to)) << from << to;
}

void TestZoneChange::anotherZoneLeavesNoGap_data() {
  QTest::addColumn<int>("trialDays");
  QTest::addColumn<bool>("bySecond");
  QTest::addColumn<int>("moveOnDay");
  for (const bool bySecond : {false, true})
    for (const int trialDays : {0, 14})
      for (const int day :
           {5, 28, 31, 58, 59, 60}) // 29 March is the night that Berlin's clock moves
        QTest::addRow("ORG-1 trial %d, moved on day %d %s", trialDays, day,
                      bySecond ? "by the second" : "by the day")
            << trialDays << bySecond << day;
}

void TestZoneChange::anotherZoneLeavesNoGap() {
  QFETCH(int, trialDays);
  QFETCH(bool, bySecond);
  QFETCH(int, moveOnDay);
  House house;
  house.applied.business.invoice.proration =
      bySecond ? business::Proration::Second : business::Proration::Day;
  const QStringList all{u"UTC"_s, u"Europe/Berlin"_s, u"America/New_York"_s,
                        u"Pacific/Kiritimati"_s, u"Pacific/Pago_Pago"_s};
  for (const auto &from : all)
    for (const auto &to : all) {
      Course course(house, from);
      const auto begin = at(u"2026-01-29T12:30:00Z"_s);
      auto request = course.request(house.metered);
      request.trialDays = trialDays;
      course.begin(request, begin);
      course.advanceTo(begin + std::chrono::days(moveOnDay));
      course.moveTo(to);
      course.advanceTo(begin + std::chrono::days(200));
      QVERIFY(course.parts.size() >= 6);
      for (std::size_t i = 1; i < course.parts.size(); ++i) {
        QCOMPARE(course.parts[i].at.from, course.parts[i - 1].at.to);
        QCOMPARE(course.parts[i].days.from, course.parts[i - 1].days.to);
      }
      for (std::size_t i = 1; i < course.orders.size(); ++i)
        QCOMPARE(course.orders[i].closes, course.parts[i + (trialDays > 0 ? 1 : 0)].at.from);
      const auto end = course.state.period.to;
      QCOMPARE(course.around().zone.dayOf(course.state.periodAt.to), end);
    }
}

void TestZoneChange::anotherZoneWhileItStands() {
  QFETCH(QString, from);
  QFETCH(QString, to);
  const bool kinds[] = {false, true};
  for (const bool pauses : kinds)
    for (const bool bySecond : kinds)
      for (int hours = 1; hours < 60; hours += 3) {
        House house;
        house.applied.business.invoice.proration =
            bySecond ? business::Proration::Second : business::Proration::Day;
        Course course(house, from);
        course.begin(course.request(house.metered), at(u"2026-01-10T15:00:00Z"_s));
        const auto end = course.state.periodAt.to;
        const auto stands = end - std::chrono::hours(30);
        course.advanceTo(stands);
        if (pauses)
          QVERIFY(course.pauseAt(stands));
        else
          course.suspendAt(stands);
        course.moveTo(to);
        const auto again = stands + std::chrono::hours(hours);
        course.advanceTo(again);
        if (pauses)
          QVERIFY(course.resumeAt(again));
        else
          course.recoverAt(again);
        course.advanceTo(again + std::chrono::days(70));
        for (std::size_t i = 1; i < course.parts.size(); ++i) {
          QVERIFY(course.parts[i].at.from >= course.parts[i - 1].at.to);
          QVERIFY(course.parts[i].days.from < course.parts[i].days.to);
        }
        for (const auto &order : course.orders)
          QVERIFY(!order.opensPeriod || order.period.from < order.period.to);
        for (std::size_t i = 1; i < course.orders.size(); ++i)
          if (course.orders[i].index != course.orders[i - 1].index)
            QVERIFY(course.orders[i].period.isEmpty() ||
                    course.orders[i].period.from >= course.orders[i - 1].period.to);
      }
}

// Two boundaries passed before either was billed: of the first only its parts know when it was.
void TestZoneChange::whatWaitsInAnotherZoneClosesItsParts() {
  QFETCH(QString, from);
  QFETCH(QString, to);
  Course course(m_house, from);
  course.begin(course.request(m_house.metered), at(u"2026-01-10T15:00:00Z"_s));
  course.advanceTo(at(u"2026-01-20T00:00:00Z"_s));
  const auto late = at(u"2026-04-01T00:00:00Z"_s);
  course.rollTo(late);
  course.moveTo(to);
  course.advanceTo(late);
  QCOMPARE(course.parts.size(), 3u);
  QCOMPARE(course.orders.size(), 3u);
  for (std::size_t order = 0; order < 3; ++order)
    for (std::size_t part = 0; part < 3; ++part)
      QCOMPARE(course.orders[order].closesPart(course.parts[part]), part < order);
}

QTEST_GUILESS_MAIN(TestZoneChange)
#include "tst_zone_change.moc"
