// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/journal_listing.h"
#include "services/payments/balance_adjustments.h"
#include "services/payments/credits.h"
#include "services/payments/figure_rows.h"
#include "services/payments/finding_acts.h"
#include "services/payments/receipt_export.h"
#include "tests/services/api/findings_house.h"

using namespace std::chrono_literals;
using namespace tenantry;
using namespace tenantry::tests;

/// BILL-6: what a provider took is booked, though the money went on meanwhile.
class TestLostDisputes : public QObject {
  Q_OBJECT

private:
  std::unique_ptr<FindingsHouse> m_house;
  FindingActs acts() { return {m_house->worker.session, m_house->worker.business}; }
  Contradiction only() { return m_house->found().at(0); }
  Result<BookingPicture> book(const QString &as, const QString &seen = {}) {
    return acts().act(m_house->customer, only().id, *parseBookAs(as), u"seen there"_s, seen);
  }

private Q_SLOTS:
  void initTestCase() { m_house = std::make_unique<FindingsHouse>(); }
  void cleanupTestCase() { m_house.reset(); }
  void cleanup() { QCOMPARE(m_house->stripe.objection(), QString()); }
  void BILL_6_whatTheBalancePaidSinceIsDueAgain();
  void BILL_6_aLossIsRefusedToNobody_data();
  void BILL_6_aLossIsRefusedToNobody();
  void BILL_6_whatIsChargedBackIsNotRefunded_data();
  void BILL_6_whatIsChargedBackIsNotRefunded();
  void BILL_4_whatIsChargedBackWasNotReceived_data();
  void BILL_4_whatIsChargedBackWasNotReceived();
  void BILL_6_whatWasCreditedIsGoneBesideIt();
  void BILL_6_aRefundOnItsWayIsAFact();
  void BILL_6_anotherCurrencyIsBookedAsAPersonSays_data();
  void BILL_6_anotherCurrencyIsBookedAsAPersonSays();
  void BILL_6_aSecondChargeInAnotherCurrencyIsNot();
};

// A second charge went to the balance, which paid the next month with it: 199.00 are gone, and due.
void TestLostDisputes::BILL_6_whatTheBalancePaidSinceIsDueAgain() {
  auto &house = *m_house;
  house.beginPaid();
  house.intentId = house.chargedTwice();
  expect(book(u"balance"_s));
  house.later(24h * 31);
  house.runAll();
  const auto next = [&] {
    return expect(house.worker.invoices().ofOrganization(house.customer)).back();
  };
  QVERIFY(next().id != house.invoice);
  QCOMPARE(next().balanceApplied, fee);
  const auto id = house.disputed(u"lost"_s);
  const auto picture = expect(acts().preview(house.customer, only().id, BookAs::Reopen));
  QCOMPARE(picture.dueAfter, std::int64_t(0)); // of the invoice that the first charge paid
  QCOMPARE(picture.balanceAfter, std::int64_t(0));
  QCOMPARE(picture.others.size(), std::size_t(1));
  QCOMPARE(picture.others[0].number, next().number);
  QCOMPARE(picture.others[0].dueBefore, std::int64_t(0));
  QCOMPARE(picture.others[0].dueAfter, fee);
  expect(book(u"reopen"_s, picture.digest()));
  QCOMPARE(next().amountDue(), fee);
  QVERIFY(next().status == billing::InvoiceStatus::Open);
  QCOMPARE(house.debt().amountDue(), std::int64_t(0));
  QVERIFY(house.ledger().contains(u"cash 19900"_s));
  QVERIFY(house.ledger().contains(u"receivable 19900"_s));
  QCOMPARE(house.differences(), QStringList());
  static_cast<void>(house.disputed(u"won"_s, false, id));
  QCOMPARE(next().amountDue(), std::int64_t(0));
  QVERIFY(house.ledger().contains(u"cash 39800"_s));
  QCOMPARE(house.differences(), QStringList());
}

void TestLostDisputes::BILL_6_aLossIsRefusedToNobody_data() {
  QTest::addColumn<std::int64_t>("contested"); // zero: all of it
  QTest::addColumn<QStringList>("codes");      // of the other ways
  QTest::addColumn<QStringList>("ledger");
  const QString deferred = u"deferred_revenue -19900"_s, tax = u"tax_payable -3781"_s,
                refunded = u"refunds 4202"_s, less = u"tax_payable -2983"_s;
  const QString part = u"payment.dispute_of_a_part"_s, most = u"payment.refund_exceeds_paid"_s,
                poor = u"balance.insufficient"_s;
  // Of 236.81 a credit of 50.00 (42.02 and 7.98 of tax) went to the balance, and 200.00 are taken.
  QTest::newRow("a part of what was credited")
      << std::int64_t(20'000) << QStringList{part, most, poor}
      << QStringList{u"bad_debt 20000"_s, u"cash 3681"_s, u"customer_balance -5000"_s,
                     u"deferred_revenue -15698"_s, less};
  // 50.00 went back to the payer, whose bank takes all of it all the same.
  QTest::newRow("what was refunded in part")
      << std::int64_t(0) << QStringList{u"bank.assignment_refunded"_s, most, poor}
      << QStringList{u"bad_debt 23681"_s, u"cash -5000"_s, deferred, refunded, less};
  QTest::newRow("what was paid out of the balance")
      << std::int64_t(0)
      << QStringList{u"bank.assignment_used"_s, u"payment.finding_pays_nothing"_s, poor}
      << QStringList{u"bad_debt 23681"_s, deferred, tax};
}

void TestLostDisputes::BILL_6_aLossIsRefusedToNobody() {
  QFETCH(std::int64_t, contested);
  QFETCH(QStringList, codes);
  const QByteArray what(QTest::currentDataTag());
  auto &house = *m_house;
  house.beginPaidInGermany();
  if (what.startsWith("a part")) {
    expect(Credits(house.worker.session, house.worker.business)
               .act({house.customer, house.invoice, 5'000, u"goodwill"_s}));
  } else if (what.contains("refunded")) {
    static_cast<void>(house.refundedThere(5'000));
    expect(book(u"refund"_s));
  } else {
    house.intentId = house.chargedTwice();
    expect(book(u"balance"_s));
    expect(BalanceAdjustments(house.worker.session, house.worker.business)
               .act({house.customer,
                     Money(-23'681, house.debt().currency),
                     u"sent back"_s,
                     {},
                     billing::ByHand::PaidOut}));
  }
  const auto id = house.disputed(u"lost"_s, true, {}, contested);
  const auto before = house.ledger();
  QStringList said;
  for (const auto &as : {u"reopen"_s, u"refund"_s, u"payout"_s})
    said += book(as).error().code;
  QTEST(said, "codes");
  const auto picture = expect(acts().preview(house.customer, only().id, BookAs::Loss));
  QCOMPARE(picture.writtenOff, contested > 0 ? contested : 23'681);
  QCOMPARE(picture.dueAfter, picture.dueBefore);
  QCOMPARE(picture.balanceAfter, picture.balanceBefore);
  QCOMPARE(house.ledger(), before);
  expect(book(u"loss"_s, picture.digest()));
  QTEST(house.ledger(), "ledger");
  std::vector<Receipt> losses;
  const auto take = [&](const Receipt &one) {
    if (one.reference == picture.reference)
      losses.push_back(one);
  };
  QVERIFY(expect(readReceipts(house.worker.session,
                              {*parseDay(u"2020-01-01"_s), *parseDay(u"2040-01-01"_s)}, take)));
  QCOMPARE(losses.size(), std::size_t(1));
  QCOMPARE(losses[0].amount.minor(), -picture.writtenOff);
  QCOMPARE(losses[0].invoices, picture.number);
  billing::JournalQuery query;
  query.filter.search = picture.number;
  const auto journal = expect(billing::JournalListing(house.worker.session).page(query));
  QCOMPARE(std::ranges::count(journal.rows, u"finding.lost"_s, &billing::JournalRow::cause), 2);
  QVERIFY(house.found().empty());
  QCOMPARE(house.differences(), QStringList());
  for (int time = 0; time < 2; ++time)
    static_cast<void>(house.disputed(u"won"_s, false, id, contested));
  QCOMPARE(house.ledger(), before);
  QCOMPARE(house.differences(), QStringList());
}

void TestLostDisputes::BILL_6_whatIsChargedBackIsNotRefunded_data() {
  QTest::addColumn<std::int64_t>("taken"); // of 236.81
  QTest::addColumn<bool>("isDispute");
  QTest::addColumn<std::int64_t>("chargedBack");
  QTest::newRow("all of it") << std::int64_t(23'681) << true << std::int64_t(23'681);
  QTest::newRow("a part") << std::int64_t(20'000) << true << std::int64_t(20'000);
  QTest::newRow("more, by a rate of exchange")
      << std::int64_t(24'000) << true << std::int64_t(23'681);
  QTest::newRow("a refund that was made there")
      << std::int64_t(5'000) << false << std::int64_t(5'000);
}

void TestLostDisputes::BILL_6_whatIsChargedBackIsNotRefunded() {
  QFETCH(const std::int64_t, taken);
  QFETCH(const bool, isDispute);
  QFETCH(const std::int64_t, chargedBack);
  auto &house = *m_house;
  house.beginPaidInGermany();
  const auto id =
      isDispute ? house.disputed(u"lost"_s, true, {}, taken) : house.refundedThere(taken);
  expect(book(u"loss"_s));
  const auto payment = [&] {
    return expect(moneyOf(house.worker.session, house.customer, house.invoice)).payments.at(0);
  };
  QCOMPARE(payment().goneBack, chargedBack);
  QCOMPARE(payment().refundedThere, isDispute ? 0 : taken);
  QCOMPARE(payment().chargedBack(), isDispute ? chargedBack : 0);
  Refunds refunds(house.worker.session, house.worker.business);
  const auto most = expect(refunds.most(house.customer, house.invoice)).minor();
  QCOMPARE(most, 23'681 - chargedBack);
  const auto before = house.ledger();
  for (const auto amount : {most + 1, std::int64_t(23'681)}) {
    const RefundRequest request{house.customer, house.invoice, amount, u"they asked"_s};
    QCOMPARE(refunds.preview(request).error().code, u"payment.charged_back"_s);
    QCOMPARE(refunds.act(request).error().code, u"payment.charged_back"_s);
  }
  // Whoever writes it.
  const auto written = house.worker.database->adHoc(
      "insert into refund (organization_id, refund_id, payment_id, invoice_id, channel, "
      "idempotency_key, amount, currency, status, created_at) select organization_id, "
      "gen_random_uuid(), payment_id, :invoice, 'provider', 'sneaked', :amount, currency, "
      "'pending', received_at from payment where payment_id = :payment",
      {{"invoice", house.invoice}, {"amount", most + 1}, {"payment", payment().id}});
  QVERIFY(!written);
  QCOMPARE(written.error().code, u"payment.charged_back"_s);
  if (most > 0)
    expect(refunds.preview({house.customer, house.invoice, most, u"they asked"_s}));
  QCOMPARE(house.ledger(), before);
  if (isDispute) {
    static_cast<void>(house.disputed(u"won"_s, false, id, taken));
    QCOMPARE(payment().goneBack, std::int64_t(0));
    QCOMPARE(expect(refunds.most(house.customer, house.invoice)).minor(), std::int64_t(23'681));
  }
  QCOMPARE(house.differences(), QStringList());
}

void TestLostDisputes::BILL_4_whatIsChargedBackWasNotReceived_data() {
  BILL_6_whatIsChargedBackIsNotRefunded_data();
}

// The home's figure, and the rows behind it; refunds are not taken off, wherever they are made.
void TestLostDisputes::BILL_4_whatIsChargedBackWasNotReceived() {
  QFETCH(const std::int64_t, taken);
  QFETCH(const bool, isDispute);
  QFETCH(const std::int64_t, chargedBack);
  auto &house = *m_house;
  house.beginPaidInGermany();
  auto &session = house.worker.session;
  const auto euros = house.debt().currency;
  const auto received = [&] { return expect(receivedSince(session, house.clock.now() - 1h)); };
  const Zone utc;
  FigureRows figure(session, utc, FigureList::Received);
  const auto rows = [&] {
    auto page = expect(figure.page(FigureRows::mostRows, {})).rows;
    std::erase_if(page, [&](const FigureRow &row) { return row.organization != house.customer; });
    return page;
  };
  const auto before = received();
  const auto counted = expect(figure.count());
  QCOMPARE(rows().size(), std::size_t(1));
  const auto id =
      isDispute ? house.disputed(u"lost"_s, true, {}, taken) : house.refundedThere(taken);
  expect(book(u"loss"_s));
  const auto gone = isDispute ? chargedBack : 0;
  const int less = gone == 23'681 ? 1 : 0;
  const auto after = received();
  QCOMPARE(after.amounts.contains(euros) ? after.amounts.at(euros) : 0,
           before.amounts.at(euros) - gone);
  QCOMPARE(after.count, before.count - less);
  QCOMPARE(expect(figure.count()), counted - less);
  QCOMPARE(rows().size(), std::size_t(1 - less));
  for (const auto &row : rows())
    QCOMPARE(row.amount, Money(23'681 - gone, euros));
  if (isDispute) {
    static_cast<void>(house.disputed(u"won"_s, false, id, taken));
    QCOMPARE(received().amounts.at(euros), before.amounts.at(euros));
    QCOMPARE(expect(figure.count()), counted);
  }
}

// 100.00 were charged back and 50.00 credited: of 236.81 no more than the rest is refunded.
void TestLostDisputes::BILL_6_whatWasCreditedIsGoneBesideIt() {
  auto &house = *m_house;
  house.beginPaidInGermany();
  static_cast<void>(house.disputed(u"lost"_s, true, {}, 10'000));
  expect(book(u"loss"_s));
  expect(Credits(house.worker.session, house.worker.business)
             .act({house.customer, house.invoice, 5'000, u"goodwill"_s}));
  Refunds refunds(house.worker.session, house.worker.business);
  QCOMPARE(expect(refunds.most(house.customer, house.invoice)).minor(), std::int64_t(8'681));
  const auto refused = refunds.act({house.customer, house.invoice, 8'682, u"they asked"_s});
  QCOMPARE(refused.error().code, u"payment.charged_back"_s);
  expect(refunds.act({house.customer, house.invoice, 8'681, u"they asked"_s}));
  QCOMPARE(house.differences(), QStringList());
}

// We asked for it while the payer's bank took the money: both are gone.
void TestLostDisputes::BILL_6_aRefundOnItsWayIsAFact() {
  auto &house = *m_house;
  house.beginPaidInGermany();
  Refunds refunds(house.worker.session, house.worker.business);
  expect(refunds.act({house.customer, house.invoice, 23'681, u"they asked"_s}));
  const auto attempt = house.attempts().at(0);
  Finding lost;
  lost.organization = house.customer;
  lost.provider = u"stripe"_s;
  lost.reference = u"dp_meanwhile"_s;
  lost.charge = attempt.reference;
  lost.attempt = attempt.id;
  lost.invoice = house.invoice;
  lost.amount = Money(23'681, house.debt().currency);
  lost.said = u"lost"_s;
  lost.isWithdrawn = true;
  lost.openedAt = house.clock.now();
  lost.readAt = house.clock.now();
  expect(Findings(house.worker.session, house.worker.business).hear(lost));
  expect(book(u"loss"_s));
  house.work();
  const auto money = expect(moneyOf(house.worker.session, house.customer, house.invoice));
  QVERIFY(money.refunds.at(0).status == RefundStatus::Succeeded);
  QCOMPARE(money.left(), std::int64_t(0));
  QVERIFY(house.ledger().contains(u"cash -23681"_s));
  QCOMPARE(house.differences(), QStringList());
}

void TestLostDisputes::BILL_6_anotherCurrencyIsBookedAsAPersonSays_data() {
  QTest::addColumn<BookAs>("as");
  QTest::addColumn<std::int64_t>("said"); // of 199.00 USD
  QTest::addColumn<QStringList>("ledger");
  const QString deferred = u"deferred_revenue -19900"_s;
  QTest::newRow("a loss") << BookAs::Loss << std::int64_t(15'000)
                          << QStringList{u"bad_debt 15000"_s, u"cash 4900"_s, deferred};
  QTest::newRow("a loss of all of it")
      << BookAs::Loss << fee << QStringList{u"bad_debt 19900"_s, deferred};
  QTest::newRow("a refund") << BookAs::Refund << std::int64_t(15'000)
                            << QStringList{u"cash 4900"_s, deferred, u"refunds 15000"_s};
  QTest::newRow("due again") << BookAs::Reopen << fee
                             << QStringList{deferred, u"receivable 19900"_s};
}

// A bank takes euros of a payment in dollars: how much of that it is, nobody can compute.
void TestLostDisputes::BILL_6_anotherCurrencyIsBookedAsAPersonSays() {
  QFETCH(const BookAs, as);
  QFETCH(const std::int64_t, said);
  auto &house = *m_house;
  house.beginPaid();
  house.settledIn = u"eur"_s;
  const auto dollars = house.debt().currency, euros = *Currency::parse(u"EUR"_s);
  const auto id = house.disputed(u"lost"_s, true, {}, 18'000);
  QCOMPARE(only().amount, std::optional(Money(18'000, euros)));
  const auto before = house.ledger();
  const auto refusal = [&](const std::optional<Money> &taken) {
    const auto of = only().id;
    const auto seen = acts().preview(house.customer, of, as, taken).error().code;
    const auto done = acts().act(house.customer, of, as, u"seen there"_s, {}, taken).error().code;
    return seen == done ? seen : seen + u", then "_s + done;
  };
  QCOMPARE(refusal({}), u"payment.finding_amount_missing"_s);
  QCOMPARE(refusal(Money(18'000, euros)), u"amount.invalid"_s);
  QCOMPARE(refusal(Money(0, dollars)), u"amount.invalid"_s);
  QCOMPARE(refusal(Money(fee + 1, dollars)), u"amount.invalid"_s);
  QCOMPARE(house.ledger(), before);
  const Money taken(said, dollars);
  const auto picture = expect(acts().preview(house.customer, only().id, as, taken));
  QCOMPARE(picture.amount, taken);
  expect(acts().act(house.customer, only().id, as, u"seen there"_s, picture.digest(),
                    Money(said, dollars)));
  QTEST(house.ledger(), "ledger");
  QCOMPARE(house.finding(id)->amount, taken);
  if (as == BookAs::Loss) {
    Refunds refunds(house.worker.session, house.worker.business);
    QCOMPARE(expect(refunds.most(house.customer, house.invoice)), Money(fee - said, dollars));
  }
  QCOMPARE(house.differences(), QStringList());
  static_cast<void>(house.disputed(u"won"_s, false, id, 18'000));
  if (as != BookAs::Refund) // whose credit note stays
    QCOMPARE(house.ledger(), before);
  QCOMPARE(house.differences(), QStringList());
  static_cast<void>(house.disputed(u"lost"_s, true, id, 18'000));
  QCOMPARE(only().amount, std::optional(Money(18'000, euros))); // and is asked for again
  QCOMPARE(refusal({}), u"payment.finding_amount_missing"_s);
  // What is in the currency of the payment says itself how much it is.
  house.beginPaid();
  static_cast<void>(house.disputed(u"lost"_s));
  QCOMPARE(refusal(taken), u"amount.invalid"_s);
}

// It is no part of a payment.
void TestLostDisputes::BILL_6_aSecondChargeInAnotherCurrencyIsNot() {
  auto &house = *m_house;
  house.beginPaid();
  static_cast<void>(house.chargedTwice());
  expect(house.test.connect()->adHoc(
      "update provider_finding set currency = 'EUR' where kind = 'second_charge' and "
      "closed_at is null"));
  for (const auto &taken : {std::optional<Money>(), {Money(fee, house.debt().currency)}})
    QCOMPARE(acts().preview(house.customer, only().id, BookAs::Balance, taken).error().code,
             u"payment.wrong_currency"_s);
}

QTEST_GUILESS_MAIN(TestLostDisputes)
#include "tst_lost_disputes.moc"
