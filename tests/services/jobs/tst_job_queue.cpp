// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/jobs/job_queue.h"
#include "tests/services/jobs/effects.h"

using namespace tenantry;
using namespace tenantry::jobs;
using namespace tenantry::tests;

class TestJobQueue : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void init() {
    makeEffects(*m_test.connect());
    m_clock.set(m_start);
    m_database = m_test.connect(u"worker"_s);
    m_session.reset(new store::Session{*m_database, m_clock, u"worker"_s});
  }
  void aWaitingJobIsUniqueAndKeepsTheEarlierTime();
  void manyAtOnceAreSortedAndDistinct();
  void theClaimTakesWhatIsDueByPriorityAndTime();
  void aClaimedJobIsNotClaimedAgain();
  void completionCountsOnlyForTheHolder();
  void aFailureComesBackLaterAndDiesAfterTheLastAttempt();
  void aFailureYieldsToTheJobThatWaits();
  void anExpiredLeaseIsTakenOverAndTheAttemptCounts();
  void aRenewedLeaseIsKept();
  void whatWasWrittenBeforeTheClockWasSetBackDoesNotWait();
  void aReleasedJobIsAsIfNeverClaimed();
  void cancellingEndsAWaitingJobAndAsksARunningOne();
  void aDeadJobCanBeRevived();
  void oldJobsAreDeleted();
  void thePausesGrowUpToAnHour();

private:
  std::vector<Job> claim(int limit = 10) {
    return *JobQueue(*m_session).claim({{u"default"_s, u"other"_s}, {}, u"w"_s, limit, 60s});
  }
  QString stateOf(const JobId &id) { return toString((*JobQueue(*m_session).find(id))->state); }

  const Instant m_start{std::chrono::seconds(1'800'000'000)};
  VirtualClock m_clock{m_start};
  TestDatabase m_test;
  std::unique_ptr<store::Database> m_database;
  std::unique_ptr<store::Session> m_session;
};

void TestJobQueue::aWaitingJobIsUniqueAndKeepsTheEarlierTime() {
  JobQueue queue(*m_session);
  const auto first = queue.enqueue(jobOf(u"k"_s, u"1"_s, m_start + 10s));
  REQUIRE_OK(first);
  QCOMPARE(*queue.enqueue(jobOf(u"k"_s, u"1"_s, m_start + 5s)), *first);
  QCOMPARE(*queue.enqueue(jobOf(u"k"_s, u"1"_s, m_start + 20s)), *first);
  QVERIFY((**queue.find(*first)).runAt == m_start + 5s);
  QVERIFY(*queue.nextDue() == m_start + 5s);
  QVERIFY(*queue.enqueue(jobOf(u"k"_s, u"2"_s, m_start)) != *first);
}

void TestJobQueue::manyAtOnceAreSortedAndDistinct() {
  JobQueue queue(*m_session);
  REQUIRE_OK(queue.enqueueMany({jobOf(u"k"_s, u"2"_s, m_start + 1s), jobOf(u"k"_s, u"1"_s, m_start),
                                jobOf(u"k"_s, u"2"_s, m_start)}));
  REQUIRE_OK(queue.enqueueAbsent({jobOf(u"k"_s, u"1"_s, m_start), jobOf(u"k"_s, u"3"_s, m_start)}));
  const auto jobs = claim();
  QCOMPARE(jobs.size(), std::size_t{3});
  QCOMPARE(jobs[0].key + jobs[1].key + jobs[2].key, u"123"_s);
  REQUIRE_OK(queue.enqueueAbsent({jobOf(u"k"_s, u"1"_s, m_start)}));
  QVERIFY2(claim().empty(), "one that runs is there too");
  REQUIRE_OK(queue.enqueueUnlessWaiting({jobOf(u"k"_s, u"1"_s, m_start)}));
  QCOMPARE(claim().size(), std::size_t{1});
}

void TestJobQueue::theClaimTakesWhatIsDueByPriorityAndTime() {
  JobQueue queue(*m_session);
  auto urgent = jobOf(u"k"_s, u"urgent"_s, m_start);
  urgent.priority = 5;
  auto other = jobOf(u"k"_s, u"other queue"_s, m_start - 60s);
  other.queue = u"other"_s;
  REQUIRE_OK(
      queue.enqueueMany({jobOf(u"k"_s, u"late"_s, m_start), jobOf(u"k"_s, u"early"_s, m_start - 1s),
                         urgent, other, jobOf(u"k"_s, u"future"_s, m_start + 1s)}));
  const auto first = claim(3);
  QCOMPARE(first.size(), std::size_t{3});
  QCOMPARE(first[0].key + u' ' + first[1].key + u' ' + first[2].key, u"urgent early late"_s);
  QVERIFY(first[0].payload.at("n") == 1);
  QCOMPARE(first[0].attempts, 1);
  const auto rest = claim(3);
  QCOMPARE(rest.size(), std::size_t{1});
  QCOMPARE(rest[0].key, u"other queue"_s);
  QVERIFY(claim().empty());
}

void TestJobQueue::aClaimedJobIsNotClaimedAgain() {
  REQUIRE_OK(JobQueue(*m_session).enqueue(jobOf(u"k"_s, u"1"_s, m_start)));
  auto rival = m_test.connect(u"worker"_s);
  store::Session rivalSession{*rival, m_clock, u"worker"_s};
  REQUIRE_OK(m_database->transaction([&]() -> Result<> {
    if (claim().size() != 1)
      return tenantry::fail(u"test"_s, u"not claimed"_s);
    TENANTRY_TRY(jobs, JobQueue(rivalSession).claim({{u"default"_s}, {}, u"rival"_s, 10, 60s}));
    return jobs.empty() ? Result<>{} : tenantry::fail(u"test"_s, u"claimed twice"_s);
  }));
}

void TestJobQueue::completionCountsOnlyForTheHolder() {
  JobQueue queue(*m_session);
  const auto id = *queue.enqueue(jobOf(u"k"_s, u"1"_s, m_start));
  const auto mine = claim();
  m_clock.set(m_start + 61s);
  QCOMPARE(*queue.reclaimExpired(), 1);
  const auto theirs = claim();
  QCOMPARE(*queue.complete(mine), std::int64_t{0});
  QCOMPARE(queue.reportProgress(mine[0], 1, 2, 60s).error().code, u"job.lease_lost"_s);
  REQUIRE_OK(queue.reportProgress(theirs[0], 1, 2, 60s));
  QCOMPARE(*queue.complete(theirs), std::int64_t{1});
  QCOMPARE(stateOf(id), u"done"_s);
}

void TestJobQueue::aFailureComesBackLaterAndDiesAfterTheLastAttempt() {
  JobQueue queue(*m_session);
  auto twice = jobOf(u"k"_s, u"1"_s, m_start);
  twice.maxAttempts = 2;
  const auto id = *queue.enqueue(twice);
  QCOMPARE(toString(*queue.fail(claim()[0], {u"a.b"_s, u"It broke."_s})), u"ready"_s);
  QVERIFY2(claim().empty(), "it pauses");
  m_clock.set(m_start + 2s);
  QCOMPARE(toString(*queue.fail(claim()[0], {u"a.b"_s, u"It broke."_s})), u"dead"_s);
  const auto job = **queue.find(id);
  QCOMPARE(job.lastError.value(), u"It broke. [a.b]"_s);
  QVERIFY(job.finishedAt == m_start + 2s);
}

void TestJobQueue::aFailureYieldsToTheJobThatWaits() {
  JobQueue queue(*m_session);
  REQUIRE_OK(queue.enqueue(jobOf(u"k"_s, u"1"_s, m_start)));
  const auto running = claim();
  const auto waiting = *queue.enqueue(jobOf(u"k"_s, u"1"_s, m_start));
  QCOMPARE(toString(*queue.fail(running[0], {u"a.b"_s, u"It broke."_s})), u"cancelled"_s);
  QCOMPARE(stateOf(waiting), u"ready"_s);
}

void TestJobQueue::anExpiredLeaseIsTakenOverAndTheAttemptCounts() {
  JobQueue queue(*m_session);
  auto twice = jobOf(u"k"_s, u"1"_s, m_start);
  twice.maxAttempts = 2;
  const auto id = *queue.enqueue(twice);
  (void)claim();
  // Two of one kind and key run and both workers die: one comes back.
  const auto second = *queue.enqueue(twice);
  (void)claim();
  QCOMPARE(*queue.reclaimExpired(), 0);
  m_clock.set(m_start + 61s);
  QCOMPARE(*queue.reclaimExpired(), 2);
  QCOMPARE(stateOf(id), u"ready"_s);
  QCOMPARE(stateOf(second), u"cancelled"_s);
  QCOMPARE(claim()[0].attempts, 2);
  m_clock.set(m_start + 130s);
  QCOMPARE(*queue.reclaimExpired(), 1);
  QCOMPARE(stateOf(id), u"dead"_s);
}

void TestJobQueue::aRenewedLeaseIsKept() {
  JobQueue queue(*m_session);
  REQUIRE_OK(queue.enqueue(jobOf(u"k"_s, u"1"_s, m_start)));
  const auto jobs = claim();
  m_clock.set(m_start + 50s);
  REQUIRE_OK(queue.renewLeases(jobs, 60s));
  m_clock.set(m_start + 100s);
  QCOMPARE(*queue.reclaimExpired(), 0);
}

void TestJobQueue::whatWasWrittenBeforeTheClockWasSetBackDoesNotWait() {
  JobQueue queue(*m_session);
  HandlerRegistry registry;
  registry.addRecurring({u"tick"_s, u"default"_s, 60s}, {});
  registry.addRecurring({u"daily"_s, u"default"_s, 24h}, {});
  m_clock.set(m_start + std::chrono::days(30));
  const auto held = *queue.enqueue(jobOf(u"k"_s, u"1"_s, m_clock.now()));
  QCOMPARE(claim().size(), std::size_t{1});
  REQUIRE_OK(queue.enqueueAbsent(registry.recurring(m_clock.now())));
  const auto planned = *queue.enqueue(jobOf(u"k"_s, u"planned"_s, m_clock.now()));

  m_clock.set(m_start);
  QCOMPARE(*queue.reclaimExpired(), 1);
  QCOMPARE(stateOf(held), u"ready"_s);
  REQUIRE_OK(queue.notLater(registry.recurringAtLatest(m_start)));
  REQUIRE_OK(queue.notLater(registry.recurringAtLatest(m_start + 1h))); // never later again
  const auto ticks = *queue.list({{JobState::Ready}, u"tick"_s});
  QCOMPARE(toIso(ticks.at(0).runAt), toIso(m_start + 2h));
  const auto dailies = *queue.list({{JobState::Ready}, u"daily"_s});
  QCOMPARE(toIso(dailies.at(0).runAt), toIso(m_start + 24h));
  QCOMPARE(toIso((*queue.find(planned))->runAt), toIso(m_start + std::chrono::days(30)));
}

void TestJobQueue::aReleasedJobIsAsIfNeverClaimed() {
  JobQueue queue(*m_session);
  REQUIRE_OK(queue.enqueue(jobOf(u"k"_s, u"1"_s, m_start)));
  REQUIRE_OK(queue.release(claim()));
  const auto again = claim();
  QCOMPARE(again.size(), std::size_t{1});
  QCOMPARE(again[0].attempts, 1);
}

void TestJobQueue::cancellingEndsAWaitingJobAndAsksARunningOne() {
  JobQueue queue(*m_session);
  const auto waiting = *queue.enqueue(jobOf(u"k"_s, u"1"_s, m_start));
  REQUIRE_OK(queue.requestCancel(waiting));
  QCOMPARE(stateOf(waiting), u"cancelled"_s);
  QCOMPARE(queue.requestCancel(waiting).error().code, u"job.not_found"_s);
  const auto running = *queue.enqueue(jobOf(u"k"_s, u"1"_s, m_start));
  const auto jobs = claim();
  REQUIRE_OK(queue.requestCancel(running));
  const auto told = queue.reportProgress(jobs[0], 1, 2, 60s);
  QCOMPARE(told.error().code, u"job.cancelled"_s);
  QCOMPARE(toString(*queue.fail(jobs[0], told.error())), u"cancelled"_s);
}

void TestJobQueue::aDeadJobCanBeRevived() {
  JobQueue queue(*m_session);
  auto once = jobOf(u"k"_s, u"1"_s, m_start);
  once.maxAttempts = 1;
  const auto id = *queue.enqueue(once);
  QCOMPARE(toString(*queue.fail(claim()[0], {u"a.b"_s, u"It broke."_s})), u"dead"_s);
  QCOMPARE(queue.list({{JobState::Dead}, u"k"_s, 10})->size(), std::size_t{1});
  QCOMPARE(queue.counts()->front().count, std::int64_t{1});
  REQUIRE_OK(queue.revive(id));
  QCOMPARE(claim()[0].attempts, 1);
  QCOMPARE(queue.revive(id).error().code, u"job.not_found"_s);
}

void TestJobQueue::oldJobsAreDeleted() {
  JobQueue queue(*m_session);
  REQUIRE_OK(queue.enqueue(jobOf(u"k"_s, u"1"_s, m_start)));
  REQUIRE_OK(queue.complete(claim()));
  REQUIRE_OK(queue.enqueue(jobOf(u"k"_s, u"1"_s, m_start)));
  QCOMPARE(*queue.cleanUp(m_start, m_start), std::int64_t{0});
  QCOMPARE(*queue.cleanUp(m_start + 1s, m_start + 1s), std::int64_t{1});
  QCOMPARE(queue.list({})->size(), std::size_t{1});
}

void TestJobQueue::thePausesGrowUpToAnHour() {
  Job job;
  job.kind = u"k"_s;
  for (const auto &[attempts, seconds] :
       {std::pair{1, 1}, {2, 2}, {5, 16}, {12, 2048}, {13, 3600}, {40, 3600}}) {
    job.attempts = attempts;
    QVERIFY(retryDelay(job) >= std::chrono::milliseconds(750) * seconds);
    QVERIFY(retryDelay(job) <= std::chrono::milliseconds(1250) * seconds);
  }
}

QTEST_GUILESS_MAIN(TestJobQueue)
#include "tst_job_queue.moc"
