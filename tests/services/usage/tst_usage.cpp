// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/services/usage/usage_house.h"
#include "tests/support/code_of.h"
#include <QScopeGuard>
#include <thread>

using namespace tenantry;
using namespace tenantry::usage;
using namespace tenantry::tests;

namespace {

constexpr int some = 30;  // written row by row
constexpr int many = 300; // copied in

std::vector<UsageEvent> batchOf(const OrganizationId &id, int from, int count) {
  std::vector<UsageEvent> events;
  for (int i = from; i < from + count; ++i)
    events.push_back(happened(id, u"k%1"_s.arg(i), u"calls"_s, 2, 10));
  return events;
}

} // namespace

#define VERIFY_DONE(result)                                                                        \
  QVERIFY2(result, qPrintable((result) ? QString() : (result).error().toString()))

class TestUsage : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void USE_1_anEventCountsOnce_data();
  void USE_1_anEventCountsOnce();
  void USE_1_writersOfTheSameBatchCountItOnce();
  void USE_1_whatIsWrongIsRefused_data();
  void USE_1_whatIsWrongIsRefused();
  void USE_1_everyAggregation_data();
  void USE_1_everyAggregation();
  void USE_1_lateEventsBelongToTheirOwnPart();
  void USE_1_correctionsThatNameNoEventAreRefused();
  void USE_2_periodsAreRolledBeforeTheirUsageIsCounted();
  void USE_3_eachAlertIsRaisedOnce();
  void USE_3_thePartsOfAPeriodCountTogether();
  void USE_4_aHardLimitHoldsUnderConcurrentRecorders();
  void USE_4_aRefusedEventLeavesNothing();
  void quotasAreThoseOfTheRunningPeriod();
  void aChangedTotalIsNamed();

private:
  UsageHouse m_house;
};

void TestUsage::USE_1_anEventCountsOnce_data() {
  QTest::addColumn<int>("first");
  QTest::addColumn<int>("secondFrom");
  QTest::addColumn<int>("second");
  QTest::newRow("few, the same again") << some << 0 << some;
  QTest::newRow("few, half of them again") << some << some / 2 << some;
  QTest::newRow("many, nothing again") << many << many << many;
  QTest::newRow("many, the same again") << many << 0 << many;
  QTest::newRow("many, one again") << many << many - 1 << many;
}

void TestUsage::USE_1_anEventCountsOnce() {
  QFETCH(int, first);
  QFETCH(int, secondFrom);
  QFETCH(int, second);
  const auto id = m_house.addSubscribed();
  auto service = m_house.service();
  auto events = batchOf(id, 0, first);
  events.push_back(events.front());
  events.back().quantity = 1000;
  const auto one = service.ingest(events);
  VERIFY_DONE(one);
  QCOMPARE(one->counted, first);
  QCOMPARE(one->repeated, 1);
  const auto two = service.ingest(batchOf(id, secondFrom, second));
  VERIFY_DONE(two);
  QCOMPARE(two->repeated, first - secondFrom);
  QCOMPARE(two->counted, second - (first - secondFrom));
  QCOMPARE(m_house.total(id, u"calls"_s, 0), 2 * (secondFrom + second));
  QVERIFY(m_house.isExact());
}

void TestUsage::USE_1_writersOfTheSameBatchCountItOnce() {
  const std::vector ids{m_house.addSubscribed(), m_house.addSubscribed(), m_house.addSubscribed()};
  std::vector<UsageEvent> events;
  for (const auto &id : ids)
    for (auto &made : batchOf(id, 0, many))
      events.push_back(made);
  std::atomic<std::int64_t> counted = 0;
  std::atomic<int> failures = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 2; ++i)
    threads.emplace_back([&, i] {
      const auto database = m_house.connect();
      store::Session session{*database, m_house.clock, u"worker"_s};
      business::AppliedBusiness business;
      auto mine = events;
      if (i == 1)
        std::reverse(mine.begin(), mine.end());
      const auto report = UsageService(session, business).ingest(mine);
      failures += report ? 0 : 1;
      counted += report ? report->counted : 0;
    });
  for (auto &thread : threads)
    thread.join();
  QCOMPARE(failures.load(), 0);
  QCOMPARE(counted.load(), 3 * many);
  for (const auto &id : ids)
    QCOMPARE(m_house.total(id, u"calls"_s, 0), 2 * many);
  QVERIFY(m_house.isExact());
}

void TestUsage::USE_1_whatIsWrongIsRefused_data() {
  QTest::addColumn<QString>("metric");
  QTest::addColumn<QString>("key");
  QTest::addColumn<int>("day");
  QTest::addColumn<qlonglong>("quantity");
  QTest::addColumn<QString>("code");
  QTest::newRow("unknown metric") << u"x"_s << u"k"_s << 10 << 1LL << u"usage.metric_unknown"_s;
  QTest::newRow("no key") << u"calls"_s << QString() << 10 << 1LL << u"usage.key_missing"_s;
  QTest::newRow("too old") << u"calls"_s << u"k"_s << -41 << 1LL << u"usage.too_old"_s;
  QTest::newRow("old enough to count") << u"calls"_s << u"k"_s << -40 << 1LL << QString();
  QTest::newRow("in the future") << u"calls"_s << u"k"_s << 21 << 1LL << u"usage.in_future"_s;
  QTest::newRow("negative") << u"calls"_s << u"k"_s << 10 << -1LL << u"usage.quantity_invalid"_s;
  QTest::newRow("too large") << u"calls"_s << u"k"_s << 10 << 1'000'000'000'000'001LL
                             << u"usage.quantity_invalid"_s;
  QTest::newRow("without its dimension")
      << u"users"_s << u"k"_s << 10 << 1LL << u"usage.dimension_missing"_s;
}

void TestUsage::USE_1_whatIsWrongIsRefused() {
  QFETCH(QString, metric);
  QFETCH(QString, key);
  QFETCH(int, day);
  QFETCH(qlonglong, quantity);
  QFETCH(QString, code);
  const auto id = m_house.addSubscribed();
  auto wrong = happened(id, key, metric, quantity, day);
  wrong.place = {u"usage.jsonl"_s, 7, 1, {}};
  const auto report = m_house.service().ingest({happened(id, u"good"_s, u"calls"_s, 1, 10), wrong});
  QCOMPARE(codeOf(report), code);
  QCOMPARE(m_house.number(u"select count(*) from usage_event where organization_id = '%1'"_s.arg(
               id.toString())),
           code.isEmpty() ? 2 : 0);
  if (!report) {
    QCOMPARE(report.error().place, wrong.place);
    QVERIFY(report.error().message.contains(key));
  }
  QCOMPARE(codeOf(m_house.service().ingest(
               {happened(makeId<OrganizationId>(m_house.clock.now()), u"k"_s, u"calls"_s, 1, 10)})),
           u"organization.not_found"_s);
}

void TestUsage::USE_1_everyAggregation_data() {
  QTest::addColumn<QString>("metric");
  QTest::addColumn<int>("first");     // after 5 on day 10, 9 on day 5
  QTest::addColumn<int>("second");    // after 4 on day 8
  QTest::addColumn<int>("corrected"); // after −3 for that 9
  QTest::newRow("sum") << u"calls"_s << 14 << 18 << 15;
  QTest::newRow("max") << u"peak"_s << 9 << 9 << 6;
  QTest::newRow("last") << u"stored"_s << 5 << 5 << 5;
  QTest::newRow("unique") << u"users"_s << 2 << 2 << 1;
}

void TestUsage::USE_1_everyAggregation() {
  QFETCH(QString, metric);
  const auto id = m_house.addSubscribed();
  auto service = m_house.service();
  std::vector events{happened(id, u"a"_s, metric, 5, 10), happened(id, u"b"_s, metric, 9, 5),
                     happened(id, u"c"_s, metric, 4, 8), happened(id, u"d"_s, metric, -3, 12)};
  const std::vector values{u"ada"_s, u"bob"_s, u"ada"_s};
  for (std::size_t i = 0; i < values.size(); ++i)
    events[i].dimensions[u"user"_s] = values[i];
  VERIFY_DONE(service.ingest({events[0], events[1]}));
  QTEST(int(m_house.total(id, metric, 0)), "first");
  VERIFY_DONE(service.ingest({events[2]}));
  QTEST(int(m_house.total(id, metric, 0)), "second");
  events[3].corrects = u"b"_s;
  for (int i = 0; i < 2; ++i) {
    VERIFY_DONE(service.correct(events[3]));
    QTEST(int(m_house.total(id, metric, 0)), "corrected");
  }
  QVERIFY(m_house.isExact());
}

void TestUsage::USE_1_lateEventsBelongToTheirOwnPart() {
  const auto id = m_house.addOrganization();
  m_house.addPart(id, -28, 0, -28);
  m_house.addPart(id, 0, 31, 0);
  VERIFY_DONE(m_house.service().ingest({happened(id, u"now"_s, u"calls"_s, 1, 0),
                                        happened(id, u"late"_s, u"calls"_s, 2, -1),
                                        happened(id, u"before"_s, u"calls"_s, 4, -30)}));
  QCOMPARE(m_house.total(id, u"calls"_s, 0), 1);
  QCOMPARE(m_house.total(id, u"calls"_s, -28), 2);
  QCOMPARE(
      m_house.number(
          u"select quantity from usage_total where part_from = '-infinity' and organization_id = "
          "'%1'"_s.arg(id.toString())),
      4);
  auto correction = happened(id, u"c"_s, u"calls"_s, -1, 10);
  correction.corrects = u"late"_s;
  VERIFY_DONE(m_house.service().correct(correction));
  QCOMPARE(m_house.total(id, u"calls"_s, -28), 1);
  QVERIFY(m_house.isExact());
}

void TestUsage::USE_1_correctionsThatNameNoEventAreRefused() {
  const auto id = m_house.addSubscribed();
  auto service = m_house.service();
  VERIFY_DONE(service.ingest({happened(id, u"a"_s, u"calls"_s, 5, 10)}));
  auto wrong = happened(id, u"c"_s, u"calls"_s, -1, 10);
  QCOMPARE(codeOf(service.correct(wrong)), u"usage.not_found"_s);
  wrong.corrects = u"nothing"_s;
  QCOMPARE(codeOf(service.correct(wrong)), u"usage.not_found"_s);
  wrong.corrects = u"a"_s;
  wrong.metric = u"peak"_s;
  QCOMPARE(codeOf(service.correct(wrong)), u"usage.not_found"_s);
  wrong.metric = u"calls"_s;
  wrong.quantity = 1;
  QCOMPARE(codeOf(service.correct(wrong)), u"usage.quantity_invalid"_s);
  wrong.quantity = -6;
  QCOMPARE(codeOf(service.correct(wrong)), u"usage.quantity_invalid"_s);
  QCOMPARE(m_house.total(id, u"calls"_s, 0), 5);
}

void TestUsage::USE_2_periodsAreRolledBeforeTheirUsageIsCounted() {
  const auto restore = qScopeGuard([this] { m_house.clock.set(UsageHouse::day(20)); });
  m_house.clock.set(UsageHouse::day(0));
  const auto id = m_house.addStarted();
  VERIFY_DONE(m_house.service().ingest({happened(id, u"a"_s, u"calls"_s, 1, 0)}));
  m_house.clock.set(UsageHouse::day(40));
  VERIFY_DONE(m_house.service().ingest(
      {happened(id, u"b"_s, u"calls"_s, 2, 39), happened(id, u"c"_s, u"calls"_s, 4, 5)}));
  QCOMPARE(m_house.total(id, u"calls"_s, 0), 5);
  QCOMPARE(m_house.total(id, u"calls"_s, 31), 2);
  m_house.clock.set(UsageHouse::day(70));
  QCOMPARE(m_house.service().quota(id, u"calls"_s)->used, 0);
  QCOMPARE(m_house.service().record(happened(id, u"d"_s, u"calls"_s, 8, 69))->used, 8);
}

void TestUsage::USE_3_eachAlertIsRaisedOnce() {
  const auto id = m_house.addSubscribed();
  m_house.limit(id, u"traffic"_s, 10, u"soft"_s); // 1000 in hundredths
  const std::vector<std::pair<int, int>> steps{{799, 0}, {1, 1}, {99, 1}, {1, 2},
                                               {99, 2},  {1, 3}, {500, 3}};
  for (std::size_t i = 0; i < steps.size(); ++i) {
    VERIFY_DONE(m_house.service().ingest(
        {happened(id, u"k%1"_s.arg(i), u"traffic"_s, steps[i].first, 10)}));
    QCOMPARE(
        m_house.number(
            u"select count(*) from event where organization_id = '%1' and type like 'usage.%'"_s
                .arg(id.toString())),
        steps[i].second);
  }
  const auto rows = m_house.database().adHoc(
      "select type, payload from event where organization_id = :id order by sequence",
      {{"id", id}});
  const QStringList types{(*rows)[0].get<QString>(0), (*rows)[1].get<QString>(0),
                          (*rows)[2].get<QString>(0)};
  QCOMPARE(types, (QStringList{u"usage.approaching"_s, u"usage.warning"_s, u"usage.exceeded"_s}));
  const store::Json expected{{"metric", "traffic"},
                             {"used", 1000},
                             {"limit", 1000},
                             {"decimals", 2},
                             {"period_from", "2026-03-01T00:00:00Z"}};
  QVERIFY((*rows)[2].get<store::Json>(1) == expected);
}

void TestUsage::USE_3_thePartsOfAPeriodCountTogether() {
  const auto id = m_house.addOrganization();
  m_house.addPart(id, 0, 15, 0);
  m_house.addPart(id, 15, 31, 0);
  m_house.limit(id, u"calls"_s, 100, u"soft"_s);
  VERIFY_DONE(m_house.service().ingest({happened(id, u"a"_s, u"calls"_s, 40, 10)}));
  VERIFY_DONE(m_house.service().ingest({happened(id, u"b"_s, u"calls"_s, 39, 16)}));
  QCOMPARE(m_house.number(u"select count(*) from usage_alert where organization_id = '%1'"_s.arg(
               id.toString())),
           0);
  VERIFY_DONE(m_house.service().ingest(
      {happened(id, u"c"_s, u"calls"_s, 1, 10), happened(id, u"d"_s, u"calls"_s, 1, 17)}));
  QCOMPARE(m_house.number(u"select count(*) from usage_alert where organization_id = '%1'"_s.arg(
               id.toString())),
           1);
  QCOMPARE(m_house.service().quota(id, u"calls"_s)->used, 81);
}

void TestUsage::USE_4_aHardLimitHoldsUnderConcurrentRecorders() {
  const auto id = m_house.addSubscribed();
  m_house.limit(id, u"calls"_s, 50, u"hard"_s);
  std::atomic<int> granted = 0, refused = 0, failures = 0;
  std::vector<std::thread> threads;
  for (int writer = 0; writer < 16; ++writer)
    threads.emplace_back([&, writer] {
      const auto database = m_house.connect();
      store::Session session{*database, m_house.clock, u"worker"_s};
      business::AppliedBusiness business;
      UsageService service(session, business);
      for (int i = 0; i < 20; ++i) {
        const auto quota =
            service.record(happened(id, u"%1-%2"_s.arg(writer).arg(i), u"calls"_s, 1, 10));
        ++(quota ? granted : quota.error().code == u"quota.exceeded" ? refused : failures);
      }
    });
  for (auto &thread : threads)
    thread.join();
  QCOMPARE(failures.load(), 0);
  QCOMPARE(granted.load(), 50);
  QCOMPARE(refused.load(), 16 * 20 - 50);
  QCOMPARE(m_house.total(id, u"calls"_s, 0), 50);
  QVERIFY(m_house.isExact());
}

void TestUsage::USE_4_aRefusedEventLeavesNothing() {
  const auto id = m_house.addSubscribed();
  m_house.limit(id, u"calls"_s, 10, u"hard"_s);
  m_house.limit(id, u"stored"_s, 10, u"hard"_s);
  auto service = m_house.service();
  const auto first = service.record(happened(id, u"a"_s, u"calls"_s, 7, 10));
  VERIFY_DONE(first);
  QCOMPARE(first->used, 7);
  QCOMPARE(first->limit, std::optional<std::int64_t>(10));
  QVERIFY(first->hard);
  const auto refused = service.record(happened(id, u"b"_s, u"calls"_s, 4, 10));
  QCOMPARE(codeOf(refused), u"quota.exceeded"_s);
  for (const auto &part : {u"7"_s, u"10"_s, u"4"_s})
    QVERIFY2(refused.error().message.contains(part), qPrintable(refused.error().message));
  QCOMPARE(m_house.number(u"select count(*) from usage_event where organization_id = '%1'"_s.arg(
               id.toString())),
           1);
  QCOMPARE(m_house.number(u"select count(*) from usage_alert where organization_id = '%1'"_s.arg(
               id.toString())),
           0);
  QCOMPARE(service.record(happened(id, u"a"_s, u"calls"_s, 7, 10))->used, 7);
  QCOMPARE(service.record(happened(id, u"c"_s, u"calls"_s, 3, 10))->used, 10);
  QCOMPARE(codeOf(service.record(happened(id, u"d"_s, u"stored"_s, 11, 10))), u"quota.exceeded"_s);
  QCOMPARE(service.record(happened(id, u"e"_s, u"stored"_s, 10, 11))->used, 10);
  QCOMPARE(service.record(happened(id, u"f"_s, u"stored"_s, 3, 12))->used, 3);
}

void TestUsage::quotasAreThoseOfTheRunningPeriod() {
  const auto id = m_house.addOrganization();
  m_house.addPart(id, -28, 0, -28);
  m_house.addPart(id, 0, 31, 0);
  m_house.limit(id, u"traffic"_s, 3, u"soft"_s);
  m_house.limit(id, u"peak"_s, -1, u"soft"_s);
  VERIFY_DONE(m_house.service().ingest({happened(id, u"a"_s, u"stored"_s, 8, -5),
                                        happened(id, u"b"_s, u"peak"_s, 8, -5),
                                        happened(id, u"c"_s, u"traffic"_s, 5, 3)}));
  std::map<QString, Quota> quotas;
  const auto found = m_house.service().quotas(id);
  VERIFY_DONE(found);
  for (const auto &quota : *found)
    quotas[quota.metric] = quota;
  QCOMPARE(quotas[u"stored"_s].used, 8); // what was last said holds on
  QCOMPARE(quotas[u"peak"_s].used, 0);
  QCOMPARE(quotas[u"peak"_s].limit, std::optional<std::int64_t>(-1));
  QCOMPARE(quotas[u"traffic"_s].used, 5);
  QCOMPARE(quotas[u"traffic"_s].limit, std::optional<std::int64_t>(300));
  QVERIFY(!quotas[u"calls"_s].limit);
  QCOMPARE(codeOf(m_house.service().quota(id, u"x"_s)), u"usage.metric_unknown"_s);
}

void TestUsage::aChangedTotalIsNamed() {
  const auto id = m_house.addSubscribed();
  VERIFY_DONE(m_house.service().ingest({happened(id, u"a"_s, u"calls"_s, 8, 5)}));
  m_house.run(
      u"update usage_total set quantity = 9 where organization_id = '%1'"_s.arg(id.toString()));
  auto session = m_house.session();
  const auto differences =
      recount(session, (*m_house.applied.current(session))->business.metrics, id);
  VERIFY_DONE(differences);
  QCOMPARE(differences->size(), std::size_t{1});
  QCOMPARE(differences->front().metric, u"calls"_s);
  QCOMPARE(differences->front().stored, 9);
  QCOMPARE(differences->front().counted, 8);
  QVERIFY(differences->front().part == UsageHouse::day(0));
}

QTEST_GUILESS_MAIN(TestUsage)
#include "tst_usage.moc"
