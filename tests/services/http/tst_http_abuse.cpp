// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/services/http/http_house.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

using namespace tenantry;
using namespace tenantry::tests;

/// The HTTP server over real sockets, as careless and hostile clients treat it.
class TestHttpAbuse : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void badRequestsAreRefused_data();
  void badRequestsAreRefused();
  void aHundredMegabytesAreNotRead_data();
  void aHundredMegabytesAreNotRead();
  void slowClientsAreDroppedAndHealthyOnesServed_data();
  void slowClientsAreDroppedAndHealthyOnesServed();
  void whoDoesNotReadIsDropped();
  void moreConnectionsThanTheCapAreClosed();
};

namespace {

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

void TestHttpAbuse::badRequestsAreRefused_data() {
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

void TestHttpAbuse::badRequestsAreRefused() {
  QFETCH(QByteArray, request);
  QFETCH(QList<int>, statuses);
  const HttpHouse house;
  // Nothing of what follows is taken for a request.
  const auto answer = house.ask(request + hello);
  QVERIFY2(statuses.contains(statusOf(answer)), answer.left(200).constData());
  QCOMPARE(answer.count("HTTP/1.1 "), 1);
  QVERIFY(answer.contains("Connection: close\r\n"));
  QCOMPARE(statusOf(house.ask("GET /hello HTTP/1.1\r\n" + host + lastly)), 200);
}

void TestHttpAbuse::aHundredMegabytesAreNotRead_data() {
  QTest::addColumn<bool>("isChunked");
  QTest::newRow("announced") << false;
  QTest::newRow("chunked") << true;
}

void TestHttpAbuse::aHundredMegabytesAreNotRead() {
  QFETCH(bool, isChunked);
  const HttpHouse house;
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

void TestHttpAbuse::slowClientsAreDroppedAndHealthyOnesServed_data() {
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

void TestHttpAbuse::slowClientsAreDroppedAndHealthyOnesServed() {
  QFETCH(QByteArray, beginning);
  QFETCH(QByteArray, drop);
  const HttpHouse house(quick());
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
    QVERIFY(healthy.elapsed() < 3000);
    for (const auto &client : slow)
      if (!drop.isEmpty() && client->isOpen())
        client->send(drop);
    open = static_cast<std::size_t>(std::count_if(
        slow.begin(), slow.end(), [](const auto &client) { return client->isOpen(); }));
  }
  QCOMPARE(open, 0U);
  QVERIFY(since.elapsed() < 4000);
}

void TestHttpAbuse::whoDoesNotReadIsDropped() {
  const HttpHouse house(quick());
  RawClient client(house.server->port());
  client.send("GET /large HTTP/1.1\r\n" + host + lastly);
  QTest::qSleep(1500);
  const auto answer = client.untilClosed();
  QVERIFY(answer.size() < 64 << 20);
}

void TestHttpAbuse::moreConnectionsThanTheCapAreClosed() {
  auto limits = ServerLimits{};
  limits.connections = 5;
  const HttpHouse house(limits);
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

QTEST_GUILESS_MAIN(TestHttpAbuse)
#include "tst_http_abuse.moc"
