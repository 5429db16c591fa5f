// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/no_database_here.h"
#include "tests/services/billing/billing_house.h"
#include "ui/organizations/organization_detail.h"
#include "ui/organizations/organizations_pane.h"
#include "ui/organizations/subscription_acts.h"
#include "ui/organizations/subscription_tab.h"
#include "ui/shell/main_window.h"
#include "ui/theme/theme_manager.h"
#include "ui/widgets/toast.h"

#include <QApplication>
#include <QPushButton>

using namespace tenantry;
using namespace tenantry::tests;

/// SUB-6 in its window, by keys: a pause, and what leads back.
class TestPausing : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase() {
    new ui::ThemeManager(qApp);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
  }
  void check11_whatIsNotUndoneOffersTheWayBack();
};

namespace {

QString pauseToast(const ui::MainWindow &window) {
  for (const auto *toast : window.findChildren<ui::Toast *>())
    if (toast->isVisible()) {
      auto said = toast->accessibleName();
      for (const auto *button : toast->findChildren<QPushButton *>())
        said += u'|' + button->text();
      return said;
    }
  return {};
}

} // namespace

/// A pause credits 31.50 and a resume charges it: nothing is as if it never was, so nothing says
/// so.
void TestPausing::check11_whatIsNotUndoneOffersTheWayBack() {
  BillingHouse house;
  const auto id = house.organization();
  house.subscribe(id, u"starter"_s);
  house.runAll();
  house.clock.set(BillingHouse::start() + std::chrono::days(10));
  models::Connection connection(house.test.settings(), house.clock, u"test"_s);
  models::RunningWork work(connection);
  std::optional<store::NoDatabaseHere> rule; // no query on the GUI thread
  rule.emplace();
  ui::MainWindow window;
  auto *pane = new ui::OrganizationsPane(connection, work);
  window.addPane(pane);
  window.resize(1440, 900);
  window.open({ui::Place::Kind::Organization, id.toString(), u"subscription"_s, {}});
  window.show();
  window.activateWindow();
  QVERIFY(QTest::qWaitForWindowActive(&window));
  const auto *acts = pane->detail()->subscription()->acts();
  QTRY_VERIFY(acts->pause()->isEnabled());
  const auto press = [&](Qt::Key key, Qt::KeyboardModifiers modifiers) {
    QTest::keyClick(QApplication::focusWidget(), key, modifiers);
  };
  const auto confirm = [&] {
    auto *dialog = acts->dialog();
    QTRY_VERIFY(dialog->confirmation()->isEnabled());
    QVERIFY2(dialog->consequence().contains(u"What this issues is final"_s),
             qPrintable(dialog->consequence()));
    QVERIFY2(dialog->previewText().contains(u"$31.50"_s), qPrintable(dialog->previewText()));
    dialog->confirmation()->setFocus();
    QTest::keyClick(dialog->confirmation(), Qt::Key_Space);
    QTRY_VERIFY(!acts->dialog());
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    pane->detail()->takeFocus();
  };
  pane->detail()->takeFocus();
  press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
  QTRY_VERIFY(acts->dialog());
  confirm();
  QTRY_VERIFY(pauseToast(window).startsWith(u"Subscription paused"_s));
  QVERIFY2(pauseToast(window).contains(u"|Resume…"_s), qPrintable(pauseToast(window)));
  press(Qt::Key_Z, Qt::ControlModifier);
  QVERIFY(!acts->dialog()); // that undoes nothing
  press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
  QTRY_VERIFY(acts->dialog());
  confirm();
  QTRY_VERIFY(pauseToast(window).startsWith(u"Subscription resumed"_s));
  QVERIFY2(pauseToast(window).contains(u"|Pause…"_s), qPrintable(pauseToast(window)));
  QTRY_COMPARE(acts->pause()->text(), u"Pause…"_s);
  rule.reset();
  QCOMPARE(house.number("select count(*) from subscription where status = 'active'"), 1);
  QCOMPARE(house.number("select count(*) from credit_note"), 1);
}

QTEST_MAIN(TestPausing)
#include "tst_pausing.moc"
