// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/adjustment.h"
#include "services/payments/version_moves.h"
#include "tests/services/billing/billing_house.h"
#include "tests/support/differences_of.h"

using namespace tenantry;
using namespace tenantry::tests;
using billing::ChangePicture;
using billing::ChangeRequest;
using billing::SeenPicture;
using std::chrono::days;
using subscriptions::AgreedPrice;
using subscriptions::When;

/// SUB-8: the price of a contract is agreed anew while it runs.
class TestContractPrices : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void init() { m_house = std::make_unique<BillingHouse>(); }
  void SUB_8_whatWasPreviewedIsWhatHappens_data();
  void SUB_8_whatWasPreviewedIsWhatHappens();
  void SUB_8_aStalePictureSaysWhatThePriceWas();
  void SUB_8_itMayComeWithAnotherPlan();
  void SUB_8_itWaitsBesideAMoveOfItsVersion();
  void SUB_8_theDatabaseTellsWhoAndWhat();
  void whoMayOnAServer_data();
  void whoMayOnAServer();

private:
  OrganizationId begun() {
    const auto id = m_house->organization();
    m_house->subscribe(id, u"starter"_s);
    m_house->runAll();
    m_house->clock.set(BillingHouse::start() + days(10));
    return id;
  }
  static ChangeRequest pricing(const OrganizationId &id, std::optional<std::int64_t> price,
                               When when = When::Now) {
    ChangeRequest request;
    request.organization = id;
    request.price = AgreedPrice{price};
    request.when = when;
    return request;
  }
  Result<ChangePicture> act(const ChangeRequest &request,
                            const std::optional<SeenPicture> &seen = {}) {
    return payments::changeSubscription(m_house->worker.session, m_house->worker.business, request,
                                        seen);
  }
  ChangePicture seen(const ChangeRequest &request) {
    return expect(billing::SubscriptionChanges(m_house->worker.session, m_house->worker.business)
                      .preview(request));
  }
  void sound() { QCOMPARE(differencesOf(m_house->worker), QStringList()); }
  std::unique_ptr<BillingHouse> m_house;
};

void TestContractPrices::SUB_8_whatWasPreviewedIsWhatHappens_data() {
  QTest::addColumn<std::int64_t>("price");
  QTest::addColumn<std::int64_t>("total");
  QTest::addColumn<QString>("movement");
  // 18 of 28 days are left: 4900 × 18 ÷ 28 = 3150 goes back.
  QTest::newRow("SUB-8 dearer, 7000 × 18 ÷ 28 = 4500")
      << std::int64_t(7000) << std::int64_t(1350) << u"expansion"_s;
  QTest::newRow("SUB-8 cheaper, 3500 × 18 ÷ 28 = 2250")
      << std::int64_t(3500) << std::int64_t(-900) << u"contraction"_s;
}

void TestContractPrices::SUB_8_whatWasPreviewedIsWhatHappens() {
  QFETCH(std::int64_t, price);
  QFETCH(std::int64_t, total);
  QFETCH(QString, movement);
  const auto id = begun();
  const auto request = pricing(id, price);
  const auto picture = seen(request);
  QCOMPARE(picture.total(), total);
  QCOMPARE(picture.after.mrrTwelfths, price * 12);
  QCOMPARE(picture.next->invoice.total, price);
  QVERIFY(picture.figures().at("price_before").is_null());
  QVERIFY(picture.figures().at("price") == price);
  QCOMPARE(m_house->number("select count(*) from subscription where price_override is null"), 1);
  QCOMPARE(expect(act(request, SeenPicture::of(picture))).digest(), picture.digest());
  QCOMPARE(m_house->number(total > 0 ? "select total from invoice where kind = 'change'"
                                     : "select -total from credit_note"),
           total);
  QCOMPARE(m_house->number("select delta_twelfths / 12 from mrr_movement where kind = '" +
                           movement.toLatin1() + "'"),
           price - 4900);
  m_house->clock.set(BillingHouse::start() + days(29));
  m_house->runAll(); // renewed at that price
  QCOMPARE(m_house->number("select total from invoice order by number desc limit 1"), price);
  sound();
}

void TestContractPrices::SUB_8_aStalePictureSaysWhatThePriceWas() {
  const auto id = begun();
  const auto request = pricing(id, 7000);
  const auto then = SeenPicture::of(seen(request));
  expect(act(pricing(id, 3500)));
  const auto refused = act(request, then);
  QVERIFY(!refused);
  QCOMPARE(refused.error().code, u"subscription.picture_changed"_s);
  QVERIFY2(
      refused.error().message.contains(u"the contract's price was 35.00 USD instead of none"_s),
      qPrintable(refused.error().message));
}

void TestContractPrices::SUB_8_itMayComeWithAnotherPlan() {
  const auto id = begun();
  expect(act(pricing(id, 3500)));
  auto request = pricing(id, 15'000, When::PeriodEnd);
  request.planId = u"professional"_s;
  const auto picture = seen(request);
  QCOMPARE(picture.mrrOnceScheduled, std::int64_t(15'000 * 12));
  QCOMPARE(picture.next->invoice.total, std::int64_t(15'000));
  expect(act(request, SeenPicture::of(picture)));
  QCOMPARE(m_house->number("select price_override from subscription"), 3500);
  m_house->clock.set(BillingHouse::start() + days(29));
  m_house->runAll();
  QCOMPARE(m_house->number("select price_override from subscription where plan_id = "
                           "'professional' and mrr_twelfths = 180000"),
           15'000);
  sound();
}

// Who waits for the newest version with nothing else is moved; here a price waits with it.
void TestContractPrices::SUB_8_itWaitsBesideAMoveOfItsVersion() {
  const auto id = begun();
  const auto owner = m_house->test.connect();
  store::Session session{*owner, m_house->clock, u"tests"_s};
  auto business = expect(m_house->worker.business.current(m_house->worker.session))->business;
  business.plans[u"starter"_s].limits[u"users"_s] = 6;
  expect(business::BusinessApply(session).apply(business, u"tests"_s));
  auto request = pricing(id, 3500, When::PeriodEnd);
  request.toNewestVersion = true;
  expect(act(request));
  const auto moved = payments::moveToNewest(m_house->worker.session, m_house->worker.business, id,
                                            {When::Now, {}, false});
  QVERIFY(!moved);
  QCOMPARE(m_house->number("select count(*) from subscription where jsonb_exists(scheduled, "
                           "'price') and jsonb_exists(scheduled, 'plan_version_id')"),
           1);
}

void TestContractPrices::SUB_8_theDatabaseTellsWhoAndWhat() {
  const auto id = begun();
  expect(act(pricing(id, 7000)));
  QCOMPARE(m_house->number("select count(*) from event where type = 'subscription.changed' and "
                           "payload ->> 'price' = '7000' and payload::text like "
                           "'%\"price_before\":null%'"),
           1);
  QCOMPARE(m_house->number("select count(*) from audit_entry where table_name = 'subscription' and "
                           "new_row ->> 'price_override' = '7000'"),
           1);
  expect(act(pricing(id, std::nullopt, When::PeriodEnd)));
  QCOMPARE(m_house->number("select count(*) from subscription where scheduled_action = "
                           "'change_price' and scheduled = '{\"price\": null}'"),
           1);
  QCOMPARE(m_house->number("select count(*) from event where payload ->> 'scheduled' = "
                           "'change_price' and payload ->> 'price_before' = '7000'"),
           1);
}

void TestContractPrices::whoMayOnAServer_data() {
  QTest::addColumn<bool>("may");
  for (const auto *group : {"success", "finance", "administrator"})
    QTest::newRow(group) << true;
  for (const auto *group : {"support", "manager"})
    QTest::newRow(group) << false;
}

void TestContractPrices::whoMayOnAServer() {
  QFETCH(bool, may);
  const auto id = begun();
  const auto group = QString::fromLatin1(QTest::currentDataTag());
  const auto database = m_house->test.connect(group);
  store::Session session{*database, m_house->clock, group};
  business::AppliedBusiness business;
  const auto result = payments::changeSubscription(session, business, pricing(id, 3500));
  QVERIFY2(result.has_value() == may, result ? "" : qPrintable(result.error().toString()));
  if (!may)
    QCOMPARE(result.error().code, u"store.forbidden"_s);
}

QTEST_GUILESS_MAIN(TestContractPrices)
#include "tst_contract_prices.moc"
