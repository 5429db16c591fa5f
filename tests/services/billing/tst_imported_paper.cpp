// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/invoice_paper.h"
#include "tests/services/billing/billing_house.h"
#include "tests/services/billing/paper_text.h"
#include "tests/support/gui_main.h"

using namespace tenantry;
using namespace tenantry::tests;

/// BILL-8, ORG-6: an invoice that came by an import was issued elsewhere. Its paper is a copy and
/// asks for nothing that was paid.
class TestImportedPaper : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void itAsksForWhatIsDueOnly_data();
  void itAsksForWhatIsDueOnly();
};

void TestImportedPaper::itAsksForWhatIsDueOnly_data() {
  QTest::addColumn<QByteArray>("came");
  QTest::addColumn<QStringList>("says");
  QTest::addColumn<QString>("saysNot");
  const auto row = [](const char *name, const QByteArray &came, const QStringList &says,
                      const QString &saysNot = {}) {
    QTest::newRow(name) << "kind = 'imported', " + came << says << saysNot;
  };
  row("paid", "status = 'paid', paid = total", {u"Paid"_s, u"Amount due $0.00"_s}, u"Open"_s);
  row("paid in part", "status = 'open', paid = 5000", {u"Open"_s, u"Amount due $149.00"_s});
  row("open", "status = 'open'", {u"Open"_s, u"Amount due $199.00"_s});
  row("void", "status = 'void'", {u"Void"_s}, u"Open"_s);
  row("given up", "status = 'uncollectible', written_off = total",
      {u"Written off"_s, u"Amount due $0.00"_s}, u"Open"_s);
}

void TestImportedPaper::itAsksForWhatIsDueOnly() {
  QFETCH(const QByteArray, came);
  QFETCH(const QStringList, says);
  QFETCH(const QString, saysNot);
  BillingHouse house;
  auto &worker = house.worker;
  const auto id = house.organization();
  house.subscribe(id);
  house.runAll();
  const auto owner = house.test.connect();
  expect(
      owner->script("set session_replication_role = replica; update invoice set " + came +
                    "; update invoice_line set item = 'imported', kind = 'one_off' where kind <> "
                    "'tax'"));
  const auto invoice = expect(worker.invoices().ofOrganization(id)).front();
  const auto text =
      textOf(expect(billing::invoicePdf(worker.session, worker.business, id, invoice.id)))
          .simplified();
  for (const auto &line :
       says + QStringList{u"As invoiced"_s,
                          u"This is a copy: the invoice was issued with another system."_s})
    QVERIFY2(text.contains(line), qPrintable(line + u" is not in\n"_s + text));
  QVERIFY2(saysNot.isEmpty() || !text.contains(saysNot), qPrintable(text));
}

GUI_TEST_MAIN(TestImportedPaper)
#include "tst_imported_paper.moc"
