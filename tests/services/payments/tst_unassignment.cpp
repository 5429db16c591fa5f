// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/books.h"
#include "services/billing/corrections.h"
#include "services/payments/adjustment.h"
#include "services/payments/credits.h"
#include "services/payments/refunds.h"
#include "tests/services/payments/desk.h"
#include <thread>

using namespace tenantry;
using namespace tenantry::tests;

/// Undoing what an entry of the bank paid (BILL-4, BILL-6).
class TestUnassignment : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void allBalancesAreAsBefore_data();
  void allBalancesAreAsBefore();
  void itShowsWhatItDoes();
  void whatMovedOnIsRefused_data();
  void whatMovedOnIsRefused();
  void itIsDunnedFurtherOn();
  void aClosedMonthStaysAsItIs();
  void aPaidInvoiceOpensOnlyByAReversal();
  void whatWasReversedIsNotGivenBack();
  void twoPeopleUndoItOnce();
  void itIsAssignedAnew();
  void theSeenPictureCounts();
};

namespace {

struct Undo : Desk {
  std::vector<Assignment> parts(const QString &how) {
    const auto all = invoices();
    const OrganizationId one = customer;
    if (how == u"one invoice"_s)
      return {{one, all[0].id, fee}};
    if (how == u"a part of one"_s)
      return {{one, all[0].id, 1'000}};
    if (how == u"too much, which pays the other"_s)
      return {{one, all[1].id, fee + 300}};
    if (how == u"two and the balance"_s)
      return {{one, all[0].id, fee}, {one, all[1].id, fee}, {one, {}, 500}};
    return {{one, {}, fee + 100}}; // the balance
  }
};

std::int64_t sumOf(const std::vector<Assignment> &parts) {
  std::int64_t sum = 0;
  for (const auto &part : parts)
    sum += part.amount;
  return sum;
}

} // namespace

void TestUnassignment::allBalancesAreAsBefore_data() {
  QTest::addColumn<bool>("hasBalance");
  for (const auto *how : {"one invoice", "a part of one", "too much, which pays the other",
                          "two and the balance", "the balance"})
    for (const bool hasBalance : {false, true})
      QTest::addRow("%s, %s", how, hasBalance ? "a part was paid before" : "nothing was paid")
          << hasBalance;
}

void TestUnassignment::allBalancesAreAsBefore() {
  QFETCH(bool, hasBalance);
  Undo undo;
  if (hasBalance)
    expect(undo.service().receiveTransfer(undo.customer, undo.invoice, 700, {}));
  const auto how = QString::fromLatin1(QTest::currentDataTag())
                       .section(u", n"_s, 0, 0)
                       .section(u", a part was"_s, 0, 0);
  const auto before = undo.standing();
  const auto parts = undo.parts(how);
  const auto kept = undo.came(sumOf(parts));
  const auto picture = expect(undo.desk().preview(kept.id, parts));
  expect(undo.desk().assign(kept.id, parts, picture.digest()));
  QCOMPARE(undo.balance(), picture.balanceAfter); // the preview is exact
  QVERIFY(undo.standing() != before);
  const auto undone = expect(undo.desk().previewUnassign(kept.id));
  expect(undo.desk().unassign(kept.id, undone.digest()));
  QCOMPARE(undo.standing(), before);
  QCOMPARE(undo.balance(), undone.balanceAfter);
  for (const auto &one : undone.invoices)
    QCOMPARE(expect(undo.worker.invoices().find(undo.customer, one.invoice)).amountDue(),
             one.dueAfter);
  const auto again = expect(undo.desk().find(kept.id));
  QVERIFY(again.status == BankEntryStatus::Waiting);
  QCOMPARE(again.reason, u"taken_back"_s);
  QCOMPARE(undo.number("select count(*) from payment_reversal"), std::int64_t(parts.size()));
  QCOMPARE(undo.told("payment.reversed"), std::int64_t(parts.size()));
  QCOMPARE(undo.desk().unassign(kept.id).error().code, u"bank.entry_settled"_s);
  QCOMPARE(undo.differences(), QStringList());
}

void TestUnassignment::itShowsWhatItDoes() {
  Undo undo;
  const auto parts = undo.parts(u"too much, which pays the other"_s);
  const auto kept = undo.came(sumOf(parts));
  const auto picture = expect(undo.desk().preview(kept.id, parts));
  QCOMPARE(picture.parts.front().pays, fee);
  QCOMPARE(picture.uses.size(), 1u); // the other invoice, which was open
  QCOMPARE(picture.uses.front().amount.minor(), std::int64_t(300));
  QCOMPARE(picture.balanceAfter, std::int64_t(0));
  expect(undo.desk().assign(kept.id, parts));
  const auto undone = expect(undo.desk().previewUnassign(kept.id));
  QCOMPARE(undone.invoices.size(), 2u);
  QCOMPARE(undone.invoices[0].dueBefore, fee - 300);
  QCOMPARE(undone.invoices[0].dueAfter, fee);
  QCOMPARE(undone.invoices[1].dueBefore, std::int64_t(0));
  QCOMPARE(undone.invoices[1].dueAfter, fee);
}

void TestUnassignment::whatMovedOnIsRefused_data() {
  QTest::addColumn<QString>("code");
  QTest::newRow("a part was given back") << u"bank.assignment_refunded"_s;
  QTest::newRow("it was credited to the balance") << u"bank.assignment_credited"_s;
  QTest::newRow("the balance was paid out") << u"bank.assignment_used"_s;
  QTest::newRow("the rest was given up") << u"bank.assignment_used"_s;
}

void TestUnassignment::whatMovedOnIsRefused() {
  QFETCH(QString, code);
  const QByteArray what(QTest::currentDataTag());
  Undo undo;
  const auto all = undo.invoices();
  std::vector<Assignment> parts{{undo.customer, all[0].id, fee}};
  if (what.startsWith("the balance"))
    parts = {
        {undo.customer, all[0].id, fee}, {undo.customer, all[1].id, fee}, {undo.customer, {}, 500}};
  if (what.startsWith("the rest"))
    parts = {{undo.customer, all[0].id, 1'000}};
  const auto kept = undo.came(sumOf(parts));
  expect(undo.desk().assign(kept.id, parts));
  if (what.startsWith("a part"))
    static_cast<void>(expect(Refunds(undo.worker.session, undo.worker.business)
                                 .act({undo.customer, all[0].id, 100, u"asked"_s})));
  else if (what.startsWith("it was credited"))
    static_cast<void>(expect(Credits(undo.worker.session, undo.worker.business)
                                 .act({undo.customer, all[0].id, 100, u"asked"_s})));
  else if (what.startsWith("the balance"))
    expect(adjustBalance(undo.worker.session, undo.worker.business, undo.customer,
                         Money(-200, undo.latest().currency), u"paid out"_s));
  else
    expect(undo.worker.invoices().writeOff(undo.customer, all[0].id));
  const auto before = undo.standing();
  QCOMPARE(undo.desk().previewUnassign(kept.id).error().code, code);
  QCOMPARE(undo.desk().unassign(kept.id).error().code, code);
  QCOMPARE(undo.standing(), before);
  QVERIFY(expect(undo.desk().find(kept.id)).status == BankEntryStatus::Matched);
  QCOMPARE(undo.differences(), QStringList());
}

void TestUnassignment::itIsDunnedFurtherOn() {
  Undo undo;
  const auto kept = undo.came(fee);
  const QByteArray running("select count(*) from dunning_case where ended_at is null and "
                           "recovered = 0");
  QCOMPARE(undo.number(
               "with opened as (insert into dunning_case (organization_id, invoice_id, step, "
               "tries, decline_class, currency, next_act, next_at, opened_at) "
               "select organization_id, invoice_id, 'retrying', 1, 'soft', currency, 'retry', "
               "now(), now() from invoice where invoice_id = '" +
               undo.invoice.toString().toLatin1() + "' returning 1) select count(*) from opened"),
           std::int64_t(1));
  const auto before = undo.number(running);
  QVERIFY(before > 0);
  expect(undo.desk().assign(kept.id, {{undo.customer, undo.invoice, fee}}));
  QCOMPARE(undo.number(running), before - 1);
  static_cast<void>(undo.number("with gone as (delete from job where kind = 'payment.dunning' "
                                "returning 1) select count(*) from gone"));
  expect(undo.desk().unassign(kept.id));
  QCOMPARE(undo.number("select count(*) from job where state = 'ready' and key = '" +
                       undo.invoice.toString().toLatin1() + "'"),
           std::int64_t(1));
  QCOMPARE(undo.number(running), before);
}

void TestUnassignment::aClosedMonthStaysAsItIs() {
  Undo undo;
  const auto kept = undo.came(fee);
  expect(undo.desk().assign(kept.id, {{undo.customer, undo.invoice, fee}}));
  undo.clock.set(*parseInstant(u"2026-03-05T10:00:00Z"_s));
  static_cast<void>(expect(
      billing::closeMonth(undo.worker.session, undo.worker.business, std::chrono::year{2026} / 2)));
  const QByteArray inFebruary(
      "select count(*) from ledger_entry where business_day < '2026-03-01'");
  const auto before = undo.number(inFebruary);
  expect(undo.desk().unassign(kept.id));
  QCOMPARE(undo.number(inFebruary), before);
  QCOMPARE(undo.number("select count(*) from ledger_entry where cause = 'payment.reversed' and "
                       "business_day = '2026-03-01'"),
           std::int64_t(2));
  QCOMPARE(undo.differences(), QStringList());
}

void TestUnassignment::aPaidInvoiceOpensOnlyByAReversal() {
  Undo undo;
  const auto kept = undo.came(fee);
  expect(undo.desk().assign(kept.id, {{undo.customer, undo.invoice, fee}}));
  const auto opened =
      undo.worker.session.database.execute("invoice_reopen", {{"organization", undo.customer},
                                                              {"invoice", undo.invoice},
                                                              {"paid", std::int64_t(1)},
                                                              {"recovered", std::int64_t(0)},
                                                              {"applied", std::int64_t(0)}});
  QVERIFY(!opened);
  QCOMPARE(opened.error().code, u"invoice.not_open"_s);
}

void TestUnassignment::whatWasReversedIsNotGivenBack() {
  Undo undo;
  const auto kept = undo.came(fee);
  expect(undo.desk().assign(kept.id, {{undo.customer, undo.invoice, fee}}));
  expect(undo.desk().unassign(kept.id));
  Refunds refunds(undo.worker.session, undo.worker.business);
  QCOMPARE(expect(refunds.most(undo.customer, undo.invoice)).minor(), std::int64_t(0));
  QVERIFY(expect(moneyOf(undo.worker.session, undo.customer, undo.invoice)).payments.empty());
}

void TestUnassignment::twoPeopleUndoItOnce() {
  Undo undo;
  const auto kept = undo.came(fee);
  expect(undo.desk().assign(kept.id, {{undo.customer, undo.invoice, fee}}));
  std::atomic<int> done = 0, late = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([&] {
      Worker worker(undo.test, undo.clock);
      const auto undone = BankDesk(worker.session, worker.business).unassign(kept.id);
      if (undone)
        ++done;
      else if (undone.error().code == "bank.entry_settled"_L1)
        ++late;
    });
  for (auto &thread : threads)
    thread.join();
  QCOMPARE(done.load(), 1);
  QCOMPARE(late.load(), 3);
  QCOMPARE(undo.number("select count(*) from payment_reversal"), std::int64_t(1));
  QCOMPARE(undo.differences(), QStringList());
}

void TestUnassignment::itIsAssignedAnew() {
  Undo undo;
  const auto kept = undo.came(fee);
  for (const auto &invoice : undo.invoices()) {
    expect(undo.desk().assign(kept.id, {{undo.customer, invoice.id, fee}}));
    expect(undo.desk().unassign(kept.id));
  }
  expect(undo.desk().assign(kept.id, {{undo.customer, undo.invoices()[1].id, fee}}));
  QVERIFY(undo.invoices()[0].status == billing::InvoiceStatus::Open);
  QVERIFY(undo.invoices()[1].status == billing::InvoiceStatus::Paid);
  QCOMPARE(undo.differences(), QStringList());
}

void TestUnassignment::theSeenPictureCounts() {
  Undo undo;
  const auto kept = undo.came(fee);
  const std::vector<Assignment> parts{{undo.customer, undo.invoice, fee}};
  const auto picture = expect(undo.desk().preview(kept.id, parts));
  expect(undo.service().receiveTransfer(undo.customer, undo.invoice, 700, {}));
  QCOMPARE(undo.desk().assign(kept.id, parts, picture.digest()).error().code,
           u"payment.picture_changed"_s);
  expect(undo.desk().assign(kept.id, parts));
  const auto undone = expect(undo.desk().previewUnassign(kept.id));
  expect(adjustBalance(undo.worker.session, undo.worker.business, undo.customer,
                       Money(50, undo.latest().currency), u"given"_s));
  QCOMPARE(undo.desk().unassign(kept.id, undone.digest()).error().code,
           u"payment.picture_changed"_s);
}

QTEST_GUILESS_MAIN(TestUnassignment)
#include "tst_unassignment.moc"
