// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/contradictions.h"
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
  void aPayerWhomNobodyKnowsStops();
  void aKeyThatWasUsedForSomethingElseStops();
  void aLostCancellationStillWaitsForTheCustomer();
  void whatNeverArrivedIsAskedForOnlyWhileDue_data();
  void whatNeverArrivedIsAskedForOnlyWhileDue();
  void whatNobodyAsksAboutIsAskedAbout();
  void moneyForAVoidInvoiceIsTheCustomers();
  void withoutStripeNothingIsBegun();
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

void TestStripePayments::aPayerWhomNobodyKnowsStops() {
  auto &house = *m_house;
  house.begin(u"pm_payer_gone"_s);
  const auto attempt = house.charge();
  QVERIFY(attempt.status == AttemptStatus::Unknown);
  QCOMPARE(attempt.declineCode, u"customer_missing"_s);
  QCOMPARE(house.told("payment.contradicted"), std::int64_t(1));
  QCOMPARE(house.told("invoice.payment_failed"), std::int64_t(0));
}

// What we cancelled because the customer has to act is no soft decline, whoever tells of it.
void TestStripePayments::aLostCancellationStillWaitsForTheCustomer() {
  auto &house = *m_house;
  house.begin(u"pm_acts_cancel_drop"_s);
  const auto attempt = house.charge();
  QVERIFY(attempt.status == AttemptStatus::Unknown);
  const auto known = house.inquire(attempt);
  QVERIFY(known.status == AttemptStatus::Failed);
  QCOMPARE(known.declineCode, u"authentication_required"_s);
}

void TestStripePayments::whatNeverArrivedIsAskedForOnlyWhileDue_data() {
  QTest::addColumn<std::int64_t>("paidMeanwhile");
  QTest::addColumn<int>("charges");
  QTest::newRow("paid otherwise") << fee << 0;
  QTest::newRow("paid in part") << fee - 500 << 1; // what is left, as an attempt of its own
  QTest::newRow("not paid") << std::int64_t(0) << 1;
}

// BILL-4: an attempt asks for what was due when it began.
void TestStripePayments::whatNeverArrivedIsAskedForOnlyWhileDue() {
  QFETCH(std::int64_t, paidMeanwhile);
  auto &house = *m_house;
  house.begin(u"pm_drop_unheard"_s);
  const auto attempt = house.charge();
  QVERIFY(attempt.status == AttemptStatus::Unknown);
  if (paidMeanwhile > 0)
    expect(house.service().receiveTransfer(house.customer, house.invoice, paidMeanwhile, u"T"_s));
  const auto known = house.inquire(attempt);
  QVERIFY(known.status ==
          (paidMeanwhile > 0 ? AttemptStatus::Withdrawn : AttemptStatus::Succeeded));
  if (known.status == AttemptStatus::Withdrawn) {
    QCOMPARE(house.waiting("payment.charge"), std::int64_t(1));
    expect(house.service().charge(house.customer, house.invoice, 2));
    static_cast<void>(house.inquire(house.attempts().back())); // this line breaks once for each key
  }
  QTEST(house.charges(), "charges");
  QVERIFY(house.debt().status == billing::InvoiceStatus::Paid);
  QCOMPARE(house.told("invoice.payment_failed"), std::int64_t(0)); // the customer did nothing wrong
  QCOMPARE(house.told("payment.withdrawn"), std::int64_t(paidMeanwhile > 0 ? 1 : 0));
  QVERIFY(expect(house.worker.invoices().balance(house.customer)).empty()); // nothing too much
  QCOMPARE(house.wrong(), QString());
}

// Who began it at a customer's page was killed before the answer: no job knows of it.
void TestStripePayments::whatNobodyAsksAboutIsAskedAbout() {
  auto &house = *m_house;
  house.begin(u"pm_ok"_s);
  const auto silent = std::make_unique<Wire>(house.worker.session, Wire::State::KilledBefore);
  expect(house.service().setMethod(house.customer, u"Card"_s, u"succeeds"_s));
  PaymentService killed(house.worker.session, house.worker.business, *silent);
  QVERIFY_THROWS_EXCEPTION(Wire::Killed,
                           static_cast<void>(killed.charge(house.customer, house.invoice)));
  const auto attempts = [&] { return house.attempts(); };
  QVERIFY(attempts().at(0).status == AttemptStatus::Pending);
  expect(sweepPayments(house.worker.session));
  QCOMPARE(house.waiting("payment.inquire"), std::int64_t(0)); // it may still be on its way
  house.later(1h);
  expect(sweepPayments(house.worker.session));
  expect(sweepPayments(house.worker.session));
  QCOMPARE(house.waiting("payment.inquire"), std::int64_t(1));
  QVERIFY(house.inquire(attempts().at(0)).status == AttemptStatus::Succeeded);
}

void TestStripePayments::moneyForAVoidInvoiceIsTheCustomers() {
  auto &house = *m_house;
  house.begin(u"pm_declines:insufficient_funds"_s);
  const auto attempt = house.charge();
  QVERIFY(attempt.status == AttemptStatus::Failed);
  expect(billing::Corrections(house.worker.session, house.worker.business)
             .voidInvoice(house.customer, house.invoice));
  QVERIFY(expect(house.service().learn(house.attempts().at(0), {ChargeOutcome::Succeeded, {}, {}}))
              .status == AttemptStatus::Succeeded);
  QVERIFY(house.debt().status == billing::InvoiceStatus::Void);
  QCOMPARE(expect(house.worker.invoices().balance(house.customer)).begin()->second, fee);
  QCOMPARE(house.wrong(), QString());
}

// Whoever has the key does it: nothing is counted, written or lost.
void TestStripePayments::withoutStripeNothingIsBegun() {
  auto &house = *m_house;
  house.begin(u"pm_drop_unheard"_s);
  const auto alone = scenarios::simulatorGateways()(house.worker.session);
  PaymentService without(house.worker.session, house.worker.business, *alone);
  QCOMPARE(without.charge(house.customer, house.invoice).error().code,
           u"payment.provider_absent"_s);
  QVERIFY(house.attempts().empty());
  const auto attempt = house.charge();
  QCOMPARE(without.inquire(house.customer, attempt.id).error().code, u"payment.provider_absent"_s);
  QCOMPARE(house.attempts().at(0).inquiries, 1);
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
