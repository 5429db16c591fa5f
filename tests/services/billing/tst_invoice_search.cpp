// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/invoice_search.h"
#include "services/store/query_catalogue.h"
#include "tests/services/billing/billing_house.h"

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::tests;

/// Invoices by what one types of their number.
class TestInvoiceSearch : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void invoicesAreFound_data();
  void invoicesAreFound();
  void whoeverMayReadFinds_data();
  void whoeverMayReadFinds();
  void aSearchReadsTheIndexOfNumbers_data();
  void aSearchReadsTheIndexOfNumbers();

private:
  [[nodiscard]] QStringList found(const QString &text, const QString &role = u"support"_s);

  BillingHouse m_house;
};

void TestInvoiceSearch::initTestCase() {
  for (int i = 0; i < 12; ++i)
    m_house.subscribe(m_house.organization());
  m_house.runAll();
  QCOMPARE(m_house.number("select count(*) from invoice where number is not null"), 12);
  expect(m_house.test.connect()->script(
      "set session_replication_role = replica;"
      "update invoice set number = 'Ab-77%x' where number = 'INV-2026-000012';"
      "update invoice set number = 'INV-2024-000003' where number = 'INV-2026-000011';"
      "insert into credit_note (organization_id, credit_note_id, number, kind, currency, net, tax, "
      "total, to_balance, customer, issued_on, created_at) select organization_id, invoice_id, "
      "'CN-2026-000077', 'by_hand', currency, 100, 0, 100, 100, '{}', '2026-02-01', now() "
      "from invoice where number = 'INV-2026-000001'"));
}

QStringList TestInvoiceSearch::found(const QString &text, const QString &role) {
  const auto database = m_house.test.connect(role);
  store::Session session{*database, m_house.clock, u"console"_s};
  business::AppliedBusiness business;
  QStringList numbers;
  for (const auto &one : expect(billing::searchInvoices(session, business, text)))
    numbers.append(one.number);
  return numbers;
}

void TestInvoiceSearch::invoicesAreFound_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<QStringList>("numbers");
  QTest::newRow("a whole number") << u"INV-2026-000004"_s << QStringList{u"INV-2026-000004"_s};
  QTest::newRow("in small letters") << u"inv-2026-000004"_s << QStringList{u"INV-2026-000004"_s};
  QTest::newRow("spaces around") << u" INV-2026-000004 "_s << QStringList{u"INV-2026-000004"_s};
  QTest::newRow("its sequence, of each year")
      << u"3"_s << QStringList{u"INV-2026-000003"_s, u"INV-2024-000003"_s};
  QTest::newRow("its sequence with zeros") << u"000010"_s << QStringList{u"INV-2026-000010"_s};
  QTest::newRow("the latest first")
      << u"inv-2026-00000"_s
      << QStringList{u"INV-2026-000009"_s, u"INV-2026-000008"_s, u"INV-2026-000007"_s,
                     u"INV-2026-000006"_s, u"INV-2026-000005"_s, u"INV-2026-000004"_s,
                     u"INV-2026-000003"_s, u"INV-2026-000002"_s, u"INV-2026-000001"_s};
  QTest::newRow("of another system, as it is written") << u"Ab-77%"_s << QStringList{u"Ab-77%x"_s};
  QTest::newRow("a credit note") << u"cn-2026-0"_s << QStringList{u"CN-2026-000077"_s};
  QTest::newRow("a credit note by its sequence") << u"77"_s << QStringList{u"CN-2026-000077"_s};
  QTest::newRow("no wildcard") << u"INV-2026-%4"_s << QStringList();
  QTest::newRow("no such") << u"INV-2031"_s << QStringList();
  QTest::newRow("zero") << u"0"_s << QStringList();
  QTest::newRow("two letters are too few") << u"in"_s << QStringList();
  QTest::newRow("nothing") << QString() << QStringList();
  QTest::newRow("a number beyond all") << u"99999999999999999999"_s << QStringList();
  QTest::newRow("a book") << QString(100'000, u'9') << QStringList();
}

void TestInvoiceSearch::invoicesAreFound() {
  QFETCH(QString, text);
  QFETCH(QStringList, numbers);
  QCOMPARE(found(text), numbers);
}

void TestInvoiceSearch::whoeverMayReadFinds_data() {
  QTest::addColumn<QString>("role");
  for (const auto &group :
       {u"success"_s, u"finance"_s, u"support"_s, u"manager"_s, u"administrator"_s})
    QTest::newRow(qPrintable(group)) << group;
}

void TestInvoiceSearch::whoeverMayReadFinds() {
  QFETCH(QString, role);
  QCOMPARE(found(u"INV-2026-000004"_s, role), QStringList{u"INV-2026-000004"_s});
}

void TestInvoiceSearch::aSearchReadsTheIndexOfNumbers_data() {
  QTest::addColumn<QByteArray>("statement");
  QTest::addColumn<QString>("index");
  QTest::newRow("invoices") << QByteArray("invoices_by_number_found") << u"invoice_by_number"_s;
  QTest::newRow("credit notes") << QByteArray("credit_notes_by_number_found")
                                << u"credit_note_by_number"_s;
}

void TestInvoiceSearch::aSearchReadsTheIndexOfNumbers() {
  QFETCH(QByteArray, statement);
  QFETCH(QString, index);
  const auto &query = store::QueryCatalogue::compiledIn().find(statement.toStdString());
  QByteArrayList types, values;
  for (const auto &parameter : query.parameters) {
    types += parameter == "numbers" ? "text[]" : "text";
    values += parameter == "numbers" ? "'{INV-2026-000004}'" : "'INV-2026'";
  }
  const auto database = m_house.test.connect(u"support"_s);
  const auto &limits = store::QueryCatalogue::compiledIn().find("read_promptly").sql;
  expect(database->script("begin; " + QByteArray::fromStdString(limits) +
                          "\n; set local plan_cache_mode = force_generic_plan; prepare planned (" +
                          types.join(", ") + ") as " + QByteArray::fromStdString(query.sql)));
  QString text;
  for (const auto row :
       expect(database->adHoc("explain (costs off) execute planned (" + values.join(", ") + ")")))
    text += row.get<QString>(0) + u'\n';
  QCOMPARE(text.count(u"using "_s + index) + text.count(u"Bitmap Index Scan on "_s + index), 3);
  QVERIFY2(text.contains(u"Index Only Scan Backward"_s) ||
               text.contains(u"Index Scan Backward using "_s + index),
           qPrintable(text));
  QVERIFY2(!text.contains(u"Seq Scan"_s), qPrintable(text));
}

QTEST_GUILESS_MAIN(TestInvoiceSearch)
#include "tst_invoice_search.moc"
