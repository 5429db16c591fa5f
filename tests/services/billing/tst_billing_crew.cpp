// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/billing_crew.h"
#include "services/billing/billing_jobs.h"
#include "services/billing/due_shares.h"
#include "services/billing/left_out.h"
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
  void whoCannotBeBilledStopsNobodyElse_data();
  void whoCannotBeBilledStopsNobodyElse();
  void aWholeChunkIsLeftOut();
  void halvesCostLittle_data();
  void halvesCostLittle();
  void whatIsOfNoCustomerEndsTheRun();
  void whoIsLeftOutWaitsForTheNextTick();
  void aBalanceThatFellIsPlannedAgain();
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

namespace {

/// The next part of usage is there already: to renew would overlap it.
const QByteArray standsInTheWay =
    "insert into usage_part (organization_id, subscription_id, plan_version_id, part_from, "
    "part_to, period_from, from_day, to_day, billable) select organization_id, subscription_id, "
    "plan_version_id, period_to_at + interval '1 day', period_to_at + interval '2 days', "
    "period_to_at, period_to + 1, period_to + 2, true from subscription where WHOSE";

QByteArray without(const QByteArray &sql, const QByteArray &whose) {
  return "set session_replication_role = replica; " + QByteArray(sql).replace("WHOSE", whose);
}

QByteArray isOf(const OrganizationId &id) {
  return "organization_id = '" + id.toString().toLatin1() + "'";
}

} // namespace

void TestBillingCrew::whoCannotBeBilledStopsNobodyElse_data() {
  QTest::addColumn<int>("workers");
  QTest::addColumn<int>("customers");
  QTest::addColumn<QByteArray>("sql");
  QTest::addColumn<QByteArray>("mending");
  QTest::addColumn<QString>("code");
  for (const int workers : {1, 2})
    QTest::addRow("BILL-3 a constraint, workers: %d", workers)
        << workers << 50 << standsInTheWay
        << QByteArray("delete from usage_part where billable and from_day <> date '2026-01-31' and "
                      "to_day = from_day + 1 and WHOSE")
        << u"store.constraint"_s;
  QTest::newRow("BILL-3 a plan that is none")
      << 2 << 20
      << QByteArray("update subscription set plan_version_id = md5('x')::uuid where WHOSE")
      << QByteArray("update subscription as s set plan_version_id = v.plan_version_id from "
                    "plan_version as v where v.plan_id = s.plan_id and WHOSE")
      << u"billing.mistake"_s;
  QTest::newRow("BILL-3 a currency that is none")
      << 1 << 20 << QByteArray("update subscription set currency = 'QQQ' where WHOSE")
      << QByteArray("update subscription as s set currency = o.currency from organization as o "
                    "where o.organization_id = s.organization_id and s.WHOSE")
      << u"currency.unknown"_s;
}

void TestBillingCrew::whoCannotBeBilledStopsNobodyElse() {
  QFETCH(int, workers);
  QFETCH(int, customers);
  QFETCH(QByteArray, sql);
  QFETCH(QByteArray, mending);
  QFETCH(QString, code);
  BillingHouse house;
  house.randomBook(customers, 8);
  house.runAll();
  const auto before = house.number("select count(*) from invoice");
  house.clock.set(BillingHouse::start() + days(32));
  const auto due = house.number("select count(*) from subscription where due_at < '2026-03-04Z'");
  const auto owner = house.test.connect();
  const auto rows = expect(owner->adHoc("select organization_id from subscription where due_at "
                                        "< '2026-03-04Z' order by 1 offset 9 limit 1"));
  const auto bad = rows[0].get<OrganizationId>(0);
  expect(owner->script(without(sql, isOf(bad))));
  const auto connect = [&]() -> Result<std::unique_ptr<store::Database>> {
    return house.test.connect(u"worker"_s);
  };
  const auto run = [&] {
    return expect(runSideBySide(connect, house.clock, u"worker"_s, workers, 16));
  };
  // A preview leaves them out too; what only writing refuses it cannot know.
  const auto shown = expect(house.worker.run(16).preview(
      house.clock.now(), BillingRun::everything(),
      [](const PlannedInvoice &, const organizations::Organization &) {}));
  QCOMPARE(shown.leftOut.size(), code == u"store.constraint"_s ? 0u : 1u);
  QCOMPARE(shown.subscriptions, due - std::int64_t(shown.leftOut.size()));
  for (const bool isAgain : {false, true}) {
    const auto done = run();
    QCOMPARE(done.subscriptions, isAgain ? 0 : due - 1);
    QCOMPARE(done.leftOut.size(), 1u);
    QVERIFY(done.leftOut.front().organization == bad);
    QCOMPARE(done.leftOut.front().error.code, code);
    QCOMPARE(house.number("select count(*) from invoice"), before + due - 1);
    QCOMPARE(house.number("select count(*) from invoice where " + isOf(bad)), std::int64_t(1));
    QCOMPARE(house.number("select count(*) from billing_left_out where code = '" + code.toLatin1() +
                          "' and " + isOf(bad)),
             std::int64_t(1));
  }
  expect(owner->script(without(mending, isOf(bad))));
  const auto last = run();
  QCOMPARE(last.subscriptions, std::int64_t(1));
  QVERIFY(last.leftOut.empty());
  QCOMPARE(house.number("select count(*) from billing_left_out join subscription using "
                        "(organization_id) where due_at <= left_out_at"),
           std::int64_t(0));
  QCOMPARE(house.wrong(), QString());
}

void TestBillingCrew::aWholeChunkIsLeftOut() {
  BillingHouse house;
  house.randomBook(12, 9);
  house.runAll();
  const auto issued = house.number("select count(*) from invoice");
  const auto owner = house.test.connect();
  expect(owner->script(
      without(standsInTheWay,
              "organization_id in (select organization_id from subscription order by 1 limit 4)")));
  house.clock.set(BillingHouse::start() + days(400));
  const auto done = expect(house.worker.run(4).run(BillingRun::everything()));
  QCOMPARE(done.leftOut.size(), 4u);
  QCOMPARE(done.subscriptions, std::int64_t(8));
  QCOMPARE(house.number("select count(*) from invoice"), issued + done.invoices);
  QCOMPARE(house.wrong(), QString());
}

void TestBillingCrew::halvesCostLittle_data() {
  QTest::addColumn<int>("customers");
  QTest::addColumn<QList<int>>("bad"); // empty: all of them
  QTest::addColumn<int>("transactions");
  QTest::addColumn<int>("leftOut"); // -1: the run ends with the error
  QTest::newRow("one of one") << 1 << QList<int>{0} << 0 << 1;
  QTest::newRow("one of 1024") << 1024 << QList<int>{700} << 20 << 1;
  QTest::newRow("the first and the last of 1024") << 1024 << QList<int>{0, 1023} << 38 << 2;
  QTest::newRow("all of 16") << 16 << QList<int>{} << 30 << 16;
  QTest::newRow("all of 5000") << 5000 << QList<int>{} << 420 << -1;
}

void TestBillingCrew::halvesCostLittle() {
  QFETCH(int, customers);
  QFETCH(QList<int>, bad);
  QFETCH(int, transactions);
  QFETCH(int, leftOut);
  std::vector<OrganizationId> due;
  for (int i = 0; i < customers; ++i)
    due.push_back(makeId<OrganizationId>(BillingHouse::start() + std::chrono::milliseconds(i)));
  const Error broken{u"store.constraint"_s, u"It cannot be."_s};
  int tried = 0;
  std::int64_t billed = 0;
  Halving halving(
      [&](const subscriptions::DueRange &range) -> Result<RunSummary> {
        ++tried;
        RunSummary summary;
        for (int i = 0; i < customers; ++i)
          if (range.after < due[std::size_t(i)] && !(range.last < due[std::size_t(i)])) {
            if (bad.isEmpty() || bad.contains(i))
              return tl::unexpected(broken);
            ++summary.subscriptions;
          }
        billed += summary.subscriptions;
        return summary;
      },
      200);
  const auto done = halving.billApart({}, due, broken);
  QVERIFY2(tried <= transactions, qPrintable(QString::number(tried)));
  if (leftOut < 0) {
    QVERIFY(!done);
    QCOMPARE(done.error().code, broken.code);
    return;
  }
  QVERIFY(done);
  QCOMPARE(int(done->leftOut.size()), leftOut);
  QCOMPARE(done->subscriptions, std::int64_t(customers - leftOut));
  QCOMPARE(billed, std::int64_t(customers - leftOut));
}

void TestBillingCrew::whatIsOfNoCustomerEndsTheRun() {
  for (const auto &code :
       {u"store.disconnected"_s, u"store.disk_full"_s, u"store.forbidden"_s, u"store.cancelled"_s,
        u"store.conflict"_s, u"store.locked"_s, u"store.read_only"_s, u"store.server_failed"_s})
    QVERIFY(!isOfCustomers(Error{code, u"No."_s}));
  int tried = 0;
  Halving halving(
      [&](const subscriptions::DueRange &) -> Result<RunSummary> {
        ++tried;
        return fail(u"store.disconnected"_s, u"It is gone."_s);
      },
      200);
  const std::vector<OrganizationId> due{makeId<OrganizationId>(BillingHouse::start()),
                                        makeId<OrganizationId>(BillingHouse::start())};
  const auto done = halving.billApart({}, due, {u"store.constraint"_s, u"It cannot be."_s});
  QVERIFY(!done);
  QCOMPARE(done.error().code, u"store.disconnected"_s);
  QCOMPARE(tried, 1);
}

void TestBillingCrew::whoIsLeftOutWaitsForTheNextTick() {
  BillingHouse house;
  house.subscribe(house.organization());
  house.subscribe(house.organization());
  house.runAll();
  const auto owner = house.test.connect();
  expect(owner->script(
      without(standsInTheWay,
              "organization_id = (select min(organization_id::text)::uuid from subscription)")));
  house.clock.set(BillingHouse::start() + days(32));
  jobs::HandlerRegistry registry;
  billing::registerJobs(registry);
  jobs::JobQueue queue(house.worker.session);
  expect(queue.enqueueMany(registry.recurring(house.clock.now())));
  house.clock.set(house.clock.now() + std::chrono::hours(1));
  const auto job = *expect(queue.claimEarliest(u"w"_s, std::chrono::seconds(60)));
  QCOMPARE(job.kind, u"billing.tick"_s);
  jobs::JobProgress progress(house.worker.session, job, std::chrono::seconds(60));
  expect((*registry.find(u"billing.tick"_s))(house.worker.session, job, progress));
  QCOMPARE(house.number("select count(*) from invoice"), std::int64_t(3));
  QCOMPARE(house.number("select count(*) from job where kind = 'billing.wake' and run_at <= '" +
                        toIso(house.clock.now()).toLatin1() + "'"),
           std::int64_t(0));
  QCOMPARE(house.number("select count(*) from job where kind = 'billing.wake'"), std::int64_t(1));
}

// What is taken from a balance was planned while the chunk before it was written.
void TestBillingCrew::aBalanceThatFellIsPlannedAgain() {
  BillingHouse house;
  const auto id = house.organization();
  const auto owner = house.test.connect();
  const auto moves = [&](int amount) {
    return owner->script("insert into balance_movement (organization_id, movement_id, currency, "
                         "amount, cause, occurred_at) values ('" +
                         id.toString().toLatin1() + "', gen_random_uuid(), 'USD', " +
                         QByteArray::number(amount) + ", 'adjustment', '2026-01-31Z')");
  };
  expect(moves(500));
  const auto refused = moves(-501);
  QVERIFY(!refused);
  QCOMPARE(refused.error().code, u"store.conflict"_s);
  expect(moves(-500));
  QCOMPARE(house.number("select amount from customer_balance"), std::int64_t(0));
}

QTEST_GUILESS_MAIN(TestBillingCrew)
#include "tst_billing_crew.moc"
