// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shell/console.h"
#include "ui/lists/selection_bar.h"
#include "ui/theme/theme_manager.h"

#include <QApplication>
#include <QPushButton>

using namespace tenantry;
using namespace tenantry::tests;
using Reach = models::RowSelection::Reach;

/// Several rows of a list, chosen by keys and mouse in the console's window (check 9).
class TestListSelection : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void init();
  void cleanup() { m_console.reset(); }
  void shiftAndControlClicksSelectSeveral();
  void shiftAndArrowsSelectARange();
  void marksStayWhileOneMoves();
  void check9SelectAllSaysWhetherPageOrAll();
  void whatIsSelectedStaysWhenRowsComeAnew();
  void escEndsTheSelectionBeforeAnythingElse();
  void oneRowNeedsNoBar();

private:
  void click(int row, Qt::KeyboardModifiers modifiers = {}) {
    QTest::mouseClick(table()->viewport(), Qt::LeftButton, modifiers,
                      table()->visualRect(table()->model()->index(row, 0)).center());
  }
  [[nodiscard]] ui::TableView *table() const { return m_console->pane->table(); }
  [[nodiscard]] ui::SelectionBar *bar() const { return m_console->pane->records()->selectionBar(); }
  [[nodiscard]] models::RowSelection &selection() const {
    return m_console->pane->records()->selection();
  }
  [[nodiscard]] QList<int> selectedRows() const;

  std::unique_ptr<Console> m_console;
};

void TestListSelection::initTestCase() { new ui::ThemeManager(qApp); }

void TestListSelection::init() {
  m_console = std::make_unique<Console>();
  QStringList names;
  for (int i = 3; i < 250; ++i)
    names.append(u"Customer %1"_s.arg(i, 3, 10, QChar(u'0')));
  m_console->addOrganizations(names);
  m_console->pane->list().reload();
  QVERIFY(m_console->show({}, 100));
  QTRY_COMPARE(m_console->pane->list().count(), 250);
}

QList<int> TestListSelection::selectedRows() const {
  QList<int> rows;
  for (const auto &index : table()->selectionModel()->selectedRows())
    rows.append(index.row());
  std::sort(rows.begin(), rows.end());
  return rows;
}

void TestListSelection::shiftAndControlClicksSelectSeveral() {
  click(1);
  click(4, Qt::ShiftModifier);
  QCOMPARE(selectedRows(), (QList<int>{1, 2, 3, 4}));
  click(2, Qt::ControlModifier);
  click(6, Qt::ControlModifier);
  QCOMPARE(selectedRows(), (QList<int>{1, 3, 4, 6}));
  QTRY_COMPARE(bar()->text(), u"4 selected"_s);
  QVERIFY(bar()->isVisible());
  click(5);
  QCOMPARE(selectedRows(), QList<int>{5});
  QVERIFY(bar()->isHidden());
}

void TestListSelection::shiftAndArrowsSelectARange() {
  click(2);
  QTest::keyClick(table(), Qt::Key_Down, Qt::ShiftModifier);
  QTest::keyClick(table(), Qt::Key_Down, Qt::ShiftModifier);
  QCOMPARE(selectedRows(), (QList<int>{2, 3, 4}));
  QTest::keyClick(table(), Qt::Key_Up, Qt::ShiftModifier);
  QCOMPARE(selectedRows(), (QList<int>{2, 3}));
  QCOMPARE(selection().count(), 2);
}

void TestListSelection::marksStayWhileOneMoves() {
  click(0);
  QTest::keyClick(table(), Qt::Key_X);
  for (const auto key : {Qt::Key_J, Qt::Key_Down, Qt::Key_X, Qt::Key_J})
    QTest::keyClick(table(), key);
  QCOMPARE(selectedRows(), (QList<int>{0, 2}));
  QCOMPARE(table()->currentIndex().row(), 3);
  QTest::keyClick(table(), Qt::Key_J);
  QTest::keyClick(table(), Qt::Key_X, Qt::ShiftModifier);
  QCOMPARE(selectedRows(), (QList<int>{0, 2, 3, 4}));
  QTRY_COMPARE(m_console->shown(), u"Customer 004"_s); // the record of the row one is at
}

void TestListSelection::check9SelectAllSaysWhetherPageOrAll() {
  table()->setFocus();
  QTest::keyClick(table(), Qt::Key_A, Qt::ControlModifier);
  QTRY_COMPARE(bar()->text(), u"This page: 100 selected"_s);
  QCOMPARE(bar()->choice()->text(), u"All 250 that match"_s);
  QTest::mouseClick(bar()->choice(), Qt::LeftButton);
  QCOMPARE(selection().reach(), Reach::AllMatching);
  QCOMPARE(bar()->text(), u"All 250 that match are selected"_s);
  click(3, Qt::ControlModifier);
  QCOMPARE(bar()->text(), u"All 250 that match are selected, but 1"_s);
  QTest::mouseClick(bar()->choice(), Qt::LeftButton);
  QCOMPARE(bar()->text(), u"This page: 100 selected"_s);
  QTest::keyClick(table(), Qt::Key_A, Qt::ControlModifier);
  QCOMPARE(selection().reach(), Reach::AllMatching);
}

void TestListSelection::whatIsSelectedStaysWhenRowsComeAnew() {
  click(1);
  click(3, Qt::ShiftModifier);
  const auto keys = selection().keys();
  m_console->asOther([](store::Database &database) {
    QVERIFY(database.adHoc("update organization set name = 'Zulu' where name = 'Arbor Energy'"));
  });
  QTest::keySequence(m_console->window.get(), QKeySequence::Refresh);
  QTRY_COMPARE(selectedRows(), (QList<int>{0, 1, 2}));
  QCOMPARE(selection().keys(), keys);
  QCOMPARE(bar()->text(), u"3 selected"_s);
}

void TestListSelection::escEndsTheSelectionBeforeAnythingElse() {
  click(1);
  click(3, Qt::ShiftModifier);
  QTest::keyClick(table(), Qt::Key_Escape);
  QCOMPARE(selectedRows(), QList<int>{3}); // the row one is at
  QVERIFY(bar()->isHidden());
}

void TestListSelection::oneRowNeedsNoBar() {
  click(1);
  QVERIFY(bar()->isHidden());
  click(1, Qt::ControlModifier);
  QCOMPARE(selectedRows(), QList<int>{});
}

QTEST_MAIN(TestListSelection)
#include "tst_list_selection.moc"
