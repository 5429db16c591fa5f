// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/panes/every_pane.h"
#include "ui/billing/finalize_action.h"
#include "ui/forms/question_dialog.h"
#include "ui/organizations/organization_detail.h"
#include "ui/organizations/subscription_acts.h"
#include "ui/organizations/subscription_tab.h"
#include "ui/theme/theme_manager.h"
#include "ui/widgets/toast.h"
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>

using namespace tenantry;
using namespace tenantry::tests;

/// Check 12: what cannot be undone names object, count and consequence, and is confirmed by a
/// deliberate act; Enter alone does nothing.
class TestDeliberate : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase() {
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    new ui::ThemeManager(qApp);
  }
  void check12_aRunIsFinalizedByADeliberateAct();
  void check12_anEndAtOnceIsConfirmedByTheName();
};

void TestDeliberate::check12_aRunIsFinalizedByADeliberateAct() {
  EveryPane house;
  QVERIFY(house.show(house.today()));
  const auto *action = house.billing->findChild<ui::FinalizeAction *>();
  QTRY_VERIFY(action->button()->isEnabled());
  QTest::keyClick(house.billing->table(), Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
  QTRY_VERIFY(action->question());
  QPointer<ui::QuestionDialog> question = action->question();
  QVERIFY(QTest::qWaitForWindowActive(question));
  const auto text = question->text();
  QVERIFY2(text.contains(u"Finalize 3 invoice(s) up to 07 Mar 2026"_s), qPrintable(text));
  QVERIFY2(text.contains(u"Total: $597.00"_s), qPrintable(text));
  QVERIFY2(text.contains(u"only credited"_s), qPrintable(text));
  QTRY_VERIFY(question->deliberate()->hasFocus());
  const auto issued = [&house] {
    std::int64_t count = 0;
    house.asOther([&](store::Database &database) {
      count = (*database.adHoc("select count(*) from invoice"))[0].get<std::int64_t>(0);
    });
    return count;
  };
  QTest::keyClick(question->deliberate(), Qt::Key_Return);
  QTest::keyClicks(question->deliberate(), u"2"_s);
  QTest::keyClick(question->deliberate(), Qt::Key_Return);
  QTest::qWait(200);
  QVERIFY(question && question->isVisible());
  QCOMPARE(issued(), std::int64_t(3));
  QTest::keyClick(question->deliberate(), Qt::Key_Backspace);
  QTest::keyClicks(question->deliberate(), u"3"_s);
  QVERIFY(question->confirmation()->isEnabled());
  QTest::keyClick(question->deliberate(), Qt::Key_Return);
  QTRY_VERIFY(!question);
  QTRY_VERIFY(house.window->findChild<ui::Toast *>());
  QTRY_COMPARE(issued(), std::int64_t(6));
}

void TestDeliberate::check12_anEndAtOnceIsConfirmedByTheName() {
  EveryPane house;
  QVERIFY(house.show(u"subscription"_s));
  auto *acts = house.customers->findChild<ui::SubscriptionActs *>();
  QTRY_VERIFY(acts->end()->isEnabled());
  QTest::keyClick(house.customers->table(), Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
  QTRY_VERIFY(acts->dialog());
  QPointer<ui::ChangeDialog> dialog = acts->dialog();
  QTRY_VERIFY(
      dialog->confirmation()->isEnabled()); // at the end of the period: it can be taken back
  QVERIFY(!dialog->deliberate());
  dialog->when()->setFocus();
  QTest::keyClick(dialog->when(), Qt::Key_Up);
  QTRY_VERIFY(dialog->deliberate());
  QVERIFY2(dialog->consequence().contains(u"cannot be undone"_s),
           qPrintable(dialog->consequence()));
  QVERIFY(!dialog->confirmation()->isEnabled());
  QTest::keyClick(dialog, Qt::Key_Return);
  QTest::qWait(200);
  QVERIFY(dialog && dialog->isVisible());
  QTest::keyClicks(dialog->deliberate(), u"one"_s);
  QTRY_VERIFY(dialog->confirmation()->isEnabled());
  QTest::keyClick(dialog->deliberate(), Qt::Key_Return);
  QTRY_VERIFY(!dialog);
  std::int64_t ended = 0;
  house.asOther([&](store::Database &database) {
    ended = (*database.adHoc("select count(*) from subscription where status = 'cancelled'"))[0]
                .get<std::int64_t>(0);
  });
  QCOMPARE(ended, std::int64_t(1));
}

QTEST_MAIN(TestDeliberate)
#include "tst_deliberate.moc"
