// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/balance_adjustments.h"
#include "services/payments/credits.h"
#include "services/payments/dunning_service.h"
#include "services/payments/finding_acts.h"
#include "tests/services/api/findings_house.h"

#include <thread>

using namespace std::chrono_literals;
using namespace tenantry;
using namespace tenantry::tests;

/// BILL-6: what a provider did without us gets into the books, once, and out of them again.
class TestFindingActs : public QObject {
  Q_OBJECT

private:
  std::unique_ptr<FindingsHouse> m_house;
  FindingActs acts() { return {m_house->worker.session, m_house->worker.business}; }
  QString find(const QString &kind);
  Result<BookingPicture> book(const QString &as, const QString &seen = {});
  Contradiction only() { return m_house->found().at(0); }

private Q_SLOTS:
  void initTestCase() { m_house = std::make_unique<FindingsHouse>(); }
  void cleanupTestCase() { m_house.reset(); }
  void cleanup() { QCOMPARE(m_house->stripe.objection(), QString()); }
  void BILL_6_theLedgerOfEachWay_data();
  void BILL_6_theLedgerOfEachWay();
  void BILL_6_whatIsWonIsBookedBack_data();
  void BILL_6_whatIsWonIsBookedBack();
  void aBookedRefundThatFailsCameBack();
  void aPartIsBookedAsARefund();
  void whatWasCreditedSinceStays();
  void itIsBookedOnItsOwnDay();
  void otherWaysAreRefused_data();
  void otherWaysAreRefused();
  void theSeenPictureCounts();
  void twoPeopleBookItOnce_data();
  void twoPeopleBookItOnce();
  void newsOfWhatIsBookedChangeNothing();
  void financeBooksIt();
  void theContestedCardIsNotChargedByItself();
  void aRateOfExchangeMayMakeItMore();
  void BILL_5_aReopenedInvoiceHasItsTimeAgain();
};

QString TestFindingActs::find(const QString &kind) {
  auto &house = *m_house;
  if (kind == u"dispute"_s)
    return house.disputed(u"lost"_s);
  return kind == u"refunded_elsewhere"_s ? house.refundedThere(5'000) : house.chargedTwice();
}

Result<BookingPicture> TestFindingActs::book(const QString &as, const QString &seen) {
  return acts().act(m_house->customer, only().id, *parseBookAs(as), u"seen there"_s, seen);
}

void TestFindingActs::BILL_6_theLedgerOfEachWay_data() {
  QTest::addColumn<QString>("kind");
  QTest::addColumn<QStringList>("ledger");
  QTest::addColumn<std::int64_t>("due");
  QTest::addColumn<std::int64_t>("balance");
  const QString deferred = u"deferred_revenue -19900"_s, tax = u"tax_payable -3781"_s;
  QTest::newRow("refund") << u"refunded_elsewhere"_s
                          << QStringList{u"cash 18681"_s, deferred, u"refunds 4202"_s,
                                         u"tax_payable -2983"_s}
                          << std::int64_t(0) << std::int64_t(0);
  QTest::newRow("refund of a dispute") << u"dispute"_s << QStringList{deferred, u"refunds 19900"_s}
                                       << std::int64_t(0) << std::int64_t(0);
  QTest::newRow("reopen") << u"dispute"_s << QStringList{deferred, u"receivable 23681"_s, tax}
                          << std::int64_t(23'681) << std::int64_t(0);
  QTest::newRow("write_off") << u"dispute"_s << QStringList{u"bad_debt 23681"_s, deferred, tax}
                             << std::int64_t(0) << std::int64_t(0);
  QTest::newRow("balance") << u"second_charge"_s
                           << QStringList{u"cash 47362"_s, u"customer_balance -23681"_s, deferred,
                                          tax}
                           << std::int64_t(0) << std::int64_t(23'681);
  QTest::newRow("payout") << u"refunded_elsewhere"_s
                          << QStringList{u"cash 18681"_s, u"customer_balance -1000"_s, deferred,
                                         u"refunds 6000"_s, tax}
                          << std::int64_t(0) << std::int64_t(1'000);
}

void TestFindingActs::BILL_6_theLedgerOfEachWay() {
  QFETCH(QString, kind);
  auto &house = *m_house;
  const auto as = QString::fromLatin1(QTest::currentDataTag()).section(u' ', 0, 0);
  house.beginPaidInGermany();
  if (as == u"payout"_s)
    expect(BalanceAdjustments(house.worker.session, house.worker.business)
               .act({house.customer, Money(6'000, house.debt().currency), u"goodwill"_s}));
  const auto id = find(kind);
  const auto refunds = house.stripe.asked("POST /v1/refunds");
  const auto before = house.ledger();
  const auto picture = expect(acts().preview(house.customer, only().id, *parseBookAs(as)));
  QCOMPARE(house.ledger(), before);
  QTEST(picture.dueAfter, "due");
  QTEST(picture.balanceAfter, "balance");
  QCOMPARE(picture.tax, as == u"refund"_s ? (kind == u"dispute"_s ? 3'781 : 798) : 0);
  QCOMPARE(picture.writtenOff, as == u"write_off"_s ? 23'681 : 0);
  const auto of = only();
  expect(book(as, picture.digest()));
  QTEST(house.ledger(), "ledger");
  QTEST(house.debt().amountDue(), "due");
  QVERIFY(house.found().empty());
  const auto finding = *house.finding(id);
  QVERIFY(finding.state == FindingState::Booked);
  QCOMPARE(finding.bookedAs, as);
  QCOMPARE(acts().act(house.customer, of.id, *parseBookAs(as), u"again"_s, {}).error().code,
           u"payment.not_contradicted"_s);
  QCOMPARE(house.told("payment.finding_booked"), std::int64_t(1));
  house.work();
  QTEST(house.ledger(), "ledger");
  QCOMPARE(house.differences(), QStringList());
  QCOMPARE(house.stripe.asked("POST /v1/refunds"), refunds); // nobody was asked for anything
}

void TestFindingActs::BILL_6_whatIsWonIsBookedBack_data() {
  QTest::addColumn<QStringList>("ledger");
  QTest::addColumn<bool>("isPaid");
  const QStringList asBefore{u"cash 23681"_s, u"deferred_revenue -19900"_s, u"tax_payable -3781"_s};
  QTest::newRow("reopen") << asBefore << true;
  QTest::newRow("write_off") << asBefore << true;
  QTest::newRow("refund") << QStringList{u"cash 23681"_s, u"customer_balance -23681"_s,
                                         u"deferred_revenue -19900"_s, u"refunds 19900"_s}
                          << false;
}

// The bank may take it and give it back long after; told twice it is one time.
void TestFindingActs::BILL_6_whatIsWonIsBookedBack() {
  QFETCH(bool, isPaid);
  auto &house = *m_house;
  house.beginPaidInGermany();
  const auto id = house.disputed(u"needs_response"_s); // the money is gone already
  expect(book(QString::fromLatin1(QTest::currentDataTag())));
  for (int time = 0; time < 2; ++time)
    static_cast<void>(house.disputed(u"won"_s, false, id));
  QTEST(house.ledger(), "ledger");
  QVERIFY(house.finding(id)->state == FindingState::Closed);
  QVERIFY(house.found().empty());
  if (isPaid)
    QVERIFY(house.debt().amountDue() == 0 && house.debt().paid == 23'681);
  QCOMPARE(house.told("payment.received"), std::int64_t(1));
  QCOMPARE(house.told("payment.dispute_ended"), std::int64_t(1));
  QCOMPARE(house.differences(), QStringList());
}

void TestFindingActs::aBookedRefundThatFailsCameBack() {
  auto &house = *m_house;
  house.beginPaidInGermany();
  const auto id = find(u"refunded_elsewhere"_s);
  expect(book(u"refund"_s));
  house.stripe.finish(id, u"failed"_s, u"lost_or_stolen_card"_s);
  for (int time = 0; time < 2; ++time)
    house.hear(u"refund.failed"_s, {{"id", id}});
  QCOMPARE(house.told("payment.refund_returned"), std::int64_t(1)); // as of one that we made
  QCOMPARE(house.ledger(),
           (QStringList{u"cash 23681"_s, u"customer_balance -5000"_s, u"deferred_revenue -19900"_s,
                        u"refunds 4202"_s, u"tax_payable -2983"_s}));
  QVERIFY(house.finding(id)->state == FindingState::Closed);
  QCOMPARE(house.differences(), QStringList());
}

void TestFindingActs::aPartIsBookedAsARefund() {
  auto &house = *m_house;
  house.beginPaidInGermany();
  static_cast<void>(house.disputed(u"lost"_s, true, {}, 5'000));
  QCOMPARE(book(u"reopen"_s).error().code, u"payment.dispute_of_a_part"_s);
  expect(book(u"refund"_s));
  QCOMPARE(house.ledger(), (QStringList{u"cash 18681"_s, u"deferred_revenue -19900"_s,
                                        u"refunds 4202"_s, u"tax_payable -2983"_s}));
  QCOMPARE(house.differences(), QStringList());
}

// The customer has the credit, and owes what it credited: the balance pays that at once.
void TestFindingActs::whatWasCreditedSinceStays() {
  auto &house = *m_house;
  house.beginPaidInGermany();
  expect(Credits(house.worker.session, house.worker.business)
             .act({house.customer, house.invoice, 5'000, u"goodwill"_s}));
  static_cast<void>(find(u"dispute"_s));
  const auto picture = expect(acts().preview(house.customer, only().id, BookAs::Reopen));
  QCOMPARE(picture.balanceBefore, std::int64_t(5'000));
  QCOMPARE(picture.balanceAfter, std::int64_t(0));
  QCOMPARE(picture.dueAfter, std::int64_t(18'681));
  expect(book(u"reopen"_s, picture.digest()));
  QCOMPARE(house.debt().amountDue(), std::int64_t(18'681));
  QCOMPARE(house.differences(), QStringList());
}

// The charge was one until then: its day stays as it was.
void TestFindingActs::itIsBookedOnItsOwnDay() {
  auto &house = *m_house;
  house.beginPaid();
  house.later(48h);
  static_cast<void>(find(u"dispute"_s));
  expect(book(u"reopen"_s));
  const auto daysOf = [&](const QByteArray &cause) {
    return house.number(
        "select (max(business_day) - date '2026-01-01')::bigint from ledger_entry where cause "
        "= '" +
        cause + "' and organization_id = '" + house.customer.toString().toUtf8() + "'");
  };
  QCOMPARE(daysOf("payment.reversed") - daysOf("payment.received"), std::int64_t(2));
}

void TestFindingActs::otherWaysAreRefused_data() {
  QTest::addColumn<QString>("kind");
  QTest::addColumn<QString>("as");
  QTest::addColumn<QString>("code");
  const auto other = u"payment.finding_other_way"_s, early = u"payment.finding_not_moved_yet"_s;
  const auto add = [](const QString &kind, const QString &as, const QString &code) {
    QTest::addRow("%s as %s", qPrintable(kind), qPrintable(as)) << kind << as << code;
  };
  for (const auto &as : {u"balance"_s, u"give_back"_s}) {
    add(u"dispute"_s, as, other);
    add(u"refunded_elsewhere"_s, as, other);
  }
  for (const auto &as : {u"reopen"_s, u"write_off"_s}) {
    add(u"refunded_elsewhere"_s, as, other);
    add(u"second_charge"_s, as, other);
    add(u"inquiry"_s, as, early);
  }
  for (const auto &as : {u"refund"_s, u"payout"_s, u"loss"_s}) {
    add(u"second_charge"_s, as, other);
    add(u"inquiry"_s, as, early);
  }
  add(u"refunded_elsewhere"_s, u"payout"_s, u"balance.insufficient"_s);
}

void TestFindingActs::otherWaysAreRefused() {
  QFETCH(QString, kind);
  QFETCH(QString, as);
  auto &house = *m_house;
  house.beginPaid();
  if (kind == u"inquiry"_s)
    static_cast<void>(house.disputed(u"warning_needs_response"_s, false));
  else
    static_cast<void>(find(kind));
  const auto before = house.ledger();
  const auto seen = acts().preview(house.customer, only().id, *parseBookAs(as));
  QVERIFY(!seen);
  QTEST(seen.error().code, "code");
  QTEST(book(as).error().code, "code");
  QCOMPARE(house.ledger(), before);
  QCOMPARE(house.found().size(), std::size_t(1));
}

void TestFindingActs::theSeenPictureCounts() {
  auto &house = *m_house;
  house.beginPaid();
  static_cast<void>(find(u"dispute"_s));
  const auto seen = expect(acts().preview(house.customer, only().id, BookAs::Reopen)).digest();
  expect(BalanceAdjustments(house.worker.session, house.worker.business)
             .act({house.customer, Money(700, house.debt().currency), u"goodwill"_s}));
  QCOMPARE(book(u"reopen"_s, seen).error().code, u"payment.picture_changed"_s);
  QVERIFY(house.debt().status == billing::InvoiceStatus::Paid);
  expect(book(u"reopen"_s));
  QCOMPARE(house.debt().amountDue(), fee - 700);
  QCOMPARE(house.differences(), QStringList());
}

void TestFindingActs::twoPeopleBookItOnce_data() {
  QTest::addColumn<QString>("kind");
  QTest::newRow("refund") << u"refunded_elsewhere"_s;
  QTest::newRow("reopen") << u"dispute"_s;
  QTest::newRow("balance") << u"second_charge"_s;
  QTest::newRow("give_back") << u"second_charge"_s;
}

void TestFindingActs::twoPeopleBookItOnce() {
  QFETCH(QString, kind);
  auto &house = *m_house;
  house.beginPaid();
  static_cast<void>(find(kind));
  const auto id = only().id;
  const auto as = *parseBookAs(QString::fromLatin1(QTest::currentDataTag()));
  std::atomic<int> done = 0, late = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([&] {
      Worker worker(house.test, house.clock);
      const auto booked =
          FindingActs(worker.session, worker.business).act(house.customer, id, as, {});
      if (booked)
        ++done;
      else if (booked.error().code == "payment.not_contradicted"_L1)
        ++late;
    });
  for (auto &thread : threads)
    thread.join();
  QCOMPARE(done.load(), 1);
  QCOMPARE(late.load(), 3);
  QCOMPARE(house.told("payment.finding_booked"), std::int64_t(1));
  house.work();
  QCOMPARE(house.differences(), QStringList());
}

void TestFindingActs::newsOfWhatIsBookedChangeNothing() {
  auto &house = *m_house;
  house.beginPaid();
  const auto dispute = house.disputed(u"needs_response"_s);
  expect(book(u"write_off"_s));
  const auto refund = house.refundedThere(5'000); // of what is no payment of ours any more
  QCOMPARE(book(u"refund"_s).error().code, u"payment.finding_pays_nothing"_s);
  const auto ledger = house.ledger();
  static_cast<void>(house.disputed(u"lost"_s, true, dispute));
  house.hear(u"charge.refunded"_s, {{"id", "ch_1"}, {"payment_intent", house.intentId}});
  house.hear(u"refund.updated"_s, {{"id", refund}});
  QVERIFY(house.finding(dispute)->state == FindingState::Booked);
  QCOMPARE(house.ledger(), ledger);
  QCOMPARE(house.found().size(), std::size_t(1));
  expect(settleByHand(house.worker.session, house.worker.business, only(), false, u"no"_s));
}

void TestFindingActs::financeBooksIt() {
  auto &house = *m_house;
  for (const auto &[kind, as] : {std::pair{u"refunded_elsewhere"_s, BookAs::Refund},
                                 {u"dispute"_s, BookAs::WriteOff},
                                 {u"second_charge"_s, BookAs::Balance},
                                 {u"second_charge"_s, BookAs::GiveBack}}) {
    house.beginPaid();
    static_cast<void>(find(kind));
    const auto login = house.test.connect(u"finance"_s);
    store::Session session{*login, house.clock, u"finance"_s};
    expect(FindingActs(session, house.worker.business).act(house.customer, only().id, as, {}));
    QVERIFY(house.found().empty());
    house.work();
    QCOMPARE(house.differences(), QStringList());
  }
}

// BILL-5: it was declined before it was paid, so that dunning would try it again.
void TestFindingActs::theContestedCardIsNotChargedByItself() {
  auto &house = *m_house;
  house.begin(u"pm_declines:insufficient_funds"_s);
  static_cast<void>(house.charge());
  house.give(house.customer, u"pm_ok"_s);
  QVERIFY(house.charge().status == AttemptStatus::Succeeded);
  house.intentId = house.attempts().back().reference;
  house.paid = fee;
  static_cast<void>(house.disputed(u"lost"_s));
  const auto posts = house.chargePosts();
  expect(book(u"reopen"_s));
  for (int day = 0; day < 4; ++day) {
    house.work();
    house.later(24h);
  }
  house.work();
  QCOMPARE(house.chargePosts(), posts);
  QVERIFY(house.debt().status == billing::InvoiceStatus::Open);
  house.give(house.customer, u"pm_ok:another"_s); // the customer has another card by now
  house.work();
  QVERIFY(house.debt().status == billing::InvoiceStatus::Paid);
  QCOMPARE(house.differences(), QStringList());
}

void TestFindingActs::aRateOfExchangeMayMakeItMore() {
  auto &house = *m_house;
  house.beginPaid();
  static_cast<void>(house.disputed(u"lost"_s, true, {}, fee + 300));
  expect(book(u"reopen"_s));
  QCOMPARE(house.debt().amountDue(), fee);
  QCOMPARE(house.differences(), QStringList());
}

// Disputes come months after the charge: what is due counts from the day on which it was taken.
void TestFindingActs::BILL_5_aReopenedInvoiceHasItsTimeAgain() {
  auto &house = *m_house;
  house.beginPaid();
  static_cast<void>(house.disputed(u"lost"_s));
  house.later(24h * 90);
  expect(book(u"reopen"_s));
  DunningService dunning(house.worker.session, house.worker.business);
  const auto isOpen = [&] {
    expect(dunning.follow(house.customer, house.invoice));
    return house.debt().status == billing::InvoiceStatus::Open;
  };
  QVERIFY(isOpen());
  QCOMPARE(house.told("subscription.suspended"), std::int64_t(0));
  house.later(24h * 8);
  QVERIFY(isOpen());
  QCOMPARE(house.told("subscription.suspended"), std::int64_t(1));
  QCOMPARE(house.told("subscription.cancelled"), std::int64_t(0));
  house.later(24h * 23);
  QVERIFY(!isOpen());
}

QTEST_GUILESS_MAIN(TestFindingActs)
#include "tst_finding_acts.moc"
