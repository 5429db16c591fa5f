// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/connection/catalog_names.h"
#include "tests/services/billing/billing_house.h"

#include <QLocale>

using namespace tenantry;
using namespace tenantry::tests;

/// What is sold, and what was, has its name in the language of whoever reads.
class TestCatalogNames : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void check21_whatWasSoldIsCalledByItsName_data();
  void check21_whatWasSoldIsCalledByItsName();
};

void TestCatalogNames::check21_whatWasSoldIsCalledByItsName_data() {
  QTest::addColumn<QLocale>("locale");
  QTest::addColumn<QString>("rooms");
  QTest::addColumn<QString>("plan");
  QTest::newRow("English") << QLocale(QLocale::English, QLocale::UnitedStates) << u"Ten rooms"_s
                           << u"Starter"_s;
  QTest::newRow("German") << QLocale(QLocale::German, QLocale::Germany) << u"Zehn Räume"_s
                          << u"Einstieg"_s;
}

void TestCatalogNames::check21_whatWasSoldIsCalledByItsName() {
  QFETCH(const QLocale, locale);
  QFETCH(const QString, rooms);
  QFETCH(const QString, plan);
  BillingHouse house;
  const auto owner = house.test.connect();
  store::Session session{*owner, house.clock, u"tests"_s};
  auto business = expect(house.worker.business.current(house.worker.session))->business;
  const auto sell = [&](const QString &id, const std::map<QString, QString> &byLanguage) {
    business.addons.clear(); // the others are not sold any more
    auto &addon = business.addons[id];
    addon.id = id;
    addon.name.byLanguage = byLanguage;
    addon.prices = {{Money(2800, *Currency::parse(u"USD"_s)), Interval::Month}};
    expect(business::BusinessApply(session).apply(business, u"tests"_s));
  };
  business.plans[u"starter"_s].name.byLanguage[u"de"_s] = u"Einstieg"_s;
  sell(u"rooms"_s, {{QString(), u"Rooms"_s}});
  sell(u"rooms"_s, {{QString(), u"Ten rooms"_s}, {u"de"_s, u"Zehn Räume"_s}});
  sell(u"seats"_s, {{QString(), u"Seats"_s}});
  const QLocale before;
  QLocale::setDefault(locale);
  business::AppliedBusiness applied;
  const auto success = house.test.connect(u"success"_s); // as people read
  store::Session reader{*success, house.clock, u"anna"_s};
  const auto current = expect(applied.current(reader));
  const auto names = models::catalogNames(reader, *current);
  QLocale::setDefault(before);
  QVERIFY(names);
  QCOMPARE(names->addon(u"rooms"_s), rooms);
  QCOMPARE(names->addon(u"seats"_s), u"Seats"_s);
  QCOMPARE(names->addon(u"never"_s), u"never"_s);
  QCOMPARE(names->plan(u"starter"_s), plan);
  QCOMPARE(names->plan(u"never"_s), u"never"_s);
}

QTEST_GUILESS_MAIN(TestCatalogNames)
#include "tst_catalog_names.moc"
