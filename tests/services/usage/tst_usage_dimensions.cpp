// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/usage/dimensions.h"
#include "services/usage/event_listing.h"
#include "services/usage/usage_repository.h"
#include "tests/services/usage/usage_house.h"

using namespace tenantry;
using namespace tenantry::usage;
using namespace tenantry::tests;

namespace {

template <typename T> QString refused(const Result<T> &result) {
  return result ? QString() : result.error().code;
}

} // namespace

/// What a metric comes to by the values of a dimension, in a period of two parts.
class TestUsageDimensions : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void init();
  void USE_5_everyAggregationIsGroupedAsItCounts_data();
  void USE_5_everyAggregationIsGroupedAsItCounts();
  void USE_5_correctionsStandWhereTheirEventDoes();
  void USE_5_theGreatestHaveARowAndTheOthersOne();
  void USE_5_onlyTheLatestAreLookedAtAndItSaysSo();
  void USE_5_namesAreThoseOfTheMetricAndTheEvents();
  void USE_5_aValueLeadsToItsEvents_data();
  void USE_5_aValueLeadsToItsEvents();
  void USE_5_whatIsAskedWrongIsRefused();
  void USE_5_whereNothingWasCountedThereIsNothing();
  void USE_5_hostileNamesAndValuesAreTexts();
  void USE_5_aTenantSeesNobodyElses();

private:
  void count(const QString &metric, const QString &key, std::int64_t quantity, int day,
             const std::map<QString, QString> &dimensions, const QString &corrects = {}) {
    auto event = happened(m_id, key, metric, quantity, day);
    event.dimensions = dimensions;
    event.corrects = corrects;
    const auto report = m_house.service().ingest({event});
    QVERIFY2(report, qPrintable(report ? QString() : report.error().toString()));
  }
  [[nodiscard]] DimensionQuery query(const QString &metric, const QString &by = u"region"_s) const {
    return {m_id, metric, UsageHouse::day(0), by};
  }
  [[nodiscard]] DimensionUsage of(const DimensionQuery &query) {
    auto session = m_house.session();
    auto usage = DimensionListing(session, m_house.applied).usage(query);
    if (!usage)
      qFatal("%s", qPrintable(usage.error().toString()));
    return *usage;
  }
  /// "eu 5 (2, 500)": quantity, events, share.
  [[nodiscard]] static QStringList words(const DimensionUsage &usage) {
    QStringList rows;
    for (const auto &row : usage.rows)
      rows += u"%1 %2 (%3, %4)"_s
                  .arg(row.kind == DimensionRow::Kind::Value    ? row.value
                       : row.kind == DimensionRow::Kind::Others ? u"+%1"_s.arg(row.values)
                                                                : u"-"_s)
                  .arg(row.quantity)
                  .arg(row.events)
                  .arg(row.share);
    return rows;
  }

  UsageHouse m_house;
  OrganizationId m_id;
};

/// Days 0 to 10 and 10 to 31.
void TestUsageDimensions::init() {
  m_id = m_house.addOrganization();
  m_house.addPart(m_id, 0, 10, 0);
  m_house.addPart(m_id, 10, 31, 0);
}

void TestUsageDimensions::USE_5_everyAggregationIsGroupedAsItCounts_data() {
  QTest::addColumn<QString>("metric");
  QTest::addColumn<QStringList>("rows");
  QTest::newRow("sum") << u"calls"_s
                       << QStringList{u"eu 16 (3, 533)"_s, u"us 10 (1, 333)"_s, u"- 4 (1, 133)"_s};
  QTest::newRow("max") << u"peak"_s
                       << QStringList{u"us 10 (1, 1000)"_s, u"eu 9 (3, 900)"_s, u"- 4 (1, 400)"_s};
  QTest::newRow("last") << u"stored"_s
                        << QStringList{u"us 10 (1, -1)"_s, u"eu 2 (3, -1)"_s, u"- 4 (1, -1)"_s};
  // Ana counts in each part, as invoices count her.
  QTest::newRow("unique") << u"users"_s
                          << QStringList{u"eu 3 (3, 750)"_s, u"us 1 (1, 250)"_s, u"- 1 (1, 250)"_s};
}

void TestUsageDimensions::USE_5_everyAggregationIsGroupedAsItCounts() {
  QFETCH(QString, metric);
  QFETCH(QStringList, rows);
  const auto eu = [](const QString &user) {
    return std::map<QString, QString>{{u"region"_s, u"eu"_s}, {u"user"_s, user}};
  };
  count(metric, u"a"_s, 5, 2, eu(u"ana"_s));
  count(metric, u"b"_s, 9, 12, eu(u"ana"_s));
  count(metric, u"c"_s, 2, 14, eu(u"ben"_s));
  count(metric, u"d"_s, 10, 3, {{u"region"_s, u"us"_s}, {u"user"_s, u"cem"_s}});
  count(metric, u"e"_s, 4, 15, {{u"user"_s, u"ben"_s}});
  const auto usage = of(query(metric));
  QCOMPARE(words(usage), rows);
  QCOMPARE(usage.events, std::int64_t(5));
  QVERIFY(!usage.isLatestOnly);
  // All of it is what the quota says of the period.
  auto session = m_house.session();
  const auto totals =
      EventListing(session, m_house.applied).totals({m_id, metric, UsageHouse::day(0), {}});
  QCOMPARE(usage.quantity, totals->used);
  QCOMPARE(usage.events, totals->events);
}

/// Also where they do not say so, and where they take all.
void TestUsageDimensions::USE_5_correctionsStandWhereTheirEventDoes() {
  for (const auto &metric : {u"calls"_s, u"peak"_s, u"users"_s}) {
    count(metric, metric + u"1"_s, 10, 12, {{u"region"_s, u"eu"_s}, {u"user"_s, u"ana"_s}});
    count(metric, metric + u"2"_s, 4, 13, {{u"region"_s, u"us"_s}, {u"user"_s, u"ben"_s}});
    count(metric, metric + u"3"_s, metric == u"users" ? -10 : -7, 12, {{u"user"_s, u"ana"_s}},
          metric + u"1"_s);
  }
  QCOMPARE(words(of(query(u"calls"_s))), (QStringList{u"us 4 (1, 571)"_s, u"eu 3 (2, 429)"_s}));
  QCOMPARE(words(of(query(u"peak"_s))), (QStringList{u"us 4 (1, 1000)"_s, u"eu 3 (2, 750)"_s}));
  QCOMPARE(words(of(query(u"users"_s))), (QStringList{u"us 1 (1, 1000)"_s, u"eu 0 (2, 0)"_s}));
}

void TestUsageDimensions::USE_5_theGreatestHaveARowAndTheOthersOne() {
  for (int i = 1; i <= 6; ++i)
    for (const auto &metric : {u"calls"_s, u"peak"_s, u"stored"_s, u"users"_s})
      count(metric, metric + QString::number(i), i, 10 + i,
            {{u"region"_s, u"r%1"_s.arg(i)}, {u"user"_s, i < 3 ? u"ana"_s : u"ben"_s}});
  const auto top = [this](const QString &metric) {
    auto wanted = query(metric);
    wanted.values = 2;
    return words(of(wanted));
  };
  QCOMPARE(top(u"calls"_s),
           (QStringList{u"r6 6 (1, 286)"_s, u"r5 5 (1, 238)"_s, u"+4 10 (4, 476)"_s}));
  QCOMPARE(top(u"peak"_s),
           (QStringList{u"r6 6 (1, 1000)"_s, u"r5 5 (1, 833)"_s, u"+4 4 (4, 667)"_s}));
  QCOMPARE(top(u"stored"_s),
           (QStringList{u"r6 6 (1, -1)"_s, u"r5 5 (1, -1)"_s, u"+4 4 (4, -1)"_s}));
  // Ana and Ben are among the others once each.
  QCOMPARE(top(u"users"_s),
           (QStringList{u"r1 1 (1, 500)"_s, u"r2 1 (1, 500)"_s, u"+4 1 (4, 500)"_s}));
}

void TestUsageDimensions::USE_5_onlyTheLatestAreLookedAtAndItSaysSo() {
  for (int i = 0; i < 6; ++i)
    count(u"calls"_s, QString::number(i), 1, 7 + i, {{u"region"_s, i < 3 ? u"old"_s : u"new"_s}});
  auto wanted = query(u"calls"_s);
  wanted.events = 4; // three of the second part, and the latest one of the first
  auto usage = of(wanted);
  QVERIFY(usage.isLatestOnly);
  QCOMPARE(words(usage), (QStringList{u"new 3 (3, 750)"_s, u"old 1 (1, 250)"_s}));
  wanted.events = 2;
  QCOMPARE(words(of(wanted)), QStringList{u"new 2 (2, 1000)"_s});
  wanted.events = 6;
  QVERIFY(!of(wanted).isLatestOnly);
}

void TestUsageDimensions::USE_5_namesAreThoseOfTheMetricAndTheEvents() {
  auto session = m_house.session();
  DimensionListing listing(session, m_house.applied);
  QCOMPARE(*listing.names(query(u"users"_s)), QStringList{u"user"_s});
  QCOMPARE(*listing.names(query(u"calls"_s)), QStringList());
  count(u"users"_s, u"a"_s, 1, 12, {{u"user"_s, u"ana"_s}, {u"plan"_s, u"x"_s}});
  count(u"users"_s, u"b"_s, 1, 12,
        {{u"user"_s, u"ana"_s}, {u"plan"_s, u"x"_s}, {u"app"_s, u"y"_s}});
  QCOMPARE(*listing.names(query(u"users"_s)), (QStringList{u"user"_s, u"plan"_s, u"app"_s}));
}

void TestUsageDimensions::USE_5_aValueLeadsToItsEvents_data() {
  QTest::addColumn<std::optional<QString>>("value");
  QTest::addColumn<QStringList>("keys");
  using Value = std::optional<QString>;
  QTest::newRow("a value") << Value(u"eu"_s) << QStringList{u"less"_s, u"a"_s};
  QTest::newRow("an empty one") << Value(QString(u""_s)) << QStringList{u"c"_s};
  QTest::newRow("none") << Value() << QStringList{u"d"_s};
  QTest::newRow("an unknown one") << Value(u"mars"_s) << QStringList();
}

void TestUsageDimensions::USE_5_aValueLeadsToItsEvents() {
  QFETCH(std::optional<QString>, value);
  QFETCH(QStringList, keys);
  count(u"calls"_s, u"a"_s, 5, 2, {{u"region"_s, u"eu"_s}});
  count(u"calls"_s, u"b"_s, 5, 12, {{u"region"_s, u"us"_s}});
  count(u"calls"_s, u"c"_s, 5, 13, {{u"region"_s, u""_s}});
  count(u"calls"_s, u"d"_s, 5, 14, {{u"other"_s, u"eu"_s}});
  count(u"calls"_s, u"less"_s, -1, 3, {}, u"a"_s);
  auto session = m_house.session();
  EventListing listing(session, m_house.applied);
  const EventQuery wanted{m_id, u"calls"_s, UsageHouse::day(0), DimensionValue{u"region"_s, value}};
  const auto page = listing.page(wanted, 100);
  QStringList found;
  for (const auto &row : page->rows)
    found += row.key;
  QCOMPARE(found, keys);
  QCOMPARE(*listing.count(wanted, 100), std::int64_t(keys.size()));
  // As many as the grouping says.
  std::int64_t grouped = 0;
  for (const auto &row : of(query(u"calls"_s)).rows)
    if (value ? row.kind == DimensionRow::Kind::Value && row.value == *value
              : row.kind == DimensionRow::Kind::None)
      grouped = row.events;
  QCOMPARE(grouped, std::int64_t(keys.size()));
}

void TestUsageDimensions::USE_5_whatIsAskedWrongIsRefused() {
  auto session = m_house.session();
  DimensionListing listing(session, m_house.applied);
  QCOMPARE(refused(listing.usage(query(u"weather"_s))), u"usage.metric_unknown"_s);
  QCOMPARE(refused(listing.names(query(u"weather"_s))), u"usage.metric_unknown"_s);
  for (const int values : {0, -1, 1001}) {
    auto wanted = query(u"calls"_s);
    wanted.values = values;
    QCOMPARE(refused(listing.usage(wanted)), u"list.page_size"_s);
  }
}

void TestUsageDimensions::USE_5_whereNothingWasCountedThereIsNothing() {
  for (const auto period : {UsageHouse::day(0), UsageHouse::day(5), noPart}) {
    auto wanted = query(u"calls"_s);
    wanted.period = period;
    const auto usage = of(wanted);
    QVERIFY(usage.rows.empty() && usage.events == 0 && usage.quantity == 0);
  }
}

void TestUsageDimensions::USE_5_hostileNamesAndValuesAreTexts() {
  const auto name = u"'; drop table usage_event; --"_s, value = u"=\"{$1}\\' %_"_s;
  count(u"calls"_s, u"a"_s, 1, 12, {{name, value}, {u""_s, u"x"_s}});
  QCOMPARE(words(of(query(u"calls"_s, name))), QStringList{value + u" 1 (1, 1000)"_s});
  QCOMPARE(words(of(query(u"calls"_s, u""_s))), QStringList{u"x 1 (1, 1000)"_s});
}

/// Nor does a tenant that entered its own organization and names another one.
void TestUsageDimensions::USE_5_aTenantSeesNobodyElses() {
  count(u"calls"_s, u"a"_s, 1, 12, {{u"region"_s, u"eu"_s}});
  const auto mine = m_house.addSubscribed();
  const auto database = m_house.connect(u"tenant"_s);
  const std::vector parts{UsageHouse::day(10)};
  const std::vector<std::int64_t> counts{100};
  // Rows of the values and of all, names, and events of one.
  const auto seen = [&](const OrganizationId &entered) {
    return database->transaction([&]() -> Result<std::vector<std::int64_t>> {
      TENANTRY_CHECK(
          database->adHoc("select enter_organization('" + entered.toString().toLatin1() + "')"));
      TENANTRY_TRY(grouped, database->query("usage_by_dimension", {{"organization", m_id},
                                                                   {"metric", u"calls"_s},
                                                                   {"aggregation", u"sum"_s},
                                                                   {"counted", QString()},
                                                                   {"dimension", u"region"_s},
                                                                   {"parts", parts},
                                                                   {"counts", counts},
                                                                   {"top", 10}}));
      TENANTRY_TRY(names, database->query("usage_dimensions", {{"organization", m_id},
                                                               {"metric", u"calls"_s},
                                                               {"parts", parts},
                                                               {"counts", counts},
                                                               {"top", 10}}));
      TENANTRY_TRY(events, database->query("usage_events_of_value", {{"organization", m_id},
                                                                     {"metric", u"calls"_s},
                                                                     {"parts", parts},
                                                                     {"dimension", u"region"_s},
                                                                     {"wanted", u"eu"_s},
                                                                     {"most", 10}}));
      return std::vector<std::int64_t>{std::int64_t(grouped.size()), std::int64_t(names.size()),
                                       events[0].get<std::int64_t>(0)};
    });
  };
  const auto own = seen(m_id), others = seen(mine);
  QVERIFY(own && others);
  QCOMPARE(*own, (std::vector<std::int64_t>{2, 1, 1}));
  QCOMPARE(*others, (std::vector<std::int64_t>{1, 0, 0}));
}

QTEST_GUILESS_MAIN(TestUsageDimensions)
#include "tst_usage_dimensions.moc"
