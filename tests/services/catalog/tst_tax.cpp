// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/catalog/tax.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::catalog;

namespace {
const std::vector<business::TaxRate> rates{{u"DE"_s, u""_s, 19, false, true},
                                           {u"CA"_s, u""_s, 5, false, false},
                                           {u"CA"_s, u"QC"_s, 15, false, false},
                                           {u"US"_s, u"NY"_s, 8, false, false}};
} // namespace

class TestTax : public QObject {
  Q_OBJECT
private Q_SLOTS:
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
    QTest::newRow("no rate") << u"US"_s << u"FR"_s << u""_s << true << -1 << false;
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
