// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/refunds.h"
#include "tests/services/api/hook_house.h"
#include "tests/services/billing/golden_cases.h"

#include <algorithm>

using namespace tenantry;
using namespace tenantry::tests;

/// What Stripe tells by itself: signed, late, twice, in any order, and of everybody.
class TestProviderHook : public QObject {
  Q_OBJECT

private:
  std::unique_ptr<HookHouse> m_house;

private Q_SLOTS:
  void initTestCase() { m_house = std::make_unique<HookHouse>(); }
  void cleanupTestCase() { m_house.reset(); }
  void whatIsNotSignedIsRefused();
  void withoutASecretThereIsNoDoor();
  void anyOrderComesToTheSame_data();
  void anyOrderComesToTheSame();
  void whatIsToldTwiceCountsOnce_data() { golden::addRows({"dedupe_events"}); }
  void whatIsToldTwiceCountsOnce();
  void aStateIsReadNotBelieved_data() { golden::addRows({"reorder", "reorder_rank"}); }
  void aStateIsReadNotBelieved();
  void whatIsOfOthersIsKeptAndIgnored_data();
  void whatIsOfOthersIsKeptAndIgnored();
  void aProviderThatDoesNotAnswerIsAskedLater();
  void aRefundIsLearntAndItsReturn();
  void aRefundMadeElsewhereIsShown();
  void aDisputeIsShownOnce();
  void aSecondChargeIsShown();
  void aSetUpCardIsUsed();
  void theLatestAgreementCounts();
};

void TestProviderHook::whatIsNotSignedIsRefused() {
  auto &house = *m_house;
  const auto body = toBytes(house.stripe.event(u"payment_intent.succeeded"_s, {{"id", "pi_x"}}, 1));
  const auto before = house.number("select count(*) from provider_event");
  const auto now = house.seconds();
  const auto good = StripeDouble::signatureOf(body, now);
  QCOMPARE(house.tell(body, {}).status, 400);
  QCOMPARE(house.tell(body, StripeDouble::signatureOf(body, now, "whsec_other")).status, 400);
  QCOMPARE(house.tell(body + ' ', good).status, 400);
  QCOMPARE(house.tell(body, StripeDouble::signatureOf(body, now - 301)).status, 400);
  QCOMPARE(house.tell(body, StripeDouble::signatureOf(body, now + 301)).status, 400);
  QCOMPARE(house.tell("{}", StripeDouble::signatureOf("{}", now)).status, 400);
  const QByteArray huge(600 * 1024, 'x');
  QCOMPARE(house.tell(huge, StripeDouble::signatureOf(huge, now)).status, 413);
  QCOMPARE(house.number("select count(*) from provider_event"), before);
  QCOMPARE(house.tell(body, good).status, 200);
  QCOMPARE(house.number("select count(*) from provider_event"), before + 1);
}

void TestProviderHook::withoutASecretThereIsNoDoor() {
  auto &house = *m_house;
  api::PortalSettings settings = house.settings();
  settings.webhookSecret.clear();
  api::Portal portal(settings, house.clock);
  http::Server server({}, portal.application(), house.clock);
  expect(server.start());
  const auto answer = RawClient(server.port())
                          .ask("POST /webhooks/stripe HTTP/1.1\r\nHost: h\r\nContent-Length: "
                               "2\r\nConnection: close\r\n\r\n{}");
  QVERIFY(answer.startsWith("HTTP/1.1 404") || answer.startsWith("HTTP/1.1 413"));
}

void TestProviderHook::anyOrderComesToTheSame_data() {
  QTest::addColumn<QString>("end");
  QTest::newRow("it was paid") << u"succeeded"_s;
  QTest::newRow("it was declined") << u"failed"_s;
}

// F16: all orders of what one payment makes Stripe tell; half of them with everything told twice.
void TestProviderHook::anyOrderComesToTheSame() {
  QFETCH(QString, end);
  auto &house = *m_house;
  std::vector<int> order{0, 1, 2};
  if (end == u"succeeded")
    order.push_back(3);
  int round = 0;
  do {
    house.begin(u"pm_processing"_s);
    const auto before = house.stripe.events().size();
    const auto attempt = house.charge();
    house.stripe.finish(attempt.reference, end, u"insufficient_funds"_s);
    auto events = house.stripe.events();
    events.erase(events.begin(), events.begin() + static_cast<std::ptrdiff_t>(before));
    QCOMPARE(events.size(), order.size());
    for (int time = 0; time <= ++round % 2; ++time)
      for (const int place : order)
        QCOMPARE(house.tell(events.at(static_cast<std::size_t>(place))).status, 200);
    house.work();
    const auto attempts = house.attempts();
    QCOMPARE(toString(attempts.at(0).status), end);
    QCOMPARE(house.told("payment." + end.toLatin1()), std::int64_t(1));
    QVERIFY((house.debt().status == billing::InvoiceStatus::Paid) == (end == u"succeeded"));
    QCOMPARE(house.charges(), end == u"succeeded" ? 1 : 0);
  } while (std::next_permutation(order.begin(), order.end()));
  QCOMPARE(house.waitingEvents(), std::int64_t(0));
  QCOMPARE(house.wrong(), QString());
}

void TestProviderHook::whatIsToldTwiceCountsOnce() {
  const auto json = golden::current();
  auto &house = *m_house;
  const auto before = house.number("select count(*) from provider_event");
  house.begin(u"pm_processing"_s);
  const auto attempt = house.charge();
  house.stripe.finish(attempt.reference, u"succeeded"_s);
  for (const auto &id : json["given"]["ids"]) {
    auto event = house.stripe.event(u"payment_intent.succeeded"_s, {{"id", attempt.reference}},
                                    house.seconds());
    event["id"] = id.get<std::string>() + "_once";
    QCOMPARE(house.tell(event).status, 200);
    house.work();
  }
  QCOMPARE(house.number("select count(*) from provider_event") - before,
           json["expect"]["effects"].get<std::int64_t>());
  QCOMPARE(house.told("payment.succeeded"), std::int64_t(1));
}

// An event's own state and time say nothing: here the last one speaks of an earlier state.
void TestProviderHook::aStateIsReadNotBelieved() {
  const auto json = golden::current();
  auto &house = *m_house;
  house.begin(u"pm_processing"_s);
  const auto attempt = house.charge();
  house.stripe.finish(attempt.reference, u"succeeded"_s);
  std::string last;
  for (const auto &each : json["given"]["events"]) {
    last = each.at(2).get<std::string>();
    auto event = house.stripe.event(u"payment_intent.processing"_s,
                                    {{"id", attempt.reference}, {"status", last}},
                                    each.at(3).get<std::int64_t>());
    event["id"] = each.at(0).get<std::string>() + json["id"].get<std::string>();
    QCOMPARE(house.tell(event).status, 200);
    house.work();
    QVERIFY(house.attempts().at(0).status == AttemptStatus::Succeeded);
  }
  QVERIFY(last != json["expect"]["final"].get<std::string>()); // it would be wrong to believe it
  QVERIFY(house.debt().status == billing::InvoiceStatus::Paid);
}

void TestProviderHook::whatIsOfOthersIsKeptAndIgnored_data() {
  QTest::addColumn<QString>("type");
  QTest::addColumn<QString>("object");
  for (const auto *type : {"payment_intent.succeeded", "payment_intent.payment_failed",
                           "setup_intent.succeeded", "refund.updated", "refund.failed",
                           "charge.refunded", "charge.dispute.created", "invoice.paid"}) {
    QTest::addRow("%s of nobody", type) << QString::fromLatin1(type) << u"nobody"_s;
    QTest::addRow("%s that names ours", type) << QString::fromLatin1(type) << u"forged"_s;
  }
}

// Another program at the same account, which may have copied our ids into its own objects.
void TestProviderHook::whatIsOfOthersIsKeptAndIgnored() {
  QFETCH(QString, type);
  QFETCH(QString, object);
  auto &house = *m_house;
  house.begin(u"pm_processing"_s);
  const auto attempt = house.charge();
  Json intent = house.stripe.makeIntent(
      {{"id", "pi_of_others_" + std::to_string(house.stripe.intents().size())},
       {"amount", fee},
       {"amount_received", fee},
       {"customer", "cus_other"},
       {"metadata", object == u"forged" ? Json{{"organization", house.customer.toString()},
                                               {"attempt", attempt.id.toString()}}
                                        : Json::object()}});
  const bool isIntent = type.startsWith(u"payment_intent."_s);
  const auto event = house.stripe.event(
      type, {{"id", isIntent ? intent["id"] : Json("x_1")}, {"payment_intent", intent["id"]}},
      house.seconds());
  const auto told = house.number("select count(*) from event");
  QCOMPARE(house.tell(event).status, 200);
  house.work();
  QCOMPARE(house.number("select count(*) from provider_event where state = 'ignored' and "
                        "event_id = '" +
                        QByteArray::fromStdString(event["id"].get<std::string>()) + "'"),
           std::int64_t(1));
  QVERIFY(house.attempts().at(0).status == AttemptStatus::Unknown);
  QCOMPARE(house.number("select count(*) from event"), told);
}

void TestProviderHook::aProviderThatDoesNotAnswerIsAskedLater() {
  auto &house = *m_house;
  house.begin(u"pm_processing"_s);
  const auto attempt = house.charge();
  house.stripe.finish(attempt.reference, u"succeeded"_s);
  const auto event = house.stripe.event(u"payment_intent.succeeded"_s, {{"id", attempt.reference}},
                                        house.seconds());
  QCOMPARE(house.tell(event).status, 200);
  gateways::StripeClient nobody({u"sk_test_x"_s, {}, u"http://127.0.0.1:1"_s});
  StripeNews news(house.worker.session, house.worker.business, *house.gateway, nobody);
  const auto handled = news.handle(event["id"].get<QString>());
  QVERIFY(!handled);
  QCOMPARE(handled.error().code, u"stripe.no_answer"_s);
  QCOMPARE(house.waitingEvents(), std::int64_t(1));
  house.work();
  QCOMPARE(house.waitingEvents(), std::int64_t(0));
  QVERIFY(house.attempts().at(0).status == AttemptStatus::Succeeded);
}

void TestProviderHook::aRefundIsLearntAndItsReturn() {
  auto &house = *m_house;
  house.begin(u"pm_refund_pending"_s);
  static_cast<void>(house.charge());
  Refunds refunds(house.worker.session, house.worker.business);
  const auto refund =
      expect(refunds.act({house.customer, house.invoice, fee, u"unhappy"_s, {}})).at(0);
  house.work();
  const auto id = house.stripe.refundList().back()["id"].get<QString>();
  const auto status = [&] {
    return toString(expect(findRefund(house.worker.session, house.customer, refund.id)).status);
  };
  QCOMPARE(status(), u"unknown"_s);
  house.stripe.finish(id, u"succeeded"_s);
  QCOMPARE(house.tell(house.stripe.events().back()).status, 200);
  house.work();
  QCOMPARE(status(), u"succeeded"_s);
  QCOMPARE(house.told("payment.refunded"), std::int64_t(1));
  house.stripe.finish(id, u"failed"_s, u"lost_or_stolen_card"_s); // the bank sends it back
  for (const auto *type : {"refund.failed", "refund.updated", "charge.refund.updated"})
    QCOMPARE(
        house.tell(house.stripe.event(QString::fromLatin1(type), {{"id", id}}, house.seconds()))
            .status,
        200);
  house.work();
  QCOMPARE(house.told("payment.refund_returned"), std::int64_t(1));
  QCOMPARE(status(), u"succeeded"_s); // the credit note is issued; a person pays it out
}

void TestProviderHook::aRefundMadeElsewhereIsShown() {
  auto &house = *m_house;
  house.begin(u"pm_ok"_s);
  const auto attempt = house.charge();
  const auto made = house.client->post(
      u"/v1/refunds"_s,
      {{u"payment_intent"_s, house.attempts().at(0).reference}, {u"amount"_s, u"500"_s}},
      u"by hand"_s);
  QCOMPARE(made.status, 200);
  for (int time = 0; time < 2; ++time)
    QCOMPARE(house
                 .tell(house.stripe.event(
                     u"charge.refunded"_s,
                     {{"id", "ch_1"}, {"payment_intent", house.attempts().at(0).reference}},
                     house.seconds()))
                 .status,
             200);
  house.work();
  QCOMPARE(house.told("payment.contradicted"), std::int64_t(1));
  QCOMPARE(house.number("select (payload ->> 'amount')::bigint from event where type = "
                        "'payment.contradicted' and organization_id = '" +
                        house.customer.toString().toUtf8() + "'"),
           std::int64_t(500));
}

void TestProviderHook::aDisputeIsShownOnce() {
  auto &house = *m_house;
  house.begin(u"pm_ok"_s);
  static_cast<void>(house.charge());
  const auto dispute =
      house.stripe.makeDispute({{"payment_intent", house.attempts().at(0).reference}});
  for (int time = 0; time < 2; ++time)
    QCOMPARE(house.tell(house.stripe.event(u"charge.dispute.created"_s, dispute, house.seconds()))
                 .status,
             200);
  house.work();
  QCOMPARE(house.told("payment.disputed"), std::int64_t(1));
}

void TestProviderHook::aSecondChargeIsShown() {
  auto &house = *m_house;
  house.begin(u"pm_ok"_s);
  const auto attempt = house.charge();
  const auto second = house.stripe.makeIntent(
      {{"id", "pi_second"},
       {"amount", fee},
       {"amount_received", fee},
       {"customer", StripeHouse::payerOf(house.customer)},
       {"metadata",
        {{"organization", house.customer.toString()}, {"attempt", attempt.id.toString()}}}});
  for (int time = 0; time < 2; ++time)
    QCOMPARE(house.tell(house.stripe.event(u"payment_intent.succeeded"_s, second, house.seconds()))
                 .status,
             200);
  house.work();
  QCOMPARE(house.told("payment.contradicted"), std::int64_t(1));
  QCOMPARE(house.told("payment.succeeded"), std::int64_t(1));
}

void TestProviderHook::aSetUpCardIsUsed() {
  auto &house = *m_house;
  house.begin();
  const auto session = house.makeSession(u"cus_1"_s);
  for (const auto *payer : {"cus_2", "cus_1"}) { // another's is ignored, ours pays
    house.knowPayer(QString::fromLatin1(payer));
    static_cast<void>(house.stripe.completeSetup(session, u"pm_ok"_s));
    QCOMPARE(house.tell(house.stripe.events().back()).status, 200);
    house.work();
    const bool isOurs = QByteArray(payer) == "cus_1";
    QVERIFY((house.debt().status == billing::InvoiceStatus::Paid) == isOurs);
  }
  QCOMPARE(house.stripe.lastFields("POST /v1/payment_intents").value(u"customer"_s), u"cus_1"_s);
  QCOMPARE(house.label(), u"Visa ending in 4242"_s);
}

void TestProviderHook::theLatestAgreementCounts() {
  auto &house = *m_house;
  house.begin();
  house.knowPayer(u"cus_1"_s);
  const auto session = house.makeSession(u"cus_1"_s);
  auto told = [&](const QString &method, std::int64_t when) {
    const auto setup = house.stripe.completeSetup(session, method);
    QCOMPARE(house.tell(house.stripe.event(u"setup_intent.succeeded"_s, setup, when)).status, 200);
    house.work();
  };
  told(u"pm_ok:second"_s, 1'800'000'002);
  told(u"pm_ok:first"_s, 1'800'000'001); // its news come late
  QCOMPARE(house.number("select count(*) from payment_method where removed_at is null and "
                        "reference = 'pm_ok:second' and organization_id = '" +
                        house.customer.toString().toUtf8() + "'"),
           std::int64_t(1));
  QCOMPARE(house.told("payment_method.changed"), std::int64_t(1));
}

QTEST_GUILESS_MAIN(TestProviderHook)
#include "tst_provider_hook.moc"
