// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/organizations/organization_record.h"
#include "services/store/no_database_here.h"
#include "tests/services/billing/billing_house.h"

using namespace tenantry;
using namespace tenantry::tests;

/// One record as it stands: what only a part of it shows is read for that part.
class TestOrganizationRecord : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void USE_3_aPlanIsLookedForWhereItIsShown_data();
  void USE_3_aPlanIsLookedForWhereItIsShown();
};

void TestOrganizationRecord::USE_3_aPlanIsLookedForWhereItIsShown_data() {
  QTest::addColumn<qint64>("used");
  QTest::addColumn<bool>("isFound");
  QTest::newRow("USE-3 a limit is used up") << qint64(30'000) << true;
  QTest::newRow("USE-3 none is") << qint64(10) << false;
}

void TestOrganizationRecord::USE_3_aPlanIsLookedForWhereItIsShown() {
  QFETCH(qint64, used);
  QFETCH(bool, isFound);
  BillingHouse house;
  const auto id = house.organization();
  house.subscribe(id, u"starter"_s);
  house.clock.set(house.clock.now() + std::chrono::days(3));
  house.use(id, u"api_calls"_s, used);
  models::Connection connection(house.test.settings(), house.clock, u"test"_s);
  const store::NoDatabaseHere rule;
  models::OrganizationRecord record(connection);
  record.show(id);
  QTRY_VERIFY(record.facts());
  QVERIFY(!record.facts()->saysUpgrade);
  record.setNeedsUpgrade(true);
  QTRY_COMPARE(record.facts()->saysUpgrade, isFound);
  QTRY_VERIFY(!record.isFetching());
  QCOMPARE(record.facts()->upgrade.verdict != billing::UpgradeVerdict::NotRunning, isFound);
  record.setNeedsUpgrade(false); // another tab: what is read stays until news come
  QCOMPARE(record.facts()->saysUpgrade, isFound);
  record.reload();
  QTRY_VERIFY(!record.isFetching());
  QVERIFY(!record.facts()->saysUpgrade);
}

QTEST_GUILESS_MAIN(TestOrganizationRecord)
#include "tst_organization_record.moc"
