// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/adjustment.h"
#include "services/payments/credits.h"
#include "services/payments/dunning_board.h"
#include "services/payments/dunning_service.h"
#include "services/payments/invoice_money.h"
#include "services/payments/transfers.h"
#include "services/payments/voids.h"
#include "services/payments/write_offs.h"
#include "tests/services/payments/desk.h"

using namespace tenantry;
using namespace tenantry::tests;

/// What was written off and is paid after all (BILL-6): the loss is made good, whatever the money
/// came by.
class TestRecoveries : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void BILL_6_moneyForWhatWasGivenUpMakesTheLossGood_data();
  void BILL_6_moneyForWhatWasGivenUpMakesTheLossGood();
  void BILL_6_aPartTwiceIsAllOfIt();
  void BILL_6_whatIsUndoneIsLostAgain_data();
  void BILL_6_whatIsUndoneIsLostAgain();
  void BILL_6_theRestOfWhatWasGivenUpInPartIsPaid_data();
  void BILL_6_theRestOfWhatWasGivenUpInPartIsPaid();
  void BILL_6_theBalanceMakesNothingGood();
  void BILL_2_whatWasGivenUpIsNeitherVoidedNorCredited();
  void BILL_5_aCaseSaysWhatCameOfItInTheEnd();
};

namespace {

struct GivenUp : Desk {
  explicit GivenUp(std::int64_t paidBefore = 0) {
    if (paidBefore > 0)
      receive(paidBefore);
  }
  void giveUp() { expect(WriteOffs(worker.session, worker.business).act({customer, invoice})); }
  void receive(std::int64_t amount) {
    const Transfer transfer{customer, invoice, Money(amount, given().currency), u"bank"_s};
    Transfers transfers(worker.session, worker.business);
    const auto seen = expect(transfers.preview(transfer));
    static_cast<void>(expect(transfers.act(transfer, seen.digest())));
  }
  /// By that source.
  void pay(const QString &by, std::int64_t amount) {
    if (by == u"transfer"_s)
      receive(amount);
    if (by == u"import"_s)
      QVERIFY(came(amount, given().number).status == BankEntryStatus::Matched);
    if (by == u"desk"_s) {
      const auto kept = came(amount);
      const auto found = expect(desk().candidates(given().number, given().currency)).invoices;
      QCOMPARE(found.size(), std::size_t(1));
      QVERIFY(found[0].invoice == invoice);
      const std::vector<Assignment> parts{{customer, invoice, amount}};
      const auto seen = expect(desk().preview(kept.id, parts));
      expect(desk().assign(kept.id, parts, seen.digest()));
    }
  }
  billing::Invoice given() { return expect(worker.invoices().find(customer, invoice)); }
  std::int64_t booked(const char *account) {
    return number("select coalesce(sum(amount), 0)::bigint from ledger_entry where account = '" +
                  QByteArray(account) + "'");
  }
  QString standing() {
    const auto now = given();
    return u"%1, %2 paid, %3 lost"_s.arg(billing::toString(now.status))
        .arg(now.paid)
        .arg(now.writtenOff);
  }
};

} // namespace

void TestRecoveries::BILL_6_moneyForWhatWasGivenUpMakesTheLossGood_data() {
  QTest::addColumn<QString>("by");
  QTest::addColumn<qint64>("more");
  QTest::addColumn<QString>("standing");
  const auto whole = u"paid, 19900 paid, 0 lost"_s;
  for (const auto *by : {"transfer", "import", "desk", "late answer"})
    QTest::addRow("BILL-6 %s, all of it", by) << QString::fromLatin1(by) << qint64(0) << whole;
  for (const auto *by : {"transfer", "import", "desk"}) {
    QTest::addRow("BILL-6 %s, too much", by) << QString::fromLatin1(by) << qint64(300) << whole;
    QTest::addRow("BILL-6 %s, a part", by)
        << QString::fromLatin1(by) << qint64(-900) << u"uncollectible, 19000 paid, 900 lost"_s;
  }
}

void TestRecoveries::BILL_6_moneyForWhatWasGivenUpMakesTheLossGood() {
  QFETCH(QString, by);
  QFETCH(qint64, more);
  QFETCH(QString, standing);
  GivenUp one;
  if (by == u"late answer"_s) {
    expect(one.service().setMethod(one.customer, u"Card"_s, u"declines:insufficient_funds"_s));
    const auto failed = expect(one.service().charge(one.customer, one.invoice));
    QVERIFY(failed->status == AttemptStatus::Failed);
    one.giveUp();
    static_cast<void>(
        expect(one.service().learn(*failed, {gateways::ChargeOutcome::Succeeded, {}, {}})));
  } else {
    one.giveUp();
    QCOMPARE(one.booked("bad_debt"), fee);
    one.pay(by, fee + more);
  }
  QCOMPARE(one.standing(), standing);
  const auto recovered = std::min<std::int64_t>(fee, fee + more);
  QCOMPARE(one.booked("bad_debt"), fee - recovered);
  QCOMPARE(one.booked("cash"), std::int64_t(fee + more));
  QCOMPARE(one.told("invoice.recovered"), std::int64_t(1));
  QCOMPARE(one.told("invoice.paid"), std::int64_t(more < 0 ? 0 : 1));
  // What is too much goes to the balance, which pays the other invoice.
  QCOMPARE(one.invoices()[1].balanceApplied, std::int64_t(std::max<qint64>(0, more)));
  const auto money = expect(moneyOf(one.worker.session, one.customer, one.invoice)).payments;
  QCOMPARE(money.front().applied, recovered);
  QCOMPARE(money.front().recovered, recovered);
  QCOMPARE(one.differences(), QStringList());
}

void TestRecoveries::BILL_6_aPartTwiceIsAllOfIt() {
  GivenUp one(4'900);
  one.giveUp();
  QCOMPARE(one.standing(), u"uncollectible, 4900 paid, 15000 lost"_s);
  one.pay(u"import"_s, 5'000);
  QCOMPARE(one.standing(), u"uncollectible, 9900 paid, 10000 lost"_s);
  one.pay(u"transfer"_s, 10'001);
  QCOMPARE(one.standing(), u"paid, 19900 paid, 0 lost"_s);
  QCOMPARE(one.told("invoice.recovered"), std::int64_t(2));
  QCOMPARE(one.number("select sum((payload ->> 'amount')::bigint)::bigint from event where type = "
                      "'invoice.recovered'"),
           std::int64_t(15'000));
  QCOMPARE(one.booked("bad_debt"), std::int64_t(0));
  QCOMPARE(one.invoices()[1].balanceApplied, std::int64_t(1));
  // Nothing is left to be made good: it waits for a person.
  QCOMPARE(one.came(100, one.given().number).reason, u"settled"_s);
  QCOMPARE(one.differences(), QStringList());
}

void TestRecoveries::BILL_6_whatIsUndoneIsLostAgain_data() {
  QTest::addColumn<qint64>("amount");
  QTest::newRow("BILL-6 all of it") << qint64(fee);
  QTest::newRow("BILL-6 a part") << qint64(100);
  QTest::newRow("BILL-6 too much") << qint64(fee + 500);
}

void TestRecoveries::BILL_6_whatIsUndoneIsLostAgain() {
  QFETCH(qint64, amount);
  GivenUp one;
  one.giveUp();
  const auto kept = one.came(amount, one.given().number);
  QVERIFY(kept.status == BankEntryStatus::Matched);
  const auto seen = expect(one.desk().previewUnassign(kept.id));
  QCOMPARE(seen.invoices.front().lost, std::min<std::int64_t>(fee, amount));
  QCOMPARE(seen.invoices.front().dueAfter, std::int64_t(0));
  expect(one.desk().unassign(kept.id, seen.digest()));
  QCOMPARE(one.standing(), u"uncollectible, 0 paid, 19900 lost"_s);
  QCOMPARE(one.booked("bad_debt"), fee);
  QCOMPARE(one.booked("cash"), std::int64_t(0));
  QCOMPARE(one.told("invoice.reopened"), std::int64_t(0));
  QCOMPARE(one.differences(), QStringList());
}

void TestRecoveries::BILL_6_theRestOfWhatWasGivenUpInPartIsPaid_data() {
  QTest::addColumn<QString>("by");
  QTest::addColumn<QString>("standing");
  const auto lost = u"uncollectible, %1 paid, 15000 lost"_s;
  QTest::newRow("BILL-6 by a transfer") << u"transfer"_s << lost.arg(4'900);
  QTest::newRow("BILL-6 by the balance") << u"balance"_s << lost.arg(0);
  QTest::newRow("BILL-6 all of it, while it is dunned")
      << u"all"_s << u"paid, 19900 paid, 0 lost"_s;
  QTest::newRow("BILL-6 by the credit of a change") << u"credit"_s << lost.arg(0);
}

/// What one payment had left was given up, and another made it good; then both are undone, the
/// first one first, so that its part is due again and the other's lost.
void TestRecoveries::BILL_6_theRestOfWhatWasGivenUpInPartIsPaid() {
  QFETCH(QString, by);
  QFETCH(QString, standing);
  GivenUp one;
  auto &worker = one.worker;
  const auto first = one.came(4'900, one.given().number);
  one.giveUp();
  const auto second = one.came(15'000, one.given().number);
  QCOMPARE(one.standing(), u"paid, 19900 paid, 0 lost"_s);
  for (const auto &kept : {first, second})
    expect(one.desk().unassign(kept.id));
  QCOMPARE(one.standing(), u"open, 0 paid, 15000 lost"_s);
  if (by == u"transfer"_s)
    one.receive(4'900);
  if (by == u"all"_s) { // the case lost nothing by what was given up before it
    one.clock.set(one.clock.now() + std::chrono::days(5));
    expect(DunningService(worker.session, worker.business).follow(one.customer, one.invoice));
    QCOMPARE(one.number("select count(*) from dunning_case where ended_at is null and lost = 0"),
             std::int64_t(1));
    one.receive(fee);
    QCOMPARE(one.standing(), standing);
    QCOMPARE(one.differences(), QStringList());
    return;
  }
  if (by == u"balance"_s)
    expect(adjustBalance(worker.session, worker.business, one.customer,
                         Money(4'900, one.given().currency), u"goodwill"_s));
  if (by == u"credit"_s) {
    expect(one.service().receiveTransfer(one.customer, one.invoices()[1].id, fee, u"bank"_s));
    billing::ChangeRequest down;
    down.organization = one.customer;
    down.planId = u"starter"_s;
    expect(changeSubscription(worker.session, worker.business, down));
  }
  QCOMPARE(one.standing(), standing);
  QCOMPARE(one.number("select count(*) from event where type = 'invoice.paid' and payload ->> "
                      "'written_off' = '15000' and payload ->> 'invoice' = '" +
                      one.invoice.toString().toLatin1() + "'"),
           std::int64_t(1));
  QCOMPARE(one.number("select count(*) from invoice where status = 'uncollectible' and closed_at "
                      "is not null"),
           std::int64_t(1));
  QCOMPARE(one.differences(), QStringList());
}

void TestRecoveries::BILL_6_theBalanceMakesNothingGood() {
  GivenUp one;
  one.giveUp();
  expect(adjustBalance(one.worker.session, one.worker.business, one.customer,
                       Money(2 * fee, one.given().currency), u"goodwill"_s));
  QCOMPARE(one.standing(), u"uncollectible, 0 paid, 19900 lost"_s);
  QCOMPARE(one.balance(), fee);
}

void TestRecoveries::BILL_2_whatWasGivenUpIsNeitherVoidedNorCredited() {
  GivenUp one(4'900);
  one.giveUp();
  one.pay(u"import"_s, 5'000);
  payments::Voids voids(one.worker.session, one.worker.business);
  payments::Credits credits(one.worker.session, one.worker.business);
  QCOMPARE(voids.act({one.customer, one.invoice, u"why"_s}).error().code, u"invoice.not_open"_s);
  QCOMPARE(credits.preview({one.customer, one.invoice, 100, u"why"_s}).error().code,
           u"invoice.not_open"_s);
  // Paid after all it is an invoice like any other: a credit is the customer's.
  one.pay(u"transfer"_s, 10'000);
  static_cast<void>(expect(credits.act({one.customer, one.invoice, 100, u"bad week"_s})));
  QCOMPARE(one.invoices()[1].balanceApplied, std::int64_t(100));
  QCOMPARE(one.differences(), QStringList());
}

void TestRecoveries::BILL_5_aCaseSaysWhatCameOfItInTheEnd() {
  GivenUp one;
  expect(one.service().setMethod(one.customer, u"Card"_s, u"declines:lost_card"_s));
  expect(one.service().charge(one.customer, one.invoice));
  one.giveUp();
  DunningBoard board(one.worker.session, one.worker.business);
  const auto outcome = [&] {
    const auto came = expect(board.outcome(Instant::min(), Instant::max()));
    const auto usd = one.given().currency;
    const auto of = [&usd](const auto &sums) {
      const auto found = sums.find(usd);
      return found == sums.end() ? 0 : found->second;
    };
    return u"%1 recovered %2, %3 lost %4"_s.arg(came.cases)
        .arg(of(came.recovered))
        .arg(came.lostCases)
        .arg(of(came.lost));
  };
  QCOMPARE(outcome(), u"0 recovered 0, 1 lost 19900"_s);
  one.pay(u"transfer"_s, 900);
  QCOMPARE(outcome(), u"0 recovered 900, 1 lost 19000"_s);
  const auto kept = one.came(19'000, one.given().number);
  QCOMPARE(outcome(), u"1 recovered 19900, 0 lost 0"_s);
  expect(one.desk().unassign(kept.id));
  QCOMPARE(outcome(), u"0 recovered 900, 1 lost 19000"_s);
}

QTEST_GUILESS_MAIN(TestRecoveries)
#include "tst_recoveries.moc"
