// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/services/http/http_house.h"

#include <QElapsedTimer>
#include <QTest>

using namespace tenantry;
using namespace tenantry::tests;

/// The HTTP server over real sockets, as well-behaved clients and its own program treat it.
class TestHttpServer : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void answersAndKeepsTheConnection();
  void pipelinedRequestsAreAnsweredInOrder();
  void headIsGetWithoutItsBody();
  void everyAnswerAllowsNothing();
  void wellFormedOddRequestsAreServed_data();
  void wellFormedOddRequestsAreServed();
  void expectationsAreAnswered();
  void fiftyAtOnce();
  void slowWorkDoesNotBlockOthers();
  void aMistakeOfTheApplicationIsAnAnswer();
  void stoppingFinishesWhatRuns();
  void stoppingEndsInTimeWhateverRuns();
  void anAddressInUseIsSaid();
};

void TestHttpServer::answersAndKeepsTheConnection() {
  const HttpHouse house;
  RawClient client(house.server->port());
  for (int i = 0; i < 3; ++i) {
    client.send(hello);
    const auto answer = client.answer();
    QCOMPARE(statusOf(answer), 200);
    QCOMPARE(bodyOf(answer), "hello");
  }
  client.send("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\nabc");
  QCOMPARE(bodyOf(client.answer()), "abc");
  QVERIFY(client.isOpen());
  client.send("GET /hello HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
  QVERIFY(client.untilClosed().contains("Connection: close"));
}

void TestHttpServer::pipelinedRequestsAreAnsweredInOrder() {
  const HttpHouse house;
  QByteArray five;
  for (int i = 0; i < 4; ++i)
    five += "POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\n\r\n" + QByteArray::number(i);
  five += "GET /slow HTTP/1.1\r\nHost: h\r\n\r\n";
  five += "GET /hello HTTP/1.1\r\n" + host + lastly;
  RawClient client(house.server->port());
  client.send(five);
  QByteArrayList bodies;
  for (int i = 0; i < 6; ++i)
    bodies.append(bodyOf(client.answer()));
  QCOMPARE(bodies, (QByteArrayList{"0", "1", "2", "3", "slow", "hello"}));
}

void TestHttpServer::headIsGetWithoutItsBody() {
  const HttpHouse house;
  const auto answer = house.ask("HEAD /hello HTTP/1.1\r\n" + host + lastly);
  QCOMPARE(statusOf(answer), 200);
  QVERIFY(answer.contains("Content-Length: 5\r\n"));
  QCOMPARE(bodyOf(answer), "");
  const auto refused = house.ask("HEAD /echo HTTP/1.1\r\n" + host + lastly);
  QCOMPARE(statusOf(refused), 405);
  QVERIFY(refused.contains("Allow: POST\r\n"));
  QCOMPARE(bodyOf(refused), "");
}

void TestHttpServer::everyAnswerAllowsNothing() {
  const HttpHouse house;
  for (const auto &answer :
       {house.ask("GET /hello HTTP/1.1\r\n" + host + lastly),
        house.ask("GET /nothing HTTP/1.1\r\n" + host + lastly), house.ask("nonsense\r\n\r\n")}) {
    QVERIFY(answer.contains("Content-Security-Policy: default-src 'none'"));
    QVERIFY(answer.contains("X-Content-Type-Options: nosniff\r\n"));
    QVERIFY(answer.contains("X-Frame-Options: DENY\r\n"));
    QVERIFY(answer.contains("Referrer-Policy: no-referrer\r\n"));
    QVERIFY(answer.contains("Cache-Control: no-store\r\n"));
    QVERIFY(!answer.contains("Server:"));
  }
}

void TestHttpServer::wellFormedOddRequestsAreServed_data() {
  QTest::addColumn<QByteArray>("request");
  QTest::addColumn<int>("status");
  QTest::addColumn<QByteArray>("body");
  const QByteArray get = "GET /hello HTTP/1.1\r\n";
  const QByteArray post = "POST /echo HTTP/1.1\r\nHost: h\r\nConnection: close\r\n";
  QTest::newRow("a query") << "GET /hello?a=b HTTP/1.1\r\n" + host + lastly << 200
                           << QByteArray("hello");
  QTest::newRow("HTTP/1.0 without Host")
      << QByteArray("GET /hello HTTP/1.0\r\n\r\n") << 200 << QByteArray("hello");
  QTest::newRow("chunked") << post +
                                  "Transfer-Encoding: chunked\r\n\r\n2\r\nab\r\n1\r\nc\r\n0\r\n\r\n"
                           << 200 << QByteArray("abc");
  QTest::newRow("chunked with a trailer")
      << post + "Transfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\nX-T: t\r\n\r\n"
      << 200 << QByteArray("a");
  QTest::newRow("as much as is taken")
      << post + "Content-Length: 10000\r\n\r\n" + QByteArray(10'000, 'x') << 200
      << QByteArray(10'000, 'x');
  QTest::newRow("no body") << post + "Content-Length: 0\r\n\r\n" << 200 << QByteArray();
  QTest::newRow("a tab in a header")
      << get + host + "X-A: a\tb\r\n" + lastly << 200 << QByteArray("hello");
  QTest::newRow("names in upper case")
      << QByteArray("GET /hello HTTP/1.1\r\nHOST: h\r\nCONNECTION: close\r\n\r\n") << 200
      << QByteArray("hello");
  QTest::newRow("nowhere") << "GET /no HTTP/1.1\r\n" + host + lastly << 404
                           << QByteArray("There is nothing here.\n");
  QTest::newRow("the wrong method")
      << "POST /hello HTTP/1.1\r\n" + host + "Content-Length: 0\r\n" + lastly << 405
      << QByteArray("This cannot be done here.\n");
}

void TestHttpServer::wellFormedOddRequestsAreServed() {
  QFETCH(QByteArray, request);
  const HttpHouse house;
  const auto answer = house.ask(request);
  QTEST(statusOf(answer), "status");
  QTEST(bodyOf(answer), "body");
}

void TestHttpServer::expectationsAreAnswered() {
  const HttpHouse house;
  RawClient client(house.server->port());
  client.send(
      "POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n");
  QCOMPARE(statusOf(client.answer()), 100);
  client.send("abc");
  QCOMPARE(bodyOf(client.answer()), "abc");
  client.send(
      "POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 20000\r\nExpect: 100-continue\r\n\r\n");
  QCOMPARE(statusOf(client.untilClosed()), 413);
}

void TestHttpServer::fiftyAtOnce() {
  const HttpHouse house;
  std::atomic<int> good = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 50; ++i)
    threads.emplace_back([&, i] {
      RawClient client(house.server->port());
      for (int request = 0; request < 20; ++request) {
        const auto text = QByteArray::number(i * 100 + request);
        client.send("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: " +
                    QByteArray::number(text.size()) + "\r\n\r\n" + text);
        good += bodyOf(client.answer()) == text ? 1 : 0;
      }
    });
  for (auto &thread : threads)
    thread.join();
  QCOMPARE(good.load(), 1000);
}

void TestHttpServer::slowWorkDoesNotBlockOthers() {
  HttpHouse house;
  house.slowFor = 2s;
  std::vector<std::unique_ptr<RawClient>> waiting;
  for (int i = 0; i < 10; ++i) {
    waiting.push_back(std::make_unique<RawClient>(house.server->port()));
    waiting.back()->send("GET /slow HTTP/1.1\r\n" + host + lastly);
  }
  QTRY_COMPARE(house.slow.load(), 10);
  QElapsedTimer since;
  since.start();
  QCOMPARE(statusOf(house.ask("GET /hello HTTP/1.1\r\n" + host + lastly)), 200);
  QVERIFY(since.elapsed() < 1800);
  for (const auto &client : waiting)
    QCOMPARE(bodyOf(client->untilClosed()), "slow");
}

void TestHttpServer::aMistakeOfTheApplicationIsAnAnswer() {
  const HttpHouse house;
  const auto answer = house.ask("GET /mistake HTTP/1.1\r\n" + host + lastly);
  QCOMPARE(statusOf(answer), 500);
  QVERIFY(!bodyOf(answer).contains("a mistake"));
}

void TestHttpServer::stoppingFinishesWhatRuns() {
  HttpHouse house;
  house.slowFor = 500ms;
  RawClient running(house.server->port());
  running.send("GET /slow HTTP/1.1\r\n" + host + "\r\n");
  RawClient idle(house.server->port());
  idle.send(hello);
  QCOMPARE(statusOf(idle.answer()), 200);
  QTRY_COMPARE(house.slow.load(), 1);
  QElapsedTimer since;
  since.start();
  house.server->stop();
  QVERIFY(since.elapsed() < 4000);
  QCOMPARE(bodyOf(running.untilClosed()), "slow");
  QCOMPARE(idle.untilClosed(), "");
  QCOMPARE(house.ask(hello), "");
}

void TestHttpServer::stoppingEndsInTimeWhateverRuns() {
  auto limits = quick();
  limits.stop = 200ms;
  HttpHouse house(limits);
  house.slowFor = 3s;
  RawClient running(house.server->port());
  running.send("GET /slow HTTP/1.1\r\n" + host + "\r\n");
  QTRY_COMPARE(house.slow.load(), 1);
  QElapsedTimer since;
  since.start();
  house.server->stop();
  QVERIFY(since.elapsed() < 2500);
  QCOMPARE(running.untilClosed(), "");
}

void TestHttpServer::anAddressInUseIsSaid() {
  const HttpHouse house;
  Server second({u"127.0.0.1"_s, house.server->port()}, house.router.application(), house.clock);
  const auto started = second.start();
  QVERIFY(!started);
  QCOMPARE(started.error().code, u"http.listen"_s);
  Server nowhere({u"nowhere"_s, 0}, house.router.application(), house.clock);
  QCOMPARE(nowhere.start().error().code, u"http.address_invalid"_s);
}

QTEST_GUILESS_MAIN(TestHttpServer)
#include "tst_http_server.moc"
