// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/upgrade_suggestion.h"

#include "services/billing/subscription_changes.h"
#include "services/billing/upgrade_consumer.h"
#include "tests/services/billing/billing_house.h"

using namespace tenantry;
using namespace tenantry::tests;
using billing::UpgradeSuggestion;
using billing::UpgradeVerdict;

/// Who has used up a limit is told which plan would suit better, where one does (USE-3).
class TestUpgradeSuggestion : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void USE_3_whatIsSuggested_data();
  void USE_3_whatIsSuggested();
  void USE_3_itCostsWhatTheInvoiceSays();
  void USE_3_whatIsExpectedCountsOnceAWeekIsOver();
  void USE_3_theLastPeriodsCountToo();
  void USE_3_aContractKeepsItsPriceAndLimits();
  void USE_3_nothingWhereAnotherPlanWaits_data();
  void USE_3_nothingWhereAnotherPlanWaits();
  void USE_3_nothingWhereNothingRuns();
  void USE_3_itIsSaidOncePerPlanAndPeriod();
};

namespace {

struct Suggesting : BillingHouse {
  /// A customer of that plan, three days into their first period.
  explicit Suggesting(const QString &plan = u"starter"_s, const QString &currency = u"USD"_s,
                      Interval interval = Interval::Month)
      : customer(organization(u"US"_s, u"UTC"_s, currency)) {
    subscribe(customer, plan, {}, interval);
    runAll();
    after(3);
  }
  void after(int days) { clock.set(clock.now() + std::chrono::days(days)); }
  UpgradeSuggestion suggestion() {
    return expect(billing::suggestUpgrade(worker.session, worker.business, customer));
  }
  OrganizationId customer;
};

QString suggestedPlan(const UpgradeSuggestion &suggestion) {
  return suggestion.best ? suggestion.best->planId : toString(suggestion.verdict);
}

} // namespace

void TestUpgradeSuggestion::USE_3_whatIsSuggested_data() {
  QTest::addColumn<QString>("plan");
  QTest::addColumn<QString>("currency");
  QTest::addColumn<Interval>("interval");
  QTest::addColumn<QString>("metric");
  QTest::addColumn<qint64>("used");
  QTest::addColumn<QString>("suggested");
  QTest::addColumn<qint64>("difference"); ///< a month, minor units
  const auto row = [](const char *name, const QString &plan, const QString &metric, qint64 used,
                      const QString &suggested, qint64 difference,
                      Interval interval = Interval::Month, const QString &currency = u"USD"_s) {
    QTest::newRow(name) << plan << currency << interval << metric << used << suggested
                        << difference;
  };
  const auto starter = u"starter"_s, professional = u"professional"_s;
  const auto nothing = u"nothing_better"_s;
  row("USE-3 below the limit", starter, u"api_calls"_s, 9'999, u"within_limits"_s, 0);
  row("USE-3 at the limit", starter, u"api_calls"_s, 10'000, nothing, 0);
  // 49.00 + 75,000 × 0.2 = 199.00
  row("USE-3 as dear as the higher plan", starter, u"api_calls"_s, 85'000, nothing, 0);
  row("USE-3 a cent dearer", starter, u"api_calls"_s, 85'005, professional, -1);
  row("USE-3 beyond the limit of the higher plan too", starter, u"api_calls"_s, 200'000,
      professional, 29'900 - 42'900);
  // 199.00 + 900,000 × 0.1 = 1,099.00, and 999.00
  row("USE-3 the plan above the next", starter, u"api_calls"_s, 1'000'000, u"enterprise"_s,
      99'900 - 202'900);
  row("USE-3 in euro", starter, u"api_calls"_s, 200'000, professional, 29'900 - 42'900,
      Interval::Month, u"EUR"_s);
  // 490.00 + 380.00, and 1,990.00 + 100.00
  row("USE-3 by the year", starter, u"api_calls"_s, 200'000, nothing, 0, Interval::Year);
  // A twelfth of 490.00 + 3,980.00, and of 1,990.00 + 1,900.00
  row("USE-3 by the year, much", starter, u"api_calls"_s, 2'000'000, professional, 32'417 - 37'250,
      Interval::Year);
  row("USE-3 a hard limit costs what it costs", starter, u"projects"_s, 10, professional, 15'000);
  row("USE-3 below a hard limit", starter, u"projects"_s, 9, u"within_limits"_s, 0);
  row("USE-3 no plan is higher", u"enterprise"_s, u"api_calls"_s, 1'000'000, nothing, 0);
}

void TestUpgradeSuggestion::USE_3_whatIsSuggested() {
  QFETCH(QString, plan);
  QFETCH(QString, currency);
  QFETCH(Interval, interval);
  QFETCH(QString, metric);
  QFETCH(qint64, used);
  QFETCH(qint64, difference);
  Suggesting house(plan, currency, interval);
  house.use(house.customer, metric, used);
  const auto suggestion = house.suggestion();
  QTEST(suggestedPlan(suggestion), "suggested");
  if (!suggestion.best)
    return;
  QCOMPARE(suggestion.differenceAMonth(), difference);
  QCOMPARE(suggestion.exceeded, std::vector<QString>{metric});
  QCOMPARE(suggestion.letsThemGoOn, metric == u"projects");
}

/// What is said of now is what their invoice bills.
void TestUpgradeSuggestion::USE_3_itCostsWhatTheInvoiceSays() {
  Suggesting house;
  house.use(house.customer, u"api_calls"_s, 123'457);
  house.use(house.customer, u"storage_gb"_s, 77);
  const auto suggestion = house.suggestion();
  house.clock.set(BillingHouse::start() + std::chrono::days(40));
  house.runAll();
  QCOMPARE(suggestion.now.usage,
           house.number("select sum(amount)::bigint from invoice_line where kind = 'usage'"));
  QCOMPARE(suggestion.now.fees,
           house.number("select amount from invoice_line where kind = 'plan' limit 1"));
}

void TestUpgradeSuggestion::USE_3_whatIsExpectedCountsOnceAWeekIsOver() {
  Suggesting house;
  house.use(house.customer, u"api_calls"_s, 30'000);
  QCOMPARE(suggestedPlan(house.suggestion()), u"nothing_better"_s);
  house.after(5); // the eighth of 28 days: 105,000 by its end
  const auto expected = house.suggestion();
  QCOMPARE(suggestedPlan(expected), u"professional"_s);
  QVERIFY(expected.now.usage > 15'000);
  house.after(15); // the same in 23 days
  QCOMPARE(suggestedPlan(house.suggestion()), u"nothing_better"_s);
}

void TestUpgradeSuggestion::USE_3_theLastPeriodsCountToo() {
  Suggesting house;
  house.use(house.customer, u"api_calls"_s, 250'000); // 529.00 with starter, 349.00 above it
  house.after(30);
  house.runAll();
  house.use(house.customer, u"api_calls"_s, 10'000);
  const auto suggestion = house.suggestion();
  QCOMPARE(suggestion.periods, 2);
  QCOMPARE(suggestedPlan(suggestion), u"professional"_s); // 578.00 and 548.00
  QCOMPARE(suggestion.differenceAMonth(), -1'500);
}

void TestUpgradeSuggestion::USE_3_aContractKeepsItsPriceAndLimits() {
  Suggesting house;
  house.use(house.customer, u"api_calls"_s, 200'000);
  QVERIFY(house.suggestion().best);
  expect(house.worker.database->adHoc(
      "update subscription set price_override = 1, own_limits = '{\"api_calls\": 100000}' "
      "returning 1"));
  const auto suggestion = house.suggestion();
  QCOMPARE(suggestion.now.fees, 1);
  QCOMPARE(suggestion.now.usage, 20'000); // beyond the contract's limit
}

void TestUpgradeSuggestion::USE_3_nothingWhereAnotherPlanWaits_data() {
  QTest::addColumn<QString>("what");
  QTest::addColumn<QString>("suggested");
  const auto waits = u"change_waits"_s;
  QTest::newRow("a cancellation") << u"cancel"_s << waits;
  QTest::newRow("it ends with its period") << u"renewal"_s << waits;
  QTest::newRow("another plan") << u"plan"_s << waits;
  QTest::newRow("another interval") << u"interval"_s << waits;
  QTest::newRow("another currency") << u"currency"_s << waits;
  QTest::newRow("seats alone") << u"seats"_s << u"professional"_s;
}

// Nor does the home go on saying what was suggested before; it does again once nothing waits.
void TestUpgradeSuggestion::USE_3_nothingWhereAnotherPlanWaits() {
  QFETCH(QString, what);
  QFETCH(QString, suggested);
  Suggesting house;
  house.use(house.customer, u"api_calls"_s, 200'000);
  auto &worker = house.worker;
  const store::Event exceeded{house.customer,    1,  u"usage.exceeded"_s,
                              house.clock.now(), {}, {{"metric", "api_calls"}}};
  expect(worker.database->transaction(
      [&] { return billing::upgradeConsumer().handle(worker.session, {exceeded}); }));
  const auto said = [&] {
    return house.number("select count(*) from needing_attention('-infinity', 'infinity', 10) "
                        "where reason = 'upgrade_suggested'");
  };
  QCOMPARE(said(), 1);
  billing::ChangeRequest request;
  request.organization = house.customer;
  request.when = subscriptions::When::PeriodEnd;
  if (what == "cancel"_L1)
    request.kind = billing::ChangeRequest::Kind::Cancel;
  else if (what == "renewal"_L1)
    request.kind = billing::ChangeRequest::Kind::Renewal, request.renews = false;
  else if (what == "plan"_L1)
    request.planId = u"enterprise"_s;
  else if (what == "interval"_L1)
    request.interval = Interval::Year;
  else if (what == "currency"_L1)
    request.currency = *Currency::parse(u"EUR"_s);
  else
    request.seats = 2;
  expect(billing::SubscriptionChanges(worker.session, worker.business).act(request));
  QCOMPARE(suggestedPlan(house.suggestion()), suggested);
  QCOMPARE(said(), suggested == "change_waits"_L1 ? 0 : 1);
  if (what == "renewal"_L1)
    expect(worker.subscriptions().setAutoRenew(house.customer, true));
  else
    expect(worker.subscriptions().unschedule(house.customer));
  QCOMPARE(suggestedPlan(house.suggestion()), u"professional"_s);
  QCOMPARE(said(), 1);
}

void TestUpgradeSuggestion::USE_3_nothingWhereNothingRuns() {
  BillingHouse house;
  const auto nobody = house.organization();
  const auto suggestion =
      expect(billing::suggestUpgrade(house.worker.session, house.worker.business, nobody));
  QCOMPARE(suggestedPlan(suggestion), u"not_running"_s);
}

void TestUpgradeSuggestion::USE_3_itIsSaidOncePerPlanAndPeriod() {
  Suggesting house;
  const auto said = [&] {
    return house.number("select count(*) from event where type = 'usage.upgrade_suggested'");
  };
  const auto consume = [&](Instant at) {
    store::Event exceeded{house.customer,           1, u"usage.exceeded"_s, at, {},
                          {{"metric", "api_calls"}}};
    expect(house.worker.database->transaction(
        [&] { return billing::upgradeConsumer().handle(house.worker.session, {exceeded}); }));
  };
  house.use(house.customer, u"api_calls"_s, 10'000);
  consume(house.clock.now());
  QCOMPARE(said(), 0); // nothing is better yet
  house.use(house.customer, u"api_calls"_s, 190'000);
  consume(house.clock.now() - std::chrono::days(8));
  QCOMPARE(said(), 0); // long ago
  consume(house.clock.now());
  consume(house.clock.now());
  QCOMPARE(said(), 1);
  const auto rows = expect(house.worker.database->adHoc(
      "select payload from event where type = 'usage.upgrade_suggested'"));
  const auto payload = rows[0].get<store::Json>(0);
  QVERIFY(payload["plan"] == "professional" && payload["limits"]["users"] == 25);
  QVERIFY(payload["a_month"] == 29'900 && payload["a_month_before"] == 42'900);
  QVERIFY(billing::upgradeConsumer().wants(u"usage.exceeded"_s));
  QVERIFY(!billing::upgradeConsumer().wants(u"usage.warning"_s));
}

QTEST_GUILESS_MAIN(TestUpgradeSuggestion)
#include "tst_upgrade_suggestion.moc"
