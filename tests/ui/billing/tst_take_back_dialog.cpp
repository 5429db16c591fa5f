// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/take_backs.h"
#include "tests/ui/panes/every_pane.h"
#include "ui/billing/invoice_offers.h"
#include "ui/forms/money_editor.h"
#include "ui/theme/theme_manager.h"
#include "ui/widgets/toast.h"
#include <QApplication>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

using namespace tenantry;
using namespace tenantry::tests;

namespace {

const auto takenFrom = u"INV-2026-000002"_s;

/// What is due of it.
std::int64_t dueOf(EveryPane &house) {
  std::int64_t due = 0;
  house.withoutRule(
      [&] { due = expect(house.house.worker.invoices().findByNumber(takenFrom)).amountDue(); });
  return due;
}

payments::PaymentId recordBy(EveryPane &house, std::int64_t amount) {
  const auto id = makeId<payments::PaymentId>(house.house.clock.now());
  house.withoutRule([&] {
    auto &worker = house.house.worker;
    const auto invoice = expect(worker.invoices().findByNumber(takenFrom));
    expect(payments::Transfers(worker.session, worker.business)
               .act({invoice.organization, invoice.id, Money(amount, invoice.currency), {}, id}));
  });
  return id;
}

} // namespace

/// What was recorded by hand and never came is taken back in the console (BILL-6, checks 11, 12).
class TestTakeBackDialog : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase() {
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    new ui::ThemeManager(qApp);
  }
  void check12_itIsTakenBackByTheNumber();
  void ofSeveralOneIsChosen();
  void check11_theToastTakesItBack();
  void onlyThoseTakeBackWhoMay_data();
  void onlyThoseTakeBackWhoMay();
};

void TestTakeBackDialog::check12_itIsTakenBackByTheNumber() {
  EveryPane house;
  const auto payment = recordBy(house, 5'000);
  QVERIFY(house.show(u"tenantry://invoice/"_s + takenFrom));
  auto *offer = house.invoices->offers()->takeBack();
  QTRY_VERIFY(offer->isEnabled());
  house.invoices->setFocus();
  QTest::keySequence(house.window.get(), offer->shortcut());
  QTRY_VERIFY(offer->dialog());
  QPointer<ui::MoneyDialog> dialog = offer->dialog();
  QVERIFY(QTest::qWaitForWindowActive(dialog));
  QTRY_VERIFY2(dialog->previewText().contains(u"INV-2026-000002 $199.00 due instead of $149.00"_s),
               qPrintable(dialog->previewText()));
  QVERIFY(!dialog->amount()->input()->isVisible() && !dialog->day());
  QTest::keyClicks(dialog->deliberate(), takenFrom);
  QVERIFY(!dialog->confirmation()->isEnabled()); // no reason yet
  QTest::keyClicks(dialog->text(), u"Typed twice"_s);
  QVERIFY(dialog->confirmation()->isEnabled());
  QTest::keyClick(dialog->deliberate(), Qt::Key_Return); // moves no money
  QVERIFY(dialog && dialog->isVisible());
  QTest::mouseClick(dialog->confirmation(), Qt::LeftButton);
  QTRY_VERIFY(!dialog);
  QTRY_VERIFY(house.lastToast().startsWith(u"Payment for INV-2026-000002 taken back"_s));
  QCOMPARE(dueOf(house), std::int64_t(19'900));
  QTRY_COMPARE(offer->toolTip(), u"No payment of it was recorded by hand"_s);
  house.asOther([&](store::Database &database) {
    QCOMPARE(expect(database.adHoc("select payload ->> 'payment', payload ->> 'reason' from event "
                                   "where type = 'payment.reversed'"))[0]
                 .get<QString>(0),
             payment.toString());
  });
}

void TestTakeBackDialog::ofSeveralOneIsChosen() {
  EveryPane house;
  recordBy(house, 5'000);
  recordBy(house, 1'100);
  QVERIFY(house.show(u"tenantry://invoice/"_s + takenFrom));
  auto *offer = house.invoices->offers()->takeBack();
  QTRY_VERIFY(offer->isEnabled());
  offer->trigger();
  const auto menu = [&]() -> QMenu * {
    for (auto *one : house.invoices->findChildren<QMenu *>())
      if (one->isVisible())
        return one;
    return nullptr;
  };
  QTRY_VERIFY(menu());
  QCOMPARE(menu()->actions().size(), 2);
  QVERIFY2(menu()->actions()[1]->text().startsWith(u"$50.00, "_s),
           qPrintable(menu()->actions()[1]->text()));
  menu()->actions()[1]->trigger();
  QTRY_VERIFY(offer->dialog());
  QTRY_VERIFY2(offer->dialog()->previewText().contains(u"$188.00 due instead of $138.00"_s),
               qPrintable(offer->dialog()->previewText()));
}

void TestTakeBackDialog::check11_theToastTakesItBack() {
  EveryPane house;
  QVERIFY(house.show(u"tenantry://invoice/"_s + takenFrom));
  auto *offer = house.invoices->offers()->receive();
  QTRY_VERIFY(offer->isEnabled());
  offer->trigger();
  QTRY_VERIFY(offer->dialog());
  QPointer<ui::MoneyDialog> dialog = offer->dialog();
  QTest::keyClicks(dialog->amount()->input()->focusProxy(), u"250"_s); // the rest to the balance
  QTRY_VERIFY(dialog->confirmation()->isEnabled());
  QTest::mouseClick(dialog->confirmation(), Qt::LeftButton);
  QTRY_VERIFY(!dialog);
  QTRY_COMPARE(dueOf(house), std::int64_t(0));
  QTRY_VERIFY(house.lastToast().startsWith(u"Payment recorded for INV-2026-000002"_s));
  house.window->activateWindow();
  QVERIFY(QTest::qWaitForWindowActive(house.window.get()));
  house.invoices->setFocus();
  QTest::keyClick(house.invoices, Qt::Key_Z, Qt::ControlModifier);
  QTRY_VERIFY(house.lastToast().startsWith(u"The payment is taken back"_s));
  QCOMPARE(dueOf(house), std::int64_t(19'900));
  QTRY_VERIFY(!house.invoices->offers()->takeBack()->isEnabled());
}

void TestTakeBackDialog::onlyThoseTakeBackWhoMay_data() {
  QTest::addColumn<QString>("group");
  QTest::addColumn<bool>("may");
  QTest::newRow("finance") << u"finance"_s << true;
  QTest::newRow("success") << u"success"_s << false;
}

void TestTakeBackDialog::onlyThoseTakeBackWhoMay() {
  QFETCH(QString, group);
  QFETCH(bool, may);
  EveryPane house(group);
  recordBy(house, 5'000);
  QVERIFY(house.show(u"tenantry://invoice/"_s + takenFrom));
  auto *offer = house.invoices->offers()->takeBack();
  if (!may) {
    QTRY_VERIFY(!offer->toolTip().isEmpty());
    QVERIFY(!offer->isEnabled());
    return;
  }
  QTRY_VERIFY(offer->isEnabled());
  offer->trigger();
  QTRY_VERIFY(offer->dialog());
  QPointer<ui::MoneyDialog> dialog = offer->dialog();
  QTest::keyClicks(dialog->deliberate(), takenFrom);
  QTest::keyClicks(dialog->text(), u"Typed twice"_s);
  QTRY_VERIFY(dialog->confirmation()->isEnabled());
  QTest::mouseClick(dialog->confirmation(), Qt::LeftButton);
  QTRY_VERIFY2(!dialog, qPrintable(dialog ? dialog->notice() : QString()));
  QCOMPARE(dueOf(house), std::int64_t(19'900));
}

QTEST_MAIN(TestTakeBackDialog)
#include "tst_take_back_dialog.moc"
