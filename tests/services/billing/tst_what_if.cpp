// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/subscription_changes.h"
#include "services/billing/what_if.h"
#include "tests/services/billing/billing_house.h"

using namespace tenantry;
using namespace tenantry::tests;
using std::chrono::days;
using std::chrono::hours;

namespace {

constexpr int customers = 8;
constexpr int monthsLived = 5;
const auto eur = *Currency::parse(u"EUR");

/// One plan with a fee, seats and two metrics, sold in euro.
business::Business asSold() {
  auto business = *business::Source::shipped().load();
  business.metrics[u"calls"_s] = {
      u"calls"_s, business::Aggregation::Sum, business::LimitKind::Soft, {}, 0};
  business.metrics[u"level"_s] = {
      u"level"_s, business::Aggregation::Last, business::LimitKind::Hard, {}, 0};
  business::Plan plan;
  plan.id = u"gold"_s;
  plan.name.byLanguage[{}] = u"Gold"_s;
  plan.limits = {{u"calls"_s, 1000}, {u"level"_s, 50}};
  plan.prices = {{Money(9999, eur), Interval::Month, business::PricePer::Subscription},
                 {Money(799, eur), Interval::Month, business::PricePer::Seat}};
  business::Charge calls;
  calls.metric = u"calls"_s;
  calls.currency = eur;
  calls.includedIsLimit = true;
  calls.unit = Rational(7, 10);
  business::Charge level;
  level.metric = u"level"_s;
  level.currency = eur;
  level.unit = Rational(11);
  level.minimum = 100;
  plan.charges = {calls, level};
  business.plans = {{plan.id, plan}};
  business.onboarding.trialPlan.clear();
  return business;
}

/// The same lives under whatever business: who joins when, uses what, and adds seats in the middle
/// of a period.
class Lives {
public:
  explicit Lives(const business::Business &business) {
    const auto owner = house.test.connect();
    store::Session session{*owner, house.clock, u"tests"_s};
    expect(business::BusinessApply(session).apply(business, u"tests"_s));
    for (int i = 0; i < customers; ++i)
      join(i);
    for (int day = 0; day < monthsLived * 30; ++day) {
      house.clock.set(BillingHouse::start() + days(day) + hours(3));
      live(day);
      house.runAll();
    }
  }

  /// What was billed for periods of the gold plan, less what changes took back.
  std::int64_t billed(const QByteArray &kinds) {
    return house.number(
        "select coalesce(sum(amount), 0)::bigint from invoice_line where kind in (" + kinds + ")");
  }

  BillingHouse house;

private:
  void join(int number) {
    const auto id =
        house.organization(u"US"_s, number % 2 ? u"UTC"_s : u"Europe/Berlin"_s, u"EUR"_s);
    subscriptions::StartRequest request;
    request.organization = id;
    request.planId = u"gold"_s;
    request.seats = 1 + number;
    if (number == 3)
      request.priceOverride = 5000; // a contract
    expect(house.worker.subscriptions().start(request));
    m_ids.push_back(id);
  }

  void live(int day) {
    const auto number = static_cast<std::size_t>(day % customers);
    house.use(m_ids[number], u"calls"_s, 137 * (day % 11));
    if (day % 40 == 7)
      house.use(m_ids[number], u"level"_s, 20 + day % 29);
    if (day % 50 != 20)
      return;
    billing::ChangeRequest request;
    request.organization = m_ids[number];
    request.seats = 2 + day % 7;
    expect(billing::SubscriptionChanges(house.worker.session, house.worker.business).act(request));
  }

  std::vector<OrganizationId> m_ids;
};

business::Business changed(int what) {
  auto business = asSold();
  auto &plan = business.plans[u"gold"_s];
  switch (what) {
  case 0:
    plan.prices[0].amount = Money(12345, eur);
    break;
  case 1:
    plan.prices[1].amount = Money(333, eur);
    break;
  case 2:
    plan.prices.pop_back();
    break;
  case 3:
    plan.charges[0].model = business::ChargeModel::Graduated;
    plan.charges[0].tiers = {{500, Rational(1), 0}, {{}, Rational(1, 3), 25}};
    plan.charges[0].includedIsLimit = false;
    plan.charges[0].included = 100;
    break;
  case 4:
    plan.limits[u"calls"_s] = 300;
    break;
  case 5:
    plan.charges[1].minimum = 700;
    break;
  case 6:
    plan.charges.clear();
    break;
  default:
    break;
  }
  return business;
}

} // namespace

/// What would have been is what was, for those who had it so all the time.
class TestWhatIf : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void BIZ_itWouldHaveBeenAsItWasForThoseWhoHadIt_data() {
    QTest::addColumn<int>("what");
    QTest::newRow("a dearer fee") << 0;
    QTest::newRow("cheaper seats") << 1;
    QTest::newRow("seats for nothing") << 2;
    QTest::newRow("tiers instead of units, less included") << 3;
    QTest::newRow("a lower limit includes less") << 4;
    QTest::newRow("a higher minimum") << 5;
    QTest::newRow("usage for nothing") << 6;
  }

  void BIZ_itWouldHaveBeenAsItWasForThoseWhoHadIt() {
    QFETCH(const int, what);
    Lives was(asSold());
    Lives other(changed(what));
    auto &worker = was.house.worker;
    // Parts that have not ended are on no invoice yet, and in no part of the report.
    const auto report =
        expect(billing::whatIf(worker.session, *expect(worker.business.current(worker.session)),
                               changed(what), monthsLived + 1));
    QCOMPARE(report.plans.size(), std::size_t(1));
    const auto &plan = report.plans.front();
    QCOMPARE(plan.now.usage, was.billed("'usage'"));
    QCOMPARE(plan.then.usage, other.billed("'usage'"));
    const QByteArray fees = "'plan', 'seat', 'proration_charge', 'proration_credit'";
    // Each change rounds its credit and its charge by themselves.
    QVERIFY(std::abs(plan.now.fees - was.billed(fees)) <= 6);
    QVERIFY2(std::abs(plan.then.fees - other.billed(fees)) <= 6,
             qPrintable(u"%1, not %2"_s.arg(plan.then.fees).arg(other.billed(fees))));
    QVERIFY(plan.then != plan.now);
    std::int64_t sum = 0;
    for (const auto &customer : report.customers)
      sum += customer.difference();
    QCOMPARE(sum, plan.then.total() - plan.now.total());
    QCOMPARE(report.payMore + report.payLess + report.paySame, std::int64_t(customers));
    QCOMPARE(std::int64_t(report.customers.size()), report.payMore + report.payLess);
  }

  // The fee of 49.00 becomes 59.00. Two periods of it have begun, of 28 and of 31 days:
  //   no coupon                2 × 4900                       → 2 × 5900
  //   a fifth off              2 × (4900 − 980)               → 2 × (5900 − 1180)
  //   10.00 off                2 × (4900 − 1000)              → 2 × (5900 − 1000)
  //   50.00 off                2 × (4900 − 4900)              → 2 × (5900 − 5000)
  //   all of it off            0                              → 0
  //   a fifth off, with usage  4900 − 980 + 6900 − 1380       → 5900 − 1180 + 7900 − 1580
  //     (10,000 calls beyond those included at 0.2 are 2000, on the document of the second period)
  //   all of it off, ended     4900 − 4900 + 4900             → 5900 − 5900 + 5900
  //   10.00 off, another plan after 10 of 28 days
  //     4900 × 10 ÷ 28 = 1750 less 1000 × 10 ÷ 28 = 357 → 5900 × 10 ÷ 28 = 2107 less 357
  void BIZ_discountsAreTakenOffBothTimes() {
    BillingHouse house;
    auto business = expect(house.worker.business.current(house.worker.session))->business;
    const auto apply = [&] {
      const auto owner = house.test.connect();
      store::Session session{*owner, house.clock, u"tests"_s};
      expect(business::BusinessApply(session).apply(business, u"tests"_s));
    };
    for (const auto &[id, percent, amount] :
         {std::tuple{u"fifth"_s, 20, 0}, std::tuple{u"fifty"_s, 0, 5000},
          std::tuple{u"all"_s, 100, 0}}) {
      auto &coupon = business.coupons[id];
      coupon.id = id;
      if (percent > 0)
        coupon.percent = Rational(percent);
      else
        coupon.amount = Money(amount, eur);
    }
    apply();
    const auto joins = [&house](const QString &coupon) {
      const auto id = house.organization(u"US"_s, u"UTC"_s, u"EUR"_s);
      house.subscribe(id, u"starter"_s, coupon);
      return id;
    };
    std::map<OrganizationId, std::pair<std::int64_t, std::int64_t>> awaited{
        {joins({}), {9800, 11'800}},
        {joins(u"fifth"_s), {7840, 9440}},
        {joins(u"tenner"_s), {7800, 9800}},
        {joins(u"fifty"_s), {0, 1800}}};
    joins(u"all"_s);
    const auto uses = joins(u"fifth"_s), leaves = joins(u"tenner"_s);
    awaited[uses] = {9440, 11'040};
    awaited[leaves] = {1393, 1750};
    const auto ended = joins(u"all"_s);
    awaited[ended] = {4900, 5900};
    house.runAll();
    house.use(uses, u"api_calls"_s, 20'000);
    house.clock.set(BillingHouse::start() + days(10));
    billing::ChangeRequest request;
    request.organization = leaves;
    request.planId = u"professional"_s;
    expect(billing::SubscriptionChanges(house.worker.session, house.worker.business).act(request));
    request = {};
    request.organization = ended;
    request.kind = billing::ChangeRequest::Kind::EndCoupon;
    request.couponId = u"all"_s;
    expect(billing::SubscriptionChanges(house.worker.session, house.worker.business).act(request));
    house.clock.set(BillingHouse::start() + days(40));
    house.runAll();
    for (auto &price : business.plans[u"starter"_s].prices)
      if (price.amount == Money(4900, eur))
        price.amount = Money(5900, eur);
    const auto report = expect(
        billing::whatIf(house.worker.session,
                        *expect(house.worker.business.current(house.worker.session)), business, 2));
    std::map<OrganizationId, std::pair<std::int64_t, std::int64_t>> found;
    for (const auto &customer : report.customers)
      found[customer.organization] = {customer.now, customer.then};
    QCOMPARE(found, awaited);
    QCOMPARE(report.payMore, std::int64_t(7));
    QCOMPARE(report.paySame, std::int64_t(1));
    QCOMPARE(report.plans.size(), std::size_t(1));
    const auto &plan = report.plans.front();
    QCOMPARE(plan.now, (billing::WhatIfAmounts{70'350, 2000, -31'177}));
    QCOMPARE(plan.then, (billing::WhatIfAmounts{84'707, 2000, -35'177}));
  }

  // 49.00 of the plan and 21.00 of an add-on, with 10.00 off for ever. The first period has the
  // plan alone: it bears all of it. In the second it bears 1000 × 4900 ÷ 7000 = 700; at 59.00
  // 1000 × 5900 ÷ 8000 = 737.5, the cent that is left goes to the first: 738.
  //   4900 − 1000 + 4900 − 700 → 5900 − 1000 + 5900 − 738
  // Of usage that stays as it is, too: 10,000 calls at 0.2 are 2000, on the second document.
  //   with it 1000 × 4900 ÷ 9000 = 544.4, 2000 ÷ 9000 = 222.2, 2100 ÷ 9000 = 233.3: plan 545
  //   at 59.00 of 10,000: 590, 200 and 210
  void BIZ_anAddonBearsItsShareOfACoupon_data() {
    QTest::addColumn<int>("calls");
    QTest::addColumn<billing::WhatIfAmounts>("now");
    QTest::addColumn<billing::WhatIfAmounts>("then");
    QTest::newRow("an add-on") << 0 << billing::WhatIfAmounts{9800, 0, -1700}
                               << billing::WhatIfAmounts{11'800, 0, -1738};
    QTest::newRow("and usage") << 20'000 << billing::WhatIfAmounts{9800, 2000, -1000 - 545 - 222}
                               << billing::WhatIfAmounts{11'800, 2000, -1000 - 590 - 200};
  }

  void BIZ_anAddonBearsItsShareOfACoupon() {
    QFETCH(int, calls);
    BillingHouse house;
    auto business = expect(house.worker.business.current(house.worker.session))->business;
    auto &rooms = business.addons[u"rooms"_s];
    rooms.id = u"rooms"_s;
    rooms.prices = {{Money(2100, eur), Interval::Month}};
    const auto owner = house.test.connect();
    store::Session session{*owner, house.clock, u"tests"_s};
    expect(business::BusinessApply(session).apply(business, u"tests"_s));
    const auto id = house.organization(u"US"_s, u"UTC"_s, u"EUR"_s);
    house.subscribe(id, u"starter"_s, u"tenner"_s);
    house.runAll();
    if (calls > 0)
      house.use(id, u"api_calls"_s, calls);
    billing::ChangeRequest request;
    request.organization = id;
    request.addonId = u"rooms"_s;
    request.when = subscriptions::When::PeriodEnd;
    expect(billing::SubscriptionChanges(house.worker.session, house.worker.business).act(request));
    house.clock.set(BillingHouse::start() + days(40));
    house.runAll();
    QCOMPARE(house.number("select sum(-amount)::bigint from invoice_line where kind = 'discount'"),
             2000);
    for (auto &price : business.plans[u"starter"_s].prices)
      if (price.amount == Money(4900, eur))
        price.amount = Money(5900, eur);
    const auto report = expect(
        billing::whatIf(house.worker.session,
                        *expect(house.worker.business.current(house.worker.session)), business, 2));
    QCOMPARE(report.plans.size(), std::size_t(1));
    QTEST(report.plans.front().now, "now");
    QTEST(report.plans.front().then, "then");
  }

  void BIZ_whoWouldBeOverANewLimitIsNamed() {
    Lives was(asSold());
    auto &worker = was.house.worker;
    const auto another = was.house.organization(u"US"_s, u"UTC"_s, u"EUR"_s);
    was.house.subscribe(another, u"gold"_s);
    was.house.use(another, u"calls"_s, 500);
    auto after = asSold();
    after.plans[u"gold"_s].limits = {{u"calls"_s, 100}, {u"level"_s, 30}};
    const auto report = expect(billing::whatIf(
        worker.session, *expect(worker.business.current(worker.session)), after, 1, 100));
    std::int64_t levels = 0, calls = 0;
    for (const auto &passed : report.passed) {
      QCOMPARE(passed.name, u"One"_s);
      (passed.metric == "level"_L1 ? levels : calls) += 1;
      QCOMPARE(passed.isHard, passed.metric == "level"_L1);
      QVERIFY(passed.used > passed.limitThen && passed.used <= passed.limitNow);
    }
    QCOMPARE(levels, was.house.number(
                         "select count(*) from (select distinct on (organization_id) quantity from "
                         "usage_total where metric = 'level' order by organization_id, part_from "
                         "desc) as l where quantity > 30 and quantity <= 50"));
    QCOMPARE(calls, std::int64_t(1));
    QVERIFY(levels > 0);
    QCOMPARE(report.passing, levels + calls);
  }

  void BIZ_whatIsNotAskedOrCannotBeIsNothing() {
    Lives was(asSold());
    auto &worker = was.house.worker;
    const auto applied = expect(worker.business.current(worker.session));
    const auto events = was.house.number("select count(*) from event");
    QVERIFY(expect(billing::whatIf(worker.session, *applied, asSold(), 12)).plans.empty());
    const auto cut = expect(billing::whatIf(worker.session, *applied, changed(0), 12, 2));
    QCOMPARE(cut.customers.size(), std::size_t(2));
    QCOMPARE(cut.payMore, std::int64_t(customers - 1)); // the contract keeps its price
    for (const int months : {0, -1, 121})
      QCOMPARE(billing::whatIf(worker.session, *applied, changed(0), months).error().code,
               u"what_if.months_invalid"_s);
    std::int64_t told = 0;
    const auto stop = [&](std::int64_t done) {
      told = done;
      return false;
    };
    QCOMPARE(billing::whatIf(worker.session, *applied, changed(0), 12, 2, stop).error().code,
             u"what_if.cancelled"_s);
    QCOMPARE(told, std::int64_t(customers));
    QCOMPARE(was.house.number("select count(*) from event"), events);
  }
};

QTEST_GUILESS_MAIN(TestWhatIf)
#include "tst_what_if.moc"
