// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/services/scenarios/metered_house.h"

using namespace tenantry;
using namespace tenantry::tests;

/// USE-1, BILL-2: what comes late is the difference that it makes, wherever it makes one.
class TestLateUsage : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void aMetricMayBeChargedInTwoWays();
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

QTEST_GUILESS_MAIN(TestLateUsage)
#include "tst_late_usage.moc"
