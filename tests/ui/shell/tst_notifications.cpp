// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shell/console.h"
#include "ui/shell/notification_list.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/status_bar.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme_manager.h"
#include "ui/widgets/empty_state.h"
#include <QAbstractItemModelTester>
#include <QApplication>
#include <QListView>
#include <QPushButton>

using namespace tenantry;
using namespace tenantry::tests;
using namespace tenantry::ui;

/// What toasts said is kept behind the bell, with the way to where it was said.
class TestNotifications : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase() { (new ThemeManager(qApp))->setAppearance(Appearance::Light); }
  void toastsAreKeptWithTheirPlace();
  void theBellCountsWhatWasNotRead();
  void clearingLeavesThePictureOfNothing();
  void onlyTheLatestAreKept();
  void theFootOfTheSidebarSaysWhoWorksHere();
  void whatStandsAboveTheRowsEndsWithThem();
};

namespace {

ui::Place inBilling() { return {ui::Place::Kind::Billing, {}, {}, {}}; }

QPushButton *bellOf(Console &console) {
  for (auto *button : console.window->statusBar()->findChildren<QPushButton *>())
    if (button->accessibleName() == u"Notifications"_s)
      return button;
  return nullptr;
}

/// The keys that the list of keys names: G, then N.
NotificationList *openByKeys(Console &console) {
  QTest::keyClick(console.window.get(), Qt::Key_G);
  QTest::keyClick(console.window.get(), Qt::Key_N);
  return console.window->findChild<NotificationList *>();
}

} // namespace

void TestNotifications::toastsAreKeptWithTheirPlace() {
  Console console;
  QVERIFY(console.show());
  console.window->notify(u"14 organizations exported"_s, u"customers.csv"_s);
  console.window->open(inBilling());
  console.window->showError({u"invoice.not_open"_s, u"The invoice is paid already."_s});
  auto *list = openByKeys(console);
  QVERIFY(list);
  const auto *model = list->list()->model();
  QCOMPARE(model->rowCount(), 2);
  QCOMPARE(model->index(0, 0).data().toString(), u"The invoice is paid already."_s);
  QCOMPARE(model->index(1, 0).data(Notifications::WhereRole).toString(), u"customers.csv"_s);
  QVERIFY(model->index(1, 0).data(Notifications::AtRole).toTime().isValid());
  QVERIFY(!list->grab().isNull());
  // The older one was said in the organizations: Enter goes there.
  QTest::keyClick(list->list(), Qt::Key_Down);
  QTest::keyClick(list->list(), Qt::Key_Return);
  QCOMPARE(console.window->place().kind, ui::Place::Kind::Organizations);
  QTRY_VERIFY(!console.window->findChild<NotificationList *>());
}

void TestNotifications::theBellCountsWhatWasNotRead() {
  Console console;
  QVERIFY(console.show());
  auto *bell = bellOf(console);
  QVERIFY(bell);
  QVERIFY(bell->accessibleDescription().isEmpty());
  console.window->notify(u"One"_s, {});
  console.window->notify(u"Two"_s, {});
  QCOMPARE(console.window->notifications().unread(), 2);
  QVERIFY(bell->accessibleDescription().contains(u'2'));
  QTest::mouseClick(bell, Qt::LeftButton);
  auto *list = console.window->findChild<NotificationList *>();
  QVERIFY(list);
  QCOMPARE(console.window->notifications().unread(), 2); // still bold while one looks
  QTest::keyClick(list, Qt::Key_Escape);
  QCOMPARE(console.window->notifications().unread(), 0);
  QVERIFY(bell->accessibleDescription().isEmpty());
}

void TestNotifications::clearingLeavesThePictureOfNothing() {
  Console console;
  QVERIFY(console.show());
  console.window->notify(u"One"_s, {});
  auto *list = openByKeys(console);
  QVERIFY(list);
  QVERIFY(list->list()->isVisible());
  QTest::mouseClick(list->clearButton(), Qt::LeftButton);
  QCOMPARE(console.window->notifications().rowCount(), 0);
  QVERIFY(list->findChild<EmptyState *>()->isVisible());
  QVERIFY(!list->clearButton()->isEnabled());
  QVERIFY(!list->clearButton()->toolTip().isEmpty());
}

void TestNotifications::onlyTheLatestAreKept() {
  Notifications notifications;
  const QAbstractItemModelTester tester(&notifications);
  for (int i = 0; i < 120; ++i)
    notifications.add({QString::number(i), {}}, inBilling(), {});
  QCOMPARE(notifications.rowCount(), int(Notifications::mostKept));
  QCOMPARE(notifications.index(0).data().toString(), u"119"_s);
  notifications.markRead();
  QCOMPARE(notifications.unread(), 0);
  notifications.clear();
  QCOMPARE(notifications.rowCount(), 0);
}

void TestNotifications::theFootOfTheSidebarSaysWhoWorksHere() {
  Console console(u"finance"_s);
  QVERIFY(console.show());
  const auto login = console.connection().rights().login;
  QVERIFY(!login.isEmpty());
  auto *sidebar = console.window->sidebar();
  sidebar->setUser(login, u"finance"_s);
  QCoreApplication::processEvents();
  const auto widgets = sidebar->findChildren<QWidget *>();
  const auto box = std::find_if(widgets.begin(), widgets.end(), [&](const QWidget *widget) {
    return widget->accessibleName() == u"%1, finance"_s.arg(login);
  });
  QVERIFY(box != widgets.end());
  QVERIFY((*box)->isVisible());
  QCOMPARE((*box)->mapTo(sidebar, QPoint(0, (*box)->height())).y(), sidebar->height());
}

/// The title begins where what rows say does, and the button ends where that ends.
void TestNotifications::whatStandsAboveTheRowsEndsWithThem() {
  Console console;
  QVERIFY(console.show());
  console.window->notify(u"One"_s, {});
  auto *list = openByKeys(console);
  QVERIFY(list);
  QVERIFY(QTest::qWaitForWindowExposed(list));
  constexpr int ground = space::x1 + space::x3; // of a row, and what keeps its text from its edge
  const int left = list->list()->mapTo(list, QPoint(ground, 0)).x(),
            right = list->list()->mapTo(list, QPoint(list->list()->width() - ground, 0)).x();
  const auto *clear = list->clearButton();
  QCOMPARE(clear->mapTo(list, QPoint(clear->width(), 0)).x(), right);
  const auto labels = list->findChildren<Label *>();
  QCOMPARE(labels.front()->mapTo(list, QPoint()).x(), left);
}

QTEST_MAIN(TestNotifications)
#include "tst_notifications.moc"
