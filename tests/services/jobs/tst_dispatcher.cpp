// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/jobs/dispatch_batch.h"
#include "services/jobs/dispatcher.h"
#include "services/jobs/job_runner.h"
#include "tests/services/jobs/effects.h"
#include <libpq-fe.h>
#include <thread>

using namespace tenantry;
using namespace tenantry::jobs;
using namespace tenantry::tests;

class TestDispatcher : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void init() {
    makeEffects(*m_test.connect());
    m_clock.set(m_start);
    m_database = m_test.connect(u"worker"_s);
    m_session.reset(new store::Session{*m_database, m_clock, u"worker"_s});
    m_organization = addOrganization(*m_session);
  }
  void AUTO_1_everyConsumerGetsWhatItWantsInOrderAndOnce();
  void aFailingConsumerHoldsUpNobodyAndIsRetried();
  void aConsumerFarBehindCatchesUpByAJob();
  void whoCommitsDuringATurnIsNotForgotten();
  void eventsThatAConsumerCausesAreDispatchedToo();
  void severalDispatchersHandleEachEventOnce();
  void theNewsNameTheOrganizations();
  void aLeaseFromBeforeTheClockWasSetBackIsTakenOver();

private:
  const Instant m_start{std::chrono::seconds(1'800'000'000)};
  VirtualClock m_clock{m_start};
  TestDatabase m_test;
  std::unique_ptr<store::Database> m_database;
  std::unique_ptr<store::Session> m_session;
  OrganizationId m_organization;
};

void TestDispatcher::AUTO_1_everyConsumerGetsWhatItWantsInOrderAndOnce() {
  const Dispatcher dispatcher(
      {writer(u"all"_s), writer(u"some"_s, u"b"_s), writer(u"none"_s, u"c"_s)});
  REQUIRE_OK(append(*m_session, m_organization, u"a"_s));
  REQUIRE_OK(append(*m_session, m_organization, u"b"_s));
  QCOMPARE(*dispatcher.turn(*m_session), 1);
  QCOMPARE(effects(*m_database), u"all 1, all 2, some 2"_s);
  QCOMPARE(countOf(*m_database, "consumer_position where sequence = 2"), std::int64_t{3});
  QCOMPARE(*dispatcher.turn(*m_session), 0);
  QCOMPARE(countOf(*m_database, "dispatch"), std::int64_t{0});
}

void TestDispatcher::aFailingConsumerHoldsUpNobodyAndIsRetried() {
  bool isBroken = true;
  auto fragile = writer(u"fragile"_s);
  fragile.handle = [&isBroken, handle = fragile.handle](store::Session &session,
                                                        const std::vector<store::Event> &events) {
    const auto written = handle(session, events);
    return isBroken ? Result<>(fail(u"a.b"_s, u"It broke."_s)) : written;
  };
  const Dispatcher dispatcher({fragile, writer(u"sound"_s)});
  const auto second = addOrganization(*m_session);
  REQUIRE_OK(append(*m_session, m_organization, u"a"_s));
  REQUIRE_OK(append(*m_session, second, u"a"_s));
  REQUIRE_OK(dispatcher.turn(*m_session));
  QCOMPARE(effects(*m_database), u"sound 1, sound 1"_s);
  QCOMPARE(countOf(*m_database, "job where kind = 'dispatch.retry' and state = 'ready'"),
           std::int64_t{2});

  isBroken = false;
  m_clock.set(m_start + 2s);
  HandlerRegistry registry;
  dispatcher.registerRetries(registry);
  const JobRunner runner(registry, 60s);
  auto jobs = JobQueue(*m_session).claim({registry.queues(), registry.kinds(), u"w"_s, 10, 60s});
  for (const auto &job : *jobs)
    REQUIRE_OK(runner.settle(*m_session, {runner.handle(*m_session, job)}));
  QCOMPARE(effects(*m_database), u"sound 1, sound 1, fragile 1, fragile 1"_s);
}

void TestDispatcher::aConsumerFarBehindCatchesUpByAJob() {
  const Dispatcher before({writer(u"old"_s)});
  REQUIRE_OK(append(*m_session, m_organization, u"a"_s, 600));
  for (int turns = 0; turns < 2; ++turns)
    QCOMPARE(*before.turn(*m_session), 1);
  QCOMPARE(countOf(*m_database, "dispatch"), std::int64_t{0});
  const Dispatcher after({writer(u"old"_s), writer(u"new"_s)});
  REQUIRE_OK(append(*m_session, m_organization, u"a"_s));
  QCOMPARE(*after.turn(*m_session), 1);
  QCOMPARE(countOf(*m_database, "tenantry.effect where name = 'old'"), std::int64_t{601});
  QCOMPARE(countOf(*m_database, "tenantry.effect where name = 'new'"), std::int64_t{0});
  m_clock.set(m_start + 2s);
  HandlerRegistry registry;
  after.registerRetries(registry);
  const JobRunner runner(registry, 60s);
  const auto job = JobQueue(*m_session).claimEarliest(u"w"_s, 60s);
  QVERIFY(job->has_value());
  REQUIRE_OK(runner.handle(*m_session, **job).result);
  QCOMPARE(countOf(*m_database, "tenantry.effect where name = 'new'"), std::int64_t{601});
}

void TestDispatcher::whoCommitsDuringATurnIsNotForgotten() {
  auto rival = m_test.connect(u"worker"_s);
  store::Session rivalSession{*rival, m_clock, u"worker"_s};
  const Dispatcher dispatcher({writer(u"all"_s)});
  REQUIRE_OK(append(*m_session, m_organization, u"a"_s));
  // The rival holds the head during the whole turn: its event is neither seen nor lost.
  REQUIRE_OK(rival->transaction([&]() -> Result<> {
    TENANTRY_CHECK(store::appendEvents(rivalSession, m_organization, {{u"a"_s}}));
    TENANTRY_CHECK(dispatcher.turn(*m_session));
    return {};
  }));
  QCOMPARE(effects(*m_database), u"all 1"_s);
  m_clock.set(m_start + 1s);
  QCOMPARE(*dispatcher.turn(*m_session), 1);
  QCOMPARE(effects(*m_database), u"all 1, all 2"_s);
}

void TestDispatcher::eventsThatAConsumerCausesAreDispatchedToo() {
  Consumer echo{u"echo"_s, [](const QString &type) { return type == u"a"; },
                [](store::Session &session, const std::vector<store::Event> &events) {
                  return store::appendEvents(session, events.front().organization, {{u"b"_s}});
                }};
  const Dispatcher dispatcher({echo, writer(u"all"_s)});
  REQUIRE_OK(append(*m_session, m_organization, u"a"_s));
  QCOMPARE(*dispatcher.turn(*m_session), 1);
  QCOMPARE(*dispatcher.turn(*m_session), 1);
  QCOMPARE(*dispatcher.turn(*m_session), 0);
  QCOMPARE(effects(*m_database), u"all 1, all 2"_s);
}

void TestDispatcher::severalDispatchersHandleEachEventOnce() {
  constexpr int organizations = 40;
  for (int i = 0; i < organizations; ++i)
    REQUIRE_OK(append(*m_session, addOrganization(*m_session), u"a"_s, 5));
  const auto work = [this] {
    auto database = m_test.connect(u"worker"_s);
    // Each sees the leases of the others as long over.
    VirtualClock late(m_start);
    store::Session session{*database, late, u"worker"_s};
    const Dispatcher dispatcher({writer(u"one"_s), writer(u"two"_s)});
    for (int turns = 0; turns < 20; ++turns) {
      (void)dispatcher.turn(session, 15);
      late.set(late.now() + 60s);
    }
  };
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back(work);
  for (auto &thread : threads)
    thread.join();
  QCOMPARE(countOf(*m_database, "tenantry.effect"), std::int64_t{organizations * 5 * 2});
  QCOMPARE(countOf(*m_database, "consumer_position where sequence = 5"),
           std::int64_t{organizations * 2});
  QCOMPARE(countOf(*m_database, "dispatch"), std::int64_t{0});
}

void TestDispatcher::theNewsNameTheOrganizations() {
  REQUIRE_OK(m_database->script("listen tenantry_news"));
  const Dispatcher dispatcher({});
  for (int i = 0; i < 250; ++i)
    REQUIRE_OK(append(*m_session, addOrganization(*m_session), u"a"_s));
  QCOMPARE(*dispatcher.turn(*m_session, 250), 250);
  REQUIRE_OK(m_database->adHoc("select 1"));
  int named = 0;
  while (PGnotify *news = PQnotifies(m_database->handle())) {
    QVERIFY(qstrlen(news->extra) < 8000);
    named += static_cast<int>(QByteArray(news->extra).split(',').size());
    PQfreemem(news);
  }
  QCOMPARE(named, 250);
}

void TestDispatcher::aLeaseFromBeforeTheClockWasSetBackIsTakenOver() {
  const Dispatcher dispatcher({writer(u"all"_s)});
  m_clock.set(m_start + 24h);
  REQUIRE_OK(append(*m_session, m_organization, u"a"_s));
  const auto taken = m_database->adHoc("update dispatch set due_at = due_at + interval '10 s'");
  REQUIRE_OK(taken); // as by a dispatcher that was killed then
  m_clock.set(m_start);
  QCOMPARE(*dispatcher.turn(*m_session), 1);
  QCOMPARE(effects(*m_database), u"all 1"_s);
  QCOMPARE(countOf(*m_database, "dispatch"), std::int64_t{0});
}

QTEST_GUILESS_MAIN(TestDispatcher)
#include "tst_dispatcher.moc"
