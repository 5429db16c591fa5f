// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/panes/every_pane.h"
#include "ui/home/figure_button.h"
#include "ui/shell/sidebar.h"
#include "ui/theme/theme_manager.h"
#include <QApplication>
#include <QLabel>
#include <QListView>

using namespace tenantry;
using namespace tenantry::tests;

/// What waits is counted in the sidebar before anybody looks (check 8).
class TestSidebarCounts : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase() { new ui::ThemeManager(qApp); }
  void check8_whatWaitsIsCountedBeforeOneLooks();
  void check8_theRunOfHomeIsCountedForBilling();

private:
  /// The row of that pane in the sidebar, as it is read out.
  static QString rowOf(const EveryPane &house, const QString &title);
};

QString TestSidebarCounts::rowOf(const EveryPane &house, const QString &title) {
  const auto *model = house.window->sidebar()->findChild<QListView *>()->model();
  for (int row = 0; row < model->rowCount(); ++row)
    if (const auto text = model->index(row, 0).data(Qt::AccessibleTextRole).toString();
        text.startsWith(title))
      return text;
  return {};
}

void TestSidebarCounts::check8_whatWaitsIsCountedBeforeOneLooks() {
  EveryPane house;
  auto suspended = house.customers->home();
  suspended.filter = u"suspended"_s;
  QVERIFY(house.show(suspended));
  QTRY_COMPARE(rowOf(house, u"Organizations"_s), u"Organizations 3"_s); // not those it shows
  const auto isSaid = [&house](const QString &text) {
    const auto labels = house.customers->findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [&text](const QLabel *label) {
      return label->isVisible() && label->text() == text;
    });
  };
  QTRY_VERIFY(isSaid(u"0 of 3"_s));
  QVERIFY(!isSaid(u"No organization chosen"_s)); // where there is none
  QTRY_COMPARE(rowOf(house, u"Ledger"_s), u"Ledger 2"_s);
  QTRY_COMPARE(rowOf(house, u"Subscriptions"_s), u"Subscriptions 3"_s);
  QTRY_COMPARE(rowOf(house, u"Matching"_s), u"Matching 0"_s);
  QTRY_COMPARE(rowOf(house, u"Invoices"_s), u"Invoices 3"_s); // overdue
  QVERIFY(house.show(house.today()));
  QTRY_COMPARE(rowOf(house, u"Billing"_s), u"Billing 0"_s);
  house.asOther([&](store::Database &database) {
    QVERIFY(database.script("set session_replication_role = replica; update invoice set status = "
                            "'paid', paid = total"));
    QVERIFY(database.adHoc("select pg_notify('tenantry_news', :ids)",
                           {{"ids", house.organizations.front().toString()}}));
  });
  QTRY_COMPARE(rowOf(house, u"Invoices"_s), u"Invoices 0"_s);
}

/// Until Billing has a run of its own.
void TestSidebarCounts::check8_theRunOfHomeIsCountedForBilling() {
  EveryPane house;
  QCOMPARE(rowOf(house, u"Billing"_s), QString()); // nothing was counted
  QVERIFY(house.show(house.home->home()));
  QTRY_VERIFY2(rowOf(house, u"Billing"_s).contains(u' '), "Home has computed the run");
  const auto counted = rowOf(house, u"Billing"_s).section(u' ', 1);
  const auto *run = house.home->figure(models::HomeFigure::Run);
  QTRY_VERIFY2(run->accessibleName().contains(counted + u" to review"_s),
               qPrintable(run->accessibleName()));
  auto later = house.today();
  later.day = *later.day + std::chrono::days(31);
  QVERIFY(house.show(later));
  QCOMPARE(rowOf(house, u"Billing"_s).section(u' ', 1), counted); // the same run, there
  QVERIFY(house.show(house.today()));
  const auto own = rowOf(house, u"Billing"_s);
  Q_EMIT house.home->runCounted(77);
  QCOMPARE(rowOf(house, u"Billing"_s), own);
}

QTEST_MAIN(TestSidebarCounts)
#include "tst_sidebar_counts.moc"
