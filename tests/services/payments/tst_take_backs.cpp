// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/books.h"
#include "services/payments/adjustment.h"
#include "services/payments/credits.h"
#include "services/payments/refunds.h"
#include "services/payments/take_backs.h"
#include "tests/services/payments/desk.h"
#include <thread>

using namespace tenantry;
using namespace tenantry::tests;

/// Taking back what was recorded by hand and never came (BILL-4, BILL-6).
class TestTakeBacks : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void BILL_6_allIsAsBefore_data();
  void BILL_6_allIsAsBefore();
  void BILL_4_whatMovedOnIsRefused_data();
  void BILL_4_whatMovedOnIsRefused();
  void BILL_4_whatCameOtherwiseIsRefused_data();
  void BILL_4_whatCameOtherwiseIsRefused();
  void BILL_6_aClosedMonthStaysAsItIs();
  void BILL_4_fourPeopleDoItOnce();
  void theSeenPictureCounts();
};

namespace {

struct Hand : Desk {
  TakeBacks backs() { return {worker.session, worker.business}; }
  PaymentId record(std::int64_t amount, std::size_t nth = 0, const QString &day = {}) {
    Transfer transfer{customer, invoices()[nth].id, Money(amount, latest().currency), u"typed"_s,
                      makeId<PaymentId>(clock.now())};
    if (!day.isEmpty())
      transfer.receivedOn = *parseDay(day);
    static_cast<void>(expect(Transfers(worker.session, worker.business).act(transfer)));
    return transfer.id;
  }
  RecordedPayment of(const PaymentId &payment) { return {customer, payment, u"a typo"_s}; }
  PaymentId only() {
    return expect(worker.database->adHoc("select payment_id from payment"))[0].get<PaymentId>(0);
  }
};

} // namespace

void TestTakeBacks::BILL_6_allIsAsBefore_data() {
  QTest::addColumn<std::int64_t>("before"); // what was paid of the first one before
  QTest::addColumn<std::int64_t>("amount");
  QTest::addColumn<QString>("day");
  const auto row = [](const char *name, std::int64_t before, std::int64_t amount,
                      const QString &day = {}) { QTest::newRow(name) << before << amount << day; };
  row("BILL-6 what was due", 0, fee);
  row("BILL-6 the rest", 700, fee - 700);
  row("BILL-6 a part", 0, 1'000);
  row("BILL-6 too much, which pays the other", 0, fee + 300);
  row("BILL-6 too much for both", 0, 3 * fee);
  row("BILL-6 of one that is paid", fee, 500);
  row("BILL-6 on a day before", 0, fee, u"2026-02-10"_s);
  row("BILL-6 before it was issued", 0, fee + 300, u"2026-01-10"_s);
}

void TestTakeBacks::BILL_6_allIsAsBefore() {
  QFETCH(std::int64_t, before);
  QFETCH(std::int64_t, amount);
  QFETCH(QString, day);
  Hand hand;
  if (before > 0)
    expect(hand.service().receiveTransfer(hand.customer, hand.invoices()[0].id, before, {}));
  const auto standing = hand.standing();
  const auto payment = hand.record(amount, 0, day);
  QVERIFY(hand.standing() != standing);
  QVERIFY(!expect(hand.backs().isTakenBack(hand.customer, payment)));
  const auto picture = expect(hand.backs().preview(hand.of(payment)));
  static_cast<void>(expect(hand.backs().act(hand.of(payment), picture.digest())));
  QCOMPARE(hand.standing(), standing);
  QCOMPARE(hand.balance(), picture.balanceAfter); // the preview is exact
  for (const auto &one : picture.invoices)
    QCOMPARE(expect(hand.worker.invoices().find(hand.customer, one.invoice)).amountDue(),
             one.dueAfter);
  QVERIFY(expect(hand.backs().isTakenBack(hand.customer, payment)));
  QCOMPARE(hand.number("select count(*) from payment_reversal"), std::int64_t(1));
  QCOMPARE(hand.number("select count(*) from event where type = 'payment.reversed' and "
                       "payload ->> 'reason' = 'a typo'"),
           std::int64_t(1));
  // No day has money that never came.
  QCOMPARE(hand.number("select count(*) from (select business_day from ledger_entry where account "
                       "= 'cash' and document_id = '" +
                       payment.toString().toLatin1() +
                       "' group by 1 having sum(amount) <> 0) as wrong"),
           std::int64_t(0));
  QCOMPARE(hand.backs().preview(hand.of(payment)).error().code, u"payment.taken_back"_s);
  QCOMPARE(hand.backs().act(hand.of(payment)).error().code, u"payment.taken_back"_s);
  QCOMPARE(hand.differences(), QStringList());
}

void TestTakeBacks::BILL_4_whatMovedOnIsRefused_data() {
  QTest::addColumn<QString>("code");
  QTest::newRow("BILL-4 a part was given back") << u"bank.assignment_refunded"_s;
  QTest::newRow("BILL-4 it was credited to the balance") << u"bank.assignment_credited"_s;
  QTest::newRow("BILL-4 the balance was paid out") << u"bank.assignment_used"_s;
  QTest::newRow("BILL-4 the balance has paid another since") << u"bank.assignment_used"_s;
}

void TestTakeBacks::BILL_4_whatMovedOnIsRefused() {
  QFETCH(QString, code);
  const QByteArray what(QTest::currentDataTag());
  Hand hand;
  auto &worker = hand.worker;
  const auto invoice = hand.invoices()[0].id;
  const auto payment = hand.record(what.contains("balance was") ? 2 * fee + 500
                                   : what.contains("has paid")  ? 2 * fee + 300
                                                                : fee);
  if (what.contains("given back"))
    static_cast<void>(expect(
        Refunds(worker.session, worker.business).act({hand.customer, invoice, 100, u"asked"_s})));
  else if (what.contains("credited"))
    static_cast<void>(expect(
        Credits(worker.session, worker.business).act({hand.customer, invoice, 100, u"asked"_s})));
  else if (what.contains("paid out"))
    expect(adjustBalance(worker.session, worker.business, hand.customer,
                         Money(-200, hand.latest().currency), u"paid out"_s));
  else {
    hand.clock.set(*parseInstant(u"2026-03-31T10:00:00Z"_s));
    hand.runAll();
    QVERIFY(hand.balance() < 300); // the invoice of March took it
  }
  const auto before = hand.standing();
  QCOMPARE(hand.backs().preview(hand.of(payment)).error().code, code);
  QCOMPARE(hand.backs().act(hand.of(payment)).error().code, code);
  QCOMPARE(hand.standing(), before);
  QCOMPARE(hand.differences(), QStringList());
}

void TestTakeBacks::BILL_4_whatCameOtherwiseIsRefused_data() {
  QTest::addColumn<QString>("code");
  QTest::newRow("BILL-4 by an entry of the bank") << u"payment.not_by_hand"_s;
  QTest::newRow("BILL-4 through a provider") << u"payment.not_by_hand"_s;
  QTest::newRow("BILL-4 with an import") << u"payment.not_by_hand"_s;
  QTest::newRow("BILL-4 not at all") << u"payment.not_found"_s;
  QTest::newRow("BILL-4 without a reason") << u"payment.reason_missing"_s;
}

void TestTakeBacks::BILL_4_whatCameOtherwiseIsRefused() {
  QFETCH(QString, code);
  const QByteArray what(QTest::currentDataTag());
  Hand hand;
  RecordedPayment recorded{hand.customer, PaymentId(QUuid::createUuid()), u"a typo"_s};
  if (what.contains("bank")) {
    expect(hand.desk().assign(hand.came(fee).id, {{hand.customer, hand.invoice, fee}}));
    recorded.payment = hand.only();
  } else if (what.contains("provider")) {
    expect(hand.service().setMethod(hand.customer, u"Card"_s, u"succeeds"_s));
    static_cast<void>(expect(hand.service().charge(hand.customer, hand.invoice)));
    recorded.payment = hand.only();
  } else if (what.contains("import")) {
    expect(hand.test.connect()->adHoc(
        "insert into payment (organization_id, payment_id, source, amount, currency, received_at) "
        "select organization_id, gen_random_uuid(), 'imported', 100, 'USD', now() "
        "from organization limit 1"));
    recorded.payment = hand.only();
  } else if (what.contains("reason")) {
    recorded.payment = hand.record(fee);
    recorded.reason = u"  "_s;
  }
  QCOMPARE(hand.backs().act(recorded).error().code, code);
  QCOMPARE(hand.number("select count(*) from payment_reversal"), std::int64_t(0));
  for (const auto &payment :
       expect(moneyOf(hand.worker.session, hand.customer, hand.invoice)).payments)
    QCOMPARE(payment.isRecorded, what.contains("reason"));
}

void TestTakeBacks::BILL_6_aClosedMonthStaysAsItIs() {
  Hand hand;
  const auto payment = hand.record(fee);
  hand.clock.set(*parseInstant(u"2026-03-05T10:00:00Z"_s));
  static_cast<void>(expect(
      billing::closeMonth(hand.worker.session, hand.worker.business, std::chrono::year{2026} / 2)));
  const QByteArray inFebruary(
      "select count(*) from ledger_entry where business_day < '2026-03-01'");
  const auto before = hand.number(inFebruary);
  static_cast<void>(expect(hand.backs().act(hand.of(payment))));
  QCOMPARE(hand.number(inFebruary), before);
  QCOMPARE(hand.number("select count(*) from ledger_entry where cause = 'payment.reversed' and "
                       "business_day = '2026-03-01'"),
           std::int64_t(2));
  QCOMPARE(hand.differences(), QStringList());
}

void TestTakeBacks::BILL_4_fourPeopleDoItOnce() {
  Hand hand;
  const auto payment = hand.record(fee);
  std::atomic<int> done = 0, late = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([&] {
      Worker worker(hand.test, hand.clock);
      const auto undone = TakeBacks(worker.session, worker.business).act(hand.of(payment));
      if (undone)
        ++done;
      else if (undone.error().code == "payment.taken_back"_L1)
        ++late;
    });
  for (auto &thread : threads)
    thread.join();
  QCOMPARE(done.load(), 1);
  QCOMPARE(late.load(), 3);
  QCOMPARE(hand.number("select count(*) from payment_reversal"), std::int64_t(1));
  QCOMPARE(hand.differences(), QStringList());
}

void TestTakeBacks::theSeenPictureCounts() {
  Hand hand;
  const auto payment = hand.record(fee);
  const auto picture = expect(hand.backs().preview(hand.of(payment)));
  expect(adjustBalance(hand.worker.session, hand.worker.business, hand.customer,
                       Money(fee + 50, hand.latest().currency), u"given"_s)); // pays the other one
  QCOMPARE(hand.backs().act(hand.of(payment), picture.digest()).error().code,
           u"payment.picture_changed"_s);
  QCOMPARE(hand.number("select count(*) from payment_reversal"), std::int64_t(0));
}

QTEST_GUILESS_MAIN(TestTakeBacks)
#include "tst_take_backs.moc"
