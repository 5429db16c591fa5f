// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/mixed_business.h"

#include "services/business/loader.h"

using namespace Qt::StringLiterals;

namespace tenantry::benchmarks {

namespace {

using business::Aggregation;
using business::Charge;
using business::ChargeModel;

Currency euro() { return *Currency::parse(u"EUR"_s); }
Currency dollar() { return *Currency::parse(u"USD"_s); }

Charge charge(const QString &metric, ChargeModel model) {
  Charge made;
  made.metric = metric;
  made.model = model;
  return made;
}

Charge perUnit(const QString &metric, const Rational &unit, std::int64_t included) {
  auto made = charge(metric, ChargeModel::PerUnit);
  made.unit = unit;
  made.included = included;
  return made;
}

Charge tiered(const QString &metric, ChargeModel model) {
  auto made = charge(metric, model);
  made.tiers = {{100, Rational(7, 10), 0}, {3000, Rational(1, 2), 500}, {{}, Rational(1, 10), 10}};
  return made;
}

Charge package(const QString &metric, std::int64_t size) {
  auto made = charge(metric, ChargeModel::Package);
  made.packageSize = size;
  made.unit = Rational(111, 2);
  made.minimum = 75;
  return made;
}

Charge percentage(const QString &metric) {
  auto made = charge(metric, ChargeModel::Percentage);
  made.unit = Rational(5, 4);
  return made;
}

void addPlan(business::Business &business, const QString &id, std::int64_t amount,
             business::PricePer per, const std::vector<Charge> &charges) {
  auto &plan = business.plans[id];
  plan.id = id;
  plan.name.byLanguage[{}] = id;
  plan.limits = {{u"people"_s, 3}, {u"gigabytes"_s, 10}};
  for (const auto currency : {euro(), dollar()}) {
    plan.prices.push_back({Money(amount, currency), Interval::Month, per});
    plan.prices.push_back({Money(amount * 10 + 1, currency), Interval::Year, per});
    for (auto one : charges) {
      one.currency = currency;
      plan.charges.push_back(std::move(one));
    }
  }
}

void addCoupons(business::Business &business) {
  const auto add = [&](const QString &id) -> business::Coupon & {
    auto &coupon = business.coupons[id];
    coupon.id = id;
    return coupon;
  };
  add(u"third"_s).percent = Rational(100, 3);
  add(u"launch"_s).percent = Rational(20);
  business.coupons[u"launch"_s].cycles = 30;
  add(u"tenner"_s).amount = Money(1000, euro());
  add(u"five"_s).amount = Money(500, dollar());
}

} // namespace

Result<business::Business> mixedBusiness() {
  auto loaded = business::Source::shipped().load();
  if (!loaded)
    return tl::unexpected(loaded.error().front());
  auto &business = *loaded;
  const auto metric = [&](const QString &id, Aggregation aggregation, const QString &of = {},
                          int decimals = 0) {
    business.metrics[id] = {id, aggregation, business::LimitKind::Soft, of, decimals};
  };
  metric(u"calls"_s, Aggregation::Sum);
  metric(u"volume"_s, Aggregation::Sum);
  metric(u"gigabytes"_s, Aggregation::Max, {}, 2);
  metric(u"level"_s, Aggregation::Last);
  metric(u"people"_s, Aggregation::Unique, u"user"_s);
  using enum business::PricePer;
  addPlan(business, u"seats"_s, 1999, Seat, {perUnit(u"calls"_s, Rational(1, 4), 1000)});
  addPlan(business, u"units"_s, 4900, Subscription,
          {perUnit(u"gigabytes"_s, Rational(21, 2), 0), perUnit(u"level"_s, Rational(33), 5)});
  addPlan(business, u"graduated"_s, 2900, Subscription,
          {tiered(u"calls"_s, ChargeModel::Graduated)});
  addPlan(business, u"volume"_s, 2995, Seat, {tiered(u"people"_s, ChargeModel::Volume)});
  addPlan(business, u"package"_s, 999, Subscription, {package(u"calls"_s, 1000)});
  addPlan(business, u"percentage"_s, 0, Subscription, {percentage(u"volume"_s)});
  addPlan(business, u"everything"_s, 9900, Subscription,
          {tiered(u"calls"_s, ChargeModel::Graduated), tiered(u"people"_s, ChargeModel::Volume),
           package(u"level"_s, 7), percentage(u"volume"_s),
           perUnit(u"gigabytes"_s, Rational(21, 2), 100)});
  addCoupons(business);
  business.taxRates = {{u"DE"_s, {}, Rational(19), false, true},
                       {u"AT"_s, {}, Rational(20), false, true},
                       {u"FR"_s, {}, Rational(20), true, true},
                       {u"US"_s, u"NY"_s, Rational(71, 8), false, false},
                       {u"US"_s, u"CA"_s, Rational(29, 4), false, false}};
  return business;
}

MixedCustomer mixedCustomer(int number) {
  struct From {
    QString country, region, zone, vatId;
  };
  static const std::vector<From> homes{{u"DE"_s, {}, u"Europe/Berlin"_s, {}},
                                       {u"FR"_s, {}, u"Europe/Paris"_s, {}},
                                       {u"DE"_s, {}, u"Europe/Berlin"_s, u"DE136695976"_s},
                                       {u"US"_s, u"NY"_s, u"America/New_York"_s, {}},
                                       {u"AT"_s, {}, u"Europe/Vienna"_s, {}},
                                       {u"US"_s, u"CA"_s, u"America/Los_Angeles"_s, {}},
                                       {u"IN"_s, {}, u"Asia/Kolkata"_s, {}}};
  static const QStringList plans{u"professional"_s, u"seats"_s,      u"graduated"_s,
                                 u"starter"_s,      u"units"_s,      u"professional"_s,
                                 u"volume"_s,       u"package"_s,    u"seats"_s,
                                 u"percentage"_s,   u"everything"_s, u"enterprise"_s};
  const auto &home = homes[static_cast<std::size_t>(number) % homes.size()];
  MixedCustomer made;
  made.country = home.country;
  made.region = home.region;
  made.zone = home.zone;
  made.vatId = home.vatId;
  made.currency = made.country == u"US"_s ? dollar() : euro();
  made.plan = plans[number % plans.size()];
  made.nextPlan = plans[(number + 4) % plans.size()];
  if (number % 10 == 3)
    made.interval = Interval::Year;
  made.seats = made.plan == u"seats"_s || made.plan == u"volume"_s ? 1 + number % 9 : 1;
  if (number % 4 == 1)
    made.coupons += u"launch"_s;
  if (number % 8 == 5)
    made.coupons += made.currency == euro() ? u"tenner"_s : u"five"_s;
  if (number % 16 == 2)
    made.coupons += u"third"_s;
  if (number % 15 == 4)
    made.priceOverride = 12'345;
  if (number % 20 == 7)
    made.change = MixedCustomer::Change::Plan;
  if (number % 20 == 17)
    made.change = MixedCustomer::Change::Seats;
  if (number % 25 == 9)
    made.change = MixedCustomer::Change::PlanAtPeriodEnd;
  if (number % 14 == 6)
    made.balance = 700 + number;
  made.usage = {{u"api_calls"_s, 120'000 + 977 * number},
                {u"calls"_s, 900 + 131 * number},
                {u"volume"_s, 40'000 + 777 * number},
                {u"gigabytes"_s, 900 + 37 * number},
                {u"level"_s, 3 + number % 40},
                {u"people"_s, 1}};
  return made;
}

} // namespace tenantry::benchmarks
