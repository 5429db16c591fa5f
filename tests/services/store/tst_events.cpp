// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/events.h"
#include "tests/support/test_database.h"
#include <QTest>
#include <algorithm>
#include <thread>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::store;
using tenantry::tests::TestDatabase;

class TestStoreEvents : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void init() {
    m_database = m_test.connect(u"worker"_s);
    QVERIFY(
        m_test.connect()->script("truncate event, dispatch; truncate organization_head cascade"));
  }
  void AUTO_1_eventsAreNumberedWithoutGaps();
  void AUTO_1_bulkAndSingleShareTheNumbers();
  void AUTO_1_writersAtOnceLeaveNoGaps();
  void anUnknownOrganizationIsSaid();
  void outsideOfATransactionIsAMistake();
  void aLockedOrganizationMakesOthersWait();

private:
  OrganizationId addOrganization() {
    const auto id = makeId<OrganizationId>(m_clock.now());
    (void)m_database->adHoc("insert into organization_head (organization_id) values (:id)",
                            {{"id", id}});
    return id;
  }
  std::vector<std::int64_t> sequences(const OrganizationId &organization) {
    std::vector<std::int64_t> all;
    const auto rows = m_database->adHoc(
        "select sequence from event where organization_id = :id order by sequence",
        {{"id", organization}});
    for (const auto row : *rows)
      all.push_back(row.get<std::int64_t>(0));
    return all;
  }
  TestDatabase m_test;
  std::unique_ptr<Database> m_database;
  VirtualClock m_clock{Instant(std::chrono::microseconds(1'700'000'000'000'001))};
};

void TestStoreEvents::AUTO_1_eventsAreNumberedWithoutGaps() {
  Session session{*m_database, m_clock, u"worker"_s};
  const auto organization = addOrganization();
  for (int i = 0; i < 2; ++i) {
    const auto done = m_database->transaction([&]() -> Result<> {
      TENANTRY_CHECK(lockOrganization(session, organization));
      return appendEvents(session, organization,
                          {{u"a.happened"_s, {{"n", 1}}}, {u"b.happened"_s}});
    });
    QVERIFY2(done, qPrintable(done ? QString() : done.error().toString()));
  }
  const auto rows = m_database->adHoc(
      "select sequence, type, occurred_at, actor, payload from event order by sequence");
  QVERIFY(rows);
  QCOMPARE(rows->size(), 4);
  const auto [sequence, type, at, actor, payload] =
      (*rows)[2].as<std::int64_t, QString, Instant, QString, Json>();
  QCOMPARE(sequence, std::int64_t{3});
  QCOMPARE(type, u"a.happened"_s);
  QVERIFY(at == m_clock.now());
  QCOMPARE(actor, u"worker"_s);
  QVERIFY(payload == (Json{{"n", 1}}));
  const auto waiting = m_database->adHoc("select count(*) from dispatch");
  QCOMPARE((*waiting)[0].get<int>(0), 1);
}

void TestStoreEvents::AUTO_1_bulkAndSingleShareTheNumbers() {
  Session session{*m_database, m_clock, u"worker"_s};
  const std::vector organizations{addOrganization(), addOrganization(), addOrganization()};
  QVERIFY(m_database->transaction(
      [&] { return appendEvents(session, organizations[1], {{u"first"_s}}); }));
  std::vector<BulkEvent> events;
  for (int i = 0; i < 30; ++i)
    events.push_back({organizations[static_cast<std::size_t>(i) % 2], {u"bulk"_s, {{"i", i}}}});
  const auto done = m_database->transaction([&] { return appendEventsBulk(session, events); });
  QVERIFY2(done, qPrintable(done ? QString() : done.error().toString()));
  QCOMPARE(sequences(organizations[0]).size(), std::size_t{15});
  QCOMPARE(sequences(organizations[0]).back(), std::int64_t{15});
  QCOMPARE(sequences(organizations[1]).back(), std::int64_t{16});
  QVERIFY(sequences(organizations[2]).empty());
  const auto order =
      m_database->adHoc("select bool_and(i > before) from (select (payload->>'i')::int as i, "
                        "lag((payload->>'i')::int) over (partition by organization_id order by "
                        "sequence) as before from event where type = 'bulk') as pair");
  QVERIFY((*order)[0].get<bool>(0));
  const auto waiting = m_database->adHoc("select count(*) from dispatch");
  QCOMPARE((*waiting)[0].get<int>(0), 2);
}

void TestStoreEvents::AUTO_1_writersAtOnceLeaveNoGaps() {
  std::vector organizations{addOrganization(), addOrganization(), addOrganization()};
  constexpr int rounds = 20;
  std::atomic<int> failures = 0;
  std::vector<std::thread> threads;
  for (int writer = 0; writer < 4; ++writer)
    threads.emplace_back([&, writer] {
      const auto database = m_test.connect(u"worker"_s);
      Session session{*database, m_clock, u"worker"_s};
      std::vector<BulkEvent> events;
      for (const auto &organization : organizations)
        events.insert(writer % 2 == 0 ? events.begin() : events.end(), {organization, {u"bulk"_s}});
      for (int round = 0; round < rounds; ++round)
        failures +=
            database->transaction([&] { return appendEventsBulk(session, events); }) ? 0 : 1;
    });
  for (auto &thread : threads)
    thread.join();
  QCOMPARE(failures.load(), 0);
  for (const auto &organization : organizations) {
    const auto all = sequences(organization);
    QCOMPARE(all.size(), std::size_t{4 * rounds});
    QCOMPARE(all.back(), std::int64_t{4 * rounds});
  }
}

void TestStoreEvents::anUnknownOrganizationIsSaid() {
  Session session{*m_database, m_clock, u"worker"_s};
  const auto unknown = makeId<OrganizationId>(m_clock.now());
  const auto code = [&](auto work) {
    const auto done = m_database->transaction(work);
    return done ? QString() : done.error().code;
  };
  const auto expected = u"organization.not_found"_s;
  QCOMPARE(code([&] { return lockOrganization(session, unknown); }), expected);
  QCOMPARE(code([&] { return appendEvents(session, unknown, {{u"x"_s}}); }), expected);
  const std::vector<BulkEvent> events{{addOrganization(), {u"x"_s}}, {unknown, {u"x"_s}}};
  QCOMPARE(code([&] { return appendEventsBulk(session, events); }), expected);
}

void TestStoreEvents::outsideOfATransactionIsAMistake() {
  Session session{*m_database, m_clock, u"worker"_s};
  const auto organization = addOrganization();
  QVERIFY_THROWS_EXCEPTION(ProgrammingError, (void)appendEvents(session, organization, {{u"x"_s}}));
}

void TestStoreEvents::aLockedOrganizationMakesOthersWait() {
  Session session{*m_database, m_clock, u"worker"_s};
  const auto organization = addOrganization();
  auto settings = m_test.settings(u"worker"_s);
  settings.statementTimeout = std::chrono::milliseconds(100);
  const auto other = Database::open(settings);
  QVERIFY(other);
  QVERIFY(m_database->transaction([&]() -> Result<> {
    TENANTRY_CHECK(lockOrganization(session, organization));
    Session second{**other, m_clock, u"worker"_s};
    const auto blocked =
        (*other)->transaction([&] { return lockOrganization(second, organization); });
    return blocked || blocked.error().code != u"store.cancelled"
               ? Result<>(fail(u"test.not_blocked"_s, u""_s))
               : Result<>{};
  }));
}

QTEST_GUILESS_MAIN(TestStoreEvents)
#include "tst_events.moc"
