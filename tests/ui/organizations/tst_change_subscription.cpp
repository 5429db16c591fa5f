// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/adjustment.h"
#include "services/store/no_database_here.h"
#include "tests/services/billing/billing_house.h"
#include "tests/ui/forms/kept_drafts.h"
#include "ui/organizations/organization_detail.h"
#include "ui/organizations/organizations_pane.h"
#include "ui/organizations/subscription_acts.h"
#include "ui/organizations/subscription_tab.h"
#include "ui/shell/main_window.h"
#include "ui/theme/theme_manager.h"
#include "ui/widgets/table_view.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDirIterator>
#include <QJsonDocument>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>

using namespace tenantry;
using namespace tenantry::tests;
using std::chrono::days;
using ui::ChangeDialog;

/// SUB-6 in its window: a subscription is changed by keys, to the cent that was shown.
class TestChangeSubscription : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void init() { open({}); }
  void cleanup();
  void anUpgradeIsSeenAndConfirmed();
  void whatChangesNothingCannotBeConfirmed();
  void aStalePictureShowsWhatDiffersAndComesAnew();
  void howItIsProratedCanBeChosen();
  void whatIsScheduledIsShownAndTakenBack_data();
  void whatIsScheduledIsShownAndTakenBack();
  void anEndMayCreditTheRemainingDays();
  void closedInTheMiddleNothingHappens();
  void whoMayNotIsToldWhoMay();
  void check4_whatWasChosenIsThereAgain();
  void check4_whatEndsItIsThereAgainButNotItsConfirmation();
  void check4_whatWasDoneOrGivenUpLeavesNone_data();
  void check4_whatWasDoneOrGivenUpLeavesNone();

private:
  void open(const models::Rights &rights);
  [[nodiscard]] ui::SubscriptionActs *acts() const {
    return m_pane->detail()->subscription()->acts();
  }
  /// By keys: focus on the button, then Space.
  [[nodiscard]] ChangeDialog *dialogOf(QPushButton *button) const {
    if (!QTest::qWaitFor([button] { return button->isEnabled(); }, 20'000))
      return nullptr;
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
    return acts()->dialog();
  }
  [[nodiscard]] std::int64_t has(const char *condition) {
    const bool wasRuled = m_rule.has_value();
    m_rule.reset();
    const auto found =
        m_house->number(QByteArray("select count(*) from subscription where ") + condition);
    if (wasRuled)
      m_rule.emplace();
    return found;
  }

  std::unique_ptr<BillingHouse> m_house;
  std::unique_ptr<models::Connection> m_connection;
  std::unique_ptr<models::RunningWork> m_work;
  std::unique_ptr<ui::MainWindow> m_window;
  ui::OrganizationsPane *m_pane = nullptr;
  /// As the next start of the program has it; each lives as long as the window.
  [[nodiscard]] models::DraftStore &drafts() {
    m_drafts.push_back(std::make_unique<models::DraftStore>(m_folder->path(), u"book"_s));
    return *m_drafts.back();
  }
  [[nodiscard]] qsizetype kept() const; ///< drafts

  std::unique_ptr<QTemporaryDir> m_folder;
  std::vector<std::unique_ptr<models::DraftStore>> m_drafts;
  OrganizationId m_id;
  std::optional<store::NoDatabaseHere> m_rule; ///< no query on the GUI thread
};

void TestChangeSubscription::initTestCase() {
  new ui::ThemeManager(qobject_cast<QApplication *>(QCoreApplication::instance()));
  QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TestChangeSubscription::open(const models::Rights &rights) {
  cleanup();
  m_folder = std::make_unique<QTemporaryDir>();
  m_house = std::make_unique<BillingHouse>();
  m_id = m_house->organization();
  m_house->subscribe(m_id, u"starter"_s);
  m_house->runAll();
  m_house->clock.set(BillingHouse::start() + days(10));
  m_connection = std::make_unique<models::Connection>(m_house->test.settings(), m_house->clock,
                                                      u"test"_s, rights);
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
  QTRY_VERIFY(acts()->change()->isVisible());
  QTRY_VERIFY(m_connection->isConnected());
}

void TestChangeSubscription::cleanup() {
  m_window.reset();
  m_drafts.clear();
  m_work.reset();
  m_rule.reset();
  m_connection.reset();
  m_house.reset();
}

void TestChangeSubscription::anUpgradeIsSeenAndConfirmed() {
  auto *dialog = dialogOf(acts()->change());
  QVERIFY(dialog);
  QTRY_COMPARE(dialog->plan()->count(), 3);
  dialog->plan()->setFocus();
  QTest::keyClick(dialog->plan(), Qt::Key_P);
  QTRY_VERIFY(dialog->previewText().contains(u"Due now: $96.43"_s));
  QVERIFY(
      dialog->previewText().contains(u"Unused time, plan · 10 Feb 2026 to 27 Feb 2026: −$31.50"_s));
  QVERIFY(dialog->previewText().contains(u"Rest of the period, plan"_s));
  QVERIFY(dialog->previewText().contains(u"MRR: $49.00 → $199.00"_s));
  QVERIFY(dialog->previewText().contains(u"Next invoice, 28 Feb 2026: $199.00"_s));
  QVERIFY(!dialog->consequence().isEmpty());
  QTRY_VERIFY(dialog->confirmation()->isEnabled());
  QTest::keyClick(dialog, Qt::Key_Return); // an invoice is issued with it: not by Enter alone
  QTest::keyClick(dialog->confirmation(), Qt::Key_Return);
  QVERIFY(acts()->dialog() && !dialog->changer().isBusy());
  dialog->confirmation()->setFocus();
  QTest::keyClick(dialog->confirmation(), Qt::Key_Space);
  QTRY_VERIFY(!acts()->dialog());
  m_rule.reset();
  QCOMPARE(has("plan_id = 'professional'"), 1);
  QCOMPARE(m_house->number("select total from invoice where kind = 'change'"), 9643);
}

void TestChangeSubscription::whatChangesNothingCannotBeConfirmed() {
  auto *dialog = dialogOf(acts()->change());
  QTRY_COMPARE(dialog->plan()->count(), 3);
  QTest::qWait(400);
  QVERIFY(!dialog->confirmation()->isEnabled());
  QVERIFY(dialog->notice().isEmpty());
  dialog->seats()->setFocus();
  QTest::keyClick(dialog->seats(), Qt::Key_Up);
  QTRY_VERIFY(dialog->confirmation()->isEnabled());
  QTest::keyClick(dialog->seats(), Qt::Key_Down);
  QTRY_VERIFY(!dialog->confirmation()->isEnabled());
}

void TestChangeSubscription::aStalePictureShowsWhatDiffersAndComesAnew() {
  auto *dialog = dialogOf(acts()->change());
  QTRY_COMPARE(dialog->plan()->count(), 3);
  dialog->plan()->setFocus();
  QTest::keyClick(dialog->plan(), Qt::Key_P);
  QTRY_VERIFY(dialog->confirmation()->isEnabled());
  m_rule.reset();
  expect(billing::Corrections(m_house->worker.session, m_house->worker.business)
             .adjustBalance(m_id, Money(5000, *Currency::parse(u"USD"_s)), {}));
  m_rule.emplace();
  QTest::mouseClick(dialog->confirmation(), Qt::LeftButton);
  QTRY_VERIFY(dialog->notice().contains(u"the balance is then"_s) ||
              dialog->notice().contains(u"look at it again"_s));
  QTRY_VERIFY(dialog->previewText().contains(u"Paid from the balance: $50.00"_s));
  QVERIFY(!dialog->notice().isEmpty());
  QTRY_VERIFY(dialog->confirmation()->isEnabled());
  QTest::mouseClick(dialog->confirmation(), Qt::LeftButton);
  QTRY_VERIFY(!acts()->dialog());
  m_rule.reset();
  QCOMPARE(has("plan_id = 'professional'"), 1);
}

// As the business says, unless somebody says otherwise; at the end of a period nothing is left.
void TestChangeSubscription::howItIsProratedCanBeChosen() {
  auto *dialog = dialogOf(acts()->change());
  QTRY_COMPARE(dialog->plan()->count(), 3);
  QCOMPARE(dialog->proration()->currentText(), u"As usual: by the day"_s);
  dialog->plan()->setFocus();
  QTest::keyClick(dialog->plan(), Qt::Key_P);
  QTRY_VERIFY(dialog->previewText().contains(u"Due now: $96.43"_s));
  dialog->proration()->setFocus();
  QTest::keyClick(dialog->proration(), Qt::Key_End);
  QTRY_VERIFY(dialog->previewText().contains(u"Due now: nothing"_s));
  dialog->when()->setFocus();
  QTest::keyClick(dialog->when(), Qt::Key_Down);
  QVERIFY(!dialog->proration()->isEnabled());
  QTest::keyClick(dialog->when(), Qt::Key_Up);
  QTRY_VERIFY(dialog->confirmation()->isEnabled());
  QTest::keyClick(dialog, Qt::Key_Return);
  QTRY_VERIFY(!acts()->dialog());
  m_rule.reset();
  QCOMPARE(has("plan_id = 'professional'"), 1);
  QCOMPARE(m_house->number("select count(*) from invoice"), std::int64_t(1));
}

void TestChangeSubscription::whatIsScheduledIsShownAndTakenBack_data() {
  QTest::addColumn<bool>("byToast");
  QTest::newRow("by its button") << false;
  QTest::newRow("check11 by the toast") << true;
}

void TestChangeSubscription::whatIsScheduledIsShownAndTakenBack() {
  QFETCH(bool, byToast);
  auto *dialog = dialogOf(acts()->change());
  QTRY_COMPARE(dialog->plan()->count(), 3);
  dialog->plan()->setFocus();
  QTest::keyClick(dialog->plan(), Qt::Key_E);
  dialog->when()->setFocus();
  QTest::keyClick(dialog->when(), Qt::Key_Down);
  QTRY_VERIFY(dialog->previewText().contains(u"Due now: nothing"_s));
  QTRY_VERIFY(dialog->confirmation()->isEnabled());
  QVERIFY(dialog->consequence().contains(u"28 Feb 2026"_s));
  QTest::keyClick(dialog, Qt::Key_Return);
  QTRY_VERIFY(!acts()->dialog());
  m_pane->reload();
  QTRY_VERIFY(acts()->takeBack()->isVisible());
  acts()->takeBack()->setFocus();
  if (byToast)
    QTest::keyClick(acts()->takeBack(), Qt::Key_Z, Qt::ControlModifier);
  else
    QTest::keyClick(acts()->takeBack(), Qt::Key_Space);
  QTRY_COMPARE(has("scheduled_action = ''"), 1);
  m_pane->reload();
  QTRY_VERIFY(!acts()->takeBack()->isVisible());
}

void TestChangeSubscription::anEndMayCreditTheRemainingDays() {
  auto *dialog = dialogOf(acts()->end());
  QVERIFY(dialog);
  QTRY_VERIFY(dialog->previewText().contains(u"Due now: nothing"_s));
  QVERIFY(!dialog->credit()->isEnabled());
  dialog->when()->setFocus();
  QTest::keyClick(dialog->when(), Qt::Key_Up);
  QVERIFY(dialog->credit()->isEnabled());
  dialog->credit()->setFocus();
  QTest::keyClick(dialog->credit(), Qt::Key_Space);
  QTRY_VERIFY(dialog->previewText().contains(u"Credit note: $31.50"_s));
  QVERIFY(dialog->previewText().contains(u"Lowers what is open: $31.50"_s));
  QVERIFY(dialog->consequence().contains(u"cannot be undone"_s));
  QTRY_VERIFY(dialog->deliberate());
  QTest::keyClicks(dialog->deliberate(), u"One"_s);
  QTRY_VERIFY(dialog->confirmation()->isEnabled());
  dialog->confirmation()->setFocus();
  QTest::keyClick(dialog->confirmation(), Qt::Key_Space);
  QTRY_VERIFY(!acts()->dialog());
  m_rule.reset();
  QCOMPARE(has("status = 'cancelled'"), 1);
  QCOMPARE(m_house->number("select total from credit_note"), 3150);
}

void TestChangeSubscription::closedInTheMiddleNothingHappens() {
  auto *dialog = dialogOf(acts()->change());
  dialog->seats()->setFocus();
  for (int i = 0; i < 5; ++i)
    QTest::keyClick(dialog->seats(), Qt::Key_Up);
  QTest::keyClick(dialog, Qt::Key_Escape);
  QTRY_VERIFY(!acts()->dialog());
  QTest::qWait(300);
  m_rule.reset();
  QCOMPARE(has("seats = 1"), 1);
}

void TestChangeSubscription::whoMayNotIsToldWhoMay() {
  models::Rights rights;
  rights.groups = {u"support"_s};
  rights.mayChange = false;
  open(rights);
  for (const auto *button : {acts()->change(), acts()->pause(), acts()->end()}) {
    QTRY_VERIFY(!button->isEnabled());
    QVERIFY2(button->toolTip().contains(u"finance"_s), qPrintable(button->toolTip()));
  }
}

qsizetype TestChangeSubscription::kept() const {
  qsizetype files = 0;
  for (QDirIterator all(m_folder->path(), QDir::Files, QDirIterator::Subdirectories); all.hasNext();
       all.next())
    ++files;
  return files;
}

void TestChangeSubscription::check4_whatWasChosenIsThereAgain() {
  acts()->keepDraftsIn(drafts());
  auto *left = dialogOf(acts()->change());
  QTRY_COMPARE(left->plan()->count(), 3);
  left->plan()->setFocus();
  QTest::keyClick(left->plan(), Qt::Key_P);
  left->seats()->setFocus();
  QTest::keyClick(left->seats(), Qt::Key_A, Qt::ControlModifier);
  QTest::keyClicks(left->seats(), u"7"_s);
  left->when()->setFocus();
  QTest::keyClick(left->when(), Qt::Key_Down);
  QTRY_COMPARE(kept(), qsizetype(1));
  const auto lastChosen = [this] {
    const auto draft = QJsonDocument::fromJson(keptDrafts(m_folder->path()));
    return draft[u"fields"_s][u"when"_s][u"text"_s].toString();
  };
  QTRY_COMPARE(lastChosen(), u"1"_s);
  delete left; // nobody closed it
  acts()->keepDraftsIn(drafts());
  auto *dialog = dialogOf(acts()->change());
  QTRY_COMPARE(dialog->seats()->value(), 7);
  QCOMPARE(dialog->plan()->currentData().toString(), u"professional"_s);
  QCOMPARE(dialog->when()->currentIndex(), 1);
  QVERIFY(dialog->notice().contains(u"filled in again"_s));
  QTRY_VERIFY(dialog->confirmation()->isEnabled()); // what it comes to is previewed again
}

void TestChangeSubscription::check4_whatEndsItIsThereAgainButNotItsConfirmation() {
  acts()->keepDraftsIn(drafts());
  auto *left = dialogOf(acts()->end());
  left->when()->setFocus();
  QTest::keyClick(left->when(), Qt::Key_Up);
  QTest::mouseClick(left->credit(), Qt::LeftButton, {}, QPoint(8, left->credit()->height() / 2));
  QVERIFY(left->credit()->isChecked());
  QTRY_VERIFY(left->deliberate());
  QTest::keyClicks(left->deliberate(), u"One"_s);
  QTest::keyClick(left, Qt::Key_Escape); // by accident
  QTRY_VERIFY(!acts()->dialog());
  const auto *dialog = dialogOf(acts()->end());
  QTRY_VERIFY(dialog->credit()->isChecked());
  QCOMPARE(dialog->when()->currentIndex(), 0);
  QTRY_VERIFY(dialog->deliberate());
  QCOMPARE(dialog->deliberate()->text(), QString());
  QVERIFY(!dialog->confirmation()->isEnabled());
}

void TestChangeSubscription::check4_whatWasDoneOrGivenUpLeavesNone_data() {
  QTest::addColumn<QString>("how");
  QTest::newRow("done") << u"confirm"_s;
  QTest::newRow("given up") << u"cancel"_s;
  QTest::newRow("as it is again") << u"back"_s;
}

void TestChangeSubscription::check4_whatWasDoneOrGivenUpLeavesNone() {
  QFETCH(QString, how);
  acts()->keepDraftsIn(drafts());
  auto *dialog = dialogOf(acts()->change());
  QTRY_COMPARE(dialog->plan()->count(), 3);
  dialog->seats()->setFocus();
  QTest::keyClick(dialog->seats(), Qt::Key_Up);
  QTRY_COMPARE(kept(), qsizetype(1));
  QTRY_VERIFY(dialog->confirmation()->isEnabled());
  if (how == u"back") {
    QTest::keyClick(dialog->seats(), Qt::Key_Down);
  } else {
    auto *button = dialog->confirmation();
    for (auto *one : dialog->findChildren<QPushButton *>())
      if (how == u"cancel" && one->text() == u"Cancel")
        button = one;
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY(!acts()->dialog());
  }
  QTRY_COMPARE(kept(), qsizetype(0));
}

QTEST_MAIN(TestChangeSubscription)
#include "tst_change_subscription.moc"
