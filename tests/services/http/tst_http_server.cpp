// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/http/router.h"
#include "services/http/server.h"
#include "tests/services/http/raw_client.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>
#include <atomic>
#include <mutex>
#include <thread>

using namespace tenantry;
using namespace tenantry::http;
using namespace tenantry::tests;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

/// The HTTP server over real sockets, as clients that are well-behaved, careless and hostile treat
/// it.
class TestHttpServer : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void answersAndKeepsTheConnection();
  void pipelinedRequestsAreAnsweredInOrder();
  void headIsGetWithoutItsBody();
  void everyAnswerAllowsNothing();
  void badRequestsAreRefused_data();
  void badRequestsAreRefused();
  void wellFormedOddRequestsAreServed_data();
  void wellFormedOddRequestsAreServed();
  void aHundredMegabytesAreNotRead_data();
  void aHundredMegabytesAreNotRead();
  void expectationsAreAnswered();
  void slowClientsAreDroppedAndHealthyOnesServed_data();
  void slowClientsAreDroppedAndHealthyOnesServed();
  void whoDoesNotReadIsDropped();
  void fiftyAtOnce();
  void moreConnectionsThanTheCapAreClosed();
  void slowWorkDoesNotBlockOthers();
  void aMistakeOfTheApplicationIsAnAnswer();
  void stoppingFinishesWhatRuns();
  void stoppingEndsInTimeWhateverRuns();
  void anAddressInUseIsSaid();
};

namespace {

ServerLimits quick() {
  ServerLimits limits;
  limits.head = 300ms;
  limits.body = 600ms;
  limits.write = 400ms;
  limits.stop = 5s;
  return limits;
}

/// A server with a few routes, on a port of its own.
struct House {
  explicit House(const ServerLimits &limits = {}) {
    router.add(Method::Get, "/hello", 0, [](const Call &, const Answer &answer) {
      answer({200, "text/plain", "hello"});
    });
    router.add(Method::Post, "/echo", 10'000, [](const Call &call, const Answer &answer) {
      answer({200, "text/plain", call.request.body});
    });
    router.add(Method::Get, "/large", 0, [](const Call &, const Answer &answer) {
      answer({200, "text/plain", QByteArray(64 << 20, 'x')});
    });
    router.add(Method::Get, "/slow", 0, [this](const Call &, const Answer &answer) {
      ++slow;
      const std::lock_guard guard(mutex);
      later.emplace_back([this, answer] {
        std::this_thread::sleep_for(slowFor);
        answer({200, "text/plain", "slow"});
      });
    });
    router.add(Method::Get, "/mistake", 0,
               [](const Call &, const Answer &) { throw std::runtime_error("a mistake"); });
    server = std::make_unique<Server>(ServerOptions{u"127.0.0.1"_s, 0, 2, limits},
                                      router.application(), clock);
    const auto started = server->start();
    if (!started)
      qFatal("%s", qPrintable(started.error().toString()));
  }
  ~House() {
    server.reset();
    for (auto &thread : later)
      thread.join();
  }
  [[nodiscard]] QByteArray ask(const QByteArray &bytes) const {
    return RawClient(server->port()).ask(bytes);
  }

  SystemClock clock;
  Router router;
  std::mutex mutex;
  std::vector<std::thread> later;
  std::atomic<int> slow = 0;
  std::chrono::milliseconds slowFor = 300ms;
  std::unique_ptr<Server> server;
};

const QByteArray host = "Host: h\r\n";
const QByteArray lastly = "Connection: close\r\n\r\n";
const QByteArray hello = "GET /hello HTTP/1.1\r\nHost: h\r\n\r\n";

int statusOf(const QByteArray &answer) { return answer.mid(9, 3).toInt(); }
QByteArray bodyOf(const QByteArray &answer) { return answer.mid(answer.indexOf("\r\n\r\n") + 4); }

/// Kilobytes that this process has in memory.
qint64 residentKilobytes() {
  QFile status(u"/proc/self/status"_s);
  if (!status.open(QIODevice::ReadOnly))
    return 0;
  const auto text = status.readAll();
  const auto at = text.indexOf("VmRSS:");
  return text.mid(at + 6, text.indexOf("kB", at) - at - 6).trimmed().toLongLong();
}

} // namespace

void TestHttpServer::answersAndKeepsTheConnection() {
  const House house;
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
  const House house;
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
  const House house;
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
  const House house;
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

void TestHttpServer::badRequestsAreRefused_data() {
  QTest::addColumn<QByteArray>("request");
  QTest::addColumn<QList<int>>("statuses");
  const auto row = [](const char *name, const QByteArray &request, const QList<int> &statuses) {
    QTest::newRow(name) << request << statuses;
  };
  const QByteArray get = "GET /hello HTTP/1.1\r\n";
  const QByteArray post = "POST /echo HTTP/1.1\r\nHost: h\r\n";
  row("no Host", get + "\r\n", {400});
  row("two Hosts", get + host + host + "\r\n", {400});
  row("empty Host", get + "Host:\r\n\r\n", {400});
  row("a line goes on in the next", get + host + "X-A: b\r\n c\r\n\r\n", {400});
  row("a line goes on by a tab", get + host + "X-A: b\r\n\tc\r\n\r\n", {400});
  row("the first line goes on", get + " x\r\n" + host + "\r\n", {400});
  row("lower-case method", "get /hello HTTP/1.1\r\n" + host + "\r\n", {400});
  row("mixed-case method", "Get /hello HTTP/1.1\r\n" + host + "\r\n", {400, 501});
  row("unknown method", "BREW /hello HTTP/1.1\r\n" + host + "\r\n", {501});
  row("CONNECT", "CONNECT h:80 HTTP/1.1\r\n" + host + "\r\n", {400, 501});
  row("TRACE", "TRACE /hello HTTP/1.1\r\n" + host + "\r\n", {501});
  row("HTTP/9.9", "GET /hello HTTP/9.9\r\n" + host + "\r\n", {400, 505});
  row("HTTP/1.2", "GET /hello HTTP/1.2\r\n" + host + "\r\n", {400, 505});
  row("HTTP/2.0", "GET /hello HTTP/2.0\r\n" + host + "\r\n", {400, 505});
  row("HTTP/0.9", "GET /hello\r\n\r\n", {400, 505});
  row("HTTP/1.10", "GET /hello HTTP/1.10\r\n" + host + "\r\n", {400, 505});
  row("lower-case http", "GET /hello http/1.1\r\n" + host + "\r\n", {400, 505});
  row("preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", {400, 501, 505});
  row("CL and TE", post + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
      {400});
  row("TE and CL", post + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
      {400});
  row("TE xchunked and CL", post + "Transfer-Encoding: xchunked\r\nContent-Length: 3\r\n\r\nabc",
      {400, 501});
  row("TE xchunked", post + "Transfer-Encoding: xchunked\r\n\r\n", {400, 501});
  row("TE identity", post + "Transfer-Encoding: identity\r\n\r\n", {400, 501});
  row("TE gzip, chunked", post + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", {400, 501});
  row("TE twice",
      post + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
      {400, 501});
  row("TE in HTTP/1.0",
      "POST /echo HTTP/1.0\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", {400, 501});
  row("CL twice", post + "Content-Length: 3\r\nContent-Length: 3\r\n\r\nabc", {400});
  row("CL twice, different", post + "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd", {400});
  row("CL with a sign", post + "Content-Length: +3\r\n\r\nabc", {400});
  row("CL negative", post + "Content-Length: -1\r\n\r\n", {400});
  row("CL beyond 64 bits", post + "Content-Length: 99999999999999999999999\r\n\r\n", {400});
  row("CL of the largest", post + "Content-Length: 18446744073709551615\r\n\r\n", {400, 413});
  row("CL in hex", post + "Content-Length: 0x3\r\n\r\nabc", {400});
  row("a chunk of no size", post + "Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n", {400});
  row("a chunk of a huge size",
      post + "Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\nabc\r\n", {400, 413});
  row("a chunk longer than it says",
      post + "Transfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n0\r\n\r\n", {400});
  row("blank before the colon", get + host + "X-A : b\r\n\r\n", {400});
  row("a header without a colon", get + host + "X-A\r\n\r\n", {400});
  row("a header without a name", get + host + ": b\r\n\r\n", {400});
  row("NUL in a header", get + host + QByteArray("X-A: b\0c\r\n\r\n", 12), {400});
  row("NUL in the path", QByteArray("GET /he\0lo HTTP/1.1\r\n", 21) + host + "\r\n", {400});
  row("LF only", "GET /hello HTTP/1.1\nHost: h\n\n", {400});
  row("CR only", "GET /hello HTTP/1.1\rHost: h\r\r", {400});
  row("LF within", get + "Host: h\nX-A: b\r\n\r\n", {400});
  row("two blanks", "GET  /hello HTTP/1.1\r\n" + host + "\r\n", {400});
  row("an absolute target", "GET http://h/hello HTTP/1.1\r\n" + host + "\r\n", {400});
  row("an asterisk", "GET * HTTP/1.1\r\n" + host + "\r\n", {400});
  row("a fragment", "GET /hello#x HTTP/1.1\r\n" + host + "\r\n", {400});
  row("an empty line first", "\r\n" + get + host + "\r\n", {400});
  row("bytes of TLS", QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 15),
      {400});
  row("a megabyte in a header", get + host + "X-A: " + QByteArray(1 << 20, 'a') + "\r\n\r\n",
      {431});
  row("100,000 lines", get + host + QByteArray("X-A: b\r\n").repeated(100'000) + "\r\n", {431});
  row("101 short lines", get + host + QByteArray("A:b\r\n").repeated(101) + "\r\n", {431});
  row("100 kB of path", "GET /" + QByteArray(100'000, 'a') + " HTTP/1.1\r\n" + host + "\r\n",
      {431});
  row("an unknown expectation", post + "Content-Length: 1\r\nExpect: 200-ok\r\n\r\na", {417});
  row("a body where none is taken", get + host + "Content-Length: 3\r\n\r\nabc", {413});
  row("more body than is taken", post + "Content-Length: 10001\r\n\r\n", {413});
}

void TestHttpServer::badRequestsAreRefused() {
  QFETCH(QByteArray, request);
  QFETCH(QList<int>, statuses);
  const House house;
  // Nothing of what follows is taken for a request.
  const auto answer = house.ask(request + hello);
  QVERIFY2(statuses.contains(statusOf(answer)), answer.left(200).constData());
  QCOMPARE(answer.count("HTTP/1.1 "), 1);
  QVERIFY(answer.contains("Connection: close\r\n"));
  QCOMPARE(statusOf(house.ask("GET /hello HTTP/1.1\r\n" + host + lastly)), 200);
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
  const House house;
  const auto answer = house.ask(request);
  QTEST(statusOf(answer), "status");
  QTEST(bodyOf(answer), "body");
}

void TestHttpServer::aHundredMegabytesAreNotRead_data() {
  QTest::addColumn<bool>("isChunked");
  QTest::newRow("announced") << false;
  QTest::newRow("chunked") << true;
}

void TestHttpServer::aHundredMegabytesAreNotRead() {
  QFETCH(bool, isChunked);
  const House house;
  RawClient client(house.server->port());
  const auto before = residentKilobytes();
  client.send("POST /echo HTTP/1.1\r\nHost: h\r\n" +
              (isChunked ? QByteArray("Transfer-Encoding: chunked\r\n\r\n")
                         : QByteArray("Content-Length: 104857600\r\n\r\n")));
  const QByteArray chunk =
      (isChunked ? "2000\r\n" : "") + QByteArray(0x2000, 'x') + (isChunked ? "\r\n" : "");
  int sent = 0;
  while (sent < 12'800 && client.send(chunk))
    ++sent;
  QVERIFY2(sent < 2000, qPrintable(QString::number(sent)));
  QVERIFY(residentKilobytes() - before < 20'000);
  QCOMPARE(statusOf(client.untilClosed()), 413);
}

void TestHttpServer::expectationsAreAnswered() {
  const House house;
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

void TestHttpServer::slowClientsAreDroppedAndHealthyOnesServed_data() {
  QTest::addColumn<QByteArray>("beginning");
  QTest::addColumn<QByteArray>("drop");
  QTest::newRow("slow head") << QByteArray("GET /hello HTTP/1.1\r\nX-A: ") << QByteArray("a");
  QTest::newRow("slow body")
      << QByteArray("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 9000\r\n\r\n")
      << QByteArray("a");
  QTest::newRow("slow chunks")
      << QByteArray("POST /echo HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n")
      << QByteArray("1\r\na\r\n");
  QTest::newRow("idle") << QByteArray() << QByteArray();
  QTest::newRow("idle after a request") << hello << QByteArray();
}

void TestHttpServer::slowClientsAreDroppedAndHealthyOnesServed() {
  QFETCH(QByteArray, beginning);
  QFETCH(QByteArray, drop);
  const House house(quick());
  std::vector<std::unique_ptr<RawClient>> slow;
  for (int i = 0; i < 100; ++i) {
    slow.push_back(std::make_unique<RawClient>(house.server->port()));
    slow.back()->send(beginning);
  }
  QElapsedTimer since;
  since.start();
  auto open = slow.size();
  while (open > 0 && since.elapsed() < 5000) {
    QElapsedTimer healthy;
    healthy.start();
    QCOMPARE(statusOf(house.ask("GET /hello HTTP/1.1\r\n" + host + lastly)), 200);
    QVERIFY(healthy.elapsed() < 1000);
    for (const auto &client : slow)
      if (!drop.isEmpty() && client->isOpen())
        client->send(drop);
    open = static_cast<std::size_t>(std::count_if(
        slow.begin(), slow.end(), [](const auto &client) { return client->isOpen(); }));
  }
  QCOMPARE(open, 0U);
  QVERIFY(since.elapsed() < 4000);
}

void TestHttpServer::whoDoesNotReadIsDropped() {
  const House house(quick());
  RawClient client(house.server->port());
  client.send("GET /large HTTP/1.1\r\n" + host + lastly);
  QTest::qSleep(1500);
  const auto answer = client.untilClosed();
  QVERIFY(answer.size() < 64 << 20);
}

void TestHttpServer::fiftyAtOnce() {
  const House house;
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

void TestHttpServer::moreConnectionsThanTheCapAreClosed() {
  auto limits = ServerLimits{};
  limits.connections = 5;
  const House house(limits);
  std::vector<std::unique_ptr<RawClient>> clients;
  for (int i = 0; i < 5; ++i) {
    clients.push_back(std::make_unique<RawClient>(house.server->port()));
    clients.back()->send(hello);
    QCOMPARE(statusOf(clients.back()->answer()), 200);
  }
  QCOMPARE(house.ask(hello), "");
  clients.pop_back();
  bool isServed = false;
  QTRY_VERIFY(isServed ||
              (isServed = statusOf(house.ask("GET /hello HTTP/1.1\r\n" + host + lastly)) == 200));
}

void TestHttpServer::slowWorkDoesNotBlockOthers() {
  House house;
  house.slowFor = 1s;
  std::vector<std::unique_ptr<RawClient>> waiting;
  for (int i = 0; i < 10; ++i) {
    waiting.push_back(std::make_unique<RawClient>(house.server->port()));
    waiting.back()->send("GET /slow HTTP/1.1\r\n" + host + lastly);
  }
  QTRY_COMPARE(house.slow.load(), 10);
  QElapsedTimer since;
  since.start();
  QCOMPARE(statusOf(house.ask("GET /hello HTTP/1.1\r\n" + host + lastly)), 200);
  QVERIFY(since.elapsed() < 800);
  for (const auto &client : waiting)
    QCOMPARE(bodyOf(client->untilClosed()), "slow");
}

void TestHttpServer::aMistakeOfTheApplicationIsAnAnswer() {
  const House house;
  const auto answer = house.ask("GET /mistake HTTP/1.1\r\n" + host + lastly);
  QCOMPARE(statusOf(answer), 500);
  QVERIFY(!bodyOf(answer).contains("a mistake"));
}

void TestHttpServer::stoppingFinishesWhatRuns() {
  House house;
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
  House house(limits);
  house.slowFor = 2s;
  RawClient running(house.server->port());
  running.send("GET /slow HTTP/1.1\r\n" + host + "\r\n");
  QTRY_COMPARE(house.slow.load(), 1);
  QElapsedTimer since;
  since.start();
  house.server->stop();
  QVERIFY(since.elapsed() < 1500);
  QCOMPARE(running.untilClosed(), "");
}

void TestHttpServer::anAddressInUseIsSaid() {
  const House house;
  Server second({u"127.0.0.1"_s, house.server->port()}, house.router.application(), house.clock);
  const auto started = second.start();
  QVERIFY(!started);
  QCOMPARE(started.error().code, u"http.listen"_s);
  Server nowhere({u"nowhere"_s, 0}, house.router.application(), house.clock);
  QCOMPARE(nowhere.start().error().code, u"http.address_invalid"_s);
}

QTEST_GUILESS_MAIN(TestHttpServer)
#include "tst_http_server.moc"
