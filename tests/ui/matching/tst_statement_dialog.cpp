// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/services/payments/desk.h"
#include "ui/importing/mapping_form.h"
#include "ui/matching/csv_fields.h"
#include "ui/matching/statement_dialog.h"
#include "ui/theme/theme_manager.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTemporaryDir>

using namespace tenantry;
using namespace tenantry::tests;

/// The import of a bank's CSV in its window: which column means what, and what the file does not
/// say of itself.
class TestStatementDialog : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void init();
  void cleanup();
  void BILL_4_whatAFileDoesNotSayIsAskedBesideItsField();
  void BILL_4_whatWasChosenForAnAccountIsThereAgain();
  void BILL_4_oneColumnIsNotTwoFields();
  void BILL_4_aStatementInXmlAsksForNothing();

private:
  void open();
  void close() {
    delete m_dialog;
    m_dialog = nullptr;
  }
  [[nodiscard]] QString write(const QByteArray &content, const QString &name = u"bank.csv"_s) {
    QFile file(m_folder->filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
      qFatal("cannot write");
    return file.fileName();
  }
  void choose(const QString &field, const QString &column) {
    QTRY_VERIFY(m_dialog->columns()->findChild<QComboBox *>(field));
    auto *choice = m_dialog->columns()->findChild<QComboBox *>(field);
    choice->setFocus();
    QTest::keyClicks(choice, column);
    QTRY_COMPARE(m_dialog->columns()->findChild<QComboBox *>(field)->currentText(), column);
  }
  static void type(QLineEdit *field, const QString &text) {
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, text);
    QTest::keyClick(field, Qt::Key_Return);
  }

  std::unique_ptr<Desk> m_desk;
  std::unique_ptr<QTemporaryDir> m_folder;
  std::unique_ptr<models::DraftStore> m_memory;
  std::unique_ptr<models::Connection> m_connection;
  std::unique_ptr<models::RunningWork> m_work;
  std::unique_ptr<QWidget> m_window;
  ui::StatementDialog *m_dialog = nullptr;
};

namespace {

const QByteArray ofABank = "Wann;Wieviel;Wozu;Auftraggeber\n"
                           "27.02.2026;199,00;INV-2026-000002;Dora\n"
                           "26.02.2026;-3,00;Gebühren;Bank\n";

} // namespace

void TestStatementDialog::initTestCase() {
  new ui::ThemeManager(qobject_cast<QApplication *>(QCoreApplication::instance()));
}

void TestStatementDialog::init() {
  m_desk = std::make_unique<Desk>();
  m_folder = std::make_unique<QTemporaryDir>();
  m_memory = std::make_unique<models::DraftStore>(m_folder->path(), u"test"_s);
  m_connection =
      std::make_unique<models::Connection>(m_desk->test.settings(), m_desk->clock, u"test"_s);
  m_work = std::make_unique<models::RunningWork>(*m_connection);
  m_window = std::make_unique<QWidget>();
  m_window->resize(900, 600);
  m_window->show();
  open();
}

void TestStatementDialog::cleanup() {
  close();
  m_window.reset();
  m_work.reset();
  m_connection.reset();
  m_memory.reset();
  m_desk.reset();
}

void TestStatementDialog::open() {
  m_dialog = new ui::StatementDialog(*m_connection, *m_work, m_window.get());
  m_dialog->rememberIn(*m_memory);
  m_dialog->show();
  m_dialog->activateWindow();
  QVERIFY(QTest::qWaitForWindowActive(m_dialog));
  QVERIFY(!m_dialog->csv()->isVisible() && !m_dialog->tabs()->isVisible());
}

void TestStatementDialog::BILL_4_whatAFileDoesNotSayIsAskedBesideItsField() {
  m_dialog->openFile(write(ofABank));
  QTRY_VERIFY(m_dialog->csv()->isVisible());
  QTRY_COMPARE(m_dialog->tabs()->currentIndex(), int(ui::StatementDialog::ColumnsTab));
  QCOMPARE(m_dialog->notice(), u"Choose the column of: Booked on, Amount"_s);
  QVERIFY(m_dialog->height() <= m_window->height());
  choose(u"booked_on"_s, u"Wann"_s);
  QTRY_COMPARE(m_dialog->notice(), u"Choose the column of: Amount"_s);
  choose(u"amount"_s, u"Wieviel"_s);
  QTRY_VERIFY2(m_dialog->csv()->error().contains(u"name the account"_s),
               qPrintable(m_dialog->csv()->error()));
  QCOMPARE(m_dialog->notice(), QString());
  type(m_dialog->csv()->account(), u"de89 3704"_s);
  QTRY_VERIFY2(m_dialog->csv()->error().contains(u"name the currency"_s),
               qPrintable(m_dialog->csv()->error()));
  type(m_dialog->csv()->currency(), u"12"_s);
  QVERIFY(m_dialog->csv()->error().contains(u"12"_s));
  type(m_dialog->csv()->currency(), u"usd"_s);
  QTRY_VERIFY2(m_dialog->confirmation()->isEnabled(), qPrintable(m_dialog->notice()));
  QCOMPARE(m_dialog->csv()->error(), QString());
  QVERIFY2(m_dialog->summary().contains(u"Wait for somebody 2"_s), qPrintable(m_dialog->summary()));
  choose(u"remittance"_s, u"Wozu"_s);
  QTRY_VERIFY2(m_dialog->summary().contains(u"Pay what they name 1"_s),
               qPrintable(m_dialog->summary()));
  QTRY_VERIFY(m_dialog->confirmation()->isEnabled());
  QTest::mouseClick(m_dialog->confirmation(), Qt::LeftButton);
  QTRY_COMPARE(m_desk->number("select count(*) from bank_entry where account = 'DE893704' "
                              "and currency = 'USD' and party in ('Dora', 'Bank')"),
               std::int64_t(2));
}

void TestStatementDialog::BILL_4_whatWasChosenForAnAccountIsThereAgain() {
  m_dialog->openFile(write(ofABank));
  choose(u"booked_on"_s, u"Wann"_s);
  choose(u"amount"_s, u"Wieviel"_s);
  type(m_dialog->csv()->account(), u"DE1"_s);
  QTRY_VERIFY(!m_dialog->csv()->error().isEmpty());
  type(m_dialog->csv()->currency(), u"USD"_s);
  QTRY_VERIFY2(m_dialog->confirmation()->isEnabled(), qPrintable(m_dialog->notice()));
  QTest::mouseClick(m_dialog->confirmation(), Qt::LeftButton);
  QTRY_VERIFY(m_dialog->notice().contains(u"imported"_s) && !m_dialog->importing().isRunning());
  close();
  open();
  m_dialog->openFile(write(QByteArray(ofABank).replace("27.02", "25.02")));
  QTRY_VERIFY(!m_dialog->notice().isEmpty()); // of no account it knows nothing
  type(m_dialog->csv()->account(), u"DE2"_s);
  QTRY_VERIFY(!m_dialog->importing().isRunning());
  QCOMPARE(m_dialog->notice(), u"Choose the column of: Booked on, Amount"_s);
  type(m_dialog->csv()->account(), u"de 1"_s);
  QTRY_VERIFY2(m_dialog->confirmation()->isEnabled(), qPrintable(m_dialog->notice()));
  QTRY_COMPARE(m_dialog->csv()->currency()->text(), u"USD"_s);
  QVERIFY2(m_dialog->summary().contains(u"Known already 1"_s), qPrintable(m_dialog->summary()));
}

void TestStatementDialog::BILL_4_oneColumnIsNotTwoFields() {
  m_dialog->openFile(write(ofABank));
  choose(u"booked_on"_s, u"Wann"_s);
  choose(u"amount"_s, u"Wann"_s);
  QTRY_VERIFY2(m_dialog->notice().contains(u"keep one"_s), qPrintable(m_dialog->notice()));
  QTRY_VERIFY(m_dialog->columns()
                  ->findChild<QComboBox *>(u"booked_on"_s)
                  ->accessibleDescription()
                  .contains(u"keep one"_s));
  QVERIFY(!m_dialog->confirmation()->isEnabled());
}

void TestStatementDialog::BILL_4_aStatementInXmlAsksForNothing() {
  m_dialog->openFile(u"tests/data/bank/camt053-08.xml"_s);
  QTRY_VERIFY2(m_dialog->confirmation()->isEnabled(), qPrintable(m_dialog->notice()));
  QVERIFY(!m_dialog->csv()->isVisible());
  QVERIFY(!m_dialog->tabs()->isTabVisible(ui::StatementDialog::ColumnsTab));
}

QTEST_MAIN(TestStatementDialog)
#include "tst_statement_dialog.moc"
