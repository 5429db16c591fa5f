// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/panes/every_pane.h"
#include "ui/billing/explain_page.h"
#include "ui/billing/finalize_action.h"
#include "ui/billing/invoice_offers.h"
#include "ui/billing/invoice_page.h"
#include "ui/billing/line_row.h"
#include "ui/billing/paper_view.h"
#include "ui/forms/money_editor.h"
#include "ui/forms/question_dialog.h"
#include "ui/importing/import_dialog.h"
#include "ui/organizations/money_dialog.h"
#include "ui/theme/theme_manager.h"
#include "ui/widgets/label.h"
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace tenantry;
using namespace tenantry::tests;

/// The path of a newcomer, in the console alone: a book is imported, its month is billed, the
/// invoice is read on its paper, explained to the usage behind it, and paid.
class TestFirstInvoice : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase() {
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    new ui::ThemeManager(qApp);
  }
  void fromAnImportToAPaidInvoice();
};

namespace {

const QString customer = u"Meadow Freight"_s;

bool write(const QTemporaryDir &folder, const QString &name, const QByteArray &text) {
  QFile file(folder.filePath(name));
  return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

/// A customer of another system whose month ends on 1 April; 10,000 calls are included.
bool writeExport(const QTemporaryDir &folder) {
  return write(folder, u"customers.csv"_s,
               "id,email,name,Address Line1,Address City,Address Country\n"
               "c1,pay@meadow.example,Meadow Freight,Main St 1,Anytown,US\n") &&
         write(folder, u"subscriptions.csv"_s,
               "id,customer,plan,status,interval,currency,amount,start,current period start,"
               "current period end\n"
               "s1,c1,starter,active,month,usd,49.00,2025-05-01,2026-03-01,2026-04-01\n") &&
         write(folder, u"usage.jsonl"_s,
               R"({"source":"c1","type":"api_calls","id":"e1","time":"2026-03-03T10:00:00Z",)"
               R"("data":{"quantity":12000}})"
               "\n");
}

/// In the dialog; what it reported.
bool import(EveryPane &house, const QString &folder) {
  ui::ImportDialog dialog(*house.connection, house.window.get());
  dialog.show();
  QSignalSpy read(&dialog.draft(), &models::ImportDraft::sheetsChanged);
  dialog.openDirectory(folder);
  if (!read.wait(30'000))
    return false;
  QCoreApplication::processEvents();
  QSignalSpy imported(&dialog, &ui::ImportDialog::imported);
  for (auto *button : dialog.findChildren<QPushButton *>())
    if (button->text() == u"Import"_s)
      QTest::mouseClick(button, Qt::LeftButton);
  return !imported.isEmpty() || imported.wait(30'000);
}

/// Chooses the customer's row and issues its invoice.
void finalize(EveryPane &house) {
  auto *table = house.billing->table();
  const auto rows = table->model()->match(
      table->model()->index(0, models::PreviewQuery::NameColumn), Qt::DisplayRole, customer);
  QCOMPARE(rows.size(), 1);
  table->chooseRow(rows.front().row());
  QTRY_VERIFY(house.billing->isSettled());
  const auto *action = house.billing->findChild<ui::FinalizeAction *>();
  QTRY_VERIFY(action->button()->isEnabled());
  QTest::keyClick(table, Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
  QTRY_VERIFY(action->question());
  QPointer<ui::QuestionDialog> question = action->question();
  QVERIFY(QTest::qWaitForWindowActive(question));
  QVERIFY2(question->text().contains(u"Total: $"_s), qPrintable(question->text()));
  QTRY_VERIFY(question->deliberate()->hasFocus());
  QTest::keyClicks(question->deliberate(), QString::number(table->model()->rowCount()));
  QTest::keyClick(question->deliberate(), Qt::Key_Return);
  QTRY_VERIFY(!question);
}

bool isDrawn(const ui::PaperView &paper) {
  auto pages = paper.findChildren<QLabel *>();
  // What stands above them is a text.
  pages.removeIf(
      [](const auto *label) { return dynamic_cast<const ui::Label *>(label) != nullptr; });
  return paper.isVisible() && paper.isRendered() && !pages.isEmpty() &&
         std::ranges::all_of(pages, [](const QLabel *page) {
           const auto image = page->pixmap(Qt::ReturnByValue).toImage();
           for (int y = 0; y < image.height(); ++y)
             for (int x = 0; x < image.width(); ++x)
               if (qGray(image.pixel(x, y)) < 100)
                 return true; // there is ink on it
           return false;
         });
}

} // namespace

// ORG-6, BILL-1, BILL-2, BILL-5
void TestFirstInvoice::fromAnImportToAPaidInvoice() {
  EveryPane house{QString()}; // on a database of one's own
  QVERIFY(house.show(ui::Place{ui::Place::Kind::Organizations, {}, {}, {}}));
  const QTemporaryDir folder;
  QVERIFY(writeExport(folder));
  QVERIFY(import(house, folder.path()));
  house.withoutRule([&] { house.house.clock.set(*parseInstant(u"2026-04-01T12:00:00Z"_s)); });

  QVERIFY(house.show(house.today()));
  finalize(house);
  QString number;
  QTRY_VERIFY2(
      [&] {
        house.asOther([&](store::Database &database) {
          const auto rows = expect(database.adHoc("select number from invoice join organization "
                                                  "using (organization_id) where name = :name "
                                                  "and number is not null",
                                                  {{"name", customer}}));
          number = rows.isEmpty() ? QString() : rows[0].get<QString>(0);
        });
        return !number.isEmpty();
      }(),
      "no invoice was issued");

  QVERIFY(house.show(ui::Place{ui::Place::Kind::Invoice, number, {}, {}}));
  const auto *page = house.invoices->findChild<ui::InvoicePage *>();
  QTRY_VERIFY(isDrawn(*page->findChild<ui::PaperView *>()));
  const auto due = page->sheet()->invoice.amountDue();
  QVERIFY(due > 4'900); // the plan, and what was used above what it includes
  QTest::keyClick(house.window.get(), Qt::Key_Escape);

  house.invoices->setFilter({.number = number});
  QTRY_VERIFY(house.invoices->isSettled() && house.invoices->list().rowCount() == 1);
  house.invoices->table()->chooseRow(0);
  QTRY_VERIFY(house.invoices->isSettled() && house.invoices->offers()->receive()->isEnabled());
  const auto clickALine = [&house] { // the page beside the list may just be filled
    for (auto *row : house.invoices->findChildren<ui::LineRow *>())
      if (row->isVisible() && row->isEnabled() && house.window->place().line == 0)
        QTest::mouseClick(row, Qt::LeftButton);
    return house.window->place().line > 0;
  };
  QTRY_VERIFY(clickALine());
  const auto *explained = house.invoices->findChild<ui::ExplainPage *>();
  QTRY_VERIFY(explained->isVisible() && house.invoices->isSettled());
  QVERIFY2(explained->heading().contains(customer), qPrintable(explained->heading()));
  QTest::keyClick(house.window.get(), Qt::Key_Escape);

  house.invoices->table()->setFocus();
  QTest::keyClick(house.invoices->table(), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
  QTRY_VERIFY(house.invoices->offers()->receive()->dialog());
  auto *dialog = house.invoices->offers()->receive()->dialog();
  QTest::keyClicks(dialog->amount()->input()->focusProxy(),
                   QString::number(double(due) / 100, 'f', 2));
  QTRY_VERIFY(dialog->confirmation()->isEnabled());
  QTest::mouseClick(dialog->confirmation(), Qt::LeftButton);
  QTRY_VERIFY(!house.invoices->offers()->receive()->dialog());
  QString status;
  house.asOther([&](store::Database &database) {
    status = expect(database.adHoc("select status from invoice where number = :number",
                                   {{"number", number}}))[0]
                 .get<QString>(0);
  });
  QCOMPARE(status, u"paid"_s);
  house.withoutRule([&] { QCOMPARE(house.house.wrong(), QString()); });
}

QTEST_MAIN(TestFirstInvoice)
#include "tst_first_invoice.moc"
