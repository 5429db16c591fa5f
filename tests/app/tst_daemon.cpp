// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/migrations.h"
#include "tests/app/due_book.h"
#include "tests/app/programs.h"

#include <QTemporaryDir>
#include <QTest>
#include <csignal>
#include <sys/stat.h>

using namespace tenantry;
using namespace tenantry::tests;

/// The daemon as a service manager, an operator and a bad day treat it. (tst_crash_points kills
/// it.)
class TestDaemon : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void wrongUseHasStatusTwo();
  void aMailServerNeedsWhatGoesWithIt_data();
  void aMailServerNeedsWhatGoesWithIt();
  void anUnknownDatabaseEndsItWithAReason_data();
  void anUnknownDatabaseEndsItWithAReason();
  void askedToStopItFinishesTheJobsAtHand_data();
  void askedToStopItFinishesTheJobsAtHand();
  void twoShareTheWork();
  void whatAStoppedOneHeldIsTakenOver();
  void aLostServerIsSaidOnceAndWaitedFor();

private:
  DueBook m_due;
};

namespace {

class Daemon : public QProcess {
public:
  explicit Daemon(const QString &url, const QString &workers = u"2"_s) {
    setProcessChannelMode(QProcess::MergedChannels);
    start(programPath(u"tenantryd"_s), {u"--database"_s, url, u"--workers"_s, workers});
    waitForStarted(patience);
  }
  ~Daemon() override {
    if (state() != QProcess::NotRunning)
      send(SIGKILL);
    waitForFinished(patience);
  }
  void send(int signal) const { ::kill(static_cast<pid_t>(processId()), signal); }
  /// True if it ended as it should.
  bool stop(int signal = SIGTERM) {
    send(signal);
    return waitForFinished(patience) && exitStatus() == QProcess::NormalExit && exitCode() == 0;
  }
};

std::int64_t renewed(WorkedBook &book) {
  return book.count("tenantry.invoice where period_index = 1 and status = 'paid'");
}

} // namespace

void TestDaemon::wrongUseHasStatusTwo() {
  QCOMPARE(runProgram(u"tenantryd"_s, {}).status, 2);
  QCOMPARE(runProgram(u"tenantryd"_s, {u"--database"_s, u"x"_s, u"--workers"_s, u"0"_s}).status, 2);
  QCOMPARE(runProgram(u"tenantryd"_s, {u"--help"_s}).status, 0);
}

void TestDaemon::aMailServerNeedsWhatGoesWithIt_data() {
  QTest::addColumn<QStringList>("options");
  QTest::addColumn<int>("mode"); ///< of the file with the password
  QTest::addColumn<QByteArray>("code");
  const QStringList from{u"--mail-from"_s, u"billing@example.com"_s};
  const QStringList pages{u"--public-url"_s, u"https://pay.example.com"_s};
  const QStringList server{u"--smtp"_s, u"smtp://user@127.0.0.1:1"_s};
  const QStringList password{u"--mail-password-file"_s, u"FILE"_s};
  QTest::newRow("no server") << QStringList{u"--smtp"_s, u"mail.example.com"_s} + from + pages
                             << 0600 << QByteArray("mail.server_invalid");
  QTest::newRow("no sender") << server + pages << 0600 << QByteArray("mail.option_missing");
  QTest::newRow("no pages") << server + from << 0600 << QByteArray("mail.option_missing");
  QTest::newRow("a sender that is none")
      << server + pages + QStringList{u"--mail-from"_s, u"billing"_s} << 0600
      << QByteArray("email.invalid");
  QTest::newRow("pages with a path")
      << server + from + QStringList{u"--public-url"_s, u"https://example.com/pay"_s} << 0600
      << QByteArray("customer_link.address_invalid");
  QTest::newRow("pages with a path, for Stripe alone")
      << QStringList{u"--public-url"_s, u"https://example.com/pay"_s} << 0600
      << QByteArray("customer_link.address_invalid");
  QTest::newRow("a password for all to read")
      << server + from + pages + password << 0644 << QByteArray("mail.password_unsafe");
  QTest::newRow("a password for the group to read")
      << server + from + pages + password << 0640 << QByteArray("mail.password_unsafe");
  QTest::newRow("no password file")
      << server + from + pages + QStringList{u"--mail-password-file"_s, u"/nowhere/password"_s}
      << 0600 << QByteArray("mail.password_unreadable");
  QTest::newRow("no file of authorities")
      << server + from + pages + QStringList{u"--smtp-ca-file"_s, u"/nowhere/authorities"_s} << 0600
      << QByteArray("mail.authorities_unreadable");
}

void TestDaemon::aMailServerNeedsWhatGoesWithIt() {
  QFETCH(QStringList, options);
  QFETCH(int, mode);
  QFETCH(QByteArray, code);
  const QTemporaryDir folder;
  const QString password = folder.filePath(u"password"_s);
  QFile file(password);
  QVERIFY(file.open(QIODevice::WriteOnly));
  file.write("secret\n");
  file.close();
  QCOMPARE(chmod(QFile::encodeName(password).constData(), static_cast<mode_t>(mode)), 0);
  options.replaceInStrings(u"FILE"_s, password);
  const auto ran =
      runProgram(u"tenantryd"_s,
                 QStringList{u"--database"_s, u"postgresql:///nowhere?host=/nowhere"_s} + options);
  QCOMPARE(ran.status, 2);
  QVERIFY2(ran.errors.contains('[' + code + ']'), ran.errors.constData());
  QVERIFY(!ran.errors.contains("secret"));
}

void TestDaemon::anUnknownDatabaseEndsItWithAReason_data() {
  QTest::addColumn<QString>("database");
  QTest::addColumn<QByteArray>("change");
  QTest::addColumn<QByteArray>("code");
  QTest::newRow("none of that name")
      << u"nowhere"_s << QByteArray() << QByteArray("store.disconnected");
  QTest::newRow("not ours") << u"postgres"_s << QByteArray() << QByteArray("store.not_migrated");
  QTest::newRow("an older schema")
      << QString() << QByteArray("delete from tenantry.schema_migration where version > 1")
      << QByteArray("store.schema_older");
  QTest::newRow("a newer schema")
      << QString()
      << QByteArray("insert into tenantry.schema_migration select 9999, '', '', applied_at from "
                    "tenantry.schema_migration limit 1")
      << QByteArray("store.schema_newer");
}

void TestDaemon::anUnknownDatabaseEndsItWithAReason() {
  QFETCH(QString, database);
  QFETCH(QByteArray, change);
  QFETCH(QByteArray, code);
  const TestDatabase other;
  if (!change.isEmpty())
    expect(other.connect()->script(change));
  const auto url = database.isEmpty() ? other.url() : TestCluster::instance().url(database);
  const auto ran = runProgram(u"tenantryd"_s, {u"--database"_s, url});
  QCOMPARE(ran.status, 1);
  QVERIFY2(ran.errors.contains(code), ran.errors.constData());
}

void TestDaemon::askedToStopItFinishesTheJobsAtHand_data() {
  QTest::addColumn<int>("signal");
  QTest::newRow("SIGTERM") << SIGTERM;
  QTest::newRow("SIGINT") << SIGINT;
}

void TestDaemon::askedToStopItFinishesTheJobsAtHand() {
  QFETCH(int, signal);
  const auto book = m_due.copy(u"stops_%1"_s.arg(signal));
  Daemon daemon(book->url());
  QTRY_VERIFY_WITH_TIMEOUT(renewed(*book) > 0, patience); // in the middle of its work
  QVERIFY(daemon.stop(signal));
  QCOMPARE(book->count("tenantry.job where state = 'running'"), std::int64_t{0});
  Daemon next(book->url());
  QTRY_VERIFY_WITH_TIMEOUT(book->isIdle(), patience);
  QVERIFY(next.stop());
  QCOMPARE(renewed(*book), std::int64_t{DueBook::customers});
  QCOMPARE(book->differences(), QStringList());
}

void TestDaemon::twoShareTheWork() {
  const auto book = m_due.copy(u"two"_s);
  Daemon first(book->url(), u"4"_s);
  Daemon second(book->url(), u"4"_s);
  QTRY_VERIFY_WITH_TIMEOUT(book->isIdle(), patience);
  QVERIFY(first.stop());
  QVERIFY(second.stop());
  QCOMPARE(renewed(*book), std::int64_t{DueBook::customers});
  QCOMPARE(book->count("tenantry.simulator_charge"), std::int64_t{2 * DueBook::customers});
  QCOMPARE(book->count("tenantry.job where attempts > 1"), std::int64_t{0});
  QCOMPARE(book->differences(), QStringList());
}

/// It stands still with leases in its hands, as on a machine that hangs. When it goes on its word
/// no longer counts.
void TestDaemon::whatAStoppedOneHeldIsTakenOver() {
  const auto book = m_due.copy(u"hangs"_s);
  // It waits in the middle of a job, however quick it is.
  expect(book->owner().script("begin; lock table tenantry.organization_head in exclusive mode"));
  Daemon hanging(book->url(), u"1"_s);
  QTRY_VERIFY_WITH_TIMEOUT(book->count("tenantry.job where state = 'running'") > 0, patience);
  hanging.send(SIGSTOP);
  expect(book->owner().script("commit"));
  book->endLeases();
  // The server does this by itself when a transaction has stood still for a minute.
  expect(book->owner().adHoc("select pg_terminate_backend(pid) from pg_stat_activity where "
                             "application_name = 'tenantryd' and datname = current_database()"));
  Daemon heir(book->url());
  QTRY_VERIFY_WITH_TIMEOUT(book->isIdle(), 2 * patience);
  hanging.send(SIGCONT);
  QVERIFY(hanging.stop());
  QVERIFY(heir.stop());
  QCOMPARE(renewed(*book), std::int64_t{DueBook::customers});
  QCOMPARE(book->count("tenantry.simulator_charge"), std::int64_t{2 * DueBook::customers});
  QCOMPARE(book->differences(), QStringList());
}

void TestDaemon::aLostServerIsSaidOnceAndWaitedFor() {
  const auto book = m_due.copy(u"lost"_s);
  Daemon daemon(book->url());
  QTRY_VERIFY_WITH_TIMEOUT(book->isIdle(), patience);
  const auto session = "pg_stat_activity where datname = current_database() and application_name "
                       "= 'tenantryd'";
  const auto before = book->count(session);
  // Nobody gets in for a while, as if the server were gone.
  const auto name =
      expect(book->owner().adHoc("select current_database()::text"))[0].get<QString>(0);
  onServer(u"alter database %1 allow_connections false"_s.arg(name));
  expect(book->owner().adHoc("select pg_terminate_backend(pid) from " + QByteArray(session)));
  QByteArray said;
  const auto hasSaid = [&](const char *text) { return (said += daemon.readAll()).contains(text); };
  QTRY_VERIFY_WITH_TIMEOUT(hasSaid("out of reach"), patience);
  QTest::qWait(3000); // it tries again meanwhile
  QCOMPARE(book->count(session), std::int64_t{0});
  onServer(u"alter database %1 allow_connections true"_s.arg(name));
  // The one that renews leases sleeps longer than the others.
  QTRY_VERIFY_WITH_TIMEOUT(book->count(session) >= before - 1, patience);
  expect(book->owner().script(
      "update tenantry.job set run_at = now() - interval '1 s' where kind = 'audit.seal'"));
  QTRY_VERIFY_WITH_TIMEOUT(book->isIdle(), patience);
  QVERIFY(daemon.stop());
  said += daemon.readAll();
  QCOMPARE(said.count("out of reach"), 1);
  QCOMPARE(said.count("the database is back"), 1);
  QVERIFY2(!said.contains("round failed"), said.constData());
}

QTEST_GUILESS_MAIN(TestDaemon)
#include "tst_daemon.moc"
