// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/services/subscriptions/course.h"

using namespace tenantry;
using namespace tenantry::tests;

/// What is billed of usage while a subscription stands still by wish.
class TestStandstill : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void SUB_4_aPauseBillsWhatWasUsed_data();
  void SUB_4_aPauseBillsWhatWasUsed();
  void SUB_4_lateUsageDoesNotWaitForTheEndOfAPause_data();
  void SUB_4_lateUsageDoesNotWaitForTheEndOfAPause();

private:
  House m_house;
};

void TestStandstill::SUB_4_aPauseBillsWhatWasUsed_data() {
  QTest::addColumn<int>("proration");
  for (const auto &[name, by] : {std::pair{"by the day", business::Proration::Day},
                                 {"by the second", business::Proration::Second},
                                 {"without proration", business::Proration::None}})
    QTest::addRow("USE-2 %s", name) << int(by);
}

void TestStandstill::SUB_4_aPauseBillsWhatWasUsed() {
  QFETCH(const int, proration);
  House house;
  house.applied.business.invoice.proration = business::Proration(proration);
  Course course(house, u"UTC"_s);
  course.begin(course.request(house.metered), at(u"2026-03-10T10:00:00Z"_s));
  course.advanceTo(at(u"2026-03-10T10:00:00Z"_s));
  const auto stands = at(u"2026-03-20T10:00:00Z"_s);
  QVERIFY(course.pauseAt(stands));
  QCOMPARE(course.orders.size(), 2u);
  const auto &order = course.orders.back();
  QVERIFY(!order.opensPeriod && order.midPeriod && order.midPeriod->closesUsage);
  QCOMPARE(order.midPeriod->credits.has_value(), proration != int(business::Proration::None));
  QVERIFY(order.closesPart(course.parts.back()));
  QVERIFY(!course.state.dueAt);
}

void TestStandstill::SUB_4_lateUsageDoesNotWaitForTheEndOfAPause_data() {
  QTest::addColumn<QString>("then");
  QTest::newRow("SUB-4 it stays paused") << QString();
  QTest::newRow("SUB-4 it goes on before") << u"resume"_s;
  QTest::newRow("SUB-4 it ends before") << u"cancel"_s;
}

void TestStandstill::SUB_4_lateUsageDoesNotWaitForTheEndOfAPause() {
  QFETCH(const QString, then);
  Course course(m_house, u"UTC"_s);
  course.begin(course.request(m_house.metered), at(u"2026-03-10T10:00:00Z"_s));
  course.advanceTo(at(u"2026-03-10T10:00:00Z"_s));
  QVERIFY(course.pauseAt(at(u"2026-03-20T10:00:00Z"_s)));
  const auto awaited = at(u"2026-03-25T10:00:00Z"_s); // as subscription_bill_late says it
  course.state.invoiceIndex = course.state.periodIndex + 1;
  course.state.invoiceAt = course.state.dueAt = awaited;
  if (then == u"resume"_s)
    QVERIFY(course.resumeAt(at(u"2026-03-22T10:00:00Z"_s)));
  if (then == u"cancel"_s)
    QVERIFY(course.cancelAt(at(u"2026-03-22T10:00:00Z"_s), false));
  const auto before = course.orders.size();
  course.advanceTo(awaited);
  QCOMPARE(course.orders.size(), before + (then == u"resume"_s ? 0 : 1));
  QCOMPARE(course.orders.back().isBeside, then.isEmpty());
  QVERIFY(then == u"resume"_s || !course.orders.back().opensPeriod);
  course.advanceTo(at(u"2026-04-10T00:00:00Z"_s));
  QCOMPARE(course.orders.back().opensPeriod && !course.orders.back().midPeriod,
           then == u"resume"_s);
}

QTEST_GUILESS_MAIN(TestStandstill)
#include "tst_standstill.moc"
