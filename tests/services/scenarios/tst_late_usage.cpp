// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/billing_run.h"
#include "tests/services/scenarios/metered_house.h"
#include "tests/support/lock_waits.h"
#include <array>
#include <thread>

using namespace tenantry;
using namespace tenantry::tests;

/// USE-1, BILL-2: what comes late is the difference that it makes, wherever it makes one.
class TestLateUsage : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void aMetricMayBeChargedInTwoWays();
  void whatALateValueChangesInClosedPartsIsBilled_data();
  void whatALateValueChangesInClosedPartsIsBilled();
  void USE_2_whatIsTakenBackWhileItIsDraftedLowersTheDraft();
  void USE_2_aLowerValueThatWaitedForTheDraftLowersIt();
};

void TestLateUsage::aMetricMayBeChargedInTwoWays() {
  MeteredHouse house;
  auto changed = expect(house.worker.business.current(house.worker.session))->business;
  auto &charges = changed.plans[u"metered"_s].charges;
  business::Charge packages = charges.front(); // of calls, too
  packages.model = business::ChargeModel::Package;
  packages.packageSize = 100;
  packages.unit = 7;
  charges.push_back(packages);
  const auto owner = house.test.connect();
  store::Session session{*owner, house.clock, u"tests"_s};
  expect(business::BusinessApply(session).apply(changed, u"tests"_s));
  const auto id = house.customer();
  house.at("2026-02-20T00:00:00Z");
  house.count(id, u"calls"_s, 90, u"a"_s, "2026-02-10T00:00:00Z");
  house.at("2026-03-01T00:00:00Z");
  house.runAll();
  const auto closing = house.last(id).id;
  QCOMPARE(house.charged(u"calls"_s), 900 + 7);
  house.count(id, u"calls"_s, 60, u"b"_s, "2026-02-10T00:00:00Z");
  house.at("2026-04-01T00:00:00Z");
  house.runAll();
  QCOMPARE(house.charged(u"calls"_s), 1'250 + 14);
  expect(house.corrections().voidInvoice(id, closing, u"wrong"_s));
  house.count(id, u"calls"_s, -80, u"c"_s, "2026-02-10T00:00:00Z", u"a"_s);
  house.at("2026-05-01T00:00:00Z");
  house.runAll(); // 70 calls are left, and 357 were billed late
  QCOMPARE(house.charged(u"calls"_s), 700 + 7);
  QCOMPARE(house.unsound(), QString());
}

void TestLateUsage::whatALateValueChangesInClosedPartsIsBilled_data() {
  QTest::addColumn<QString>("occurred");
  QTest::addColumn<int>("value");
  QTest::addColumn<int>("charged");
  const auto row = [](const char *name, const char *day, int value, int charged) {
    QTest::addRow("USE-1 %s", name)
        << u"%1T00:00:00Z"_s.arg(QLatin1StringView(day)) << value << charged;
  };
  // Thirty of February, kept in March and April: 900 in all.
  row("less from the first part on", "2026-02-28", 10, 300);
  row("more from the first part on", "2026-02-28", 40, 1'200);
  row("less from the second on", "2026-03-20", 10, 500);
  row("nothing from the second on", "2026-03-20", 0, 300);
  row("in the first part, and overtaken there", "2026-02-05", 10, 900);
}

void TestLateUsage::whatALateValueChangesInClosedPartsIsBilled() {
  QFETCH(QString, occurred);
  QFETCH(int, value);
  QFETCH(int, charged);
  MeteredHouse house;
  const auto id = house.customer();
  house.at("2026-02-20T00:00:00Z");
  house.count(id, u"level"_s, 30, u"a"_s, "2026-02-10T00:00:00Z");
  for (const auto *month : {"2026-03-01T00:00:00Z", "2026-04-01T00:00:00Z"}) {
    house.at(month);
    house.runAll();
  }
  house.at("2026-04-05T00:00:00Z");
  house.count(id, u"level"_s, value, u"b"_s, occurred.toLatin1().constData());
  house.at("2026-05-01T00:00:00Z");
  house.runAll();
  QCOMPARE(house.charged(u"level"_s), charged);
  QCOMPARE(house.unsound(), QString());
  house.voidLast(id); // what it put right is put right again, once
  house.at("2026-06-01T00:00:00Z");
  house.runAll();
  house.runAll();
  const auto may = value == 10 && charged == 900 ? 300 : 10 * value;
  QCOMPARE(house.charged(u"level"_s), charged + may);
  QCOMPARE(house.unsound(), QString());
}

// Of two customers a run reads one while it writes the other; what comes then sees no draft yet.
void TestLateUsage::USE_2_whatIsTakenBackWhileItIsDraftedLowersTheDraft() {
  MeteredHouse house;
  const std::array ids{house.customer(), house.customer()};
  auto changed = expect(house.worker.business.current(house.worker.session))->business;
  changed.finalize = business::Finalize::Review;
  const auto owner = house.test.connect();
  store::Session session{*owner, house.clock, u"tests"_s};
  expect(business::BusinessApply(session).apply(changed, u"tests"_s));
  house.at("2026-02-20T00:00:00Z");
  for (const auto &id : ids)
    house.count(id, u"calls"_s, 90, u"a"_s, "2026-02-10T00:00:00Z");
  house.at("2026-03-01T00:00:00Z");
  std::optional<OrganizationId> late;
  const auto meanwhile = [&](std::int64_t) {
    for (const auto &id : ids)
      if (!late && expect(house.worker.invoices().ofOrganization(id)).size() == 1) {
        late = id;
        house.count(id, u"calls"_s, -30, u"b"_s, "2026-02-10T00:00:00Z", u"a"_s);
      }
    return true;
  };
  constexpr int chunk = 1;
  expect(billing::BillingRun(house.worker.session, house.worker.business, chunk)
             .run(billing::BillingRun::everything(), meanwhile));
  QVERIFY(late);
  QCOMPARE(house.last(*late).total, std::int64_t(10'900)); // as it was read
  house.at("2026-03-02T00:00:00Z");
  house.runAll();
  QCOMPARE(house.last(*late).total, std::int64_t(10'600));
  QCOMPARE(house.last(*late == ids[0] ? ids[1] : ids[0]).total, std::int64_t(10'900));
  QCOMPARE(house.charged(u"calls"_s), 900 + 600);
  QCOMPARE(house.unsound(), QString());
}

// The run has the totals first; who counts saw no draft before it waited for them.
void TestLateUsage::USE_2_aLowerValueThatWaitedForTheDraftLowersIt() {
  MeteredHouse house;
  const auto id = house.customer();
  auto changed = expect(house.worker.business.current(house.worker.session))->business;
  changed.finalize = business::Finalize::Review;
  const auto owner = house.test.connect();
  store::Session session{*owner, house.clock, u"tests"_s};
  expect(business::BusinessApply(session).apply(changed, u"tests"_s));
  house.at("2026-02-20T00:00:00Z");
  house.count(id, u"level"_s, 50, u"a"_s, "2026-02-10T00:00:00Z");
  house.at("2026-03-01T00:00:00Z");
  const auto holder = house.test.connect();
  expect(holder->script("begin; select from usage_total for update"));
  const auto observer = house.test.connect();
  Result<billing::RunSummary> drafted;
  std::thread run([&] {
    Worker worker(house.test, house.clock);
    drafted = worker.run().run(billing::BillingRun::everything());
  });
  const bool runWaits = comesToLockWaits(*observer, 1);
  Result<usage::IngestReport> counted;
  std::thread late([&] {
    Worker worker(house.test, house.clock);
    usage::UsageEvent event;
    event.organization = id;
    event.metric = u"level"_s;
    event.quantity = 30;
    event.key = u"b"_s;
    event.occurredAt = *parseInstant(u"2026-02-20T00:00:00Z"_s);
    counted = usage::UsageService(worker.session, worker.business).ingest({event});
  });
  const bool bothWait = comesToLockWaits(*observer, 2);
  expect(holder->script("commit"));
  run.join();
  late.join();
  QVERIFY(runWaits && bothWait);
  expect(drafted);
  expect(counted);
  QCOMPARE(house.last(id).total, std::int64_t(10'500)); // as it was read
  house.at("2026-03-02T00:00:00Z");
  house.runAll();
  QCOMPARE(house.last(id).total, std::int64_t(10'300));
  QCOMPARE(house.unsound(), QString());
}

QTEST_GUILESS_MAIN(TestLateUsage)
#include "tst_late_usage.moc"
