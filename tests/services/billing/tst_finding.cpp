// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/finding.h"
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::billing;
using Kind = Finding::Kind;

/// What a reviewer is shown first (BILL-1).
class TestFinding : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void standsOut_data();
  void standsOut();
  void withoutAnInvoiceBeforeItIsTheFirst();
  void currenciesAreNotCompared();
  void aRegionThatNobodyKnowsIsSaid_data();
  void aRegionThatNobodyKnowsIsSaid();
  void whatATaxInvoiceLacks_data();
  void whatATaxInvoiceLacks();
};

void TestFinding::standsOut_data() {
  QTest::addColumn<qint64>("total");
  QTest::addColumn<qint64>("usage");
  QTest::addColumn<qint64>("totalBefore");
  QTest::addColumn<qint64>("usageBefore");
  QTest::addColumn<int>("kind");
  QTest::addColumn<double>("percent");
  const auto row = [](const char *name, qint64 total, qint64 usage, qint64 totalBefore,
                      qint64 usageBefore, Kind kind, double percent) {
    QTest::newRow(name) << total << usage << totalBefore << usageBefore << int(kind) << percent;
  };
  row("the same", 19900, 0, 19900, 0, Kind::None, 0);
  row("just below a fifth", 11999, 0, 10000, 0, Kind::None, 0);
  row("a fifth", 12000, 0, 10000, 0, Kind::TotalChange, 20);
  row("a fifth less", 8000, 0, 10000, 0, Kind::TotalChange, -20);
  row("usage that grew fourfold", 16616, 4123, 13492, 1000, Kind::UsageChange, 312.3);
  row("usage and price, more by price", 30000, 4000, 10000, 2000, Kind::TotalChange, 200);
  row("usage that was not there before", 20000, 10000, 10000, 0, Kind::TotalChange, 100);
  row("from nothing", 10000, 0, 0, 0, Kind::None, 0);
  row("to nothing", 0, 0, 10000, 0, Kind::TotalChange, -100);
}

void TestFinding::standsOut() {
  QFETCH(qint64, total);
  QFETCH(qint64, usage);
  QFETCH(qint64, totalBefore);
  QFETCH(qint64, usageBefore);
  QFETCH(int, kind);
  QFETCH(double, percent);
  const Currency usd = *Currency::parse(u"USD");
  const auto found = findingOf({usd, total, usage}, InvoiceSums{usd, totalBefore, usageBefore});
  QCOMPARE(int(found.kind), kind);
  QVERIFY2(qAbs(found.percent - percent) < 0.05, qPrintable(QString::number(found.percent)));
}

void TestFinding::withoutAnInvoiceBeforeItIsTheFirst() {
  const Currency usd = *Currency::parse(u"USD");
  QCOMPARE(findingOf({usd, 100, 0}, std::nullopt).kind, Kind::FirstInvoice);
}

void TestFinding::currenciesAreNotCompared() {
  const Currency usd = *Currency::parse(u"USD"), jpy = *Currency::parse(u"JPY");
  QCOMPARE(findingOf({usd, 100, 0}, InvoiceSums{jpy, 20000, 0}).kind, Kind::None);
}

void TestFinding::aRegionThatNobodyKnowsIsSaid_data() {
  QTest::addColumn<QString>("region");
  QTest::addColumn<QString>("missing");
  QTest::newRow("BILL-7 by its name") << u"New York"_s << QString();
  QTest::newRow("BILL-7 without a rate") << u"TX"_s << QString();
  QTest::newRow("BILL-7 unknown") << u"Nwe York"_s << u"taxRegion"_s;
  QTest::newRow("BILL-7 none") << QString() << u"taxRegion"_s;
}

void TestFinding::aRegionThatNobodyKnowsIsSaid() {
  QFETCH(QString, region);
  organizations::Organization organization;
  organization.name = organization.streetAddress = organization.addressLocality = u"Acme"_s;
  organization.addressCountry = u"US"_s;
  organization.addressRegion = region;
  business::Business business;
  business.taxRates = {{u"US"_s, u"NY"_s, 8, false, false}};
  QTEST(missingData(organization, business).join(u", "_s), "missing");
}

void TestFinding::whatATaxInvoiceLacks_data() {
  QTest::addColumn<QString>("street");
  QTest::addColumn<QString>("town");
  QTest::addColumn<bool>("charges");
  QTest::addColumn<QString>("missing");
  QTest::newRow("nothing") << u"Main St 1"_s << u"Berlin"_s << true << QString();
  QTest::newRow("the street") << QString() << u"Berlin"_s << true << u"streetAddress"_s;
  QTest::newRow("blanks are none") << u"  "_s << u"Berlin"_s << true << u"streetAddress"_s;
  QTest::newRow("both") << QString() << QString() << true << u"streetAddress, addressLocality"_s;
  QTest::newRow("no tax is charged") << QString() << QString() << false << QString();
}

void TestFinding::whatATaxInvoiceLacks() {
  QFETCH(QString, street);
  QFETCH(QString, town);
  QFETCH(bool, charges);
  organizations::Organization organization;
  organization.name = u"Acme"_s;
  organization.addressCountry = u"DE"_s;
  organization.streetAddress = street;
  organization.addressLocality = town;
  business::Business business;
  if (charges)
    business.taxRates.emplace_back();
  QTEST(missingData(organization, business).join(u", "_s), "missing");
}

QTEST_GUILESS_MAIN(TestFinding)
#include "tst_finding.moc"
