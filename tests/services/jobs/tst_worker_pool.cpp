// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/jobs/worker_pool.h"
#include "tests/services/jobs/effects.h"
#include <QProcess>
#include <QThread>
#include <csignal>

using namespace tenantry;
using namespace tenantry::jobs;
using namespace tenantry::tests;

namespace {

/// Leaves one effect however often it is called, as every handler must.
HandlerRegistry onceOnly() {
  HandlerRegistry registry;
  registry.add(u"once"_s, u"default"_s,
               [](store::Session &session, const Job &job, JobProgress &) -> Result<> {
                 TENANTRY_CHECK(session.database.adHoc(
                     "insert into tenantry.effect select :name, 1 where not exists "
                     "(select from tenantry.effect where name = :name)",
                     {{"name", job.key}}));
                 return {};
               });
  return registry;
}

/// What the process does that is killed: works on the database of TENANTRY_TEST_URL.
int workUntilKilled() {
  const SystemClock clock;
  WorkerPoolOptions options;
  options.threads = 1;
  WorkerPool pool(
      {qEnvironmentVariable("TENANTRY_TEST_URL"), u"tenantry_test_worker"_s, u"victim"_s}, clock,
      onceOnly(), {writer(u"consumed"_s)}, options);
  pool.start();
  QThread::sleep(60);
  return 1;
}

} // namespace

class TestWorkerPool : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void init() {
    makeEffects(*m_test.connect());
    m_database = m_test.connect(u"worker"_s);
    m_session.reset(new store::Session{*m_database, m_clock, u"worker"_s});
  }
  void eightWorkersDoEachOfAThousandJobsOnce();
  void aKilledWorkersWorkIsDoneOnceByAnother_data();
  void aKilledWorkersWorkIsDoneOnceByAnother();
  void aLostConnectionIsOpenedAgain();
  void stoppingFinishesTheJobAtHandAndGivesTheOthersBack();
  void aLongJobIsGivenBackWhereItReports();
  void aRecurringJobIsKeptAlive();

private:
  const SystemClock m_clock;
  TestDatabase m_test;
  std::unique_ptr<store::Database> m_database;
  std::unique_ptr<store::Session> m_session;
};

void TestWorkerPool::eightWorkersDoEachOfAThousandJobsOnce() {
  std::vector<NewJob> jobs;
  for (int i = 0; i < 1000; ++i)
    jobs.push_back(jobOf(u"count"_s, QString::number(i), m_clock.now()));
  REQUIRE_OK(JobQueue(*m_session).enqueueMany(jobs));
  HandlerRegistry registry;
  registry.add(u"count"_s, u"default"_s,
               [](store::Session &session, const Job &job, JobProgress &) {
                 return addEffect(session, job.key, job.attempts);
               });
  WorkerPoolOptions options;
  options.threads = 8;
  WorkerPool pool(m_test.settings(u"worker"_s), m_clock, registry, {}, options);
  pool.start();
  QTRY_COMPARE_WITH_TIMEOUT(countOf(*m_database, "job where state = 'done'"), std::int64_t{1000},
                            120'000);
  pool.stop();
  QCOMPARE(countOf(*m_database, "tenantry.effect where number = 1"), std::int64_t{1000});
  QCOMPARE(countOf(*m_database, "(select distinct name from tenantry.effect) as names"),
           std::int64_t{1000});
}

void TestWorkerPool::aKilledWorkersWorkIsDoneOnceByAnother_data() {
  QTest::addColumn<QByteArray>("crashPoint");
  for (const char *name : {"jobs.claimed", "jobs.handled", "jobs.before_complete",
                           "dispatcher.before_commit", "dispatcher.after_commit"})
    QTest::newRow(name) << QByteArray(name);
}

void TestWorkerPool::aKilledWorkersWorkIsDoneOnceByAnother() {
  QFETCH(QByteArray, crashPoint);
  // Only one of the two, so that the other kind of work does not run into its crash.
  const bool isJob = crashPoint.startsWith("jobs.");
  if (isJob)
    REQUIRE_OK(JobQueue(*m_session).enqueue(jobOf(u"once"_s, u"handled"_s, m_clock.now())));
  else
    REQUIRE_OK(append(*m_session, addOrganization(*m_session), u"a"_s, 3));
  QProcess victim;
  auto environment = QProcessEnvironment::systemEnvironment();
  environment.insert(u"TENANTRY_CRASH_AT"_s, QString::fromLatin1(crashPoint));
  environment.insert(u"TENANTRY_TEST_URL"_s, m_test.url());
  victim.setProcessEnvironment(environment);
  victim.start(QCoreApplication::arguments().constFirst(), {});
  QVERIFY(victim.waitForFinished(50'000));
  QCOMPARE(victim.exitStatus(), QProcess::CrashExit);
  QCOMPARE(victim.exitCode(), SIGKILL);

  VirtualClock later(m_clock.now() + 120s); // the leases are over
  WorkerPool pool(m_test.settings(u"worker"_s), later, onceOnly(), {writer(u"consumed"_s)});
  pool.start();
  const QByteArray left = isJob ? "job where state <> 'done'" : "dispatch";
  QTRY_COMPARE_WITH_TIMEOUT(countOf(*m_database, left), std::int64_t{0}, 50'000);
  pool.stop();
  QCOMPARE(effects(*m_database), isJob ? u"handled 1"_s : u"consumed 1, consumed 2, consumed 3"_s);
}

void TestWorkerPool::aLostConnectionIsOpenedAgain() {
  WorkerPool pool(m_test.settings(u"worker"_s), m_clock, onceOnly(), {});
  pool.start();
  const auto workers =
      QByteArray("pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");
  QTRY_VERIFY_WITH_TIMEOUT(countOf(*m_database, workers) >= 4, 50'000);
  REQUIRE_OK(m_test.connect()->adHoc(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = "
      "current_database() and pid <> pg_backend_pid()"));
  m_database = m_test.connect(u"worker"_s);
  store::Session session{*m_database, m_clock, u"worker"_s};
  REQUIRE_OK(JobQueue(session).enqueue(jobOf(u"once"_s, u"handled"_s, m_clock.now())));
  QTRY_COMPARE_WITH_TIMEOUT(effects(*m_database), u"handled 1"_s, 50'000);
}

void TestWorkerPool::stoppingFinishesTheJobAtHandAndGivesTheOthersBack() {
  std::atomic<bool> hasBegun = false;
  std::atomic<bool> mayEnd = false;
  HandlerRegistry registry;
  registry.add(u"slow"_s, u"default"_s,
               [&](store::Session &, const Job &, JobProgress &) -> Result<> {
                 hasBegun = true;
                 while (!mayEnd)
                   QThread::msleep(5);
                 return {};
               });
  for (int i = 0; i < 5; ++i)
    REQUIRE_OK(JobQueue(*m_session).enqueue(jobOf(u"slow"_s, QString::number(i), m_clock.now())));
  WorkerPoolOptions options;
  options.threads = 1;
  WorkerPool pool(m_test.settings(u"worker"_s), m_clock, registry, {}, options);
  pool.start();
  QTRY_VERIFY_WITH_TIMEOUT(hasBegun.load(), 50'000);
  std::thread stopper([&pool] { pool.stop(); });
  QThread::msleep(100);
  mayEnd = true;
  stopper.join();
  QCOMPARE(countOf(*m_database, "job where state = 'done'"), std::int64_t{1});
  QCOMPARE(countOf(*m_database, "job where state = 'ready' and attempts = 0"), std::int64_t{4});
}

void TestWorkerPool::aLongJobIsGivenBackWhereItReports() {
  std::atomic<int> parts = 0;
  HandlerRegistry registry;
  registry.add(u"long"_s, u"default"_s,
               [&](store::Session &, const Job &, JobProgress &progress) -> Result<> {
                 for (;;) {
                   TENANTRY_CHECK(progress.report(++parts, 1'000'000));
                   QThread::msleep(5);
                 }
               });
  REQUIRE_OK(JobQueue(*m_session).enqueue(jobOf(u"long"_s, u"1"_s, m_clock.now())));
  WorkerPool pool(m_test.settings(u"worker"_s), m_clock, registry, {});
  pool.start();
  QTRY_VERIFY_WITH_TIMEOUT(parts > 3, 50'000);
  pool.stop();
  QCOMPARE(countOf(*m_database, "job where state = 'ready' and attempts = 0"), std::int64_t{1});
}

void TestWorkerPool::aRecurringJobIsKeptAlive() {
  HandlerRegistry registry;
  registry.addRecurring({u"tick"_s, u"default"_s, 1s},
                        [](store::Session &session, const Job &, JobProgress &) {
                          return addEffect(session, u"tick"_s, 1);
                        });
  WorkerPool pool(m_test.settings(u"worker"_s), m_clock, registry, {});
  pool.start();
  QTRY_VERIFY_WITH_TIMEOUT(countOf(*m_database, "tenantry.effect") >= 2, 50'000);
  pool.stop();
  QCOMPARE(countOf(*m_database, "job where state = 'ready'"), std::int64_t{1});
}

int main(int argc, char **argv) {
  const QCoreApplication application(argc, argv);
  if (qEnvironmentVariableIsSet("TENANTRY_TEST_URL"))
    return workUntilKilled();
  TestWorkerPool test;
  return QTest::qExec(&test, argc, argv);
}

#include "tst_worker_pool.moc"
