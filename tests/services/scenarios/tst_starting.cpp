// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/adjustment.h"
#include "services/subscriptions/starting.h"
#include "tests/services/billing/billing_house.h"
#include "tests/support/differences_of.h"
#include <thread>

using namespace tenantry;
using namespace tenantry::tests;
using billing::ChangePicture;
using billing::ChangeRequest;
using billing::SeenPicture;
using Kind = billing::ChangeRequest::Kind;
using std::chrono::days;
using subscriptions::Status;

namespace {

const QByteArray closeIt =
    "update organization set status = 'closed', status_reason = '' where organization_id = '";

ChangeRequest requestOf(const OrganizationId &organization, Kind kind,
                        const QString &plan = u"professional"_s) {
  ChangeRequest request;
  request.organization = organization;
  request.kind = kind;
  if (kind == Kind::Start)
    request.planId = plan;
  return request;
}

ChangeRequest redeeming(const OrganizationId &organization, const QString &coupon) {
  auto request = requestOf(organization, Kind::Redeem);
  request.couponId = coupon;
  return request;
}

ChangeRequest renewing(const OrganizationId &organization, bool on) {
  auto request = requestOf(organization, Kind::Renewal);
  request.renews = on;
  return request;
}

} // namespace

/// SUB-4, SUB-7: a subscription begins, takes a coupon and stops renewing as it was previewed,
/// once.
class TestStarting : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void SUB_4_itBeginsAsItWasPreviewed();
  void SUB_4_aTrialShowsTheInvoiceAfterIt();
  void SUB_4_whoComesBackGetsNoTrialByItself();
  void SUB_4_whatIsStillDueOfTheOneBeforeStaysItsOwn();
  void SUB_4_whatCannotBeginIsRefused_data();
  void SUB_4_whatCannotBeginIsRefused();
  void SUB_6_aPriceThatChangedMeanwhileIsNamed();
  void SUB_9_ofManyAtOnceOneBegins();
  void SUB_7_aCouponTakesOffWhatWasPreviewed();
  void SUB_7_whatCannotBeRedeemedIsRefused_data();
  void SUB_7_whatCannotBeRedeemedIsRefused();
  void SUB_7_theLastRedemptionIsTakenOnce();
  void SUB_4_renewalIsSwitchedOffAndOn();
  void whoMayOnAServer_data();
  void whoMayOnAServer();

private:
  /// For rows that make customers of their own.
  BillingHouse &shared() {
    if (!m_shared)
      m_shared = std::make_unique<BillingHouse>();
    return *m_shared;
  }
  static Result<ChangePicture> preview(Worker &worker, const ChangeRequest &request) {
    return billing::SubscriptionChanges(worker.session, worker.business).preview(request);
  }
  static Result<ChangePicture> act(Worker &worker, const ChangeRequest &request,
                                   const std::optional<SeenPicture> &seen = {}) {
    return payments::changeSubscription(worker.session, worker.business, request, seen);
  }
  /// The business as it is, but for that.
  template <typename Edit> static void apply(BillingHouse &house, Edit edit) {
    const auto owner = house.test.connect();
    store::Session session{*owner, house.clock, u"tests"_s};
    auto business = expect(house.worker.business.current(house.worker.session))->business;
    edit(business);
    expect(business::BusinessApply(session).apply(business, u"tests"_s));
  }
  /// Each by a worker of its own: how many were done, and refused for that reason.
  static std::pair<int, int> atOnce(const BillingHouse &house,
                                    const std::vector<ChangeRequest> &requests,
                                    const QString &refusal) {
    std::atomic<int> done = 0, refused = 0;
    std::vector<std::thread> threads;
    for (const auto &request : requests)
      threads.emplace_back([&] {
        Worker worker(house.test, house.clock);
        const auto result = act(worker, request);
        done += result ? 1 : 0;
        refused += !result && result.error().code == refusal ? 1 : 0;
      });
    for (auto &thread : threads)
      thread.join();
    return {done, refused};
  }
  static QString unsound(BillingHouse &house) { return differencesOf(house.worker).join(u'\n'); }
  std::unique_ptr<BillingHouse> m_shared;
};

void TestStarting::SUB_4_itBeginsAsItWasPreviewed() {
  BillingHouse house;
  const auto id = house.organization(u"DE"_s, u"Europe/Berlin"_s, u"EUR"_s);
  auto request = requestOf(id, Kind::Start);
  request.seats = 3;
  request.couponId = u"launch"_s;
  request.priceOverride = 10000;
  const auto events = house.number("select count(*) from event");
  const auto picture = expect(preview(house.worker, request));
  QCOMPARE(house.number("select count(*) from event"), events);
  QCOMPARE(house.number("select count(*) from subscription"), std::int64_t(0));
  QVERIFY(picture.figures().at("plan_before").is_null());
  QCOMPARE(picture.document->invoice.tax, std::int64_t(1520));
  QCOMPARE(picture.total(), std::int64_t(10000 - 2000 + 1520));
  const auto done = expect(act(house.worker, request, SeenPicture::of(picture)));
  QCOMPARE(done.digest(), picture.digest());
  QCOMPARE(house.number("select total from invoice"), picture.total());
  QCOMPARE(house.number("select redeemed from coupon_counter where coupon_id = 'launch'"), 1);
  QCOMPARE(house.number("select count(*) from subscription where seats = 3 and status = 'active' "
                        "and price_override = 10000 and invoice_at is null"),
           1);
  house.runAll();
  QCOMPARE(house.number("select count(*) from invoice"), std::int64_t(1));
  house.clock.set(BillingHouse::start() + days(29));
  house.runAll();
  QCOMPARE(house.number("select max(total) from invoice where period_index = 1"),
           done.next->invoice.total);
  QCOMPARE(unsound(house), QString());
}

void TestStarting::SUB_4_aTrialShowsTheInvoiceAfterIt() {
  BillingHouse house;
  const auto id = house.organization();
  auto request = requestOf(id, Kind::Start);
  request.trialDays = 14;
  const auto picture = expect(preview(house.worker, request));
  QVERIFY(!picture.document);
  QCOMPARE(picture.after.trialEnd, std::optional(LocalDay{std::chrono::days(20498)}));
  QCOMPARE(picture.next->invoice.total, std::int64_t(19900));
  QCOMPARE(picture.figures().at("first_invoice").get<std::int64_t>(), std::int64_t(19900));
  expect(act(house.worker, request, SeenPicture::of(picture)));
  house.runAll();
  QCOMPARE(house.number("select count(*) from invoice"), std::int64_t(0));
  house.clock.set(BillingHouse::start() + days(14));
  house.runAll();
  // No payment method by then: it has ended, and another one may begin.
  QCOMPARE(house.number("select count(*) from subscription where status = 'expired'"), 1);
  QCOMPARE(house.number("select count(*) from invoice"), std::int64_t(0));
  request.trialDays.reset();
  QCOMPARE(expect(act(house.worker, request)).total(), std::int64_t(19900));
  QCOMPARE(unsound(house), QString());
}

void TestStarting::SUB_4_whoComesBackGetsNoTrialByItself() {
  BillingHouse house;
  apply(house, [](business::Business &business) {
    for (auto &[name, plan] : business.plans)
      plan.trialDays = 10;
  });
  const auto id = house.organization();
  const auto usual = [&] {
    return expect(
        subscriptions::usualTrial(house.worker.session, house.worker.business, id, u"starter"_s));
  };
  QCOMPARE(usual(), 10);
  house.subscribe(id, u"starter"_s);
  expect(house.worker.subscriptions().cancel(id, false));
  QCOMPARE(usual(), 0);
}

// Two days are waited for usage: what the ended one used is on its own last invoice.
void TestStarting::SUB_4_whatIsStillDueOfTheOneBeforeStaysItsOwn() {
  BillingHouse house;
  const auto id = house.organization();
  house.subscribe(id, u"starter"_s);
  house.runAll();
  house.clock.set(BillingHouse::start() + days(3));
  house.use(id, u"api_calls"_s, 2'000'000);
  expect(act(house.worker, renewing(id, false)));
  house.clock.set(BillingHouse::start() + days(28));
  expect(house.worker.subscriptions().rollPeriods({id}));
  QCOMPARE(house.number("select count(*) from subscription where status = 'expired'"), 1);
  const auto request = requestOf(id, Kind::Start);
  const auto picture = expect(preview(house.worker, request));
  QCOMPARE(picture.total(), std::int64_t(19900));
  expect(act(house.worker, request, SeenPicture::of(picture)));
  house.clock.set(BillingHouse::start() + days(35));
  house.runAll();
  QCOMPARE(house.number("select count(*) from invoice_line where kind = 'usage'"), 1);
  QCOMPARE(unsound(house), QString());
}

void TestStarting::SUB_4_whatCannotBeginIsRefused_data() {
  QTest::addColumn<QString>("how");
  QTest::addColumn<QString>("code");
  QTest::newRow("SUB-9 one lives already") << u"exists"_s << u"subscription.exists"_s;
  QTest::newRow("SUB-4 the organization is closed") << u"closed"_s << u"organization.closed"_s;
  QTest::newRow("SUB-4 no such plan") << u"plan"_s << u"plan.unknown"_s;
  QTest::newRow("SUB-4 not sold in that currency") << u"currency"_s << u"plan.no_price"_s;
  QTest::newRow("SUB-4 no seats") << u"seats"_s << u"subscription.seats_invalid"_s;
  QTest::newRow("SUB-4 a trial of years") << u"trial"_s << u"subscription.trial_invalid"_s;
  QTest::newRow("SUB-8 a price below zero") << u"price"_s << u"subscription.price_invalid"_s;
  QTest::newRow("SUB-7 no such coupon") << u"coupon"_s << u"coupon.unknown"_s;
  QTest::newRow("SUB-7 a coupon in euros") << u"euros"_s << u"coupon.wrong_currency"_s;
}

void TestStarting::SUB_4_whatCannotBeginIsRefused() {
  QFETCH(QString, how);
  QFETCH(QString, code);
  auto &house = shared();
  const bool isYen = how == u"currency";
  const auto id = house.organization(u"US"_s, u"UTC"_s, isYen ? u"JPY"_s : u"USD"_s);
  auto request = requestOf(id, Kind::Start, how == u"plan" ? u"none"_s : u"starter"_s);
  if (how == u"exists")
    house.subscribe(id);
  if (how == u"closed")
    expect(house.test.connect()->adHoc(closeIt + id.toString().toUtf8() + '\''));
  if (how == u"seats")
    request.seats = 0;
  if (how == u"trial")
    request.trialDays = 1000;
  if (how == u"price")
    request.priceOverride = -1;
  if (how == u"coupon")
    request.couponId = u"nothing"_s;
  if (how == u"euros")
    request.couponId = u"tenner"_s;
  const auto events = house.number("select count(*) from event");
  for (const auto &result : {preview(house.worker, request), act(house.worker, request)}) {
    QVERIFY(!result);
    QCOMPARE(result.error().code, code);
  }
  QCOMPARE(house.number("select count(*) from event"), events);
}

void TestStarting::SUB_6_aPriceThatChangedMeanwhileIsNamed() {
  BillingHouse house;
  const auto id = house.organization();
  const auto request = requestOf(id, Kind::Start);
  auto trial = request;
  trial.trialDays = 14;
  const auto seen = SeenPicture::of(expect(preview(house.worker, request)));
  const auto seenTrial = SeenPicture::of(expect(preview(house.worker, trial)));
  apply(house, [](business::Business &business) {
    for (auto &[name, plan] : business.plans)
      for (auto &price : plan.prices)
        price.amount = Money(price.amount.minor() + 1000, price.amount.currency());
  });
  const auto now = act(house.worker, request, seen), later = act(house.worker, trial, seenTrial);
  QCOMPARE(now.error().code, u"subscription.picture_changed"_s);
  QVERIFY2(now.error().message.contains(u"the total is 209.00 USD instead of 199.00 USD"_s),
           qPrintable(now.error().message));
  QVERIFY2(later.error().message.contains(u"the first invoice is 209.00 USD instead of"_s),
           qPrintable(later.error().message));
  QCOMPARE(house.number("select count(*) from subscription"), std::int64_t(0));
}

void TestStarting::SUB_9_ofManyAtOnceOneBegins() {
  BillingHouse house;
  const auto request = requestOf(house.organization(), Kind::Start);
  const std::vector requests(4, request);
  QCOMPARE(atOnce(house, requests, u"subscription.exists"_s), std::pair(1, 3));
  QCOMPARE(house.number("select count(*) from invoice"), std::int64_t(1));
  QCOMPARE(unsound(house), QString());
}

void TestStarting::SUB_7_aCouponTakesOffWhatWasPreviewed() {
  BillingHouse house;
  const auto id = house.organization();
  house.subscribe(id);
  house.runAll();
  const auto request = redeeming(id, u"launch"_s);
  const auto picture = expect(preview(house.worker, request));
  QCOMPARE(picture.total(), std::int64_t(0));
  QCOMPARE(picture.nextWithout->invoice.total, std::int64_t(19900));
  QCOMPARE(picture.next->invoice.total, std::int64_t(15920));
  QCOMPARE(picture.after.redemptions.back().toIndex, std::optional(3));
  QCOMPARE(house.number("select count(*) from coupon_redemption"), std::int64_t(0));
  expect(act(house.worker, request, SeenPicture::of(picture)));
  const auto again = act(house.worker, request, SeenPicture::of(picture));
  QCOMPARE(again.error().code, u"coupon.redeemed"_s);
  for (const auto &[day, total] : {std::pair{29, 15920}, {60, 15920}, {91, 19900}}) {
    house.clock.set(BillingHouse::start() + days(day));
    house.runAll();
    QCOMPARE(house.number("select total from invoice order by period_index desc limit 1"),
             std::int64_t(total));
  }
  QCOMPARE(unsound(house), QString());
}

void TestStarting::SUB_7_whatCannotBeRedeemedIsRefused_data() {
  QTest::addColumn<QString>("coupon");
  QTest::addColumn<QString>("code");
  QTest::newRow("SUB-7 unknown") << u"nothing"_s << u"coupon.unknown"_s;
  QTest::newRow("SUB-7 expired") << u"launch"_s << u"coupon.expired"_s;
  QTest::newRow("SUB-7 used up") << u"friend"_s << u"coupon.exhausted"_s;
  QTest::newRow("SUB-7 wrong currency") << u"tenner"_s << u"coupon.wrong_currency"_s;
}

void TestStarting::SUB_7_whatCannotBeRedeemedIsRefused() {
  QFETCH(QString, coupon);
  QFETCH(QString, code);
  BillingHouse house;
  house.subscribe(house.organization(), u"starter"_s, u"friend"_s);
  const auto id = house.organization();
  house.subscribe(id);
  apply(house, [](business::Business &business) {
    business.coupons[u"friend"_s].redemptions = 1;
    business.coupons[u"launch"_s].validTo = LocalDay{};
  });
  const auto request = redeeming(id, coupon);
  for (const auto &result : {preview(house.worker, request), act(house.worker, request)}) {
    QVERIFY(!result);
    QCOMPARE(result.error().code, code);
  }
  QCOMPARE(house.number("select count(*) from coupon_redemption"), std::int64_t(1));
}

void TestStarting::SUB_7_theLastRedemptionIsTakenOnce() {
  BillingHouse house;
  apply(house, [](business::Business &business) { business.coupons[u"friend"_s].redemptions = 1; });
  std::vector<ChangeRequest> requests;
  for (int i = 0; i < 4; ++i) {
    requests.push_back(redeeming(house.organization(), u"friend"_s));
    house.subscribe(requests.back().organization);
  }
  QCOMPARE(atOnce(house, requests, u"coupon.exhausted"_s), std::pair(1, 3));
  QCOMPARE(house.number("select count(*) from coupon_redemption"), std::int64_t(1));
}

void TestStarting::SUB_4_renewalIsSwitchedOffAndOn() {
  BillingHouse house;
  const auto id = house.organization();
  house.subscribe(id);
  house.runAll();
  const auto off = expect(preview(house.worker, renewing(id, false)));
  QVERIFY(!off.next);
  const auto seen = SeenPicture::of(off);
  expect(act(house.worker, renewing(id, false), seen));
  const auto twice = act(house.worker, renewing(id, false), seen);
  QCOMPARE(twice.error().code, u"subscription.no_change"_s);
  const auto on = expect(act(house.worker, renewing(id, true)));
  QCOMPARE(on.next->invoice.total, std::int64_t(19900));
  expect(act(house.worker, renewing(id, false)));
  house.clock.set(BillingHouse::start() + days(29));
  house.runAll();
  QCOMPARE(house.number("select count(*) from invoice"), std::int64_t(1));
  QCOMPARE(house.number("select count(*) from subscription where status = 'expired'"), 1);
  QCOMPARE(unsound(house), QString());
}

void TestStarting::whoMayOnAServer_data() {
  QTest::addColumn<QString>("group");
  QTest::addColumn<bool>("may");
  for (const auto *group : {"success", "finance", "administrator"})
    QTest::newRow(group) << QString::fromLatin1(group) << true;
  for (const auto *group : {"support", "manager"})
    QTest::newRow(group) << QString::fromLatin1(group) << false;
}

void TestStarting::whoMayOnAServer() {
  QFETCH(QString, group);
  QFETCH(bool, may);
  auto &house = shared();
  const auto fresh = house.organization(), running = house.organization();
  house.subscribe(running);
  house.runAll();
  const auto database = house.test.connect(group);
  store::Session session{*database, house.clock, group};
  business::AppliedBusiness business;
  auto start = requestOf(fresh, Kind::Start);
  start.couponId = u"launch"_s;
  for (const auto &request : {start, redeeming(running, u"launch"_s), renewing(running, false)}) {
    const auto result = payments::changeSubscription(session, business, request);
    QVERIFY2(result.has_value() == may, result ? "" : qPrintable(result.error().toString()));
    if (!may)
      QCOMPARE(result.error().code, u"store.forbidden"_s);
  }
  QCOMPARE(unsound(house), QString());
}

QTEST_GUILESS_MAIN(TestStarting)
#include "tst_starting.moc"
