// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/business/apply.h"
#include "services/business/loader.h"
#include "tests/support/test_database.h"
#include "ui/importing/import_dialog.h"
#include "ui/theme/theme_manager.h"
#include "ui/widgets/label.h"
#include "ui/widgets/table_view.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;

/// An export with columns of its own names, mapped, tried and imported (ORG-6).
class TestImportDialog : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void init();
  void cleanup();
  void nothingCanBeDoneWithoutADirectory();
  void aFieldWithoutItsColumnIsAskedFor();
  void aDryRunReportsBadRowsAndKeepsNothing();
  void moreBadRowsThanAreListedAreSaid();
  void anImportLandsTheGoodRows();
  void usageComesWithTheExport();
  void whatLandedBeforeItFailedIsSaid();
  void anImportIsStopped();
  void aFileThatCannotBeOpenedIsNamed();
  void itIsNotHigherThanItsWindow();

private:
  void write(const QByteArray &customers);
  void open();
  [[nodiscard]] bool shows(const QString &text) const;
  [[nodiscard]] QPushButton *button(const QString &text) const;
  [[nodiscard]] qint64 organizations();

  SystemClock m_clock;
  std::unique_ptr<tests::TestDatabase> m_database;
  std::unique_ptr<store::Database> m_other;
  std::unique_ptr<models::Connection> m_connection;
  std::unique_ptr<QTemporaryDir> m_directory;
  std::unique_ptr<ui::ImportDialog> m_dialog;
};

namespace {

constexpr int patience =
    60'000; ///< milliseconds, for a file of ten thousand rows and others beside
const QByteArray goodAndBad = "id,Name,Email,Created (UTC),Currency\n"
                              "cus_1,Arbor Energy,a@example.org,2026-01-02 10:00,usd\n"
                              "cus_2,Basalt Rail,not an address,2026-01-03 10:00,usd\n";

} // namespace

void TestImportDialog::initTestCase() {
  new ui::ThemeManager(qobject_cast<QApplication *>(QCoreApplication::instance()));
}

void TestImportDialog::init() {
  m_database = std::make_unique<tests::TestDatabase>();
  m_other = m_database->connect();
  store::Session session{*m_other, m_clock, u"test"_s};
  const auto shipped = business::Source::shipped().load();
  QVERIFY(shipped && business::BusinessApply(session).apply(*shipped, u"test"_s));
  m_connection = std::make_unique<models::Connection>(m_database->settings(), m_clock, u"test"_s);
  m_directory = std::make_unique<QTemporaryDir>();
  m_dialog = std::make_unique<ui::ImportDialog>(*m_connection);
  m_dialog->show();
}

void TestImportDialog::cleanup() {
  m_dialog.reset();
  m_connection.reset();
  m_other.reset();
  m_database.reset();
}

void TestImportDialog::write(const QByteArray &customers) {
  QFile file(m_directory->filePath(u"customers.csv"_s));
  QVERIFY(file.open(QIODevice::WriteOnly));
  QCOMPARE(file.write(customers), customers.size());
}

void TestImportDialog::open() {
  QSignalSpy read(&m_dialog->draft(), &models::ImportDraft::sheetsChanged);
  m_dialog->openDirectory(m_directory->path());
  QVERIFY(read.wait(patience));
  QCoreApplication::processEvents();
}

bool TestImportDialog::shows(const QString &text) const {
  const auto labels = m_dialog->findChildren<ui::Label *>();
  return std::any_of(labels.begin(), labels.end(), [&](const ui::Label *label) {
    return label->isVisible() && label->text() == text;
  });
}

QPushButton *TestImportDialog::button(const QString &text) const {
  for (auto *one : m_dialog->findChildren<QPushButton *>())
    if (one->text() == text)
      return one;
  return nullptr;
}

qint64 TestImportDialog::organizations() {
  const auto rows = m_other->adHoc("select count(*) from organization");
  return rows ? (*rows)[0].get<std::int64_t>(0) : -1;
}

void TestImportDialog::nothingCanBeDoneWithoutADirectory() {
  QVERIFY(!button(u"Import"_s)->isEnabled());
  QVERIFY(!button(u"Dry run"_s)->toolTip().isEmpty());
}

void TestImportDialog::aFieldWithoutItsColumnIsAskedFor() {
  write("Kunde,Name,Email\ncus_1,Arbor Energy,a@example.org\n");
  open();
  QVERIFY(!button(u"Import"_s)->isEnabled());
  auto *choice = m_dialog->findChild<QComboBox *>();
  QVERIFY(choice);
  choice->setCurrentText(u"Kunde"_s);
  Q_EMIT choice->activated(choice->currentIndex());
  QTRY_VERIFY(button(u"Import"_s)->isEnabled());
}

void TestImportDialog::aDryRunReportsBadRowsAndKeepsNothing() {
  write(goodAndBad);
  open();
  QSignalSpy done(&m_dialog->draft(), &models::ImportDraft::finished);
  button(u"Dry run"_s)->click();
  QVERIFY(done.wait(patience));
  const auto *bad = m_dialog->findChild<ui::TableView *>();
  QTRY_VERIFY(bad->isVisible());
  QCOMPARE(bad->model()->rowCount(), 1);
  QCOMPARE(bad->model()->index(0, 0).data().toString(), u"customers.csv:3"_s);
  QCOMPARE(bad->model()->index(0, 3).data().toString(), u"email_invalid"_s);
  QCOMPARE(organizations(), 0);
}

void TestImportDialog::moreBadRowsThanAreListedAreSaid() {
  write("id,Name,Email,Created (UTC)\n" + QByteArray("c,N,?,2026-01-02\n").repeated(10'001));
  open();
  QSignalSpy done(&m_dialog->draft(), &models::ImportDraft::finished);
  button(u"Dry run"_s)->click();
  QVERIFY(done.wait(patience));
  QCOMPARE(m_dialog->findChild<ui::TableView *>()->model()->rowCount(), 10'000);
  const auto told =
      u"10,000 of 10,001 bad rows are listed. Correct those and try again to see the rest."_s;
  QTRY_VERIFY(shows(told));
  write(goodAndBad);
  button(u"Dry run"_s)->click();
  QVERIFY(done.wait(patience));
  QTRY_VERIFY(!shows(told));
}

void TestImportDialog::anImportLandsTheGoodRows() {
  write(goodAndBad);
  open();
  QSignalSpy imported(m_dialog.get(), &ui::ImportDialog::imported);
  button(u"Import"_s)->click();
  QVERIFY(imported.wait(patience));
  QCOMPARE(organizations(), 1);
}

void TestImportDialog::usageComesWithTheExport() {
  QFile file(m_directory->filePath(u"usage.jsonl"_s));
  QVERIFY(file.open(QIODevice::WriteOnly));
  file.write("no event\n");
  file.close();
  open();
  auto *tabs = m_dialog->findChild<QTabBar *>();
  tabs->setCurrentIndex(tabs->count() - 1);
  QTRY_VERIFY(shows(u"usage.jsonl has no columns to choose"_s));
  QTRY_VERIFY(button(u"Import"_s)->isEnabled());
  QTest::mouseClick(button(u"Dry run"_s), Qt::LeftButton);
  QTRY_VERIFY(shows(u"1 rows: 0 good, 0 known already, 1 bad. Nothing was kept."_s));
  QVERIFY(file.remove());
  write(goodAndBad);
  open();
  QTRY_VERIFY(shows(u"There is no usage.jsonl"_s));
}

void TestImportDialog::whatLandedBeforeItFailedIsSaid() {
  write(goodAndBad);
  QVERIFY(QFile::copy(u"tests/data/import/book/invoices.csv"_s,
                      m_directory->filePath(u"invoices.csv"_s)));
  open();
  QVERIFY(m_other->script("alter table invoice rename to away"));
  QSignalSpy finished(&m_dialog->draft(), &models::ImportDraft::finished);
  QSignalSpy failed(&m_dialog->draft(), &models::ImportDraft::failed);
  QSignalSpy imported(m_dialog.get(), &ui::ImportDialog::imported);
  QTest::mouseClick(button(u"Import"_s), Qt::LeftButton);
  QTRY_COMPARE(failed.size(), 1);
  QCOMPARE(finished.size(), 1);
  QCOMPARE(imported.size(), 1);
  QCOMPARE(organizations(), 1);
}

void TestImportDialog::anImportIsStopped() {
  QByteArray many = "id,Email\n";
  for (int i = 0; i < 30'000; ++i)
    many += "cus_" + QByteArray::number(i) + ",a@example.org\n";
  write(many);
  open();
  QVERIFY(button(u"Close"_s));
  QSignalSpy failed(&m_dialog->draft(), &models::ImportDraft::failed);
  button(u"Import"_s)->click();
  button(u"Stop"_s)->click();
  QVERIFY(failed.wait(patience));
  QCOMPARE(failed.first().first().value<Error>().code, u"import.cancelled"_s);
  QVERIFY(button(u"Close"_s));
  QVERIFY(m_dialog->isVisible());
  QCOMPARE(organizations(), 0);
}

void TestImportDialog::aFileThatCannotBeOpenedIsNamed() {
  write(goodAndBad);
  QVERIFY(QDir(m_directory->path()).mkdir(u"usage.jsonl"_s));
  open();
  QSignalSpy done(&m_dialog->draft(), &models::ImportDraft::finished);
  button(u"Import"_s)->click();
  QVERIFY(done.wait(patience));
  const auto *bad = m_dialog->findChild<ui::TableView *>();
  QCOMPARE(bad->model()->rowCount(), 2);
  QCOMPARE(bad->model()->index(1, 0).data().toString(), m_directory->filePath(u"usage.jsonl"_s));
  QCOMPARE(bad->model()->index(1, 3).data().toString(), u"import.unreadable"_s);
}

void TestImportDialog::itIsNotHigherThanItsWindow() {
  QWidget window;
  window.resize(900, 600);
  const ui::ImportDialog dialog(*m_connection, &window);
  QVERIFY2(dialog.height() < window.height(), qPrintable(QString::number(dialog.height())));
  QCOMPARE(dialog.width(), 860);
}

QTEST_MAIN(TestImportDialog)
#include "tst_import_dialog.moc"
