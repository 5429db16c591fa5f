// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/books.h"
#include "services/payments/adjustment.h"
#include "services/payments/credits.h"
#include "services/payments/refunds.h"
#include "tests/services/payments/desk.h"

using namespace tenantry;
using namespace tenantry::tests;

/// A transfer that was assigned and that the bank sends back (BILL-4, BILL-6): the payer's bank
/// recalled it, or his account was closed.
class TestBankReturns : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void BILL_4_whatItPaidIsDueAgain_data();
  void BILL_4_whatItPaidIsDueAgain();
  void BILL_6_aClosedMonthStaysAsItIs();
  void BILL_4_aCreditSinceStays();
  void BILL_4_whatDoesNotFitIsRefused_data();
  void BILL_4_whatDoesNotFitIsRefused();
  void BILL_4_whatTheBalancePaidSinceIsDueAgain_data();
  void BILL_4_whatTheBalancePaidSinceIsDueAgain();
  void BILL_4_whatWentOnIsRefused_data();
  void BILL_4_whatWentOnIsRefused();
  void BILL_4_theSeenPictureCounts();
  void BILL_4_whatMayHaveGoneBackIsProposed();
};

namespace {

/// On 5 March: what came in on 27 February.
struct SentBack : Desk {
  SentBack() { clock.set(*parseInstant(u"2026-03-05T10:00:00Z"_s)); }
  KeptEntry paid(std::int64_t amount, const std::vector<Assignment> &parts) {
    const auto kept = came(amount);
    expect(desk().assign(kept.id, parts));
    return kept;
  }
  KeptEntry wentOut(std::int64_t amount, const QString &day = u"2026-03-02"_s) {
    return came(-amount, u"recalled"_s, u"DE1"_s, {}, day);
  }
  std::int64_t cash() {
    return number(
        "select coalesce(sum(amount), 0)::bigint from ledger_entry where account = 'cash'");
  }
  std::int64_t reversedOn(const QByteArray &day) {
    return number(
        "select count(*) from ledger_entry where cause = 'payment.reversed' and account = "
        "'cash' and business_day = '" +
        day + "'");
  }
};

} // namespace

void TestBankReturns::BILL_4_whatItPaidIsDueAgain_data() {
  QTest::addColumn<std::int64_t>("toBalance");
  QTest::newRow("an invoice") << std::int64_t(0);
  QTest::newRow("an invoice and the balance") << std::int64_t(fee + 500);
}

void TestBankReturns::BILL_4_whatItPaidIsDueAgain() {
  QFETCH(std::int64_t, toBalance); // of which the other invoice is paid at once
  SentBack back;
  const auto before = back.cash();
  std::vector<Assignment> parts{{back.customer, back.invoices()[0].id, fee}};
  if (toBalance > 0)
    parts.push_back({back.customer, {}, toBalance});
  const auto of = back.paid(fee + toBalance, parts);
  QVERIFY(back.invoices()[0].status == billing::InvoiceStatus::Paid);
  const auto out = back.wentOut(fee + toBalance);
  QCOMPARE(out.reason, u"money_out"_s);
  const auto picture = expect(back.desk().previewReturn(out.id, of.id));
  QCOMPARE(picture.invoices.size(), toBalance > 0 ? 2u : 1u);
  QVERIFY(back.cash() == before + fee + toBalance); // nothing was written
  expect(back.desk().assignReturn(out.id, of.id, picture.digest()));
  for (const auto &one : back.invoices()) {
    QVERIFY(one.status == billing::InvoiceStatus::Open);
    QCOMPARE(one.amountDue(), fee);
  }
  QCOMPARE(back.cash(), before);
  QCOMPARE(back.balance(), picture.balanceAfter);
  QCOMPARE(back.reversedOn("2026-03-02"), std::int64_t(parts.size())); // the bank's day
  QCOMPARE(back.told("payment.reversed"), std::int64_t(parts.size()));
  for (const auto &id : {out.id, of.id}) {
    const auto kept = expect(back.desk().find(id));
    QVERIFY(kept.status == BankEntryStatus::Matched);
    QCOMPARE(kept.reason, u"returned"_s);
    QCOMPARE(back.desk().unassign(id).error().code, u"bank.entry_settled"_s);
  }
  QCOMPARE(back.number("select count(*) from bank_entry where returns is not null"),
           std::int64_t(1));
  QCOMPARE(back.desk().assignReturn(out.id, of.id).error().code, u"bank.entry_settled"_s);
  const auto second = back.wentOut(fee + toBalance);
  QCOMPARE(back.desk().assignReturn(second.id, of.id).error().code, u"bank.entry_settled"_s);
  QCOMPARE(back.differences(), QStringList());
}

void TestBankReturns::BILL_6_aClosedMonthStaysAsItIs() {
  SentBack back;
  const auto of = back.paid(fee, {{back.customer, back.invoice, fee}});
  const auto out = back.wentOut(fee, u"2026-02-28"_s);
  static_cast<void>(expect(
      billing::closeMonth(back.worker.session, back.worker.business, std::chrono::year{2026} / 2)));
  expect(back.desk().assignReturn(out.id, of.id));
  QCOMPARE(back.reversedOn("2026-03-01"), std::int64_t(1)); // the first open day
  QCOMPARE(back.differences(), QStringList());
}

// It was a payment until it went back: what was credited meanwhile stays, as after a lost charge.
void TestBankReturns::BILL_4_aCreditSinceStays() {
  SentBack back;
  const auto of = back.paid(fee, {{back.customer, back.invoice, fee}});
  static_cast<void>(expect(Credits(back.worker.session, back.worker.business)
                               .act({back.customer, back.invoice, 100, u"asked"_s})));
  const auto out = back.wentOut(fee);
  const auto picture = expect(back.desk().previewReturn(out.id, of.id));
  expect(back.desk().assignReturn(out.id, of.id, picture.digest()));
  std::int64_t due = 0;
  for (const auto &one : back.invoices())
    due += one.amountDue();
  QCOMPARE(due - back.balance(), 2 * fee - 100);
  QCOMPARE(back.differences(), QStringList());
}

void TestBankReturns::BILL_4_whatDoesNotFitIsRefused_data() {
  QTest::addColumn<QString>("code");
  QTest::newRow("it came in") << u"bank.return_invalid"_s;
  QTest::newRow("another amount") << u"bank.return_invalid"_s;
  QTest::newRow("an earlier day") << u"bank.return_invalid"_s;
  QTest::newRow("nothing was assigned") << u"bank.entry_settled"_s;
  QTest::newRow("it was undone") << u"bank.entry_settled"_s;
  QTest::newRow("it was dismissed") << u"bank.entry_settled"_s;
}

void TestBankReturns::BILL_4_whatDoesNotFitIsRefused() {
  QFETCH(QString, code);
  const QByteArray what(QTest::currentDataTag());
  SentBack back;
  const auto of = back.came(fee);
  if (!what.startsWith("nothing"))
    expect(back.desk().assign(of.id, {{back.customer, back.invoice, fee}}));
  if (what.endsWith("undone"))
    expect(back.desk().unassign(of.id));
  const auto out =
      what.startsWith("it came") ? back.came(fee)
      : what.startsWith("another")
          ? back.wentOut(fee - 1)
          : back.wentOut(fee, what.endsWith("day") ? u"2026-02-26"_s : u"2026-03-02"_s);
  if (what.endsWith("dismissed"))
    expect(back.desk().dismiss(out.id, u"rent"_s));
  const auto cash = back.cash();
  QCOMPARE(back.desk().previewReturn(out.id, of.id).error().code, code);
  QCOMPARE(back.desk().assignReturn(out.id, of.id).error().code, code);
  QCOMPARE(back.cash(), cash);
  QVERIFY(expect(back.desk().find(out.id)).reason != u"returned"_s);
  QCOMPARE(back.differences(), QStringList());
}

void TestBankReturns::BILL_4_whatTheBalancePaidSinceIsDueAgain_data() {
  QTest::addColumn<std::int64_t>("toBalance");
  QTest::addColumn<std::int64_t>("given"); // by hand, and of nobody's transfer
  QTest::addColumn<std::int64_t>("march"); // is due again, and what is left of the balance
  QTest::addColumn<std::int64_t>("left");
  QTest::newRow("all of it") << std::int64_t(fee) << std::int64_t(0) << std::int64_t(fee)
                             << std::int64_t(0);
  QTest::newRow("a part") << std::int64_t(500) << std::int64_t(0) << std::int64_t(fee)
                          << std::int64_t(0);
  QTest::newRow("what is lacking only")
      << std::int64_t(fee) << std::int64_t(fee - 400) << std::int64_t(400) << std::int64_t(0);
}

// By hand: the two invoices that are there are paid, what is over pays that of March with what was
// given. The money is gone, so as much of that is due again as the balance lacks.
void TestBankReturns::BILL_4_whatTheBalancePaidSinceIsDueAgain() {
  QFETCH(std::int64_t, toBalance);
  QFETCH(std::int64_t, given);
  SentBack back;
  const auto all = back.invoices();
  const auto of = back.paid(2 * fee + toBalance, {{back.customer, all[0].id, fee},
                                                  {back.customer, all[1].id, fee},
                                                  {back.customer, {}, toBalance}});
  const auto out = back.wentOut(2 * fee + toBalance);
  back.clock.set(*parseInstant(u"2026-04-02T10:00:00Z"_s));
  back.runAll();
  const auto march = back.latest();
  QCOMPARE(march.balanceApplied, toBalance);
  QCOMPARE(back.balance(), std::int64_t(0));
  if (given > 0)
    expect(adjustBalance(back.worker.session, back.worker.business, back.customer,
                         Money(given, march.currency), u"goodwill"_s));
  const auto picture = expect(back.desk().previewReturn(out.id, of.id));
  QCOMPARE(picture.invoices.size(), std::size_t(3));
  expect(back.desk().assignReturn(out.id, of.id, picture.digest()));
  QTEST(back.latest().amountDue(), "march");
  QTEST(back.balance(), "left");
  QVERIFY(back.latest().status == billing::InvoiceStatus::Open);
  for (const auto &one : picture.invoices)
    QCOMPARE(one.dueAfter,
             expect(back.worker.invoices().find(back.customer, one.invoice)).amountDue());
  QCOMPARE(picture.balanceAfter, back.balance());
  QCOMPARE(back.differences(), QStringList());
}

void TestBankReturns::BILL_4_whatWentOnIsRefused_data() {
  QTest::addColumn<QString>("code");
  QTest::newRow("a part was given back") << u"bank.assignment_refunded"_s;
  QTest::newRow("the balance was paid out") << u"bank.assignment_used"_s;
}

void TestBankReturns::BILL_4_whatWentOnIsRefused() {
  QFETCH(QString, code);
  const QByteArray what(QTest::currentDataTag());
  SentBack back;
  const auto all = back.invoices();
  const auto of = back.paid(
      2 * fee + 500,
      {{back.customer, all[0].id, fee}, {back.customer, all[1].id, fee}, {back.customer, {}, 500}});
  if (what.startsWith("a part"))
    static_cast<void>(expect(Refunds(back.worker.session, back.worker.business)
                                 .act({back.customer, all[0].id, 100, u"asked"_s})));
  else
    expect(adjustBalance(back.worker.session, back.worker.business, back.customer,
                         Money(-200, back.latest().currency), u"paid out"_s));
  const auto out = back.wentOut(2 * fee + 500);
  QCOMPARE(back.desk().previewReturn(out.id, of.id).error().code, code);
  QCOMPARE(back.desk().assignReturn(out.id, of.id).error().code, code);
  QVERIFY(expect(back.desk().find(out.id)).status == BankEntryStatus::Waiting);
  QCOMPARE(back.differences(), QStringList());
}

void TestBankReturns::BILL_4_theSeenPictureCounts() {
  SentBack back;
  const auto of = back.paid(fee, {{back.customer, back.invoice, fee}});
  const auto out = back.wentOut(fee);
  const auto picture = expect(back.desk().previewReturn(out.id, of.id));
  expect(adjustBalance(back.worker.session, back.worker.business, back.customer,
                       Money(fee + 50, back.latest().currency), u"given"_s));
  QCOMPARE(back.desk().assignReturn(out.id, of.id, picture.digest()).error().code,
           u"payment.picture_changed"_s);
}

void TestBankReturns::BILL_4_whatMayHaveGoneBackIsProposed() {
  SentBack back;
  const auto of = back.paid(fee, {{back.customer, back.invoices()[0].id, fee}});
  const auto other = back.came(fee, {}, u"DE2"_s, {}, u"2026-02-26"_s);
  expect(back.desk().assign(other.id, {{back.customer, back.invoices()[1].id, fee}}));
  back.came(fee, u"waits"_s, u"DE1"_s, {}, u"2026-02-25"_s); // it paid nothing
  QCOMPARE(expect(back.desk().returnable(other)).size(), 0u);
  const auto ids = [&](const KeptEntry &out) {
    std::vector<BankEntryId> found;
    for (const auto &one : expect(back.desk().returnable(out)))
      found.push_back(one.id);
    return found;
  };
  const auto out = back.wentOut(fee);
  QCOMPARE(ids(out), (std::vector{of.id, other.id})); // the payer's account before the latest
  QCOMPARE(ids(back.wentOut(fee - 1)).size(), 0u);
  QCOMPARE(ids(back.wentOut(fee, u"2026-02-20"_s)).size(), 0u); // before they came
  expect(back.desk().assignReturn(out.id, of.id));
  QCOMPARE(ids(back.wentOut(fee, u"2026-03-03"_s)), std::vector{other.id});
}

QTEST_GUILESS_MAIN(TestBankReturns)
#include "tst_bank_returns.moc"
