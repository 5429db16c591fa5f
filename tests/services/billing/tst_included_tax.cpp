// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/composition.h"
#include "services/billing/included_tax.h"
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::billing;

namespace {

business::TaxRate germanRate(int percent, bool inclusive = false) {
  return {u"DE"_s, QString(), percent, inclusive, false};
}

DraftLine taxedLine(LineKind kind, std::int64_t amount,
                    std::optional<business::TaxRate> rate = {}) {
  DraftLine line;
  line.kind = kind;
  line.item = u"plan"_s;
  line.amount = amount;
  line.rate = std::move(rate);
  return line;
}

} // namespace

/// BILL-1: whether a price included its tax is a fact of the line that was sold.
class TestIncludedTax : public QObject {
  Q_OBJECT
private Q_SLOTS:
  /// Lines that were stored before they said it.
  void whetherThePriceIncludedTheTaxIsToldByWhatItCameTo_data() {
    QTest::addColumn<QByteArray>("detail");
    QTest::addColumn<bool>("isUsage");
    QTest::newRow("BILL-1 whole") << QByteArray("{}") << false;
    QTest::newRow("BILL-1 by days") << QByteArray(R"({"days": 11, "days_of_period": 28})") << false;
    QTest::newRow("BILL-1 by the second")
        << QByteArray(R"({"from": "2026-02-10T11:22:33Z", "to": "2026-03-01T00:00:00Z",
                          "period_from": "2026-02-01T00:00:00Z", "period_to": "2026-03-01T00:00:00Z"})")
        << false;
    QTest::newRow("BILL-1 usage")
        << QByteArray(R"({"parts": [{"amount": "700.5"}, {"amount": "212.1"}], "late": false})")
        << true;
    QTest::newRow("BILL-1 late usage")
        << QByteArray(R"({"parts": [], "late": true, "rated": 913})") << true;
  }

  void whetherThePriceIncludedTheTaxIsToldByWhatItCameTo() {
    QFETCH(QByteArray, detail);
    QFETCH(bool, isUsage);
    const auto said = Json::parse(detail.toStdString());
    for (const bool inclusive : {true, false})
      for (const auto percent : {0, 7, 19, 20})
        for (const auto discount : {0, 10, 33}) {
          auto line = taxedLine(isUsage ? LineKind::Usage : LineKind::Plan, 0);
          line.unit = 9'999;
          line.quantity = 3;
          line.amount = soldAmount(line, said);
          const auto sold =
              compose({line}, {{u"c"_s, Rational(discount), 0}}, germanRate(percent, inclusive))
                  .lines.front();
          QCOMPARE(soldAmount(sold, said), line.amount);
          QCOMPARE(includesTax(sold, said), inclusive && percent > 0);
          auto saying = said;
          sayIncludedTax(sold, saying);
          QCOMPARE(includesTax(sold, saying), inclusive);
        }
  }

  /// It changes how the tax is reckoned, not whose it is.
  void aRateIsOneLineWhetherPricesIncludedItOrNot() {
    auto credit = taxedLine(LineKind::ProrationCredit, -1000, germanRate(20, true));
    credit.taxShare = -200;
    const auto made =
        compose({credit, taxedLine(LineKind::ProrationCharge, 3000)}, {}, germanRate(20));
    QCOMPARE(made.lines.size(), std::size_t(3));
    QCOMPARE(made.lines.back().amount, 400);
    QCOMPARE(made.total, 2400);
  }
};

QTEST_GUILESS_MAIN(TestIncludedTax)
#include "tst_included_tax.moc"
