// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/adjustment.h"
#include "tests/services/billing/sold_without.h"
#include "tests/support/code_of.h"
#include "tests/support/differences_of.h"

using namespace tenantry;
using namespace tenantry::tests;
using billing::ChangeRequest;
using std::chrono::days;

/// ORG-1: a change of currency takes effect at the next period's boundary, and is shown as such.
class TestCurrencyChange : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void init() { m_house = std::make_unique<BillingHouse>(); }
  void cleanup() { m_house.reset(); }
  void ORG_1_whatIsPreviewedIsScheduledAndHappensAtTheBoundary();
  void ORG_1_whatIsNotChargedInItIsTold();
  void ORG_1_theFormLeavesItToTheSubscription();
  void ORG_1_aContractsPriceGoesWithIt_data();
  void ORG_1_aContractsPriceGoesWithIt();
  void ORG_1_aVoidInvoiceIsBilledAgainInItsOwn();

private:
  [[nodiscard]] ChangeRequest to(const OrganizationId &id, const QString &currency) const {
    ChangeRequest request;
    request.organization = id;
    request.currency = *Currency::parse(currency);
    return request;
  }
  [[nodiscard]] Result<billing::ChangePicture> change(const ChangeRequest &request) {
    auto &worker = m_house->worker;
    billing::SubscriptionChanges changes(worker.session, worker.business);
    TENANTRY_TRY(seen, changes.preview(request));
    return payments::changeSubscription(worker.session, worker.business, request,
                                        billing::SeenPicture::of(seen));
  }
  [[nodiscard]] organizations::Organization found(const OrganizationId &id) {
    return expect(organizations::OrganizationService(m_house->worker.session).find(id));
  }
  [[nodiscard]] QString sound() { return differencesOf(m_house->worker).join(u'\n'); }
  void pass(int to) {
    m_house->clock.set(BillingHouse::start() + days(to));
    m_house->runAll();
  }
  std::unique_ptr<BillingHouse> m_house;
};

void TestCurrencyChange::ORG_1_whatIsPreviewedIsScheduledAndHappensAtTheBoundary() {
  const auto id = m_house->organization();
  m_house->subscribe(id);
  m_house->runAll();
  m_house->use(id, u"api_calls"_s, 150'000);
  const auto seen = expect(change(to(id, u"EUR"_s)));
  QVERIFY(!seen.document && seen.awaited.empty());
  QCOMPARE(seen.after.currency.code(), u"USD"_s);
  QCOMPARE(seen.figures().at("currency_then").get<QString>(), u"EUR"_s);
  QVERIFY(seen.figures().at("uncharged") == nlohmann::json::array());
  QCOMPARE(seen.next->invoice.currency.code(), u"EUR"_s);
  QCOMPARE(found(id).currency.code(), u"USD"_s);
  QCOMPARE(codeOf(change(to(id, u"EUR"_s))), u"subscription.no_change"_s);
  QCOMPARE(codeOf(change(to(id, u"JPY"_s))), u"plan.no_price"_s);
  pass(28);
  QCOMPARE(found(id).currency.code(), u"EUR"_s);
  QCOMPARE(m_house->number("select total from invoice where currency = 'EUR'"), 19'900);
  QCOMPARE(m_house->number("select total from invoice where currency = 'USD' and kind = 'change'"),
           5'000);
  QCOMPARE(m_house->number("select count(*) from mrr_movement where currency = 'USD' and "
                           "kind = 'churn' and delta_twelfths = -12 * 19900"),
           1);
  QCOMPARE(m_house->number("select sum(delta_twelfths)::bigint from mrr_movement where "
                           "currency = 'EUR'"),
           12 * 19'900);
  QCOMPARE(m_house->number("select count(*) from event where type = 'subscription.changed' and "
                           "payload ->> 'currency_before' = 'USD'"),
           1);
  QCOMPARE(sound(), QString());
}

// 50,000 calls beyond the limit were 50.00 in dollars, and are nothing in euros.
void TestCurrencyChange::ORG_1_whatIsNotChargedInItIsTold() {
  sellWithout(*m_house, u"professional"_s, u"api_calls"_s, u"EUR"_s);
  const auto id = m_house->organization();
  m_house->subscribe(id);
  m_house->runAll();
  m_house->use(id, u"api_calls"_s, 150'000);
  auto other = to(id, u"EUR"_s);
  other.planId = u"enterprise"_s; // which charges calls in both
  billing::SubscriptionChanges changes(m_house->worker.session, m_house->worker.business);
  QVERIFY(expect(changes.preview(other)).uncharged.empty());
  const auto seen = expect(change(to(id, u"EUR"_s)));
  QCOMPARE(seen.uncharged, std::vector{u"api_calls"_s});
  QVERIFY(seen.figures().at("uncharged") == nlohmann::json::array({"api_calls"}));
  pass(28);
  m_house->use(id, u"api_calls"_s, 150'000);
  pass(59);
  QCOMPARE(m_house->number("select total from invoice where currency = 'USD' and kind = 'change'"),
           5'000);
  QCOMPARE(m_house->number("select max(total) from invoice where currency = 'EUR'"), 19'900);
  ChangeRequest more; // once it has that currency, nothing waits
  more.organization = id;
  more.seats = 2;
  QVERIFY(expect(changes.preview(more)).uncharged.empty());
  QCOMPARE(sound(), QString());
}

void TestCurrencyChange::ORG_1_theFormLeavesItToTheSubscription() {
  const auto id = m_house->organization();
  m_house->subscribe(id);
  m_house->runAll();
  organizations::OrganizationService service(m_house->worker.session);
  QVERIFY(expect(service.isCurrencyFixed(id)));
  QCOMPARE(codeOf(service.amend(id, {{u"currency"_s, u"EUR"_s}}, found(id).revision)),
           u"organization.currency_fixed"_s);
  expect(m_house->worker.subscriptions().cancel(id, false));
  m_house->runAll();
  QVERIFY(!expect(service.isCurrencyFixed(id)));
  expect(service.amend(id, {{u"currency"_s, u"EUR"_s}}, found(id).revision));
  QCOMPARE(m_house->subscribe(id).currency.code(), u"EUR"_s);
  m_house->runAll();
  QCOMPARE(sound(), QString());
}

void TestCurrencyChange::ORG_1_aContractsPriceGoesWithIt_data() {
  QTest::addColumn<bool>("agrees");
  QTest::addColumn<int>("total");
  QTest::newRow("SUB-8 to the plan's") << false << 19'900;
  QTest::newRow("SUB-8 to what is agreed with it") << true << 15'000;
}

void TestCurrencyChange::ORG_1_aContractsPriceGoesWithIt() {
  QFETCH(const bool, agrees);
  QFETCH(const int, total);
  const auto id = m_house->organization();
  subscriptions::StartRequest start;
  start.organization = id;
  start.planId = u"professional"_s;
  start.priceOverride = 12'000;
  expect(m_house->worker.subscriptions().start(start));
  m_house->runAll();
  auto request = to(id, u"EUR"_s);
  if (agrees)
    request.price = subscriptions::AgreedPrice{15'000};
  expect(change(request));
  pass(28);
  QCOMPARE(m_house->number("select total from invoice where currency = 'EUR'"), total);
  QCOMPARE(m_house->number("select coalesce(price_override, 0) from subscription"),
           agrees ? 15'000 : 0);
  QCOMPARE(sound(), QString());
}

void TestCurrencyChange::ORG_1_aVoidInvoiceIsBilledAgainInItsOwn() {
  auto &worker = m_house->worker;
  const auto id = m_house->organization();
  m_house->subscribe(id);
  m_house->runAll();
  m_house->use(id, u"api_calls"_s, 150'000);
  expect(change(to(id, u"EUR"_s)));
  pass(28);
  const auto invoices = expect(worker.invoices().ofOrganization(id));
  const auto beside = std::find_if(invoices.begin(), invoices.end(), [](const auto &invoice) {
    return invoice.kind == billing::InvoiceKind::Change;
  });
  QVERIFY(beside != invoices.end());
  expect(payments::voidInvoice(worker.session, worker.business, id, beside->id));
  m_house->use(id, u"api_calls"_s, 200'000);
  pass(60);
  QCOMPARE(m_house->number("select count(*) from invoice where currency = 'USD' and total = 5000 "
                           "and status = 'open' and kind = 'change'"),
           1);
  QCOMPARE(m_house->number("select total from invoice where currency = 'EUR' order by number desc "
                           "limit 1"),
           29'900);
  QCOMPARE(sound(), QString());
}

QTEST_GUILESS_MAIN(TestCurrencyChange)
#include "tst_currency_change.moc"
