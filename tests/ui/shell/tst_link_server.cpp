// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/link_server.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace Qt::StringLiterals;
using namespace tenantry;
using tenantry::ui::LinkServer;
using Role = LinkServer::Role;

/// Handing a link over to the console that is open already.
class TestLinkServer : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void init();
  void aSecondOneHandsOver();
  void withoutALinkItOnlyWakes();
  void anotherDatabaseIsAnotherOne();
  void oneThatWasKilledLeavesNoTrace();
  void oneThatHangsKeepsNobody();
  void whatIsNoLinkIsNotTaken_data();
  void whatIsNoLinkIsNotTaken();
  void onlyThisUserReachesIt();

private:
  /// As another process would, so that the first one's events are handled meanwhile.
  [[nodiscard]] static Role startElsewhere(const std::optional<ui::Place> &place);

  std::unique_ptr<QTemporaryDir> m_directory;
};

namespace {
const QString database = u"postgresql://somewhere/book"_s;
const ui::Place invoice{ui::Place::Kind::Invoice, u"INV-2026-000001"_s, {}, {}};
} // namespace

void TestLinkServer::init() {
  m_directory = std::make_unique<QTemporaryDir>();
  qputenv("XDG_RUNTIME_DIR", m_directory->path().toLocal8Bit());
}

Role TestLinkServer::startElsewhere(const std::optional<ui::Place> &place) {
  Role role = Role::Alone;
  const std::unique_ptr<QThread> thread(
      QThread::create([&] { role = LinkServer(database).start(place); }));
  thread->start();
  while (!thread->wait(1))
    QCoreApplication::processEvents();
  return role;
}

void TestLinkServer::aSecondOneHandsOver() {
  LinkServer first(database);
  QSignalSpy links(&first, &LinkServer::linkReceived), wakes(&first, &LinkServer::wakeRequested);
  QCOMPARE(first.start(std::nullopt), Role::First);
  QCOMPARE(startElsewhere(invoice), Role::Second);
  QCOMPARE(links.size(), 1);
  QCOMPARE(links.front().front().value<ui::Place>(), invoice);
  QCOMPARE(wakes.size(), 1);
  QCOMPARE(startElsewhere(invoice), Role::Second); // as often as one likes
  QCOMPARE(links.size(), 2);
}

void TestLinkServer::withoutALinkItOnlyWakes() {
  LinkServer first(database);
  QSignalSpy links(&first, &LinkServer::linkReceived), wakes(&first, &LinkServer::wakeRequested);
  QCOMPARE(first.start(std::nullopt), Role::First);
  QCOMPARE(startElsewhere(std::nullopt), Role::Second);
  QCOMPARE(links.size(), 0);
  QCOMPARE(wakes.size(), 1);
}

void TestLinkServer::anotherDatabaseIsAnotherOne() {
  LinkServer first(database), other(u"postgresql://elsewhere/book"_s);
  QCOMPARE(first.start(std::nullopt), Role::First);
  QCOMPARE(other.start(std::nullopt), Role::First);
  QVERIFY(first.socketPath() != other.socketPath());
}

void TestLinkServer::oneThatWasKilledLeavesNoTrace() {
  QString path;
  {
    LinkServer first(database);
    QCOMPARE(first.start(std::nullopt), Role::First);
    path = first.socketPath();
  }
  // A socket that nobody listens at.
  {
    QLocalServer dead;
    QVERIFY(dead.listen(path));
    QVERIFY(QFile::rename(path, path + u"-kept"_s));
  }
  QVERIFY(QFile::rename(path + u"-kept"_s, path));
  QVERIFY(QFileInfo::exists(path));
  LinkServer next(database);
  QCOMPARE(next.start(invoice), Role::First);
  QCOMPARE(startElsewhere(invoice), Role::Second);
}

void TestLinkServer::oneThatHangsKeepsNobody() {
  QString path;
  { path = LinkServer(database).socketPath(); }
  QLocalServer deaf; // takes connections, says nothing
  QVERIFY(deaf.listen(path));
  QElapsedTimer timer;
  timer.start();
  LinkServer second(database);
  QCOMPARE(second.start(invoice), Role::Alone);
  QVERIFY2(timer.elapsed() < 6000, qPrintable(u"%1 ms"_s.arg(timer.elapsed())));
  QVERIFY(deaf.isListening() && QFileInfo::exists(path)); // not taken away from it
}

void TestLinkServer::whatIsNoLinkIsNotTaken_data() {
  QTest::addColumn<QByteArray>("bytes");
  QTest::newRow("another greeting") << QByteArray("GET / HTTP/1.1\n");
  QTest::newRow("no place") << QByteArray("tenantry-link-1 tenantry://weather\n");
  QTest::newRow("another scheme") << QByteArray("tenantry-link-1 file:///etc/passwd\n");
  QTest::newRow("no end") << QByteArray(100'000, 'x');
  QTest::newRow("zeros") << QByteArray(64, '\0') + '\n';
}

void TestLinkServer::whatIsNoLinkIsNotTaken() {
  QFETCH(QByteArray, bytes);
  LinkServer first(database);
  QSignalSpy links(&first, &LinkServer::linkReceived), wakes(&first, &LinkServer::wakeRequested);
  QCOMPARE(first.start(std::nullopt), Role::First);
  QLocalSocket socket;
  socket.connectToServer(first.socketPath());
  QVERIFY(socket.waitForConnected());
  socket.write(bytes);
  QTRY_COMPARE(socket.state(), QLocalSocket::UnconnectedState);
  QVERIFY(socket.readAll().isEmpty());
  QCOMPARE(links.size() + wakes.size(), 0);
  QCOMPARE(startElsewhere(invoice), Role::Second); // it goes on
}

void TestLinkServer::onlyThisUserReachesIt() {
  LinkServer first(database);
  QCOMPARE(first.start(std::nullopt), Role::First);
  const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
  QVERIFY(!(QFile::permissions(first.socketPath()) & others));
}

QTEST_GUILESS_MAIN(TestLinkServer)
#include "tst_link_server.moc"
