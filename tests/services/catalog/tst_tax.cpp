// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/catalog/tax.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::catalog;

namespace {
const std::vector<business::TaxRate> rates{
    {u"DE"_s, u""_s, 19, false, true},    {u"CA"_s, u""_s, 5, false, false},
    {u"CA"_s, u"QC"_s, 15, false, false}, {u"US"_s, u"NY"_s, 8, false, false},
    {u"ES"_s, u""_s, 21, false, true},    {u"ES"_s, u"CN"_s, 7, false, false},
    {u"ES"_s, u"IB"_s, 20, false, false}, {u"FR"_s, u"Paris"_s, 19, false, false}};
} // namespace

class TestTax : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void regionsAreKnownByCodeAndName_data() { // BILL-7
    QTest::addColumn<QString>("country");
    QTest::addColumn<QString>("region");
    QTest::addColumn<bool>("known");
    QTest::newRow("one with a rate") << u"US"_s << u"New York"_s << true;
    QTest::newRow("one without a rate") << u"US"_s << u"Texas"_s << true;
    QTest::newRow("none of the country") << u"US"_s << u"Nwe York"_s << false;
    QTest::newRow("nothing") << u"US"_s << u""_s << false;
    QTest::newRow("a country without rates of regions") << u"DE"_s << u""_s << true;
    QTest::newRow("a country without rates") << u"IT"_s << u"?"_s << true;
    QTest::newRow("nothing, and the country has a rate") << u"ES"_s << u""_s << true;
    QTest::newRow("a province") << u"ES"_s << u"Barcelona"_s << true;
    QTest::newRow("a region whose name is turned") << u"ES"_s << u"Región de Murcia"_s << true;
    QTest::newRow("a region within which one has a rate") << u"FR"_s << u"Île-de-France"_s << false;
  }
  void regionsAreKnownByCodeAndName() {
    QFETCH(QString, country);
    QFETCH(QString, region);
    QTEST(isRegionKnown(country, region, rates), "known");
  }
  void rateIsChosenByPlaceAndVatId_data() { // BILL-7
    QTest::addColumn<QString>("issuer");
    QTest::addColumn<QString>("country");
    QTest::addColumn<QString>("region");
    QTest::addColumn<bool>("vatId");
    QTest::addColumn<int>("percent"); // -1: no tax
    QTest::addColumn<bool>("reverse");
    QTest::newRow("country") << u"US"_s << u"DE"_s << u""_s << false << 19 << false;
    QTest::newRow("unknown region: country")
        << u"US"_s << u"DE"_s << u"BY"_s << false << 19 << false;
    QTest::newRow("region wins") << u"US"_s << u"CA"_s << u"QC"_s << false << 15 << false;
    QTest::newRow("other region: country") << u"US"_s << u"CA"_s << u"ON"_s << false << 5 << false;
    QTest::newRow("only that region") << u"US"_s << u"US"_s << u"NY"_s << false << 8 << false;
    QTest::newRow("region without rate") << u"US"_s << u"US"_s << u"TX"_s << false << -1 << false;
    QTest::newRow("a region by its name")
        << u"US"_s << u"US"_s << u"New York"_s << false << 8 << false;
    QTest::newRow("a region by its name, otherwise written")
        << u"US"_s << u"US"_s << u" new-york"_s << false << 8 << false;
    QTest::newRow("a region by its whole code")
        << u"US"_s << u"US"_s << u"US-NY"_s << false << 8 << false;
    QTest::newRow("a region in small letters")
        << u"US"_s << u"US"_s << u"ny"_s << false << 8 << false;
    QTest::newRow("a region with an accent")
        << u"US"_s << u"CA"_s << u"Québec"_s << false << 15 << false;
    QTest::newRow("another region by its name: country")
        << u"US"_s << u"CA"_s << u"Ontario"_s << false << 5 << false;
    QTest::newRow("a region of another country")
        << u"US"_s << u"US"_s << u"Quebec"_s << false << -1 << false;
    QTest::newRow("a province of a region")
        << u"US"_s << u"ES"_s << u"Las Palmas"_s << false << 7 << false;
    QTest::newRow("a province of a region, by its code")
        << u"US"_s << u"ES"_s << u"TF"_s << false << 7 << false;
    QTest::newRow("a region with two names")
        << u"US"_s << u"ES"_s << u"Islas Baleares"_s << false << 20 << false;
    QTest::newRow("another province: country")
        << u"US"_s << u"ES"_s << u"Barcelona"_s << false << 21 << false;
    QTest::newRow("no rate") << u"US"_s << u"IT"_s << u""_s << true << -1 << false;
    QTest::newRow("reverse charge") << u"FR"_s << u"DE"_s << u""_s << true << -1 << true;
    QTest::newRow("own country") << u"DE"_s << u"DE"_s << u""_s << true << 19 << false;
    QTest::newRow("rate without the flag") << u"US"_s << u"CA"_s << u""_s << true << 5 << false;
  }
  void rateIsChosenByPlaceAndVatId() {
    QFETCH(QString, issuer);
    QFETCH(QString, country);
    QFETCH(QString, region);
    QFETCH(bool, vatId);
    QFETCH(int, percent);
    QFETCH(bool, reverse);
    const auto chosen = chooseTax(issuer, {country, region, vatId}, rates);
    QCOMPARE(chosen.rate.has_value(), percent >= 0);
    if (chosen.rate)
      QCOMPARE(chosen.rate->percent, Rational(percent));
    QCOMPARE(chosen.reverseCharge, reverse);
  }
};

QTEST_GUILESS_MAIN(TestTax)
#include "tst_tax.moc"
