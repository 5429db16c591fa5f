// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/credits.h"
#include "tests/services/api/portal_house.h"
#include "tests/support/gui_main.h"
#include "tests/support/lock_waits.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QTest>
#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/spdlog.h>
#include <sstream>
#include <thread>

using namespace tenantry;
using namespace tenantry::tests;
using organizations::LinkPurpose;

/// PORTAL-2: what customers see behind their links, and what nobody else does.
class TestPortal : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void anInvoicesLinkShowsIt();
  void theAccountsLinkShowsAllInvoices();
  void theAccountsLinkShowsCreditNotes();
  void pagesAreInTheCustomersLanguage();
  void everyWrongLinkHasTheSameAnswer();
  void oneCustomersLinkShowsNothingOfAnother();
  void draftsAreNotShown();
  void namesAreText();
  void thePaperIsWhatWasKept();
  void pagesAllowABrowserNoMoreThanTheyNeed();
  void theLogHasNoLinks();
  void aDatabaseOutOfReachIsSaid();
  void tooMuchToDoIsSaidAtOnce();
};

void TestPortal::anInvoicesLinkShowsIt() {
  PortalHouse house(u"succeeds"_s);
  const auto page = house.get(house.invoicePath());
  QCOMPARE(page.status, 200);
  QVERIFY(page.body.contains("<html lang=\"en\">"));
  QVERIFY(page.body.contains(house.latest().number.toUtf8()));
  QVERIFY(page.body.contains("$199.00"));
  QVERIFY(page.body.contains("Pay $199.00 now"));
  const auto issuer = expect(house.worker.business.current(house.worker.session))
                          ->business.issuer.legalName.toHtmlEscaped()
                          .toUtf8();
  QTRY_VERIFY(house.get(house.invoicePath()).body.contains(issuer));
}

void TestPortal::theAccountsLinkShowsAllInvoices() {
  PortalHouse house(u"succeeds"_s);
  const auto path = house.accountPath();
  const auto page = house.get(path);
  QCOMPARE(page.status, 200);
  QVERIFY(page.body.contains(house.latest().number.toUtf8()));
  QVERIFY(page.body.contains("You pay by: Card"));
  const auto invoice = path + "/invoice/" + house.invoice.toString().toLatin1();
  QVERIFY(page.body.contains("href=\"" + invoice + "\""));
  QVERIFY(page.body.contains("href=\"" + invoice + "/pdf\""));
  QCOMPARE(house.get(invoice).status, 200);
  QCOMPARE(house.pay(invoice).status, 303);
  QVERIFY(house.latest().status == billing::InvoiceStatus::Paid);
  const auto older = path + "?after=" + house.invoice.toString().toLatin1();
  QVERIFY(!house.get(older).body.contains(house.latest().number.toUtf8()));
}

void TestPortal::theAccountsLinkShowsCreditNotes() {
  PortalHouse house(u"succeeds"_s);
  QVERIFY(!house.get(house.accountPath()).body.contains("Credit notes"));
  const auto note = expect(payments::Credits(house.worker.session, house.worker.business)
                               .act({house.customer, house.invoice, 1250, u"goodwill"_s, {}}));
  const auto path = house.accountPath();
  const auto page = house.get(path).body;
  QVERIFY(page.contains("Credit notes"));
  QVERIFY(page.contains(note.number.toUtf8()));
  QVERIFY(page.contains("$12.50"));
  const auto pdf = "/credit-note/" + note.id.toString().toLatin1() + "/pdf";
  QVERIFY(page.contains("href=\"" + path + pdf + "\""));
  const auto first = house.get(path + pdf);
  QCOMPARE(first.status, 200);
  QVERIFY(first.body.startsWith("%PDF-"));
  QVERIFY(first.head.contains("filename=\"" + note.number.toLatin1() + ".pdf\""));
  QCOMPARE(house.get(path + pdf).body, first.body);
  QCOMPARE(house.get(path + "/credit-note/x/pdf").status, 404);
  const auto other = house.organization();
  QCOMPARE(house.get("/account/" + house.token(LinkPurpose::Account, other) + pdf).status, 404);
  QVERIFY(!house.get(path + "?after=" + house.invoice.toString().toLatin1())
               .body.contains("Credit notes"));
}

void TestPortal::pagesAreInTheCustomersLanguage() {
  PortalHouse house(u"succeeds"_s);
  expect(house.worker.database->script(
      "update organization set language = 'de', address_country = 'DE'"));
  const auto page = house.get(house.invoicePath(), "Accept-Language: en\r\n");
  QVERIFY(page.body.contains("<html lang=\"de\">"));
  QVERIFY(page.body.contains("Rechnung"));
  QVERIFY(page.body.contains("199,00\u00a0$"));
  QVERIFY(house.get("/invoice/x", "Accept-Language: de\r\n")
              .body.contains("Dieser Link funktioniert nicht"));
}

void TestPortal::everyWrongLinkHasTheSameAnswer() {
  PortalHouse house(u"succeeds"_s);
  const auto invoice = house.token(LinkPurpose::Invoice);
  const auto account = house.token(LinkPurpose::Account);
  const auto dated = [](const Got &got) {
    const auto from = got.head.indexOf("Date:");
    return got.head.left(from) + got.head.mid(got.head.indexOf("\r\n", from) + 2) + got.body;
  };
  const auto wrong = dated(house.get("/invoice/x"));
  QVERIFY(wrong.contains("404"));
  QVERIFY(wrong.contains("This link does not work"));
  QByteArrayList paths{"/",
                       "/invoice/",
                       "/account/" + invoice,
                       "/invoice/" + account,
                       "/invoice/" + account + "/pdf",
                       "/account/" + account + "/invoice/x",
                       "/account/" + account + "/invoice/x/pdf",
                       "/account/" + invoice + "/invoice/" + house.invoice.toString().toLatin1()};
  for (qsizetype place = 0; place < invoice.size(); ++place) {
    auto changed = invoice;
    changed[place] = changed[place] == 'A' ? 'B' : 'A';
    paths.append("/invoice/" + changed);
  }
  for (const auto &path : paths)
    QCOMPARE(dated(house.get(path)), wrong);
  QCOMPARE(house.get("/invoice/" + invoice).status, 200);
  expect(organizations::CustomerLinks(house.worker.session).revokeAll(house.customer));
  QCOMPARE(dated(house.get("/invoice/" + invoice)), wrong);
  const auto ended = house.token(LinkPurpose::Account);
  QCOMPARE(house.get("/account/" + ended).status, 200);
  house.clock.set(house.clock.now() + std::chrono::hours(24));
  QCOMPARE(dated(house.get("/account/" + ended)), wrong);
}

void TestPortal::oneCustomersLinkShowsNothingOfAnother() {
  PortalHouse house(u"succeeds"_s);
  const auto other = house.organization();
  const auto path = "/account/" + house.token(LinkPurpose::Account, other);
  const auto account = house.get(path);
  QCOMPARE(account.status, 200);
  QVERIFY(!account.body.contains(house.latest().number.toUtf8()));
  const auto foreign = path + "/invoice/" + house.invoice.toString().toLatin1();
  QCOMPARE(house.get(foreign).status, 404);
  QCOMPARE(house.get(foreign + "/pdf").status, 404);
  const auto form = "word=" + api::formWord(path.mid(9)).toLatin1() + "&try=1&amount=19900";
  QCOMPARE(house.post(foreign + "/pay", form).status, 404);
  QCOMPARE(house.attempts().size(), 0U);
}

void TestPortal::draftsAreNotShown() {
  PortalHouse house(u"succeeds"_s);
  const auto path = house.accountPath();
  const auto owner = house.test.connect();
  expect(
      owner->script("set session_replication_role = replica; update invoice set status = 'draft', "
                    "number = null, finalized_at = null, issued_on = null, due_on = null"));
  QVERIFY(house.get(path).body.contains("There is no invoice yet"));
  const auto draft = path + "/invoice/" + house.invoice.toString().toLatin1();
  QCOMPARE(house.get(draft).status, 404);
  QCOMPARE(house.get(draft + "/pdf").status, 404);
  QCOMPARE(house.number("select count(*) from invoice_pdf"), 0);
}

void TestPortal::namesAreText() {
  PortalHouse house(u"succeeds"_s);
  expect(house.worker.database->script(
      "update organization set name = '<script>alert(1)</script>\"&'"));
  const auto page = house.get(house.accountPath()).body;
  QVERIFY(!page.contains("<script"));
  QVERIFY(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&amp;"));
}

void TestPortal::thePaperIsWhatWasKept() {
  PortalHouse house(u"succeeds"_s);
  const auto path = house.invoicePath() + "/pdf";
  const auto first = house.get(path);
  QCOMPARE(first.status, 200);
  QVERIFY(first.body.startsWith("%PDF-"));
  QVERIFY(first.head.contains("Content-Type: application/pdf\r\n"));
  QVERIFY(first.head.contains("filename=\"" + house.latest().number.toLatin1() + ".pdf\""));
  const auto kept = expect(house.worker.database->adHoc("select content from invoice_pdf"));
  QCOMPARE(first.body, kept[0].get<QByteArray>(0));
  QCOMPARE(house.get(path).body, first.body);
  QCOMPARE(
      house.get(house.accountPath() + "/invoice/" + house.invoice.toString().toLatin1() + "/pdf")
          .body,
      first.body);
}

void TestPortal::pagesAllowABrowserNoMoreThanTheyNeed() {
  const PortalHouse house;
  const auto page = house.get("/invoice/x");
  QVERIFY(page.head.contains("Content-Security-Policy: default-src 'none'; style-src 'self'; "
                             "form-action 'self'; base-uri 'none'; frame-ancestors 'none'\r\n"));
  QVERIFY(page.head.contains("Referrer-Policy: no-referrer\r\n"));
  QVERIFY(page.head.contains("Cache-Control: no-store\r\n"));
  QVERIFY(!page.body.contains("style=\""));
  const auto style = house.get("/style.css");
  QCOMPARE(style.status, 200);
  QVERIFY(style.head.contains("Content-Type: text/css"));
  QVERIFY(style.head.contains("Cache-Control: max-age=3600\r\n"));
  QCOMPARE(house
               .ask("POST /style.css HTTP/1.1\r\nHost: h\r\nContent-Length: 0\r\nConnection: "
                    "close\r\n\r\n")
               .status,
           405);
}

void TestPortal::theLogHasNoLinks() {
  PortalHouse house(u"succeeds"_s);
  const auto token = house.token(LinkPurpose::Invoice);
  std::ostringstream log;
  const auto kept = spdlog::default_logger();
  auto logger = std::make_shared<spdlog::logger>(
      "test", std::make_shared<spdlog::sinks::ostream_sink_mt>(log));
  logger->set_level(spdlog::level::trace);
  spdlog::set_default_logger(logger);
  expect(house.test.connect()->script("alter table organization rename column language to tongue"));
  QCOMPARE(house.get("/invoice/" + token).status, 503); // a mistake that is logged
  QCOMPARE(house.get("/invoice/" + token.toLower()).status, 404);
  house.server.stop();
  spdlog::set_default_logger(kept);
  QVERIFY(log.str().find("store.") != std::string::npos);
  QVERIFY(log.str().find(token.mid(22).toStdString()) == std::string::npos);
  QVERIFY(log.str().find("/invoice") == std::string::npos);
}

void TestPortal::aDatabaseOutOfReachIsSaid() {
  const VirtualClock clock(BillingHouse::start());
  api::Portal portal({u"postgresql:///none?host=/nonexistent"_s,
                      u"tenantry"_s,
                      {},
                      {},
                      scenarios::simulatorGateways()},
                     clock);
  http::Server server({}, portal.application(), clock);
  expect(server.start());
  const QByteArray rest = " HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n";
  QVERIFY(RawClient(server.port()).ask("GET /healthz" + rest).startsWith("HTTP/1.1 503"));
  const auto page = RawClient(server.port()).ask("GET /invoice/x" + rest);
  QVERIFY(page.startsWith("HTTP/1.1 503"));
  QVERIFY(page.contains("Retry-After: 5\r\n"));
  QVERIFY(page.contains("Please try again in a moment"));
  const PortalHouse house;
  QCOMPARE(house.get("/healthz").body, "ok\n");
}

void TestPortal::tooMuchToDoIsSaidAtOnce() {
  PortalHouse house(u"succeeds"_s, {1, 2});
  const auto path = house.invoicePath();
  QCOMPARE(house.get(path).status, 200);
  const auto blocker = house.test.connect();
  expect(blocker->script("begin; lock table organization in access exclusive mode"));
  std::atomic<int> served = 0;
  std::vector<std::thread> waiting;
  for (int i = 0; i < 2; ++i)
    waiting.emplace_back([&] { served += house.get(path).status == 200 ? 1 : 0; });
  const auto watcher = house.test.connect();
  QVERIFY(comesToLockWaits(*watcher, 1));
  QTest::qWait(300); // the other waits for its turn
  QElapsedTimer since;
  since.start();
  const auto refused = house.get(path);
  QCOMPARE(refused.status, 503);
  QVERIFY(refused.head.contains("Retry-After"));
  QVERIFY(since.elapsed() < 4000);
  QCOMPARE(house.get("/style.css").status, 200);
  expect(blocker->script("commit"));
  for (auto &thread : waiting)
    thread.join();
  QCOMPARE(served.load(), 2);
}

GUI_TEST_MAIN(TestPortal)
#include "tst_portal.moc"
