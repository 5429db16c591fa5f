// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/catalog/rating.h"

#include "tests/services/billing/golden_cases.h"

using namespace tenantry;
using namespace tenantry::catalog;
using business::Charge;
using business::ChargeModel;
using golden::Json;

namespace {

Charge chargeOf(ChargeModel model, const Rational &unit = 0) {
  Charge charge;
  charge.model = model;
  charge.unit = unit;
  return charge;
}

Charge tiered(const Json &given, ChargeModel model) {
  auto charge = chargeOf(model);
  for (const auto &tier : given.at("tiers_upto_unit_flat"))
    charge.tiers.push_back(
        {tier.at(0).is_null() ? std::nullopt : std::optional(tier.at(0).get<std::int64_t>()),
         Rational(tier.at(1).get<std::int64_t>()), tier.at(2).get<std::int64_t>()});
  return charge;
}

ChargeModel modelOf(const std::string &name) {
  return name == "volume" ? ChargeModel::Volume : ChargeModel::Graduated;
}

Charge chargeOfCase(const Json &each) {
  const auto kind = each.at("kind").get<std::string>();
  const auto &given = each.at("given");
  if (kind == "graduated" || kind == "volume")
    return tiered(given, modelOf(kind));
  if (kind == "package") {
    auto charge = chargeOf(ChargeModel::Package, given.at("price").get<std::int64_t>());
    charge.packageSize = std::stoll(given.at("size").get<std::string>());
    charge.included = std::stoll(given.at("free").get<std::string>());
    return charge;
  }
  auto charge =
      chargeOf(ChargeModel::PerUnit, Rational(given.at("unit_micro").get<std::int64_t>(), 10000));
  charge.included = std::stoll(given.at("included").get<std::string>());
  return charge;
}

const std::map<std::string, std::string> notOffered{
    {"tier-11", "a percentage with a fixed fee per event: no such model"},
    {"tier-13", "graduated percentages: no such model"},
    {"tier-14", "quantities prorated by days: usage is never prorated"},
    {"tier-17", "a maximum spend: not offered"},
    {"tier-18", "a prorated minimum: minimums are whole in each part"}};

} // namespace

class TestRating : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void goldenAmounts_data() { golden::addRows({"graduated", "volume", "package", "included"}); }
  void goldenAmounts() {
    const auto each = golden::current();
    const auto charge = chargeOfCase(each);
    golden::Amounts amounts;
    for (const auto &quantity : each.at("given").at("quantities"))
      amounts.push_back(rate(charge, golden::number(quantity), std::nullopt));
    QCOMPARE(amounts, each.at("expect").at("amounts").get<golden::Amounts>());
  }

  void percentageIsRoundedOnceOnTheLine_data() { golden::addRows({"percentage"}, notOffered); }
  void percentageIsRoundedOnceOnTheLine() {
    const auto each = golden::current();
    const auto charge =
        chargeOf(ChargeModel::Percentage, golden::number(each.at("given").at("rate_pct")));
    const Rational minorUnits = golden::number(each.at("given").at("units")) * 100;
    QCOMPARE(rate(charge, minorUnits, std::nullopt),
             each.at("expect").at("amount").get<std::int64_t>());
  }

  void minimumFillsUp_data() { golden::addRows({"min_spend"}); }
  void minimumFillsUp() {
    const auto each = golden::current();
    auto charge = chargeOf(ChargeModel::PerUnit, 1);
    charge.minimum = each.at("given").at("minimum");
    const auto rated =
        rateExplained(charge, Rational(each.at("given").at("rated").get<std::int64_t>()), {});
    QCOMPARE(rated.amount, each.at("expect").at("total").get<std::int64_t>());
    const bool filled = rated.parts.back().kind == PartKind::Minimum;
    QCOMPARE(filled ? roundHalfAwayFromZero(rated.parts.back().amount) : 0,
             each.at("expect").at("true_up").get<std::int64_t>());
  }

  void lateUsageCostsTheDifference_data() { golden::addRows({"delta"}); }
  void lateUsageCostsTheDifference() {
    const auto each = golden::current();
    const auto charge = tiered(each.at("given"), modelOf(each.at("given").at("model")));
    golden::Amounts billed;
    std::optional<Rational> before;
    for (const auto &quantity : each.at("given").at("cumulative")) {
      const auto now = golden::number(quantity);
      billed.push_back(before ? rateDelta(charge, *before, now, {}) : rate(charge, now, {}));
      before = now;
    }
    QCOMPARE(billed, each.at("expect").at("billed").get<golden::Amounts>());
  }

  void casesOfModelsThatAreNotOffered() { golden::printLeft(notOffered); }

  void quartersOfAMinorUnitRoundCumulatively() { // USE-1
    const auto charge = chargeOf(ChargeModel::PerUnit, Rational(1, 4));
    QCOMPARE(rate(charge, 1, {}), 0);
    QCOMPARE(rateDelta(charge, 1, 2, {}), 1);
    QCOMPARE(rate(charge, 2, {}), 1);
  }

  void includedUnitsMayBeTheLimitInForce() {
    auto charge = chargeOf(ChargeModel::PerUnit, Rational(1, 5));
    charge.includedIsLimit = true;
    QCOMPARE(rate(charge, 10005, 10000), 1);
    QCOMPARE(rate(charge, 10005, 10), 1999);
    QCOMPARE(rate(charge, 1000000, business::unlimited), 0);
    QCOMPARE(rate(charge, 1000000, std::nullopt), 0);
  }

  void minimumIsDueWithoutUsageAndNotOnLateLines() {
    auto charge = chargeOf(ChargeModel::PerUnit, 1);
    charge.minimum = 500;
    QCOMPARE(rate(charge, 0, {}), 500);
    QCOMPARE(rate(charge, 0, {}, false), 0);
    QCOMPARE(rateDelta(charge, 0, 10, {}), 10);
  }

  void everyAmountIsExplained() {
    auto charge = chargeOf(ChargeModel::Graduated);
    charge.included = 100;
    charge.tiers = {
        {1000, Rational(10), 0}, {10000, Rational(1, 2), 500}, {std::nullopt, Rational(1, 100), 0}};
    const auto rated = rateExplained(charge, 1101, {});
    QCOMPARE(rated.quantity, Rational(1101));
    const std::vector<RatedPart> parts{
        {PartKind::Included, 0, 100, 0, 0, 0},
        {PartKind::Tier, 0, 1000, 10, 0, 10000},
        {PartKind::Tier, 1000, 1001, Rational(1, 2), 500, Rational(1001, 2)}};
    QVERIFY(rated.parts == parts);
    QCOMPARE(rated.amount, 10501);
  }

  void partsOfAPeriodSumToItsWhole() {
    auto charge = chargeOf(ChargeModel::Graduated);
    charge.tiers = {
        {7, Rational(1, 3), 5}, {50, Rational(1, 7), 0}, {std::nullopt, Rational(1, 11), 3}};
    std::int64_t billed = rate(charge, 0, {});
    for (int quantity = 0; quantity < 300; ++quantity)
      billed += rateDelta(charge, quantity, quantity + 1, {});
    QCOMPARE(billed, rate(charge, 300, {}));
  }
};

QTEST_GUILESS_MAIN(TestRating)
#include "tst_rating.moc"
