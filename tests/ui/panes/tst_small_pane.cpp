// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/panes/shared_panes.h"
#include "tests/ui/panes/small_pane.h"
#include "ui/lists/list_views.h"
#include "ui/shell/export_action.h"
#include "ui/theme/theme_manager.h"
#include "ui/widgets/chip.h"
#include <QApplication>
#include <QFile>
#include <QTemporaryDir>

using namespace tenantry;
using namespace tenantry::tests;

/// What CONTRIBUTING.md says of a new pane: in less than 200 lines it lists, is narrowed, is a
/// place, exports and has saved views.
class TestSmallPane : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase() { new ui::ThemeManager(qApp); }
  void itTakesLessThanTwoHundredLines();
  void itDoesAllThatListsDo();
};

void TestSmallPane::itTakesLessThanTwoHundredLines() {
  QFile file(u"tests/ui/panes/small_pane.h"_s);
  QVERIFY(file.open(QIODevice::ReadOnly));
  const auto lines = file.readAll().count('\n');
  QVERIFY2(lines > 50 && lines < 200, qPrintable(QString::number(lines)));
}

void TestSmallPane::itDoesAllThatListsDo() {
  EveryPane house;
  ui::MainWindow window;
  window.resize(1440, 900);
  auto *pane = new EntriesPane(*house.connection, *house.work);
  window.addPane(pane);
  window.open(pane->home());
  window.show();
  window.activateWindow();
  QVERIFY(QTest::qWaitForWindowActive(&window));
  auto &list = pane->records()->list();
  QTRY_VERIFY(pane->isSettled() && list.rowCount() > 3);
  QTRY_COMPARE(list.count(), list.rowCount());
  const int all = list.rowCount();
  pane->filters()->choose(u"account"_s, u"receivable"_s);
  QTRY_VERIFY(pane->isSettled() && list.rowCount() > 0 && list.rowCount() < all);
  QVERIFY(pane->filters()->chip(u"account"_s)->isVisible());
  QCOMPARE(window.place().link(), u"tenantry://ledger?filter=receivable"_s);
  const QTemporaryDir folder;
  const auto path = folder.filePath(u"entries.csv"_s);
  pane->exporting()->exportTo(path);
  QTRY_VERIFY(QFile::exists(path));
  QFile file(path);
  QVERIFY(file.open(QIODevice::ReadOnly));
  QCOMPARE(file.readAll().count('\n'), list.rowCount() + 1);
  pane->views()->saveAs(u"What is owed"_s);
  QTRY_VERIFY(!pane->views()->current().isEmpty());
  window.open(pane->home());
  QTRY_VERIFY(pane->isSettled() && list.rowCount() == all);
  pane->filters()->choose(u"account"_s, u"bad_debt"_s);
  QTRY_VERIFY(pane->isSettled() && list.rowCount() == 0);
  const auto *picture = pane->records()->findChild<ui::EmptyState *>();
  QTRY_VERIFY(picture->isVisible());
  QCOMPARE(picture->kind(), ui::EmptyState::Kind::NoMatch);
}

QTEST_MAIN(TestSmallPane)
#include "tst_small_pane.moc"
