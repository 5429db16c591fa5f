// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/http/head_scanner.h"
#include "services/http/router.h"
#include "services/http/server.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::http;
using namespace Qt::StringLiterals;

/// The server's parts that need no socket: heads as they arrive, answers as they go, routes.
class TestHttpWords : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void aHeadIsFoundHoweverItArrives();
  void aHeadOfTheLargestSize();
  void anAnswerGoesOverTheWire();
  void whatAnAnswerSaysItselfStands();
  void aHeaderCannotBeSplit();
  void routesNameParts();
  void addressesAreRead_data();
  void addressesAreRead();
};

void TestHttpWords::aHeadIsFoundHoweverItArrives() {
  const std::string whole = "POST /a HTTP/1.1\r\nHost: h\r\n\r\nbody\n";
  for (std::size_t step = 1; step <= whole.size(); ++step) {
    HeadScanner scanner(1000);
    auto state = HeadScanner::State::Incomplete;
    for (auto size = step; state == HeadScanner::State::Incomplete; size += step)
      state = scanner.look(std::string_view(whole).substr(0, size));
    QCOMPARE(state, HeadScanner::State::Complete);
    QCOMPARE(scanner.size(), whole.size() - 5);
  }
}

void TestHttpWords::aHeadOfTheLargestSize() {
  const std::string whole = "GET / HTTP/1.1\r\nHost: h\r\n\r\n";
  QCOMPARE(HeadScanner(whole.size()).look(whole), HeadScanner::State::Complete);
  QCOMPARE(HeadScanner(whole.size() - 1).look(whole), HeadScanner::State::TooLarge);
}

void TestHttpWords::anAnswerGoesOverTheWire() {
  const auto head = headOf({404, "text/html", "four"}, {false, false},
                           Instant(std::chrono::seconds(784'111'777)));
  QVERIFY(head.startsWith("HTTP/1.1 404 Not Found\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\n"
                          "Content-Length: 4\r\nContent-Type: text/html\r\n"));
  QVERIFY(head.endsWith("\r\nConnection: close\r\n\r\n"));
  QVERIFY(!headOf({}, {false, true}, {}).contains("Connection"));
}

void TestHttpWords::whatAnAnswerSaysItselfStands() {
  const auto head =
      headOf({200, {}, {}, {{"cache-control", "max-age=60"}}}, {false, true}, Instant{});
  QVERIFY(head.contains("cache-control: max-age=60\r\n"));
  QCOMPARE(head.toLower().count("cache-control"), 1);
}

void TestHttpWords::aHeaderCannotBeSplit() {
  const auto head =
      headOf({303, {}, {}, {{"Location", "/x\r\nSet-Cookie: a=b"}}}, {false, true}, Instant{});
  QVERIFY(head.contains("Location: /x  Set-Cookie: a=b\r\n"));
}

void TestHttpWords::routesNameParts() {
  Router router;
  QByteArray seen;
  router.add(Method::Get, "/i/:token/pdf", 7,
             [&](const Call &call, const Answer &) { seen = call.parts.value("token"); });
  const auto statusAt = [&](Method method, const QByteArray &path) {
    int status = 0;
    router.handle({method, path}, [&](const Response &response) { status = response.status; });
    return status;
  };
  QCOMPARE(statusAt(Method::Get, "/i/abc/pdf"), 0);
  QCOMPARE(seen, "abc");
  QCOMPARE(statusAt(Method::Get, "/i//pdf"), 404);
  QCOMPARE(statusAt(Method::Get, "/i/abc/pdf/"), 404);
  QCOMPARE(statusAt(Method::Get, "/i/a/b/pdf"), 404);
  QCOMPARE(statusAt(Method::Post, "/i/abc/pdf"), 405);
  QCOMPARE(router.mostBody({Method::Get, "/i/abc/pdf"}), 7);
  QCOMPARE(router.mostBody({Method::Post, "/i/abc/pdf"}), 0);
  QCOMPARE(router.mostBody({Method::Get, "/"}), 0);
}

void TestHttpWords::addressesAreRead_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<QString>("address");
  QTest::addColumn<int>("port");
  QTest::newRow("IPv4") << u"127.0.0.1:8480"_s << u"127.0.0.1"_s << 8480;
  QTest::newRow("IPv6") << u"[::1]:80"_s << u"::1"_s << 80;
  QTest::newRow("IPv6 without brackets") << u"::1:80"_s << QString() << 0;
  QTest::newRow("no port") << u"127.0.0.1"_s << QString() << 0;
  QTest::newRow("no address") << u":80"_s << QString() << 0;
  QTest::newRow("too high a port") << u"127.0.0.1:70000"_s << QString() << 0;
  QTest::newRow("empty") << QString() << QString() << 0;
}

void TestHttpWords::addressesAreRead() {
  QFETCH(QString, text);
  QFETCH(QString, address);
  QFETCH(int, port);
  const auto read = parseAddress(text);
  QCOMPARE(read.has_value(), !address.isEmpty());
  if (!read) {
    QCOMPARE(read.error().code, u"http.address_invalid"_s);
    return;
  }
  QCOMPARE(read->address, address);
  QCOMPARE(int(read->port), port);
}

QTEST_GUILESS_MAIN(TestHttpWords)
#include "tst_http_words.moc"
