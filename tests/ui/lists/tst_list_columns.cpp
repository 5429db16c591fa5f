// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shell/console.h"
#include "ui/lists/list_columns.h"
#include "ui/lists/list_memory.h"
#include "ui/lists/list_views.h"
#include "ui/shell/export_action.h"
#include "ui/theme/theme_manager.h"

#include <QApplication>
#include <QDialog>
#include <QFile>
#include <QLineEdit>
#include <QMenu>
#include <QSettings>
#include <QTemporaryDir>

using namespace tenantry;
using namespace tenantry::tests;
using models::OrganizationListModel;

/// The columns of a list as somebody chooses them, by mouse and menu, and after a restart.
class TestListColumns : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase() { new ui::ThemeManager(qApp); }
  void init();
  void cleanup() { m_console.reset(); }
  void theMenuOfTheHeaderChoosesColumns();
  void check25TheExportHasWhatIsSeenInItsOrder();
  void check7_orderAndColumnsAreChosenByKeys();
  void check7_aViewIsSavedByKeys();
  void dragsAndChoicesStayOverARestart();
  void whatHasNoRoomIsStillChosen();
  void layoutsAreRead_data();
  void layoutsAreRead();
  void foreignSettingsDoNoHarm();

private:
  [[nodiscard]] ui::TableView *table() const { return m_console->pane->table(); }
  [[nodiscard]] ui::ListColumns *columns() const { return m_console->pane->columns(); }
  void toggle(int column);

  std::unique_ptr<Console> m_console;
  QTemporaryDir m_folder;
};

void TestListColumns::init() {
  m_console = std::make_unique<Console>();
  QVERIFY(m_console->show());
  QTRY_VERIFY(m_console->connection().isConnected());
  m_console->window->resize(1800, 800);
  QTRY_VERIFY(!table()->isColumnHidden(OrganizationListModel::CreatedColumn));
}

void TestListColumns::toggle(int column) {
  auto *menu = columns()->makeMenu();
  menu->actions().at(column)->trigger();
  menu->close();
}

void TestListColumns::theMenuOfTheHeaderChoosesColumns() {
  toggle(OrganizationListModel::PlanColumn);
  QVERIFY(table()->isColumnHidden(OrganizationListModel::PlanColumn));
  m_console->window->resize(1700, 800);
  QVERIFY(table()->isColumnHidden(OrganizationListModel::PlanColumn));
  auto *menu = columns()->makeMenu();
  QVERIFY(!menu->actions().at(OrganizationListModel::NameColumn)->isEnabled());
  QVERIFY(!menu->actions().at(OrganizationListModel::PlanColumn)->isChecked());
  menu->actions().last()->trigger(); // as they were
  QVERIFY(!table()->isColumnHidden(OrganizationListModel::PlanColumn));
}

void TestListColumns::check25TheExportHasWhatIsSeenInItsOrder() {
  toggle(OrganizationListModel::PlanColumn);
  table()->horizontalHeader()->moveSection(4, 0); // since when stands first
  const QTemporaryDir folder;
  const QString path = folder.filePath(u"seen.csv"_s);
  m_console->pane->exporting()->exportTo(path);
  QTRY_VERIFY(QFile::exists(path));
  QFile file(path);
  QVERIFY(file.open(QIODevice::ReadOnly));
  QCOMPARE(QString::fromUtf8(file.readAll().mid(3)).section(u"\r\n"_s, 0, 0),
           u"\"Since\",\"Organization\",\"E-mail\",\"Web "
           "address\",\"Link\",\"Status\",\"MRR\",\"Currency\""_s);
}

namespace {

/// In the menu that is open, the last one opened first; false where there is no such entry.
bool choose(const QString &text) {
  auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
  for (int i = 0; menu && i < 30; ++i) {
    if (menu->activeAction() && menu->activeAction()->text() == text) {
      QTest::keyClick(menu, menu->activeAction()->menu() ? Qt::Key_Right : Qt::Key_Return);
      return true;
    }
    QTest::keyClick(menu, Qt::Key_Down);
  }
  return false;
}

} // namespace

void TestListColumns::check7_orderAndColumnsAreChosenByKeys() {
  const auto &list = m_console->pane->list();
  const auto press = [this](Qt::Key key) {
    m_console->window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_console->window.get()));
    QTest::keyClick(table(), key, Qt::AltModifier);
    QTRY_VERIFY(QApplication::activePopupWidget());
  };
  table()->setFocus();
  press(Qt::Key_S);
  QVERIFY(choose(u"MRR"_s));
  QTRY_COMPARE(list.sortColumn(), int(OrganizationListModel::MrrColumn));
  const auto other =
      list.sortOrder() == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder;
  press(Qt::Key_S);
  QVERIFY(choose(other == Qt::AscendingOrder ? u"Ascending"_s : u"Descending"_s));
  QTRY_COMPARE(list.sortOrder(), other);
  const auto *header = table()->horizontalHeader();
  const int place = header->visualIndex(OrganizationListModel::StatusColumn);
  press(Qt::Key_C);
  QVERIFY(choose(u"Move left"_s) && choose(u"Status"_s));
  QTRY_COMPARE(header->visualIndex(OrganizationListModel::StatusColumn), place - 1);
  press(Qt::Key_C);
  QVERIFY(choose(u"Move right"_s) && choose(u"Status"_s));
  QTRY_COMPARE(header->visualIndex(OrganizationListModel::StatusColumn), place);
  const int width = table()->columnWidth(OrganizationListModel::StatusColumn);
  press(Qt::Key_C);
  QVERIFY(choose(u"Wider"_s) && choose(u"Status"_s));
  QTRY_VERIFY(table()->columnWidth(OrganizationListModel::StatusColumn) > width);
  press(Qt::Key_C);
  QVERIFY(choose(u"Narrower"_s) && choose(u"Status"_s));
  QTRY_COMPARE(table()->columnWidth(OrganizationListModel::StatusColumn), width);
  press(Qt::Key_C);
  QVERIFY(choose(u"Plan"_s));
  QTRY_VERIFY(table()->isColumnHidden(OrganizationListModel::PlanColumn));
}

void TestListColumns::check7_aViewIsSavedByKeys() {
  table()->setFocus();
  QTest::keyClick(table(), Qt::Key_V, Qt::AltModifier);
  QTRY_VERIFY(QApplication::activePopupWidget());
  QVERIFY(choose(u"Save as a view…"_s));
  auto *views = m_console->pane->views();
  QTRY_VERIFY(views->question());
  QVERIFY(QTest::qWaitForWindowActive(views->question()));
  QTRY_VERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
  QTest::keyClicks(QApplication::focusWidget(), u"Mine"_s);
  QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
  QTRY_VERIFY(!views->current().isEmpty());
  QCOMPARE(views->views().find(views->current())->name, u"Mine"_s);
}

void TestListColumns::dragsAndChoicesStayOverARestart() {
  const QString file = m_folder.filePath(u"console.ini"_s);
  {
    ui::ListMemory memory(file);
    columns()->keepIn(memory);
    auto *header = table()->horizontalHeader();
    const int edge = header->sectionViewportPosition(OrganizationListModel::PlanColumn) +
                     header->sectionSize(OrganizationListModel::PlanColumn) - 1;
    const int before = table()->columnWidth(OrganizationListModel::PlanColumn);
    const int y = header->height() / 2;
    QTest::mousePress(header->viewport(), Qt::LeftButton, {}, {edge, y});
    QTest::mouseMove(header->viewport(), {edge + 30, y});
    QTest::mouseRelease(header->viewport(), Qt::LeftButton, {}, {edge + 30, y});
    QCOMPARE(table()->columnWidth(OrganizationListModel::PlanColumn), before + 30);
    toggle(OrganizationListModel::StatusColumn);
    header->moveSection(header->visualIndex(OrganizationListModel::CreatedColumn), 1);
    QTRY_COMPARE(memory.columns(u"organizations"_s), columns()->layout());
    m_console.reset();
  }
  const ui::ListMemory kept(file);
  const auto layout = kept.columns(u"organizations"_s);
  init();
  ui::ListMemory memory(file);
  columns()->keepIn(memory);
  QCOMPARE(columns()->layout(), layout);
  QVERIFY(table()->isColumnHidden(OrganizationListModel::StatusColumn));
  QCOMPARE(table()->horizontalHeader()->visualIndex(OrganizationListModel::CreatedColumn), 1);
  m_console.reset();
}

void TestListColumns::whatHasNoRoomIsStillChosen() {
  m_console->window->resize(900, 600);
  QTRY_VERIFY(table()->isColumnHidden(OrganizationListModel::CreatedColumn));
  const auto layout = columns()->layout();
  QVERIFY(layout.last().isShown && layout.last().width > 0);
}

void TestListColumns::layoutsAreRead_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<int>("columns");
  QTest::newRow("two") << u"name:0 plan:-120"_s << 2;
  QTest::newRow("nothing") << QString() << 0;
  QTest::newRow("no width") << u"name"_s << 0;
  QTest::newRow("foreign") << u"@ByteArray(abc) plan:100"_s << 0;
  QTest::newRow("beyond all screens") << u"plan:100000"_s << 0;
}

void TestListColumns::layoutsAreRead() {
  QFETCH(QString, text);
  QFETCH(int, columns);
  const auto layout = ui::layoutOf(text);
  QCOMPARE(layout.size(), columns);
  if (columns > 0)
    QCOMPARE(ui::toText(layout), text);
}

void TestListColumns::foreignSettingsDoNoHarm() {
  const QString file = m_folder.filePath(u"foreign.ini"_s);
  {
    QSettings settings(file, QSettings::IniFormat);
    settings.setValue(u"columns/organizations"_s, u"gone:10 plan:-90 plan:80 name:0"_s);
  }
  ui::ListMemory memory(file);
  columns()->keepIn(memory);
  QVERIFY(!table()->isColumnHidden(OrganizationListModel::NameColumn));
  QVERIFY(!table()->isColumnHidden(OrganizationListModel::PlanColumn));
  m_console.reset();
}

QTEST_MAIN(TestListColumns)
#include "tst_list_columns.moc"
