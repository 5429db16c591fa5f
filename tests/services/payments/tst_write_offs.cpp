// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/adjustment.h"
#include "services/payments/balance_adjustments.h"
#include "services/payments/credits.h"
#include "services/payments/voids.h"
#include "services/payments/write_offs.h"
#include "tests/services/payments/debt.h"
#include <thread>

using namespace tenantry;
using namespace tenantry::tests;

/// What finance ends or puts right by hand: giving up what invoices still wait for, taking them
/// back, and changing balances.
class TestWriteOffs : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void thePreviewSaysWhatIsGivenUp();
  void doneTwiceItIsDoneOnce();
  void aRunningAttemptDecidesFirst();
  void whatIsDueNowIsNotWhatWasSeen();
  void BILL_2_aVoidIsWhatItsPreviewSaid();
  void BILL_2_whatIsInTheWayOfAVoid_data();
  void BILL_2_whatIsInTheWayOfAVoid();
  void BILL_6_aBalanceIsAdjustedAsPreviewed();
  void BILL_6_aBalanceIsAdjustedOnceHoweverOftenItIsSent();
  void BILL_6_aBalanceIsPaidOutOnceAndBookedAgainstCash();
  void BILL_6_noMoreIsTakenThanIsThere();
  void BILL_6_financeAloneChangesABalanceByHand_data();
  void BILL_6_financeAloneChangesABalanceByHand();
  void BILL_2_noMoreIsCreditedOfALineThanItIs_data();
  void BILL_2_noMoreIsCreditedOfALineThanItIs();
  void BILL_2_twoWhoCreditAtOnceDoNotBothPass();
};

void TestWriteOffs::thePreviewSaysWhatIsGivenUp() {
  Debt debt;
  auto &worker = debt.worker;
  payments::WriteOffs acts(worker.session, worker.business);
  const payments::InvoiceKey key{debt.customer, debt.invoice};
  const payments::InvoiceKey gone{debt.customer, makeId<InvoiceId>(debt.clock.now())};
  const auto verdicts = expect(acts.preview({gone, key}));
  QCOMPARE(verdicts[0].refusal->code, u"invoice.not_found"_s);
  QVERIFY(!verdicts[1].refusal);
  QCOMPARE(verdicts[1].due, Money(fee, debt.latest().currency));
  QCOMPARE(verdicts[1].number, debt.latest().number);
}

void TestWriteOffs::doneTwiceItIsDoneOnce() {
  Debt debt;
  auto &worker = debt.worker;
  payments::WriteOffs acts(worker.session, worker.business);
  const payments::InvoiceKey key{debt.customer, debt.invoice};
  expect(acts.act(key));
  const auto again = acts.act(key);
  QCOMPARE(again.error().code, u"invoice.not_open"_s);
  QCOMPARE(expect(acts.preview({key})).front().refusal->code, u"invoice.not_open"_s);
  QCOMPARE(debt.told("invoice.written_off"), std::int64_t(1));
}

void TestWriteOffs::aRunningAttemptDecidesFirst() {
  Debt debt(u"times_out"_s);
  auto &worker = debt.worker;
  expect(debt.service().charge(debt.customer, debt.invoice));
  payments::WriteOffs acts(worker.session, worker.business);
  const payments::InvoiceKey key{debt.customer, debt.invoice};
  QCOMPARE(expect(acts.preview({key})).front().refusal->code, u"payment.running"_s);
  QCOMPARE(acts.act(key).error().code, u"payment.running"_s);
}

void TestWriteOffs::whatIsDueNowIsNotWhatWasSeen() {
  Debt debt;
  auto &worker = debt.worker;
  payments::WriteOffs acts(worker.session, worker.business);
  const payments::InvoiceKey key{debt.customer, debt.invoice};
  const auto seen = expect(acts.preview({key})).front().digest();
  expect(debt.service().receiveTransfer(debt.customer, debt.invoice, 100, u"bank"_s));
  QCOMPARE(acts.act(key, seen).error().code, u"invoice.picture_changed"_s);
  QVERIFY(debt.latest().status == billing::InvoiceStatus::Open);
}

void TestWriteOffs::BILL_2_aVoidIsWhatItsPreviewSaid() {
  Debt debt;
  auto &worker = debt.worker;
  const Currency usd = debt.latest().currency;
  expect(payments::adjustBalance(worker.session, worker.business, debt.customer, Money(4'000, usd),
                                 u"goodwill"_s));
  payments::Voids voids(worker.session, worker.business);
  const billing::InvoiceKey key{debt.customer, debt.invoice};
  const auto before = expect(voids.preview(key));
  QCOMPARE(before.number, debt.latest().number);
  QCOMPARE(before.due, fee - 4'000);
  QCOMPARE(before.net + before.tax, fee);
  QCOMPARE(before.toBalance, std::int64_t(4'000));
  QCOMPARE(before.pays, std::int64_t(0));
  QCOMPARE(voids.act({debt.customer, debt.invoice, u" "_s}).error().code,
           u"invoice.reason_missing"_s);
  // More of the balance pays it meanwhile: what was seen is not what it comes to.
  expect(payments::adjustBalance(worker.session, worker.business, debt.customer, Money(500, usd),
                                 u"more"_s));
  QCOMPARE(voids.act({debt.customer, debt.invoice, u"twice"_s}, before.digest()).error().code,
           u"invoice.picture_changed"_s);
  QVERIFY(debt.latest().status == billing::InvoiceStatus::Open);
  const auto seen = expect(voids.preview(key)).digest();
  QCOMPARE(expect(voids.act({debt.customer, debt.invoice, u"twice"_s}, seen)).toBalance,
           std::int64_t(4'500));
  QVERIFY(expect(voids.isVoid(key)));
  QCOMPARE(debt.balance(), std::int64_t(4'500));
  QCOMPARE(debt.number("select count(*) from event where type = 'invoice.voided' and payload ->> "
                       "'reason' = 'twice'"),
           std::int64_t(1));
  QCOMPARE(voids.act({debt.customer, debt.invoice, u"again"_s}).error().code,
           u"invoice.not_open"_s);
  for (const auto *account : {"revenue", "deferred_revenue", "receivable", "tax_payable"})
    QCOMPARE(debt.number("select coalesce(sum(amount), 0)::bigint from ledger_entry where account "
                         "= '" +
                         QByteArray(account) + "'"),
             std::int64_t(0));
  QCOMPARE(debt.wrong(), QString());
}

void TestWriteOffs::BILL_2_whatIsInTheWayOfAVoid_data() {
  QTest::addColumn<QByteArray>("what");
  QTest::addColumn<QString>("code");
  QTest::addColumn<QString>("says");
  QTest::newRow("BILL-2 paid in part")
      << QByteArray("paid") << u"invoice.not_open"_s << u"100.00 USD of invoice"_s;
  QTest::newRow("BILL-2 credited in part")
      << QByteArray("credited") << u"invoice.not_open"_s << u"was credited already"_s;
  QTest::newRow("BILL-2 written off")
      << QByteArray("given up") << u"invoice.not_open"_s << u"is uncollectible"_s;
  QTest::newRow("BILL-4 being charged")
      << QByteArray("charged") << u"payment.running"_s << u"may be charging"_s;
}

void TestWriteOffs::BILL_2_whatIsInTheWayOfAVoid() {
  QFETCH(QByteArray, what);
  QFETCH(QString, code);
  QFETCH(QString, says);
  Debt debt(what == "charged" ? u"times_out"_s : QString());
  auto &worker = debt.worker;
  if (what == "paid")
    expect(debt.service().receiveTransfer(debt.customer, debt.invoice, 10'000, u"bank"_s));
  if (what == "credited")
    static_cast<void>(expect(payments::Credits(worker.session, worker.business)
                                 .act({debt.customer, debt.invoice, 500, u"bad week"_s})));
  if (what == "given up")
    expect(payments::WriteOffs(worker.session, worker.business).act({debt.customer, debt.invoice}));
  if (what == "charged")
    expect(debt.service().charge(debt.customer, debt.invoice));
  payments::Voids voids(worker.session, worker.business);
  const auto previewed = voids.preview({debt.customer, debt.invoice});
  const auto done = voids.act({debt.customer, debt.invoice, u"why"_s});
  for (const auto *refused : {&previewed, &done}) {
    QVERIFY(!*refused);
    QCOMPARE(refused->error().code, code);
    QVERIFY2(refused->error().message.contains(says), qPrintable(refused->error().message));
  }
}

void TestWriteOffs::BILL_6_aBalanceIsAdjustedAsPreviewed() {
  Debt debt;
  auto &worker = debt.worker;
  const Currency usd = debt.latest().currency;
  payments::BalanceAdjustments acts(worker.session, worker.business);
  const payments::BalanceAdjustment gift{debt.customer, Money(fee + 700, usd), u"sorry"_s};
  const auto seen = expect(acts.preview(gift));
  QCOMPARE(seen.before, std::int64_t(0));
  QCOMPARE(seen.pays, fee);
  QCOMPARE(seen.after(), std::int64_t(700));
  QCOMPARE(debt.number("select count(*) from balance_movement"), std::int64_t(0));
  QCOMPARE(acts.act({debt.customer, gift.amount, u""_s}).error().code, u"balance.reason_missing"_s);
  QCOMPARE(acts.act(gift, u"other"_s).error().code, u"balance.picture_changed"_s);
  static_cast<void>(expect(acts.act(gift, seen.digest())));
  QCOMPARE(debt.balance(), std::int64_t(700));
  QVERIFY(debt.latest().status == billing::InvoiceStatus::Paid);
  const payments::BalanceAdjustment back{debt.customer, Money(-700, usd), u"too much"_s};
  QCOMPARE(expect(acts.act(back, expect(acts.preview(back)).digest())).after(), std::int64_t(0));
  QCOMPARE(debt.balance(), std::int64_t(0));
  QCOMPARE(debt.number("select sum(amount)::bigint from ledger_entry where account = 'refunds'"),
           fee);
  QCOMPARE(debt.number("select count(*) from event where type = 'balance.adjusted' and payload ->> "
                       "'reason' in ('sorry', 'too much')"),
           std::int64_t(2));
  QCOMPARE(debt.wrong(), QString());
}

void TestWriteOffs::BILL_6_aBalanceIsAdjustedOnceHoweverOftenItIsSent() {
  Debt debt;
  auto &worker = debt.worker;
  payments::BalanceAdjustments acts(worker.session, worker.business);
  const Currency eur = *Currency::parse(u"EUR"_s);
  static_cast<void>(expect(
      acts.act({debt.customer, Money(900, eur), u"before"_s, makeUuidV7(debt.clock.now())})));
  const payments::BalanceAdjustment taken{debt.customer, Money(-900, eur), u"sent twice"_s,
                                          makeUuidV7(debt.clock.now())};
  const auto seen = expect(acts.preview(taken)).digest();
  QVERIFY(!expect(acts.knows(debt.customer, taken.id)));
  for (int sent = 0; sent < 2; ++sent)
    QCOMPARE(expect(acts.act(taken, seen)).after(), std::int64_t(0));
  QVERIFY(expect(acts.knows(debt.customer, taken.id)));
  QCOMPARE(debt.number("select count(*) from balance_movement"), std::int64_t(2));
}

void TestWriteOffs::BILL_6_aBalanceIsPaidOutOnceAndBookedAgainstCash() {
  Debt debt;
  auto &worker = debt.worker;
  payments::BalanceAdjustments acts(worker.session, worker.business);
  const Currency eur = *Currency::parse(u"EUR"_s);
  const auto payOut = [&](std::int64_t amount) {
    return payments::BalanceAdjustment{debt.customer, Money(amount, eur), u"transfer of 4 March"_s,
                                       makeUuidV7(debt.clock.now()), billing::ByHand::PaidOut};
  };
  const auto cash = [&debt] {
    return debt.number("select coalesce(sum(amount), 0)::bigint from ledger_entry "
                       "where account = 'cash' and currency = 'EUR'");
  };
  static_cast<void>(expect(acts.act({debt.customer, Money(900, eur), u"owed"_s})));
  for (const std::int64_t amount : {0, 5}) // would give
    QCOMPARE(acts.act(payOut(amount)).error().code, u"amount.invalid"_s);
  QCOMPARE(acts.act(payOut(-901)).error().code, u"balance.insufficient"_s);
  const auto wanted = payOut(-600);
  const auto seen = expect(acts.preview(wanted));
  QCOMPARE(seen.after(), std::int64_t(300));
  QCOMPARE(cash(), std::int64_t(0));
  for (int sent = 0; sent < 2; ++sent)
    QCOMPARE(expect(acts.act(wanted, seen.digest())).after(), std::int64_t(300));
  QVERIFY(expect(acts.knows(debt.customer, wanted.id)));
  QCOMPARE(cash(), std::int64_t(-600));
  QCOMPARE(debt.number("select count(*) from event where type = 'balance.paid_out' and "
                       "payload ->> 'amount' = '600'"),
           std::int64_t(1));
  QCOMPARE(debt.wrong(), QString());
}

void TestWriteOffs::BILL_6_noMoreIsTakenThanIsThere() {
  Debt debt;
  auto &worker = debt.worker;
  const Currency usd = debt.latest().currency;
  payments::BalanceAdjustments acts(worker.session, worker.business);
  QCOMPARE(acts.preview({debt.customer, Money(0, usd), u"why"_s}).error().code,
           u"amount.invalid"_s);
  QCOMPARE(acts.preview({debt.customer, Money(-1, usd), u"why"_s}).error().code,
           u"balance.insufficient"_s);
  QCOMPARE(acts.act({debt.customer, Money(-1, usd), u"why"_s}).error().code,
           u"balance.insufficient"_s);
  static_cast<void>(expect(acts.act({debt.customer, Money(fee + 1, usd), u"why"_s})));
  QCOMPARE(acts.act({debt.customer, Money(std::numeric_limits<std::int64_t>::max(), usd), u"why"_s})
               .error()
               .code,
           u"amount.invalid"_s);
  QCOMPARE(debt.balance(), std::int64_t(1));
}

namespace {

/// A line that credits the first of the invoice, of no document: no code of the program stands
/// between.
QByteArray creditedLine(std::int64_t amount) {
  return "insert into invoice_line (organization_id, invoice_id, line_no, kind, amount, "
         "credits_invoice_id, credits_line_no) select organization_id, gen_random_uuid(), 1, "
         "'proration_credit', -(" +
         QByteArray::number(qint64(amount)) +
         "), invoice_id, line_no from invoice_line where credits_invoice_id is null and line_no = "
         "1";
}

} // namespace

void TestWriteOffs::BILL_6_financeAloneChangesABalanceByHand_data() {
  QTest::addColumn<QString>("role");
  QTest::addColumn<QString>("cause");
  QTest::addColumn<bool>("may");
  const auto hand = u"adjustment"_s, out = u"payout"_s, act = u"credit_note"_s;
  for (const auto &[role, cause, may] : {std::tuple(u"finance"_s, hand, true),
                                         {u"administrator"_s, hand, true},
                                         {u"success"_s, act, true},
                                         {u"success"_s, hand, false},
                                         {u"finance"_s, out, true},
                                         {u"success"_s, out, false},
                                         {u"support"_s, act, false},
                                         {u"manager"_s, act, false},
                                         {u"tenant"_s, act, false}})
    QTest::addRow("%s, %s", qPrintable(role), qPrintable(cause)) << role << cause << may;
}

/// Whatever program they use: success may move balances by what it changes, and not otherwise.
void TestWriteOffs::BILL_6_financeAloneChangesABalanceByHand() {
  QFETCH(QString, role);
  QFETCH(QString, cause);
  QFETCH(bool, may);
  Debt debt;
  const auto database = debt.test.connect(role);
  const auto moved = database->transaction([&]() -> Result<std::int64_t> {
    TENANTRY_CHECK(database->enterOrganization(debt.customer));
    return database->execute("balance_move", {{"organization", debt.customer},
                                              {"movement", makeUuidV7(debt.clock.now())},
                                              {"currency", u"USD"_s},
                                              {"amount", std::int64_t(100)},
                                              {"cause", cause},
                                              {"document", QUuid()},
                                              {"now", debt.clock.now()}});
  });
  QCOMPARE(moved.has_value(), may);
  if (!may)
    QCOMPARE(moved.error().code, u"store.forbidden"_s);
  QCOMPARE(debt.balance(), std::int64_t(may ? 100 : 0));
}

void TestWriteOffs::BILL_2_noMoreIsCreditedOfALineThanItIs_data() {
  QTest::addColumn<qint64>("amount");
  QTest::addColumn<QString>("code");
  QTest::newRow("all of it") << qint64(fee) << QString();
  QTest::newRow("one cent more") << qint64(fee + 1) << u"invoice.credit_exceeds_total"_s;
}

// Whoever writes: the rule stands in the database, too.
void TestWriteOffs::BILL_2_noMoreIsCreditedOfALineThanItIs() {
  QFETCH(qint64, amount);
  QFETCH(QString, code);
  Debt debt;
  const auto written = debt.worker.database->adHoc(creditedLine(amount));
  QCOMPARE(written ? QString() : written.error().code, code);
  if (!written)
    return;
  const auto more = debt.worker.database->adHoc(creditedLine(1));
  QVERIFY(!more);
  QCOMPARE(more.error().code, u"invoice.credit_exceeds_total"_s);
}

void TestWriteOffs::BILL_2_twoWhoCreditAtOnceDoNotBothPass() {
  Debt debt;
  Worker first(debt.test, debt.clock), second(debt.test, debt.clock);
  expect(first.database->script("begin"));
  QVERIFY(first.database->adHoc(creditedLine(fee / 2 + 1)));
  Result<store::Rows> other = fail(u"store.conflict"_s, {});
  std::thread waits([&] { other = second.database->adHoc(creditedLine(fee / 2 + 1)); });
  const auto watcher = debt.test.connect();
  const auto isWaiting = [&watcher] {
    return !expect(
                watcher->adHoc(
                    "select true from pg_stat_activity where wait_event_type = "
                    "'Lock' and datname = current_database() and query like '%proration_credit%'"))
                .isEmpty();
  };
  const bool waited = QTest::qWaitFor(isWaiting, 5'000);
  expect(first.database->script("commit"));
  waits.join();
  QVERIFY(waited);
  QVERIFY(!other);
  QCOMPARE(other.error().code, u"invoice.credit_exceeds_total"_s);
}

QTEST_GUILESS_MAIN(TestWriteOffs)
#include "tst_write_offs.moc"
