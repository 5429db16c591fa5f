// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/adjustment.h"
#include "services/store/no_database_here.h"
#include "tests/services/billing/billing_house.h"
#include "tests/ui/lists/by_keys.h"
#include "tests/ui/subscriptions/sold_rooms.h"
#include "ui/shell/main_window.h"
#include "ui/subscriptions/subscription_cells.h"
#include "ui/subscriptions/subscriptions_pane.h"
#include "ui/theme/theme_manager.h"
#include "ui/widgets/table_view.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace tenantry;
using namespace tenantry::tests;
using models::SubscriptionListModel;

/// The list of subscriptions in its window, worked with keys: one by month, one by year, one that
/// ends with its period (SUB-1).
class TestSubscriptionsPane : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void init();
  void cleanup();
  void SUB_1_aRowSaysHowItStands();
  void SUB_9_anAddonThatWaitsHasItsName();
  void SUB_1_enterOpensItWhereItIsChanged();
  void SUB_4_aScheduledChangeIsTakenBackFromTheList();
  void SUB_4_renewalIsSwitchedOffForManyAndUndone();
  void SUB_2_olderVersionsAreMovedByKeysAndUndone();
  void SUB_2_theyAreMovedAtOnce();
  void SUB_9_addOnsAreMovedByKeysAndUndone();
  void SUB_4_manyEndWithThePeriodByKeysAndUndone();
  void check10_byKeysAlone();
  void SUB_4_manyEndAtOnceByKeys_data();
  void SUB_4_manyEndAtOnceByKeys();
  void SUB_1_aLinkNarrowsTheList();
  void SUB_1_whoMayNotSeesWhy();

private:
  void open(const models::Rights &rights = {});
  [[nodiscard]] QString text(int row, int column) const {
    return m_pane->table()->model()->index(row, column).data().toString();
  }
  [[nodiscard]] std::int64_t number(const QByteArray &sql) {
    m_rule.reset();
    const auto found = m_house->number(sql);
    m_rule.emplace();
    return found;
  }
  /// What is asked of all rows by that key, once its preview is there.
  [[nodiscard]] ui::BulkDialog *asked(Qt::Key key) {
    m_pane->table()->setFocus();
    QTest::keySequence(m_pane->table(), QKeySequence::SelectAll);
    QTest::keyClick(m_pane->table(), key, Qt::ControlModifier | Qt::ShiftModifier);
    auto *question = m_pane->acts()->question();
    return question && QTest::qWaitFor([question] { return question->isSettled(); }, 20'000)
               ? question
               : nullptr;
  }
  void undoByKey() {
    QTRY_VERIFY(m_pane->acts()->undo()->isEnabled());
    m_window->activateWindow(); // the dialog was over it
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_pane->table()->setFocus();
    QTest::keySequence(m_pane->table(), QKeySequence::Undo);
  }
  /// Of the one by month and the one by year a newer version is sold, at 299.00 by the month.
  void sellNewer() {
    m_rule.reset();
    auto business = expect(m_house->worker.business.current(m_house->worker.session))->business;
    for (auto &price : business.plans[u"professional"_s].prices)
      if (price.interval == Interval::Month)
        price.amount = Money(29'900, price.amount.currency());
    const auto owner = m_house->test.connect();
    store::Session session{*owner, m_house->clock, u"tests"_s};
    expect(business::BusinessApply(session).apply(business, u"tests"_s));
    m_rule.emplace();
  }
  /// Those that renew by themselves.
  [[nodiscard]] std::int64_t renewing() {
    return number("select count(*) from subscription where auto_renew");
  }
  [[nodiscard]] int rowOf(const OrganizationId &organization) {
    for (int row = 0; row < m_pane->list().rowCount(); ++row)
      if (m_pane->list().keyAt(row).startsWith(organization.toString()))
        return row;
    return -1;
  }

  std::unique_ptr<BillingHouse> m_house;
  OrganizationId m_yearly, m_ending;
  std::unique_ptr<models::Connection> m_connection;
  std::unique_ptr<models::RunningWork> m_work;
  std::unique_ptr<ui::MainWindow> m_window;
  ui::SubscriptionsPane *m_pane = nullptr;
  std::optional<store::NoDatabaseHere> m_rule; ///< no query on the GUI thread
};

void TestSubscriptionsPane::initTestCase() {
  new ui::ThemeManager(qobject_cast<QApplication *>(QCoreApplication::instance()));
  QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TestSubscriptionsPane::init() {
  m_house = std::make_unique<BillingHouse>();
  m_yearly = m_house->organization();
  m_house->subscribe(m_yearly, u"professional"_s, {}, Interval::Year);
  m_house->subscribe(m_house->organization());
  m_ending = m_house->organization();
  m_house->subscribe(m_ending, u"starter"_s);
  expect(m_house->worker.subscriptions().cancel(m_ending, true));
  open();
}

void TestSubscriptionsPane::open(const models::Rights &rights) {
  cleanup();
  m_connection = std::make_unique<models::Connection>(m_house->test.settings(), m_house->clock,
                                                      u"test"_s, rights);
  m_work = std::make_unique<models::RunningWork>(*m_connection);
  m_rule.emplace();
  m_window = std::make_unique<ui::MainWindow>();
  m_window->resize(1440, 900);
  m_pane = new ui::SubscriptionsPane(*m_connection, *m_work);
  m_window->addPane(m_pane);
  m_window->open(m_pane->home());
  m_window->show();
  m_window->activateWindow();
  QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
  QTRY_COMPARE(m_pane->table()->model()->rowCount(), 3);
  QTRY_VERIFY(m_pane->isSettled());
}

void TestSubscriptionsPane::cleanup() {
  m_window.reset();
  m_work.reset();
  m_rule.reset();
  m_connection.reset();
}

void TestSubscriptionsPane::SUB_1_aRowSaysHowItStands() {
  const int yearly = 2, ending = rowOf(m_ending);
  QCOMPARE(rowOf(m_yearly), yearly);
  QCOMPARE(text(yearly, SubscriptionListModel::PlanColumn), u"Professional v1"_s);
  QCOMPARE(text(yearly, SubscriptionListModel::IntervalColumn), u"yearly"_s);
  QCOMPARE(text(yearly, SubscriptionListModel::ScheduledColumn), QString());
  QCOMPARE(text(ending, SubscriptionListModel::ScheduledColumn), u"ends then"_s);
}

/// As it was sold, also where it is not sold any more.
void TestSubscriptionsPane::SUB_9_anAddonThatWaitsHasItsName() {
  subscriptions::Item item;
  item.addon.id = u"rooms"_s;
  item.addon.name.byLanguage = {{QString(), u"Ten rooms"_s}, {u"de"_s, u"Zehn Räume"_s}};
  item.quantity = 2;
  subscriptions::ListRow row;
  row.scheduled = {subscriptions::ScheduledAction::ChangeAddon, subscriptions::toJson(item)};
  QCOMPARE(ui::scheduledWord(row, m_pane->list()), u"2 × Ten rooms"_s);
}

void TestSubscriptionsPane::SUB_1_enterOpensItWhereItIsChanged() {
  QSignalSpy asked(m_pane, &ui::Pane::placeRequested);
  m_pane->table()->chooseRow(2);
  m_pane->table()->setFocus();
  QTest::keyClick(m_pane->table(), Qt::Key_Return);
  QCOMPARE(asked.count(), 1);
  QCOMPARE(asked.front().front().value<ui::Place>(),
           (ui::Place{ui::Place::Kind::Organization, m_yearly.toString(), u"subscription"_s, {}}));
}

void TestSubscriptionsPane::SUB_4_aScheduledChangeIsTakenBackFromTheList() {
  m_pane->table()->setFocus();
  QTest::keySequence(m_pane->table(), QKeySequence::SelectAll);
  QTest::keyClick(m_pane->table(), Qt::Key_U, Qt::ControlModifier | Qt::ShiftModifier);
  QTRY_VERIFY(m_pane->acts()->question());
  auto *question = m_pane->acts()->question();
  QTRY_VERIFY(question->isSettled());
  QTRY_VERIFY(question->confirmation()->isEnabled());
  QTest::mouseClick(question->confirmation(), Qt::LeftButton);
  QTRY_COMPARE(text(rowOf(m_ending), SubscriptionListModel::ScheduledColumn), QString());
  m_rule.reset();
  QCOMPARE(m_house->number("select count(*) from subscription where scheduled_action <> ''"),
           std::int64_t(0));
  m_rule.emplace();
}

// One has ended, and one does not renew already.
void TestSubscriptionsPane::SUB_4_renewalIsSwitchedOffForManyAndUndone() {
  m_rule.reset();
  expect(m_house->worker.subscriptions().cancel(m_ending, false));
  expect(m_house->worker.subscriptions().setAutoRenew(m_yearly, false));
  m_rule.emplace();
  QCOMPARE(renewing(), std::int64_t(2));
  m_pane->table()->setFocus();
  QTest::keySequence(m_pane->table(), QKeySequence::SelectAll);
  QTest::keyClick(m_pane->table(), Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
  QTRY_VERIFY(m_pane->acts()->question());
  auto *question = m_pane->acts()->question();
  QTRY_VERIFY(question->isSettled() && question->confirmation()->isEnabled());
  QTest::mouseClick(question->confirmation(), Qt::LeftButton);
  QTRY_COMPARE(renewing(), std::int64_t(1)); // the one that has ended
  QTRY_VERIFY(m_pane->acts()->undo()->isEnabled());
  m_pane->acts()->undo()->trigger();
  QTRY_COMPARE(renewing(), std::int64_t(2));
}

// The yearly price stayed; the one that ends has the only version of its plan.
void TestSubscriptionsPane::SUB_2_olderVersionsAreMovedByKeysAndUndone() {
  sellNewer();
  auto *question = asked(Qt::Key_M);
  QVERIFY(question);
  QVERIFY2(question->text().contains(u"MRR $364.83 → $464.83. More is paid by 1, less by 0."_s),
           qPrintable(question->text()));
  QVERIFY2(question->text().contains(u"1 is so already"_s), qPrintable(question->text()));
  QVERIFY(!question->deliberate());
  QTRY_VERIFY(question->confirmation()->isEnabled());
  QTest::keyClick(question, Qt::Key_Return);
  const QByteArray waiting =
      "select count(*) from subscription where scheduled_action = 'change_plan'";
  QTRY_COMPARE(number(waiting), 2);
  undoByKey();
  QTRY_COMPARE(number(waiting), 0);
  QCOMPARE(number("select count(*) from subscription where scheduled_action = 'cancel'"), 1);
}

void TestSubscriptionsPane::SUB_2_theyAreMovedAtOnce() {
  sellNewer();
  auto *question = asked(Qt::Key_M);
  QVERIFY(question && question->way()->count() == 2); // no add-ons are sold
  question->way()->setFocus();
  QTest::keyClick(question->way(), Qt::Key_Down);
  QTRY_VERIFY(question->isSettled());
  // 100.00 for the move, and the first invoices, which nobody has issued yet: 199.00 and 1,990.00.
  QTRY_VERIFY2(question->text().contains(u"Due at once: $2,289.00"_s),
               qPrintable(question->text()));
  QVERIFY(question->deliberate());
  QVERIFY(!question->confirmation()->isEnabled());
  QTest::keyClicks(question->deliberate(), u"2"_s);
  QTRY_VERIFY(question->confirmation()->isEnabled());
  QTest::keyClick(question->deliberate(), Qt::Key_Return);
  QTRY_COMPARE(number("select count(*) from subscription join plan_version using (plan_version_id) "
                      "where version = 2"),
               2);
  QTRY_VERIFY(!m_pane->acts()->isRunning());
  QVERIFY(!m_pane->acts()->undo()->isEnabled());
}

void TestSubscriptionsPane::SUB_9_addOnsAreMovedByKeysAndUndone() {
  m_rule.reset();
  sellRooms(*m_house, 2800);
  billing::ChangeRequest adding;
  adding.organization = m_house->organization();
  m_house->subscribe(adding.organization, u"starter"_s);
  adding.addonId = u"rooms"_s;
  expect(payments::changeSubscription(m_house->worker.session, m_house->worker.business, adding));
  sellRooms(*m_house, 4200);
  m_rule.emplace();
  m_pane->reload();
  QTRY_COMPARE(m_pane->table()->model()->rowCount(), 4);
  auto *question = asked(Qt::Key_M);
  QVERIFY(question && question->consequence().contains(u"Add-ons stay as they were sold"_s));
  question->way()->setFocus();
  for (int i = 0; i < 2; ++i)
    QTest::keyClick(question->way(), Qt::Key_Down);
  QTRY_VERIFY(question->isSettled());
  QVERIFY(question->consequence().contains(u"its add-ons as they are sold now"_s));
  QTRY_VERIFY2(question->text().contains(u"MRR $77.00 → $91.00. More is paid by 1, less by 0."_s),
               qPrintable(question->text()));
  QVERIFY(question->text().contains(u"3 is so already"_s));
  QVERIFY(!question->deliberate() || !question->deliberate()->isVisible());
  QTRY_VERIFY(question->confirmation()->isEnabled());
  QTest::keyClick(question, Qt::Key_Return);
  const QByteArray waiting = "select count(*) from subscription where scheduled ? 'addons'";
  QTRY_COMPARE(number(waiting), 1);
  QTRY_COMPARE(text(rowOf(adding.organization), SubscriptionListModel::ScheduledColumn),
               u"Ten rooms at new terms"_s);
  undoByKey();
  QTRY_COMPARE(number(waiting), 0);
}

// One ends already, and one on trial would not wait.
void TestSubscriptionsPane::SUB_4_manyEndWithThePeriodByKeysAndUndone() {
  m_rule.reset();
  subscriptions::StartRequest trial;
  trial.organization = m_house->organization();
  trial.planId = u"starter"_s;
  trial.trialDays = 14;
  expect(m_house->worker.subscriptions().start(trial));
  m_rule.emplace();
  m_pane->reload();
  QTRY_COMPARE(m_pane->table()->model()->rowCount(), 4);
  auto *question = asked(Qt::Key_E);
  QVERIFY(question);
  QVERIFY2(question->text().contains(u"MRR $364.83 → $0.00."_s), qPrintable(question->text()));
  QVERIFY2(question->text().contains(u"1 is so already"_s), qPrintable(question->text()));
  QVERIFY2(question->text().contains(u"1 refused: It is on trial"_s), qPrintable(question->text()));
  QVERIFY(!question->confirmation()->isEnabled()); // without a reason
  QTest::keyClicks(question->reason(), u"Product is sold no more"_s);
  QTRY_VERIFY(question->confirmation()->isEnabled());
  QTest::keyClick(question->reason(), Qt::Key_Return);
  const QByteArray ending = "select count(*) from subscription where scheduled_action = 'cancel'";
  QTRY_COMPARE(number(ending), 3);
  QCOMPARE(number("select count(*) from event where type = 'subscription.changed' and payload ->> "
                  "'reason' = 'Product is sold no more'"),
           2);
  undoByKey();
  QTRY_COMPARE(number(ending), 1);
}

/// Of three rows one has ended by the time that they are to end, so it fails.
void TestSubscriptionsPane::check10_byKeysAlone() {
  ByKeys by(*m_window, *m_pane->acts());
  QVERIFY(by.goTo(m_pane->table()));
  by.press(Qt::Key_Home, Qt::ControlModifier);
  by.selectDown(2);
  const auto *question = by.ask(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
  QVERIFY(question);
  QVERIFY2(question->text().contains(u"1 is so already"_s), qPrintable(question->text()));
  m_rule.reset();
  expect(m_house->worker.subscriptions().cancel(m_yearly, false));
  m_rule.emplace();
  QVERIFY(by.goTo(question->reason()));
  by.type(u"Product is sold no more"_s);
  const auto said = by.confirm();
  QVERIFY2(said.endsWith(u", 1 was so already, 1 failed"_s), qPrintable(said));
  const QByteArray ending = "select count(*) from subscription where scheduled_action = 'cancel'";
  QCOMPARE(number(ending), 2);
  QCOMPARE(by.failures(Qt::ControlModifier | Qt::ShiftModifier).size(), 1);
  const auto undone = by.undo();
  QVERIFY2(undone.startsWith(u"1 restored"_s), qPrintable(undone));
  QCOMPARE(number(ending), 1);
}

void TestSubscriptionsPane::SUB_4_manyEndAtOnceByKeys_data() {
  QTest::addColumn<int>("downs");
  QTest::addColumn<int>("notes");
  QTest::newRow("SUB-4 without a credit") << 1 << 0;
  QTest::newRow("SUB-4 and credit the rest") << 2 << 3;
}

void TestSubscriptionsPane::SUB_4_manyEndAtOnceByKeys() {
  QFETCH(int, downs);
  QFETCH(int, notes);
  m_rule.reset();
  m_house->runAll();
  m_rule.emplace();
  auto *question = asked(Qt::Key_E);
  QVERIFY(question);
  QTest::keyClicks(question->reason(), u"Fraud"_s);
  question->way()->setFocus();
  for (int i = 0; i < downs; ++i)
    QTest::keyClick(question->way(), Qt::Key_Down);
  QTRY_VERIFY(question->isSettled());
  QTRY_VERIFY2(question->text().contains(u"Billed at once, less what is credited: "_s),
               qPrintable(question->text()));
  QCOMPARE(question->text().contains(u"credited: –."_s), notes == 0);
  QVERIFY(!question->confirmation()->isEnabled());
  QTest::keyClicks(question->deliberate(), u"2"_s);
  QVERIFY(!question->confirmation()->isEnabled());
  QTest::keyClick(question->deliberate(), Qt::Key_Backspace);
  QTest::keyClicks(question->deliberate(), u"3"_s);
  QTRY_VERIFY(question->confirmation()->isEnabled());
  QTest::keyClick(question->deliberate(), Qt::Key_Return);
  QTRY_COMPARE(number("select count(*) from subscription where status = 'cancelled'"), 3);
  QCOMPARE(
      number("select count(*) from event where type = 'subscription.cancelled' and payload ->> "
             "'reason' = 'Fraud'"),
      3);
  QCOMPARE(number("select count(*) from credit_note"), notes);
  QTRY_VERIFY(!m_pane->acts()->isRunning());
  QVERIFY(!m_pane->acts()->undo()->isEnabled());
}

void TestSubscriptionsPane::SUB_1_aLinkNarrowsTheList() {
  m_window->open(*ui::Place::parse(u"tenantry://subscriptions?filter=paused"_s));
  QTRY_COMPARE(m_pane->table()->model()->rowCount(), 0);
  m_pane->setFilter({.planId = u"starter"_s});
  QTRY_COMPARE(m_pane->table()->model()->rowCount(), 1);
}

void TestSubscriptionsPane::SUB_1_whoMayNotSeesWhy() {
  models::Rights rights;
  rights.groups = {u"support"_s};
  rights.mayChange = false;
  open(rights);
  m_pane->table()->chooseRow(0);
  const auto *act = m_pane->acts()->actions().front();
  QVERIFY(!act->isEnabled());
  QVERIFY2(act->toolTip().contains(u"finance"_s, Qt::CaseInsensitive), qPrintable(act->toolTip()));
}

QTEST_MAIN(TestSubscriptionsPane)
#include "tst_subscriptions_pane.moc"
