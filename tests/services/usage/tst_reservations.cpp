// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/usage/ingest_plan.h"
#include "services/usage/reservation_rules.h"
#include "services/usage/reservations.h"
#include "tests/services/usage/usage_house.h"
#include "tests/support/code_of.h"
#include <barrier>
#include <thread>

using namespace tenantry;
using namespace tenantry::usage;
using namespace tenantry::tests;
using namespace std::chrono_literals;

namespace {

QString wordOf(CommitOutcome outcome) {
  switch (outcome) {
  case CommitOutcome::Counted:
    return u"counted"_s;
  case CommitOutcome::Repeated:
    return u"repeated"_s;
  case CommitOutcome::NotHeld:
    break;
  }
  return u"not held"_s;
}

std::vector<ReservationRequest> wishes(const QString &prefix, int count, std::int64_t quantity = 1,
                                       const QString &metric = u"calls"_s) {
  std::vector<ReservationRequest> requests;
  for (int i = 0; i < count; ++i)
    requests.push_back({u"%1%2"_s.arg(prefix).arg(i), metric, quantity});
  return requests;
}

std::int64_t granted(const Result<std::vector<ReservationDecision>> &decisions) {
  return decisions ? std::ranges::count_if(*decisions, &ReservationDecision::granted) : -1;
}

} // namespace

#define VERIFY_DONE(result)                                                                        \
  QVERIFY2(result, qPrintable((result) ? QString() : (result).error().toString()))

class TestReservations : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void USE_4_whatFitsIsGrantedInOrder_data();
  void USE_4_whatFitsIsGrantedInOrder();
  void USE_4_theSameCallGivesTheSame();
  void USE_4_whatIsReservedIsUsedForEverybodyElse();
  void USE_4_commitCountsAndFreesTheRest();
  void USE_4_aLevelIsRaisedByWhatIsCommitted();
  void USE_4_whatHasRunOutIsFree();
  void USE_4_releaseIsOnce();
  void USE_4_aHardLimitHoldsUnderSixteenWriters();
  void USE_4_ofSixteenAtOnceTheOneThatFitsWins();
  void USE_4_wrongRequestsRefuseTheBatch_data();
  void USE_4_wrongRequestsRefuseTheBatch();
  void USE_4_moreThanReservedIsNotCommitted();
  void USE_4_usageThatCameAnotherWayEndsItsReservation();
  void reservationsOutliveThePeriod();

private:
  Reservations reservations() {
    m_session = std::make_unique<store::Session>(m_house.session());
    return {*m_session, m_house.applied};
  }
  Quota quota(const OrganizationId &id, const QString &metric = u"calls"_s) {
    auto service = m_house.service();
    const auto found = service.quota(id, metric);
    if (!found)
      qFatal("%s", qPrintable(found.error().toString()));
    return *found;
  }
  std::int64_t held(const OrganizationId &id) {
    return m_house.number(
        u"select coalesce(sum(quantity), 0)::bigint from usage_hold where organization_id = '%1'"_s
            .arg(id.toString()));
  }
  std::int64_t rows(const OrganizationId &id) {
    return m_house.number(
        u"select count(*) from usage_reservation where organization_id = '%1'"_s.arg(
            id.toString()));
  }
  UsageHouse m_house;
  std::unique_ptr<store::Session> m_session;
};

void TestReservations::USE_4_whatFitsIsGrantedInOrder_data() {
  QTest::addColumn<qint64>("limit");
  QTest::addColumn<bool>("hard");
  QTest::addColumn<QList<qint64>>("quantities");
  QTest::addColumn<QString>("granted");
  using L = QList<qint64>;
  QTest::newRow("all fit") << qint64(10) << true << L{5, 5} << "yy";
  QTest::newRow("one too many") << qint64(10) << true << L{5, 6} << "yn";
  QTest::newRow("a smaller one after it fits") << qint64(10) << true << L{5, 6, 5, 1} << "ynyn";
  QTest::newRow("soft: all") << qint64(10) << false << L{100, 100} << "yy";
  QTest::newRow("unlimited") << qint64(-1) << true << L{100, 100} << "yy";
  QTest::newRow("a limit of none") << qint64(0) << true << L{1} << "n";
}

void TestReservations::USE_4_whatFitsIsGrantedInOrder() {
  QFETCH(qint64, limit);
  QFETCH(bool, hard);
  QFETCH(QList<qint64>, quantities);
  QFETCH(QString, granted);
  std::map<QString, Quota> quotas{{u"calls"_s, {u"calls"_s, 0, limit, hard}}};
  std::vector<ReservationRequest> requests;
  for (const auto quantity : quantities)
    requests.push_back({u"k%1"_s.arg(requests.size()), u"calls"_s, quantity});
  const auto decisions = decide(requests, {}, quotas, UsageHouse::day(21));
  QString seen;
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < decisions.size(); ++i) {
    seen += decisions[i].granted ? u'y' : u'n';
    QCOMPARE(decisions[i].expiresAt.has_value(), decisions[i].granted);
    sum += decisions[i].granted ? requests[i].quantity : 0;
  }
  QCOMPARE(seen, granted);
  QCOMPARE(quotas.at(u"calls"_s).reserved, sum);
}

void TestReservations::USE_4_theSameCallGivesTheSame() {
  const auto id = m_house.addSubscribed();
  m_house.limit(id, u"calls"_s, 3, u"hard"_s);
  auto service = reservations();
  auto requests = wishes(u"k"_s, 3);
  requests.push_back(requests.front());
  const auto first = service.reserve(id, requests, 60s);
  VERIFY_DONE(first);
  QCOMPARE(granted(first), 4);
  QVERIFY(first->back().repeated);
  m_house.clock.set(m_house.clock.now() + 30s);
  const auto again = service.reserve(id, requests, 60s);
  QCOMPARE(granted(again), 4);
  QVERIFY(std::ranges::all_of(*again, &ReservationDecision::repeated));
  QCOMPARE(again->front().expiresAt, first->front().expiresAt);
  QCOMPARE(held(id), 3);
  QCOMPARE(granted(service.reserve(id, wishes(u"other"_s, 1), 60s)), 0);

  VERIFY_DONE(service.commit(id, {{u"k0"_s, {}, {}}}));
  const auto used = service.reserve(id, {requests.front()}, 60s);
  QCOMPARE(granted(used), 1);
  QVERIFY(!used->front().expiresAt);
  QCOMPARE(held(id), 2);
  m_house.clock.set(UsageHouse::day(20));
}

void TestReservations::USE_4_whatIsReservedIsUsedForEverybodyElse() {
  const auto id = m_house.addSubscribed();
  m_house.limit(id, u"calls"_s, 10, u"hard"_s);
  QCOMPARE(granted(reservations().reserve(id, wishes(u"k"_s, 1, 8), 60s)), 1);
  auto service = m_house.service();
  const auto refused = service.record(happened(id, u"e1"_s, u"calls"_s, 3, 20));
  QCOMPARE(codeOf(refused), u"quota.exceeded"_s);
  QVERIFY2(refused.error().message.contains(u"8 are reserved"_s),
           qPrintable(refused.error().message));
  const auto fits = service.record(happened(id, u"e2"_s, u"calls"_s, 2, 20));
  VERIFY_DONE(fits);
  QCOMPARE(fits->used, 2);
  QCOMPARE(fits->reserved, 8);
  QVERIFY(!fits->allows(1));
  QVERIFY(fits->allows(0));
}

void TestReservations::USE_4_commitCountsAndFreesTheRest() {
  const auto id = m_house.addSubscribed();
  m_house.limit(id, u"calls"_s, 10, u"hard"_s);
  auto service = reservations();
  QCOMPARE(granted(service.reserve(id, wishes(u"k"_s, 2, 5), 60s)), 2);
  const auto outcomes = service.commit(id, {{u"k0"_s, 3, {{u"region"_s, u"eu"_s}}},
                                            {u"k1"_s, {}, {}},
                                            {u"k0"_s, 3, {}},
                                            {u"none"_s, 1, {}}});
  VERIFY_DONE(outcomes);
  QStringList words;
  for (const auto outcome : *outcomes)
    words.append(wordOf(outcome));
  QCOMPARE(words.join(u", "_s), u"counted, counted, repeated, not held"_s);
  QCOMPARE(quota(id).used, 8);
  QCOMPARE(quota(id).reserved, 0);
  QCOMPARE(rows(id), 0);
  QCOMPARE(held(id), 0);
  const auto again = service.commit(id, {{u"k1"_s, {}, {}}});
  QCOMPARE(wordOf(again->front()), u"repeated"_s);
  QCOMPARE(quota(id).used, 8);
  QVERIFY(m_house.isExact());
}

void TestReservations::USE_4_aLevelIsRaisedByWhatIsCommitted() {
  const auto id = m_house.addSubscribed();
  m_house.limit(id, u"stored"_s, 10, u"hard"_s);
  auto usage = m_house.service();
  VERIFY_DONE(usage.record(happened(id, u"level"_s, u"stored"_s, 6, 20)));
  auto service = reservations();
  QCOMPARE(granted(service.reserve(id, wishes(u"k"_s, 3, 2, u"stored"_s), 60s)), 2);
  VERIFY_DONE(service.commit(id, {{u"k0"_s, {}, {}}, {u"k1"_s, 1, {}}}));
  QCOMPARE(quota(id, u"stored"_s).used, 9);
  QVERIFY(m_house.isExact());
}

void TestReservations::USE_4_whatHasRunOutIsFree() {
  const auto id = m_house.addSubscribed();
  m_house.limit(id, u"calls"_s, 10, u"hard"_s);
  auto service = reservations();
  QCOMPARE(granted(service.reserve(id, wishes(u"k"_s, 2, 5), 60s)), 2);
  m_house.clock.set(m_house.clock.now() + 59s);
  QCOMPARE(quota(id).reserved, 10);
  m_house.clock.set(m_house.clock.now() + 1s);
  QCOMPARE(quota(id).reserved, 0); // though nobody has removed them
  QCOMPARE(held(id), 10);
  const auto again = service.reserve(id, wishes(u"k"_s, 1, 10), 60s); // one of the keys once more
  QCOMPARE(granted(again), 1);
  QVERIFY(!again->front().repeated);
  QCOMPARE(rows(id), 1);
  QCOMPARE(held(id), 10);
  m_house.clock.set(m_house.clock.now() + 60s);
  const auto late = service.commit(id, {{u"k0"_s, {}, {}}});
  QCOMPARE(wordOf(late->front()), u"not held"_s);
  QCOMPARE(quota(id).used, 0);
  m_house.clock.set(UsageHouse::day(20));
}

void TestReservations::USE_4_releaseIsOnce() {
  const auto id = m_house.addSubscribed();
  m_house.limit(id, u"calls"_s, 10, u"hard"_s);
  auto service = reservations();
  QCOMPARE(granted(service.reserve(id, wishes(u"k"_s, 3, 3), 60s)), 3);
  QCOMPARE(service.release(id, {u"k0"_s, u"k2"_s, u"none"_s}).value_or(-1), 2);
  QCOMPARE(service.release(id, {u"k0"_s}).value_or(-1), 0);
  QCOMPARE(quota(id).reserved, 3);
  QCOMPARE(codeOf(service.release(makeId<OrganizationId>(m_house.clock.now()), {u"k"_s})),
           u"organization.not_found"_s);
}

void TestReservations::USE_4_aHardLimitHoldsUnderSixteenWriters() {
  constexpr int writers = 16, rounds = 6;
  constexpr std::int64_t limit = 503;
  const auto id = m_house.addSubscribed();
  m_house.limit(id, u"calls"_s, limit, u"hard"_s);
  std::atomic<std::int64_t> taken = 0, failures = 0;
  std::vector<std::thread> threads;
  for (int writer = 0; writer < writers; ++writer)
    threads.emplace_back([&, writer] {
      const auto database = m_house.connect();
      store::Session session{*database, m_house.clock, u"tests"_s};
      business::AppliedBusiness applied;
      Reservations holding(session, applied);
      UsageService usage(session, applied);
      for (int round = 0; round < rounds; ++round) {
        const auto name = u"w%1-%2-"_s.arg(writer).arg(round);
        if (writer % 4 == 0) { // one in four records without a reservation
          const auto done = usage.record(happened(id, name, u"calls"_s, 7, 20));
          taken += done ? 7 : 0;
          failures += !done && done.error().code != u"quota.exceeded"_s;
          continue;
        }
        const auto decisions = holding.reserve(id, wishes(name, 7), 60s);
        failures += !decisions;
        if (!decisions)
          continue;
        std::vector<Commit> commits;
        for (const auto &decision : *decisions)
          if (decision.granted)
            commits.push_back({decision.key, {}, {}});
        const auto outcomes = holding.commit(id, commits);
        failures += !outcomes;
        taken += outcomes ? std::ranges::count(*outcomes, CommitOutcome::Counted) : 0;
      }
    });
  for (auto &thread : threads)
    thread.join();
  QCOMPARE(failures.load(), 0);
  const auto standing = quota(id);
  QCOMPARE(standing.used, taken.load());
  QVERIFY2(standing.used <= limit && standing.used > limit - 7,
           qPrintable(QString::number(standing.used)));
  QCOMPARE(standing.reserved, 0);
  QCOMPARE(held(id), 0);
  QVERIFY(m_house.isExact());
}

/// A limit with room for one, again and again, by reservations and by events.
void TestReservations::USE_4_ofSixteenAtOnceTheOneThatFitsWins() {
  constexpr int writers = 16, limits = 12;
  std::vector<OrganizationId> ids;
  for (int i = 0; i < limits; ++i) {
    ids.push_back(m_house.addSubscribed());
    m_house.limit(ids.back(), u"calls"_s, 10, u"hard"_s);
  }
  std::barrier together(writers);
  std::vector<std::atomic<int>> winners(limits);
  std::vector<std::thread> threads;
  for (int writer = 0; writer < writers; ++writer)
    threads.emplace_back([&, writer] {
      const auto database = m_house.connect();
      store::Session session{*database, m_house.clock, u"tests"_s};
      business::AppliedBusiness applied;
      Reservations holding(session, applied);
      UsageService usage(session, applied);
      const auto name = u"w%1-"_s.arg(writer);
      for (int i = 0; i < limits; ++i) {
        const auto &id = ids[static_cast<std::size_t>(i)];
        together.arrive_and_wait();
        winners[static_cast<std::size_t>(i)] +=
            writer % 2 == 0 ? usage.record(happened(id, name, u"calls"_s, 7, 20)).has_value()
                            : granted(holding.reserve(id, wishes(name, 1, 7), 60s)) == 1;
      }
    });
  for (auto &thread : threads)
    thread.join();
  for (const auto &won : winners)
    QCOMPARE(won.load(), 1);
}

void TestReservations::USE_4_wrongRequestsRefuseTheBatch_data() {
  QTest::addColumn<QString>("key");
  QTest::addColumn<QString>("metric");
  QTest::addColumn<qint64>("quantity");
  QTest::addColumn<int>("seconds");
  QTest::addColumn<QString>("code");
  const auto row = [](const char *name, const char *key, const char *metric, qint64 quantity,
                      int seconds, const char *code) {
    QTest::newRow(name) << key << metric << quantity << seconds << code;
  };
  row("no key", "", "calls", 1, 60, "usage.key_missing");
  row("an unknown metric", "k", "cats", 1, 60, "usage.metric_unknown");
  row("nothing", "k", "calls", 0, 60, "usage.quantity_invalid");
  row("less than nothing", "k", "calls", -1, 60, "usage.quantity_invalid");
  row("too much", "k", "calls", largestQuantity + 1, 60, "usage.quantity_invalid");
  row("a maximum", "k", "peak", 1, 60, "quota.not_reservable");
  row("distinct values", "k", "users", 1, 60, "quota.not_reservable");
  row("for no time", "k", "calls", 1, 0, "quota.duration_invalid");
  row("for longer than a day", "k", "calls", 1, 86'401, "quota.duration_invalid");
}

void TestReservations::USE_4_wrongRequestsRefuseTheBatch() {
  QFETCH(QString, key);
  QFETCH(QString, metric);
  QFETCH(qint64, quantity);
  QFETCH(int, seconds);
  QFETCH(QString, code);
  const auto id = m_house.addSubscribed();
  auto service = reservations();
  const auto refused = service.reserve(id, {{u"good"_s, u"calls"_s, 1}, {key, metric, quantity}},
                                       std::chrono::seconds(seconds));
  QCOMPARE(codeOf(refused), code);
  QCOMPARE(rows(id), 0);
}

void TestReservations::USE_4_moreThanReservedIsNotCommitted() {
  const auto id = m_house.addSubscribed();
  auto service = reservations();
  QCOMPARE(granted(service.reserve(id, wishes(u"k"_s, 2, 3), 60s)), 2);
  for (const qint64 quantity : {4, 0, -1}) {
    const auto refused = service.commit(id, {{u"k1"_s, 1, {}}, {u"k0"_s, quantity, {}}});
    QCOMPARE(codeOf(refused), u"usage.quantity_invalid"_s);
  }
  QCOMPARE(quota(id).used, 0);
  QCOMPARE(quota(id).reserved, 6);
}

void TestReservations::USE_4_usageThatCameAnotherWayEndsItsReservation() {
  const auto id = m_house.addSubscribed();
  auto service = reservations();
  QCOMPARE(granted(service.reserve(id, wishes(u"k"_s, 1, 3), 60s)), 1);
  auto usage = m_house.service();
  VERIFY_DONE(usage.ingest({happened(id, u"k0"_s, u"calls"_s, 3, 20)}));
  const auto outcomes = service.commit(id, {{u"k0"_s, {}, {}}});
  QCOMPARE(wordOf(outcomes->front()), u"repeated"_s);
  QCOMPARE(quota(id).used, 3);
  QCOMPARE(quota(id).reserved, 0);
}

/// What was reserved before a boundary is used, and counts, after it.
void TestReservations::reservationsOutliveThePeriod() {
  const auto id = m_house.addOrganization();
  m_house.addPart(id, 0, 21, 0);
  m_house.addPart(id, 21, 52, 21);
  m_house.limit(id, u"calls"_s, 10, u"hard"_s);
  auto service = reservations();
  m_house.clock.set(UsageHouse::day(21) - 30s);
  QCOMPARE(granted(service.reserve(id, wishes(u"k"_s, 1, 10), 60s)), 1);
  m_house.clock.set(UsageHouse::day(21));
  QCOMPARE(quota(id).reserved, 10);
  QCOMPARE(quota(id).used, 0);
  VERIFY_DONE(service.commit(id, {{u"k0"_s, {}, {}}}));
  QCOMPARE(quota(id).used, 10);
  QCOMPARE(m_house.total(id, u"calls"_s, 21), 10);
  m_house.clock.set(UsageHouse::day(20));
}

QTEST_GUILESS_MAIN(TestReservations)
#include "tst_reservations.moc"
