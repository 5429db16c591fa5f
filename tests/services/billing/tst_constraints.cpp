// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/corrections.h"
#include "tests/services/billing/billing_house.h"

using namespace tenantry;
using namespace tenantry::tests;

/// BILL-2, BILL-4: what the database refuses of the books, whoever asks and by whatever program:
/// the superuser as well as the worker.
class TestConstraints : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void theDatabaseRefuses_data();
  void theDatabaseRefuses();
  void cleanupTestCase();

private:
  BillingHouse m_house;
  QString m_before;
  /// All that the rows below would change.
  QString books() {
    QString all;
    for (const char *table : {"invoice", "invoice_line", "billed_period", "ledger_entry",
                              "balance_movement", "credit_note", "credit_note_allocation",
                              "number_registry", "event", "usage_event", "bank_entry"})
      all += u"%1 "_s.arg(m_house.number(
          QByteArray("select coalesce(sum(hashtext(t::text)::bigint), 0)::bigint from ") + table +
          " as t"));
    return all;
  }
};

void TestConstraints::initTestCase() {
  const auto id = m_house.organization();
  m_house.subscribe(id);
  m_house.use(id, u"api_calls"_s, 5);
  m_house.runAll();
  auto &worker = m_house.worker;
  const auto invoice = expect(worker.invoices().ofOrganization(id)).front().id;
  expect(worker.database->transaction([&]() -> Result<> {
    billing::Corrections corrections(worker.session, worker.business);
    TENANTRY_TRY(planned, corrections.previewCredit(id, invoice, 1'000));
    TENANTRY_CHECK(corrections.credit(std::move(planned), makeId<CreditNoteId>(m_house.clock.now()),
                                      u"kindness"_s));
    return corrections.adjustBalance(id, Money(500, *Currency::parse(u"USD"_s)), u"kindness"_s);
  }));
  const auto owner = m_house.test.connect();
  expect(owner->script(
      "insert into tenantry.bank_statement (bank_statement_id, account, statement_key, "
      "content_digest, format, file_name, imported_at) values "
      "('00000000-0000-7000-8000-000000000001', 'DE1', 's', '', 'csv', '', now()); "
      "insert into tenantry.bank_entry (bank_entry_id, bank_statement_id, account, entry_key, "
      "amount, currency, booked_on, status) values ('00000000-0000-7000-8000-000000000002', "
      "'00000000-0000-7000-8000-000000000001', 'DE1', 'e', 100, 'USD', '2026-01-31', 'waiting'); "
      // A draft beside what is final.
      "insert into tenantry.invoice_line (organization_id, invoice_id, line_no, kind, amount) "
      "select organization_id, '00000000-0000-7000-8000-000000000003', 1, 'one_off', 700 from "
      "tenantry.organization; "
      "insert into tenantry.invoice (organization_id, invoice_id, kind, status, currency, net, "
      "tax, total, customer, created_at) select organization_id, "
      "'00000000-0000-7000-8000-000000000003', 'one_off', 'draft', 'USD', 700, 0, 700, '{}', "
      "now() from tenantry.organization"));
  m_before = books();
}

void TestConstraints::theDatabaseRefuses_data() {
  QTest::addColumn<QByteArray>("sql");
  QTest::addColumn<QString>("code");
  QTest::addColumn<QString>("constraint");
  const auto add = [](const QByteArray &name, const QByteArray &sql, const QString &code,
                      const QString &constraint = {}) {
    for (const auto *who : {"superuser", "worker"})
      QTest::addRow("%s, as %s", name.constData(), who) << sql << code << constraint;
  };
  add("BILL-2 billed_period_overlap: a day is billed once",
      "insert into billed_period (organization_id, subscription_id, item, span, invoice_id, "
      "line_no) select organization_id, subscription_id, item, daterange(upper(span) - 1, "
      "upper(span) + 1), invoice_id, line_no from billed_period",
      u"store.constraint"_s, u"billed_period_overlap"_s);
  const QByteArray entries =
      "insert into ledger_entry (organization_id, transaction_id, entry_no, account, amount, "
      "currency, booked_at, business_day, cause) select organization_id, organization_id, no, "
      "'cash', amount, currency, created_at, '2026-01-31', 'test' from organization, (values ";
  add("BILL-4 ledger_balances: off by one", entries + "(1, 100), (2, -99)) as x (no, amount)",
      u"ledger.unbalanced"_s);
  QByteArray two = entries;
  two.replace("amount, currency, created_at", "amount, x.currency, created_at");
  add("BILL-4 ledger_balances: over two currencies",
      two + "(1, 100, 'USD'), (2, -100, 'EUR')) as x (no, amount, currency)",
      u"ledger.unbalanced"_s);
  const QByteArray copied =
      "insert into invoice (organization_id, invoice_id, number, kind, status, currency, net, tax, "
      "total, customer, issued_on, created_at) select organization_id, organization_id, 'X', "
      "'one_off', 'open', currency, 5, 0, 5, customer, issued_on, created_at from invoice "
      "where number is not null";
  add("BILL-2 invoice_sums: an invoice without its lines", copied, u"invoice.sum_mismatch"_s);
  add("BILL-2 invoice_sums_final: a draft that is not the sum of its lines",
      "update invoice set number = 'X', status = 'open', issued_on = '2026-01-31', net = 701, "
      "total = 701 where status = 'draft'",
      u"invoice.sum_mismatch"_s);
  add("BILL-2 credit_note_sum: a credit note without its lines",
      "insert into credit_note (organization_id, credit_note_id, number, kind, currency, net, tax, "
      "total, to_balance, customer, issued_on, created_at) select organization_id, "
      "organization_id, 'X', kind, currency, net, tax, total, 0, customer, issued_on, created_at "
      "from credit_note",
      u"invoice.sum_mismatch"_s);
  add("BILL-2 invoice_line_frozen: another amount",
      "update invoice_line set amount = amount + 1 from invoice where invoice.invoice_id = "
      "invoice_line.invoice_id and number is not null",
      u"invoice.finalized"_s);
  add("BILL-2 invoice_line_frozen: a line less",
      "delete from invoice_line using invoice where invoice.invoice_id = invoice_line.invoice_id "
      "and number is not null",
      u"invoice.finalized"_s);
  add("BILL-2 invoice_line_frozen: of a credit note",
      "delete from invoice_line using credit_note where credit_note_id = invoice_id",
      u"invoice.finalized"_s);
  add("BILL-2 invoice_line_late: a line more",
      "insert into invoice_line (organization_id, invoice_id, line_no, kind, amount) select "
      "organization_id, invoice_id, 99, 'one_off', 1 from invoice where number is not null",
      u"invoice.finalized"_s);
  add("BILL-2 invoice_line_late: of a credit note",
      "insert into invoice_line (organization_id, invoice_id, line_no, kind, amount, "
      "credits_invoice_id, credits_line_no) select organization_id, credit_note_id, 99, "
      "'proration_credit', -1, invoice_id, 1 from credit_note join credit_note_allocation using "
      "(organization_id, credit_note_id)",
      u"invoice.finalized"_s);
  add("BILL-2 invoice_kept: a number that is gone", "delete from invoice where number is not null",
      u"invoice.finalized"_s);
  add("BILL-2 invoice_frozen: another total",
      "update invoice set net = net + 1, total = total + 1 where number is not null",
      u"invoice.finalized"_s);
  add("BILL-2 invoice_frozen: another customer",
      "update invoice set customer = '{}' where number is not null", u"invoice.finalized"_s);
  add("BILL-2 invoice_frozen: another number",
      "update invoice set number = 'X' where number is not null", u"invoice.finalized"_s);
  add("BILL-2 credit_within: more than the line",
      "insert into invoice_line (organization_id, invoice_id, line_no, kind, amount, "
      "credits_invoice_id, credits_line_no) select l.organization_id, l.organization_id, 1, "
      "'proration_credit', -l.amount - 1, l.invoice_id, l.line_no from invoice_line as l join "
      "invoice as i using (organization_id, invoice_id) where i.number is not null",
      u"invoice.credit_exceeds_total"_s);
  add("BANK-1 bank_entry_once: the same entry twice",
      "insert into bank_entry (bank_entry_id, bank_statement_id, account, entry_key, amount, "
      "currency, booked_on, status) select bank_statement_id, bank_statement_id, account, "
      "entry_key, amount + 1, currency, booked_on, status from bank_entry",
      u"store.duplicate"_s, u"bank_entry_once"_s);
  for (const char *table :
       {"ledger_entry", "balance_movement", "credit_note", "credit_note_allocation",
        "number_registry", "event", "usage_event", "mrr_movement"})
    for (const char *act : {"delete from %1", "update %1 set organization_id = organization_id"}) {
      const auto sql = QString::fromLatin1(act).arg(QString::fromLatin1(table)).toLatin1();
      add("BILL-4 append_only: " + sql, sql, u"store.append_only"_s);
    }
}

void TestConstraints::theDatabaseRefuses() {
  QFETCH(QByteArray, sql);
  const bool isWorker = QByteArray(QTest::currentDataTag()).endsWith("worker");
  const auto database = m_house.test.connect(isWorker ? u"worker"_s : QString());
  const auto done = database->adHoc(sql);
  QVERIFY2(!done, "It was done.");
  // What a role may not even ask for is refused before any rule is.
  if (isWorker && done.error().code == "store.forbidden"_L1)
    return;
  QTEST(done.error().code, "code");
  QFETCH(QString, constraint);
  if (!constraint.isEmpty())
    QCOMPARE(done.error().place.field, constraint);
}

void TestConstraints::cleanupTestCase() { QCOMPARE(books(), m_before); }

QTEST_GUILESS_MAIN(TestConstraints)
#include "tst_constraints.moc"
