// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/adjustment.h"
#include "services/store/no_database_here.h"
#include "tests/services/billing/billing_house.h"
#include "ui/organizations/coupon_dialog.h"
#include "ui/organizations/limit_editor.h"
#include "ui/organizations/limit_fields.h"
#include "ui/organizations/limits_dialog.h"
#include "ui/organizations/organization_detail.h"
#include "ui/organizations/organizations_pane.h"
#include "ui/organizations/renewal_dialog.h"
#include "ui/organizations/start_dialog.h"
#include "ui/organizations/subscription_acts.h"
#include "ui/organizations/subscription_tab.h"
#include "ui/shell/main_window.h"
#include "ui/theme/theme_manager.h"
#include "ui/widgets/toast.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>

using namespace tenantry;
using namespace tenantry::tests;
using std::chrono::days;

/// SUB-4, SUB-7 in their window: a subscription begins, takes a coupon and stops renewing, by keys.
class TestStartSubscription : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void init();
  void cleanup();
  void SUB_4_itBeginsWithTheInvoiceThatWasShown();
  void SUB_4_aTrialIsOfferedToWhoIsNew();
  void SUB_4_whoWasCancelledBeginsAgain();
  void SUB_4_aStalePictureShowsWhatDiffers();
  void SUB_4_whatCannotBeReadIsSaid_data();
  void SUB_4_whatCannotBeReadIsSaid();
  void check4_whatWasChosenIsThereAgain();
  void SUB_7_aCouponSaysWhatItTakesOffAndForHowLong();
  void SUB_7_aRefusedCouponSaysWhy_data();
  void SUB_7_aRefusedCouponSaysWhy();
  void SUB_8_limitsOfTheContractAreSetAndUndone();
  void SUB_8_aPlanChangeSaysThatTheContractEnds();
  void SUB_4_renewalIsSwitchedOffAndUndone();
  void check14_whoMayNotIsToldWhoMay();

private:
  void open(const OrganizationId &id, const models::Rights &rights = {});
  void subscribe();
  template <typename Dialog> [[nodiscard]] Dialog *opened(Qt::Key key) const {
    m_window->activateWindow(); // where another dialog was deleted over it
    if (!QTest::qWaitForWindowActive(m_window.get()))
      return nullptr;
    QTest::keyClick(m_window.get(), key, Qt::ControlModifier | Qt::ShiftModifier);
    return qobject_cast<Dialog *>(acts()->opened());
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
  static void confirm(const ui::SubscriptionDialog *dialog) {
    dialog->confirmation()->setFocus();
    QTest::keyClick(dialog->confirmation(), Qt::Key_Space);
  }

  std::unique_ptr<BillingHouse> m_house;
  std::unique_ptr<models::Connection> m_connection;
  std::unique_ptr<models::RunningWork> m_work;
  std::unique_ptr<ui::MainWindow> m_window;
  std::unique_ptr<QTemporaryDir> m_folder;
  std::unique_ptr<models::DraftStore> m_drafts;
  ui::OrganizationsPane *m_pane = nullptr;
  OrganizationId m_id;
  std::optional<store::NoDatabaseHere> m_rule; ///< no query on the GUI thread
};

void TestStartSubscription::initTestCase() {
  new ui::ThemeManager(qobject_cast<QApplication *>(QCoreApplication::instance()));
  QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TestStartSubscription::init() {
  m_house = std::make_unique<BillingHouse>();
  m_folder = std::make_unique<QTemporaryDir>();
  m_id = m_house->organization(u"DE"_s, u"UTC"_s, u"EUR"_s);
}

void TestStartSubscription::subscribe() {
  m_house->subscribe(m_id, u"starter"_s);
  m_house->runAll();
}

void TestStartSubscription::open(const OrganizationId &id, const models::Rights &rights) {
  m_connection = std::make_unique<models::Connection>(m_house->test.settings(), m_house->clock,
                                                      u"test"_s, rights);
  m_work = std::make_unique<models::RunningWork>(*m_connection);
  m_rule.emplace();
  m_window = std::make_unique<ui::MainWindow>();
  m_pane = new ui::OrganizationsPane(*m_connection, *m_work);
  m_window->addPane(m_pane);
  m_window->resize(1440, 900);
  m_window->open({ui::Place::Kind::Organization, id.toString(), u"subscription"_s, {}});
  m_window->show();
  m_window->activateWindow();
  QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
  QTRY_VERIFY(m_connection->isConnected());
  QTRY_VERIFY(m_pane->isSettled());
}

void TestStartSubscription::cleanup() {
  m_window.reset();
  m_drafts.reset();
  m_work.reset();
  m_rule.reset();
  m_connection.reset();
  m_house.reset();
}

void TestStartSubscription::SUB_4_itBeginsWithTheInvoiceThatWasShown() {
  open(m_id);
  QTRY_VERIFY(acts()->start()->isEnabled());
  QVERIFY(acts()->start()->isVisible() && !acts()->change()->isVisible());
  auto *dialog = opened<ui::StartDialog>(Qt::Key_K);
  QVERIFY(dialog);
  QTRY_COMPARE(dialog->terms()->plan()->count(), 3);
  dialog->terms()->plan()->setCurrentIndex(dialog->terms()->plan()->findData(u"starter"_s));
  dialog->terms()->seats()->setValue(2);
  QTest::keyClicks(dialog->coupon(), u"launch"_s);
  QTest::keyClicks(dialog->price(), u"100"_s);
  QTest::keyClick(dialog->hasLimits(), Qt::Key_Space);
  dialog->limits()->field(u"users"_s)->selectAll();
  QTest::keyClicks(dialog->limits()->field(u"users"_s), u"9"_s);
  QTRY_VERIFY(dialog->previewText().contains(u"Invoice: €95.20"_s)); // 100 − 20 % + 19 % tax
  QVERIFY2(dialog->previewText().contains(u"Tax"_s), qPrintable(dialog->previewText()));
  QVERIFY(dialog->consequence().contains(u"is final"_s));
  QTRY_VERIFY(dialog->confirmation()->isEnabled());
  QTest::keyClick(dialog->price(), Qt::Key_Return); // issues nothing
  QCOMPARE(number("select count(*) from subscription"), std::int64_t(0));
  QTRY_VERIFY(dialog->confirmation()->isEnabled());
  confirm(dialog);
  QTRY_VERIFY(!acts()->opened());
  QCOMPARE(number("select total from invoice"), std::int64_t(9520));
  QCOMPARE(number("select count(*) from subscription where seats = 2 and own_limits ->> 'users' = "
                  "'9'"),
           std::int64_t(1));
  m_pane->reload();
  QTRY_VERIFY(acts()->change()->isVisible() && !acts()->start()->isVisible());
}

void TestStartSubscription::SUB_4_aTrialIsOfferedToWhoIsNew() {
  open(m_id);
  QTRY_VERIFY(acts()->start()->isEnabled());
  auto *dialog = opened<ui::StartDialog>(Qt::Key_K);
  QTRY_COMPARE(dialog->terms()->plan()->count(), 3);
  QVERIFY(!dialog->trial()->isEnabled()); // the first plan offers none
  auto *plan = dialog->terms()->plan();
  plan->setCurrentIndex(plan->findData(u"professional"_s));
  QVERIFY(dialog->trial()->currentText().startsWith(u"14 day"_s));
  QTRY_VERIFY(dialog->previewText().contains(u"Trial until: 14 Feb 2026"_s));
  QVERIFY(dialog->previewText().contains(u"Due now: nothing"_s));
  QVERIFY2(dialog->previewText().contains(u"First invoice, 14 Feb 2026: €"_s),
           qPrintable(dialog->previewText()));
  QVERIFY(dialog->consequence().contains(u"without one it ends on 14 Feb 2026"_s));
  dialog->trial()->setFocus();
  QTest::keyClick(dialog->trial(), Qt::Key_Up);
  QTRY_VERIFY(dialog->previewText().contains(u"Plan · 31 Jan 2026"_s));
  QTest::keyClick(dialog->trial(), Qt::Key_Down);
  QTRY_VERIFY(dialog->previewText().contains(u"Trial until"_s));
  QTRY_VERIFY(dialog->confirmation()->isEnabled());
  confirm(dialog);
  QTRY_VERIFY(!acts()->opened());
  QCOMPARE(number("select count(*) from subscription where status = 'trialing'"), 1);
}

void TestStartSubscription::SUB_4_whoWasCancelledBeginsAgain() {
  subscribe();
  expect(m_house->worker.subscriptions().cancel(m_id, false));
  open(m_id);
  QTRY_VERIFY(acts()->start()->isVisible());
  auto *dialog = opened<ui::StartDialog>(Qt::Key_K);
  QTRY_COMPARE(dialog->terms()->plan()->count(), 3);
  auto *plan = dialog->terms()->plan();
  plan->setCurrentIndex(plan->findData(u"professional"_s));
  QCOMPARE(dialog->trial()->currentIndex(), 0); // none by itself
  QTRY_VERIFY(dialog->confirmation()->isEnabled());
  confirm(dialog);
  QTRY_VERIFY(!acts()->opened());
  QCOMPARE(number("select count(*) from subscription where ended_at is null"), std::int64_t(1));
}

void TestStartSubscription::SUB_4_aStalePictureShowsWhatDiffers() {
  open(m_id);
  QTRY_VERIFY(acts()->start()->isEnabled());
  auto *dialog = opened<ui::StartDialog>(Qt::Key_K);
  QTRY_VERIFY(dialog->confirmation()->isEnabled());
  m_rule.reset();
  expect(payments::adjustBalance(m_house->worker.session, m_house->worker.business, m_id,
                                 Money(1000, *Currency::parse(u"EUR"_s)), {}));
  m_rule.emplace();
  confirm(dialog);
  QTRY_VERIFY2(dialog->notice().contains(u"look at it again"_s), qPrintable(dialog->notice()));
  QTRY_VERIFY(dialog->previewText().contains(u"Paid from the balance: €10.00"_s));
  QCOMPARE(number("select count(*) from subscription"), std::int64_t(0));
}

void TestStartSubscription::SUB_4_whatCannotBeReadIsSaid_data() {
  QTest::addColumn<QString>("coupon");
  QTest::addColumn<QString>("price");
  QTest::addColumn<QString>("said");
  QTest::newRow("SUB-7 no such coupon") << u"nothing"_s << QString() << u"no coupon “nothing”"_s;
  QTest::newRow("SUB-8 no price") << QString() << u"a lot"_s << u"price cannot be read"_s;
}

void TestStartSubscription::SUB_4_whatCannotBeReadIsSaid() {
  QFETCH(QString, coupon);
  QFETCH(QString, price);
  QFETCH(QString, said);
  open(m_id);
  QTRY_VERIFY(acts()->start()->isEnabled());
  auto *dialog = opened<ui::StartDialog>(Qt::Key_K);
  QTRY_VERIFY(dialog->confirmation()->isEnabled());
  QTest::keyClicks(dialog->coupon(), coupon);
  QTest::keyClicks(dialog->price(), price);
  QTRY_VERIFY2(dialog->confirmation()->toolTip().contains(said),
               qPrintable(dialog->confirmation()->toolTip()));
  QVERIFY(!dialog->confirmation()->isEnabled());
}

void TestStartSubscription::check4_whatWasChosenIsThereAgain() {
  open(m_id);
  QTRY_VERIFY(acts()->start()->isEnabled());
  m_drafts = std::make_unique<models::DraftStore>(m_folder->path(), u"book"_s);
  acts()->keepDraftsIn(*m_drafts);
  auto *left = opened<ui::StartDialog>(Qt::Key_K);
  QTRY_VERIFY(left->confirmation()->isEnabled());
  left->terms()->seats()->setValue(7);
  QTest::keyClicks(left->coupon(), u"friend"_s);
  delete left; // nobody closed it
  const auto *dialog = opened<ui::StartDialog>(Qt::Key_K);
  QTRY_COMPARE(dialog->coupon()->text(), u"friend"_s);
  QCOMPARE(dialog->terms()->seats()->value(), 7);
  QVERIFY(dialog->notice().contains(u"filled in again"_s));
  QTRY_VERIFY(dialog->confirmation()->isEnabled());
}

void TestStartSubscription::SUB_7_aCouponSaysWhatItTakesOffAndForHowLong() {
  subscribe();
  open(m_id);
  QTRY_VERIFY(acts()->coupon()->isEnabled());
  auto *dialog = opened<ui::CouponDialog>(Qt::Key_Q);
  QVERIFY(dialog);
  QVERIFY(!dialog->confirmation()->isEnabled());
  QTest::keyClicks(dialog->coupon(), u"launch"_s);
  QTRY_VERIFY(dialog->deliberate());
  QVERIFY(!dialog->confirmation()->isEnabled()); // it stays redeemed: whose is typed
  QTest::keyClicks(dialog->deliberate(), u"One"_s);
  QTRY_VERIFY(dialog->confirmation()->isEnabled());
  QVERIFY2(dialog->consequence().startsWith(u"It takes 20 % off the next 2 recurring invoice"_s),
           qPrintable(dialog->consequence()));
  QVERIFY2(dialog->previewText().contains(u" instead of €"_s), qPrintable(dialog->previewText()));
  confirm(dialog);
  QTRY_VERIFY(!acts()->opened());
  QCOMPARE(number("select count(*) from coupon_redemption where coupon_id = 'launch'"), 1);
}

void TestStartSubscription::SUB_7_aRefusedCouponSaysWhy_data() {
  QTest::addColumn<QString>("coupon");
  QTest::addColumn<QString>("said");
  QTest::newRow("SUB-7 unknown") << u"nothing"_s << u"There is no coupon “nothing”"_s;
  QTest::newRow("SUB-7 redeemed") << u"friend"_s << u"already redeemed"_s;
  QTest::newRow("SUB-7 wrong currency") << u"tenner"_s << u"is in EUR, the subscription in USD"_s;
}

void TestStartSubscription::SUB_7_aRefusedCouponSaysWhy() {
  QFETCH(QString, coupon);
  QFETCH(QString, said);
  m_id = m_house->organization();
  m_house->subscribe(m_id, u"starter"_s, u"friend"_s);
  open(m_id);
  QTRY_VERIFY(acts()->coupon()->isEnabled());
  auto *dialog = opened<ui::CouponDialog>(Qt::Key_Q);
  QTest::keyClicks(dialog->coupon(), coupon);
  QTRY_VERIFY2(dialog->notice().contains(said), qPrintable(dialog->notice()));
  QVERIFY(!dialog->confirmation()->isEnabled());
}

void TestStartSubscription::SUB_8_limitsOfTheContractAreSetAndUndone() {
  subscribe();
  open(m_id);
  QTRY_VERIFY(acts()->limits()->isEnabled());
  auto *dialog = opened<ui::LimitsDialog>(Qt::Key_U);
  QVERIFY(dialog);
  QTRY_VERIFY(dialog->limits()->field(u"users"_s));
  auto *users = dialog->limits()->field(u"users"_s),
       *calls = dialog->limits()->field(u"api_calls"_s);
  QCOMPARE(users->text(), u"plan: 5"_s);
  QVERIFY(!dialog->confirmation()->isEnabled());
  const auto type = [](ui::LimitEditor *field, const QString &text) {
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, text);
  };
  type(users, u"50"_s);
  type(calls, u"2000000000000000"_s);
  QTRY_VERIFY2(dialog->notice().contains(u"at most 1000000000000000"_s),
               qPrintable(dialog->notice()));
  type(calls, u"unlimited"_s);
  QTRY_VERIFY2(dialog->previewText().contains(u"Limit of its own, Users: 50"_s),
               qPrintable(dialog->previewText()));
  QVERIFY(dialog->previewText().contains(u"Limit of its own, API calls: unlimited"_s));
  QVERIFY(!dialog->confirmation()->isEnabled()); // without a reason
  QTest::keyClicks(dialog->reason(), u"Order form 7"_s);
  QTRY_VERIFY(dialog->confirmation()->isEnabled());
  QTest::keyClick(dialog->reason(), Qt::Key_Return);
  QTRY_VERIFY(!acts()->opened());
  QCOMPARE(number("select count(*) from organization_limit where granted_by = 'contract' and "
                  "limit_value in (50, -1)"),
           2);
  QTRY_VERIFY(m_window->findChild<ui::Toast *>());
  Q_EMIT m_window->findChild<ui::Toast *>()->actionTriggered();
  QTRY_COMPARE(number("select count(*) from organization_limit where granted_by = 'contract'"), 0);
  QCOMPARE(number("select count(*) from event where payload ->> 'reason' = 'Undone: Order form 7'"),
           1);
}

void TestStartSubscription::SUB_8_aPlanChangeSaysThatTheContractEnds() {
  subscribe();
  billing::ChangeRequest granted;
  granted.organization = m_id;
  granted.kind = billing::ChangeRequest::Kind::Limits;
  granted.limits = {{u"users"_s, 50}};
  granted.reason = u"Order form 7"_s;
  expect(payments::changeSubscription(m_house->worker.session, m_house->worker.business, granted));
  open(m_id);
  QTRY_VERIFY(acts()->change()->isEnabled());
  auto *dialog = opened<ui::ChangeDialog>(Qt::Key_C);
  QVERIFY(dialog);
  auto *plan = dialog->plan();
  QTRY_VERIFY(plan->findData(u"professional"_s) >= 0);
  plan->setCurrentIndex(plan->findData(u"professional"_s));
  QTRY_VERIFY2(dialog->consequence().contains(u"contract's own limits end with it"_s),
               qPrintable(dialog->consequence()));
  QTRY_VERIFY2(dialog->previewText().contains(u"Limit of its own, Users: 50 → as the plan says"_s),
               qPrintable(dialog->previewText()));
}

void TestStartSubscription::SUB_4_renewalIsSwitchedOffAndUndone() {
  subscribe();
  open(m_id);
  QTRY_VERIFY(acts()->renewal()->isEnabled());
  QCOMPARE(acts()->renewal()->text(), u"Do not renew…"_s);
  auto *dialog = opened<ui::RenewalDialog>(Qt::Key_D);
  QVERIFY(dialog);
  QTRY_VERIFY(dialog->confirmation()->isEnabled());
  QVERIFY(dialog->consequence().contains(u"It ends on 28 Feb 2026"_s));
  QVERIFY(dialog->previewText().contains(u"Next invoice: none"_s));
  confirm(dialog);
  QTRY_VERIFY(!acts()->opened());
  QCOMPARE(number("select count(*) from subscription where not auto_renew"), std::int64_t(1));
  m_pane->reload();
  QTRY_COMPARE(acts()->renewal()->text(), u"Renew again…"_s);
  QTRY_VERIFY(m_window->findChild<ui::Toast *>());
  Q_EMIT m_window->findChild<ui::Toast *>()->actionTriggered();
  QTRY_COMPARE(number("select count(*) from subscription where auto_renew"), std::int64_t(1));
}

void TestStartSubscription::check14_whoMayNotIsToldWhoMay() {
  models::Rights rights;
  rights.groups = {u"support"_s};
  rights.mayChange = false;
  open(m_id, rights);
  for (const auto *button :
       {acts()->start(), acts()->limits(), acts()->coupon(), acts()->renewal()}) {
    QTRY_VERIFY(!button->isEnabled());
    QVERIFY2(button->toolTip().contains(u"finance"_s), qPrintable(button->toolTip()));
  }
}

QTEST_MAIN(TestStartSubscription)
#include "tst_start_subscription.moc"
