// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/voids.h"
#include "tests/ui/panes/every_pane.h"
#include "ui/billing/invoice_offers.h"
#include "ui/billing/line_row.h"
#include "ui/forms/money_editor.h"
#include "ui/theme/theme_manager.h"
#include "ui/widgets/toast.h"
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <algorithm>

using namespace tenantry;
using namespace tenantry::tests;

namespace {

billing::Invoice takeBack(EveryPane &house, const QString &number) {
  billing::Invoice invoice;
  house.withoutRule([&] {
    auto &worker = house.house.worker;
    invoice = expect(worker.invoices().findByNumber(number));
    expect(payments::Voids(worker.session, worker.business)
               .act({invoice.organization, invoice.id, u"Wrong address"_s}));
  });
  return invoice;
}

/// Whether the invoice's page says that something is due.
bool saysDue(const EveryPane &house) {
  const auto parts = house.invoices->findChildren<QWidget *>();
  return std::ranges::any_of(parts, [](const auto *part) {
    const auto *label = qobject_cast<const QLabel *>(part);
    return part->isVisible() && (part->accessibleName().startsWith(u"Amount due"_s) ||
                                 (label && label->text() == u"Amount due"_s));
  });
}

/// The row of the invoice's page that leads to another one.
ui::LineRow *linkTo(const EveryPane &house, const QString &name) {
  for (auto *row : house.invoices->findChildren<ui::LineRow *>())
    if (row->isVisible() && row->accessibleName() == name)
      return row;
  return nullptr;
}

} // namespace

/// A void invoice is issued again in the console (BILL-2, check 12).
class TestAgainDialog : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase() {
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    new ui::ThemeManager(qApp);
  }
  void check12_aVoidInvoiceIsIssuedAgainByItsNumber();
  void onlyThoseIssueAgainWhoMay_data();
  void onlyThoseIssueAgainWhoMay();
};

void TestAgainDialog::check12_aVoidInvoiceIsIssuedAgainByItsNumber() {
  EveryPane house;
  const auto number = u"INV-2026-000002"_s, made = u"INV-2026-000004"_s;
  QVERIFY(house.show(u"tenantry://invoice/"_s + number));
  auto *offer = house.invoices->offers()->again();
  QTRY_COMPARE(offer->toolTip(), u"Only a void invoice can be issued again"_s);
  QVERIFY(!offer->isEnabled());
  QTRY_VERIFY(saysDue(house));
  const auto voided = takeBack(house, number);
  QTest::keyClick(house.window.get(), Qt::Key_F5); // no worker brings news here
  QTRY_VERIFY(offer->isEnabled());
  QTRY_VERIFY(!saysDue(house));
  house.window->activateWindow();
  house.invoices->setFocus();
  QTest::keySequence(house.window.get(), offer->shortcut());
  QTRY_VERIFY(offer->dialog());
  QPointer<ui::MoneyDialog> dialog = offer->dialog();
  QVERIFY(QTest::qWaitForWindowActive(dialog));
  QTRY_VERIFY2(dialog->previewText().contains(u"Total $199.00"_s),
               qPrintable(dialog->previewText()));
  QVERIFY(!dialog->amount()->input()->isVisible() && !dialog->text()->isVisible());
  QTRY_VERIFY(dialog->deliberate()->hasFocus());
  QVERIFY(!dialog->confirmation()->isEnabled());
  QTest::keyClicks(dialog->deliberate(), number);
  QVERIFY(dialog->confirmation()->isEnabled());

  // The customer gets a balance meanwhile: that is shown before it is issued.
  house.withoutRule([&] {
    auto &worker = house.house.worker;
    expect(payments::BalanceAdjustments(worker.session, worker.business)
               .act({voided.organization, Money(1'000, voided.currency), u"Goodwill"_s,
                     QUuid::createUuid(), billing::ByHand::Adjusted}));
  });
  QTest::mouseClick(dialog->confirmation(), Qt::LeftButton);
  QTRY_VERIFY2(dialog && dialog->notice().contains(u"has changed since"_s),
               dialog ? qPrintable(dialog->notice()) : "issued as it was seen before");
  QTRY_VERIFY2(dialog->previewText().contains(u"Paid by the balance $10.00"_s),
               qPrintable(dialog->previewText()));
  QTRY_VERIFY(dialog->confirmation()->isEnabled());
  QTest::mouseClick(dialog->confirmation(), Qt::LeftButton);
  QTRY_VERIFY(!dialog);

  // What is said of it leads to the new one, and each leads to the other.
  QTRY_COMPARE(house.lastToast(), u"INV-2026-000002 is issued again, INV-2026-000004"_s);
  QTRY_VERIFY(linkTo(house, u"Issued again as "_s + made));
  QTRY_COMPARE(offer->toolTip(), u"It was issued again already"_s);
  for (auto *toast : house.window->findChildren<ui::Toast *>())
    if (toast->isVisible())
      Q_EMIT toast->otherTriggered();
  QTRY_VERIFY(linkTo(house, u"Again for "_s + number));
  QVERIFY(house.window->windowTitle().contains(made) || house.invoices->heading().contains(made));
  linkTo(house, u"Again for "_s + number)->click();
  QTRY_VERIFY(linkTo(house, u"Issued again as "_s + made));
  QVERIFY(house.invoices->heading().contains(number));
}

void TestAgainDialog::onlyThoseIssueAgainWhoMay_data() {
  QTest::addColumn<QString>("group");
  QTest::addColumn<bool>("may");
  QTest::newRow("finance") << u"finance"_s << true;
  QTest::newRow("success") << u"success"_s << true;
  QTest::newRow("support") << u"support"_s << false;
}

void TestAgainDialog::onlyThoseIssueAgainWhoMay() {
  QFETCH(QString, group);
  QFETCH(bool, may);
  EveryPane house(group);
  const auto number = u"INV-2026-000002"_s;
  takeBack(house, number);
  QVERIFY(house.show(u"tenantry://invoice/"_s + number));
  auto *offer = house.invoices->offers()->again();
  if (!may) {
    QTRY_VERIFY(!offer->toolTip().isEmpty());
    QVERIFY(!offer->isEnabled());
    return;
  }
  QTRY_VERIFY(offer->isEnabled());
  offer->trigger();
  QTRY_VERIFY(offer->dialog());
  QPointer<ui::MoneyDialog> dialog = offer->dialog();
  QTest::keyClicks(dialog->deliberate(), number);
  QTRY_VERIFY(dialog->confirmation()->isEnabled());
  QTest::mouseClick(dialog->confirmation(), Qt::LeftButton);
  QTRY_VERIFY2(!dialog, qPrintable(dialog ? dialog->notice() : QString()));
  QTRY_VERIFY(linkTo(house, u"Issued again as INV-2026-000004"_s));
}

QTEST_MAIN(TestAgainDialog)
#include "tst_again_dialog.moc"
