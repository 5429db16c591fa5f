// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/services/api/portal_house.h"

#include <QTest>
#include <thread>

using namespace tenantry;
using namespace tenantry::tests;

/// PORTAL-2: what customers do on the pages behind their links.
class TestPortalPayments : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void anInvoiceIsPaid();
  void twoClicksAreOnePayment();
  void aCardIsEnteredWhereThereIsNone();
  void aDeclinedPaymentIsTriedWithAnotherCard();
  void anUnknownOutcomeIsNotChargedAgain();
  void anAnswerThatCameLateIsShown();
  void whatChangedMeanwhileIsNotPaid();
  void aWorkingMethodIsNotReplacedByAnInvoicesLink();
  void aChangedMethodRetriesWhatIsOwed();
  void wrongFormsDoNothing_data();
  void wrongFormsDoNothing();
  void aNumberThatIsNoneIsRefusedAndNotRepeated();
  void noNumberIsTakenWhereAProviderCharges();
  void theActorIsTheCustomer();
};

namespace {

const QByteArray goodCard = "&number=4242+4242+4242+4242";

QByteArray refusedCard() { return "&number=4000000000009995"; }

} // namespace

void TestPortalPayments::anInvoiceIsPaid() {
  PortalHouse house(u"succeeds"_s);
  const auto path = house.invoicePath();
  const auto paid = house.pay(path);
  QCOMPARE(paid.status, 303);
  QVERIFY(paid.head.contains("Location: " + path + "\r\n"));
  QVERIFY(house.latest().status == billing::InvoiceStatus::Paid);
  QCOMPARE(house.attempts().size(), 1U);
  const auto page = house.get(path);
  QVERIFY(page.body.contains("This invoice is paid"));
  QVERIFY(!page.body.contains("<button"));
  QCOMPARE(house.wrong(), QString());
}

void TestPortalPayments::twoClicksAreOnePayment() {
  PortalHouse house(u"succeeds"_s);
  const auto path = house.invoicePath();
  const auto form = house.formOn(path);
  std::vector<std::thread> clicks;
  std::atomic<int> sent = 0;
  for (int i = 0; i < 8; ++i)
    clicks.emplace_back([&] { sent += house.post(path + "/pay", form).status == 303 ? 1 : 0; });
  for (auto &click : clicks)
    click.join();
  QCOMPARE(sent.load(), 8);
  QCOMPARE(house.post(path + "/pay", form).status, 303);
  QCOMPARE(house.attempts().size(), 1U);
  QCOMPARE(house.number("select count(*) from payment"), 1);
  QCOMPARE(house.number("select count(*) from simulator_charge"), 1);
  QCOMPARE(house.latest().paid, fee);
  QCOMPARE(house.balance(), 0);
}

void TestPortalPayments::aCardIsEnteredWhereThereIsNone() {
  PortalHouse house;
  const auto path = house.invoicePath();
  QVERIFY(house.get(path).body.contains("name=\"number\""));
  QCOMPARE(house.pay(path, goodCard).status, 303);
  QVERIFY(house.latest().status == billing::InvoiceStatus::Paid);
  house.work(); // the job that the new method has left
  QCOMPARE(house.attempts().size(), 1U);
  QVERIFY(house.get(house.accountPath()).body.contains("Test card ending in 4242"));
}

/// The simulator's cards would pay the invoices of a real book without money.
void TestPortalPayments::noNumberIsTakenWhereAProviderCharges() {
  PortalHouse house;
  api::PortalSettings settings{
      house.test.url(), TestDatabase::rolePrefix(), {1, 8}, {1, 8}, scenarios::simulatorGateways()};
  settings.takesCards = false;
  api::Portal portal(settings, house.clock);
  http::Server server({}, portal.application(), house.clock);
  expect(server.start());
  const auto ask = [&](const QByteArray &head, const QByteArray &body = {}) {
    return RawClient(server.port())
        .ask(head +
             " HTTP/1.1\r\nHost: h\r\nConnection: close\r\n"
             "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " +
             QByteArray::number(body.size()) + "\r\n\r\n" + body);
  };
  for (const auto &path : {house.invoicePath(), house.accountPath()}) {
    const auto page = ask("GET " + path);
    QVERIFY(page.contains("answer the mail"));
    QVERIFY(!page.contains("name=\"number\""));
    // Sent all the same, by somebody who knows the form.
    const QByteArray act = path.startsWith("/account") ? "/method" : "/pay";
    const auto answer = ask("POST " + path + act, house.formOn(path) + goodCard);
    QVERIFY2(answer.startsWith("HTTP/1.1 303"), answer);
  }
  QCOMPARE(house.number("select count(*) from payment_method"), 0);
  QCOMPARE(house.number("select count(*) from payment"), 0);
}

void TestPortalPayments::aDeclinedPaymentIsTriedWithAnotherCard() {
  PortalHouse house(u"declines:insufficient_funds"_s);
  const auto path = house.invoicePath();
  QCOMPARE(house.pay(path).status, 303);
  QVERIFY(house.latest().status == billing::InvoiceStatus::Open);
  const auto page = house.get(path).body;
  QVERIFY(page.contains("does not have enough money"));
  QVERIFY(page.contains("Pay with another card"));
  QCOMPARE(house.pay(path, refusedCard()).status, 303);
  QCOMPARE(house.attempts().size(), 2U);
  QCOMPARE(house.pay(path, goodCard).status, 303);
  QCOMPARE(house.attempts().size(), 3U);
  QVERIFY(house.latest().status == billing::InvoiceStatus::Paid);
  QCOMPARE(house.number("select count(*) from payment"), 1);
}

void TestPortalPayments::anUnknownOutcomeIsNotChargedAgain() {
  PortalHouse house(u"times_out"_s);
  const auto path = house.invoicePath();
  const auto form = house.formOn(path);
  QCOMPARE(house.post(path + "/pay", form).status, 303);
  QVERIFY(house.attempts().back().status == payments::AttemptStatus::Unknown);
  const auto page = house.get(path).body;
  QVERIFY(page.contains("We keep asking until we know"));
  QVERIFY(!page.contains("<button"));
  QVERIFY(page.contains("http-equiv=\"refresh\""));
  QCOMPARE(house.post(path + "/pay", form).status, 303);
  QCOMPARE(house.post(path + "/pay", form + goodCard).status, 303);
  const auto next = QByteArray(form).replace("try=1", "try=2");
  QCOMPARE(house.post(path + "/pay", next).status, 303);
  QCOMPARE(house.attempts().size(), 1U);
  QCOMPARE(house.number("select count(*) from simulator_charge"), 1);
  QVERIFY(house.get(house.accountPath()).body.contains("Being paid"));
}

void TestPortalPayments::anAnswerThatCameLateIsShown() {
  PortalHouse house(u"times_out"_s);
  const auto path = house.invoicePath();
  QCOMPARE(house.pay(path).status, 303);
  house.clock.set(house.clock.now() + std::chrono::minutes(2));
  house.work();
  QVERIFY(house.get(path).body.contains("This invoice is paid"));
  QCOMPARE(house.number("select count(*) from payment"), 1);
}

void TestPortalPayments::whatChangedMeanwhileIsNotPaid() {
  PortalHouse house(u"succeeds"_s);
  const auto path = house.invoicePath();
  const auto form = house.formOn(path);
  expect(house.service().receiveTransfer(house.customer, house.invoice, 9'900, u"T"_s));
  QCOMPARE(house.post(path + "/pay", form).status, 303);
  QCOMPARE(house.attempts().size(), 0U);
  QVERIFY(house.get(path).body.contains("Pay $100.00 now"));
  QCOMPARE(house.pay(path).status, 303);
  QVERIFY(house.latest().status == billing::InvoiceStatus::Paid);
  QCOMPARE(house.latest().paid, fee);
}

void TestPortalPayments::aWorkingMethodIsNotReplacedByAnInvoicesLink() {
  PortalHouse house(u"succeeds"_s);
  const auto path = house.invoicePath();
  QVERIFY(!house.get(path).body.contains("name=\"number\""));
  QCOMPARE(house.pay(path, refusedCard()).status, 303);
  QCOMPARE(house.number("select count(*) from payment_method"), 1);
  QCOMPARE(house.attempts().size(), 0U);
  const QByteArray ownToken = path.mid(9);
  QCOMPARE(house.post("/account/" + ownToken + "/method", house.formOn(path) + goodCard).status,
           404);
  QCOMPARE(house.number("select count(*) from payment_method"), 1);
}

void TestPortalPayments::aChangedMethodRetriesWhatIsOwed() {
  PortalHouse house(u"declines:expired_card"_s);
  house.work();
  QCOMPARE(house.attempts().size(), 1U);
  const auto path = house.accountPath();
  const auto changed = house.post(path + "/method", house.formOn(path) + goodCard);
  QCOMPARE(changed.status, 303);
  QVERIFY(changed.head.contains("Location: " + path + "?changed\r\n"));
  QVERIFY(house.get(path + "?changed").body.contains("Your payment method is changed"));
  house.work();
  QCOMPARE(house.attempts().size(), 2U);
  QVERIFY(house.latest().status == billing::InvoiceStatus::Paid);
}

void TestPortalPayments::wrongFormsDoNothing_data() {
  QTest::addColumn<QByteArray>("from");
  QTest::addColumn<QByteArray>("to");
  QTest::addColumn<QByteArray>("headers");
  QTest::addColumn<int>("status");
  QTest::newRow("another word") << QByteArray("word=") << QByteArray("word=x") << QByteArray()
                                << 400;
  QTest::newRow("no word") << QByteArray("word=") << QByteArray("other=") << QByteArray() << 400;
  QTest::newRow("from another site")
      << QByteArray() << QByteArray() << QByteArray("Sec-Fetch-Site: cross-site\r\n") << 400;
  QTest::newRow("another try") << QByteArray("try=1") << QByteArray("try=2") << QByteArray() << 303;
  QTest::newRow("no try") << QByteArray("try=1") << QByteArray("x=1") << QByteArray() << 303;
  QTest::newRow("another amount") << QByteArray("amount=") << QByteArray("amount=1") << QByteArray()
                                  << 303;
  QTest::newRow("a field twice") << QByteArray("try=1") << QByteArray("try=1&try=1") << QByteArray()
                                 << 400;
}

void TestPortalPayments::wrongFormsDoNothing() {
  QFETCH(QByteArray, from);
  QFETCH(QByteArray, to);
  QFETCH(QByteArray, headers);
  QFETCH(int, status);
  PortalHouse house(u"succeeds"_s);
  const auto path = house.invoicePath();
  auto form = house.formOn(path);
  if (!from.isEmpty())
    form.replace(from, to);
  QCOMPARE(house.post(path + "/pay", form, headers).status, status);
  QCOMPARE(house.attempts().size(), 0U);
}

void TestPortalPayments::aNumberThatIsNoneIsRefusedAndNotRepeated() {
  PortalHouse house;
  for (const auto &[path, act] :
       {std::pair(house.invoicePath(), "/pay"), std::pair(house.accountPath(), "/method")}) {
    const auto refused = house.post(path + act, house.formOn(path) + "&number=4111111111111111");
    QCOMPARE(refused.status, 422);
    QVERIFY(refused.body.contains("aria-invalid=\"true\""));
    QVERIFY(!refused.body.contains("4111"));
  }
  QCOMPARE(house.number("select count(*) from payment_method"), 0);
}

void TestPortalPayments::theActorIsTheCustomer() {
  PortalHouse house;
  const auto path = house.invoicePath();
  QCOMPARE(house.pay(path, goodCard).status, 303);
  QCOMPARE(house.number("select count(*) from event where type in ('payment_method.changed', "
                        "'payment.succeeded', 'invoice.paid') and actor = 'customer'"),
           3);
  QCOMPARE(house.number("select count(*) from audit_entry where actor <> 'customer' and table_name "
                        "in ('payment_method', 'payment_attempt')"),
           0);
  QVERIFY(house.number("select count(*) from audit_entry where actor = 'customer' and table_name "
                       "in ('payment_method', 'payment_attempt')") >= 2);
}

QTEST_GUILESS_MAIN(TestPortalPayments)
#include "tst_portal_payments.moc"
