// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/importing/bank_import.h"
#include "tests/services/payments/debt.h"
#include "tests/support/differences_of.h"

#include <QFile>
#include <QTemporaryDir>
#include <thread>

using namespace tenantry;
using namespace tenantry::tests;
using namespace tenantry::importing;

/// Bank statements become payments, once (BILL-4).
class TestBankImport : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void whatNamesAnInvoicePaysIt();
  void theSameFileTwiceIsPostedOnce();
  void twoImportsAtOncePostOnce();
  void anotherStatementKnowsTheEntriesItRepeats();
  void aStatementThatDiffersIsRefused();
  void balancesThatDoNotAddUpRefuseTheWhole();
  void aDryRunLeavesNothing();
  void partsAndTooMuchFollowTheRulesOfMoney();
  void anAmountAloneNeverPays();
  void twoTransfersForOneInvoice();
  void overlappingCsvExportsPostOnce();
};

namespace {

/// Two customers with an invoice of 199.00 each: INV-2026-000001 and -000002.
struct Bank : Debt {
  Bank() {
    second = organization();
    subscribe(second);
    runAll();
  }
  QByteArray statement() {
    QFile file(u"tests/data/bank/camt053-08.xml"_s);
    if (!file.open(QIODevice::ReadOnly))
      qFatal("the statement is not there");
    return file.readAll();
  }
  QString write(const QByteArray &content, const QString &name = u"bank.xml"_s) {
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
      qFatal("cannot write");
    return file.fileName();
  }
  BankReport import(const QByteArray &content, bool dryRun = false) {
    BankImportOptions options;
    options.dryRun = dryRun;
    return expect(BankImport(worker.session, worker.business).run(write(content), options));
  }
  BankReport importCsv(const QByteArray &rows) {
    return import("Account,Currency,Date,Amount,Description\n" + rows);
  }
  QStringList statuses(const char *column = "status") {
    QStringList all;
    const auto rows = expect(worker.database->adHoc(QByteArray("select ") + column +
                                                    " from bank_entry order by bank_entry_id"));
    for (const auto row : rows)
      all.append(row.get<QString>(0));
    return all;
  }
  QStringList differences() { return differencesOf(worker); }

  OrganizationId second;
  QTemporaryDir folder;
};

} // namespace

void TestBankImport::whatNamesAnInvoicePaysIt() {
  Bank bank;
  const auto report = bank.import(bank.statement());
  QCOMPARE(report.errors.size(), std::size_t(0));
  const auto &statement = report.statements.at(0);
  QCOMPARE(statement.outcome.matched, std::int64_t(2));
  QCOMPARE(statement.outcome.waiting, std::int64_t(4));
  QCOMPARE(statement.pending, std::int64_t(1));
  QCOMPARE(bank.statuses(), (QStringList{u"matched"_s, u"matched"_s, u"waiting"_s, u"waiting"_s,
                                         u"waiting"_s, u"waiting"_s}));
  QCOMPARE(bank.statuses("reason"), (QStringList{QString(), QString(), u"unnamed"_s, u"money_out"_s,
                                                 u"unnamed"_s, u"unnamed"_s}));
  QCOMPARE(bank.number("select count(*) from invoice where status = 'paid'"), std::int64_t(2));
  QCOMPARE(bank.number("select count(*) from bank_match where rule = 'number'"), std::int64_t(2));
  QCOMPARE(bank.told("payment.received"), std::int64_t(2));
  QCOMPARE(bank.differences(), QStringList());
}

void TestBankImport::theSameFileTwiceIsPostedOnce() {
  Bank bank;
  static_cast<void>(bank.import(bank.statement()));
  const auto again = bank.import(bank.statement());
  QVERIFY(again.statements.at(0).outcome.isKnown);
  QCOMPARE(again.statements[0].outcome.known, std::int64_t(6));
  QCOMPARE(bank.number("select count(*) from bank_entry"), std::int64_t(6));
  QCOMPARE(bank.number("select count(*) from payment"), std::int64_t(2));
}

void TestBankImport::twoImportsAtOncePostOnce() {
  Bank bank;
  const auto path = bank.write(bank.statement());
  std::atomic<int> posted = 0, failed = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([&] {
      Worker worker(bank.test, bank.clock);
      const auto report = BankImport(worker.session, worker.business).run(path, {});
      if (!report || !report->errors.empty())
        ++failed;
      else if (!report->statements.at(0).outcome.isKnown)
        ++posted;
    });
  for (auto &thread : threads)
    thread.join();
  QCOMPARE(failed.load(), 0);
  QCOMPARE(posted.load(), 1);
  QCOMPARE(bank.number("select count(*) from payment"), std::int64_t(2));
  QCOMPARE(bank.differences(), QStringList());
}

// A statement of another name repeats what the bank gave a reference; without one its own name
// tells them apart.
void TestBankImport::anotherStatementKnowsTheEntriesItRepeats() {
  Bank bank;
  static_cast<void>(bank.import(bank.statement()));
  const auto again = bank.import(bank.statement().replace("STMT-1", "STMT-1b"));
  QCOMPARE(again.statements.at(0).outcome.known, std::int64_t(4));
  QCOMPARE(again.statements[0].outcome.waiting, std::int64_t(2));
  QCOMPARE(again.statements[0].outcome.twins, std::int64_t(2)); // two of one statement are two
  QCOMPARE(again.gaps.size(), std::size_t(0));                  // it is of the same days
  QCOMPARE(bank.number("select count(*) from payment"), std::int64_t(2));
}

void TestBankImport::aStatementThatDiffersIsRefused() {
  Bank bank;
  static_cast<void>(bank.import(bank.statement()));
  const auto other = bank.import(bank.statement().replace("card terminal", "card machine"));
  QVERIFY(other.statements.empty());
  QCOMPARE(other.errors.at(0).code, u"bank.statement_differs"_s);
  QCOMPARE(bank.number("select count(*) from bank_entry"), std::int64_t(6));
}

void TestBankImport::balancesThatDoNotAddUpRefuseTheWhole() {
  Bank bank;
  const auto report = bank.import(bank.statement().replace("1760.9", "1760.91"));
  QVERIFY(report.statements.empty());
  QCOMPARE(report.errors.at(0).code, u"bank.balance_mismatch"_s);
  QVERIFY(report.errors[0].message.contains(u"1760.90"_s));
  QVERIFY(report.errors[0].place.line > 0);
  for (const auto *table : {"bank_statement", "bank_entry", "payment"})
    QCOMPARE(bank.number(QByteArray("select count(*) from ") + table), std::int64_t(0));
}

void TestBankImport::aDryRunLeavesNothing() {
  Bank bank;
  const auto report = bank.import(bank.statement(), true);
  QCOMPARE(report.statements.at(0).outcome.matched, std::int64_t(2));
  for (const auto *table : {"bank_statement", "bank_entry", "bank_match", "payment"})
    QCOMPARE(bank.number(QByteArray("select count(*) from ") + table), std::int64_t(0));
  const auto wrong = bank.import(bank.statement().replace("1760.9", "1"), true);
  QCOMPARE(wrong.errors.at(0).code, u"bank.balance_mismatch"_s);
}

void TestBankImport::partsAndTooMuchFollowTheRulesOfMoney() {
  Bank bank;
  static_cast<void>(bank.importCsv("A,USD,2026-02-03,99.00,INV-2026-000001\n"
                                   "A,USD,2026-02-03,250.00,inv 2026 000002\n"));
  QCOMPARE(bank.latest().amountDue(), fee - 9'900);
  QVERIFY(bank.latest().status == billing::InvoiceStatus::Open);
  QCOMPARE(bank.number("select amount from customer_balance"), std::int64_t(5'100));
  QCOMPARE(bank.differences(), QStringList());
}

void TestBankImport::anAmountAloneNeverPays() {
  Bank bank;
  static_cast<void>(bank.importCsv("A,USD,2026-02-03,199.00,monthly fee\n"
                                   "A,EUR,2026-02-04,199.00,\n"));
  QCOMPARE(bank.number("select count(*) from payment"), std::int64_t(0));
}

void TestBankImport::twoTransfersForOneInvoice() {
  Bank bank;
  static_cast<void>(bank.importCsv("A,USD,2026-02-03,100.00,INV-2026-000001\n"
                                   "A,USD,2026-02-04,99.00,INV-2026-000001\n"
                                   "A,USD,2026-02-05,99.00,INV-2026-000001\n"));
  QCOMPARE(bank.statuses(), (QStringList{u"matched"_s, u"matched"_s, u"waiting"_s}));
  QCOMPARE(bank.statuses("reason").last(), u"settled"_s); // a person decides about the third
  QCOMPARE(bank.number("select count(*) from customer_balance"), std::int64_t(0));
}

void TestBankImport::overlappingCsvExportsPostOnce() {
  Bank bank;
  static_cast<void>(bank.importCsv("A,USD,2026-02-03,50.00,coffee\nA,USD,2026-02-03,50.00,coffee\n"
                                   "A,USD,2026-02-04,99.00,INV-2026-000001\n"));
  const auto next = bank.importCsv("A,USD,2026-02-04,99.00,INV-2026-000001\n"
                                   "A,USD,2026-02-05,1.00,new\n");
  QCOMPARE(next.statements.at(0).outcome.known, std::int64_t(1));
  QCOMPARE(bank.number("select count(*) from bank_entry"), std::int64_t(4));
  QCOMPARE(bank.latest().paid, std::int64_t(9'900));
}

QTEST_GUILESS_MAIN(TestBankImport)
#include "tst_bank_import.moc"
