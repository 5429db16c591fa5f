// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/what_if.h"
#include "services/payments/adjustment.h"
#include "services/payments/version_moves.h"
#include "services/subscriptions/business_effect.h"
#include "tests/services/billing/billing_house.h"
#include "tests/support/differences_of.h"

using namespace tenantry;
using namespace tenantry::tests;
using billing::ChangePicture;
using billing::ChangeRequest;
using billing::SeenPicture;
using Kind = billing::ChangeRequest::Kind;
using std::chrono::days;
using subscriptions::When;

/// SUB-8: a contract grants one customer other limits than the plan.
class TestContracts : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void init();
  void SUB_8_entitlementsSayThatTheContractGrants();
  void SUB_8_quotaAndAlertsFollow();
  void SUB_8_includedUnitsFollow_data();
  void SUB_8_includedUnitsFollow();
  void SUB_8_whatCameLateIsRatedAsItWasThen();
  void SUB_8_aPlanChangeEndsThem_data();
  void SUB_8_aPlanChangeEndsThem();
  void SUB_8_theyStayOverRenewalsVersionsAndPauses();
  void SUB_8_oneBeginsWithThem();
  void SUB_8_theyAreDoneAsPreviewedAndTakenBack();
  void SUB_8_whatCannotBeGrantedIsRefused_data();
  void SUB_8_whatCannotBeGrantedIsRefused();
  void SUB_8_aMetricOfAContractStays();
  void SUB_8_whatIfFollows();
  void USE_2_anotherTenantSeesNothing();
  void whoMayOnAServer_data();
  void whoMayOnAServer();

private:
  static Result<ChangePicture> act(Worker &worker, const ChangeRequest &request,
                                   const std::optional<SeenPicture> &seen = {}) {
    return payments::changeSubscription(worker.session, worker.business, request, seen);
  }
  static ChangeRequest granting(const OrganizationId &id, const subscriptions::WantedLimits &limits,
                                const QString &reason = u"Order form 7"_s) {
    ChangeRequest request;
    request.organization = id;
    request.kind = Kind::Limits;
    request.limits = limits;
    request.reason = reason;
    return request;
  }
  ChangePicture grant(const OrganizationId &id, const subscriptions::WantedLimits &limits) {
    return expect(act(m_house->worker, granting(id, limits)));
  }
  std::map<QString, organizations::Limit> limits(const OrganizationId &id) {
    return expect(organizations::OrganizationService(m_house->worker.session).limits(id));
  }
  usage::Quota quota(const OrganizationId &id, const QString &metric) {
    return expect(
        usage::UsageService(m_house->worker.session, m_house->worker.business).quota(id, metric));
  }
  void sound() { QCOMPARE(differencesOf(m_house->worker), QStringList()); }
  /// What the calls of a period that is over were billed with.
  std::int64_t billedCalls() {
    return m_house->number("select coalesce(sum(amount), 0)::bigint from invoice_line "
                           "where kind = 'usage'");
  }
  std::unique_ptr<BillingHouse> m_house;
};

/// Rows that count nothing share one.
void TestContracts::init() {
  const QByteArray test = QTest::currentTestFunction();
  const bool shares = test == "SUB_8_whatCannotBeGrantedIsRefused" || test == "whoMayOnAServer";
  if (!m_house || !shares)
    m_house = std::make_unique<BillingHouse>();
}

void TestContracts::SUB_8_entitlementsSayThatTheContractGrants() {
  const auto id = m_house->organization();
  m_house->subscribe(id, u"starter"_s);
  grant(id, {{u"users"_s, 50}, {u"api_calls"_s, -1}});
  const auto now = limits(id);
  QCOMPARE(now.at(u"users"_s), (organizations::Limit{50, true, u"contract"_s}));
  QCOMPARE(now.at(u"api_calls"_s), (organizations::Limit{-1, false, u"contract"_s}));
  QCOMPARE(now.at(u"projects"_s), (organizations::Limit{10, true, u"plan starter v1"_s}));
  QCOMPARE(m_house->number("select count(*) from event where type = 'subscription.changed' and "
                           "payload ->> 'reason' = 'Order form 7' and payload -> 'limits' ->> "
                           "'users' = '50' and payload ->> 'limits_before' is null"),
           1);
  QCOMPARE(m_house->number("select count(*) from audit_entry where table_name = 'subscription' and "
                           "new_row ->> 'own_limits' is not null"),
           1);
}

void TestContracts::SUB_8_quotaAndAlertsFollow() {
  const auto id = m_house->organization();
  m_house->subscribe(id, u"starter"_s); // 10,000 calls
  grant(id, {{u"api_calls"_s, 20'000}});
  m_house->use(id, u"api_calls"_s, 15'999);
  QCOMPARE(quota(id, u"api_calls"_s).limit, std::optional<std::int64_t>(20'000));
  const auto alerts = "select count(*) from event where type like 'usage.%'";
  QCOMPARE(m_house->number(alerts), 0);
  m_house->use(id, u"api_calls"_s, 1);
  QCOMPARE(m_house->number(alerts), 1);
  m_house->use(id, u"api_calls"_s, 4'000);
  QCOMPARE(m_house->number(alerts), 3);
  // Hard ones refuse at the contract's number.
  grant(id, {{u"projects"_s, 2}});
  usage::UsageService service(m_house->worker.session, m_house->worker.business);
  m_house->use(id, u"projects"_s, 2);
  QVERIFY(quota(id, u"projects"_s).hard);
  QVERIFY(!quota(id, u"projects"_s).allows(1));
  grant(id, {{u"projects"_s, std::nullopt}});
  QVERIFY(quota(id, u"projects"_s).allows(8));
  QVERIFY(!quota(id, u"projects"_s).allows(9));
}

void TestContracts::SUB_8_includedUnitsFollow_data() {
  QTest::addColumn<std::optional<std::int64_t>>("limit");
  QTest::addColumn<std::int64_t>("billed");
  // 20,000 calls, 0.2 minor units each beyond what is included
  QTest::newRow("SUB-8 the plan's") << std::optional<std::int64_t>() << std::int64_t(2000);
  QTest::newRow("SUB-8 more") << std::optional<std::int64_t>(15'000) << std::int64_t(1000);
  QTest::newRow("SUB-8 fewer") << std::optional<std::int64_t>(0) << std::int64_t(4000);
  QTest::newRow("SUB-8 unlimited") << std::optional<std::int64_t>(-1) << std::int64_t(0);
}

void TestContracts::SUB_8_includedUnitsFollow() {
  QFETCH(std::optional<std::int64_t>, limit);
  QFETCH(std::int64_t, billed);
  const auto id = m_house->organization();
  m_house->subscribe(id, u"starter"_s);
  m_house->runAll();
  m_house->use(id, u"api_calls"_s, 20'000);
  m_house->clock.set(BillingHouse::start() + days(10));
  // In the middle of the period, and for all of it: what is to come is shown before.
  std::int64_t next = 4900 + billed;
  if (limit)
    next = grant(id, {{u"api_calls"_s, *limit}}).next->invoice.total;
  QCOMPARE(next, 4900 + billed);
  m_house->clock.set(BillingHouse::start() + days(29));
  m_house->runAll();
  QCOMPARE(billedCalls(), billed);
  QCOMPARE(m_house->number("select total from invoice order by number desc limit 1"), next);
  sound();
}

void TestContracts::SUB_8_whatCameLateIsRatedAsItWasThen() {
  const auto id = m_house->organization();
  m_house->subscribe(id, u"starter"_s);
  grant(id, {{u"api_calls"_s, 15'000}});
  m_house->use(id, u"api_calls"_s, 20'000);
  m_house->clock.set(BillingHouse::start() + days(29));
  m_house->runAll();
  grant(id, {{u"api_calls"_s, 100'000}}); // of the next period
  usage::UsageEvent late{id, u"late"_s, u"api_calls"_s, 1'000, BillingHouse::start() + days(1),
                         {}, {}};
  expect(usage::UsageService(m_house->worker.session, m_house->worker.business).ingest({late}));
  m_house->clock.set(BillingHouse::start() + days(60));
  m_house->runAll();
  QCOMPARE(billedCalls(), std::int64_t(1000 + 200));
  sound();
}

void TestContracts::SUB_8_aPlanChangeEndsThem_data() {
  QTest::addColumn<QString>("plan");
  QTest::addColumn<Interval>("interval");
  QTest::addColumn<bool>("atOnce");
  QTest::addColumn<bool>("stay");
  QTest::newRow("another plan now") << u"professional"_s << Interval::Month << true << false;
  QTest::newRow("another plan then") << u"professional"_s << Interval::Month << false << false;
  QTest::newRow("another interval now") << u"starter"_s << Interval::Year << true << false;
  QTest::newRow("another interval then") << u"starter"_s << Interval::Year << false << false;
  QTest::newRow("seats") << u"starter"_s << Interval::Month << true << true;
}

void TestContracts::SUB_8_aPlanChangeEndsThem() {
  QFETCH(QString, plan);
  QFETCH(Interval, interval);
  QFETCH(bool, atOnce);
  QFETCH(bool, stay);
  const auto id = m_house->organization();
  m_house->subscribe(id, u"starter"_s);
  m_house->runAll();
  grant(id, {{u"users"_s, 50}});
  ChangeRequest change;
  change.organization = id;
  change.planId = plan;
  change.interval = interval;
  change.seats = stay ? 2 : 1;
  change.when = atOnce ? When::Now : When::PeriodEnd;
  const auto picture =
      expect(billing::SubscriptionChanges(m_house->worker.session, m_house->worker.business)
                 .preview(change));
  QCOMPARE(picture.before.ownLimits.size(), std::size_t(1));
  if (atOnce) // what is to come is shown
    QCOMPARE(picture.after.ownLimits.empty(), !stay);
  expect(act(m_house->worker, change, SeenPicture::of(picture)));
  m_house->clock.set(BillingHouse::start() + days(29));
  m_house->runAll();
  QCOMPARE(limits(id).at(u"users"_s).grantedBy.startsWith(u"contract"_s), stay);
  QCOMPARE(m_house->number("select count(*) from usage_part where own_limits is not null and "
                           "part_to > '2026-03-01'"),
           stay ? 1 : 0);
  sound();
}

void TestContracts::SUB_8_theyStayOverRenewalsVersionsAndPauses() {
  const auto id = m_house->organization();
  m_house->subscribe(id, u"starter"_s);
  m_house->runAll();
  grant(id, {{u"users"_s, 50}});
  const auto owner = m_house->test.connect();
  store::Session session{*owner, m_house->clock, u"tests"_s};
  auto business = expect(m_house->worker.business.current(m_house->worker.session))->business;
  business.plans[u"starter"_s].limits[u"users"_s] = 6;
  expect(business::BusinessApply(session).apply(business, u"tests"_s));
  expect(payments::moveToNewest(m_house->worker.session, m_house->worker.business, id,
                                {When::Now, {}, false}));
  QCOMPARE(limits(id).at(u"users"_s).value, 50);
  QCOMPARE(limits(id).at(u"projects"_s).grantedBy, u"plan starter v2"_s);
  for (const auto kind : {Kind::Pause, Kind::Resume}) {
    m_house->clock.set(m_house->clock.now() + days(3));
    ChangeRequest request;
    request.organization = id;
    request.kind = kind;
    expect(act(m_house->worker, request));
  }
  m_house->clock.set(BillingHouse::start() + days(70));
  m_house->runAll();
  QCOMPARE(limits(id).at(u"users"_s).value, 50);
  QCOMPARE(m_house->number("select count(*) from usage_part where own_limits is null"), 0);
  grant(id, {{u"users"_s, std::nullopt}});
  QCOMPARE(limits(id).at(u"users"_s), (organizations::Limit{6, true, u"plan starter v2"_s}));
  sound();
}

void TestContracts::SUB_8_oneBeginsWithThem() {
  const auto id = m_house->organization();
  ChangeRequest request;
  request.organization = id;
  request.kind = Kind::Start;
  request.planId = u"starter"_s;
  request.limits = {{u"users"_s, 9}};
  const auto picture =
      expect(billing::SubscriptionChanges(m_house->worker.session, m_house->worker.business)
                 .preview(request));
  QVERIFY(picture.figures().at("limits").at("users") == 9);
  QVERIFY(picture.figures().at("limits_before").is_null());
  expect(act(m_house->worker, request, SeenPicture::of(picture)));
  QCOMPARE(limits(id).at(u"users"_s).grantedBy, u"contract"_s);
  expect(m_house->worker.subscriptions().cancel(id, false));
  QVERIFY(limits(id).empty());
}

void TestContracts::SUB_8_theyAreDoneAsPreviewedAndTakenBack() {
  const auto id = m_house->organization();
  m_house->subscribe(id, u"starter"_s);
  m_house->runAll();
  const auto request = granting(id, {{u"users"_s, 50}});
  billing::SubscriptionChanges changes(m_house->worker.session, m_house->worker.business);
  const auto seen = SeenPicture::of(expect(changes.preview(request)));
  QVERIFY(limits(id).at(u"users"_s).grantedBy != u"contract"_s);
  grant(id, {{u"users"_s, 40}}); // by somebody else meanwhile
  const auto refused = act(m_house->worker, request, seen);
  QVERIFY(!refused);
  QCOMPARE(refused.error().code, u"subscription.picture_changed"_s);
  QVERIFY2(
      refused.error().message.contains(u"the contract's limits were users 40 instead of none"_s),
      qPrintable(refused.error().message));
  grant(id, {{u"users"_s, std::nullopt}});
  expect(act(m_house->worker, request, seen));
  QCOMPARE(limits(id).at(u"users"_s).value, 50);
  QCOMPARE(m_house->number("select count(*) from subscription where own_limits is null"), 0);
  grant(id, {{u"users"_s, std::nullopt}});
  QCOMPARE(m_house->number("select count(*) from subscription where own_limits is null"), 1);
}

void TestContracts::SUB_8_whatCannotBeGrantedIsRefused_data() {
  QTest::addColumn<subscriptions::WantedLimits>("limits");
  QTest::addColumn<QString>("reason");
  QTest::addColumn<QString>("code");
  using Wanted = subscriptions::WantedLimits;
  const auto why = u"Order"_s;
  QTest::newRow("below −1") << Wanted{{u"users"_s, -2}} << why << u"subscription.limit_invalid"_s;
  QTest::newRow("no such metric") << Wanted{{u"cats"_s, 1}} << why << u"usage.metric_unknown"_s;
  QTest::newRow("as they are") << Wanted{{u"users"_s, 50}} << why << u"subscription.no_change"_s;
  QTest::newRow("without a reason")
      << Wanted{{u"users"_s, 51}} << u" "_s << u"subscription.reason_missing"_s;
}

void TestContracts::SUB_8_whatCannotBeGrantedIsRefused() {
  QFETCH(subscriptions::WantedLimits, limits);
  QFETCH(QString, reason);
  QFETCH(QString, code);
  const auto id = m_house->organization();
  m_house->subscribe(id, u"starter"_s);
  grant(id, {{u"users"_s, 50}});
  const auto refused = act(m_house->worker, granting(id, limits, reason));
  QVERIFY(!refused);
  QCOMPARE(refused.error().code, code);
  QCOMPARE(this->limits(id).at(u"users"_s).value, 50);
}

void TestContracts::SUB_8_aMetricOfAContractStays() {
  const auto id = m_house->organization();
  m_house->subscribe(id, u"starter"_s);
  const auto owner = m_house->test.connect();
  store::Session session{*owner, m_house->clock, u"tests"_s};
  auto business = expect(m_house->worker.business.current(m_house->worker.session))->business;
  business.metrics[u"seats_in_cars"_s].id = u"seats_in_cars"_s;
  expect(business::BusinessApply(session).apply(business, u"tests"_s));
  grant(id, {{u"seats_in_cars"_s, 4}});
  business.metrics.erase(u"seats_in_cars"_s);
  const auto applied = expect(m_house->worker.business.current(m_house->worker.session));
  const auto report = expect(subscriptions::planReport(session, *applied, business));
  QCOMPARE(report.refusals.size(), std::size_t(1));
  QCOMPARE(report.refusals.front().code, u"business.metric_in_use"_s);
}

void TestContracts::SUB_8_whatIfFollows() {
  const auto granted = m_house->organization(), other = m_house->organization();
  for (const auto &id : {granted, other})
    m_house->subscribe(id, u"starter"_s);
  grant(granted, {{u"api_calls"_s, 20'000}});
  for (const int day : {1, 40}) { // of a period that is over, and of the running one
    m_house->clock.set(BillingHouse::start() + days(day));
    m_house->runAll();
    for (const auto &id : {granted, other})
      m_house->use(id, u"api_calls"_s, 9'000);
  }
  const auto applied = expect(m_house->worker.business.current(m_house->worker.session));
  auto business = applied->business;
  business.plans[u"starter"_s].limits[u"api_calls"_s] = 5'000;
  const auto report =
      expect(billing::whatIf(m_house->worker.session, *applied, business, 3, 10, {}));
  QCOMPARE(report.passed.size(), std::size_t(1));
  QCOMPARE(report.passed.front().organization, other);
  QCOMPARE(report.customers.size(), std::size_t(1));
  QCOMPARE(report.customers.front().organization, other);
  QCOMPARE(report.customers.front().difference(), std::int64_t(800)); // 4,000 at 0.2
}

void TestContracts::USE_2_anotherTenantSeesNothing() {
  const auto mine = m_house->organization(), other = m_house->organization();
  m_house->subscribe(mine, u"starter"_s);
  grant(mine, {{u"users"_s, 50}});
  const auto tenant = m_house->test.connect(u"tenant"_s);
  const auto seen = [&](const OrganizationId &as) {
    return expect(tenant->transaction([&]() -> Result<std::int64_t> {
      TENANTRY_CHECK(tenant->adHoc("select enter_organization('" + as.toString().toUtf8() + "')"));
      TENANTRY_TRY(
          rows, tenant->adHoc("select (select count(*) from subscription where own_limits is not "
                              "null) + (select count(*) from usage_part where own_limits is not "
                              "null) + (select count(*) from organization_limit where granted_by = "
                              "'contract')"));
      return rows[0].get<std::int64_t>(0);
    }));
  };
  QCOMPARE(seen(mine), 3);
  QCOMPARE(seen(other), 0);
}

void TestContracts::whoMayOnAServer_data() {
  QTest::addColumn<bool>("may");
  for (const auto *group : {"success", "finance", "administrator"})
    QTest::newRow(group) << true;
  for (const auto *group : {"support", "manager"})
    QTest::newRow(group) << false;
}

void TestContracts::whoMayOnAServer() {
  QFETCH(bool, may);
  const auto id = m_house->organization();
  m_house->subscribe(id, u"starter"_s);
  const auto group = QString::fromLatin1(QTest::currentDataTag());
  const auto database = m_house->test.connect(group);
  store::Session session{*database, m_house->clock, group};
  business::AppliedBusiness business;
  const auto result =
      payments::changeSubscription(session, business, granting(id, {{u"users"_s, 50}}));
  QVERIFY2(result.has_value() == may, result ? "" : qPrintable(result.error().toString()));
  if (!may)
    QCOMPARE(result.error().code, u"store.forbidden"_s);
  QCOMPARE(limits(id).at(u"users"_s).value, may ? 50 : 5);
}

QTEST_GUILESS_MAIN(TestContracts)
#include "tst_contracts.moc"
