// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/organizations/service.h"
#include "tests/support/test_database.h"
#include "ui/billing/billing_pane.h"
#include "ui/organizations/organization_detail.h"
#include "ui/organizations/organizations_pane.h"
#include "ui/shell/main_window.h"
#include "ui/shell/status_bar.h"
#include "ui/theme/theme_manager.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/table_view.h"

#include <QApplication>
#include <QElapsedTimer>
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

private:
  void addOrganizations();
  [[nodiscard]] QString detailName() const;

  SystemClock m_clock;
  std::unique_ptr<tests::TestDatabase> m_database;
  std::unique_ptr<models::Connection> m_connection;
  std::unique_ptr<models::RunningWork> m_work;
  std::unique_ptr<ui::MainWindow> m_window;
  ui::OrganizationsPane *m_pane = nullptr;
};

void TestConsoleWindow::initTestCase() {
  new ui::ThemeManager(qobject_cast<QApplication *>(QCoreApplication::instance()));
}

void TestConsoleWindow::addOrganizations() {
  const auto connection = m_database->connect();
  store::Session session{*connection, m_clock, u"test"_s};
  std::vector<organizations::Organization> all;
  for (const auto &name : {u"Arbor Energy"_s, u"Basalt Rail"_s, u"Clover Clinics"_s}) {
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
  addOrganizations();
  m_connection = std::make_unique<models::Connection>(m_database->settings(), m_clock, u"test"_s);
  m_work = std::make_unique<models::RunningWork>(*m_connection);
  m_window = std::make_unique<ui::MainWindow>();
  m_pane = new ui::OrganizationsPane(*m_connection);
  m_window->addPane(m_pane);
  m_window->addPane(new ui::BillingPane(*m_connection, *m_work));
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
  m_database.reset();
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
  auto *field = m_pane->findChild<ui::SearchField *>();
  QTRY_VERIFY(field->hasFocus());
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
  QCOMPARE(detailName(), u"Basalt Rail"_s);
}

void TestConsoleWindow::inputIsAnsweredWhileTheDatabaseStalls() {
  const auto stalled = m_connection->read([](store::Session &session, business::AppliedBusiness &) {
    return session.database.script("select pg_sleep(3)");
  });
  auto *field = m_pane->findChild<ui::SearchField *>();
  field->setFocus();
  qint64 slowest = 0;
  for (const char key : {'c', 'l', 'o', 'v', 'e', 'r'}) {
    QElapsedTimer timer;
    timer.start();
    QTest::keyClick(field, key);
    QTest::keyClick(m_pane->table(), Qt::Key_J);
    QCoreApplication::processEvents();
    slowest = std::max(slowest, timer.elapsed());
  }
  QVERIFY(!stalled.isFinished());
  QCOMPARE(field->text(), u"clover"_s);
  QVERIFY2(slowest <= 100, qPrintable(u"%1 ms"_s.arg(slowest)));
}

QTEST_MAIN(TestConsoleWindow)
#include "tst_console_window.moc"
