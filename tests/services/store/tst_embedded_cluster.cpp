// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/database.h"
#include "services/store/embedded_cluster.h"
#include "services/store/file_lock.h"
#include "tests/support/code_of.h"
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>
#include <pwd.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::store;
using tenantry::tests::codeOf;

namespace {

pid_t serverOf(const QString &directory) {
  QFile file(directory + u"/data/postmaster.pid"_s);
  return file.open(QIODevice::ReadOnly) ? file.readLine().trimmed().toInt() : 0;
}

std::unique_ptr<EmbeddedCluster> open(const QString &directory) {
  auto opened = EmbeddedCluster::open(directory);
  if (!opened)
    qWarning("%s", qPrintable(opened.error().toString()));
  return opened ? std::move(*opened) : nullptr;
}

} // namespace

class TestStoreEmbeddedCluster : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void cleanup() { qunsetenv("TENANTRY_PG_BIN"); }
  void isMadeSharedAndStoppedByTheLast();
  void manyFirstStartsMakeOneCluster();
  void recoversFromACrash();
  void startsAServerThatIsKilledAgain();
  void aPathOverASymbolicLinkIsTheSameCluster();
  void ignoresAForeignProcessWithTheOldNumber();
  void startsAgainAfterAnInterruptedInitdb();
  void isSafeAndUnreachableFromOutside();
  void missingProgramsAreSaid();
  void anotherVersionIsSaid();
  void anotherAccountsDirectoryIsSaid();
  void anotherThatDoesNotComeToAnEndIsSaid_data();
  void anotherThatDoesNotComeToAnEndIsSaid();
  void theServerRunsUnderAnAccountThatIsNotRoot();
  void aPathThatCannotBeUsedIsSaid_data();
  void aPathThatCannotBeUsedIsSaid();
  void aDeepDirectoryHasAShortSocket();
  void aServerThatLetsNobodyInForLackOfSpaceIsSaid();

private:
  QTemporaryDir m_root{u"/tmp/tenantry-test-XXXXXX"_s};
  QString m_directory = m_root.path() + u"/cluster"_s;
};

void TestStoreEmbeddedCluster::isMadeSharedAndStoppedByTheLast() {
  if (::geteuid() == 0)
    QFile::setPermissions(m_root.path(), QFile::permissions(m_root.path()) | QFile::ExeOther);
  auto first = open(m_directory);
  QVERIFY(first);
  QVERIFY(first->createdNow());
  auto second = open(m_directory);
  QVERIFY(second);
  QVERIFY(!second->createdNow());
  const pid_t server = serverOf(m_directory);
  first.reset();
  QCOMPARE(::kill(server, 0), 0);
  QVERIFY(Database::open({second->url(), {}, {}}));
  second.reset();
  QCOMPARE(serverOf(m_directory), 0);
  QTRY_COMPARE(::kill(server, 0), -1); // pg_ctl waits for the file to go, which is a moment earlier
}

void TestStoreEmbeddedCluster::manyFirstStartsMakeOneCluster() {
  const QString directory = m_root.path() + u"/together"_s;
  std::atomic<int> created = 0;
  std::atomic<int> failed = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 3; ++i)
    threads.emplace_back([&] {
      const auto cluster = open(directory);
      failed += cluster ? 0 : 1;
      created += cluster && cluster->createdNow() ? 1 : 0;
    });
  for (auto &thread : threads)
    thread.join();
  QCOMPARE(failed.load(), 0);
  QCOMPARE(created.load(), 1);
  QCOMPARE(serverOf(directory), 0);
}

void TestStoreEmbeddedCluster::recoversFromACrash() {
  auto cluster = open(m_directory);
  QVERIFY(cluster);
  {
    const auto database = Database::open({cluster->url(), {}, {}});
    QVERIFY(database);
    QVERIFY((*database)->script("create table kept (n int); insert into kept values (42)"));
  }
  const pid_t server = serverOf(m_directory);
  QCOMPARE(::kill(server, SIGKILL), 0);
  const auto again = open(m_directory);
  QVERIFY(again);
  const auto database = Database::open({again->url(), {}, {}});
  QVERIFY(database);
  const auto rows = (*database)->adHoc("select n from kept");
  QVERIFY(rows);
  QCOMPARE((*rows)[0].get<int>(0), 42);
}

void TestStoreEmbeddedCluster::startsAServerThatIsKilledAgain() {
  const auto first = open(m_directory);
  const auto second = open(m_directory);
  QVERIFY(first && second);
  const auto server = serverOf(m_directory);
  QCOMPARE(::kill(server, SIGKILL), 0);
  QTRY_VERIFY_WITH_TIMEOUT(Database::open({first->url(), {}, {}}), 30'000);
  QVERIFY(Database::open({second->url(), {}, {}}));
  QVERIFY(serverOf(m_directory) != server);
}

void TestStoreEmbeddedCluster::aPathOverASymbolicLinkIsTheSameCluster() {
  const auto straight = open(m_directory);
  QVERIFY(straight);
  const auto server = serverOf(m_directory);
  const QString link = m_root.path() + u"/link"_s;
  QVERIFY(QFile::link(m_root.path(), link));
  const auto linked = open(link + u"/cluster"_s);
  QVERIFY(linked);
  QCOMPARE(serverOf(m_directory), server);
  QCOMPARE(linked->url(), straight->url());
}

void TestStoreEmbeddedCluster::ignoresAForeignProcessWithTheOldNumber() {
  QVERIFY(open(m_directory));
  QFile file(m_directory + u"/data/postmaster.pid"_s);
  QVERIFY(file.open(QIODevice::WriteOnly));
  // The number of a process that lives and is another one's: the one that started this test.
  file.write(QByteArray::number(::getppid()) + "\n" +
             (m_directory + u"/data\n0\n5432\n/tmp\n\n0 0\nready\n"_s).toUtf8());
  file.close();
  QVERIFY(open(m_directory));
}

void TestStoreEmbeddedCluster::startsAgainAfterAnInterruptedInitdb() {
  const QString directory = m_root.path() + u"/interrupted"_s;
  QVERIFY(QDir().mkpath(directory + u"/data.new/base"_s));
  const auto cluster = open(directory);
  QVERIFY(cluster);
  QVERIFY(cluster->createdNow());
  QVERIFY(!QFile::exists(directory + u"/data.new"_s));
}

void TestStoreEmbeddedCluster::isSafeAndUnreachableFromOutside() {
  const auto cluster = open(m_directory);
  QVERIFY(cluster);
  const auto database = Database::open({cluster->url(), {}, {}});
  QVERIFY(database);
  const std::pair<QString, QString> expected[] = {
      {u"listen_addresses"_s, u""_s},     {u"fsync"_s, u"on"_s},
      {u"synchronous_commit"_s, u"on"_s}, {u"full_page_writes"_s, u"on"_s},
      {u"data_checksums"_s, u"on"_s},     {u"jit"_s, u"off"_s},
      {u"server_encoding"_s, u"UTF8"_s},  {u"lc_collate"_s, u"C"_s}};
  for (const auto &[name, value] : expected) {
    const auto rows = (*database)->adHoc("select current_setting(:name)", {{"name", name}});
    QCOMPARE((*rows)[0].get<QString>(0), value);
  }
  const auto sockets = (*database)->adHoc("select current_setting('unix_socket_directories')");
  const auto permissions = QFile::permissions((*sockets)[0].get<QString>(0));
  QVERIFY(
      !(permissions & (QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther)));
}

void TestStoreEmbeddedCluster::missingProgramsAreSaid() {
  qputenv("TENANTRY_PG_BIN", "/nonexistent");
  const auto opened = EmbeddedCluster::open(m_root.path() + u"/none"_s);
  QCOMPARE(codeOf(opened), u"cluster.no_binaries"_s);
  QVERIFY(opened.error().message.contains(u"/nonexistent, which TENANTRY_PG_BIN names"_s));
}

void TestStoreEmbeddedCluster::anotherVersionIsSaid() {
  const QString directory = m_root.path() + u"/old"_s;
  QVERIFY(QDir().mkpath(directory + u"/data"_s));
  QFile file(directory + u"/data/PG_VERSION"_s);
  QVERIFY(file.open(QIODevice::WriteOnly));
  file.write("9\n");
  file.close();
  QCOMPARE(codeOf(EmbeddedCluster::open(directory)), u"cluster.wrong_version"_s);
  QVERIFY(file.remove());
  if (::geteuid() == 0) { // of the server's account, as it would have made it
    const auto *server = ::getpwnam("postgres");
    QVERIFY(server);
    QCOMPARE(::chown(QFile::encodeName(directory + u"/data"_s).constData(), server->pw_uid,
                     server->pw_gid),
             0);
  }
  QCOMPARE(codeOf(EmbeddedCluster::open(directory)), u"cluster.damaged"_s);
}

void TestStoreEmbeddedCluster::anotherAccountsDirectoryIsSaid() {
  if (::geteuid() != 0)
    QSKIP("Only root can give a directory away.");
  const QString directory = m_root.path() + u"/theirs"_s;
  QVERIFY(QDir().mkpath(directory));
  QCOMPARE(::chown(QFile::encodeName(directory).constData(), 65534, 65534), 0);
  QCOMPARE(codeOf(EmbeddedCluster::open(directory)), u"cluster.locked"_s);
}

void TestStoreEmbeddedCluster::anotherThatDoesNotComeToAnEndIsSaid_data() {
  QTest::addColumn<QString>("lock");
  QTest::newRow("it starts or joins") << u"lock.start"_s;
  QTest::newRow("it stops the server") << u"lock"_s;
}

void TestStoreEmbeddedCluster::anotherThatDoesNotComeToAnEndIsSaid() {
  QFETCH(QString, lock);
  const QString directory = m_root.path() + u"/busy"_s;
  QVERIFY(QDir().mkpath(directory));
  auto held = FileLock::open(directory + u'/' + lock);
  QVERIFY(held && held->tryLock(FileLock::Mode::Exclusive));
  const auto opened = EmbeddedCluster::open(directory, EmbeddedCluster::Durability::Throwaway,
                                            std::chrono::milliseconds(30));
  QCOMPARE(codeOf(opened), u"cluster.locked"_s);
  QVERIFY2(opened.error().message.startsWith(u"Another Tenantry has been starting or stopping"_s),
           qPrintable(opened.error().message));
  QVERIFY(!QFile::exists(directory + u"/data"_s)); // and nothing was made meanwhile
}

void TestStoreEmbeddedCluster::theServerRunsUnderAnAccountThatIsNotRoot() {
  const auto cluster = open(m_directory);
  QVERIFY(cluster);
  const QFileInfo process(u"/proc/%1"_s.arg(serverOf(m_directory)));
  const QFileInfo data(m_directory + u"/data"_s);
  const QString account = ::geteuid() == 0 ? u"postgres"_s : QFileInfo(m_root.path()).owner();
  QCOMPARE(process.owner(), account);
  QCOMPARE(data.owner(), account);
}

void TestStoreEmbeddedCluster::aPathThatCannotBeUsedIsSaid_data() {
  QTest::addColumn<QString>("path");
  QTest::addColumn<QString>("reason");
  QTest::newRow("a file") << m_root.path() + u"/file"_s << u"Not a directory"_s;
  QTest::newRow("below a file") << m_root.path() + u"/file/below"_s << u"Not a directory"_s;
  QTest::newRow("a system that lets nobody write") << u"/proc/tenantry"_s << u"No such file"_s;
}

void TestStoreEmbeddedCluster::aPathThatCannotBeUsedIsSaid() {
  QFETCH(QString, path);
  QFETCH(QString, reason);
  QVERIFY(QFile(m_root.path() + u"/file"_s).open(QIODevice::WriteOnly));
  const auto opened = EmbeddedCluster::open(path);
  QCOMPARE(codeOf(opened), u"cluster.not_writable"_s);
  QVERIFY2(opened.error().message.contains(reason), qPrintable(opened.error().message));
}

void TestStoreEmbeddedCluster::aDeepDirectoryHasAShortSocket() {
  const auto cluster = open(m_root.path() + u"/deep"_s.repeated(30));
  QVERIFY(cluster);
  QVERIFY(Database::open({cluster->url(), {}, {}}));
}

void TestStoreEmbeddedCluster::aServerThatLetsNobodyInForLackOfSpaceIsSaid() {
  const QString directory = m_root.path() + u"/full"_s;
  const auto cluster = open(directory);
  QVERIFY(cluster);
  const auto database = Database::open({cluster->url(), {}, {}});
  QVERIFY(database && (*database)->script("alter database postgres allow_connections false"));
  QCOMPARE(codeOf(EmbeddedCluster::open(directory)), u"store.disconnected"_s);
  QFile log(directory + u"/log"_s);
  QVERIFY(log.open(QIODevice::Append));
  log.write("FATAL:  could not write to file \"pg_wal/xlogtemp.1\": No space left on device\n");
  log.close();
  QCOMPARE(codeOf(EmbeddedCluster::open(directory)), u"cluster.disk_full"_s);
}

QTEST_GUILESS_MAIN(TestStoreEmbeddedCluster)
#include "tst_embedded_cluster.moc"
