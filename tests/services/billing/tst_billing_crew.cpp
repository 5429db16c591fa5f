// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/billing_crew.h"
#include "services/billing/due_shares.h"
#include "tests/services/billing/billing_house.h"

using namespace tenantry;
using namespace tenantry::tests;
using namespace tenantry::billing;
using std::chrono::days;

class TestBillingCrew : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void sharesAreTheWholeBookOnce_data();
  void sharesAreTheWholeBookOnce();
  void workersShareABook_data();
  void workersShareABook();
  void whereAWorkerFailsTheOthersStop();
};

void TestBillingCrew::sharesAreTheWholeBookOnce_data() {
  QTest::addColumn<int>("organizations");
  QTest::addColumn<int>("workers");
  QTest::addColumn<QList<int>>("due"); // in each share
  QTest::newRow("an empty book") << 0 << 2 << QList<int>{0};
  QTest::newRow("less than a unit") << 3 << 2 << QList<int>{3};
  // Of units of 4: the second is smaller, for its worker is to come later to the numbers.
  QTest::newRow("two workers") << 97 << 2 << QList<int>{20, 8, 16, 12, 8, 8, 4, 4, 4, 4, 4, 4, 1};
  QTest::newRow("one worker") << 97 << 1 << QList<int>{20, 20, 20, 16, 8, 4, 4, 4, 1};
}

void TestBillingCrew::sharesAreTheWholeBookOnce() {
  QFETCH(int, organizations);
  QFETCH(int, workers);
  BillingHouse house;
  house.randomBook(organizations, 5);
  const auto shares = expect(DueShares::of(house.worker.session, workers, 20));
  QList<int> due;
  OrganizationId after;
  while (const auto share = shares->take()) {
    QCOMPARE(share->after, after); // no gap, nothing twice
    after = share->last;
    due += static_cast<int>(
        expect(house.worker.subscriptions().due(house.clock.now(), *share, 1000)).size());
  }
  QCOMPARE(after, BillingRun::everything().last);
  QTEST(due, "due");
  const auto closed = expect(DueShares::of(house.worker.session, workers, 20));
  closed->close();
  QVERIFY(!closed->take());
}

void TestBillingCrew::workersShareABook_data() {
  QTest::addColumn<int>("workers");
  QTest::addColumn<int>("chunkSize");
  QTest::newRow("one") << 1 << 5000;
  QTest::newRow("two") << 2 << 10;
  QTest::newRow("more than there are shares") << 8 << 100;
}

// BILL-2
void TestBillingCrew::workersShareABook() {
  QFETCH(int, workers);
  QFETCH(int, chunkSize);
  BillingHouse house;
  house.randomBook(100, 6);
  house.clock.set(BillingHouse::start() + days(32));
  const auto expected = expect(house.worker.run().preview(
      house.clock.now(), BillingRun::everything(),
      [](const PlannedInvoice &, const organizations::Organization &) {}));
  QVERIFY(expected.invoices > 150);
  const auto connect = [&]() -> Result<std::unique_ptr<store::Database>> {
    return house.test.connect(u"worker"_s);
  };
  const auto done = expect(runSideBySide(connect, house.clock, u"worker"_s, workers, chunkSize));
  QCOMPARE(done.subscriptions, expected.subscriptions);
  QCOMPARE(done.invoices, expected.invoices);
  QVERIFY(done.totals == expected.totals);
  QCOMPARE(house.number("select count(*) from invoice"), expected.invoices);
  QCOMPARE(house.runAll().subscriptions, 0);
  QCOMPARE(house.wrong(), QString());
}

void TestBillingCrew::whereAWorkerFailsTheOthersStop() {
  BillingHouse house;
  house.randomBook(100, 7);
  std::atomic<int> asked = 0;
  const auto connect = [&]() -> Result<std::unique_ptr<store::Database>> {
    if (asked++ > 0)
      return fail(u"store.disconnected"_s, u"No connection is left."_s);
    return house.test.connect(u"worker"_s);
  };
  const auto done = runSideBySide(connect, house.clock, u"worker"_s, 2, 10);
  QVERIFY(!done);
  QCOMPARE(done.error().code, u"store.disconnected"_s);
  // Whole chunks are done, and the next run does the rest.
  house.runAll();
  QCOMPARE(house.number("select count(*) from invoice"), 100);
  QCOMPARE(house.wrong(), QString());
}

QTEST_GUILESS_MAIN(TestBillingCrew)
#include "tst_billing_crew.moc"
