// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/credits.h"
#include "services/store/no_database_here.h"
#include "tests/services/billing/billing_house.h"
#include "ui/billing/invoice_offers.h"
#include "ui/billing/invoices_pane.h"
#include "ui/billing/paper_view.h"
#include "ui/forms/money_editor.h"
#include "ui/organizations/money_dialog.h"
#include "ui/shell/export_action.h"
#include "ui/shell/main_window.h"
#include "ui/theme/theme_manager.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/format.h"
#include "ui/widgets/label.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/table_view.h"

#include <QApplication>
#include <QFile>
#include <QPushButton>
#include <QScrollBar>
#include <QTemporaryDir>

using namespace tenantry;
using namespace tenantry::tests;
using billing::InvoiceFilter;
using models::IssuedInvoicesModel;
using std::chrono::days;

/// The list of issued invoices in its window, worked with keys and mouse: two months of three
/// customers, nothing paid.
class TestInvoicesPane : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void init();
  void cleanup();
  void theFirstInvoiceStandsBesideTheList();
  void enterOpensTheInvoiceAndEscReturns();
  void thePaperIsSaidToBeAsItWasIssued();
  void aTypedNumberIsLookedFor();
  void nothingFoundLeadsBackToAll();
  void aColumnWithoutAnOrderKeepsTheOneThatIs();
  void theDayTheListIsInOrderOfStays();
  void theAmountDueIsTheLastToGo();
  void creditNotesAreListedReadAndLinked();
  void whatIsNotThereIsCalledWhatItIs_data();
  void whatIsNotThereIsCalledWhatItIs();
  void anAmountIsCreditedAfterItsPreview();
  void aPaymentIsRecordedAndGivenBack();
  void anExportHasWhatTheListHas();
  void aCancelledExportWritesNothing();

private:
  [[nodiscard]] QString currentNumber() const {
    return m_pane->table()->currentIndex().siblingAtColumn(0).data().toString();
  }

  std::unique_ptr<BillingHouse> m_house;
  std::unique_ptr<models::Connection> m_connection;
  std::unique_ptr<models::RunningWork> m_work;
  std::unique_ptr<ui::MainWindow> m_window;
  ui::InvoicesPane *m_pane = nullptr;
  std::optional<store::NoDatabaseHere> m_rule; ///< no query on the GUI thread
};

void TestInvoicesPane::initTestCase() {
  new ui::ThemeManager(qobject_cast<QApplication *>(QCoreApplication::instance()));
}

void TestInvoicesPane::init() {
  m_house = std::make_unique<BillingHouse>();
  for (int i = 0; i < 3; ++i)
    m_house->subscribe(m_house->organization());
  m_house->runAll();
  m_house->clock.set(BillingHouse::start() + days(35));
  m_house->runAll();
  m_connection =
      std::make_unique<models::Connection>(m_house->test.settings(), m_house->clock, u"test"_s);
  m_work = std::make_unique<models::RunningWork>(*m_connection);
  m_rule.emplace();
  m_window = std::make_unique<ui::MainWindow>();
  m_pane = new ui::InvoicesPane(*m_connection, *m_work);
  m_window->addPane(m_pane);
  m_window->open(m_pane->home());
  m_window->show();
  m_window->activateWindow();
  QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
  QTRY_COMPARE(m_pane->table()->model()->rowCount(), 6);
}

void TestInvoicesPane::cleanup() {
  m_window.reset();
  m_work.reset();
  m_rule.reset();
  m_connection.reset();
  m_house.reset();
}

void TestInvoicesPane::theFirstInvoiceStandsBesideTheList() {
  QTRY_VERIFY(m_pane->isSettled());
  QVERIFY(!currentNumber().isEmpty());
  const auto isShown = [this] {
    const auto labels = m_pane->findChildren<ui::Label *>();
    return std::any_of(labels.begin(), labels.end(), [this](const ui::Label *label) {
      return label->isVisible() && label->text().contains(currentNumber());
    });
  };
  QTRY_VERIFY(isShown());
}

void TestInvoicesPane::enterOpensTheInvoiceAndEscReturns() {
  QTRY_VERIFY(m_pane->isSettled());
  const QString number = currentNumber();
  QTest::keyClick(m_pane->table(), Qt::Key_Return);
  QTRY_COMPARE(m_window->place(), (ui::Place{ui::Place::Kind::Invoice, number, {}, {}}));
  QTest::keyClick(m_window.get(), Qt::Key_Escape);
  QTRY_COMPARE(m_window->place(), m_pane->home());
  QTRY_COMPARE(currentNumber(), number);
}

/// It is paid by now, and its paper says what is due.
void TestInvoicesPane::thePaperIsSaidToBeAsItWasIssued() {
  QTRY_VERIFY(m_pane->isSettled());
  const QString number = currentNumber();
  m_rule.reset();
  const auto invoice = expect(m_house->worker.invoices().findByNumber(number));
  expect(m_house->worker.invoices().receive(invoice.organization, invoice.id, invoice.total,
                                            makeUuidV7(m_house->clock.now())));
  m_rule.emplace();
  m_window->open({ui::Place::Kind::Invoice, number, {}, {}});
  QTRY_VERIFY(m_pane->isSettled());
  const auto said = u"As it was issued on "_s + ui::formatDay(*invoice.issuedOn, QLocale());
  const auto isSaid = [&] {
    const auto labels = m_pane->findChild<ui::PaperView *>()->findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
      return label->isVisible() && label->text() == said;
    });
  };
  QTRY_VERIFY(isSaid());
}

void TestInvoicesPane::aTypedNumberIsLookedFor() {
  QTRY_VERIFY(m_pane->isSettled());
  const QString number = m_pane->table()->model()->index(3, 0).data().toString();
  QTest::keySequence(m_window.get(), QKeySequence::Find);
  QTest::keyClicks(QApplication::focusWidget(), number);
  QTRY_COMPARE(m_pane->table()->model()->rowCount(), 1);
  QCOMPARE(m_pane->table()->model()->index(0, 0).data().toString(), number);
  QVERIFY(!m_pane->filters()->chip(u"kind"_s)->isEnabled());
}

void TestInvoicesPane::nothingFoundLeadsBackToAll() {
  m_pane->setFilter({InvoiceFilter::Void, {}});
  auto *empty = m_pane->table()->parentWidget()->findChild<ui::EmptyState *>();
  QTRY_VERIFY(empty->isVisible() && m_pane->isSettled());
  Q_EMIT empty->actionTriggered(ui::EmptyState::Kind::NoMatch);
  QTRY_COMPARE(m_pane->table()->model()->rowCount(), 6);
}

void TestInvoicesPane::aColumnWithoutAnOrderKeepsTheOneThatIs() {
  auto *header = m_pane->table()->horizontalHeader();
  const auto click = [header](int column) {
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                      {header->sectionViewportPosition(column) + 20, header->height() / 2});
  };
  click(IssuedInvoicesModel::TotalColumn);
  QCOMPARE(header->sortIndicatorSection(), int(IssuedInvoicesModel::IssuedColumn));
  QCOMPARE(header->sortIndicatorOrder(), Qt::DescendingOrder);
  const QString newest = m_pane->table()->model()->index(0, 0).data().toString();
  click(IssuedInvoicesModel::IssuedColumn);
  QCOMPARE(header->sortIndicatorOrder(), Qt::AscendingOrder);
  QTRY_COMPARE(m_pane->table()->model()->index(5, 0).data().toString(), newest);
}

void TestInvoicesPane::theDayTheListIsInOrderOfStays() {
  m_window->resize(1280, 700);
  auto *table = m_pane->table();
  QTRY_VERIFY(table->isColumnHidden(IssuedInvoicesModel::DueColumn) &&
              !table->isColumnHidden(IssuedInvoicesModel::IssuedColumn));
  m_pane->setFilter({InvoiceFilter::Overdue, {}});
  QTRY_COMPARE(table->model()->rowCount(), 3);
  QTRY_VERIFY(!table->isColumnHidden(IssuedInvoicesModel::DueColumn));
  QTRY_VERIFY(table->isColumnHidden(IssuedInvoicesModel::IssuedColumn));
  m_window->resize(m_window->minimumSize());
  QTRY_VERIFY(table->isColumnHidden(IssuedInvoicesModel::DueColumn));
  QTRY_VERIFY(table->columnWidth(IssuedInvoicesModel::OrganizationColumn) >= 140);
  QTRY_COMPARE(table->horizontalScrollBar()->maximum(), 0);
}

/// A list of invoices without money says little.
void TestInvoicesPane::theAmountDueIsTheLastToGo() {
  auto *table = m_pane->table();
  for (int width = 1440; width >= 1000; width -= 40) {
    m_window->resize(width, 800);
    QTRY_COMPARE(m_window->width(), width);
    const auto isHidden = [&](int column) { return table->isColumnHidden(column); };
    QTRY_VERIFY2(!isHidden(IssuedInvoicesModel::AmountDueColumn) ||
                     (isHidden(IssuedInvoicesModel::IssuedColumn) &&
                      isHidden(IssuedInvoicesModel::TotalColumn)),
                 qPrintable(QString::number(width)));
    if (width >= 1200)
      QTRY_VERIFY(!isHidden(IssuedInvoicesModel::AmountDueColumn));
  }
}

void TestInvoicesPane::creditNotesAreListedReadAndLinked() {
  QTRY_VERIFY(m_pane->isSettled());
  const QString number = currentNumber();
  m_rule.reset();
  const auto invoice = expect(m_house->worker.invoices().findByNumber(number));
  expect(payments::Credits(m_house->worker.session, m_house->worker.business)
             .act({invoice.organization, invoice.id, 500, u"A bad week"_s}));
  m_rule.emplace();
  m_pane->setFilter({InvoiceFilter::CreditNote, {}});
  QTRY_COMPARE(m_pane->table()->model()->rowCount(), 1);
  QTRY_COMPARE(currentNumber(), u"CN-2026-000001"_s);
  QTRY_VERIFY(m_pane->isSettled());
  m_pane->table()->setFocus();
  QTest::keyClick(m_pane->table(), Qt::Key_Return);
  const ui::Place note{ui::Place::Kind::CreditNote, u"CN-2026-000001"_s, {}, {}};
  QTRY_COMPARE(m_window->place(), note);
  QTRY_VERIFY(m_pane->isSettled());
  const auto link = [this](const QString &name) -> QAbstractButton * {
    for (auto *button : m_pane->findChildren<QAbstractButton *>())
      if (button->isVisible() && button->accessibleName().startsWith(name))
        return button;
    return nullptr;
  };
  QTRY_VERIFY(link(number));
  link(number)->click();
  QTRY_COMPARE(m_window->place(), (ui::Place{ui::Place::Kind::Invoice, number, {}, {}}));
  QTRY_VERIFY(link(note.key));
  link(note.key)->click();
  QTRY_COMPARE(m_window->place(), note);
}

void TestInvoicesPane::whatIsNotThereIsCalledWhatItIs_data() {
  QTest::addColumn<QString>("link");
  QTest::addColumn<QStringList>("heads");
  QTest::newRow("an invoice") << u"tenantry://invoice/INV-2026-000999"_s
                              << QStringList{u"The invoice could not be shown"_s,
                                             u"This invoice could not be loaded"_s};
  QTest::newRow("its line") << u"tenantry://invoice/INV-2026-000999?line=1"_s
                            << QStringList{u"The invoice could not be loaded"_s};
  QTest::newRow("a credit note") << u"tenantry://credit-note/CN-2026-000999"_s
                                 << QStringList{u"The credit note could not be shown"_s,
                                                u"This credit note could not be loaded"_s};
  QTest::newRow("a line of it") << u"tenantry://credit-note/CN-2026-000999?line=1"_s
                                << QStringList{u"The credit note could not be loaded"_s};
}

void TestInvoicesPane::whatIsNotThereIsCalledWhatItIs() {
  QFETCH(QString, link);
  QFETCH(QStringList, heads);
  QTRY_VERIFY(m_pane->isSettled());
  const auto place = ui::Place::parse(link);
  QVERIFY(place);
  m_window->open(*place);
  const auto shown = [this] {
    QStringList found;
    for (const auto *label : m_pane->findChildren<ui::Label *>())
      if (label->isVisible() && label->text().contains(u"could not be"_s))
        found += label->text();
    found.sort();
    return found;
  };
  heads.sort();
  QTRY_COMPARE(shown(), heads);
}

void TestInvoicesPane::anAmountIsCreditedAfterItsPreview() {
  QTRY_VERIFY(m_pane->isSettled());
  const QString number = currentNumber();
  m_pane->table()->setFocus();
  QTest::keyClick(m_pane->table(), Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
  QTRY_VERIFY(m_pane->offers()->credit()->dialog());
  auto *dialog = m_pane->offers()->credit()->dialog();
  auto *amount = dialog->amount()->input()->focusProxy();
  QVERIFY(!dialog->confirmation()->isEnabled());
  QTest::keyClicks(amount, u"999999"_s);
  QTRY_VERIFY(!dialog->notice().isEmpty()); // more than it is
  QVERIFY(!dialog->confirmation()->isEnabled());
  QTest::keyClick(amount, Qt::Key_A, Qt::ControlModifier);
  QTest::keyClicks(amount, u"20"_s);
  QTRY_VERIFY2(dialog->previewText().contains(u"Less to pay of %1 20.00"_s.arg(number)),
               qPrintable(dialog->previewText()));
  QVERIFY(!dialog->confirmation()->isEnabled()); // no reason yet
  QTest::keyClicks(dialog->text(), u"A bad week"_s);
  QTest::keyClick(dialog->text(), Qt::Key_Return); // issues nothing
  QVERIFY(dialog->confirmation()->isEnabled());
  QTest::mouseClick(dialog->confirmation(), Qt::LeftButton);
  QTRY_VERIFY(!m_pane->offers()->credit()->dialog());
  m_rule.reset();
  const auto invoice = expect(m_house->worker.invoices().findByNumber(number));
  QCOMPARE(invoice.credited, std::int64_t(2000));
  m_rule.emplace();
  m_pane->setFilter({InvoiceFilter::CreditNote, {}});
  QTRY_COMPARE(currentNumber(), u"CN-2026-000001"_s);
  QTRY_VERIFY(m_pane->isSettled());
  QTRY_VERIFY(!m_pane->offers()->credit()->isEnabled());
}

void TestInvoicesPane::aPaymentIsRecordedAndGivenBack() {
  QTRY_VERIFY(m_pane->isSettled());
  const QString number = currentNumber();
  auto *offers = m_pane->offers();
  QVERIFY(!offers->refund()->isEnabled()); // nothing was paid
  m_pane->table()->setFocus();
  QTest::keyClick(m_pane->table(), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
  QTRY_VERIFY(offers->receive()->dialog());
  auto *dialog = offers->receive()->dialog();
  QTest::keyClicks(dialog->amount()->input()->focusProxy(), u"50"_s);
  QTRY_VERIFY2(dialog->previewText().contains(u"Pays of it 50.00"_s),
               qPrintable(dialog->previewText()));
  QVERIFY(dialog->previewText().contains(u"Still due 149.00"_s));
  const QString today = dialog->day()->text();
  QTest::keyClick(dialog->day(), Qt::Key_Down); // it came the day before
  const QString day = dialog->day()->text();
  QVERIFY(day != today);
  QTRY_VERIFY2(dialog->previewText().contains(u"In the books on "_s + day),
               qPrintable(dialog->previewText()));
  QTRY_VERIFY(dialog->confirmation()->isEnabled());
  QTest::mouseClick(dialog->confirmation(), Qt::LeftButton);
  QTRY_VERIFY(!offers->receive()->dialog());
  QTRY_VERIFY(offers->refund()->isEnabled());

  m_window->activateWindow();
  QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
  m_pane->table()->setFocus();
  QTest::keyClick(m_pane->table(), Qt::Key_G, Qt::ControlModifier | Qt::ShiftModifier);
  QTRY_VERIFY(offers->refund()->dialog());
  dialog = offers->refund()->dialog();
  auto *amount = dialog->amount()->input()->focusProxy();
  QTest::keyClicks(amount, u"50.01"_s);
  QTRY_VERIFY(!dialog->notice().isEmpty()); // more than was paid
  QVERIFY(!dialog->confirmation()->isEnabled());
  QTest::keyClick(amount, Qt::Key_A, Qt::ControlModifier);
  QTest::keyClicks(amount, u"20"_s);
  QTRY_VERIFY2(dialog->previewText().contains(u"You pay out: Transfer 20.00"_s),
               qPrintable(dialog->previewText()));
  QVERIFY(!dialog->confirmation()->isEnabled()); // no reason yet
  QTest::keyClicks(dialog->text(), u"A bad week"_s);
  QTest::keyClick(dialog->text(), Qt::Key_Return); // moves no money
  QVERIFY(dialog->confirmation()->isEnabled());
  QTest::mouseClick(dialog->confirmation(), Qt::LeftButton);
  QTRY_VERIFY(!offers->refund()->dialog());
  m_rule.reset();
  const auto invoice = expect(m_house->worker.invoices().findByNumber(number));
  QCOMPARE(invoice.paid, std::int64_t(3'000));
  QCOMPARE(invoice.credited, std::int64_t(2'000));
  const auto money =
      expect(payments::moneyOf(m_house->worker.session, invoice.organization, invoice.id));
  QCOMPARE(ui::formatDay(*money.payments.front().bookedOn, m_pane->locale()), day);
  m_rule.emplace();
}

void TestInvoicesPane::anExportHasWhatTheListHas() {
  m_pane->setFilter({InvoiceFilter::Overdue, {}});
  QTRY_COMPARE(m_pane->table()->model()->rowCount(), 3);
  const QTemporaryDir folder;
  const QString path = folder.filePath(u"overdue.csv"_s);
  m_pane->exporting()->exportTo(path);
  QVERIFY(!m_pane->exporting()->button()->isEnabled());
  QTRY_VERIFY(QFile::exists(path));
  QFile file(path);
  QVERIFY(file.open(QIODevice::ReadOnly));
  const auto lines = QString::fromUtf8(file.readAll()).trimmed().split(u"\r\n"_s);
  QCOMPARE(lines.size(), 4);
  QVERIFY(lines[0].contains(u"\"Amount due\",\"Currency\""_s));
  for (int row = 0; row < 3; ++row)
    QVERIFY(lines[row + 1].startsWith(
        u'"' + m_pane->table()->model()->index(row, 0).data().toString() + u'"'));
  QVERIFY(lines[1].endsWith(u"\"199.00\",\"199.00\",\"USD\""_s));
  QTRY_VERIFY(m_pane->exporting()->button()->isEnabled());
}

void TestInvoicesPane::aCancelledExportWritesNothing() {
  m_rule.reset(); // somebody else's connection
  const auto holder = m_house->test.connect();
  expect(holder->script("begin; lock table invoice in access exclusive mode"));
  const QTemporaryDir folder;
  m_pane->exporting()->exportTo(folder.filePath(u"all.csv"_s));
  QTRY_COMPARE(m_work->items().size(), 1);
  m_work->cancel(m_work->items().front().key);
  expect(holder->script("rollback"));
  QTRY_VERIFY(m_work->items().isEmpty());
  QVERIFY(!QFile::exists(folder.filePath(u"all.csv"_s)));
}

QTEST_MAIN(TestInvoicesPane)
#include "tst_invoices_pane.moc"
