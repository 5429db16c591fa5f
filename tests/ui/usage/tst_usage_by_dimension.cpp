// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/no_database_here.h"
#include "tests/services/billing/billing_house.h"
#include "ui/shell/main_window.h"
#include "ui/theme/theme_manager.h"
#include "ui/usage/dimension_page.h"
#include "ui/usage/events_page.h"
#include "ui/usage/usage_pane.h"
#include "ui/widgets/cell_roles.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/format.h"
#include "ui/widgets/table_view.h"

#include <QApplication>
#include <QSignalSpy>

using namespace tenantry;
using namespace tenantry::tests;
using models::DimensionListModel;
using ui::UsagePane;

/// Usage by a dimension in its window, worked with keys: an organization whose calls come from
/// regions, 31 January.
class TestUsageByDimension : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void init();
  void cleanup();
  void USE_5_aKeyLeadsFromEventsToTheirValues();
  void USE_5_enterLeadsFromAValueToItsEvents_data();
  void USE_5_enterLeadsFromAValueToItsEvents();
  void USE_5_whatLiesOutsideLeadsToItsEvents();
  void USE_5_escTakesTheValueAwayAndKeepsThePeriod();
  void USE_5_dimensionAndMetricAreAPlace();
  void USE_5_choicesMadeWhileItLoadsAllCount_data();
  void USE_5_choicesMadeWhileItLoadsAllCount();
  void USE_5_emptyWithoutDimensionsAndErrorAreDifferent();
  void check2_escStopsTheGrouping();

private:
  void count(const QString &metric, std::int64_t quantity,
             const std::map<QString, QString> &dimensions, std::chrono::days before = {}) {
    usage::UsageEvent event;
    event.organization = m_whose;
    event.key = makeUuidV7(m_house->clock.now()).toString(QUuid::WithoutBraces);
    event.metric = metric;
    event.quantity = quantity;
    event.occurredAt = m_house->clock.now() - before;
    event.dimensions = dimensions;
    expect(usage::UsageService(m_house->worker.session, m_house->worker.business).ingest({event}));
  }
  /// What the link asks for of that organization.
  [[nodiscard]] bool show(const QString &tab, const QString &more = u"&filter=api_calls"_s) {
    m_window->open(*ui::Place::parse(
        u"tenantry://usage?tab=%1&organization=%2%3"_s.arg(tab, m_whose.toString(), more)));
    return QTest::qWaitFor([this] { return m_pane->isSettled(); }, 20'000);
  }
  [[nodiscard]] QStringList cells(int column) const {
    QStringList texts;
    const auto *model = m_pane->dimensions()->table()->model();
    for (int row = 0; row < model->rowCount(); ++row)
      texts += model->index(row, column).data().toString();
    return texts;
  }
  [[nodiscard]] int events() const { return m_pane->events()->list().rowCount(); }

  std::unique_ptr<BillingHouse> m_house;
  OrganizationId m_whose;
  std::unique_ptr<models::Connection> m_connection;
  std::unique_ptr<models::RunningWork> m_work;
  std::unique_ptr<ui::MainWindow> m_window;
  UsagePane *m_pane = nullptr;
  std::optional<store::NoDatabaseHere> m_rule; ///< no query on the GUI thread
};

void TestUsageByDimension::initTestCase() {
  new ui::ThemeManager(qobject_cast<QApplication *>(QCoreApplication::instance()));
  m_house = std::make_unique<BillingHouse>();
  m_whose = m_house->organization();
  m_house->subscribe(m_whose, u"starter"_s);
  for (const int quantity : {600, 100})
    count(u"api_calls"_s, quantity, {{u"region"_s, u"eu"_s}, {u"app"_s, u"web"_s}});
  count(u"api_calls"_s, 200, {{u"region"_s, u"us & \"ca\" = 1%"_s}});
  count(u"api_calls"_s, 100, {});
  count(u"storage_gb"_s, 5, {});
}

/// As finance sees it.
void TestUsageByDimension::init() {
  m_connection = std::make_unique<models::Connection>(m_house->test.settings(u"finance"_s),
                                                      m_house->clock, u"test"_s);
  m_work = std::make_unique<models::RunningWork>(*m_connection);
  m_rule.emplace();
  m_window = std::make_unique<ui::MainWindow>();
  m_window->resize(1440, 900);
  m_pane = new UsagePane(*m_connection, *m_work);
  m_window->addPane(m_pane);
  m_window->open(m_pane->home());
  m_window->show();
  m_window->activateWindow();
  QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
  QTRY_VERIFY(m_pane->isSettled());
}

void TestUsageByDimension::cleanup() {
  m_window.reset();
  m_work.reset();
  m_rule.reset();
  m_connection.reset();
}

void TestUsageByDimension::USE_5_aKeyLeadsFromEventsToTheirValues() {
  constexpr auto keys = Qt::ControlModifier | Qt::ShiftModifier;
  QTest::keyClick(m_window.get(), Qt::Key_G, keys); // of nobody: it does nothing
  QVERIFY(!m_pane->showsDimensions());
  QVERIFY(show(u"events"_s));
  QTest::keyClick(m_window.get(), Qt::Key_G, keys);
  QTRY_VERIFY(m_pane->showsDimensions() && m_pane->isSettled());
  QTRY_COMPARE(cells(DimensionListModel::ValueColumn),
               (QStringList{u"eu"_s, u"us & \"ca\" = 1%"_s, u"No value"_s}));
  const QLocale locale;
  QCOMPARE(cells(DimensionListModel::ShareColumn),
           (QStringList{ui::formatShare(0.7, locale, 1), ui::formatShare(0.2, locale, 1),
                        ui::formatShare(0.1, locale, 1)}));
  QCOMPARE(cells(DimensionListModel::QuantityColumn), (QStringList{u"700"_s, u"200"_s, u"100"_s}));
  QCOMPARE(cells(DimensionListModel::EventsColumn), (QStringList{u"2"_s, u"1"_s, u"1"_s}));
  QCOMPARE(m_pane->dimensions()
               ->table()
               ->model()
               ->index(0, DimensionListModel::ShareColumn)
               .data(ui::ShareRole)
               .toDouble(),
           0.7);
  QVERIFY(m_pane->dimensions()->fact().contains(ui::formatNumber(1000, locale)));
  const auto says = [this](const QString &text) {
    const auto labels = m_pane->dimensions()->findChildren<ui::ElidedLabel *>();
    return std::any_of(labels.begin(), labels.end(),
                       [&](const auto *label) { return label->text() == text; });
  };
  QTRY_VERIFY(says(u"Of 4 event(s)"_s));
  QTest::keyClick(m_window.get(), Qt::Key_E, keys);
  QTRY_VERIFY(m_pane->showsEvents() && m_pane->isSettled());
  QCOMPARE(events(), 4);
}

void TestUsageByDimension::USE_5_enterLeadsFromAValueToItsEvents_data() {
  QTest::addColumn<int>("row");
  QTest::addColumn<int>("events");
  QTest::newRow("a value") << 0 << 2;
  QTest::newRow("of signs that links mean something by") << 1 << 1;
  QTest::newRow("none") << 2 << 1;
}

void TestUsageByDimension::USE_5_enterLeadsFromAValueToItsEvents() {
  QFETCH(int, row);
  QFETCH(int, events);
  QVERIFY(show(u"dimensions"_s));
  auto *table = m_pane->dimensions()->table();
  table->setFocus();
  table->chooseRow(row);
  QTest::keyClick(table, Qt::Key_Return);
  QTRY_VERIFY(m_pane->showsEvents() && m_pane->isSettled());
  QCOMPARE(this->events(), events);
  QTRY_COMPARE(m_pane->events()->list().count(), qint64(events));
  const auto place = m_window->place();
  QCOMPARE(place.by, u"region"_s);
  QCOMPARE(*ui::Place::parse(place.link()), place); // as it is sent to others
  QVERIFY(m_pane->events()->filters()->chip(u"of"_s)->isVisible());
  QVERIFY(m_pane->events()->fact().contains(ui::formatNumber(1000, QLocale())));
}

void TestUsageByDimension::USE_5_whatLiesOutsideLeadsToItsEvents() {
  m_rule.reset();
  count(u"api_calls"_s, 7, {{u"region"_s, u"eu"_s}}, std::chrono::days(20));
  m_rule.emplace();
  const auto link = u"&filter=api_calls&date=outside"_s;
  QVERIFY(show(u"dimensions"_s, link + u"&by=region"_s));
  QCOMPARE(cells(DimensionListModel::QuantityColumn), QStringList{u"7"_s});
  QVERIFY(m_window->place().link().contains(u"date=outside"_s));
  m_pane->dimensions()->table()->chooseRow(0);
  QTest::keyClick(m_pane->dimensions()->table(), Qt::Key_Return);
  QTRY_VERIFY(m_pane->showsEvents() && m_pane->isSettled());
  QCOMPARE(events(), 1);
}

void TestUsageByDimension::USE_5_escTakesTheValueAwayAndKeepsThePeriod() {
  QVERIFY(show(u"events"_s, u"&filter=api_calls&date=2026-01-31&by=region&value=mars"_s));
  auto *state = m_pane->events()->findChild<ui::EmptyState *>();
  QTRY_COMPARE(state->kind(), ui::EmptyState::Kind::NoMatch);
  QTest::keyClick(m_window.get(), Qt::Key_Escape);
  QTRY_COMPARE(events(), 4);
  QVERIFY(!m_pane->events()->filters()->chip(u"of"_s)->isVisible());
  QCOMPARE(m_window->place().by, QString());
  QCOMPARE(m_window->place().day, std::optional(*parseDay(u"2026-01-31"_s)));
  QSignalSpy asked(m_pane, &ui::Pane::placeRequested);
  QTest::keyClick(m_window.get(), Qt::Key_Escape); // then it leads to the organization
  QCOMPARE(asked.count(), 1);
}

void TestUsageByDimension::USE_5_dimensionAndMetricAreAPlace() {
  QVERIFY(show(u"dimensions"_s, u"&filter=api_calls&by=app"_s));
  QCOMPARE(cells(DimensionListModel::ValueColumn), (QStringList{u"web"_s, u"No value"_s}));
  auto *page = m_pane->dimensions();
  QCOMPARE(page->list().words()->dimensions, (QStringList{u"region"_s, u"app"_s}));
  page->filters()->choose(u"by"_s, u"region"_s);
  QTRY_VERIFY(m_pane->isSettled() && page->list().rowCount() == 3);
  QCOMPARE(m_window->place().by, u"region"_s);
  QCOMPARE(m_window->place().tab, u"dimensions"_s);
  page->filters()->choose(u"metric"_s, u"storage_gb"_s);
  QTRY_COMPARE(m_window->place().filter, u"storage_gb"_s);
}

void TestUsageByDimension::USE_5_choicesMadeWhileItLoadsAllCount_data() {
  QTest::addColumn<QString>("tab");
  QTest::newRow("dimensions") << u"dimensions"_s;
  QTest::newRow("events") << u"events"_s;
}

void TestUsageByDimension::USE_5_choicesMadeWhileItLoadsAllCount() {
  QFETCH(QString, tab);
  QVERIFY(show(tab));
  auto *filters =
      tab == u"events"_s ? m_pane->events()->filters() : m_pane->dimensions()->filters();
  filters->choose(u"metric"_s, u"storage_gb"_s);
  filters->choose(u"period"_s, u"outside"_s);
  QTRY_VERIFY(m_pane->isSettled());
  QCOMPARE(m_window->place().filter, u"storage_gb"_s);
  QVERIFY(m_window->place().isOutside);
}

void TestUsageByDimension::USE_5_emptyWithoutDimensionsAndErrorAreDifferent() {
  auto *state = m_pane->dimensions()->findChild<ui::EmptyState *>();
  QVERIFY(show(u"dimensions"_s, u"&filter=storage_gb"_s));
  QTRY_COMPARE(state->kind(), ui::EmptyState::Kind::Empty);
  QVERIFY(show(u"dimensions"_s, u"&filter=projects"_s));
  QTRY_COMPARE(state->kind(), ui::EmptyState::Kind::Empty);
  QVERIFY(show(u"dimensions"_s, u"&filter=api_calls&date=2020-01-01"_s));
  QTRY_COMPARE(state->kind(), ui::EmptyState::Kind::Error);
  QVERIFY(show(u"dimensions"_s, u"&filter=weather"_s));
  QTRY_COMPARE(state->kind(), ui::EmptyState::Kind::Error);
}

void TestUsageByDimension::check2_escStopsTheGrouping() {
  m_rule.reset();
  const auto other = m_house->test.connect();
  expect(other->script("begin; lock table usage_event"));
  m_rule.emplace();
  m_window->open(*ui::Place::parse(
      u"tenantry://usage?tab=dimensions&filter=api_calls&organization="_s + m_whose.toString()));
  auto &list = m_pane->dimensions()->list();
  QTRY_VERIFY(list.isFetchingLong());
  QTest::keyClick(m_window.get(), Qt::Key_Escape);
  QTRY_VERIFY(list.isStopped());
  QVERIFY(m_pane->showsDimensions());
  m_rule.reset();
  expect(other->script("rollback"));
  m_rule.emplace();
  list.retry();
  QTRY_COMPARE(list.rowCount(), 3);
}

QTEST_MAIN(TestUsageByDimension)
#include "tst_usage_by_dimension.moc"
