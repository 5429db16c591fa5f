// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/refunds.h"
#include "tests/services/payments/stripe_house.h"

using namespace std::chrono_literals;
using namespace tenantry;
using namespace tenantry::tests;

/// Invoices that are charged at Stripe, over a wire that breaks.
class TestStripePayments : public QObject {
  Q_OBJECT

private:
  std::unique_ptr<StripeHouse> m_house;

private Q_SLOTS:
  void initTestCase() { m_house = std::make_unique<StripeHouse>(); }
  void cleanupTestCase() { m_house.reset(); }
  void whateverBecomesOfTheAnswerItIsOneCharge_data();
  void whateverBecomesOfTheAnswerItIsOneCharge();
  void aDeclineEndsTheAttempt_data();
  void aDeclineEndsTheAttempt();
  void whatIsProcessingIsAskedAbout();
  void whatContradictsWaitsForAPerson();
  void aKeyThatWasUsedForSomethingElseStops();
  void withoutStripeItsAttemptsStayUnknown();
  void theSimulatorGoesOnBesideIt();
  void moneyAfterAFailureIsTaken();
  void aRefundIsGivenBackOnce_data();
  void aRefundIsGivenBackOnce();
};

void TestStripePayments::whateverBecomesOfTheAnswerItIsOneCharge_data() {
  QTest::addColumn<bool>("isNextDay");
  for (const auto *method : {"pm_drop", "pm_drop_unheard", "pm_silent", "pm_500", "pm_500_unheard",
                             "pm_409", "pm_429", "pm_401", "pm_garbage"}) {
    QTest::addRow("%s, asked again at once", method) << false;
    QTest::addRow("%s, asked again when the key is forgotten", method) << true;
  }
}

// BILL-4
void TestStripePayments::whateverBecomesOfTheAnswerItIsOneCharge() {
  QFETCH(bool, isNextDay);
  auto &house = *m_house;
  house.begin(QString::fromLatin1(QTest::currentDataTag()).section(u',', 0, 0));
  const auto first = house.charge();
  QVERIFY(first.status == AttemptStatus::Unknown);
  QVERIFY(house.charge().id == first.id); // no way around it
  QCOMPARE(house.waiting("payment.inquire"), std::int64_t(1));
  if (isNextDay) {
    house.later(25h);
    house.stripe.forgetKeys();
  }
  QVERIFY(house.inquire(first).status == AttemptStatus::Succeeded);
  QVERIFY(house.inquire(first).status == AttemptStatus::Succeeded);
  QCOMPARE(house.charges(), 1);
  QVERIFY(house.debt().status == billing::InvoiceStatus::Paid);
  QCOMPARE(house.told("payment.succeeded"), std::int64_t(1));
  QCOMPARE(house.attempts().at(0).reference, house.intents().at(0)["id"].get<QString>());
  QCOMPARE(house.wrong(), QString());
}

void TestStripePayments::aDeclineEndsTheAttempt_data() {
  QTest::addColumn<bool>("isRetried");
  QTest::newRow("pm_declines:insufficient_funds") << true;
  QTest::newRow("pm_declines:do_not_honor") << true;
  QTest::newRow("pm_declines:lost_card") << false;
  QTest::newRow("pm_auth") << false;
  QTest::newRow("pm_small") << false;
  QTest::newRow("pm_missing") << false;
}

// BILL-5
void TestStripePayments::aDeclineEndsTheAttempt() {
  auto &house = *m_house;
  house.begin(QString::fromLatin1(QTest::currentDataTag()));
  const auto attempt = house.charge();
  QVERIFY(attempt.status == AttemptStatus::Failed);
  QCOMPARE(house.told("invoice.payment_failed"), std::int64_t(1));
  const auto isSoon = house.number(
      "select count(*) from job where state = 'ready' and kind = 'payment.dunning' and key = '" +
      house.invoice.toString().toUtf8() + "' and run_at = '" +
      toIso(house.clock.now() + 72h).toUtf8() + "'");
  QTEST(isSoon == 1, "isRetried");
  QCOMPARE(house.charges(), 0);
  QCOMPARE(house.wrong(), QString());
}

void TestStripePayments::whatIsProcessingIsAskedAbout() {
  auto &house = *m_house;
  house.begin(u"pm_processing"_s);
  const auto attempt = house.charge();
  QVERIFY(attempt.status == AttemptStatus::Unknown);
  const auto intent = house.intents().at(0)["id"].get<QString>();
  QCOMPARE(house.attempts().at(0).reference, intent);
  QVERIFY(house.inquire(attempt).status == AttemptStatus::Unknown);
  house.stripe.finish(intent, u"failed"_s, u"insufficient_funds"_s);
  const auto known = house.inquire(attempt);
  QVERIFY(known.status == AttemptStatus::Failed);
  QCOMPARE(known.declineCode, u"insufficient_funds"_s);
  QCOMPARE(house.chargePosts(), 1);
}

void TestStripePayments::whatContradictsWaitsForAPerson() {
  auto &house = *m_house;
  house.begin(u"pm_other_amount"_s);
  const auto attempt = house.charge();
  QVERIFY(attempt.status == AttemptStatus::Unknown);
  QCOMPARE(attempt.declineCode, u"amount_mismatch"_s);
  QCOMPARE(house.waiting("payment.inquire"), std::int64_t(0)); // nobody asks again
  QVERIFY(house.charge().id == attempt.id);
  static_cast<void>(house.inquire(attempt));
  QCOMPARE(house.told("payment.contradicted"), std::int64_t(1));
  QCOMPARE(house.chargePosts(), 1);
  QVERIFY(house.debt().status == billing::InvoiceStatus::Open);
  QCOMPARE(house.told("payment.succeeded"), std::int64_t(0));
}

void TestStripePayments::aKeyThatWasUsedForSomethingElseStops() {
  auto &house = *m_house;
  house.begin(u"pm_ok"_s);
  const auto key = u"pay:%1:1"_s.arg(house.invoice.toString());
  const auto other = house.client->post(u"/v1/payment_intents"_s,
                                        {{u"amount"_s, u"1"_s},
                                         {u"currency"_s, u"usd"_s},
                                         {u"payment_method"_s, u"pm_declines:lost_card"_s}},
                                        key);
  QCOMPARE(other.status, 402);
  const auto attempt = house.charge();
  QVERIFY(attempt.status == AttemptStatus::Unknown);
  QCOMPARE(attempt.declineCode, u"idempotency_error"_s);
  QVERIFY(house.charge().id == attempt.id);
  QCOMPARE(house.attempts().size(), 1u);
  QCOMPARE(house.waiting("payment.inquire"), std::int64_t(0));
  QCOMPARE(house.told("payment.contradicted"), std::int64_t(1));
  QCOMPARE(house.charges(), 0);
}

void TestStripePayments::withoutStripeItsAttemptsStayUnknown() {
  auto &house = *m_house;
  house.begin(u"pm_ok"_s);
  const auto alone = scenarios::simulatorGateways()(house.worker.session);
  const auto attempt = *expect(PaymentService(house.worker.session, house.worker.business, *alone)
                                   .charge(house.customer, house.invoice));
  QVERIFY(attempt.status == AttemptStatus::Unknown);
  QCOMPARE(house.number("select count(*) from simulator_charge where idempotency_key = '" +
                        attempt.key.toUtf8() + "'"),
           std::int64_t(0));
  QVERIFY(house.inquire(attempt).status == AttemptStatus::Succeeded);
  QCOMPARE(house.charges(), 1);
}

void TestStripePayments::theSimulatorGoesOnBesideIt() {
  auto &house = *m_house;
  house.begin();
  expect(house.service().setMethod(house.customer, u"Card"_s, u"succeeds"_s));
  QVERIFY(house.charge().status == AttemptStatus::Succeeded);
  QCOMPARE(house.chargePosts(), 0);
}

void TestStripePayments::moneyAfterAFailureIsTaken() {
  auto &house = *m_house;
  house.begin(u"pm_declines:insufficient_funds"_s);
  const auto attempt = house.charge();
  QVERIFY(attempt.status == AttemptStatus::Failed);
  const auto learn = [&](const ChargeAnswer &answer) {
    return expect(house.service().learn(house.attempts().at(0), answer)).status;
  };
  for (const auto outcome : {ChargeOutcome::Failed, ChargeOutcome::Unknown})
    QVERIFY(learn({outcome, u"insufficient_funds"_s, {}}) == AttemptStatus::Failed);
  QCOMPARE(house.told("payment.failed"), std::int64_t(1)); // it is not told again
  for (const auto outcome : {ChargeOutcome::Succeeded, ChargeOutcome::Succeeded,
                             ChargeOutcome::Failed, ChargeOutcome::Contradicted})
    QVERIFY(learn({outcome, {}, {}}) == AttemptStatus::Succeeded);
  QVERIFY(house.debt().status == billing::InvoiceStatus::Paid);
  QCOMPARE(house.told("payment.succeeded"), std::int64_t(1));
  QCOMPARE(house.wrong(), QString());
}

void TestStripePayments::aRefundIsGivenBackOnce_data() {
  QTest::addColumn<bool>("isAtOnce");
  QTest::newRow("pm_ok") << true;
  QTest::newRow("pm_refund_drop") << false;
  QTest::newRow("pm_refund_500") << false;
  QTest::newRow("pm_refund_pending") << false;
}

// BILL-6
void TestStripePayments::aRefundIsGivenBackOnce() {
  auto &house = *m_house;
  house.begin(QString::fromLatin1(QTest::currentDataTag()));
  QVERIFY(house.charge().status == AttemptStatus::Succeeded);
  Refunds refunds(house.worker.session, house.worker.business);
  const auto refund =
      expect(refunds.act({house.customer, house.invoice, fee, u"unhappy"_s, {}})).at(0);
  const auto follow = [&] {
    return expect(refunds.follow(*house.gateway, house.customer, refund.id));
  };
  QTEST(follow().status == RefundStatus::Succeeded, "isAtOnce");
  const auto made = house.stripe.refundList().back();
  QCOMPARE(made["metadata"]["refund"].get<QString>(), refund.id.toString());
  if (made["status"] == "pending") {
    QVERIFY(follow().status == RefundStatus::Unknown);
    house.stripe.finish(made["id"].get<QString>(), u"succeeded"_s);
  }
  QVERIFY(follow().status == RefundStatus::Succeeded);
  QCOMPARE(house.refundPosts(), 1);
  QCOMPARE(house.told("payment.refunded"), std::int64_t(1));
}

QTEST_GUILESS_MAIN(TestStripePayments)
#include "tst_stripe_payments.moc"
