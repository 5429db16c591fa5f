// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/services/payments/desk.h"
#include <thread>

using namespace tenantry;
using namespace tenantry::tests;

/// What a person decides about the entries that name no invoice (BILL-4).
class TestBankDesk : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void theLikeliestIsProposedFirst();
  void oneEntryPaysSeveralInvoicesAndTheRestIsKept();
  void allOfItGoesToTheBalance();
  void whatIsNotAllOfItIsRefused_data();
  void whatIsNotAllOfItIsRefused();
  void twoPeopleAssignItOnce();
  void whatIsDismissedCanBeTakenBack();
  void aRefusedPartLeavesNothing();
};

void TestBankDesk::theLikeliestIsProposedFirst() {
  Desk desk;
  static_cast<void>(desk.came(5'000, u"INV-2026-000001"_s, u"DE7"_s)); // that account paid before
  const auto kept = desk.came(fee, u"monthly"_s, u"DE7"_s, u"One"_s);
  QCOMPARE(kept.reason, u"unnamed"_s);
  const auto proposals = expect(desk.desk().proposals(kept));
  QCOMPARE(proposals.size(), 2u);
  QCOMPARE(proposals[0].invoice.number, desk.invoices()[1].number); // its amount fits, too
  QVERIFY((proposals[0].hints == std::vector{Hint::Amount, Hint::PayerAccount, Hint::PayerName}));
  QVERIFY((proposals[1].hints == std::vector{Hint::PayerAccount, Hint::PayerName}));
  const auto settled = desk.came(fee, u"INV-2026-000002"_s);
  QVERIFY(settled.status == BankEntryStatus::Matched);
  const auto twice = desk.came(fee, u"INV-2026-000002"_s, u"DE9"_s);
  QCOMPARE(twice.reason, u"settled"_s);
  QVERIFY(expect(desk.desk().proposals(twice)).front().hints.front() == Hint::Named);
}

void TestBankDesk::oneEntryPaysSeveralInvoicesAndTheRestIsKept() {
  Desk desk;
  const auto kept = desk.came(2 * fee + 500);
  const auto all = desk.invoices();
  expect(desk.desk().assign(kept.id, {{desk.customer, all[0].id, fee},
                                      {desk.customer, all[1].id, fee},
                                      {desk.customer, {}, 500}}));
  for (const auto &invoice : desk.invoices())
    QVERIFY(invoice.status == billing::InvoiceStatus::Paid);
  QCOMPARE(desk.balance(), std::int64_t(500));
  QCOMPARE(desk.number("select count(*) from bank_match where rule = 'by_hand'"), std::int64_t(3));
  QVERIFY(expect(desk.desk().find(kept.id)).status == BankEntryStatus::Matched);
  QCOMPARE(desk.differences(), QStringList());
}

void TestBankDesk::allOfItGoesToTheBalance() {
  Desk desk;
  const auto kept = desk.came(fee + 100);
  expect(desk.desk().assign(kept.id, {{desk.customer, {}, fee + 100}}));
  QVERIFY(desk.invoices()[0].status == billing::InvoiceStatus::Paid); // the oldest first
  QCOMPARE(desk.invoices()[1].balanceApplied, std::int64_t(100));
  QCOMPARE(desk.differences(), QStringList());
}

void TestBankDesk::whatIsNotAllOfItIsRefused_data() {
  QTest::addColumn<std::int64_t>("came");
  QTest::addColumn<QList<qint64>>("amounts");
  QTest::addColumn<bool>("ofAnother");
  QTest::newRow("nothing") << std::int64_t(100) << QList<qint64>{} << false;
  QTest::newRow("less") << std::int64_t(100) << QList<qint64>{99} << false;
  QTest::newRow("more") << std::int64_t(100) << QList<qint64>{101} << false;
  QTest::newRow("a part of nothing") << std::int64_t(100) << QList<qint64>{100, 0} << false;
  QTest::newRow("a part below nothing") << std::int64_t(100) << QList<qint64>{200, -100} << false;
  QTest::newRow("two organizations") << std::int64_t(100) << QList<qint64>{50, 50} << true;
  QTest::newRow("the balance twice") << std::int64_t(100) << QList<qint64>{60, 40} << false;
  QTest::newRow("money that went out") << std::int64_t(-100) << QList<qint64>{-100} << false;
}

void TestBankDesk::whatIsNotAllOfItIsRefused() {
  QFETCH(std::int64_t, came);
  QFETCH(QList<qint64>, amounts);
  QFETCH(bool, ofAnother);
  BankEntry entry;
  entry.amount = Money(came, *Currency::parse(u"USD"_s));
  const OrganizationId one(QUuid::createUuid()), other(QUuid::createUuid());
  std::vector<Assignment> parts;
  for (const auto amount : amounts)
    parts.push_back({parts.empty() || !ofAnother ? one : other, {}, amount});
  const auto checked = checkAssignment(entry, parts);
  QVERIFY(!checked);
  QCOMPARE(checked.error().code, u"bank.assignment_invalid"_s);
}

void TestBankDesk::twoPeopleAssignItOnce() {
  Desk desk;
  const auto kept = desk.came(fee);
  std::atomic<int> done = 0, late = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([&] {
      Worker worker(desk.test, desk.clock);
      const auto assigned = BankDesk(worker.session, worker.business)
                                .assign(kept.id, {{desk.customer, desk.invoice, fee}});
      if (assigned)
        ++done;
      else if (assigned.error().code == "bank.entry_settled"_L1)
        ++late;
    });
  for (auto &thread : threads)
    thread.join();
  QCOMPARE(done.load(), 1);
  QCOMPARE(late.load(), 3);
  QCOMPARE(desk.number("select count(*) from payment"), std::int64_t(1));
}

void TestBankDesk::whatIsDismissedCanBeTakenBack() {
  Desk desk;
  const auto kept = desk.came(123, u"interest"_s);
  QCOMPARE(desk.desk().dismiss(kept.id, u"  "_s).error().code, u"bank.reason_missing"_s);
  expect(desk.desk().dismiss(kept.id, u"interest of the bank"_s));
  QCOMPARE(expect(desk.desk().list(BankEntryStatus::NotOurs, 10)).front().reason,
           u"interest of the bank"_s);
  QCOMPARE(desk.desk().assign(kept.id, {{desk.customer, {}, 123}}).error().code,
           u"bank.entry_settled"_s);
  expect(desk.desk().takeBack(kept.id));
  QCOMPARE(expect(desk.desk().find(kept.id)).reason, u"unnamed"_s);
  expect(desk.desk().assign(kept.id, {{desk.customer, {}, 123}}));
  QCOMPARE(desk.desk().takeBack(kept.id).error().code, u"bank.entry_settled"_s);
  QCOMPARE(desk.desk().find(BankEntryId(QUuid::createUuid())).error().code,
           u"bank.entry_not_found"_s);
}

void TestBankDesk::aRefusedPartLeavesNothing() {
  Desk desk;
  const auto kept = desk.came(fee + 100);
  const auto assigned =
      desk.desk().assign(kept.id, {{desk.customer, desk.invoice, fee},
                                   {desk.customer, InvoiceId(QUuid::createUuid()), 100}});
  QCOMPARE(assigned.error().code, u"invoice.not_found"_s);
  QCOMPARE(desk.number("select count(*) from payment"), std::int64_t(0));
  QVERIFY(expect(desk.desk().find(kept.id)).status == BankEntryStatus::Waiting);
}

QTEST_GUILESS_MAIN(TestBankDesk)
#include "tst_bank_desk.moc"
