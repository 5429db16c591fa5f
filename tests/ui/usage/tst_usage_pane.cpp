// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/no_database_here.h"
#include "tests/services/billing/billing_house.h"
#include "ui/charts/line_chart.h"
#include "ui/organizations/organizations_pane.h"
#include "ui/shell/export_action.h"
#include "ui/shell/main_window.h"
#include "ui/theme/theme_manager.h"
#include "ui/usage/arrivals_page.h"
#include "ui/usage/correction_offer.h"
#include "ui/usage/events_page.h"
#include "ui/usage/late_cells.h"
#include "ui/usage/late_page.h"
#include "ui/usage/standings_page.h"
#include "ui/usage/usage_pane.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/figure_tile.h"
#include "ui/widgets/format.h"
#include "ui/widgets/link_fact.h"
#include "ui/widgets/table_view.h"

#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>

using namespace tenantry;
using namespace tenantry::tests;
using models::EventListModel;
using models::LateListModel;
using models::UsageListModel;
using ui::UsagePane;

namespace {

constexpr std::int64_t unit = 1; ///< of api_calls, which have no decimals

QString shown(std::int64_t quantity) { return ui::formatNumber(quantity, QLocale()); }

} // namespace

/// Usage over all organizations in its window, worked with keys: four since 31
/// January, one beyond its limit; 31 January, 10:00.
class TestUsagePane : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void init();
  void cleanup();
  void USE_5_theMostUsedStandsFirst();
  void USE_3_levelsNarrowTheList();
  void check18_enterLeadsToTheEventsOfOne();
  void check18_whatIsUsedLeadsToItsEvents_data();
  void check18_whatIsUsedLeadsToItsEvents();
  void check18_aPeriodAndAMetricAreAPlace();
  void USE_1_financeTakesBackWhatIsTooMuch();
  void USE_1_whatChangedSinceIsShownAgain();
  void USE_1_whoMayNotCorrectIsToldWhoMay();
  void USE_3_newsMoveTheFigures();
  void USE_1_arrivalsAreDrawnAndReadOut();
  void USE_1_whatCameLateLeadsToItsInvoice();
  void USE_5_aLinkLeadsToAMetricAndAPart();
  void USE_5_emptyAndNoMatchAreDifferent();
  void USE_5_everyGroupMayLook_data();
  void USE_5_everyGroupMayLook();

private:
  void open(const QString &role = {});
  void goTo(UsagePane::Tab tab) {
    m_pane->tabs()->setFocus();
    while (m_pane->tabs()->currentIndex() != int(tab))
      QTest::keyClick(m_pane->tabs(),
                      m_pane->tabs()->currentIndex() < int(tab) ? Qt::Key_Right : Qt::Key_Left);
  }
  /// Of api_calls, in the period that runs unless told otherwise.
  [[nodiscard]] bool showEvents(const OrganizationId &organization, const QString &more = {}) {
    m_window->open(
        *ui::Place::parse(u"tenantry://usage?tab=events&filter=api_calls&organization="_s +
                          organization.toString() + more));
    return QTest::qWaitFor([this] { return m_pane->showsEvents() && m_pane->isSettled(); }, 20'000);
  }
  [[nodiscard]] models::EventListModel *events() const { return &m_pane->events()->list(); }
  [[nodiscard]] int rows() const { return m_pane->standings()->table()->model()->rowCount(); }

  std::unique_ptr<BillingHouse> m_house;
  std::vector<OrganizationId> m_book;
  std::vector<std::int64_t> m_used; ///< of api_calls, by each
  std::unique_ptr<models::Connection> m_connection;
  std::unique_ptr<models::RunningWork> m_work;
  std::unique_ptr<ui::MainWindow> m_window;
  UsagePane *m_pane = nullptr;
  std::optional<store::NoDatabaseHere> m_rule; ///< no query on the GUI thread
};

void TestUsagePane::initTestCase() {
  new ui::ThemeManager(qobject_cast<QApplication *>(QCoreApplication::instance()));
}

void TestUsagePane::init() {
  m_house = std::make_unique<BillingHouse>();
  m_book.clear();
  for (int i = 0; i < 4; ++i) {
    m_book.push_back(m_house->organization());
    m_house->subscribe(m_book.back(), u"starter"_s);
  }
  const auto limit = *expect(usage::UsageService(m_house->worker.session, m_house->worker.business)
                                 .quota(m_book[0], u"api_calls"_s))
                          .limit;
  m_used = {0};
  for (std::size_t i = 1; i < m_book.size(); ++i) { // 85 %, 95 %, 105 %
    m_used.push_back(limit * (75 + 10 * std::int64_t(i)) / 100);
    m_house->use(m_book[i], u"api_calls"_s, m_used.back());
  }
  open();
}

void TestUsagePane::open(const QString &role) {
  cleanup();
  m_connection =
      std::make_unique<models::Connection>(m_house->test.settings(role), m_house->clock, u"test"_s);
  m_work = std::make_unique<models::RunningWork>(*m_connection);
  m_rule.emplace();
  m_window = std::make_unique<ui::MainWindow>();
  m_window->resize(1440, 900);
  m_pane = new UsagePane(*m_connection, *m_work);
  m_window->addPane(m_pane);
  m_window->open(*ui::Place::parse(u"tenantry://usage?filter=api_calls"_s));
  m_window->show();
  m_window->activateWindow();
  QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
  QTRY_VERIFY(m_pane->isSettled());
  QTRY_COMPARE(rows(), 3);
}

void TestUsagePane::cleanup() {
  m_window.reset();
  m_work.reset();
  m_rule.reset();
  m_connection.reset();
}

void TestUsagePane::USE_5_theMostUsedStandsFirst() {
  const auto *cells = m_pane->standings()->table()->model();
  for (int row = 0; row < 3; ++row)
    QCOMPARE(m_pane->standings()->list().keyAt(row), m_book[std::size_t(3 - row)].toString());
  QCOMPARE(cells->index(0, UsageListModel::ShareColumn).data().toString(),
           ui::formatShare(1.05, QLocale()));
  QCOMPARE(cells->index(2, UsageListModel::ShareColumn).data().toString(),
           ui::formatShare(0.85, QLocale()));
  QTRY_VERIFY(m_pane->figures().facts());
  QTRY_COMPARE(m_pane->figures().facts()->levels.all, std::int64_t(3));
  QVERIFY(m_pane->standings()->tile(80)->toolTip().contains(u"As of"_s));
}

void TestUsagePane::USE_3_levelsNarrowTheList() {
  auto *tile = m_pane->standings()->tile(90);
  tile->setFocus();
  QTest::keyClick(tile, Qt::Key_Space);
  QTRY_COMPARE(rows(), 2);
  QTest::mouseClick(m_pane->standings()->tile(100), Qt::LeftButton);
  QTRY_COMPARE(rows(), 1);
  QCOMPARE(m_pane->standings()->list().keyAt(0), m_book[3].toString());
  QVERIFY(m_pane->stepBack());
  QTRY_COMPARE(rows(), 3);
}

void TestUsagePane::check18_enterLeadsToTheEventsOfOne() {
  QSignalSpy asked(m_pane, &ui::Pane::placeRequested);
  auto *table = m_pane->standings()->table();
  table->setFocus();
  table->chooseRow(1);
  QTest::keyClick(table, Qt::Key_Return);
  QCOMPARE(asked.count(), 1);
  const auto place = asked.front().front().value<ui::Place>();
  QCOMPARE(place.link(),
           u"tenantry://usage?tab=events&filter=api_calls&organization="_s + m_book[2].toString());
  QVERIFY(showEvents(m_book[2]));
  QCOMPARE(events()->rowCount(), 1);
  QVERIFY(m_pane->heading().contains(u"One"_s));
  QVERIFY(m_pane->events()->fact().contains(shown(m_used[2]))); // what the row said
  QVERIFY(m_pane->events()->exporting()->button()->isVisible());
  QVERIFY(!m_pane->standings()->exporting()->button()->isVisible());
  // Esc leads to the organization.
  QTest::keyClick(m_window.get(), Qt::Key_Escape);
  QCOMPARE(asked.back().front().value<ui::Place>(),
           (ui::Place{ui::Place::Kind::Organization, m_book[2].toString(), u"usage"_s, {}}));
  // Back among all, the tabs are as they were.
  m_window->open(m_pane->home());
  QTRY_VERIFY(!m_pane->showsEvents() && m_pane->isSettled());
  QCOMPARE(rows(), 3);
}

void TestUsagePane::check18_whatIsUsedLeadsToItsEvents_data() {
  QTest::addColumn<QString>("tab");
  QTest::newRow("from the overview") << QString();
  QTest::newRow("from the usage") << u"usage"_s;
}

void TestUsagePane::check18_whatIsUsedLeadsToItsEvents() {
  QFETCH(QString, tab);
  auto *customers = new ui::OrganizationsPane(*m_connection, *m_work);
  m_window->addPane(customers);
  m_window->activateWindow(); // a pane that is made has windows of its own
  QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
  const ui::Place whose{ui::Place::Kind::Organization, m_book[2].toString(), tab, {}};
  m_window->open(whose);
  QTRY_VERIFY(customers->isSettled());
  const auto seen = [customers] {
    ui::LinkFact *found = nullptr;
    for (auto *one : customers->findChildren<ui::LinkFact *>())
      if (one->isVisible() && one->accessibleName().startsWith(u"API calls"_s))
        found = one;
    return found;
  };
  QTRY_VERIFY(seen());
  auto *fact = seen();
  QVERIFY(fact->accessibleName().contains(shown(m_used[2])));
  fact->setFocus();
  QTest::keyClick(fact, Qt::Key_Return);
  QTRY_VERIFY(m_window->currentPane() == m_pane && m_pane->showsEvents() && m_pane->isSettled());
  QCOMPARE(m_pane->events()->list().words()->totals.used, m_used[2]);
  QTest::keyClick(m_window.get(), Qt::Key_Escape);
  QTRY_COMPARE(m_window->currentPane(), customers);
  QCOMPARE(m_window->place().tab, u"usage"_s);
}

void TestUsagePane::check18_aPeriodAndAMetricAreAPlace() {
  m_rule.reset();
  m_house->runAll();
  m_house->clock.set(*parseInstant(u"2026-03-10T10:00:00Z"_s));
  m_house->runAll();
  m_rule.emplace();
  QVERIFY(showEvents(m_book[1]));
  QCOMPARE(events()->rowCount(), 0); // of the period that runs
  QVERIFY(showEvents(m_book[1], u"&date=2026-02-10"_s));
  QCOMPARE(events()->rowCount(), 1);
  const auto *cells = m_pane->events()->table()->model();
  QVERIFY(cells->index(0, EventListModel::OutcomeColumn).data().toString().contains(u"INV-"_s));
  m_pane->events()->filters()->choose(u"period"_s, u"2026-02-28"_s);
  QTRY_VERIFY(m_pane->isSettled() && events()->rowCount() == 0);
  QCOMPARE(m_window->place().day, std::optional(*parseDay(u"2026-02-28"_s)));
  m_pane->events()->filters()->choose(u"metric"_s, u"storage_gb"_s);
  QTRY_COMPARE(m_window->place().filter, u"storage_gb"_s);
  auto *state = m_pane->events()->findChild<ui::EmptyState *>();
  QTRY_COMPARE(state->kind(), ui::EmptyState::Kind::Empty);
  QVERIFY(showEvents(m_book[1], u"&date=2020-01-01"_s));
  QTRY_COMPARE(state->kind(), ui::EmptyState::Kind::Error);
}

void TestUsagePane::USE_1_financeTakesBackWhatIsTooMuch() {
  open(u"finance"_s);
  QVERIFY(showEvents(m_book[3]));
  m_pane->events()->table()->chooseRow(0);
  QTRY_VERIFY(m_pane->events()->correcting()->isEnabled());
  QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
  auto *dialog = m_pane->events()->correcting()->dialog();
  QVERIFY(dialog);
  const auto whole = dialog->quantity()->text(); // all that is left of it
  QCOMPARE(whole, shown(m_used[3]));
  dialog->quantity()->selectAll();
  QTest::keyClicks(dialog->quantity(), u"1"_s);
  QTRY_VERIFY(dialog->previewText().contains(shown(m_used[3] - unit)));
  QVERIFY(!dialog->confirmation()->isEnabled()); // without a reason
  QTest::keyClicks(dialog->reason(), u"counted twice"_s);
  QTRY_VERIFY(dialog->confirmation()->isEnabled());
  QTest::keyClick(dialog->reason(), Qt::Key_Return); // corrects nothing
  QPointer<ui::CorrectionDialog> open(dialog);
  QVERIFY(open);
  dialog->confirmation()->click();
  QTRY_VERIFY(!open);
  QTRY_COMPARE(events()->rowCount(), 2);
  QTRY_VERIFY(m_pane->events()->fact().contains(shown(m_used[3] - unit)));
  const auto *cells = m_pane->events()->table()->model();
  QStringList marks;
  for (int row = 0; row < 2; ++row)
    marks += cells->index(row, EventListModel::MarkColumn).data().toString();
  marks.sort();
  QCOMPARE(marks, (QStringList{u"Corrected"_s, u"Correction"_s}));
}

void TestUsagePane::USE_1_whatChangedSinceIsShownAgain() {
  QVERIFY(showEvents(m_book[3]));
  m_pane->events()->table()->chooseRow(0);
  QTRY_VERIFY(m_pane->events()->correcting()->isEnabled());
  m_pane->events()->correcting()->trigger();
  auto *dialog = m_pane->events()->correcting()->dialog();
  QTest::keyClicks(dialog->reason(), u"counted twice"_s);
  QTRY_VERIFY(dialog->confirmation()->isEnabled());
  const auto before = dialog->previewText();
  m_rule.reset();
  m_house->use(m_book[3], u"api_calls"_s, 7 * unit);
  m_rule.emplace();
  dialog->confirmation()->click();
  QTRY_VERIFY(!dialog->notice().isEmpty());
  QTRY_VERIFY(!dialog->previewText().isEmpty() && dialog->previewText() != before);
  m_rule.reset();
  QCOMPARE(m_house->number("select count(*) from usage_event where corrects is not null"),
           std::int64_t(0));
  m_rule.emplace();
  dialog->reject();
}

void TestUsagePane::USE_1_whoMayNotCorrectIsToldWhoMay() {
  open(u"support"_s);
  QVERIFY(showEvents(m_book[3]));
  m_pane->events()->table()->chooseRow(0);
  QTRY_VERIFY(m_pane->events()->correcting()->toolTip().contains(u"finance"_s));
  QVERIFY(!m_pane->events()->correcting()->isEnabled());
}

void TestUsagePane::USE_3_newsMoveTheFigures() {
  m_rule.reset();
  m_house->use(m_book[0], u"api_calls"_s, 1'000'000'000);
  // What crossed a limit is told to the consoles by the dispatcher, which does
  // not work here.
  expect(m_house->worker.database->adHoc("select pg_notify('tenantry_news', '" +
                                         m_book[0].toString().toLatin1() + "')"));
  m_rule.emplace();
  QTRY_COMPARE(rows(), 4);
  QCOMPARE(m_pane->standings()->list().keyAt(0), m_book[0].toString());
  QTRY_COMPARE(m_pane->figures().facts()->levels.exceeded, std::int64_t(2));
}

void TestUsagePane::USE_1_arrivalsAreDrawnAndReadOut() {
  goTo(UsagePane::Arrivals);
  auto *chart = m_pane->arrivals()->chart();
  QTRY_COMPARE(chart->data().labels.size(), std::size_t(models::UsageFigures::hours));
  QCOMPARE(chart->data().series.front().values.back(), std::optional<qint64>(3));
  chart->setFocus();
  QTest::keyClick(chart, Qt::Key_End);
  QCOMPARE(chart->point(), std::optional<std::size_t>(models::UsageFigures::hours - 1));
  QTest::keyClick(chart, Qt::Key_T);
  QVERIFY(chart->isTableShown());
}

void TestUsagePane::USE_1_whatCameLateLeadsToItsInvoice() {
  m_rule.reset();
  m_house->runAll();
  m_house->clock.set(*parseInstant(u"2026-03-01T10:00:00Z"_s));
  usage::UsageEvent event;
  event.organization = m_book[1];
  event.key = u"very-late"_s;
  event.metric = u"api_calls"_s;
  event.quantity = 5'000'000;
  event.occurredAt = *parseInstant(u"2026-02-10T10:00:00Z"_s);
  expect(usage::UsageService(m_house->worker.session, m_house->worker.business).ingest({event}));
  m_house->runAll();
  m_rule.emplace();
  goTo(UsagePane::Late);
  auto *table = m_pane->late()->table();
  QTRY_COMPARE(table->model()->rowCount(), 1);
  QCOMPARE(table->model()->index(0, LateListModel::LateColumn).data().toString(),
           u"1 day(s) late"_s);
  usage::LateRow soon;
  soon.recordedAt = soon.endedAt + std::chrono::seconds(59);
  QCOMPARE(ui::latenessWord(soon), u"less than a minute late"_s);
  QVERIFY(
      table->model()->index(0, LateListModel::OutcomeColumn).data().toString().contains(u"INV-"_s));
  QSignalSpy asked(m_pane, &ui::Pane::placeRequested);
  table->setFocus();
  QTest::keyClick(table, Qt::Key_Return);
  QCOMPARE(asked.count(), 1);
  QCOMPARE(int(asked.front().front().value<ui::Place>().kind), int(ui::Place::Kind::Invoice));
}

void TestUsagePane::USE_5_aLinkLeadsToAMetricAndAPart() {
  m_window->open(*ui::Place::parse(u"tenantry://usage?tab=late&filter=storage_gb"_s));
  QCOMPARE(m_pane->tabs()->currentIndex(), int(UsagePane::Late));
  QTRY_COMPARE(m_pane->figures().facts()->metric, u"storage_gb"_s);
  QTRY_COMPARE(m_pane->standings()->list().filter().metric, u"storage_gb"_s);
}

void TestUsagePane::USE_5_emptyAndNoMatchAreDifferent() {
  auto *state = m_pane->standings()->findChild<ui::EmptyState *>();
  QVERIFY(state);
  m_pane->standings()->setFilter({u"storage_gb"_s, 0});
  QTRY_COMPARE(state->kind(), ui::EmptyState::Kind::Empty);
  m_pane->standings()->setFilter({u"storage_gb"_s, 80});
  QTRY_COMPARE(state->kind(), ui::EmptyState::Kind::NoMatch);
}

void TestUsagePane::USE_5_everyGroupMayLook_data() {
  QTest::addColumn<QString>("role");
  for (const auto &role : {u"success"_s, u"finance"_s, u"support"_s, u"manager"_s})
    QTest::newRow(qPrintable(role)) << role;
}

void TestUsagePane::USE_5_everyGroupMayLook() {
  QFETCH(QString, role);
  open(role);
  goTo(UsagePane::Late);
  QTRY_VERIFY(m_pane->isSettled());
  auto *state = m_pane->late()->findChild<ui::EmptyState *>();
  QVERIFY(state);
  QTRY_COMPARE(state->kind(), ui::EmptyState::Kind::Empty);
}

QTEST_MAIN(TestUsagePane)
#include "tst_usage_pane.moc"
