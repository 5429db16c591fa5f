// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/subscriptions/business_effect.h"
#include "services/subscriptions/service.h"
#include "tests/services/organizations/fixture.h"

using namespace tenantry;
using namespace tenantry::subscriptions;
using namespace tenantry::tests;

class TestBusinessEffect : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void BIZ_aDearerPlanLeavesTheBookAndSaysWhatItWouldBe();
  void BIZ_aPlanThatGoesIsSaidButStays();
  void BIZ_aMetricInUseCannotGo();
  void SUB_9_whoHasAnAddOnKeepsIt();
  void BIZ_planAndApplyPrintTheSameLines();
  void BIZ_nothingChangesIsSaid();

private:
  void subscribe(Interval interval, const QString &coupon = {},
                 std::optional<std::int64_t> price = {}) {
    const auto organization = organizations::OrganizationService(m_place.session).create(draft());
    REQUIRE_OK(organization);
    StartRequest request;
    request.organization = *organization;
    request.planId = u"gold"_s;
    request.interval = interval;
    request.couponId = coupon;
    request.priceOverride = price;
    REQUIRE_OK(SubscriptionService(m_place.session, m_applied).start(request));
  }
  PlanReport report(const business::Business &after) {
    const auto done = planReport(m_place.session, **m_applied.current(m_place.session), after);
    return done ? *done : PlanReport{{}, {}, {done.error()}};
  }
  business::Business m_business;
  Workplace m_place;
  business::AppliedBusiness m_applied;
  const Currency m_eur = *Currency::parse(u"EUR");
};

// Four of a plan at 100.00 a month and 1,000.00 a year: one as it is, one with 10 % off for ever,
// one with a contract of its own at 80.00, one by the year.
void TestBusinessEffect::initTestCase() {
  m_business = *business::Source::shipped().load();
  business::Plan gold;
  gold.id = u"gold"_s;
  gold.name.byLanguage[{}] = u"Gold"_s;
  gold.limits[u"api_calls"_s] = 1000;
  m_business.addons[u"calls"_s] = {
      u"calls"_s, {}, {}, {{u"api_calls"_s, 500}}, {{Money(2000, m_eur), Interval::Month}}, 5};
  m_business.addons[u"calls"_s].name.byLanguage[{}] = u"Calls"_s;
  gold.prices = {{Money(10000, m_eur), Interval::Month, business::PricePer::Subscription},
                 {Money(100000, m_eur), Interval::Year, business::PricePer::Subscription}};
  m_business.plans = {{gold.id, gold}};
  m_business.onboarding.trialPlan.clear();
  m_business.coupons[u"tenth"_s] = {u"tenth"_s, Rational(10), {}, {}, {}, {}, {}, true};
  REQUIRE_OK(business::BusinessApply(m_place.session).apply(m_business, u"ann"_s));
  subscribe(Interval::Month);
  subscribe(Interval::Month, u"tenth"_s);
  subscribe(Interval::Month, {}, 8000);
  subscribe(Interval::Year);
}

void TestBusinessEffect::BIZ_aDearerPlanLeavesTheBookAndSaysWhatItWouldBe() {
  auto dearer = m_business;
  dearer.plans[u"gold"_s].prices = {
      {Money(20000, m_eur), Interval::Month, business::PricePer::Subscription}};
  const auto found = report(dearer);
  QCOMPARE(found.effects.size(), std::size_t{1});
  QVERIFY(found.effects[0].newVersion == 2);
  QCOMPARE(found.effects[0].subscriptions(), std::int64_t{4});
  // 100 + 90 + 80 a month are 200 + 180 + 80 with the new price; by the year it would not be sold
  // any more.
  const BookEffect monthly{m_eur, Interval::Month, 3, 0, 12 * 27000, 12 * 46000};
  const BookEffect yearly{m_eur, Interval::Year, 1, 1, 100000, 100000};
  QVERIFY(found.effects[0].book == (std::vector{monthly, yearly}));
  QVERIFY(found.refusals.empty());
  QCOMPARE(toLines(found).join(u'\n'),
           u"~ plans.gold.price EUR month: 100.00 EUR → 200.00 EUR\n"
           "- plans.gold.price EUR year: 1000.00 EUR\n"
           "  plan gold gets version 2; the version of 4 live subscriptions stays\n"
           "    EUR per month: 3 live subscriptions, MRR 270.00 EUR; moved to the new version "
           "460.00 EUR "
           "(+190.00 EUR)\n"
           "    EUR per year: 1 live subscription, MRR 1000.00 EUR a year ÷ 12; moved to the new "
           "version "
           "1000.00 EUR a year ÷ 12 (0.00 EUR); 1 without a price in it"_s);
}

void TestBusinessEffect::BIZ_aPlanThatGoesIsSaidButStays() {
  auto without = m_business;
  without.plans.clear();
  const auto found = report(without);
  QCOMPARE(found.effects.size(), std::size_t{1});
  QVERIFY(!found.effects[0].newVersion);
  QVERIFY(found.refusals.empty());
  QVERIFY(toLines(found).contains(
      u"  plan gold is no longer sold; the version of 4 live subscriptions stays"_s));
}

void TestBusinessEffect::BIZ_aMetricInUseCannotGo() {
  auto without = m_business;
  without.plans.clear();
  without.metrics.erase(u"api_calls"_s);
  const auto found = report(without);
  QCOMPARE(found.refusals.size(), std::size_t{1});
  QCOMPARE(found.refusals[0].code, u"business.metric_in_use"_s);
  QVERIFY2(toLines(found).last().startsWith(
               u"! The metric api_calls cannot be removed: the plan gold v1 charges or limits "
               "it, and has 4 live subscriptions."_s),
           qPrintable(toLines(found).last()));
  QCOMPARE(codeOf(applyBusiness(m_place.session, without, u"ann"_s)), u"business.refused"_s);
  QCOMPARE((*m_applied.current(m_place.session))->version, std::int64_t{1});
}

// Two of it at 20.00 go beside the contract of 80.00 a month.
void TestBusinessEffect::SUB_9_whoHasAnAddOnKeepsIt() {
  auto &database = *m_place.database;
  const auto give = [&](const char *items, int mrr) {
    REQUIRE_OK(database.adHoc(
        "update subscription set mrr_twelfths = mrr_twelfths + :mrr, items = :items::jsonb "
        "where price_override = 8000",
        {{"mrr", mrr},
         {"items", items ? std::optional(store::Json::parse(items)) : std::nullopt}}));
  };
  const Items held{{u"calls"_s, {m_business.addons.at(u"calls"_s), 2}}};
  give(toJson(held).dump().c_str(), 12 * 4000);
  auto dearer = m_business;
  dearer.addons[u"calls"_s].prices[0].amount = Money(2500, m_eur);
  const auto found = report(dearer);
  QCOMPARE(found.addons.size(), std::size_t{1});
  QVERIFY(found.addons[0].book ==
          (std::vector{BookEffect{m_eur, Interval::Month, 1, 0, 12 * 12000, 12 * 13000}}));
  QCOMPARE(toLines(found).join(u'\n'),
           u"~ addons.calls.price EUR month: 20.00 EUR → 25.00 EUR\n"
           "  add-on calls is sold otherwise; as it was sold it stays with 1 live subscription\n"
           "    EUR per month: 1 live subscription, MRR 120.00 EUR; moved to the new version "
           "130.00 EUR (+10.00 EUR)"_s);
  auto without = m_business;
  without.addons.clear();
  QCOMPARE(report(without).refusals.size(), std::size_t{0});
  QVERIFY(!report(without).addons.at(0).isSold);
  without.plans.clear();
  without.metrics.erase(u"api_calls"_s);
  const auto refusals = report(without).refusals;
  QVERIFY(std::ranges::any_of(refusals, [](const Error &refusal) {
    return refusal.code == "business.metric_in_use"_L1 && refusal.message.contains(u"add-on calls");
  }));
  give(nullptr, -12 * 4000);
}

void TestBusinessEffect::BIZ_planAndApplyPrintTheSameLines() {
  auto next = m_business;
  next.plans[u"gold"_s].prices[0].amount = Money(11000, m_eur);
  const auto planned = toLines(report(next));
  const auto applied = applyBusiness(m_place.session, next, u"ann"_s);
  REQUIRE_OK(applied);
  QCOMPARE(toLines(*applied), planned);
  const auto back = applyBusiness(m_place.session, m_business, u"ann"_s);
  REQUIRE_OK(back);
  QVERIFY(back->effects.at(0).newVersion == 3);
}

void TestBusinessEffect::BIZ_nothingChangesIsSaid() {
  const auto applied = applyBusiness(m_place.session, m_business, u"ann"_s);
  REQUIRE_OK(applied);
  QCOMPARE(toLines(*applied), QStringList{u"Nothing changes."_s});
}

QTEST_GUILESS_MAIN(TestBusinessEffect)
#include "tst_business_effect.moc"
