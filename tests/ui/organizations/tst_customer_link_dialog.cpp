// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/organizations/customer_links.h"
#include "tests/ui/panes/every_pane.h"
#include "ui/billing/invoice_page.h"
#include "ui/forms/question_dialog.h"
#include "ui/organizations/invoices_tab.h"
#include "ui/organizations/link_act.h"
#include "ui/organizations/organization_detail.h"
#include "ui/theme/theme_manager.h"
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>

using namespace tenantry;
using namespace tenantry::tests;

/// PORTAL-2: customers are given links to their pages from their record and from an invoice.
class TestCustomerLinkDialog : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase() {
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    new ui::ThemeManager(qApp);
  }
  void PORTAL_2_aLinkLeadsToItsPage_data();
  void PORTAL_2_aLinkLeadsToItsPage();
  void anAddressThatIsNoneIsRefused();
  void theAddressIsThereTheNextTime();
  void PORTAL_2_allLinksEnd();
  void check22_aLostConnectionMakesNone();
  void check14_whoMayNotIsToldWhoMay();

private:
  static const ui::LinkAct *actOf(EveryPane &house, bool ofInvoice);
  static ui::CustomerLinkDialog *open(EveryPane &house, bool ofInvoice = false);
  static std::optional<organizations::CustomerLink> found(EveryPane &house, const QString &url);
};

/// Once its place is shown.
const ui::LinkAct *TestCustomerLinkDialog::actOf(EveryPane &house, bool ofInvoice) {
  if (!house.show(ofInvoice ? u"tenantry://invoice/INV-2026-000001"_s : u"invoices"_s))
    return nullptr;
  return ofInvoice ? house.invoices->findChild<ui::InvoicePage *>()->linking()
                   : house.customers->detail()->invoices()->linking();
}

/// Ctrl+Alt+L.
ui::CustomerLinkDialog *TestCustomerLinkDialog::open(EveryPane &house, bool ofInvoice) {
  const auto *act = actOf(house, ofInvoice);
  if (!act || !QTest::qWaitFor([&] { return act->button()->isEnabled(); }, 20'000))
    return nullptr;
  QTest::keyClick(house.window.get(), Qt::Key_L, Qt::ControlModifier | Qt::AltModifier);
  return QTest::qWaitFor([&] { return act->dialog() && act->dialog()->isVisible(); }, 20'000)
             ? act->dialog()
             : nullptr;
}

std::optional<organizations::CustomerLink> TestCustomerLinkDialog::found(EveryPane &house,
                                                                         const QString &url) {
  const auto token = url.section(u'/', -1).toLatin1();
  std::optional<organizations::CustomerLink> link;
  house.withoutRule([&] {
    auto &session = house.house.worker.session;
    link = expect(session.database.transaction(
        [&] { return organizations::CustomerLinks(session).find(token); }));
  });
  return link;
}

void TestCustomerLinkDialog::PORTAL_2_aLinkLeadsToItsPage_data() {
  QTest::addColumn<bool>("ofInvoice");
  QTest::addColumn<QString>("begins");
  QTest::newRow("all invoices") << false << u"https://pay.example.com/account/"_s;
  QTest::newRow("an invoice") << true << u"https://pay.example.com/invoice/"_s;
}

void TestCustomerLinkDialog::PORTAL_2_aLinkLeadsToItsPage() {
  QFETCH(bool, ofInvoice);
  QFETCH(QString, begins);
  EveryPane house;
  QPointer dialog = open(house, ofInvoice);
  QVERIFY(dialog);
  QCOMPARE(dialog->focusWidget(), dialog->address());
  QVERIFY(!dialog->confirmation()->isEnabled());
  QTest::keyClicks(dialog->address(), u"https://pay.example.com/"_s);
  dialog->days()->setValue(7);
  QTest::keyClick(dialog->address(), Qt::Key_Return);
  QTRY_VERIFY2(dialog->link().startsWith(begins), qPrintable(dialog->notice()));
  QCOMPARE(QGuiApplication::clipboard()->text(), dialog->link());
  const auto link = found(house, dialog->link());
  QVERIFY(link);
  QCOMPARE(link->invoice.has_value(), ofInvoice);
  QCOMPARE(link->expiresAt, house.house.clock.now() + std::chrono::days(7));
  QVERIFY(dialog->notice().contains(u"not shown again"_s));
  // What is asked for again is the same link: no second one.
  const auto first = dialog->link();
  QGuiApplication::clipboard()->clear();
  QTest::mouseClick(dialog->confirmation(), Qt::LeftButton);
  QCOMPARE(QGuiApplication::clipboard()->text(), first);
}

void TestCustomerLinkDialog::anAddressThatIsNoneIsRefused() {
  EveryPane house;
  const auto *dialog = open(house);
  QVERIFY(dialog);
  for (const auto *each : {"pay.example.com", "ftp://pay.example.com", "https://",
                           "https://pay.example.com/path", "https://pay.example.com?x=1"}) {
    dialog->address()->setText(QString::fromLatin1(each));
    QVERIFY2(!dialog->confirmation()->isEnabled(), each);
    QVERIFY2(dialog->confirmation()->toolTip().contains(u"like https://pay.example.com"_s), each);
  }
  dialog->address()->setText(u"https://pay.example.com"_s);
  QVERIFY(dialog->confirmation()->isEnabled());
}

void TestCustomerLinkDialog::theAddressIsThereTheNextTime() {
  const QTemporaryDir folder;
  models::DraftStore drafts(folder.path(), u"book"_s);
  EveryPane house;
  house.customers->keepDraftsIn(drafts);
  house.invoices->keepDraftsIn(drafts);
  QPointer first = open(house);
  QVERIFY(first);
  QTest::keyClicks(first->address(), u"https://pay.example.com"_s);
  QTest::keyClick(first->address(), Qt::Key_Return);
  QTRY_VERIFY(!first->link().isEmpty());
  first->reject();
  QTRY_VERIFY(!first);
  const auto *second = open(house, true); // of an invoice, too
  QVERIFY(second);
  QTRY_COMPARE(second->address()->text(), u"https://pay.example.com"_s);
  QVERIFY(second->link().isEmpty());
}

void TestCustomerLinkDialog::PORTAL_2_allLinksEnd() {
  EveryPane house;
  QPointer dialog = open(house);
  QVERIFY(dialog);
  QTest::keyClicks(dialog->address(), u"https://pay.example.com"_s);
  QTest::keyClick(dialog->address(), Qt::Key_Return);
  QTRY_VERIFY(!dialog->link().isEmpty());
  const auto url = dialog->link();
  QVERIFY(found(house, url));
  QTest::mouseClick(dialog->ending(), Qt::LeftButton);
  QTRY_VERIFY(dialog->question() && dialog->question()->isVisible());
  QVERIFY(found(house, url)); // nothing ends by being asked
  QTest::mouseClick(dialog->question()->confirmation(), Qt::LeftButton);
  QTRY_VERIFY(!dialog);
  QVERIFY(!found(house, url));
}

void TestCustomerLinkDialog::check22_aLostConnectionMakesNone() {
  EveryPane house;
  QPointer dialog = open(house);
  QVERIFY(dialog);
  QTest::keyClicks(dialog->address(), u"https://pay.example.com"_s);
  house.cutOff(true);
  QTest::keyClick(dialog->address(), Qt::Key_Return);
  QTRY_VERIFY(!dialog->notice().isEmpty());
  QVERIFY(dialog->link().isEmpty());
  QCOMPARE(dialog->address()->text(), u"https://pay.example.com"_s);
  QTRY_VERIFY(!house.connection->isConnected());
  house.cutOff(false);
  QTRY_VERIFY_WITH_TIMEOUT(house.connection->isConnected(), 20'000);
  QTest::keyClick(dialog->address(), Qt::Key_Return);
  QTRY_VERIFY(!dialog->link().isEmpty());
}

void TestCustomerLinkDialog::check14_whoMayNotIsToldWhoMay() {
  EveryPane house(u"support"_s);
  const auto *act = actOf(house, false);
  QVERIFY(act && !act->button()->isEnabled());
  QVERIFY2(act->button()->toolTip().contains(u"finance"_s, Qt::CaseInsensitive),
           qPrintable(act->button()->toolTip()));
}

QTEST_MAIN(TestCustomerLinkDialog)
#include "tst_customer_link_dialog.moc"
