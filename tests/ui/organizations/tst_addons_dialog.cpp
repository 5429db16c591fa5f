// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/no_database_here.h"
#include "tests/services/billing/billing_house.h"
#include "ui/organizations/addons_dialog.h"
#include "ui/organizations/organization_detail.h"
#include "ui/organizations/organizations_pane.h"
#include "ui/organizations/subscription_acts.h"
#include "ui/organizations/subscription_tab.h"
#include "ui/shell/main_window.h"
#include "ui/theme/theme_manager.h"
#include "ui/widgets/toast.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>

using namespace tenantry;
using namespace tenantry::tests;

/// SUB-9 in its window: a subscription gets an add-on and loses it, by keys.
class TestAddonsDialog : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void init();
  void cleanup();
  void SUB_9_itIsAddedAsShown();
  void SUB_9_itWaitsAndIsTakenBack();
  void SUB_9_whereNoneIsSoldNoneIsOffered();

private:
  void sell();
  void open();
  [[nodiscard]] ui::AddonsDialog *opened() {
    m_window->activateWindow();
    if (!QTest::qWaitForWindowActive(m_window.get()))
      return nullptr;
    QTest::keyClick(m_window.get(), Qt::Key_B, Qt::ControlModifier | Qt::AltModifier);
    return qobject_cast<ui::AddonsDialog *>(acts()->opened());
  }
  [[nodiscard]] ui::SubscriptionActs *acts() const {
    return m_pane->detail()->subscription()->acts();
  }
  [[nodiscard]] std::int64_t number(const QByteArray &sql) {
    m_rule.reset();
    const auto found = m_house->number(sql);
    m_rule.emplace();
    return found;
  }
  [[nodiscard]] QString tabText() const {
    QStringList texts;
    for (const auto *label : m_pane->detail()->subscription()->findChildren<QLabel *>())
      texts += label->text();
    return texts.join(u'\n');
  }

  std::unique_ptr<BillingHouse> m_house;
  std::unique_ptr<models::Connection> m_connection;
  std::unique_ptr<models::RunningWork> m_work;
  std::unique_ptr<ui::MainWindow> m_window;
  ui::OrganizationsPane *m_pane = nullptr;
  OrganizationId m_id;
  std::optional<store::NoDatabaseHere> m_rule; ///< no query on the GUI thread
};

void TestAddonsDialog::initTestCase() {
  new ui::ThemeManager(qobject_cast<QApplication *>(QCoreApplication::instance()));
  QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TestAddonsDialog::init() {
  m_house = std::make_unique<BillingHouse>();
  m_id = m_house->organization();
  m_house->subscribe(m_id, u"starter"_s);
  m_house->runAll();
}

void TestAddonsDialog::sell() {
  const auto owner = m_house->test.connect();
  store::Session session{*owner, m_house->clock, u"tests"_s};
  business::AppliedBusiness applied;
  auto business = expect(applied.current(session))->business;
  auto &rooms = business.addons[u"rooms"_s];
  rooms.id = u"rooms"_s;
  rooms.name.byLanguage[{}] = u"Ten rooms"_s;
  rooms.prices = {{Money(2800, *Currency::parse(u"USD"_s)), Interval::Month}};
  rooms.most = 4;
  expect(business::BusinessApply(session).apply(business, u"tests"_s));
}

void TestAddonsDialog::open() {
  m_connection =
      std::make_unique<models::Connection>(m_house->test.settings(), m_house->clock, u"test"_s);
  m_work = std::make_unique<models::RunningWork>(*m_connection);
  m_rule.emplace();
  m_window = std::make_unique<ui::MainWindow>();
  m_pane = new ui::OrganizationsPane(*m_connection, *m_work);
  m_window->addPane(m_pane);
  m_window->resize(1440, 900);
  m_window->open({ui::Place::Kind::Organization, m_id.toString(), u"subscription"_s, {}});
  m_window->show();
  m_window->activateWindow();
  QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
  QTRY_VERIFY(m_connection->isConnected());
  QTRY_VERIFY(m_pane->isSettled());
}

void TestAddonsDialog::cleanup() {
  m_window.reset();
  m_work.reset();
  m_rule.reset();
  m_connection.reset();
  m_house.reset();
}

// The whole period of 28 days is left: three are 84.00.
void TestAddonsDialog::SUB_9_itIsAddedAsShown() {
  sell();
  open();
  QTRY_VERIFY(acts()->addons()->isEnabled());
  auto *dialog = opened();
  QVERIFY(dialog);
  QTRY_COMPARE(dialog->addon()->count(), 1);
  QCOMPARE(dialog->addon()->currentText(), u"Ten rooms, $28.00 each"_s);
  QCOMPARE(dialog->quantity()->value(), 1);
  QCOMPARE(dialog->quantity()->maximum(), 4);
  dialog->quantity()->setFocus();
  QTest::keyClick(dialog->quantity(), Qt::Key_Up);
  QTest::keyClick(dialog->quantity(), Qt::Key_Up);
  QTRY_VERIFY2(dialog->previewText().contains(u"Rest of the period, Ten rooms"_s),
               qPrintable(dialog->previewText()));
  QTRY_VERIFY2(dialog->previewText().contains(u"Invoice: $84.00"_s),
               qPrintable(dialog->previewText()));
  QVERIFY(dialog->consequence().contains(u"is final"_s));
  QTRY_VERIFY(dialog->confirmation()->isEnabled());
  QTest::keyClick(dialog->quantity(), Qt::Key_Return); // issues nothing
  QCOMPARE(number("select count(*) from invoice"), std::int64_t(1));
  QTRY_VERIFY(dialog->confirmation()->isEnabled());
  dialog->confirmation()->setFocus();
  QTest::keyClick(dialog->confirmation(), Qt::Key_Space);
  QTRY_VERIFY(!acts()->opened());
  QCOMPARE(number("select max(total) from invoice"), std::int64_t(8400));
  m_pane->reload();
  QTRY_VERIFY2(tabText().contains(u"3 × Ten rooms"_s), qPrintable(tabText()));
  QTRY_VERIFY(tabText().contains(u"$133.00"_s)); // with the plan's 49.00
}

void TestAddonsDialog::SUB_9_itWaitsAndIsTakenBack() {
  sell();
  open();
  QTRY_VERIFY(acts()->addons()->isEnabled());
  auto *dialog = opened();
  QTRY_COMPARE(dialog->addon()->count(), 1);
  dialog->when()->setCurrentIndex(1);
  QTRY_VERIFY2(dialog->consequence().contains(u"can be taken back"_s),
               qPrintable(dialog->consequence()));
  QTRY_VERIFY(dialog->confirmation()->isEnabled());
  QTest::keyClick(dialog->quantity(), Qt::Key_Return);
  QTRY_VERIFY(!acts()->opened());
  QCOMPARE(number("select count(*) from subscription where scheduled_action = 'change_addon'"), 1);
  m_pane->reload();
  QTRY_VERIFY2(tabText().contains(u"1 × Ten rooms"_s), qPrintable(tabText()));
  QTRY_VERIFY(m_window->findChild<ui::Toast *>());
  Q_EMIT m_window->findChild<ui::Toast *>()->actionTriggered();
  QTRY_COMPARE(number("select count(*) from subscription where scheduled_action <> ''"), 0);
}

void TestAddonsDialog::SUB_9_whereNoneIsSoldNoneIsOffered() {
  open();
  QTRY_VERIFY(acts()->change()->isVisible());
  QVERIFY(!acts()->addons()->isEnabled());
}

QTEST_MAIN(TestAddonsDialog)
#include "tst_addons_dialog.moc"
