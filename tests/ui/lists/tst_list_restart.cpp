// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shell/console.h"
#include "ui/lists/list_memory.h"
#include "ui/lists/list_views.h"
#include "ui/theme/theme_manager.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/search_field.h"

#include <QApplication>
#include <QInputDialog>
#include <QSettings>
#include <QSplitter>

using namespace tenantry;
using namespace tenantry::tests;
using models::OrganizationListModel;
using organizations::Status;

/// Check 23: what narrows a list, its order and the handle beside it are after a restart as they
/// were set by hand.
class TestListRestart : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase() { new ui::ThemeManager(qApp); }
  void init();
  void cleanup();
  void check23_filterAndOrderComeBack();
  void check23_aChangedViewComesBackAsItWasChanged();
  void check23_aLinkSaysMoreThanWhatWas();
  void check23_theHandleStandsWhereItStood();
  void check23_eachWindowOfADatabaseHasItsOwn();
  void foreignSettingsDoNoHarm_data();
  void foreignSettingsDoNoHarm();

private:
  void begin(const ui::Place &place = {}, int rows = 3); ///< the window, with what was kept
  void end();
  [[nodiscard]] OrganizationListModel &list() { return m_console->pane->list(); }
  [[nodiscard]] ui::SearchField *search() { return m_console->pane->filters()->search(); }

  std::unique_ptr<QTemporaryDir> m_folder;
  std::unique_ptr<Console> m_console;
  std::unique_ptr<ui::ListMemory> m_memory;
};

void TestListRestart::init() {
  m_folder = std::make_unique<QTemporaryDir>();
  m_console = std::make_unique<Console>(u"finance"_s);
  m_console->asOther([](store::Database &database) {
    QVERIFY(database.adHoc("update organization set status = 'suspended', status_before = status "
                           "where name not like 'Arbor%'"));
  });
}

void TestListRestart::cleanup() {
  end();
  m_console.reset();
}

void TestListRestart::begin(const ui::Place &place, int rows) {
  m_memory = std::make_unique<ui::ListMemory>(m_folder->filePath(u"console.ini"_s));
  m_console->makeWindow();
  m_console->window->resize(1600, 800);
  m_console->pane->keepIn(*m_memory);
  QVERIFY(m_console->show(place, rows));
  QTRY_VERIFY(m_console->pane->isSettled());
}

void TestListRestart::end() {
  m_console->window.reset();
  m_console->pane = nullptr;
  m_memory.reset(); // written to its end
}

void TestListRestart::check23_filterAndOrderComeBack() {
  begin();
  search()->setFocus();
  QTest::keyClicks(search(), u"clover"_s);
  QTRY_COMPARE(list().rowCount(), 1);
  auto *head = m_console->pane->table()->horizontalHeader();
  const auto over = [head](int column) {
    return QPoint(head->sectionViewportPosition(column) + head->sectionSize(column) / 2,
                  head->height() / 2);
  };
  QTest::mouseClick(head->viewport(), Qt::LeftButton, {}, over(OrganizationListModel::MrrColumn));
  QTRY_COMPARE(list().sortColumn(), int(OrganizationListModel::MrrColumn));
  const auto order = list().sortOrder();
  end();
  begin({}, 1);
  QCOMPARE(list().filter().search, u"clover"_s);
  QCOMPARE(search()->text(), u"clover"_s);
  QCOMPARE(list().sortColumn(), int(OrganizationListModel::MrrColumn));
  QCOMPARE(list().sortOrder(), order);
  QCOMPARE(m_console->pane->table()->horizontalHeader()->sortIndicatorSection(),
           int(OrganizationListModel::MrrColumn));
  search()->setFocus();
  QTest::keyClick(search(), Qt::Key_Escape);
  QTRY_COMPARE(list().rowCount(), 3);
  end();
  begin(); // nothing narrows it any more
  QVERIFY(!list().isFiltered());
}

void TestListRestart::check23_aChangedViewComesBackAsItWasChanged() {
  begin();
  m_console->pane->setFilter({.search = {}, .status = Status::Suspended, .planId = {}});
  m_console->pane->views()->saveAs(u"Held"_s);
  QTRY_VERIFY(!m_console->pane->views()->current().isEmpty());
  const auto id = m_console->pane->views()->current();
  m_console->pane->setFilter({.search = u"basalt"_s, .status = Status::Suspended, .planId = {}});
  QTRY_COMPARE(list().rowCount(), 1);
  end();
  const auto place = ui::Place::parse(u"tenantry://organizations?view="_s + id);
  begin(*place, 1);
  QTRY_COMPARE(m_console->pane->views()->current(), id);
  QTRY_COMPARE(list().filter().search, u"basalt"_s);
  QCOMPARE(list().filter().status, std::optional(Status::Suspended));
}

void TestListRestart::check23_aLinkSaysMoreThanWhatWas() {
  begin();
  m_console->pane->setFilter({.search = u"basalt"_s, .status = {}, .planId = {}});
  QTRY_COMPARE(list().rowCount(), 1);
  end();
  begin(*ui::Place::parse(u"tenantry://organizations?filter=suspended"_s), 2);
  QCOMPARE(list().filter().status, std::optional(Status::Suspended));
  QVERIFY(list().filter().search.isEmpty());
}

void TestListRestart::check23_theHandleStandsWhereItStood() {
  begin();
  auto *splitter = m_console->pane->findChild<QSplitter *>();
  const auto before = splitter->sizes();
  auto *handle = splitter->handle(1);
  const QPoint middle = handle->rect().center();
  QTest::mousePress(handle, Qt::LeftButton, {}, middle);
  QTest::mouseMove(handle, middle + QPoint(70, 0));
  QTest::mouseRelease(handle, Qt::LeftButton, {}, middle + QPoint(70, 0));
  const auto moved = splitter->sizes();
  QVERIFY(moved.front() > before.front() + 50);
  QTRY_COMPARE(m_memory->widths(u"organizations"_s), moved);
  end();
  begin();
  QCOMPARE(m_console->pane->findChild<QSplitter *>()->sizes(), moved);
}

/// Columns are everybody's; what narrows a list is not shown where nobody asked for it.
void TestListRestart::check23_eachWindowOfADatabaseHasItsOwn() {
  const auto file = m_folder->filePath(u"console.ini"_s), book = u"/var/book"_s;
  const auto filter = [](const QString &status) {
    return ui::KeptFilter{{}, {{u"status"_s, status}}};
  };
  {
    ui::ListMemory main(file, book);
    const auto second = main.of(1);
    main.keepFilter(u"invoices"_s, filter(u"open"_s));
    second->keepFilter(u"invoices"_s, filter(u"void"_s));
    second->keepWidths(u"invoices"_s, {300, 400});
  }
  ui::ListMemory main(file, book);
  QCOMPARE(main.filter(u"invoices"_s), filter(u"open"_s));
  QCOMPARE(main.widths(u"invoices"_s), (QList<int>{300, 400}));
  const auto second = main.of(1);
  QCOMPARE(second->filter(u"invoices"_s), filter(u"void"_s));
  QVERIFY(!ui::ListMemory(file, u"/var/other"_s).filter(u"invoices"_s));
  second->forgetFilters();
  QVERIFY(!second->filter(u"invoices"_s) && main.filter(u"invoices"_s));
}

void TestListRestart::foreignSettingsDoNoHarm_data() {
  QTest::addColumn<QString>("filter");
  QTest::addColumn<QString>("widths");
  QTest::newRow("other words") << u"of-view=&sort=gone&status=lost&order=sideways"_s << u"1"_s;
  QTest::newRow("no settings") << u"@ByteArray(%00=&&=)"_s << u"x -5"_s;
  QTest::newRow("an unknown view") << u"of-view=nobody&search=arbor"_s << u"0 0"_s;
}

void TestListRestart::foreignSettingsDoNoHarm() {
  QFETCH(QString, filter);
  QFETCH(QString, widths);
  {
    QSettings settings(m_folder->filePath(u"console.ini"_s), QSettings::IniFormat);
    settings.setValue(u"filters/organizations"_s, filter);
    settings.setValue(u"widths/organizations"_s, widths);
  }
  begin();
  QVERIFY(!list().isFiltered());
  const auto sizes = m_console->pane->findChild<QSplitter *>()->sizes();
  QVERIFY(sizes.front() > 100 && sizes.back() > 100);
}

QTEST_MAIN(TestListRestart)
#include "tst_list_restart.moc"
