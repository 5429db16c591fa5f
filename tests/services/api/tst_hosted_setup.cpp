// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/method_setups.h"
#include "tests/services/api/hosted_house.h"

#include <algorithm>
#include <thread>

using namespace tenantry;
using namespace tenantry::tests;

/// BILL-4: a customer enters a card at the provider's own page, led there and back by ours.
class TestHostedSetup : public QObject {
  Q_OBJECT

private:
  std::unique_ptr<HostedHouse> m_house;

private Q_SLOTS:
  void initTestCase() { m_house = std::make_unique<HostedHouse>(); }
  void cleanupTestCase() { m_house.reset(); }
  void init() { m_house->enter(); }
  void cleanup() { QCOMPARE(m_house->stripe.objection(), QString()); }

  void aCardIsEnteredAndPaysWhatIsOpen();
  void aLostWordIsAskedFor();
  void aPageThatWasForgottenIsAskedFor();
  void clicksLeadToOnePage();
  void twoLinksLeadToOnePage();
  void anInvoicesLinkSetsUpWhereThereIsNoMethod();
  void whatWentWrongIsSaid_data();
  void whatWentWrongIsSaid();
  void anAnswerThatWasLostIsFoundAgain_data();
  void anAnswerThatWasLostIsFoundAgain();
  void anExpiredPageIsFollowedByAnother();
  void aPageThatNobodySawEndsByItself();
  void theWayBackShowsNothingOfOthers();
  void aPageOfAnotherPayerIsRefused();
  void aPageElsewhereIsNotLedTo();
  void newsBeforeOurAnswerCount();
  void newsInAnyOrderComeToOne_data();
  void newsInAnyOrderComeToOne();
  void pagesOfOthersAreIgnored_data();
  void pagesOfOthersAreIgnored();
  void aFormFromElsewhereOpensNothing();
  void stripeGetsIdsAndNoLink();
};

void TestHostedSetup::aCardIsEnteredAndPaysWhatIsOpen() {
  auto &house = *m_house;
  QVERIFY(house.get(house.path).text.contains("Set up a payment method at Stripe"));
  const auto led = house.click();
  QCOMPARE(led.status, 200);
  QCOMPARE(house.leadOf(led), house.newSessions().at(0)["url"].get<QString>().toUtf8());
  QVERIFY(led.text.contains("form-action 'self'"));
  const auto waiting = house.get(house.returnPath());
  QVERIFY(waiting.text.contains("as soon as Stripe has confirmed it"));
  QVERIFY(waiting.text.contains("There is no payment method yet."));
  static_cast<void>(house.stripe.completeSetup(house.lastSession(), u"pm_ok"_s));
  QCOMPARE(house.methods(), std::int64_t(0)); // who comes back proves nothing
  QVERIFY(house.get(house.returnPath()).text.contains("There is no payment method yet."));
  QCOMPARE(house.tell(house.stripe.events().back()).status, 200);
  house.work();
  QVERIFY(house.debt().status == billing::InvoiceStatus::Paid);
  QCOMPARE(house.setups("done"), std::int64_t(1));
  const QByteArray method = "You pay by: Visa ending in 4242, valid until 08/2030";
  for (const auto &page : {house.path, house.returnPath()})
    QVERIFY(house.get(page).text.contains(method));
  QVERIFY(!house.get(house.returnPath()).text.contains("http-equiv"));
  QCOMPARE(house.told("payment_method.changed"), std::int64_t(1));
}

void TestHostedSetup::aLostWordIsAskedFor() {
  auto &house = *m_house;
  QCOMPARE(house.click().status, 200);
  house.later(std::chrono::hours(1)); // it was asked about and is still open
  house.work();
  QCOMPARE(house.setups("open"), std::int64_t(1));
  static_cast<void>(house.stripe.completeSetup(house.lastSession(), u"pm_ok"_s));
  house.later(std::chrono::hours(1));
  house.work();
  QCOMPARE(house.setups("done"), std::int64_t(1));
  QVERIFY(house.debt().status == billing::InvoiceStatus::Paid);
  QCOMPARE(house.waiting("payment.method_setup"), std::int64_t(0));
}

// Its job has failed too often, or went with whoever ran it.
void TestHostedSetup::aPageThatWasForgottenIsAskedFor() {
  auto &house = *m_house;
  QCOMPARE(house.click().status, 200);
  static_cast<void>(house.stripe.completeSetup(house.lastSession(), u"pm_ok"_s));
  expect(house.worker.database->adHoc("delete from job where kind = 'payment.method_setup'"));
  expect(sweepPayments(house.worker.session));
  QCOMPARE(house.waiting("payment.method_setup"), std::int64_t(0)); // it is being asked for
  house.later(std::chrono::hours(1));
  expect(sweepPayments(house.worker.session));
  expect(sweepPayments(house.worker.session));
  QCOMPARE(house.waiting("payment.method_setup"), std::int64_t(1));
  house.work();
  QCOMPARE(house.setups("done"), std::int64_t(1));
  QVERIFY(house.debt().status == billing::InvoiceStatus::Paid);
}

void TestHostedSetup::clicksLeadToOnePage() {
  auto &house = *m_house;
  std::vector<std::thread> clicks;
  std::mutex mutex;
  QList<QByteArray> leads;
  for (int i = 0; i < 4; ++i)
    clicks.emplace_back([&] {
      const auto lead = house.leadOf(house.click());
      const std::lock_guard guard(mutex);
      leads.append(lead);
    });
  for (auto &click : clicks)
    click.join();
  leads.append(house.leadOf(house.click())); // back, and once more
  QCOMPARE(house.newCustomers(), 1);
  QCOMPARE(house.newSessions().size(), 1U);
  QCOMPARE(leads, QList<QByteArray>(5, house.newSessions().at(0)["url"].get<QString>().toUtf8()));
  QCOMPARE(house.setups("open"), std::int64_t(1));
}

void TestHostedSetup::twoLinksLeadToOnePage() {
  auto &house = *m_house;
  const auto first = house.leadOf(house.click());
  QCOMPARE(house.leadOf(house.click(house.accountPath())), first);
  QCOMPARE(house.newSessions().size(), 1U);
}

void TestHostedSetup::anInvoicesLinkSetsUpWhereThereIsNoMethod() {
  auto &house = *m_house;
  const auto invoice = house.invoicePath();
  QVERIFY(house.get(invoice).text.contains("/set-up"));
  QVERIFY(!house.leadOf(house.click(invoice)).isEmpty());
  house.give(house.customer, u"pm_processing"_s); // ADR 9: a method that works stays
  QVERIFY(!house.get(invoice).text.contains("/set-up"));
  QCOMPARE(house.click(invoice).status, 303);
}

void TestHostedSetup::whatWentWrongIsSaid_data() {
  QTest::addColumn<QByteArray>("what");
  QTest::addColumn<QString>("kind");
  QTest::addColumn<int>("status");
  QTest::addColumn<QByteArray>("words");
  const QByteArray away = "Stripe does not answer just now";
  const QByteArray refuses = "This cannot be set up here";
  for (const auto *what : {HostedHouse::customersPost, HostedHouse::sessionsPost}) {
    for (const auto *kind : {"drop_unheard", "silent", "500"})
      QTest::addRow("%s %s", what, kind)
          << QByteArray(what) << QString::fromLatin1(kind) << 503 << away;
    QTest::addRow("%s 400", what) << QByteArray(what) << u"400"_s << 502 << refuses;
  }
}

// And the next click goes on where it stands: one customer, one page.
void TestHostedSetup::whatWentWrongIsSaid() {
  QFETCH(QByteArray, what);
  QFETCH(QString, kind);
  QFETCH(int, status);
  QFETCH(QByteArray, words);
  auto &house = *m_house;
  house.stripe.trouble(what, kind);
  const auto heard = house.click();
  QCOMPARE(heard.status, status);
  QVERIFY(heard.text.contains(words));
  QVERIFY(house.leadOf(heard).isEmpty());
  const auto led = house.click();
  QCOMPARE(house.leadOf(led), house.newSessions().back()["url"].get<QString>().toUtf8());
  QCOMPARE(house.newCustomers(), 1);
  QCOMPARE(house.newSessions().size(), 1U);
}

void TestHostedSetup::anAnswerThatWasLostIsFoundAgain_data() {
  QTest::addColumn<QByteArray>("what");
  QTest::addColumn<QString>("kind");
  for (const auto *what : {HostedHouse::customersPost, HostedHouse::sessionsPost})
    for (const auto *kind : {"drop", "409"})
      QTest::addRow("%s %s", what, kind) << QByteArray(what) << QString::fromLatin1(kind);
}

// As where we are killed between Stripe's answer and our row.
void TestHostedSetup::anAnswerThatWasLostIsFoundAgain() {
  QFETCH(QByteArray, what);
  QFETCH(QString, kind);
  auto &house = *m_house;
  house.stripe.trouble(what, kind);
  const auto first = house.click();
  QCOMPARE(first.status, kind == u"409" ? 200 : 503);
  QVERIFY(!house.leadOf(house.click()).isEmpty());
  QCOMPARE(house.newCustomers(), 1);
  QCOMPARE(house.newSessions().size(), 1U);
  QCOMPARE(house.newSessions().at(0)["customer"].get<QString>(),
           expect(house.worker.database->adHoc(
               "select reference from provider_customer where organization_id = :id",
               {{"id", house.customer}}))[0]
               .get<QString>(0));
}

void TestHostedSetup::anExpiredPageIsFollowedByAnother() {
  auto &house = *m_house;
  const auto first = house.leadOf(house.click());
  house.later(std::chrono::hours(3));
  const auto second = house.leadOf(house.click());
  QVERIFY(!second.isEmpty() && second != first);
  QCOMPARE(house.setups("expired"), std::int64_t(1));
  QCOMPARE(house.setups("open"), std::int64_t(1));
  house.later(std::chrono::hours(3)); // nobody finishes
  house.work();
  QCOMPARE(house.setups("expired"), std::int64_t(2));
  QCOMPARE(house.methods(), std::int64_t(0));
  const auto returned = house.get(house.returnPath());
  QCOMPARE(returned.status, 200);
  QVERIFY(!returned.text.contains("http-equiv"));
}

void TestHostedSetup::aPageThatNobodySawEndsByItself() {
  auto &house = *m_house;
  house.stripe.trouble(HostedHouse::sessionsPost, u"drop_unheard"_s);
  QCOMPARE(house.click().status, 503);
  QCOMPARE(house.setups("open"), std::int64_t(1));
  house.later(std::chrono::hours(3));
  house.work();
  QCOMPARE(house.setups("expired"), std::int64_t(1));
}

void TestHostedSetup::theWayBackShowsNothingOfOthers() {
  auto &house = *m_house;
  QCOMPARE(house.click().status, 200);
  const auto mine = house.returnPath();
  const auto body = [&](const QByteArray &where) { return house.get(where).text.split('<'); };
  const auto others = house.lastSession().toLatin1();
  house.enter();
  QCOMPARE(house.click().status, 200);
  const auto plain = house.get(house.returnPath()).text;
  const auto asked = house.get(house.returnPath() + "?session_id=" + others).text;
  QCOMPARE(plain.mid(plain.indexOf("\r\n\r\n")), asked.mid(asked.indexOf("\r\n\r\n")));
  // A return's link is good for its page alone, and that page for no other link.
  const auto returnToken = house.returnPath().mid(8);
  for (const auto &where : {"/account/" + returnToken, "/invoice/" + returnToken,
                            "/return/" + house.path.mid(9), "/return/" + others})
    QCOMPARE(house.get(where).status, 404);
  QCOMPARE(house.click("/account/" + returnToken).status, 404);
  QVERIFY(!body(mine).isEmpty());
}

void TestHostedSetup::aPageOfAnotherPayerIsRefused() {
  auto &house = *m_house;
  QCOMPARE(house.click().status, 200);
  house.stripe.changeSession(house.lastSession(), {{"customer", "cus_other"}});
  static_cast<void>(house.stripe.completeSetup(house.lastSession(), u"pm_ok"_s));
  house.later(std::chrono::hours(1));
  house.work();
  QCOMPARE(house.setups("contradicted"), std::int64_t(1));
  QCOMPARE(house.told("payment.contradicted"), std::int64_t(1));
  QCOMPARE(house.methods(), std::int64_t(0));
  const auto again = house.click(); // a page of their own
  QVERIFY(!house.leadOf(again).isEmpty());
  QCOMPARE(house.newSessions().size(), 2U);
}

void TestHostedSetup::aPageElsewhereIsNotLedTo() {
  auto &house = *m_house;
  QCOMPARE(house.click().status, 200);
  for (const auto *url : {"https://checkout.stripe.com.example.com/c/pay/x", "javascript:alert(1)",
                          "", "http://127.0.0.1:1/c/pay/x"}) {
    house.stripe.changeSession(house.lastSession(), {{"url", url}});
    const auto heard = house.click();
    QCOMPARE(heard.status, 502);
    QVERIFY(house.leadOf(heard).isEmpty());
  }
}

void TestHostedSetup::newsBeforeOurAnswerCount() {
  auto &house = *m_house;
  house.stripe.trouble(HostedHouse::sessionsPost, u"drop"_s);
  QCOMPARE(house.click().status, 503);
  static_cast<void>(house.stripe.completeSetup(house.lastSession(), u"pm_ok"_s));
  const auto events = house.stripe.events();
  QCOMPARE(house.tell(events.at(events.size() - 2)).status, 200); // checkout.session.completed
  house.work();
  QCOMPARE(house.setups("done"), std::int64_t(1));
  QVERIFY(house.debt().status == billing::InvoiceStatus::Paid);
}

void TestHostedSetup::newsInAnyOrderComeToOne_data() {
  QTest::addColumn<bool>("isReversed");
  QTest::addColumn<int>("times");
  QTest::addColumn<bool>("isAskedFirst");
  for (const bool reversed : {false, true})
    for (const int times : {1, 2})
      for (const bool asked : {false, true})
        QTest::addRow("%s, %d times, %s", reversed ? "reversed" : "in order", times,
                      asked ? "after we asked" : "before we ask")
            << reversed << times << asked;
}

void TestHostedSetup::newsInAnyOrderComeToOne() {
  QFETCH(bool, isReversed);
  QFETCH(int, times);
  QFETCH(bool, isAskedFirst);
  auto &house = *m_house;
  QCOMPARE(house.click().status, 200);
  auto events = house.stripe.events();
  const auto before = static_cast<std::ptrdiff_t>(events.size());
  static_cast<void>(house.stripe.completeSetup(house.lastSession(), u"pm_ok"_s));
  events = house.stripe.events();
  events.erase(events.begin(), events.begin() + before);
  QCOMPARE(events.size(), 2U);
  if (isReversed)
    std::reverse(events.begin(), events.end());
  house.later(std::chrono::hours(1));
  if (isAskedFirst)
    house.work();
  for (int time = 0; time < times; ++time)
    for (auto event : events) {
      event["created"] = house.seconds();
      QCOMPARE(house.tell(event).status, 200);
    }
  house.work();
  QCOMPARE(house.methods(), std::int64_t(1));
  QCOMPARE(house.told("payment_method.changed"), std::int64_t(1));
  QCOMPARE(house.setups("done"), std::int64_t(1));
  QCOMPARE(house.charges(), 0); // at another customer than `payerOf` gives, so look at the book
  QVERIFY(house.debt().status == billing::InvoiceStatus::Paid);
  QCOMPARE(house.attempts().size(), 1U);
}

void TestHostedSetup::pagesOfOthersAreIgnored_data() {
  QTest::addColumn<Json>("change");
  QTest::newRow("to pay at") << Json{{"mode", "payment"}};
  QTest::newRow("of another payer") << Json{{"customer", "cus_other"}};
  QTest::newRow("that names none of ours") << Json{{"metadata", Json::object()}};
  QTest::newRow("that names another setup")
      << Json{{"metadata", {{"setup", "0198e000-0000-7000-8000-000000000000"}}}};
}

// Another program at the same account, which may have copied our ids.
void TestHostedSetup::pagesOfOthersAreIgnored() {
  QFETCH(Json, change);
  auto &house = *m_house;
  house.stripe.trouble(HostedHouse::sessionsPost, u"drop"_s);
  QCOMPARE(house.click().status, 503);
  const auto session = house.lastSession();
  house.stripe.changeSession(session, change);
  house.stripe.changeSession(session, {{"status", "complete"}});
  const auto event =
      house.stripe.event(u"checkout.session.completed"_s, {{"id", session}}, house.seconds());
  QCOMPARE(house.tell(event).status, 200);
  house.work();
  QCOMPARE(house.number("select count(*) from provider_event where state = 'ignored' and "
                        "event_id = '" +
                        QByteArray::fromStdString(event["id"].get<std::string>()) + "'"),
           std::int64_t(1));
  QCOMPARE(house.methods(), std::int64_t(0));
  QCOMPARE(house.setups("open"), std::int64_t(1));
}

void TestHostedSetup::aFormFromElsewhereOpensNothing() {
  auto &house = *m_house;
  QCOMPARE(house.post(house.path + "/set-up", "word=x").status, 400);
  QCOMPARE(house.post("/account/nobody/set-up", "word=x").status, 404);
  QCOMPARE(house.get(house.path + "/set-up").status, 405);
  QCOMPARE(house.newCustomers(), 0);
  QCOMPARE(house.setups("open"), std::int64_t(0));
}

// Whoever reads Stripe's dashboard cannot open the customer's account from it.
void TestHostedSetup::stripeGetsIdsAndNoLink() {
  auto &house = *m_house;
  QCOMPARE(house.click().status, 200);
  auto asked = house.stripe.lastFields(HostedHouse::sessionsPost);
  const auto token = QString::fromLatin1(house.path.mid(9));
  for (const auto &value : asked)
    QVERIFY(!value.contains(token));
  QVERIFY(asked.value(u"success_url"_s).startsWith(u"https://pay.example.com/return/"_s));
  QCOMPARE(asked.value(u"mode"_s), u"setup"_s);
  const auto customerFields = house.stripe.lastFields(HostedHouse::customersPost);
  QCOMPARE(customerFields.keys(), QStringList{u"metadata[organization]"_s});
}

QTEST_GUILESS_MAIN(TestHostedSetup)
#include "tst_hosted_setup.moc"
