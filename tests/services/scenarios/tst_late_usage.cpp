// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/services/scenarios/metered_house.h"

using namespace tenantry;
using namespace tenantry::tests;

/// USE-1, BILL-2: what comes late is the difference that it makes, wherever it makes one.
class TestLateUsage : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void aMetricMayBeChargedInTwoWays();
  void whatALateValueChangesInClosedPartsIsBilled_data();
  void whatALateValueChangesInClosedPartsIsBilled();
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

QTEST_GUILESS_MAIN(TestLateUsage)
#include "tst_late_usage.moc"
