// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/holds.h"
#include "tests/ui/panes/every_pane.h"
#include "ui/forms/money_editor.h"
#include "ui/organizations/charge_line.h"
#include "ui/organizations/invoices_tab.h"
#include "ui/organizations/organization_detail.h"
#include "ui/theme/theme_manager.h"
#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace tenantry;
using namespace tenantry::tests;

/// BILL-1: what is sold once is charged in the record of its organization, by key and mouse.
class TestChargeDialog : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase() {
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    new ui::ThemeManager(qApp);
  }
  void BILL_1_linesComeToAnInvoice();
  void BILL_1_aLostAnswerIssuesNoSecondOne();
  void BILL_1_whatChangedMeanwhileIsShownBeforeItIsIssued();
  void aWrongLineSaysWhichItIs_data();
  void aWrongLineSaysWhichItIs();
  void linesAreTakenAway();
  void check4_whatWasTypedIsThereAgain();
  void check14_whoMayNotIsToldWhoMay();

private:
  static ui::ChargeDialog *open(EveryPane &house);
  static void type(const ui::ChargeLine *line, const QString &what, const QString &quantity,
                   const QString &price);
  static std::int64_t oneOffs(EveryPane &house) {
    std::int64_t count = -1;
    house.asOther([&](store::Database &database) {
      count = expect(database.adHoc("select count(*) from invoice where kind = 'one_off'"))[0]
                  .get<std::int64_t>(0);
    });
    return count;
  }
};

/// Ctrl+Shift+B, in the record.
ui::ChargeDialog *TestChargeDialog::open(EveryPane &house) {
  const auto *tab = house.customers->detail()->invoices();
  if (!house.show(house.organization(u"invoices"_s)) ||
      !QTest::qWaitFor([&] { return tab->charging()->isEnabled(); }, 20'000))
    return nullptr;
  QTest::keyClick(house.window.get(), Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
  return QTest::qWaitFor([&] { return tab->dialog() && tab->dialog()->isVisible(); }, 20'000)
             ? tab->dialog()
             : nullptr;
}

void TestChargeDialog::type(const ui::ChargeLine *line, const QString &what,
                            const QString &quantity, const QString &price) {
  QTest::keyClicks(line->description(), what);
  line->quantity()->selectAll();
  QTest::keyClicks(line->quantity(), quantity);
  QTest::keyClicks(line->price()->input()->focusProxy(), price);
}

void TestChargeDialog::BILL_1_linesComeToAnInvoice() {
  EveryPane house;
  QPointer dialog = open(house);
  QVERIFY(dialog);
  QVERIFY(!dialog->confirmation()->isEnabled());
  type(dialog->lines().front(), u"Set-up"_s, u"2"_s, u"250"_s);
  QTest::mouseClick(dialog->adding(), Qt::LeftButton);
  QTRY_COMPARE(dialog->focusWidget(), dialog->lines().back()->description());
  type(dialog->lines().back(), u"Training"_s, u"1.5"_s, u"99.99"_s);
  QTRY_COMPARE(dialog->previewText(), u"Set-up $500.00\nTraining $149.99\nTotal $649.99"_s);
  QTest::keyClick(dialog->lines().back()->description(), Qt::Key_Return);
  QVERIFY(dialog->isVisible());
  QCOMPARE(oneOffs(house), std::int64_t(0));
  QTest::mouseClick(dialog->confirmation(), Qt::LeftButton);
  QTest::mouseClick(dialog->confirmation(), Qt::LeftButton);
  QTRY_VERIFY(!dialog);
  QCOMPARE(oneOffs(house), std::int64_t(1));
  QTRY_VERIFY(!house.customers->detail()->lastInvoice().endsWith(u"1"_s)); // it is in the list
}

void TestChargeDialog::BILL_1_aLostAnswerIssuesNoSecondOne() {
  EveryPane house;
  models::ChargeAct act(*house.connection, house.organizations.front(), *Currency::parse(u"USD"_s));
  QVERIFY(house.show(house.organization(u"invoices"_s)));
  const std::vector<billing::OneOffLine> lines{{u"Set-up"_s, Rational(1), Rational(50'000)}};
  QSignalSpy done(&act, &models::ChargeAct::done), refused(&act, &models::ChargeAct::refused);
  act.preview(lines);
  QTRY_VERIFY(act.shown());
  act.confirm();
  house.cutOff(true); // whether it was issued is not known here
  QTRY_VERIFY(!act.isBusy());
  QTRY_VERIFY(!house.connection->isConnected());
  house.cutOff(false);
  QTRY_VERIFY_WITH_TIMEOUT(house.connection->isConnected(), 20'000);
  if (done.isEmpty()) {
    act.preview(lines);
    QTRY_VERIFY(act.shown() || !done.isEmpty());
    act.confirm();
  }
  QTRY_COMPARE(done.size(), 1);
  QVERIFY(done.front().front().toString().startsWith(u"INV-"_s));
  QCOMPARE(oneOffs(house), std::int64_t(1));
}

void TestChargeDialog::BILL_1_whatChangedMeanwhileIsShownBeforeItIsIssued() {
  EveryPane house;
  QPointer dialog = open(house);
  QVERIFY(dialog);
  type(dialog->lines().front(), u"Set-up"_s, u"1"_s, u"500"_s);
  QTRY_VERIFY(dialog->confirmation()->isEnabled());
  house.withoutRule([&] {
    QVERIFY(expect(billing::Holds(house.house.worker.session)
                       .holdOrganization(house.organizations.front(), u"Disputed"_s)));
  });
  QTest::mouseClick(dialog->confirmation(), Qt::LeftButton);
  QTRY_VERIFY2(dialog->notice().startsWith(u"It stays a draft"_s), qPrintable(dialog->notice()));
  QCOMPARE(oneOffs(house), std::int64_t(0));
  QTRY_VERIFY(dialog->confirmation()->isEnabled());
  QTest::mouseClick(dialog->confirmation(), Qt::LeftButton);
  QTRY_VERIFY(!dialog);
  QCOMPARE(oneOffs(house), std::int64_t(1));
}

void TestChargeDialog::aWrongLineSaysWhichItIs_data() {
  QTest::addColumn<QString>("quantity");
  QTest::addColumn<QString>("price");
  QTest::addColumn<QString>("says");
  QTest::newRow("letters") << u"many"_s << u"5"_s << u"Line 1 has a number"_s;
  QTest::newRow("no price") << u"1"_s << QString() << u"Line 1 has a number"_s;
  QTest::newRow("nothing of it") << u"0"_s << u"5"_s << u"A line needs a text"_s;
  QTest::newRow("too exact") << u"1"_s << u"5.001"_s << u"Line 1 has a number"_s;
}

void TestChargeDialog::aWrongLineSaysWhichItIs() {
  QFETCH(QString, quantity);
  QFETCH(QString, price);
  QFETCH(QString, says);
  EveryPane house;
  const auto *dialog = open(house);
  QVERIFY(dialog);
  type(dialog->lines().front(), u"Set-up"_s, quantity, price);
  QVERIFY(!dialog->confirmation()->isEnabled());
  QVERIFY2(dialog->confirmation()->toolTip().startsWith(says),
           qPrintable(dialog->confirmation()->toolTip()));
}

void TestChargeDialog::linesAreTakenAway() {
  EveryPane house;
  const auto *dialog = open(house);
  QVERIFY(dialog);
  type(dialog->lines().front(), u"Set-up"_s, u"1"_s, u"5"_s);
  QTest::mouseClick(dialog->adding(), Qt::LeftButton);
  type(dialog->lines().back(), u"Training"_s, u"1"_s, u"7"_s);
  QTRY_VERIFY(dialog->previewText().endsWith(u"Total $12.00"_s));
  Q_EMIT dialog->lines().front()->removeRequested();
  QCOMPARE(dialog->lines().size(), 1);
  QTRY_COMPARE(dialog->previewText(), u"Training $7.00\nTotal $7.00"_s);
}

void TestChargeDialog::check4_whatWasTypedIsThereAgain() {
  const QTemporaryDir folder;
  models::DraftStore drafts(folder.path(), u"book"_s);
  EveryPane house;
  house.customers->keepDraftsIn(drafts);
  const auto *left = open(house);
  QVERIFY(left);
  type(left->lines().front(), u"Set-up"_s, u"2"_s, u"250"_s);
  QTest::mouseClick(left->adding(), Qt::LeftButton);
  type(left->lines().back(), u"Training"_s, u"3"_s, u"10"_s);
  delete left; // nobody closed it
  const auto *dialog = open(house);
  QVERIFY(dialog);
  QTRY_COMPARE(dialog->lines().size(), 2);
  QTRY_COMPARE(dialog->previewText(), u"Set-up $500.00\nTraining $30.00\nTotal $530.00"_s);
}

void TestChargeDialog::check14_whoMayNotIsToldWhoMay() {
  EveryPane house(u"support"_s);
  QVERIFY(house.show(house.organization(u"invoices"_s)));
  const auto *button = house.customers->detail()->invoices()->charging();
  QVERIFY(!button->isEnabled());
  QVERIFY2(button->toolTip().contains(u"finance"_s, Qt::CaseInsensitive),
           qPrintable(button->toolTip()));
}

QTEST_MAIN(TestChargeDialog)
#include "tst_charge_dialog.moc"
