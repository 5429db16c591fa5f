// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/no_database_here.h"
#include "tests/services/billing/sold_without.h"
#include "ui/organizations/end_coupon_dialog.h"
#include "ui/organizations/organization_detail.h"
#include "ui/organizations/organizations_pane.h"
#include "ui/organizations/subscription_acts.h"
#include "ui/organizations/subscription_tab.h"
#include "ui/shell/main_window.h"
#include "ui/theme/theme_manager.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace tenantry;
using namespace tenantry::tests;
using std::chrono::days;
using ui::ChangeDialog;

/// SUB-7, SUB-8 in their window: a contract's price is agreed anew, a coupon is ended, by keys.
class TestAgreedTerms : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase() {
    new ui::ThemeManager(qobject_cast<QApplication *>(QCoreApplication::instance()));
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
  }
  void cleanup();
  void SUB_8_aPriceOfItsOwnIsAgreed();
  void SUB_8_anotherPriceStays();
  void SUB_8_aPriceGoesWithItsPlan_data();
  void SUB_8_aPriceGoesWithItsPlan();
  void ORG_1_anotherCurrencyWaitsForThePeriodsEnd();
  void ORG_1_withTheCurrencyBeforeAllIsAsItWas_data();
  void ORG_1_withTheCurrencyBeforeAllIsAsItWas();
  void ORG_1_aPriceIsAgreedInTheCurrencyToCome();
  void SUB_7_aCouponIsEnded();

private:
  /// Ten days into the first period of a starter.
  void begin(std::optional<std::int64_t> price, const QString &coupon = {},
             const subscriptions::WantedLimits &limits = {});
  [[nodiscard]] ui::SubscriptionActs *acts() const {
    return m_pane->detail()->subscription()->acts();
  }
  [[nodiscard]] ChangeDialog *dialogOf(QPushButton *button) const {
    if (!QTest::qWaitFor([button] { return button->isEnabled(); }, 20'000))
      return nullptr;
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
    return acts()->dialog();
  }
  [[nodiscard]] bool says(const QString &text) const {
    return std::ranges::any_of(m_pane->detail()->subscription()->findChildren<QLabel *>(),
                               [&](const QLabel *label) { return label->text() == text; });
  }
  [[nodiscard]] std::int64_t number(const QByteArray &sql) {
    m_rule.reset();
    const auto found = m_house->number(sql);
    m_rule.emplace();
    return found;
  }

  std::unique_ptr<BillingHouse> m_house;
  std::unique_ptr<models::Connection> m_connection;
  std::unique_ptr<models::RunningWork> m_work;
  std::unique_ptr<ui::MainWindow> m_window;
  ui::OrganizationsPane *m_pane = nullptr;
  std::optional<store::NoDatabaseHere> m_rule; ///< no query on the GUI thread
};

void TestAgreedTerms::begin(std::optional<std::int64_t> price, const QString &coupon,
                            const subscriptions::WantedLimits &limits) {
  m_house = std::make_unique<BillingHouse>();
  sellWithout(*m_house, u"starter"_s, u"storage_gb"_s, u"EUR"_s);
  const auto id = m_house->organization();
  subscriptions::StartRequest request;
  request.organization = id;
  request.planId = u"starter"_s;
  request.priceOverride = price;
  request.couponId = coupon;
  request.limits = limits;
  expect(m_house->worker.subscriptions().start(request));
  m_house->runAll();
  m_house->clock.set(BillingHouse::start() + days(10));
  m_connection = std::make_unique<models::Connection>(m_house->test.settings(), m_house->clock,
                                                      u"test"_s, models::Rights());
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
  QTRY_VERIFY(acts()->change()->isVisible());
  QTRY_VERIFY(m_connection->isConnected());
}

void TestAgreedTerms::cleanup() {
  m_window.reset();
  m_work.reset();
  m_rule.reset();
  m_connection.reset();
  m_house.reset();
}

void TestAgreedTerms::SUB_8_aPriceOfItsOwnIsAgreed() {
  begin({});
  auto *dialog = dialogOf(acts()->change());
  QTRY_COMPARE(dialog->plan()->count(), 3);
  dialog->price()->setFocus();
  QTest::keyClicks(dialog->price(), u"7x"_s);
  QTRY_VERIFY(dialog->confirmation()->toolTip().contains(u"cannot be read"_s));
  QTest::keyClick(dialog->price(), Qt::Key_Backspace);
  QTest::keyClicks(dialog->price(), u"0"_s);
  QTRY_VERIFY(dialog->previewText().contains(u"Price of its own: $70.00"_s));
  QVERIFY(dialog->previewText().contains(u"Due now: $13.50"_s)); // 7000 − 4900 for 18 of 28 days
  QVERIFY(dialog->previewText().contains(u"MRR: $49.00 → $70.00"_s));
  QTRY_VERIFY(dialog->confirmation()->isEnabled());
  dialog->confirmation()->setFocus();
  QTest::keyClick(dialog->confirmation(), Qt::Key_Space);
  QTRY_VERIFY(!acts()->dialog());
  m_pane->reload();
  QCOMPARE(number("select price_override from subscription"), std::int64_t(7000));
  // It is there again, and given back at the period's end.
  QTRY_VERIFY(m_pane->isSettled());
  dialog = dialogOf(acts()->change());
  QTRY_COMPARE(dialog->plan()->count(), 3);
  QTRY_COMPARE(dialog->price()->text(), u"70.00"_s);
  dialog->price()->setFocus();
  QTest::keyClick(dialog->price(), Qt::Key_A, Qt::ControlModifier);
  QTest::keyClick(dialog->price(), Qt::Key_Delete);
  dialog->when()->setFocus();
  QTest::keyClick(dialog->when(), Qt::Key_Down);
  QTRY_VERIFY(dialog->consequence().contains(u"28 Feb 2026"_s));
  QTRY_VERIFY(dialog->previewText().contains(u"Price of its own, then: as the plan says"_s));
  QTRY_VERIFY(dialog->confirmation()->isEnabled());
  QTest::keyClick(dialog, Qt::Key_Return);
  QTRY_VERIFY(!acts()->dialog());
  m_pane->reload();
  QTRY_VERIFY(acts()->takeBack()->isVisible());
  QTRY_VERIFY(says(u"On 28 Feb 2026: the plan's price."_s));
}

void TestAgreedTerms::ORG_1_anotherCurrencyWaitsForThePeriodsEnd() {
  begin({});
  auto *dialog = dialogOf(acts()->change());
  QTRY_COMPARE(dialog->currency()->count(), 2);
  dialog->currency()->setFocus();
  QTest::keyClick(dialog->currency(), Qt::Key_Down);
  QCOMPARE(dialog->currency()->currentText(), u"EUR"_s);
  QVERIFY(dialog->when()->currentIndex() == 1 && !dialog->when()->isEnabled());
  QTRY_VERIFY(dialog->previewText().contains(u"Currency, then: EUR"_s));
  QVERIFY(dialog->previewText().contains(u"Not charged in EUR: Storage, GB"_s));
  QVERIFY(dialog->previewText().contains(u"Next invoice, 28 Feb 2026: €49.00"_s));
  QVERIFY(dialog->consequence().contains(u"28 Feb 2026"_s));
  QTRY_VERIFY(dialog->confirmation()->isEnabled());
  QTest::keyClick(dialog, Qt::Key_Return);
  QTRY_VERIFY(!acts()->dialog());
  m_pane->reload();
  QTRY_VERIFY(acts()->takeBack()->isVisible());
  QTRY_VERIFY(says(u"On 28 Feb 2026: billed in EUR."_s));
  QCOMPARE(number("select count(*) from subscription where scheduled ->> 'currency' = 'EUR'"),
           std::int64_t(1));
}

void TestAgreedTerms::ORG_1_withTheCurrencyBeforeAllIsAsItWas_data() {
  QTest::addColumn<int>("when");
  QTest::newRow("now") << 0;
  QTest::newRow("at the end of the period") << 1;
}

// What was typed is in the currency that it was typed in, and there again with it.
void TestAgreedTerms::ORG_1_withTheCurrencyBeforeAllIsAsItWas() {
  QFETCH(const int, when);
  begin({});
  auto *dialog = dialogOf(acts()->change());
  QTRY_COMPARE(dialog->currency()->count(), 2);
  dialog->when()->setCurrentIndex(when);
  dialog->price()->setFocus();
  QTest::keyClicks(dialog->price(), u"70"_s);
  dialog->currency()->setFocus();
  QTest::keyClick(dialog->currency(), Qt::Key_Down);
  QCOMPARE(dialog->price()->text(), QString());
  QVERIFY(dialog->when()->currentIndex() == 1 && !dialog->when()->isEnabled());
  QTest::keyClick(dialog->price(), Qt::Key_6);
  QTest::keyClick(dialog->price(), Qt::Key_5);
  dialog->currency()->setFocus();
  QTest::keyClick(dialog->currency(), Qt::Key_Up);
  QCOMPARE(dialog->price()->text(), u"70.00"_s);
  QCOMPARE(dialog->when()->currentIndex(), when);
  QVERIFY(dialog->when()->isEnabled());
  QTRY_VERIFY(dialog->previewText().contains(when == 0 ? u"Price of its own: $70.00"_s
                                                       : u"Price of its own, then: $70.00"_s));
  QTest::keyClick(dialog->currency(), Qt::Key_Down);
  QCOMPARE(dialog->price()->text(), u"65.00"_s);
  QTest::keyClick(dialog, Qt::Key_Escape);
}

void TestAgreedTerms::ORG_1_aPriceIsAgreedInTheCurrencyToCome() {
  begin(7000);
  auto *dialog = dialogOf(acts()->change());
  QTRY_COMPARE(dialog->currency()->count(), 2);
  dialog->currency()->setFocus();
  QTest::keyClick(dialog->currency(), Qt::Key_Down);
  QCOMPARE(dialog->price()->text(), QString()); // the contract's was agreed in the other one
  QTRY_VERIFY2(dialog->consequence().contains(u"own price ends with it"_s),
               qPrintable(dialog->consequence()));
  dialog->price()->setFocus();
  QTest::keyClicks(dialog->price(), u"65.50"_s);
  QTRY_VERIFY2(dialog->previewText().contains(u"Price of its own, then: €65.50"_s),
               qPrintable(dialog->previewText()));
  QVERIFY(!dialog->consequence().contains(u"own price ends"_s));
  QTRY_VERIFY(dialog->confirmation()->isEnabled());
  QTest::keyClick(dialog, Qt::Key_Return);
  QTRY_VERIFY(!acts()->dialog());
  QCOMPARE(number("select (scheduled ->> 'price')::bigint from subscription where "
                  "scheduled ->> 'currency' = 'EUR'"),
           std::int64_t(6550));
}

// Who changes the seats takes back no price that another agrees meanwhile.
void TestAgreedTerms::SUB_8_anotherPriceStays() {
  begin(7000);
  auto *dialog = dialogOf(acts()->change());
  QTRY_COMPARE(dialog->plan()->count(), 3);
  QTRY_COMPARE(dialog->price()->text(), u"70.00"_s);
  dialog->seats()->setValue(2);
  QTRY_VERIFY(dialog->confirmation()->isEnabled());
  QCOMPARE(number("with x as (update subscription set price_override = 6000, mrr_twelfths = 72000, "
                  "revision = revision + 1 returning 1) select count(*) from x"),
           std::int64_t(1));
  dialog->seats()->setValue(3);
  QTRY_VERIFY(dialog->previewText().contains(u"MRR: $60.00"_s));
  QVERIFY2(!dialog->previewText().contains(u"Price of its own"_s),
           qPrintable(dialog->previewText()));
  QTest::keyClick(dialog, Qt::Key_Escape);
}

void TestAgreedTerms::SUB_8_aPriceGoesWithItsPlan_data() {
  QTest::addColumn<bool>("hasLimits");
  QTest::addColumn<QString>("ends");
  QTest::newRow("a price") << false << u"The contract's own price ends with it."_s;
  QTest::newRow("a price and a limit") << true << u"The contract's own price and limits end"_s;
}

// What was agreed for one plan is not carried to another, unless somebody types it.
void TestAgreedTerms::SUB_8_aPriceGoesWithItsPlan() {
  QFETCH(bool, hasLimits);
  QFETCH(QString, ends);
  begin(3500, {},
        hasLimits ? subscriptions::WantedLimits{{u"users"_s, 50}} : subscriptions::WantedLimits{});
  auto *dialog = dialogOf(acts()->change());
  QTRY_COMPARE(dialog->plan()->count(), 3);
  QTRY_COMPARE(dialog->price()->text(), u"35.00"_s);
  dialog->plan()->setFocus();
  QTest::keyClick(dialog->plan(), Qt::Key_P);
  QCOMPARE(dialog->price()->text(), QString());
  QTRY_VERIFY2(dialog->consequence().contains(ends), qPrintable(dialog->consequence()));
  dialog->price()->setFocus();
  QTest::keyClicks(dialog->price(), u"150"_s);
  QTRY_VERIFY(dialog->previewText().contains(u"Price of its own: $35.00 → $150.00"_s));
  QVERIFY(!dialog->consequence().contains(u"own price"_s));
  QTest::keyClick(dialog, Qt::Key_Escape);
}

void TestAgreedTerms::SUB_7_aCouponIsEnded() {
  begin({}, u"friend"_s);
  QTRY_VERIFY(acts()->offered().contains(acts()->endCoupon()));
  QTest::keyClick(m_window.get(), Qt::Key_Q, Qt::ControlModifier | Qt::AltModifier);
  auto *dialog = qobject_cast<ui::EndCouponDialog *>(acts()->opened());
  QVERIFY(dialog);
  QCOMPARE(dialog->coupon()->currentText(), u"friend"_s);
  // a third of a percent of 49.00 comes to 16 cents
  QTRY_VERIFY2(dialog->previewText().contains(u"$49.00 instead of $48.84"_s),
               qPrintable(dialog->previewText()));
  QVERIFY(dialog->consequence().contains(u"what is billed for later periods"_s));
  dialog->when()->setFocus();
  QTest::keyClick(dialog->when(), Qt::Key_Up);
  QTRY_VERIFY(dialog->consequence().contains(u"from now on"_s));
  QVERIFY(!dialog->confirmation()->isEnabled());
  QTRY_VERIFY(dialog->deliberate());
  QTest::keyClicks(dialog->deliberate(), u"One"_s);
  QTRY_VERIFY(dialog->confirmation()->isEnabled());
  dialog->confirmation()->setFocus();
  QTest::keyClick(dialog->confirmation(), Qt::Key_Space);
  QTRY_VERIFY(!acts()->opened());
  QCOMPARE(number("select to_index from coupon_redemption"), std::int64_t(0));
  m_pane->reload();
  QTRY_VERIFY(!acts()->offered().contains(acts()->endCoupon()));
}

QTEST_MAIN(TestAgreedTerms)
#include "tst_agreed_terms.moc"
