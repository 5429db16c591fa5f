// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/usage/alerts.h"
#include "services/usage/batch_totals.h"
#include "tests/services/billing/golden_cases.h"
#include <QTest>
#include <list>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::usage;

class TestIngestPlan : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void eventsAreSortedAndTheFirstOfAKeyStays();
  void theSameKeyCountsOnce_data() { golden::addRows({"dedupe"}); } // USE-1
  void theSameKeyCountsOnce();
  void eventsFindThePartOfTheirTime_data();
  void eventsFindThePartOfTheirTime();
  void onlyWhatIsBeyondAsksForMorePeriods();
  void partsOfOnePeriodAreSplit();
  void totalsAreSortedAndExact();
  void aSumThatDoesNotFitIsRefused();
  void thresholdsAreReachedExactly_data();
  void thresholdsAreReachedExactly();

private:
  static Instant at(int second) { return Instant(std::chrono::seconds(second)); }
  static OrganizationId organization(int number) {
    return OrganizationId(QUuid(static_cast<uint>(number), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
  }
  PlannedEvent plan(const OrganizationId &id, const QString &key, std::int64_t quantity,
                    int second) {
    auto &made = m_events.emplace_back();
    made = {id, key, m_metric.id, quantity, at(second), {}, {}, {}};
    return {&made, &m_metric};
  }
  business::Metric m_metric{
      u"calls"_s, business::Aggregation::Sum, business::LimitKind::Soft, {}, 0};
  std::list<UsageEvent> m_events;
};

void TestIngestPlan::eventsAreSortedAndTheFirstOfAKeyStays() {
  const auto one = organization(1), two = organization(2);
  const auto sorted = withoutRepeats({plan(two, u"a"_s, 1, 0), plan(one, u"b"_s, 2, 0),
                                      plan(one, u"a"_s, 3, 0), plan(one, u"b"_s, 4, 0)});
  QCOMPARE(sorted.size(), std::size_t{3});
  QCOMPARE(sorted[0].event->quantity, 3);
  QCOMPARE(sorted[1].event->quantity, 2);
  QCOMPARE(sorted[2].event->quantity, 1);
  QVERIFY(findEvent(sorted, one, u"b"_s) == &sorted[1]);
  QVERIFY(!findEvent(sorted, two, u"b"_s));
  QVERIFY(organizationsOf(sorted) == (std::vector{one, two}));
}

void TestIngestPlan::theSameKeyCountsOnce() {
  const auto json = golden::current();
  std::vector<PlannedEvent> events;
  for (const auto &each : json["given"]["events"])
    events.push_back(plan(organization(1), QString::fromStdString(each.at(0).get<std::string>()),
                          roundHalfAwayFromZero(golden::number(each.at(1))), 0));
  const auto totals = addUp(withoutRepeats(std::move(events)));
  QVERIFY(totals);
  QCOMPARE(Rational(totals->additive.at(0).quantity), golden::number(json["expect"]["quantity"]));
}

void TestIngestPlan::eventsFindThePartOfTheirTime_data() {
  QTest::addColumn<int>("second");
  QTest::addColumn<int>("part"); // −1: none
  QTest::newRow("before all") << 9 << -1;
  QTest::newRow("first instant") << 10 << 10;
  QTest::newRow("last of the first") << 19 << 10;
  QTest::newRow("boundary") << 20 << 20;
  QTest::newRow("gap") << 30 << -1;
  QTest::newRow("after now, in the open part") << 55 << 40;
  QTest::newRow("after now, beyond the open part") << 61 << 40;
}

void TestIngestPlan::eventsFindThePartOfTheirTime() {
  QFETCH(int, second);
  QFETCH(int, part);
  const auto one = organization(1);
  const PartBook book({{one, at(40), at(60), at(40)},
                       {one, at(10), at(20), at(10)},
                       {organization(2), at(0), at(90), at(0)},
                       {one, at(20), at(30), at(10)}});
  std::vector events{plan(one, u"k"_s, 1, second)};
  assignParts(events, book, at(50));
  QVERIFY(events[0].part == (part < 0 ? noPart : at(part)));
}

void TestIngestPlan::onlyWhatIsBeyondAsksForMorePeriods() {
  const auto one = organization(1), two = organization(2), three = organization(3);
  const PartBook book({{one, at(0), at(10), at(0)}, {two, at(0), at(10), at(0)}});
  const auto sorted = withoutRepeats({plan(one, u"a"_s, 1, 9), plan(two, u"a"_s, 1, 10),
                                      plan(two, u"b"_s, 1, 11), plan(three, u"a"_s, 1, 1)});
  QVERIFY(beyondTheirParts(sorted, book) == (std::vector{two, three}));
}

void TestIngestPlan::partsOfOnePeriodAreSplit() {
  const auto one = organization(1);
  const PartBook book(
      {{one, at(0), at(5), at(0)}, {one, at(5), at(10), at(0)}, {one, at(10), at(20), at(10)}});
  QVERIFY(book.isSplit(*book.beginningAt(one, at(0))));
  QVERIFY(book.isSplit(*book.beginningAt(one, at(5))));
  QVERIFY(!book.isSplit(*book.beginningAt(one, at(10))));
  QVERIFY(!book.beginningAt(one, at(6)));
}

void TestIngestPlan::totalsAreSortedAndExact() {
  const auto one = organization(1), two = organization(2);
  std::vector events{plan(one, u"a"_s, 1, 5), plan(one, u"b"_s, 2, 9), plan(one, u"c"_s, 4, 7),
                     plan(two, u"a"_s, 8, 1), plan(two, u"b"_s, 16, 2)};
  events[0].part = at(4);
  events[1].part = at(2);
  events[2].part = at(4);
  events[4].repeated = true;
  const auto totals = addUp(events);
  QVERIFY(totals);
  const auto &sums = totals->additive;
  QCOMPARE(sums.size(), std::size_t{3});
  QVERIFY(sums[0].part == at(2) && sums[1].part == at(4) && sums[2].organization == two);
  QCOMPARE(sums[0].quantity, 2);
  QCOMPARE(sums[1].quantity, 5);
  QCOMPARE(sums[1].events, 2);
  QVERIFY(sums[1].lastOccurredAt == at(7));
  QCOMPARE(sums[2].quantity, 8);
}

void TestIngestPlan::aSumThatDoesNotFitIsRefused() {
  std::vector<PlannedEvent> events;
  for (int i = 0; i < 9300; ++i)
    events.push_back(plan(organization(1), u"k"_s, largestQuantity, 1));
  const auto totals = addUp(events);
  QVERIFY(!totals);
  QCOMPARE(totals.error().code, u"usage.quantity_invalid"_s);
}

void TestIngestPlan::thresholdsAreReachedExactly_data() {
  QTest::addColumn<qlonglong>("limit");
  QTest::addColumn<int>("percent");
  QTest::addColumn<qlonglong>("firstReached");
  QTest::newRow("80 of 100") << 100LL << 80 << 80LL;
  QTest::newRow("80 of 7") << 7LL << 80 << 6LL;
  QTest::newRow("90 of 7") << 7LL << 90 << 7LL;
  QTest::newRow("100 of 1") << 1LL << 100 << 1LL;
  QTest::newRow("100 of the largest") << 9223372036854775807LL << 100 << 9223372036854775807LL;
}

void TestIngestPlan::thresholdsAreReachedExactly() {
  QFETCH(qlonglong, limit);
  QFETCH(int, percent);
  QFETCH(qlonglong, firstReached);
  QVERIFY(hasReached(firstReached, limit, percent));
  QVERIFY(!hasReached(firstReached - 1, limit, percent));
}

QTEST_GUILESS_MAIN(TestIngestPlan)
#include "tst_ingest_plan.moc"
