// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/usage/arrivals.h"
#include "services/usage/standings.h"
#include "tests/services/billing/billing_house.h"

using namespace tenantry;
using namespace tenantry::tests;
using namespace tenantry::usage;
using namespace std::chrono_literals;

/// Usage over all organizations: what lists say is what quotas and invoices say.
class TestUsageLists : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void USE_3_everyStandingIsItsQuota_data();
  void USE_3_everyStandingIsItsQuota();
  void USE_3_levelsAreCountedAsTheyAreListed();
  void USE_5_theForecastIsThatOfTheRecord();
  void USE_1_arrivalsAreCountedByTheHour();
  void USE_1_whatComesLateIsFollowedToItsInvoice();
  void USE_1_whatIsRepeatedIsNotLateTwice();
  void USE_1_historyIsNotLate();
  void wrongQueriesSayWhy();

private:
  static std::vector<Standing> all(BillingHouse &house, const StandingQuery &wanted) {
    std::vector<Standing> rows;
    auto query = wanted;
    do {
      auto page = expect(Standings(house.worker.session, house.worker.business).page(query));
      rows.insert(rows.end(), page.rows.begin(), page.rows.end());
      query.after = page.next;
    } while (query.after);
    return rows;
  }
  static std::vector<LateRow> late(BillingHouse &house, const QString &metric = {}) {
    std::vector<LateRow> rows;
    std::optional<LateCursor> after;
    do {
      auto page =
          expect(LateListing(house.worker.session, house.worker.business).page(metric, 2, after));
      rows.insert(rows.end(), page.rows.begin(), page.rows.end());
      after = page.next;
    } while (after);
    return rows;
  }
  static void at(BillingHouse &house, const char *instant) {
    house.clock.set(*parseInstant(QString::fromLatin1(instant)));
  }
  static UsageEvent event(const OrganizationId &organization, const QString &key,
                          std::int64_t quantity, const char *instant) {
    UsageEvent event;
    event.organization = organization;
    event.key = key;
    event.metric = u"api_calls"_s;
    event.quantity = quantity;
    event.occurredAt = *parseInstant(QString::fromLatin1(instant));
    return event;
  }
  static IngestReport ingest(BillingHouse &house, const std::vector<UsageEvent> &events,
                             Age age = Age::Limited) {
    return expect(UsageService(house.worker.session, house.worker.business).ingest(events, age));
  }
};

void TestUsageLists::USE_3_everyStandingIsItsQuota_data() {
  QTest::addColumn<QString>("metric");
  QTest::addColumn<bool>("byShare");
  QTest::addColumn<int>("pageSize");
  for (const auto &metric : {u"api_calls"_s, u"storage_gb"_s, u"users"_s})
    for (const bool byShare : {false, true})
      for (const int pageSize : {1, 3, 200})
        QTest::addRow("%s %s by %d", qPrintable(metric), byShare ? "share" : "used", pageSize)
            << metric << byShare << pageSize;
}

void TestUsageLists::USE_3_everyStandingIsItsQuota() {
  QFETCH(QString, metric);
  QFETCH(bool, byShare);
  QFETCH(int, pageSize);
  BillingHouse house;
  const auto book = house.randomBook(12, 3);
  at(house, "2026-03-02T10:00:00Z"); // in the third period, of which nothing was counted yet
  house.runAll();
  for (std::size_t i = 0; i < book.size(); ++i)
    house.use(book[i], u"api_calls"_s, std::int64_t(i) * 40'000);
  const auto rows = all(house, {{metric, 0}, byShare, pageSize, {}});
  std::map<OrganizationId, Standing> listed;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    QVERIFY(i == 0 || rows[i].place <= rows[i - 1].place);
    listed[rows[i].id] = rows[i];
  }
  QCOMPARE(listed.size(), rows.size());
  for (const auto &id : book) {
    const auto quota =
        expect(UsageService(house.worker.session, house.worker.business).quota(id, metric));
    const auto found = listed.find(id);
    QCOMPARE(found != listed.end(), quota.used > 0);
    if (found == listed.end())
      continue;
    QCOMPARE(found->second.quota.used, quota.used);
    QCOMPARE(found->second.quota.isLimited(), quota.isLimited());
    QCOMPARE(found->second.quota.hard, quota.hard);
    if (!quota.isLimited())
      QCOMPARE(found->second.share, std::int64_t(-1));
    else
      QCOMPARE(found->second.quota.limit, quota.limit);
  }
}

void TestUsageLists::USE_3_levelsAreCountedAsTheyAreListed() {
  BillingHouse house;
  const auto book = house.randomBook(20, 9);
  for (std::size_t i = 0; i < book.size(); ++i)
    house.use(book[i], u"api_calls"_s, std::int64_t(i) * 20'000);
  const auto levels =
      expect(Standings(house.worker.session, house.worker.business).levels(u"api_calls"_s));
  QVERIFY(levels.exceeded > 0 && levels.exceeded < levels.all);
  for (const int level : {0, 80, 90, 100}) {
    const auto rows = all(house, {{u"api_calls"_s, level}, true, 7, {}});
    QCOMPARE(std::int64_t(rows.size()), levels.atLeast(level));
    for (const auto &row : rows)
      if (level > 0)
        QVERIFY(row.quota.used * 100 >= *row.quota.limit * level);
  }
}

void TestUsageLists::USE_5_theForecastIsThatOfTheRecord() {
  BillingHouse house;
  const auto id = house.organization();
  house.subscribe(id, u"starter"_s);
  const auto limit =
      *expect(UsageService(house.worker.session, house.worker.business).quota(id, u"api_calls"_s))
           .limit;
  at(house, "2026-02-10T10:00:00Z"); // ten days of 28 gone
  house.use(id, u"api_calls"_s, limit / 2);
  const auto rows = all(house, {{u"api_calls"_s, 0}, false, 10, {}});
  QCOMPARE(rows.size(), 1u);
  QVERIFY(rows.front().limitDay);
  QCOMPARE(toIso(*rows.front().limitDay), u"2026-02-20"_s);
  QCOMPARE(rows.front().share, std::int64_t(500));
}

void TestUsageLists::USE_1_arrivalsAreCountedByTheHour() {
  BillingHouse house;
  const auto id = house.organization();
  house.subscribe(id);
  at(house, "2026-02-01T10:59:59Z");
  house.use(id, u"api_calls"_s, 1);
  at(house, "2026-02-01T11:00:00Z");
  house.use(id, u"api_calls"_s, 1);
  house.use(id, u"api_calls"_s, 1);
  at(house, "2026-02-01T13:30:00Z");
  house.use(id, u"api_calls"_s, 1);
  const auto hours = expect(recordedBySteps(
      house.worker.session, *parseInstant(u"2026-02-01T10:00:00Z"_s), std::chrono::hours(1), 4));
  QCOMPARE(hours, (std::vector<std::int64_t>{1, 2, 0, 1}));
}

/// Of three that came late, one came before the closing invoice, one after it, and one corrects.
void TestUsageLists::USE_1_whatComesLateIsFollowedToItsInvoice() {
  BillingHouse house;
  const auto id = house.organization();
  house.subscribe(id, u"starter"_s);
  house.runAll();
  ingest(house, {event(id, u"in-time"_s, 2'000'000, "2026-01-31T11:00:00Z")});
  at(house, "2026-02-28T00:30:00Z");
  ingest(house, {event(id, u"before"_s, 1'000'000, "2026-02-20T10:00:00Z"),
                 event(id, u"now"_s, 5, "2026-02-28T00:20:00Z")});
  auto rows = late(house);
  QCOMPARE(rows.size(), 1u);
  QCOMPARE(rows[0].id.key, u"before"_s);
  QCOMPARE(int(rows[0].outcome.kind), int(EventOutcome::Waits)); // there is no invoice yet
  at(house, "2026-02-28T10:00:00Z");
  house.runAll();
  rows = late(house);
  QCOMPARE(int(rows[0].outcome.kind), int(EventOutcome::OnItsInvoice));
  QVERIFY(!rows[0].outcome.invoice.isEmpty());
  at(house, "2026-03-05T10:00:00Z");
  ingest(house, {event(id, u"after"_s, 3'000'000, "2026-02-21T10:00:00Z")});
  rows = late(house);
  QCOMPARE(rows.size(), 2u);
  QCOMPARE(rows[0].id.key, u"after"_s); // the latest first
  QCOMPARE(int(rows[0].outcome.kind), int(EventOutcome::Waits));
  QCOMPARE(toIso(rows[0].days.from), u"2026-01-31"_s);
  at(house, "2026-03-31T10:00:00Z");
  house.runAll();
  rows = late(house, u"api_calls"_s);
  QCOMPARE(int(rows[0].outcome.kind), int(EventOutcome::Billed));
  QVERIFY(rows[0].outcome.invoice != rows[1].outcome.invoice);
  QVERIFY(late(house, u"storage_gb"_s).empty());
  QCOMPARE(expect(LateListing(house.worker.session, house.worker.business).count({})),
           std::int64_t(2));
}

void TestUsageLists::USE_1_whatIsRepeatedIsNotLateTwice() {
  BillingHouse house;
  const auto id = house.organization();
  house.subscribe(id);
  at(house, "2026-03-01T10:00:00Z");
  const auto once = event(id, u"once"_s, 7, "2026-02-10T10:00:00Z");
  QCOMPARE(ingest(house, {once}).counted, std::int64_t(1));
  QCOMPARE(ingest(house, {once}).repeated, std::int64_t(1));
  QCOMPARE(late(house).size(), 1u);
  auto correction = event(id, u"less"_s, -3, "2026-03-01T10:00:00Z");
  correction.corrects = u"once"_s;
  ingest(house, {correction});
  const auto rows = late(house);
  QCOMPARE(rows.size(), 2u); // it changes what February came to
  QCOMPARE(rows[0].quantity + rows[1].quantity, std::int64_t(4));
}

void TestUsageLists::USE_1_historyIsNotLate() {
  BillingHouse house;
  const auto id = house.organization();
  house.subscribe(id);
  at(house, "2026-03-01T10:00:00Z");
  ingest(house, {event(id, u"old"_s, 7, "2026-02-10T10:00:00Z")}, Age::Any);
  QVERIFY(late(house).empty());
}

void TestUsageLists::wrongQueriesSayWhy() {
  BillingHouse house;
  Standings standings(house.worker.session, house.worker.business);
  QCOMPARE(standings.page({{u"api_calls"_s, 0}, false, 0, {}}).error().code, u"list.page_size"_s);
  QCOMPARE(standings.page({{u"weather"_s, 0}, false, 10, {}}).error().code,
           u"usage.metric_unknown"_s);
  QCOMPARE(standings.levels(u"weather"_s).error().code, u"usage.metric_unknown"_s);
  QCOMPARE(LateListing(house.worker.session, house.worker.business).page({}, 201).error().code,
           u"list.page_size"_s);
}

QTEST_GUILESS_MAIN(TestUsageLists)
#include "tst_usage_lists.moc"
