// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/journal_listing.h"
#include "services/payments/receipt_export.h"
#include "services/payments/refunds.h"
#include "services/payments/unanswered.h"
#include "tests/services/payments/debt.h"
#include <thread>

using namespace std::chrono_literals;
using namespace tenantry;
using namespace tenantry::tests;

class TestPayments : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void theSimulatorBehavesAsItsMethodSays_data();
  void theSimulatorBehavesAsItsMethodSays();
  void whatIsNoBehaviourIsRefused();
  void anAttemptThatSucceedsPays();
  void BILL_6_theBooksNameNoReferenceOfTheSimulator();
  void aDefiniteAnswerEndsTheAttempt_data();
  void aDefiniteAnswerEndsTheAttempt();
  void anUnknownOutcomeIsAskedForNotChargedAgain_data();
  void anUnknownOutcomeIsAskedForNotChargedAgain();
  void BILL_4_whatHasNoAnswerIsFound();
  void aSilentProviderIsAskedLaterAndLater();
  void killedBetweenRequestAndAnswerItAsks_data();
  void killedBetweenRequestAndAnswerItAsks();
  void twoAtOnceChargeOnce();
  void withoutAMethodNothingIsTried();
  void aTransferPaysAndTheRestIsKept();
  void theBalancePaysTheNextInvoice();
  void theBalancePaysTheOldestOpenInvoice();
  void aTransferOfNothingIsRefused();
};

void TestPayments::theSimulatorBehavesAsItsMethodSays_data() {
  QTest::addColumn<QString>("behaviour");
  QTest::addColumn<int>("answer");
  QTest::addColumn<int>("known");
  QTest::addColumn<QString>("code");
  const auto row = [](const QString &behaviour, ChargeOutcome answer, ChargeOutcome known,
                      const QString &code) {
    QTest::addRow("%s", qPrintable(behaviour))
        << behaviour << static_cast<int>(answer) << static_cast<int>(known) << code;
  };
  row(u"succeeds"_s, ChargeOutcome::Succeeded, ChargeOutcome::Succeeded, {});
  row(u"declines:lost_card"_s, ChargeOutcome::Failed, ChargeOutcome::Failed, u"lost_card"_s);
  row(u"needs_action"_s, ChargeOutcome::NeedsAction, ChargeOutcome::NeedsAction,
      u"authentication_required"_s);
  row(u"times_out"_s, ChargeOutcome::Unknown, ChargeOutcome::Succeeded, {});
  row(u"times_out_then:expired_card"_s, ChargeOutcome::Unknown, ChargeOutcome::Failed,
      u"expired_card"_s);
}

void TestPayments::theSimulatorBehavesAsItsMethodSays() {
  QFETCH(QString, behaviour);
  QFETCH(int, answer);
  QFETCH(int, known);
  BillingHouse house;
  QVERIFY(SimulatorGateway::checkBehaviour(behaviour));
  SimulatorGateway simulator(house.worker.session);
  QVERIFY(simulator.inquire({u"k"_s, {}, {}, {}}).outcome == ChargeOutcome::NotFound);
  const ChargeRequest request{u"k"_s, behaviour, Money(100, *Currency::parse(u"USD"_s)), {}};
  QCOMPARE(static_cast<int>(simulator.charge(request).outcome), answer);
  const auto found = simulator.inquire({u"k"_s, {}, {}, {}});
  QCOMPARE(static_cast<int>(found.outcome), known);
  QTEST(found.declineCode, "code");
  static_cast<void>(simulator.charge(request)); // the same key never charges twice
  QCOMPARE(house.number("select count(*) from simulator_charge"), std::int64_t(1));
}

void TestPayments::whatIsNoBehaviourIsRefused() {
  for (const auto &wrong :
       {u""_s, u"succeed"_s, u"declines"_s, u"declines:"_s, u"times_out_then:"_s}) {
    const auto checked = SimulatorGateway::checkBehaviour(wrong);
    QVERIFY2(!checked, qPrintable(wrong));
    QCOMPARE(checked.error().code, u"payment_method.behaviour_unknown"_s);
  }
}

void TestPayments::anAttemptThatSucceedsPays() {
  Debt debt(u"succeeds"_s);
  const auto attempt = expect(debt.service().charge(debt.customer, debt.invoice));
  QVERIFY(attempt->status == AttemptStatus::Succeeded);
  QCOMPARE(attempt->amount, fee);
  QVERIFY(debt.latest().status == billing::InvoiceStatus::Paid);
  QCOMPARE(debt.latest().paid, fee);
  QCOMPARE(debt.told("payment.succeeded"), std::int64_t(1));
  QCOMPARE(debt.told("invoice.paid"), std::int64_t(1));
  QVERIFY(!expect(debt.service().charge(debt.customer, debt.invoice)));
  QCOMPARE(debt.wire.charges, 1);
  QCOMPARE(debt.attempts().size(), 1u);
  QCOMPARE(debt.wrong(), QString());
}

/// It would lead nowhere.
void TestPayments::BILL_6_theBooksNameNoReferenceOfTheSimulator() {
  Debt debt(u"succeeds"_s);
  QVERIFY(expect(debt.service().charge(debt.customer, debt.invoice))->status ==
          AttemptStatus::Succeeded);
  QVERIFY(!debt.attempts().front().reference.isEmpty()); // what is asked again is asked by it
  int paid = 0;
  for (const auto &row : expect(billing::JournalListing(debt.worker.session).page({})).rows)
    if (row.cause == u"payment.received") {
      QCOMPARE(row.reference, QString());
      QCOMPARE(row.document, debt.latest().number);
      ++paid;
    }
  QCOMPARE(paid, 2);
  const auto today = Zone().dayOf(debt.clock.now());
  QStringList references;
  QVERIFY(expect(payments::readReceipts(
      debt.worker.session, {today - std::chrono::days(1), today + std::chrono::days(1)},
      [&](const payments::Receipt &one) { references += one.reference; })));
  QCOMPARE(references, QStringList(QString()));
}

void TestPayments::aDefiniteAnswerEndsTheAttempt_data() {
  QTest::addColumn<QString>("behaviour");
  QTest::addColumn<QString>("code");
  QTest::newRow("declined") << u"declines:lost_card"_s << u"lost_card"_s;
  QTest::newRow("the customer must act") << u"needs_action"_s << u"authentication_required"_s;
}

void TestPayments::aDefiniteAnswerEndsTheAttempt() {
  QFETCH(QString, behaviour);
  Debt debt(behaviour);
  const auto first = expect(debt.service().charge(debt.customer, debt.invoice));
  QVERIFY(first->status == AttemptStatus::Failed);
  QTEST(first->declineCode, "code");
  QVERIFY(debt.latest().status == billing::InvoiceStatus::Open);
  QCOMPARE(debt.told("invoice.payment_failed"), std::int64_t(1));
  const auto second = expect(debt.service().charge(debt.customer, debt.invoice));
  QCOMPARE(second->number, 2);
  QVERIFY(second->key != first->key); // after a definite answer only
  QCOMPARE(debt.wrong(), QString());
}

void TestPayments::anUnknownOutcomeIsAskedForNotChargedAgain_data() {
  QTest::addColumn<QString>("behaviour");
  QTest::addColumn<bool>("paid");
  QTest::newRow("it was charged") << u"times_out"_s << true;
  QTest::newRow("it was declined") << u"times_out_then:lost_card"_s << false;
}

// BILL-4
void TestPayments::anUnknownOutcomeIsAskedForNotChargedAgain() {
  QFETCH(QString, behaviour);
  QFETCH(bool, paid);
  Debt debt(behaviour);
  const auto attempt = expect(debt.service().charge(debt.customer, debt.invoice));
  QVERIFY(attempt->status == AttemptStatus::Unknown);
  QVERIFY(debt.latest().status == billing::InvoiceStatus::Open);
  const auto again = expect(debt.service().charge(debt.customer, debt.invoice));
  QVERIFY(again->id == attempt->id);
  expect(debt.service().setMethod(debt.customer, u"Other"_s,
                                  u"succeeds"_s)); // no way around it either
  static_cast<void>(expect(debt.service().charge(debt.customer, debt.invoice)));
  QCOMPARE(debt.wire.charges, 1);

  const auto known = expect(debt.service().inquire(debt.customer, attempt->id));
  QVERIFY(known.status == (paid ? AttemptStatus::Succeeded : AttemptStatus::Failed));
  QVERIFY(debt.latest().status ==
          (paid ? billing::InvoiceStatus::Paid : billing::InvoiceStatus::Open));
  static_cast<void>(expect(debt.service().inquire(debt.customer, attempt->id)));
  QCOMPARE(debt.wire.charges, 1);
  QCOMPARE(debt.attempts().size(), 1u);
  QCOMPARE(debt.number("select count(*) from payment"), std::int64_t(paid ? 1 : 0));
  QCOMPARE(debt.wrong(), QString());
}

/// A charge, then a refund of what it paid: each is found for as long as nobody knows of it.
void TestPayments::BILL_4_whatHasNoAnswerIsFound() {
  Debt debt(u"times_out"_s);
  auto &session = debt.worker.session;
  const billing::InvoiceKey key{debt.customer, debt.invoice};
  QVERIFY(!expect(payments::lastTryOf(session, key)));
  const auto attempt = expect(debt.service().charge(debt.customer, debt.invoice));
  const auto found = expect(payments::unanswered(session));
  QCOMPARE(found.size(), std::size_t(1));
  QVERIFY(!found[0].isRefund);
  QCOMPARE(found[0].id, attempt->id.uuid());
  QCOMPARE(found[0].number, debt.latest().number);
  QCOMPARE(found[0].customer, u"One"_s);
  QCOMPARE(found[0].methodLabel, u"Card"_s);
  QCOMPARE(found[0].amount.minor(), fee);
  QVERIFY(found[0].status == AttemptStatus::Unknown);
  QCOMPARE(found[0].since, debt.clock.now());
  auto last = expect(payments::lastTryOf(session, key));
  QVERIFY(last && last->isLive() && !last->isContradicted);
  QCOMPARE(last->methodLabel, u"Card"_s);
  expect(debt.worker.database->adHoc("update payment_attempt set contradicted_at = now()"));
  QVERIFY(expect(payments::unanswered(session)).empty()); // a person has to look at it
  QVERIFY(expect(payments::lastTryOf(session, key))->isContradicted);
  expect(debt.worker.database->adHoc("update payment_attempt set contradicted_at = null"));

  static_cast<void>(expect(debt.service().inquire(debt.customer, attempt->id)));
  QVERIFY(expect(payments::unanswered(session)).empty());
  last = expect(payments::lastTryOf(session, key));
  QVERIFY(last && !last->isLive());
  static_cast<void>(expect(payments::Refunds(session, debt.worker.business)
                               .act({debt.customer, debt.invoice, 500, u"goodwill"_s})));
  const auto back = expect(payments::unanswered(session));
  QCOMPARE(back.size(), std::size_t(1));
  QVERIFY(back[0].isRefund);
  QCOMPARE(back[0].amount.minor(), std::int64_t(500));
  QCOMPARE(back[0].methodLabel, u"Card"_s); // the one that it goes back to
  QVERIFY(back[0].status == AttemptStatus::Pending);
}

void TestPayments::aSilentProviderIsAskedLaterAndLater() {
  Debt debt(u"succeeds"_s);
  Wire dead(debt.worker.session, Wire::State::Dead);
  auto service = debt.serviceOver(dead);
  auto attempt = *expect(service.charge(debt.customer, debt.invoice));
  for (const auto delay : {1min, 5min, 60min, 360min, 1440min, 1440min}) {
    QVERIFY(attempt.status == AttemptStatus::Unknown);
    const auto wait =
        debt.number("select extract(epoch from run_at - '" + toIso(debt.clock.now()).toUtf8() +
                    "')::bigint from job where kind = 'payment.inquire' and state = 'ready'");
    QCOMPARE(wait, std::int64_t(std::chrono::seconds(delay).count()));
    debt.clock.set(debt.clock.now() + delay);
    expect(debt.worker.database->adHoc(
        "delete from job where kind = 'payment.inquire'")); // as the worker takes it
    attempt = expect(service.inquire(debt.customer, attempt.id));
  }
  QCOMPARE(debt.attempts().size(), 1u);
  const auto known = expect(debt.service().inquire(debt.customer, attempt.id));
  QVERIFY(known.status == AttemptStatus::Succeeded); // it never arrived: the same key is used
  QCOMPARE(debt.number("select count(*) from simulator_charge"), std::int64_t(1));
}

void TestPayments::killedBetweenRequestAndAnswerItAsks_data() {
  QTest::addColumn<int>("state");
  QTest::addColumn<int>("chargesOnResume");
  QTest::newRow("the provider had charged") << static_cast<int>(Wire::State::KilledAfter) << 0;
  QTest::newRow("the provider had heard nothing")
      << static_cast<int>(Wire::State::KilledBefore) << 1;
}

void TestPayments::killedBetweenRequestAndAnswerItAsks() {
  QFETCH(int, state);
  Debt debt(u"succeeds"_s);
  Wire broken(debt.worker.session, static_cast<Wire::State>(state));
  bool killed = false;
  try {
    static_cast<void>(debt.serviceOver(broken).charge(debt.customer, debt.invoice));
  } catch (const Wire::Killed &) {
    killed = true;
  }
  QVERIFY(killed);
  QVERIFY(debt.attempts().at(0).status ==
          AttemptStatus::Pending); // written before the provider was asked

  const auto attempt = expect(debt.service().charge(debt.customer, debt.invoice));
  QVERIFY(attempt->status == AttemptStatus::Succeeded);
  QTEST(debt.wire.charges, "chargesOnResume");
  QCOMPARE(debt.attempts().size(), 1u);
  QCOMPARE(debt.number("select count(*) from simulator_charge"), std::int64_t(1));
  QCOMPARE(debt.latest().paid, fee);
}

void TestPayments::twoAtOnceChargeOnce() {
  Debt debt(u"succeeds"_s);
  std::atomic<int> refused = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([&] {
      Worker worker(debt.test, debt.clock);
      SimulatorGateway simulator(worker.session);
      if (!PaymentService(worker.session, worker.business, simulator)
               .charge(debt.customer, debt.invoice))
        ++refused;
    });
  for (auto &thread : threads)
    thread.join();
  QCOMPARE(refused.load(), 0);
  QCOMPARE(debt.attempts().size(), 1u);
  QCOMPARE(debt.number("select count(*) from payment"), std::int64_t(1));
  QCOMPARE(debt.latest().paid, fee);
  QCOMPARE(debt.balance(), std::int64_t(0));
  QCOMPARE(debt.told("payment.succeeded"), std::int64_t(1));
  QCOMPARE(debt.wrong(), QString());
}

void TestPayments::withoutAMethodNothingIsTried() {
  Debt debt;
  QVERIFY(!expect(debt.service().charge(debt.customer, debt.invoice)));
  QVERIFY(debt.attempts().empty());
}

void TestPayments::aTransferPaysAndTheRestIsKept() {
  Debt debt;
  expect(debt.service().receiveTransfer(debt.customer, debt.invoice, 9'900, u"first"_s));
  QVERIFY(debt.latest().status == billing::InvoiceStatus::Open);
  QCOMPARE(debt.latest().amountDue(), std::int64_t(10'000));
  expect(debt.service().receiveTransfer(debt.customer, debt.invoice, 15'100, u"second"_s));
  QVERIFY(debt.latest().status == billing::InvoiceStatus::Paid);
  QCOMPARE(debt.latest().paid, fee);
  QCOMPARE(debt.balance(), std::int64_t(5'100));
  QCOMPARE(debt.number("select sum(amount)::bigint from payment_allocation"), fee);
  const auto ledger = expect(debt.worker.invoices().ledger(debt.customer));
  QCOMPARE(ledger.at(u"cash"_s).begin()->second, std::int64_t(25'000));
  QCOMPARE(ledger.at(u"customer_balance"_s).begin()->second, std::int64_t(-5'100));
  expect(debt.service().receiveTransfer(debt.customer, debt.invoice, 100,
                                        u"third"_s)); // nothing is due any more
  QCOMPARE(debt.balance(), std::int64_t(5'200));
  QCOMPARE(debt.wrong(), QString());
}

void TestPayments::theBalancePaysTheNextInvoice() {
  Debt debt;
  expect(debt.service().receiveTransfer(debt.customer, debt.invoice, fee + 25'000,
                                        u"paid too much"_s));
  debt.clock.set(*parseInstant(u"2026-02-28T00:00:00Z"_s));
  debt.runAll();
  QVERIFY(debt.latest().status ==
          billing::InvoiceStatus::Paid); // with nothing due it is paid at once
  QCOMPARE(debt.latest().balanceApplied, fee);
  QCOMPARE(debt.latest().total, fee);
  QCOMPARE(debt.balance(), std::int64_t(5'100));
  debt.clock.set(*parseInstant(u"2026-03-31T00:00:00Z"_s));
  debt.runAll();
  QVERIFY(debt.latest().status == billing::InvoiceStatus::Open);
  QCOMPARE(debt.latest().amountDue(), fee - 5'100);
  QCOMPARE(debt.balance(), std::int64_t(0));
  QCOMPARE(debt.told("invoice.paid"), std::int64_t(2));
  QCOMPARE(debt.wrong(), QString());
}

void TestPayments::theBalancePaysTheOldestOpenInvoice() {
  Debt debt;
  debt.clock.set(*parseInstant(u"2026-03-31T00:00:00Z"_s));
  debt.runAll();
  expect(debt.service().receiveTransfer(debt.customer, debt.invoice, fee + 20'000, u"for two"_s));
  const auto invoices = expect(debt.worker.invoices().ofOrganization(debt.customer));
  QCOMPARE(invoices.size(), 3u);
  QVERIFY(invoices[1].status == billing::InvoiceStatus::Paid);
  QCOMPARE(invoices[1].balanceApplied, fee);
  QCOMPARE(invoices[2].balanceApplied, std::int64_t(100));
  QCOMPARE(debt.balance(), std::int64_t(0));
  QCOMPARE(debt.wrong(), QString());
}

void TestPayments::aTransferOfNothingIsRefused() {
  Debt debt;
  for (const std::int64_t amount : {0, -1}) {
    const auto received =
        debt.service().receiveTransfer(debt.customer, debt.invoice, amount, u"odd"_s);
    QVERIFY(!received);
    QCOMPARE(received.error().code, u"amount.invalid"_s);
  }
  QCOMPARE(debt.number("select count(*) from payment"), std::int64_t(0));
}

QTEST_GUILESS_MAIN(TestPayments)
#include "tst_payments.moc"
