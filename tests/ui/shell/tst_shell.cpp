// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shell/console.h"
#include "ui/shell/key_list.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/status_bar.h"
#include "ui/shell/work_list.h"
#include "ui/shell/work_row.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme_manager.h"
#include "ui/widgets/label.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/toast.h"

#include <QApplication>
#include <QClipboard>
#include <QListView>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace tenantry;
using tests::Console;
using ConsolePlace = ui::Place;

/// Getting about in the window: history, links, keys, parts, and a restart. Check 23.
class TestShell : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void backAndForward_data();
  void backAndForward();
  void aLinkIsCopiedAndOpened();
  void aPlaceOpensInAWindowOfItsOwn();
  void aWrongLinkSaysSo();
  void gAndALetterGoToAPane();
  void lettersAreTypedIntoAField();
  void theQuestionMarkListsTheKeys();
  void f6GoesThroughTheParts();
  void aRestartBringsTheWindowBack();
  void theSidebarCanBeNarrow();
  void check25_everyPaneStandsInTheSmallestSidebar();
  void theStatusBarTellsTheLatency();
  void theStatusBarTellsTheZone();
  void allThatRunsIsListedAndCancelled_data();
  void allThatRunsIsListedAndCancelled();
  void backAndForwardStayInTheSmallestSidebar();

private:
  static QPushButton *button(Console &console, const QString &name);
};

void TestShell::initTestCase() {
  new ui::ThemeManager(qobject_cast<QApplication *>(QCoreApplication::instance()));
}

QPushButton *TestShell::button(Console &console, const QString &name) {
  for (auto *one : console.window->sidebar()->findChildren<QPushButton *>())
    if (one->accessibleName() == name)
      return one;
  return nullptr;
}

void TestShell::backAndForward_data() {
  QTest::addColumn<int>("way");
  QTest::newRow("keys") << 0;
  QTest::newRow("buttons") << 1;
  QTest::newRow("mouse") << 2;
}

void TestShell::backAndForward() {
  QFETCH(int, way);
  Console console;
  QVERIFY(console.show());
  auto *window = console.window.get();
  const auto go = [&](bool back) {
    if (way == 0)
      QTest::keyClick(window, back ? Qt::Key_Left : Qt::Key_Right, Qt::AltModifier);
    else if (way == 1)
      QTest::mouseClick(button(console, back ? u"Back"_s : u"Forward"_s), Qt::LeftButton);
    else
      QTest::mouseClick(console.pane->table()->viewport(),
                        back ? Qt::BackButton : Qt::ForwardButton, {}, {20, 20});
  };
  QVERIFY(!button(console, u"Back"_s)->isEnabled());
  const ConsolePlace basalt{ConsolePlace::Kind::Organization, console.ids[1].toString(), {}, {}};
  window->open(basalt);
  window->open({ConsolePlace::Kind::Billing, {}, {}, {}});
  QVERIFY(button(console, u"Back"_s)->isEnabled());
  QVERIFY(!button(console, u"Forward"_s)->isEnabled());
  if (way == 2) {
    QTest::mouseClick(console.billing, Qt::BackButton);
  } else {
    go(true);
  }
  QCOMPARE(window->place(), basalt);
  QCOMPARE(window->currentPane(), console.pane);
  QTRY_COMPARE(console.shown(), u"Basalt Rail"_s);
  go(true);
  QCOMPARE(window->place(), ConsolePlace());
  QVERIFY(!button(console, u"Back"_s)->isEnabled());
  go(true); // nothing lies before
  QCOMPARE(window->place(), ConsolePlace());
  go(false);
  QCOMPARE(window->place(), basalt);
  go(false);
  QCOMPARE(window->place().kind, ConsolePlace::Kind::Billing);
  QVERIFY(!button(console, u"Forward"_s)->isEnabled());
}

void TestShell::aLinkIsCopiedAndOpened() {
  Console console;
  QVERIFY(console.show());
  const ConsolePlace clover{ConsolePlace::Kind::Organization, console.ids[2].toString(), {}, {}};
  console.window->open(clover);
  QTest::keyClick(console.window.get(), Qt::Key_L, Qt::ControlModifier);
  QCOMPARE(QGuiApplication::clipboard()->text(), clover.link());
  const auto *toast = console.window->findChild<ui::Toast *>();
  QVERIFY(toast && toast->isVisible() && toast->isTemporary());
  console.window->open({ConsolePlace::Kind::Billing, {}, {}, {}});
  QTest::keyClick(console.window.get(), Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
  QCOMPARE(console.window->place(), clover);
}

void TestShell::aPlaceOpensInAWindowOfItsOwn() {
  Console console;
  QVERIFY(console.show());
  const ConsolePlace clover{ConsolePlace::Kind::Organization, console.ids[2].toString(), {}, {}};
  console.window->open(clover);
  QSignalSpy asked(console.window.get(), &ui::MainWindow::windowRequested);
  QTest::keyClick(console.window.get(), Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
  QCOMPARE(asked.size(), 1);
  QCOMPARE(asked.front().front().value<ConsolePlace>(), clover);
}

void TestShell::aWrongLinkSaysSo() {
  Console console;
  QVERIFY(console.show());
  QGuiApplication::clipboard()->setText(u"https://example.org"_s);
  QTest::keyClick(console.window.get(), Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
  const auto *toast = console.window->findChild<ui::Toast *>();
  QVERIFY(toast && !toast->isTemporary());
  QVERIFY(toast->accessibleName().contains(u"place.unknown"_s));
  QCOMPARE(console.window->place(), ConsolePlace());
}

void TestShell::gAndALetterGoToAPane() {
  Console console;
  QVERIFY(console.show());
  console.pane->table()->setFocus();
  QTest::keyClick(console.pane->table(), Qt::Key_G);
  QTest::keyClick(console.pane->table(), Qt::Key_B);
  QCOMPARE(console.window->place().kind, ConsolePlace::Kind::Billing);
  auto *focused = QApplication::focusWidget();
  QTest::keyClick(focused, Qt::Key_G);
  QTest::keyClick(focused, Qt::Key_O);
  QCOMPARE(console.window->currentPane(), console.pane);
}

void TestShell::lettersAreTypedIntoAField() {
  Console console;
  QVERIFY(console.show());
  QTest::keyClick(console.window.get(), Qt::Key_F, Qt::ControlModifier);
  auto *field = console.pane->findChild<ui::SearchField *>();
  QTest::keyClicks(field, u"gb?"_s);
  QCOMPARE(field->text(), u"gb?"_s);
  QCOMPARE(console.window->currentPane(), console.pane);
  QVERIFY(!console.window->findChild<ui::KeyList *>());
}

// Check 7
void TestShell::theQuestionMarkListsTheKeys() {
  Console console;
  QVERIFY(console.show());
  console.pane->table()->setFocus();
  QTest::keyClick(console.pane->table(), '?');
  QPointer<ui::KeyList> list = console.window->findChild<ui::KeyList *>();
  QVERIFY(list && list->isVisible());
  QStringList names;
  for (int row = 0; row < list->model().rowCount(); ++row)
    if (const auto index = list->model().index(row, 0); index.flags() & Qt::ItemIsEnabled)
      names.append(index.data(Qt::AccessibleTextRole).toString());
  for (const auto &name : {u"Next row, J"_s, u"Search, Ctrl K"_s, u"Go to Billing, G B"_s,
                           u"Go to Billing, Ctrl 2"_s, u"Copy link, Ctrl L"_s, u"Keys, ?"_s})
    QVERIFY2(names.contains(name), qPrintable(name + u" is not in "_s + names.join(u"; "_s)));
  // Whatever is an action with a key is in it.
  for (const auto *action : console.window->actions())
    for (const auto &keys : action->shortcuts())
      QVERIFY2(std::any_of(names.begin(), names.end(),
                           [&](const QString &name) { return name.startsWith(action->text()); }),
               qPrintable(action->text() + keys.toString()));
  QCOMPARE(names.removeDuplicates(), 0);
  QTest::keyClick(list.data(), Qt::Key_Escape);
  QTRY_VERIFY(!list);
}

void TestShell::f6GoesThroughTheParts() {
  Console console;
  QVERIFY(console.show({ConsolePlace::Kind::Organization, console.ids[0].toString(), {}, {}}));
  auto *window = console.window.get();
  QTRY_COMPARE(console.shown(), u"Arbor Energy"_s);
  console.pane->table()->setFocus();
  const auto isIn = [](const QWidget *area) {
    const auto *focused = QApplication::focusWidget();
    return focused && (area == focused || area->isAncestorOf(focused));
  };
  QTest::keyClick(window, Qt::Key_F6);
  QVERIFY(isIn(console.pane->detail()));
  QTest::keyClick(window, Qt::Key_F6);
  QVERIFY(isIn(window->sidebar()));
  QTest::keyClick(window, Qt::Key_F6);
  QVERIFY(console.pane->table()->hasFocus());
  QTest::keyClick(window, Qt::Key_F6, Qt::ShiftModifier);
  QVERIFY(isIn(window->sidebar()));
  QTest::keyClick(window, Qt::Key_F6, Qt::ShiftModifier);
  QVERIFY(isIn(console.pane->detail()));
}

void TestShell::aRestartBringsTheWindowBack() {
  Console console;
  QVERIFY(console.show());
  const ConsolePlace basalt{ConsolePlace::Kind::Organization, console.ids[1].toString(), {}, {}};
  console.window->resize(1300, 780);
  console.window->open(basalt);
  console.window->open({ConsolePlace::Kind::Billing, {}, {}, {}});
  QTest::keyClick(console.window.get(), Qt::Key_Left, Qt::AltModifier);
  QTest::keyClick(console.window.get(), Qt::Key_B, Qt::ControlModifier);
  const auto memory = console.window->memory();
  console.makeWindow();
  console.window->restore(memory);
  QVERIFY(console.show(memory.history.current().value()));
  QCOMPARE(console.window->size(), QSize(1300, 780));
  QCOMPARE(console.window->place(), basalt);
  QCOMPARE(console.window->sidebar()->width(), ui::width::compactSidebar);
  QTRY_COMPARE(console.shown(), u"Basalt Rail"_s);
  QTest::keyClick(console.window.get(), Qt::Key_Right, Qt::AltModifier);
  QCOMPARE(console.window->place().kind, ConsolePlace::Kind::Billing);
}

void TestShell::theSidebarCanBeNarrow() {
  Console console;
  QVERIFY(console.show());
  QSignalSpy kept(console.window.get(), &ui::MainWindow::memoryChanged);
  QCOMPARE(console.window->sidebar()->width(), ui::width::sidebar);
  QTest::keyClick(console.window.get(), Qt::Key_B, Qt::ControlModifier);
  QCOMPARE(console.window->sidebar()->width(), ui::width::compactSidebar);
  QVERIFY(kept.size() > 0);
  QTest::keyClick(console.window.get(), Qt::Key_B, Qt::ControlModifier);
  QCOMPARE(console.window->sidebar()->width(), ui::width::sidebar);
  console.window->resize(1000, 700); // there is no room for names
  QCOMPARE(console.window->sidebar()->width(), ui::width::compactSidebar);
}

/// As many as the program has, in a window of 900 by 600.
void TestShell::check25_everyPaneStandsInTheSmallestSidebar() {
  ui::Sidebar sidebar;
  sidebar.setUser(u"login"_s, u"finance"_s);
  for (int entry = 0; entry < 12; ++entry) {
    if (entry == 1 || entry == 2 || entry == 11)
      sidebar.addGroup(u"Group"_s);
    sidebar.addEntry(u"Pane"_s, u"home"_s, {});
  }
  sidebar.resize(sidebar.width(), 600 - ui::height::statusBar);
  sidebar.setCompact(true);
  sidebar.show();
  QVERIFY(QTest::qWaitForWindowExposed(&sidebar));
  QCOMPARE(sidebar.findChild<QListView *>()->verticalScrollBar()->maximum(), 0);
  sidebar.setCompact(false);
  QVERIFY(sidebar.findChild<QListView *>()->verticalScrollBar()->maximum() >
          0); // words tell groups
}

void TestShell::theStatusBarTellsTheLatency() {
  Console console;
  QVERIFY(console.show());
  auto *bar = console.window->statusBar();
  const auto texts = [&] {
    QStringList shown;
    for (const auto *label : bar->findChildren<ui::Label *>())
      if (label->isVisible())
        shown.append(label->text());
    return shown;
  };
  bar->setLatency(std::chrono::microseconds(38'400));
  QVERIFY2(texts().contains(u"38 ms"_s), qPrintable(texts().join(u", "_s)));
  bar->setLatency(std::chrono::microseconds(400));
  QVERIFY(texts().contains(u"< 1 ms"_s));
  bar->setLatency(std::nullopt);
  QVERIFY(!texts().join(u' ').contains(u"ms"_s));
  QVERIFY(!texts().contains(u"Synced"_s)); // nothing answered yet
  bar->setConnection(true);
  bar->setSynced();
  QVERIFY(texts().contains(u"Synced"_s));
  bar->setConnection(false);
  QVERIFY(texts().contains(u"Synced 1 s ago"_s)); // never in the same breath as “Connecting…”
}

void TestShell::allThatRunsIsListedAndCancelled_data() {
  QTest::addColumn<bool>("byKeys");
  QTest::newRow("check 10 by keys") << true;
  QTest::newRow("check 10 by a click on what runs") << false;
}

void TestShell::allThatRunsIsListedAndCancelled() {
  QFETCH(bool, byKeys);
  Console console;
  QVERIFY(console.show());
  auto *bar = console.window->statusBar();
  QSignalSpy cancelled(bar, &ui::StatusBar::cancelRequested);
  const models::WorkItem run{u"a"_s, u"Billing run"_s, 10, 100, false},
      bulk{u"b"_s, u"Suspending"_s, 1, 12, false};
  bar->setWork({run, bulk});
  if (byKeys) {
    QTest::keyClick(console.pane->table(), Qt::Key_G);
    QTest::keyClick(console.pane->table(), Qt::Key_W);
  } else {
    QTest::mouseClick(bar->findChild<ui::WorkRow *>(), Qt::LeftButton);
  }
  auto *list = bar->workList();
  QTRY_VERIFY(list->isVisible());
  const auto rows = list->findChildren<ui::WorkRow *>();
  QCOMPARE(rows.size(), 2);
  QVERIFY(rows[0]->cancel()->hasFocus());
  QTest::keyClick(list, Qt::Key_Tab);
  QTRY_VERIFY(rows[1]->cancel()->hasFocus());
  QTest::keyClick(rows[1]->cancel(), Qt::Key_Space);
  QCOMPARE(cancelled.size(), 1);
  QCOMPARE(cancelled[0][0].toString(), u"b"_s);
  // One that ends leaves the others, the last one closes the list.
  bar->setWork({bulk});
  QVERIFY(list->isVisible() && rows[1]->isVisible() && !rows[0]->isVisible());
  bar->setWork({});
  QVERIFY(!list->isVisible());
}

void TestShell::backAndForwardStayInTheSmallestSidebar() {
  Console console;
  QVERIFY(console.show());
  console.window->resize(console.window->minimumSize());
  const auto *sidebar = console.window->findChild<ui::Sidebar *>();
  int arrows = 0;
  for (const auto *button : sidebar->findChildren<QPushButton *>())
    if (button->accessibleName() == u"Back"_s || button->accessibleName() == u"Forward"_s) {
      QTRY_VERIFY(button->isVisible());
      QVERIFY(sidebar->rect().contains(QRect(button->mapTo(sidebar, QPoint()), button->size())));
      ++arrows;
    }
  QCOMPARE(arrows, 2);
}

/// That in which the panes show days and times, also where the business moves.
void TestShell::theStatusBarTellsTheZone() {
  Console console;
  console.connection().setZone(*Zone::find(u"Asia/Kolkata"_s));
  console.makeWindow();
  QVERIFY(console.show());
  const auto named = [&](const QString &zone) {
    const auto labels = console.window->statusBar()->findChildren<ui::Label *>();
    return std::any_of(labels.begin(), labels.end(), [&](const ui::Label *label) {
      return label->isVisible() && label->text() == zone && label->toolTip().contains(zone);
    });
  };
  QVERIFY(named(u"Asia/Kolkata"_s));
  console.connection().setZone(*Zone::find(u"Europe/Berlin"_s));
  QVERIFY(named(u"Europe/Berlin"_s));
  QVERIFY(!named(u"Asia/Kolkata"_s));
}

QTEST_MAIN(TestShell)
#include "tst_shell.moc"
