// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/own_time.h"
#include "tests/ui/shell/console.h"
#include "ui/lists/record_list.h"
#include "ui/shell/export_action.h"
#include "ui/theme/theme_manager.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/search_field.h"
#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QTemporaryDir>

using namespace tenantry;
using namespace tenantry::tests;

/// Check 2: a load that goes on is cancelled within a second by Esc, in the database too; the pane
/// says so in its place, and loads again when it is told to.
class TestStoppedList : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase() { new ui::ThemeManager(qApp); }
  void init();
  void cleanup();
  void check2_escStopsALoadInTheDatabase();
  void check2_escStopsALoadOverRowsThatAreThere();
  void check2_escStopsWhatTypingBegan();
  void check22_rowsStayUntilOthersCome();
  void check25_whatIsNotShownIsNotExported();
  void escInAListThatIsThereStopsNothing();
  void check2_escStopsAFurtherPage_data();
  void check2_escStopsAFurtherPage();

private:
  /// Until it is let go, nobody reads an organization.
  void hold();
  void letGo();
  [[nodiscard]] int waiting(); ///< statements that wait for that
  [[nodiscard]] models::PagedListModel &list() { return m_console->pane->list(); }
  [[nodiscard]] ui::EmptyState *picture() {
    return m_console->pane->records()->findChild<ui::EmptyState *>();
  }

  [[nodiscard]] ui::NoticeBar *notice() {
    return m_console->pane->records()->findChild<ui::NoticeBar *>();
  }

  [[nodiscard]] bool isSaidToWork() {
    const auto parts = m_console->pane->records()->findChildren<QWidget *>();
    return std::any_of(parts.begin(), parts.end(),
                       [](const QWidget *part) { return part->accessibleName() == u"Working"; });
  }

  std::unique_ptr<Console> m_console;
  std::unique_ptr<store::Database> m_holder;
};

void TestStoppedList::init() {
  m_console = std::make_unique<Console>();
  QVERIFY(m_console->show());
  QTRY_VERIFY(m_console->pane->isSettled());
}

void TestStoppedList::cleanup() {
  letGo();
  m_console.reset();
}

void TestStoppedList::hold() {
  m_console->asOther([this](store::Database &) {
    m_holder = m_console->database().connect();
    QVERIFY(m_holder->script("begin; lock table organization in access exclusive mode"));
  });
}

void TestStoppedList::letGo() {
  if (m_holder)
    m_console->asOther([this](store::Database &) { m_holder.reset(); });
}

int TestStoppedList::waiting() {
  int waiting = -1;
  m_console->asOther([&waiting](store::Database &database) {
    const auto rows = database.adHoc("select count(*)::integer from pg_stat_activity where datname "
                                     "= current_database() and wait_event_type = 'Lock' "
                                     "and query not like '%count(*)%'"); // of the sidebar
    QVERIFY(rows);
    waiting = (*rows)[0].get<int>(0);
  });
  return waiting;
}

void TestStoppedList::check2_escStopsALoadInTheDatabase() {
  hold();
  m_console->makeWindow();
  m_console->window->open({});
  m_console->window->show();
  m_console->window->activateWindow();
  QVERIFY(QTest::qWaitForWindowActive(m_console->window.get()));
  QTRY_VERIFY(waiting() > 0);
  QVERIFY(list().state() == models::PagedListModel::State::Loading);
  const QuietTime took;
  QTest::keyClick(m_console->window.get(), Qt::Key_Escape);
  QTRY_VERIFY(list().isStopped());
  QTRY_COMPARE(waiting(), 0);
  QVERIFY2(took.elapsed() <= underSanitizers(1'000), qPrintable(QString::number(took.elapsed())));
  QVERIFY(picture()->isVisible());
  QStringList texts;
  for (const auto *label : picture()->findChildren<QLabel *>())
    texts += label->text();
  QVERIFY2(texts.contains(u"Stopped"_s), qPrintable(texts.join(u'|')));
  auto *again = picture()->findChild<QPushButton *>();
  QCOMPARE(again->text(), u"Load again"_s);
  letGo();
  QTest::mouseClick(again, Qt::LeftButton);
  QTRY_COMPARE(m_console->pane->table()->model()->rowCount(), 3);
  QVERIFY(!list().isStopped());
}

void TestStoppedList::check2_escStopsALoadOverRowsThatAreThere() {
  hold();
  list().reload();
  QTRY_VERIFY(waiting() > 0);
  QTest::keyClick(m_console->window.get(), Qt::Key_Escape);
  QTRY_VERIFY(list().isStopped());
  QTRY_COMPARE(waiting(), 0);
  QCOMPARE(list().rowCount(), 3);
  QVERIFY(m_console->pane->table()->isVisible());
  QVERIFY2(notice()->text().startsWith(u"Stopped: what is chosen now was not read. "_s),
           qPrintable(notice()->text()));
  letGo();
  QTest::mouseClick(notice()->button(), Qt::LeftButton);
  QTRY_COMPARE(list().state(), models::PagedListModel::State::Ready);
  QVERIFY(!notice()->isVisible());
  QCOMPARE(list().rowCount(), 3);
}

/// What was chosen was not read, and the file would have it.
void TestStoppedList::check25_whatIsNotShownIsNotExported() {
  const QTemporaryDir folder;
  const auto path = folder.filePath(u"rows.csv"_s);
  auto *exporting = m_console->pane->exporting();
  QTRY_VERIFY(exporting->button()->isEnabled());
  hold();
  m_console->pane->filters()->choose(u"search"_s, u"Arbor"_s);
  QTRY_VERIFY(waiting() > 0);
  QTest::keyClick(m_console->window.get(), Qt::Key_Escape);
  QTRY_VERIFY(list().isStopped());
  QCOMPARE(list().rowCount(), 3);
  QVERIFY(!exporting->button()->isEnabled());
  QVERIFY2(exporting->button()->toolTip().startsWith(u"The rows are those from before"_s),
           qPrintable(exporting->button()->toolTip()));
  exporting->exportTo(path); // a dialog was open by then
  letGo();
  QTest::qWait(300);
  QVERIFY(!QFile::exists(path));
  QTest::mouseClick(notice()->button(), Qt::LeftButton);
  QTRY_COMPARE(list().rowCount(), 1);
  QTRY_VERIFY(exporting->button()->isEnabled());
  exporting->exportTo(path);
  QTRY_VERIFY(QFile::exists(path));
}

/// They are faded by then, and what is selected of them is not selected of the others.
void TestStoppedList::check22_rowsStayUntilOthersCome() {
  QStringList names;
  for (int i = 0; i < 97; ++i)
    names += u"Customer %1"_s.arg(i, 2, 10, QChar(u'0'));
  m_console->addOrganizations(names);
  list().refresh();
  QTRY_COMPARE(list().rowCount(), 100);
  auto *table = m_console->pane->table();
  table->scrollToBottom();
  hold();
  m_console->pane->filters()->choose(u"search"_s, u"Customer"_s);
  QTRY_VERIFY(waiting() > 0);
  QCOMPARE(list().rowCount(), 100);
  QVERIFY(table->isVisible());
  QTRY_VERIFY(table->isFaded());
  auto &selection = m_console->pane->records()->selection();
  selection.selectOnly(0, 2);
  QCOMPARE(selection.count(), 3);
  letGo();
  QTRY_COMPARE(list().rowCount(), 97);
  QVERIFY(!table->isFaded());
  QVERIFY(selection.isEmpty());
  QTRY_COMPARE(table->verticalScrollBar()->value(), 0);
}

void TestStoppedList::check2_escStopsWhatTypingBegan() {
  hold();
  auto *search = m_console->pane->filters()->search();
  search->setFocus();
  QTest::keyClicks(search, u"Arbor"_s);
  QTRY_VERIFY(waiting() > 0);
  QTest::keyClick(search, Qt::Key_Escape); // takes back what was typed: all is looked for again
  QTRY_VERIFY(!list().isFiltered());
  QVERIFY(!list().isStopped());
  QTest::keyClick(search, Qt::Key_Escape);
  QTRY_VERIFY(list().isStopped());
  QTRY_COMPARE(waiting(), 0);
  letGo();
  QTest::mouseClick(notice()->button(), Qt::LeftButton);
  QTRY_COMPARE(m_console->pane->table()->model()->rowCount(), 3);
}

void TestStoppedList::escInAListThatIsThereStopsNothing() {
  QVERIFY(!list().stop());
  QTest::keyClick(m_console->window.get(), Qt::Key_Escape);
  QCOMPARE(list().state(), models::PagedListModel::State::Ready);
  QCOMPARE(list().rowCount(), 3);
}

void TestStoppedList::check2_escStopsAFurtherPage_data() {
  QTest::addColumn<bool>("byScrolling");
  QTest::newRow("gone on with by scrolling") << true;
  QTest::newRow("gone on with by the button") << false;
}

void TestStoppedList::check2_escStopsAFurtherPage() {
  QFETCH(bool, byScrolling);
  QStringList names;
  for (int i = 0; i < 250; ++i)
    names += u"Customer %1"_s.arg(i, 3, 10, QChar(u'0'));
  m_console->addOrganizations(names);
  list().reload();
  constexpr int ahead = 2 * models::PagedListModel::pageSize;
  QTRY_COMPARE(list().rowCount(), ahead); // the page that is seen, and the next
  QTRY_VERIFY(m_console->pane->isSettled());
  auto *table = m_console->pane->table();
  table->setFocus();
  QTRY_VERIFY(m_console->pane->isSettled()); // the record that has the focus too
  hold();
  table->verticalScrollBar()->triggerAction(QAbstractSlider::SliderToMaximum);
  QTRY_VERIFY(waiting() > 0);
  QTRY_VERIFY(list().isFetchingLong());
  QVERIFY(isSaidToWork());
  const auto chosen = table->currentIndex().row();
  const QuietTime took;
  QTest::keyClick(table, Qt::Key_Escape);
  QTRY_VERIFY(list().isStopped());
  QTRY_COMPARE(waiting(), 0);
  QVERIFY2(took.elapsed() <= underSanitizers(1'000), qPrintable(QString::number(took.elapsed())));
  QVERIFY(!isSaidToWork());
  QCOMPARE(list().rowCount(), ahead); // what was there stays
  QCOMPARE(table->currentIndex().row(), chosen);
  QVERIFY(notice()->isVisible());
  QString said;
  for (const auto *label : notice()->findChildren<QLabel *>())
    said += label->text();
  QVERIFY2(said.startsWith(u"Stopped"_s), qPrintable(said));
  letGo();
  if (byScrolling)
    table->verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepSub);
  else
    QTest::mouseClick(notice()->findChild<QPushButton *>(), Qt::LeftButton);
  QTRY_VERIFY(!notice()->isVisible());
  QVERIFY(!list().isStopped());
  QTest::keyClick(table, Qt::Key_End);
  QTRY_COMPARE(list().rowCount(), 253);
}

QTEST_MAIN(TestStoppedList)
#include "tst_stopped_list.moc"
