// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/no_database_here.h"
#include "tests/services/billing/billing_house.h"
#include "ui/billing/invoices_pane.h"
#include "ui/lists/bulk_dialog.h"
#include "ui/lists/list_acts.h"
#include "ui/shell/main_window.h"
#include "ui/theme/theme_manager.h"
#include "ui/widgets/label.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/toast.h"

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QPushButton>

using namespace tenantry;
using namespace tenantry::tests;

/// What cannot be undone, in the console's window: three open invoices are written off.
class TestBulkWriteOff : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void check12ItNamesObjectCountAndConsequenceAndAsksForADeliberateAct();
};

void TestBulkWriteOff::check12ItNamesObjectCountAndConsequenceAndAsksForADeliberateAct() {
  new ui::ThemeManager(qApp);
  QLocale::setDefault(QLocale(u"en_US"_s));
  BillingHouse house;
  for (int i = 0; i < 3; ++i)
    house.subscribe(house.organization());
  house.runAll();
  models::Connection connection(house.test.settings(u"finance"_s), house.clock, u"test"_s);
  models::RunningWork work(connection);
  std::optional<store::NoDatabaseHere> rule(std::in_place);
  ui::MainWindow window;
  auto *pane = new ui::InvoicesPane(connection, work);
  window.addPane(pane);
  window.open(pane->home());
  window.show();
  window.activateWindow();
  QVERIFY(QTest::qWaitForWindowActive(&window));
  QTRY_COMPARE(pane->table()->model()->rowCount(), 3);
  QTRY_VERIFY(connection.isConnected());
  pane->table()->setFocus();
  pane->records()->selection().selectAllMatching();
  QTest::keyClick(pane->table(), Qt::Key_W, Qt::ControlModifier | Qt::ShiftModifier);
  QTRY_VERIFY(pane->acts()->question());
  auto *question = pane->acts()->question();
  QTRY_VERIFY(question->text().contains(u"At stake"_s));
  QVERIFY2(question->text().contains(u"At stake: $597.00."_s), qPrintable(question->text()));
  const auto labels = question->findChildren<ui::Label *>();
  const auto says = [&](const QString &text) {
    return std::any_of(labels.begin(), labels.end(),
                       [&](const ui::Label *label) { return label->text().contains(text); });
  };
  QVERIFY(says(u"Write off 3 invoice(s)"_s) && says(u"is given up and booked as a loss"_s));
  QVERIFY(says(u"It cannot be undone. Type 3 to confirm."_s));
  QTest::keyClick(question, Qt::Key_Return);
  QVERIFY(pane->acts()->question() && !question->confirmation()->isEnabled());
  // A fourth comes while it is asked: three are written off, as it was said.
  rule.reset();
  house.subscribe(house.organization());
  house.runAll();
  rule.emplace();
  QTest::keyClicks(question->deliberate(), u"3"_s);
  QTRY_VERIFY(question->confirmation()->isEnabled());
  QTest::keyClick(question, Qt::Key_Return);
  QTRY_VERIFY(window.findChild<ui::Toast *>());
  QCOMPARE(window.findChild<ui::Toast *>()->accessibleName(),
           u"3 invoice(s) written off, 1 came since and was left as it is"_s);
  QVERIFY(!pane->acts()->undo()->isEnabled());
  rule.reset();
  QCOMPARE(house.number("select count(*) from invoice where status = 'uncollectible'"),
           std::int64_t(3));
}

QTEST_MAIN(TestBulkWriteOff)
#include "tst_bulk_write_off.moc"
