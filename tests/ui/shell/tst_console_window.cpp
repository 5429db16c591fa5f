// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/business/apply.h"
#include "services/business/loader.h"
#include "services/organizations/service.h"
#include "services/store/no_database_here.h"
#include "tests/support/own_time.h"
#include "tests/support/test_database.h"
#include "ui/billing/billing_pane.h"
#include "ui/organizations/organization_detail.h"
#include "ui/organizations/organizations_pane.h"
#include "ui/shell/banner.h"
#include "ui/shell/main_window.h"
#include "ui/shell/status_bar.h"
#include "ui/theme/theme_manager.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/table_view.h"

#include <QAccessible>
#include <QApplication>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;

/// The window over a real database, worked with the keyboard.
class TestConsoleWindow : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void init();
  void cleanup();
  void theListShowsAndTheSelectedRecordFollows();
  void ctrlFFiltersAndEscClears();
  void ctrlDigitsChooseThePane();
  void backReturnsToWhereOneWas();
  void inputIsAnsweredWhileTheDatabaseStalls();
  void theSelectionFollowsItsRowPastThePage();
  void offLineABannerSaysSoAndTheListStays();
  void aMissingRightExplainsItself();
  void everyControlIsNamed();
  void todayIsTheDayOfTheBusiness_data();
  void todayIsTheDayOfTheBusiness();

private:
  void open(const QString &role = {});
  void cutOff(bool isCut); ///< as a server that went and came back
  void addOrganizations(const QStringList &names = {u"Arbor Energy"_s, u"Basalt Rail"_s,
                                                    u"Clover Clinics"_s});
  [[nodiscard]] QString detailName() const;

  SystemClock m_clock;
  std::unique_ptr<tests::TestDatabase> m_database;
  std::unique_ptr<store::Database> m_other; ///< somebody else's connection
  std::unique_ptr<models::Connection> m_connection;
  std::unique_ptr<models::RunningWork> m_work;
  std::unique_ptr<ui::MainWindow> m_window;
  ui::OrganizationsPane *m_pane = nullptr;
  ui::BillingPane *m_billing = nullptr;
  std::optional<store::NoDatabaseHere> m_rule; ///< no query on the GUI thread
};

void TestConsoleWindow::initTestCase() {
  new ui::ThemeManager(qobject_cast<QApplication *>(QCoreApplication::instance()));
}

void TestConsoleWindow::addOrganizations(const QStringList &names) {
  const auto connection = m_database->connect();
  store::Session session{*connection, m_clock, u"test"_s};
  std::vector<organizations::Organization> all;
  for (const auto &name : names) {
    organizations::Organization one;
    one.id = makeId<OrganizationId>(m_clock.now());
    one.name = name;
    one.email = u"billing@example.org"_s;
    one.addressCountry = u"DE"_s;
    one.currency = *Currency::parse(u"EUR");
    one.createdAt = m_clock.now();
    all.push_back(one);
  }
  QVERIFY(organizations::OrganizationService(session).createMany(all));
}

void TestConsoleWindow::init() {
  m_database = std::make_unique<tests::TestDatabase>();
  m_other = m_database->connect();
  addOrganizations();
  open();
}

void TestConsoleWindow::open(const QString &role) {
  auto settings = m_database->settings(role);
  settings.applicationName = u"console"_s;
  const auto database = m_database->connect(role);
  const auto rights = models::readRights(*database);
  QVERIFY2(rights, rights ? "" : qPrintable(rights.error().toString()));
  m_rule.emplace();
  m_connection = std::make_unique<models::Connection>(settings, m_clock, u"test"_s, *rights);
  m_work = std::make_unique<models::RunningWork>(*m_connection);
  m_window = std::make_unique<ui::MainWindow>();
  m_pane = new ui::OrganizationsPane(*m_connection, *m_work);
  m_window->addPane(m_pane);
  m_billing = new ui::BillingPane(*m_connection, *m_work);
  m_window->addPane(m_billing);
  connect(m_connection.get(), &models::Connection::connectedChanged, m_window.get(),
          [this](bool connected) { m_window->setConnection(connected, m_clock.now()); });
  m_window->open({});
  m_window->show();
  m_window->activateWindow();
  QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
  QTRY_COMPARE(m_pane->table()->model()->rowCount(), 3);
}

void TestConsoleWindow::cleanup() {
  m_window.reset();
  m_work.reset();
  m_connection.reset();
  m_rule.reset();
  m_other.reset();
  m_database.reset();
}

void TestConsoleWindow::cutOff(bool isCut) {
  m_rule.reset();
  m_database->cutOff(isCut, u"console"_s);
  m_rule.emplace();
}

QString TestConsoleWindow::detailName() const {
  const auto place = m_window->place();
  return place.kind == ui::Place::Kind::Organization && m_pane->detail()->isSettled()
             ? m_pane->table()->currentIndex().siblingAtColumn(0).data().toString()
             : QString();
}

void TestConsoleWindow::theListShowsAndTheSelectedRecordFollows() {
  auto *table = m_pane->table();
  table->setFocus();
  QTest::keyClick(table, Qt::Key_Home);
  QTest::keyClick(table, Qt::Key_J);
  QTRY_COMPARE(detailName(), u"Basalt Rail"_s);
  QTest::keyClick(table, Qt::Key_K);
  QTRY_COMPARE(detailName(), u"Arbor Energy"_s);
}

void TestConsoleWindow::ctrlFFiltersAndEscClears() {
  QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
  auto *field = qobject_cast<ui::SearchField *>(QApplication::focusWidget());
  QVERIFY(field);
  QCOMPARE(field->accessibleName(), u"Filter organizations"_s);
  QTest::keyClicks(field, u"clover"_s);
  QTRY_COMPARE(m_pane->table()->model()->rowCount(), 1);
  QTest::keyClick(field, Qt::Key_Escape);
  QTRY_COMPARE(m_pane->table()->model()->rowCount(), 3);
}

void TestConsoleWindow::ctrlDigitsChooseThePane() {
  QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier);
  QTRY_COMPARE(m_window->place().kind, ui::Place::Kind::Billing);
  QVERIFY(m_window->currentPane() != m_pane);
  QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier);
  QTRY_COMPARE(m_window->currentPane(), m_pane);
}

void TestConsoleWindow::backReturnsToWhereOneWas() {
  m_pane->table()->setCurrentIndex(m_pane->table()->model()->index(1, 0));
  QTRY_COMPARE(detailName(), u"Basalt Rail"_s);
  m_window->open({ui::Place::Kind::Billing, {}, {}, {}});
  QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::AltModifier);
  QTRY_COMPARE(m_window->currentPane(), m_pane);
  QTRY_COMPARE(detailName(), u"Basalt Rail"_s);
}

void TestConsoleWindow::inputIsAnsweredWhileTheDatabaseStalls() {
  auto stalled = m_connection->read([](store::Session &session, business::AppliedBusiness &) {
    return session.database.script("select pg_sleep(120)"); // it is cancelled
  });
  auto *field = m_pane->findChild<ui::SearchField *>();
  field->setFocus();
  qint64 slowest = 0;
  for (const char key : {'c', 'l', 'o', 'v', 'e', 'r'}) {
    const tests::OwnTime timer;
    QTest::keyClick(field, key);
    QTest::keyClick(m_pane->table(), Qt::Key_J);
    QCoreApplication::processEvents();
    slowest = std::max(slowest, timer.elapsed());
  }
  QVERIFY(!stalled.isFinished());
  stalled.cancel();
  QCOMPARE(field->text(), u"clover"_s);
  QVERIFY2(slowest <= tests::underSanitizers(100), qPrintable(u"%1 ms"_s.arg(slowest)));
}

// Check 3
void TestConsoleWindow::theSelectionFollowsItsRowPastThePage() {
  constexpr int page = models::OrganizationListModel::pageSize;
  QStringList names;
  for (int i = 0; i < page + 50; ++i)
    names.append(u"Dune %1"_s.arg(i, 4, 10, QChar(u'0')));
  m_rule.reset();
  addOrganizations(names);
  m_rule.emplace();
  m_pane->reload();
  auto *table = m_pane->table();
  QTRY_VERIFY(table->model()->rowCount() >= page);
  const QString last = table->model()->index(page - 1, 0).data().toString();
  table->setCurrentIndex(table->model()->index(page - 1, 0));
  table->scrollTo(table->model()->index(page - 1, 0), QAbstractItemView::PositionAtTop);
  QTRY_COMPARE(detailName(), last);
  QTRY_VERIFY(table->model()->rowCount() > page + 10);
  QTRY_VERIFY(m_connection->isConnected() && m_pane->isSettled());
  m_rule.reset();
  addOrganizations({u"Aaron"_s, u"Abel"_s});
  QVERIFY(m_other->adHoc("select pg_notify('tenantry_news', :ids)",
                         {{"ids", makeId<OrganizationId>(m_clock.now()).toString()}}));
  m_rule.emplace();
  QTRY_COMPARE(table->currentIndex().row(), page + 1);
  QTRY_COMPARE(detailName(), last);
  QVERIFY(table->selectionModel()->isRowSelected(page + 1));
}

// Check 22
void TestConsoleWindow::offLineABannerSaysSoAndTheListStays() {
  m_pane->table()->setCurrentIndex(m_pane->table()->model()->index(1, 0));
  QTRY_COMPARE(detailName(), u"Basalt Rail"_s);
  QTRY_VERIFY(m_connection->isConnected());
  const auto *banner = m_window->findChild<ui::Banner *>();
  QVERIFY(!banner->isVisible());
  cutOff(true);
  QTRY_VERIFY(banner->isVisible());
  QVERIFY(!banner->accessibleName().isEmpty());
  QTest::keyClick(m_window.get(), Qt::Key_F5);
  QTest::qWait(300);
  QCOMPARE(m_pane->table()->model()->rowCount(), 3);
  QTRY_COMPARE(detailName(), u"Basalt Rail"_s);
  cutOff(false);
  QTRY_VERIFY_WITH_TIMEOUT(!banner->isVisible(), 20'000);
  QTRY_COMPARE(detailName(), u"Basalt Rail"_s);
}

// Check 14
void TestConsoleWindow::aMissingRightExplainsItself() {
  cleanup();
  m_database = std::make_unique<tests::TestDatabase>();
  m_other = m_database->connect();
  addOrganizations();
  open(u"support"_s);
  for (const auto &text : {u"Import"_s, u"Finalize what is due"_s}) {
    const auto buttons = m_window->findChildren<QPushButton *>();
    const auto button = std::find_if(buttons.begin(), buttons.end(),
                                     [&](const auto *one) { return one->text() == text; });
    QVERIFY2(button != buttons.end(), qPrintable(text));
    QVERIFY2(!(*button)->isEnabled(), qPrintable(text));
    QVERIFY2((*button)->toolTip().contains(u"support"_s), qPrintable((*button)->toolTip()));
    QVERIFY2((*button)->toolTip().contains(u"administrator"_s), qPrintable((*button)->toolTip()));
    QCOMPARE((*button)->accessibleDescription(), (*button)->toolTip());
  }
}

/// Whatever takes the focus says what it is.
void TestConsoleWindow::everyControlIsNamed() {
  m_pane->table()->setCurrentIndex(m_pane->table()->model()->index(0, 0));
  QTRY_COMPARE(detailName(), u"Arbor Energy"_s);
  QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier);
  QTRY_VERIFY(m_billing->isSettled());
  QStringList unnamed;
  int named = 0;
  for (auto *widget : m_window->findChildren<QWidget *>()) {
    if (widget->focusPolicy() == Qt::NoFocus || widget->focusProxy() ||
        widget->objectName().startsWith(u"qt_"_s) ||
        (widget->isHidden() && widget->testAttribute(Qt::WA_WState_ExplicitShowHide)))
      continue;
    auto *accessible = QAccessible::queryAccessibleInterface(widget);
    if (accessible && !accessible->text(QAccessible::Name).trimmed().isEmpty())
      ++named;
    else
      unnamed.append(
          u"%1 in %2"_s.arg(QString::fromLatin1(widget->metaObject()->className()),
                            QString::fromLatin1(widget->parent()->metaObject()->className())));
  }
  QVERIFY2(unnamed.isEmpty(), qPrintable(unnamed.join(u"; "_s)));
  QVERIFY(named > 15);
}

void TestConsoleWindow::todayIsTheDayOfTheBusiness_data() {
  QTest::addColumn<QString>("zone");
  // 25 hours apart: at any moment one of them has another day than UTC.
  QTest::newRow("BILL-1 far in the east") << u"Pacific/Kiritimati"_s;
  QTest::newRow("BILL-1 far in the west") << u"Pacific/Niue"_s;
}

void TestConsoleWindow::todayIsTheDayOfTheBusiness() {
  QFETCH(QString, zone);
  m_rule.reset();
  auto business = *business::Source::shipped().load();
  business.timeZone = zone;
  store::Session session{*m_other, m_clock, u"test"_s};
  QVERIFY(business::BusinessApply(session).apply(business, u"test"_s));
  m_rule.emplace();
  m_window->open({ui::Place::Kind::Billing, {}, {}, {}});
  QTRY_COMPARE(m_billing->preview().state(), models::BillingPreview::State::Ready);
  const auto buttons = m_billing->findChildren<QPushButton *>();
  const auto today = std::find_if(buttons.begin(), buttons.end(),
                                  [](const QPushButton *one) { return one->text() == u"Today"; });
  QVERIFY(today != buttons.end());
  (*today)->click();
  const auto day = Zone::find(zone)->dayOf(m_clock.now());
  QTRY_COMPARE(m_billing->preview().day(), day);
  QTRY_COMPARE(m_billing->preview().state(), models::BillingPreview::State::Ready);
  // What is due today can be finalized, but for there being nothing.
  const auto finalize = std::find_if(buttons.begin(), buttons.end(), [](const QPushButton *one) {
    return one->text() == u"Finalize what is due";
  });
  QTRY_COMPARE((*finalize)->toolTip(), u"Nothing is due today"_s);
}

QTEST_MAIN(TestConsoleWindow)
#include "tst_console_window.moc"
