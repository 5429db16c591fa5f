// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/subscriptions/mrr.h"

#include "tests/services/billing/golden_cases.h"

#include <numeric>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::subscriptions;

namespace {

business::Coupon percentOff(int percent) {
  business::Coupon coupon;
  coupon.percent = Rational(percent);
  return coupon;
}

business::Coupon amountOff(std::int64_t minor) {
  business::Coupon coupon;
  coupon.amount = Money(minor, Currency::parse(u"USD").value());
  return coupon;
}

} // namespace

class TestMrr : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void movementsOfAnAccount_data() { golden::addRows({"mrr"}); } // ANA-2
  void movementsOfAnAccount() {
    const auto each = golden::current();
    std::map<std::string, std::int64_t> byItem; // an account's subscriptions side by side
    std::int64_t mrr = 0;
    bool everHad = false;
    std::vector<std::string> types;
    golden::Amounts deltas;
    for (const auto &event : each.at("given").at("events")) {
      byItem[event.at(1)] =
          netMrrTwelfths(event.at(2), event.at(3) == 12 ? Interval::Year : Interval::Month, {});
      const auto after =
          std::accumulate(byItem.begin(), byItem.end(), std::int64_t{0},
                          [](std::int64_t sum, const auto &item) { return sum + item.second; });
      if (after == mrr)
        continue;
      types.push_back(toString(classify(mrr, after, everHad)).toStdString());
      deltas.push_back(after - mrr);
      everHad = everHad || after > 0;
      mrr = after;
    }
    QCOMPARE(types, each.at("expect").at("types").get<std::vector<std::string>>());
    QCOMPARE(deltas, each.at("expect").at("deltas_x12").get<golden::Amounts>());
  }

  void movementsSumToTheMrr_data() { golden::addRows({"mrr_rollforward"}); }
  void movementsSumToTheMrr() {
    const auto each = golden::current();
    std::int64_t mrr = each.at("given").at("opening_x12");
    for (const auto &delta : each.at("given").at("movements_x12"))
      mrr += delta.get<std::int64_t>();
    QCOMPARE(mrr, each.at("expect").at("closing_x12").get<std::int64_t>());
  }

  void lastingDiscountsLowerIt() {
    const std::vector both{amountOff(1000), percentOff(20)};
    QCOMPARE(netMrrTwelfths(19900, Interval::Month, both), (15920 - 1000) * 12);
    QCOMPARE(netMrrTwelfths(19900, Interval::Month, std::vector{percentOff(100)}), 0);
    QCOMPARE(netMrrTwelfths(500, Interval::Year, std::vector{amountOff(900)}), 0);
  }

  void yearlyPricesStayExact() {
    QCOMPARE(netMrrTwelfths(200000, Interval::Year, {}), 200000);
    QCOMPARE(mrrMinor(200000), 16667);
    QCOMPARE(mrrMinor(6), 1);
    QCOMPARE(mrrMinor(5), 0);
  }
};

QTEST_GUILESS_MAIN(TestMrr)
#include "tst_mrr.moc"
