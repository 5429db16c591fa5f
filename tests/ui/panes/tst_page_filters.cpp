// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/lists/facets.h"
#include "tests/ui/panes/shared_panes.h"
#include "ui/ledger/journal_page.h"
#include "ui/ledger/open_items_page.h"
#include "ui/lists/list_memory.h"
#include "ui/organizations/invoices_tab.h"
#include "ui/organizations/members_tab.h"
#include "ui/organizations/organization_detail.h"
#include "ui/organizations/timeline_page.h"
#include "ui/theme/theme_manager.h"
#include "ui/usage/late_page.h"
#include "ui/usage/standings_page.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/figure_tile.h"
#include "ui/widgets/search_field.h"
#include <QApplication>
#include <QMenu>
#include <QTemporaryDir>

using namespace tenantry;
using namespace tenantry::tests;

/// Check 23 of lists that are pages of a pane: what narrows them and their order are after a
/// restart as they were set, with keys and the mouse, in all of them the same.
class TestPageFilters : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase();
  void init() { m_folder = std::make_unique<QTemporaryDir>(); }
  void cleanup() { end(); }
  void cleanupTestCase() { m_shared.reset(); }
  void check23_thePageIsAsItWas_data();
  void check23_thePageIsAsItWas();
  void check23_aLinkSaysMoreThanWhatWas();
  void check23_aRemovedMonthStaysAway();
  void check23_aTimelineIsNarrowedForItsRecordAlone();
  void check8_aMetricIsChangedNotRemoved();
  void foreignSettingsDoNoHarm();

private:
  void begin(const QString &link); ///< a window of its own, with what was kept
  void end();
  [[nodiscard]] ui::ListPage *page(const QString &name) const;
  void choose(ui::ListPage *page, const QString &setting, int place);
  void sortBy(const ui::ListPage *page, int column);
  [[nodiscard]] QString link(const QString &link) {
    return QStringList{u"timeline"_s, u"invoices"_s, u"members"_s}.contains(link)
               ? m_shared.get().organization(link).link()
               : link;
  }

  SharedPanes m_shared;
  std::unique_ptr<QTemporaryDir> m_folder;
  std::unique_ptr<ui::ListMemory> m_memory;
  std::unique_ptr<ui::MainWindow> m_window;
  ui::LedgerPane *m_ledger = nullptr;
  ui::UsagePane *m_usage = nullptr;
  ui::OrganizationsPane *m_customers = nullptr;
};

void TestPageFilters::initTestCase() {
  new ui::ThemeManager(qApp);
  auto &house = m_shared.get();
  house.withoutRule([&] {
    for (const auto &one : house.organizations)
      house.house.use(one, u"api_calls"_s, 1'000);
  });
  house.asOther([&house](store::Database &database) {
    const auto id = "'" + house.organizations.front().toString().toLatin1() + "'::uuid";
    QVERIFY(database.script(
        "set session_replication_role = replica; insert into member (organization_id, member_id, "
        "given_name, email, created_at) values (" +
        id + ", " + id +
        ", 'Ann', "
        "'ann@acme.example', now()); insert into assignment (organization_id, assignment_id, "
        "team_id, member_id, role, assigned_by, assigned_at) select " +
        id + ", " + id + ", team_id, " + id +
        ", 'billing', 'tests', now() from team where organization_id = " + id +
        " and parent_id is null"));
  });
}

void TestPageFilters::begin(const QString &link) {
  auto &house = m_shared.get();
  m_memory = std::make_unique<ui::ListMemory>(m_folder->filePath(u"console.ini"_s));
  m_window = std::make_unique<ui::MainWindow>();
  m_window->resize(1500, 900);
  m_ledger = new ui::LedgerPane(*house.connection, *house.work);
  m_usage = new ui::UsagePane(*house.connection, *house.work);
  m_customers = new ui::OrganizationsPane(*house.connection, *house.work);
  for (ui::Pane *pane : std::initializer_list<ui::Pane *>{m_customers, m_ledger, m_usage})
    m_window->addPane(pane);
  m_ledger->keepIn(*m_memory);
  m_usage->keepIn(*m_memory);
  m_customers->keepIn(*m_memory);
  const auto place = ui::Place::parse(link);
  QVERIFY(place);
  m_window->open(*place);
  m_window->show();
  m_window->activateWindow();
  QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
  QTRY_VERIFY(house.connection->isConnected());
  QTRY_VERIFY(m_window->currentPane()->isSettled());
}

void TestPageFilters::end() {
  m_window.reset();
  m_memory.reset(); // written to its end
}

ui::ListPage *TestPageFilters::page(const QString &name) const {
  if (name == u"standings")
    return m_usage->standings();
  if (name == u"late")
    return m_usage->late();
  if (name == u"journal")
    return m_ledger->journal();
  if (name == u"open items")
    return m_ledger->openItems();
  if (name == u"invoices")
    return m_customers->detail()->invoices()->page();
  if (name == u"members")
    return m_customers->detail()->members();
  return m_customers->detail()->timeline();
}

/// By keys.
void TestPageFilters::choose(ui::ListPage *page, const QString &setting, int place) {
  const auto *filters = page->filters();
  QTRY_VERIFY(!filters->offer(setting)->values().isEmpty());
  auto *menu = openFacets(*filters, setting);
  QVERIFY(menu);
  menu->setActiveAction(menu->actions()[place]);
  QTest::keyClick(menu, Qt::Key_Return);
  QTRY_VERIFY(page->records()->list().viewSettings().contains(setting));
  QTRY_VERIFY(!filters->chip(setting)->value().isEmpty() && filters->chip(setting)->isVisible());
}

void TestPageFilters::sortBy(const ui::ListPage *page, int column) {
  auto *head = page->table()->horizontalHeader();
  const QPoint at(head->sectionViewportPosition(column) + head->sectionSize(column) / 2,
                  head->height() / 2);
  const auto before = page->records()->list().viewSettings();
  QTest::mouseClick(head->viewport(), Qt::LeftButton, {}, at);
  QTRY_VERIFY(page->records()->list().viewSettings() != before);
}

void TestPageFilters::check23_thePageIsAsItWas_data() {
  QTest::addColumn<QString>("place");
  QTest::newRow("standings") << u"tenantry://usage"_s;
  QTest::newRow("late") << u"tenantry://usage?tab=late"_s;
  QTest::newRow("journal") << u"tenantry://ledger?tab=journal"_s;
  QTest::newRow("open items") << u"tenantry://ledger?tab=open-items"_s;
  QTest::newRow("timeline") << u"timeline"_s;
  QTest::newRow("invoices") << u"invoices"_s;
  QTest::newRow("members") << u"members"_s;
}

void TestPageFilters::check23_thePageIsAsItWas() {
  QFETCH(QString, place);
  const auto name = QString::fromLatin1(QTest::currentDataTag());
  begin(link(place));
  auto *shown = page(name);
  if (name == u"standings") {
    choose(shown, u"metric"_s, 1);
    QTRY_VERIFY(shown->table()->model()->rowCount() > 0);
    sortBy(shown, models::UsageListModel::ShareColumn);
    QTest::mouseClick(m_usage->standings()->tile(90), Qt::LeftButton);
  } else if (name == u"late") {
    choose(shown, u"metric"_s, 1);
  } else if (name == u"journal") {
    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(shown->filters()->search(), u"INV-2026"_s);
    QTRY_COMPARE(m_ledger->journal()->list().filter().search, u"INV-2026"_s);
    choose(shown, u"month"_s, 2);
    QTRY_VERIFY(shown->table()->model()->rowCount() > 0);
    sortBy(shown, models::JournalListModel::DayColumn);
    choose(shown, u"account"_s, 1);
    choose(shown, u"currency"_s, 0);
  } else if (name == u"open items") {
    QTest::mouseClick(m_ledger->openItems()->tile(billing::DueAge::Month), Qt::LeftButton);
    QTRY_VERIFY(shown->records()->list().isFiltered());
    QTRY_VERIFY(m_ledger->isSettled() && shown->table()->model()->rowCount() > 0);
    sortBy(shown, models::IssuedInvoicesModel::DueColumn);
  } else if (name == u"invoices") {
    choose(shown, u"kind"_s, 1); // open
    QTRY_VERIFY(m_window->currentPane()->isSettled() && shown->table()->model()->rowCount() > 0);
    sortBy(shown, models::IssuedInvoicesModel::IssuedColumn);
  } else if (name == u"members") {
    sortBy(shown, models::MemberList::PersonColumn);
    choose(shown, u"role"_s, 1);
    QTest::keyClicks(shown->filters()->search(), u"a"_s);
    QTRY_VERIFY(shown->records()->list().viewSettings().contains(u"search"_s));
  } else {
    choose(shown, u"show"_s, 1);
  }
  QTRY_VERIFY(m_window->currentPane()->isSettled());
  const auto before = shown->records()->list().viewSettings();
  const int rows = shown->table()->model()->rowCount();
  const auto left = m_window->place().link();
  end();
  begin(left); // the window comes back where it was
  shown = page(name);
  QTRY_COMPARE(shown->records()->list().viewSettings(), before);
  QTRY_VERIFY(m_window->currentPane()->isSettled());
  QTRY_COMPARE(shown->table()->model()->rowCount(), rows);
  for (const auto &setting :
       {u"metric"_s, u"account"_s, u"currency"_s, u"show"_s, u"month"_s, u"kind"_s, u"role"_s})
    if (const auto *chip = shown->filters()->chip(setting))
      QTRY_COMPARE(chip->value().isEmpty(), !before.contains(setting));
  if (name == u"standings")
    QVERIFY(m_usage->standings()->tile(90)->isChecked());
  if (name == u"open items")
    QVERIFY(m_ledger->openItems()->tile(billing::DueAge::Month)->isChecked());
  if (name == u"journal")
    QCOMPARE(shown->filters()->search()->text(), u"INV-2026"_s);
  if (shown->records()->list().sortColumn() >= 0)
    QCOMPARE(shown->table()->horizontalHeader()->sortIndicatorOrder(),
             shown->records()->list().sortOrder());
}

void TestPageFilters::check23_aLinkSaysMoreThanWhatWas() {
  begin(u"tenantry://ledger?tab=journal"_s);
  choose(m_ledger->journal(), u"currency"_s, 0);
  end();
  begin(u"tenantry://ledger?date=2026-01-01&filter=receivable"_s);
  QCOMPARE(m_ledger->journal()->list().filter().account, u"receivable"_s);
  QVERIFY(m_ledger->journal()->list().filter().currency.isEmpty());
}

void TestPageFilters::check23_aRemovedMonthStaysAway() {
  begin(u"tenantry://ledger?tab=journal"_s);
  auto *chip = m_ledger->journal()->filters()->chip(u"month"_s);
  QVERIFY(!chip->value().isEmpty());
  chip->setFocus();
  QTest::keyClick(chip, Qt::Key_Delete);
  QTRY_VERIFY(chip->value().isEmpty());
  const auto left = m_window->place().link();
  end();
  begin(left);
  QVERIFY(m_ledger->journal()->filters()->chip(u"month"_s)->value().isEmpty());
  QVERIFY(!m_ledger->journal()->list().filter().month);
}

void TestPageFilters::check23_aTimelineIsNarrowedForItsRecordAlone() {
  begin(link(u"timeline"_s));
  choose(page(u"timeline"_s), u"show"_s, 1);
  end();
  auto &house = m_shared.get();
  begin(ui::Place{
      ui::Place::Kind::Organization,
      house.organizations.back().toString(),
      u"timeline"_s,
      {}}.link());
  QVERIFY(!page(u"timeline"_s)->records()->list().isFiltered());
}

void TestPageFilters::check8_aMetricIsChangedNotRemoved() {
  begin(u"tenantry://usage"_s);
  auto *chip = m_usage->standings()->filters()->chip(u"metric"_s);
  QTRY_VERIFY(!chip->value().isEmpty());
  chip->setFocus();
  QTest::keyClick(chip, Qt::Key_Delete);
  auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
  QVERIFY(menu);
  QVERIFY(!chip->value().isEmpty());
  QTest::keyClick(menu, Qt::Key_Escape);
}

void TestPageFilters::foreignSettingsDoNoHarm() {
  {
    ui::ListMemory memory(m_folder->filePath(u"console.ini"_s));
    memory.keepFilter(u"journal"_s, {{}, {{u"month"_s, u"never"_s}, {u"order"_s, u"sideways"_s}}});
    memory.keepFilter(u"usage"_s, {{}, {{u"metric"_s, u"gone"_s}, {u"level"_s, u"81"_s}}});
    memory.keepFilter(u"open-items"_s, {{}, {{u"kind"_s, u"draft"_s}, {u"age"_s, u"old"_s}}});
  }
  begin(u"tenantry://ledger?tab=journal"_s);
  QVERIFY(m_ledger->journal()->table()->model()->rowCount() > 0);
  m_window->open(*ui::Place::parse(u"tenantry://ledger?tab=open-items"_s));
  QTRY_VERIFY(m_ledger->isSettled());
  QCOMPARE(m_ledger->openItems()->list().filter().kind, billing::InvoiceFilter::Open);
  QCOMPARE(m_ledger->openItems()->table()->model()->rowCount(), 3);
  m_window->open(*ui::Place::parse(u"tenantry://usage"_s));
  QTRY_VERIFY(m_usage->isSettled());
  QTRY_VERIFY(m_usage->figures().facts());
  QTRY_COMPARE(m_usage->standings()->list().filter().metric, m_usage->figures().facts()->metric);
  QCOMPARE(m_usage->standings()->list().filter().level, 0);
}

QTEST_MAIN(TestPageFilters)
#include "tst_page_filters.moc"
