// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/browser/web_browser.h"
#include "tests/services/api/hosted_house.h"
#include "tests/services/api/portal_house.h"
#include "tests/support/gui_main.h"

#include <QDir>
#include <QTcpServer>

using namespace tenantry;
using namespace tenantry::tests;

/// PORTAL-2: customers' pages as a browser shows them, and what it is told is forbidden there.
class TestPortalBrowser : public QObject {
  Q_OBJECT

private:
  std::unique_ptr<WebBrowser> m_browser;

  void open(const http::Server &server, const QByteArray &path) {
    m_browser->open(u"http://127.0.0.1:%1"_s.arg(server.port()) + QString::fromLatin1(path));
  }
  [[nodiscard]] bool reads(const QString &words) {
    return WebBrowser::waitUntil([&] { return m_browser->text().contains(words); });
  }
  void look(const QString &name);

private Q_SLOTS:
  void initTestCase();
  void cleanupTestCase() { m_browser.reset(); }
  void cleanup();

  void anInvoiceIsReadAndPaidByKeys();
  void twoClicksPayOnce();
  void aRefusedCardIsSaid();
  void everyPageFitsASmallScreen();
  void aCardIsEnteredAtTheProvidersPage();
};

void TestPortalBrowser::initTestCase() {
  if (const auto why = WebBrowser::missing(); !why.isEmpty())
    QSKIP(qPrintable(why));
  m_browser = std::make_unique<WebBrowser>();
  QCOMPARE(m_browser->trouble(), QString());
}

void TestPortalBrowser::cleanup() {
  if (!m_browser)
    return;
  QCOMPARE(m_browser->complaints(), QStringList());
  QCOMPARE(m_browser->trouble(), QString());
}

/// A page on a small and on a large screen. Where TENANTRY_BROWSER_PICTURES names a folder, the
/// pictures are left there for a person to see.
void TestPortalBrowser::look(const QString &name) {
  const auto folder = qEnvironmentVariable("TENANTRY_BROWSER_PICTURES");
  for (const int width : {1280, 400}) {
    m_browser->resize(width, 800);
    QVERIFY2(!m_browser->scrollsSideways(), qPrintable(u"%1 at %2"_s.arg(name).arg(width)));
    if (folder.isEmpty())
      continue;
    QDir().mkpath(folder);
    QFile file(u"%1/%2-%3.png"_s.arg(folder, name).arg(width));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(m_browser->picture());
  }
}

void TestPortalBrowser::anInvoiceIsReadAndPaidByKeys() {
  PortalHouse house;
  open(house.server, house.invoicePath());
  const auto number = house.latest().number;
  QVERIFY(m_browser->title().contains(number));
  QVERIFY(reads(u"$199.00"_s));
  look(u"invoice-open"_s);
  QVERIFY(m_browser->tabTo(u"a[href$='/pdf']"_s));
  m_browser->press(QString(QChar(WebBrowser::enter)));
  QVERIFY(m_browser->download(number + u".pdf"_s).startsWith("%PDF-"));
  QVERIFY(m_browser->tabTo(u"#number"_s));
  m_browser->press(u"4242 4242 4242 4242"_s);
  m_browser->press(QString(QChar(WebBrowser::enter)));
  QVERIFY(reads(u"This invoice is paid"_s));
  look(u"invoice-paid"_s);
  QVERIFY(house.latest().status == billing::InvoiceStatus::Paid);
  m_browser->refresh(); // what was sent is not sent again
  QVERIFY(reads(u"This invoice is paid"_s));
  QCOMPARE(house.attempts().size(), 1U);
}

void TestPortalBrowser::twoClicksPayOnce() {
  PortalHouse house(u"succeeds"_s);
  open(house.server, house.invoicePath());
  look(u"invoice-with-method"_s);
  m_browser->click(u"button"_s, 2);
  QVERIFY(reads(u"This invoice is paid"_s));
  QCOMPARE(house.attempts().size(), 1U);
  QCOMPARE(house.number("select count(*) from simulator_charge"), 1);
}

void TestPortalBrowser::aRefusedCardIsSaid() {
  PortalHouse house(u"declines:insufficient_funds"_s);
  open(house.server, house.invoicePath());
  m_browser->click(u"button"_s);
  QVERIFY(reads(u"does not have enough money"_s));
  look(u"invoice-declined"_s);
  QVERIFY(m_browser->tabTo(u"#number"_s));
  m_browser->press(u"4111"_s + QChar(WebBrowser::enter));
  QVERIFY(reads(u"not one of the test numbers"_s));
  look(u"invoice-card-unknown"_s);
  // The browser says of an answer of 422 that it is one: of nothing else.
  const auto complaints = m_browser->complaints();
  for (const auto &each : complaints)
    QVERIFY2(each.contains(u"422"_s), qPrintable(each));
  QVERIFY(m_browser->tabTo(u"#number"_s));
  m_browser->press(u"4242424242424242"_s + QChar(WebBrowser::enter));
  QVERIFY(reads(u"This invoice is paid"_s));
}

void TestPortalBrowser::everyPageFitsASmallScreen() {
  PortalHouse house;
  for (const auto &[zone, name] : {std::pair(house.accountPath(), u"account"_s),
                                   std::pair(house.invoicePath(), u"invoice"_s)}) {
    open(house.server, zone);
    look(name);
  }
  open(house.server, house.accountPath());
  m_browser->click(u"tbody a"_s);
  QVERIFY(reads(u"Amount due"_s));
  m_browser->back();
  QVERIFY(reads(u"Invoices"_s));
  QCOMPARE(m_browser->complaints(), QStringList());
  open(house.server, "/account/nobody");
  QVERIFY(reads(u"This link does not work"_s));
  look(u"no-such-link"_s);
  static_cast<void>(m_browser->complaints()); // of the 404 itself
}

void TestPortalBrowser::aCardIsEnteredAtTheProvidersPage() {
  QTcpServer free;
  QVERIFY(free.listen(QHostAddress::LocalHost));
  const auto port = free.serverPort();
  free.close();
  HostedHouse house(port);
  house.enter();
  open(house.server, house.path);
  look(u"account-hosted"_s);
  m_browser->click(u"form button"_s, 2);
  QVERIFY(reads(u"Stand-in for Stripe"_s));
  m_browser->back(); // as who thinks better of it, and worse again
  QVERIFY(reads(u"Set up a payment method at Stripe"_s));
  m_browser->click(u"form button"_s);
  QVERIFY(reads(u"Stand-in for Stripe"_s));
  QCOMPARE(house.newSessions().size(), 1U);
  QVERIFY(m_browser->tabTo(u"#card"_s));
  m_browser->press(u"4242424242424242"_s + QChar(WebBrowser::enter));
  QVERIFY(reads(u"as soon as Stripe has confirmed it"_s));
  QVERIFY(m_browser->url().contains(u"/return/"_s));
  look(u"return-open"_s);
  QCOMPARE(house.tell(house.stripe.events().back()).status, 200);
  house.work();
  m_browser->refresh();
  QVERIFY(reads(u"Visa ending in 4242, valid until 08/2030"_s));
  look(u"return-done"_s);
  QVERIFY(house.debt().status == billing::InvoiceStatus::Paid);
  open(house.server, house.path);
  QVERIFY(reads(u"Visa ending in 4242"_s));
  look(u"account-hosted-method"_s);
}

GUI_TEST_MAIN(TestPortalBrowser)
#include "tst_portal_browser.moc"
