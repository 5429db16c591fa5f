// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/business/apply.h"
#include "services/business/loader.h"
#include "services/scenarios/demo_book.h"
#include "services/store/database.h"
#include "services/store/embedded_cluster.h"
#include "tests/app/programs.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>

using namespace Qt::StringLiterals;
using namespace tenantry;
using tenantry::tests::patience;

/// The console on an embedded database of its own, and how it ends.
class TestConsoleEnd : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void askedToEndWhileItFillsTheBookItGivesUp();
  void askedToEndItStopsItsServer_data();
  void askedToEndItStopsItsServer();
  void killedInItsFirstStartItBeginsAnew();
  void whatACommandLineFilledMeanwhileIsTheBook();

private:
  [[nodiscard]] bool isServerThere() const {
    return QFile::exists(m_directory.filePath(u"data/postmaster.pid"_s));
  }
  QTemporaryDir m_directory{u"/tmp/tenantry-end-XXXXXX"_s}; ///< its server is made once
};

namespace {

/// Somebody holds the lock of the filling.
bool isFilling(const QTemporaryDir &directory) {
  if (!QFile::exists(directory.filePath(u"data/postmaster.pid"_s)))
    return false;
  const auto cluster = store::EmbeddedCluster::open(directory.path());
  if (!cluster)
    return false;
  const auto database = store::Database::open({(*cluster)->url(), {}, u"tests"_s});
  const auto held =
      database
          ? (*database)->adHoc("select from pg_locks where locktype = 'advisory' and (classid::"
                               "bigint << 32 | objid::bigint) = hashtextextended('tenantry.demo', "
                               "0)")
          : Result<store::Rows>(tl::unexpected(database.error()));
  return held && !held->isEmpty();
}

struct Console : QProcess {
  explicit Console(const QTemporaryDir &directory, const QStringList &arguments = {},
                   const QString &crashAt = {}) {
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    if (!crashAt.isEmpty())
      environment.insert(u"TENANTRY_CRASH_AT"_s, crashAt);
    setProcessEnvironment(environment);
    setProcessChannelMode(QProcess::MergedChannels);
    start(tests::programPath(u"tenantry"_s),
          QStringList{u"--embedded"_s, directory.path()} + arguments);
    waitForStarted(patience);
  }
  ~Console() override {
    if (state() != NotRunning)
      kill();
    waitForFinished(patience);
  }
  void send(int signal) const { ::kill(static_cast<pid_t>(processId()), signal); }
};

} // namespace

void TestConsoleEnd::askedToEndItStopsItsServer_data() {
  QTest::addColumn<int>("signal");
  QTest::newRow("by a service manager") << SIGTERM;
  QTest::newRow("by Ctrl+C") << SIGINT;
  QTest::newRow("by a terminal that closes") << SIGHUP;
}

void TestConsoleEnd::askedToEndItStopsItsServer() {
  QFETCH(int, signal);
  Console console(m_directory, {u"--demo"_s, u"0"_s});
  QTRY_VERIFY_WITH_TIMEOUT(isServerThere(), patience);
  console.send(signal);
  QVERIFY(console.waitForFinished(patience));
  QVERIFY2(console.exitStatus() == QProcess::NormalExit, console.readAll().constData());
  QCOMPARE(console.exitCode(), 0);
  QVERIFY(!isServerThere());
}

/// A book of that size takes many minutes; a day of it does not.
void TestConsoleEnd::askedToEndWhileItFillsTheBookItGivesUp() {
  Console console(m_directory, {u"--demo"_s, u"4000"_s});
  QTRY_VERIFY_WITH_TIMEOUT(isFilling(m_directory), patience);
  console.send(SIGTERM);
  QVERIFY(console.waitForFinished(patience));
  QVERIFY2(console.exitStatus() == QProcess::NormalExit, console.readAll().constData());
  QVERIFY(tests::Ctl(m_directory.path()).answer({u"organization"_s, u"list"_s})["count"] == 0);
}

void TestConsoleEnd::killedInItsFirstStartItBeginsAnew() {
  const QTemporaryDir fresh(u"/tmp/tenantry-end-XXXXXX"_s);
  const QTemporaryDir pictures;
  const QStringList tour{u"--demo"_s,     u"8"_s,       u"--tour"_s,
                         pictures.path(), u"--place"_s, u"tenantry://organizations"_s};
  Console first(fresh, tour, u"demo.before_commit"_s);
  QVERIFY(first.waitForFinished(patience));
  QCOMPARE(first.exitStatus(), QProcess::CrashExit);
  Console second(fresh, tour);
  QVERIFY(second.waitForFinished(patience));
  QVERIFY2(second.exitCode() == 0, second.readAll().constData());
  const tests::Ctl ctl(fresh.path());
  QVERIFY(ctl.answer({u"organization"_s, u"list"_s})["count"] == 8);
  QVERIFY(ctl.answer({u"doctor"_s})["sound"] == true);
}

/// It has seen a database without a business, and waits for whoever applies one: when it goes on,
/// there is a book.
void TestConsoleEnd::whatACommandLineFilledMeanwhileIsTheBook() {
  const QTemporaryDir fresh(u"/tmp/tenantry-end-XXXXXX"_s);
  const tests::Ctl ctl(fresh.path());
  QVERIFY(!ctl.answer({u"migrate"_s}).is_null());
  const auto cluster = store::EmbeddedCluster::open(fresh.path());
  QVERIFY(cluster);
  const auto first = store::Database::open({(*cluster)->url(), {}, u"tests"_s});
  const auto other = store::Database::open({(*cluster)->url(), {}, u"tests"_s});
  QVERIFY(first && other);
  const SystemClock clock;
  store::Session session{**first, clock, u"tests"_s};
  const QTemporaryDir pictures;
  std::unique_ptr<Console> console;
  const auto isWaited = [&] {
    const auto waits =
        (*other)->adHoc("select from pg_locks where locktype = 'advisory' and not granted");
    return waits && !waits->isEmpty();
  };
  const auto done = (*first)->transaction([&]() -> Result<> {
    const auto shipped = business::Source::shipped().load();
    TENANTRY_CHECK(business::BusinessApply(session).apply(*shipped, u"tests"_s));
    TENANTRY_CHECK(scenarios::fillDemoBook(**first, {.organizations = 5, .months = 1, .seed = 1},
                                           clock.now(), [](int, int) { return true; }));
    console = std::make_unique<Console>(fresh, QStringList{u"--demo"_s, u"8"_s, u"--tour"_s,
                                                           pictures.path(), u"--place"_s,
                                                           u"tenantry://organizations"_s});
    return QTest::qWaitFor(isWaited, patience) ? Result<>() : fail(u"tests.not_waited"_s, u""_s);
  });
  QVERIFY2(done, done ? "" : qPrintable(done.error().toString()));
  QVERIFY(console->waitForFinished(patience));
  QVERIFY2(console->exitCode() == 0, console->readAll().constData());
  QVERIFY(ctl.answer({u"organization"_s, u"list"_s})["count"] == 5);
}

QTEST_GUILESS_MAIN(TestConsoleEnd)
#include "tst_console_end.moc"
