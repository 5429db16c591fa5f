// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/jobs/run_due.h"
#include "tests/services/jobs/effects.h"

using namespace tenantry;
using namespace tenantry::jobs;
using namespace tenantry::tests;

class TestRunDue : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void init() {
    makeEffects(*m_test.connect());
    m_clock.set(m_start);
    m_database = m_test.connect(u"worker"_s);
    m_session.reset(new store::Session{*m_database, m_clock, u"worker"_s});
  }
  void jobsRunInTheOrderOfTimeAtTheirTime();
  void eventsReachTheirConsumersBeforeTheNextJob();
  void aRecurringJobRunsAtEachInterval();
  void aFailureIsTriedAgainInVirtualTime();
  void aDeadJobIsAnError();
  void aKindThatNobodyDoesIsAnError();

private:
  /// Writes its key's name and the second at which it ran.
  Handler stamp() const {
    return [this](store::Session &session, const Job &job, JobProgress &) {
      return addEffect(
          session, job.key,
          std::chrono::floor<std::chrono::seconds>(session.clock.now() - m_start).count());
    };
  }
  Result<DueReport> run(const HandlerRegistry &registry, std::chrono::seconds length,
                        std::vector<Consumer> consumers = {}) {
    return runDueUntil(*m_session, registry, consumers, m_clock, m_start + length);
  }

  const Instant m_start{std::chrono::seconds(1'800'000'000)};
  VirtualClock m_clock{m_start};
  TestDatabase m_test;
  std::unique_ptr<store::Database> m_database;
  std::unique_ptr<store::Session> m_session;
};

void TestRunDue::jobsRunInTheOrderOfTimeAtTheirTime() {
  HandlerRegistry registry;
  registry.add(u"stamp"_s, u"default"_s, stamp());
  REQUIRE_OK(JobQueue(*m_session)
                 .enqueueMany({jobOf(u"stamp"_s, u"b"_s, m_start + 20s),
                               jobOf(u"stamp"_s, u"a"_s, m_start + 3s),
                               jobOf(u"stamp"_s, u"c"_s, m_start + 60s),
                               jobOf(u"stamp"_s, u"d"_s, m_start + 61s)}));
  const auto report = run(registry, 60s);
  REQUIRE_OK(report);
  QCOMPARE(report->jobs, std::int64_t{3});
  QCOMPARE(effects(*m_database), u"a 3, b 20, c 60"_s);
  QVERIFY(m_clock.now() == m_start + 60s);
}

void TestRunDue::eventsReachTheirConsumersBeforeTheNextJob() {
  const auto organization = addOrganization(*m_session);
  HandlerRegistry registry;
  registry.add(u"stamp"_s, u"default"_s, stamp());
  registry.add(u"cause"_s, u"default"_s,
               [organization](store::Session &session, const Job &, JobProgress &) {
                 return append(session, organization, u"a"_s);
               });
  const Consumer follow{
      u"follow"_s, [](const QString &) { return true; },
      [](store::Session &session, const std::vector<store::Event> &events) -> Result<> {
        TENANTRY_CHECK(JobQueue(session).enqueue(
            jobOf(u"stamp"_s, u"followed"_s, events.back().occurredAt + 5s)));
        return {};
      }};
  REQUIRE_OK(JobQueue(*m_session)
                 .enqueueMany({jobOf(u"cause"_s, u"1"_s, m_start + 10s),
                               jobOf(u"stamp"_s, u"later"_s, m_start + 20s)}));
  const auto report = run(registry, 60s, {follow});
  REQUIRE_OK(report);
  QCOMPARE(report->organizations, std::int64_t{1});
  QCOMPARE(effects(*m_database), u"followed 15, later 20"_s);
}

void TestRunDue::aRecurringJobRunsAtEachInterval() {
  HandlerRegistry registry;
  registry.addRecurring({u"tick"_s, u"default"_s, 30s}, stamp());
  REQUIRE_OK(run(registry, 60s));
  REQUIRE_OK(run(registry, 90s));
  QCOMPARE(effects(*m_database), u"recurring 0, recurring 30, recurring 60, recurring 90"_s);
}

void TestRunDue::aFailureIsTriedAgainInVirtualTime() {
  int calls = 0;
  HandlerRegistry registry;
  registry.add(u"fragile"_s, u"default"_s,
               [&calls, this](store::Session &session, const Job &job, JobProgress &progress) {
                 return ++calls < 3 ? Result<>(fail(u"a.b"_s, u"It broke."_s))
                                    : stamp()(session, job, progress);
               });
  REQUIRE_OK(JobQueue(*m_session).enqueue(jobOf(u"fragile"_s, u"x"_s, m_start)));
  const auto report = run(registry, 60s);
  REQUIRE_OK(report);
  QCOMPARE(report->jobs, std::int64_t{3});
}

void TestRunDue::aDeadJobIsAnError() {
  HandlerRegistry registry;
  registry.add(u"broken"_s, u"default"_s,
               [](store::Session &, const Job &, JobProgress &) -> Result<> {
                 throw ProgrammingError("a bug");
               });
  auto once = jobOf(u"broken"_s, u"x"_s, m_start);
  once.maxAttempts = 1;
  REQUIRE_OK(JobQueue(*m_session).enqueue(once));
  const auto report = run(registry, 60s);
  QVERIFY(!report);
  QCOMPARE(report.error().code, u"job.dead"_s);
  QVERIFY(report.error().message.contains(u"a bug"_s));
}

void TestRunDue::aKindThatNobodyDoesIsAnError() {
  REQUIRE_OK(JobQueue(*m_session).enqueue(jobOf(u"nobody's"_s, u"x"_s, m_start)));
  const auto report = run({}, 60s);
  QVERIFY(!report);
  QCOMPARE(report.error().code, u"job.unknown_kind"_s);
}

QTEST_GUILESS_MAIN(TestRunDue)
#include "tst_run_due.moc"
