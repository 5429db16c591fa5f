// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/panes/shared_panes.h"
#include "ui/lists/list_views.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/sidebar_roles.h"
#include "ui/theme/theme_manager.h"
#include <QApplication>
#include <QLabel>
#include <QListView>

using namespace tenantry;
using namespace tenantry::tests;

/// Check 19 of figures that stand in heads: of a list, of a card, of a view in the sidebar.
class TestExplainedHeads : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase() { new ui::ThemeManager(qApp); }
  void cleanupTestCase() { m_shared.reset(); }
  void check19_headsSayFormulaAndAsOf_data();
  void check19_headsSayFormulaAndAsOf();
  void check19_viewsInTheSidebarSayTheirs();

private:
  SharedPanes m_shared;
};

void TestExplainedHeads::check19_headsSayFormulaAndAsOf_data() {
  QTest::addColumn<QString>("link");
  QTest::addColumn<QString>("head");    // as it begins
  QTest::addColumn<QString>("formula"); // likewise
  QTest::newRow("organizations") << u"tenantry://organizations"_s << u"3"_s
                                 << u"All organizations. As of "_s;
  QTest::newRow("invoices") << u"tenantry://invoices"_s << u"3"_s
                            << u"All rows of this list. As of "_s;
  QTest::newRow("some invoices") << u"tenantry://invoices?filter=open"_s << u"3 of 3"_s
                                 << u"Rows of this list that match what is chosen. As of "_s;
  QTest::newRow("dunning") << u"tenantry://dunning"_s << u"0 case"_s
                           << u"All open cases, and what is due of their invoices. As of "_s;
  QTest::newRow("MRR") << u"tenantry://home"_s << u"MRR this month"_s
                       << u"What MRR was when the month began, and what moved it since: prices "
                          "per month, after discounts. As of "_s;
  QTest::newRow("last invoices")
      << u"today"_s << u"Last invoices"_s
      << u"Totals of the invoices before and of this one, taxes included. As of "_s;
}

void TestExplainedHeads::check19_headsSayFormulaAndAsOf() {
  QFETCH(QString, link);
  QFETCH(QString, head);
  QFETCH(QString, formula);
  auto &house = m_shared.get();
  QVERIFY(house.show(link));
  const auto saysSo = [&] {
    for (const auto *label : house.window->currentPane()->findChildren<QLabel *>())
      if (label->isVisible() && label->text().startsWith(head) &&
          label->toolTip().startsWith(formula) &&
          label->toolTip() == label->accessibleDescription())
        return true;
    return false;
  };
  QTRY_VERIFY(saysSo());
}

void TestExplainedHeads::check19_viewsInTheSidebarSayTheirs() {
  auto &house = m_shared.get();
  QVERIFY(house.show(u"tenantry://organizations?filter=active"_s));
  house.customers->views()->saveAs(u"Those who run"_s);
  const auto *rows = house.window->sidebar()->findChild<QListView *>()->model();
  const auto pin = [rows] {
    for (int row = 0; row < rows->rowCount(); ++row)
      if (rows->index(row, 0).data(ui::IsPinRole).toBool())
        return rows->index(row, 0);
    return QModelIndex();
  };
  QTRY_VERIFY(pin().isValid() && !pin().data(ui::CountRole).toString().isEmpty());
  const auto says = [pin] { return pin().data(Qt::AccessibleDescriptionRole).toString(); };
  QTRY_VERIFY2(says().startsWith(u"Rows that match this view. As of "_s), qPrintable(says()));
  QVERIFY(pin().data(Qt::ToolTipRole).toString().endsWith(says()));
}

QTEST_MAIN(TestExplainedHeads)
#include "tst_explained_heads.moc"
