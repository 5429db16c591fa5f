// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/organizations/listing.h"
#include "services/store/query_catalogue.h"
#include "tests/services/organizations/fixture.h"

using namespace tenantry;
using namespace tenantry::organizations;
using namespace tenantry::tests;

/// How PostgreSQL reads lists for a member of staff, under row-level security, once plans are
/// prepared for good.
class TestListingPlans : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void aPageReadsItsIndex_data();
  void aPageReadsItsIndex();
  void aCountOfACountryReadsItsIndex_data();
  void aCountOfACountryReadsItsIndex();
  void aPageIsNotPlannedAnew();
  void theLargestPageGoesOn();
  void aSearchReadsTheTrigramIndex();
  void check18_whatIsNarrowedHasAsManyRowsAsItCounts_data();
  void check18_whatIsNarrowedHasAsManyRowsAsItCounts();
  void theCountStopsBeyondTheMost();
  void aTenantSeesNoneOfTheOthers();

private:
  QString plan(const QByteArray &query, const QByteArray &types, const QByteArray &values);
  Workplace m_place;
  std::unique_ptr<store::Database> m_staff = m_place.test.connect(u"support"_s);
};

void TestListingPlans::initTestCase() {
  REQUIRE_OK(m_place.test.connect()->script(
      "set session_replication_role = replica;"
      "insert into organization (organization_id, name, email, "
      "address_country, time_zone, currency, status, "
      "created_at, updated_at, plan_id, mrr_twelfths) "
      "select gen_random_uuid(), 'Firm ' || md5(n::text), 'ops' || "
      "n || '@firm.example', (array['DE', 'AT', 'CH', 'FR', 'US'])[1 + "
      "n % 5], 'UTC', (array['EUR', 'USD'])[1 + n % 2], "
      "(array['onboarding', 'onboarded', 'active', 'churned'])[1 + "
      "n % 4], now() - n * interval '1 minute', now(), "
      "(array['', 'starter', 'gold'])[1 + n % 3], (n % 3) * n from "
      "generate_series(1, 20000) as n"));
  // Entries that the index has not taken in yet make it look dear; a vacuum takes them in.
  m_place.test.vacuum({u"organization"_s});
  REQUIRE_OK(m_staff->script("set plan_cache_mode = force_generic_plan"));
}

QString TestListingPlans::plan(const QByteArray &query, const QByteArray &types,
                               const QByteArray &values) {
  const auto &known = store::QueryCatalogue::compiledIn().find(query.toStdString());
  const QByteArray statement = "prepare planned" +
                               (types.isEmpty() ? QByteArray() : " (" + types + ")") + " as " +
                               QByteArray::fromStdString(known.sql);
  if (const auto done = m_staff->script("deallocate all; " + statement); !done)
    return done.error().toString();
  const auto rows = m_staff->adHoc("explain (costs off) execute planned" +
                                   (values.isEmpty() ? QByteArray() : " (" + values + ")"));
  if (!rows)
    return rows.error().toString();
  QStringList lines;
  for (const auto row : *rows)
    lines += row.get<QString>(0);
  return lines.join(u'\n');
}

void TestListingPlans::aPageReadsItsIndex_data() {
  QTest::addColumn<QString>("sort");
  QTest::addColumn<QString>("direction");
  QTest::addColumn<QString>("filter");
  for (const auto &sort : {u"name"_s, u"mrr"_s, u"created"_s})
    for (const auto &direction : {u"ascending"_s, u"descending"_s})
      for (const auto &filter :
           {QString(), u"status"_s, u"plan"_s, u"plan_and_status"_s, u"country"_s, u"currency"_s})
        QTest::addRow("by %s %s %s", qPrintable(sort), qPrintable(direction), qPrintable(filter))
            << sort << direction << filter;
}

// The types and values follow the order in which each statement first names its parameters.
void TestListingPlans::aPageReadsItsIndex() {
  QFETCH(QString, sort);
  QFETCH(QString, direction);
  QFETCH(QString, filter);
  QString name = u"organizations_by_%1_%2"_s.arg(sort, direction);
  QString index = u"organization_by_"_s + sort;
  if (!filter.isEmpty()) {
    name += u"_of_"_s + filter;
    index = u"organization_by_%1_%2"_s.arg(filter, sort);
  }
  const std::map<std::string, std::pair<QByteArray, QByteArray>> known{
      {"status", {"text", "'active'"}},
      {"plan", {"text", "'gold'"}},
      {"country", {"text", "'AT'"}},
      {"currency", {"text", "'EUR'"}},
      {"id", {"uuid", "'80000000-0000-0000-0000-000000000000'"}},
      {"count", {"bigint", "100"}},
      {"value", sort == u"name"_s ? std::pair<QByteArray, QByteArray>{"text", "'firm 8'"}
                : sort == u"mrr"_s
                    ? std::pair<QByteArray, QByteArray>{"bigint", "500"}
                    : std::pair<QByteArray, QByteArray>{"timestamptz", "'2026-01-01'"}}};
  QByteArrayList types;
  QByteArrayList values;
  for (const auto &parameter :
       store::QueryCatalogue::compiledIn().find(name.toStdString()).parameters) {
    types += known.at(parameter).first;
    values += known.at(parameter).second;
  }
  const QString text = plan(name.toLatin1(), types.join(", "), values.join(", "));
  QVERIFY2(text.contains(u"using "_s + index + u" on"_s), qPrintable(text));
  QVERIFY2(text.contains(u"Index Cond"_s) && !text.contains(u"Seq Scan"_s), qPrintable(text));
  if (filter == u"country"_s || filter == u"currency"_s)
    QVERIFY2(text.contains(u"Index Only Scan"_s), qPrintable(text)); // the rest is told from it
}

void TestListingPlans::aCountOfACountryReadsItsIndex_data() {
  QTest::addColumn<QString>("query");
  QTest::addColumn<QString>("index");
  for (const auto &facet : {u"country"_s, u"currency"_s}) {
    const auto index = u"organization_by_%1_"_s.arg(facet);
    QTest::addRow("%s", qPrintable(facet)) << u"organizations_counted_of_"_s + facet << index;
    QTest::addRow("%s, paying", qPrintable(facet))
        << u"organizations_counted_paying_of_"_s + facet << index + u"mrr"_s;
    QTest::addRow("%s, stuck", qPrintable(facet))
        << u"organizations_counted_stuck_of_"_s + facet << index + u"created"_s;
  }
  QTest::newRow("the countries") << u"organizations_countries"_s << u"organization_by_country_"_s;
  QTest::newRow("the currencies") << u"organizations_currencies"_s
                                  << u"organization_by_currency_"_s;
}

/// From the index alone, for the facets count one after another.
void TestListingPlans::aCountOfACountryReadsItsIndex() {
  QFETCH(QString, query);
  QFETCH(QString, index);
  const std::map<std::string, std::pair<QByteArray, QByteArray>> known{
      {"country", {"text", "'AT'"}}, {"currency", {"text", "'EUR'"}},
      {"status", {"text", "''"}},    {"plan", {"text", "''"}},
      {"most", {"bigint", "10001"}}, {"before", {"timestamptz", "'2026-01-01'"}}};
  QByteArrayList types;
  QByteArrayList values;
  for (const auto &parameter :
       store::QueryCatalogue::compiledIn().find(query.toStdString()).parameters) {
    types += known.at(parameter).first;
    values += known.at(parameter).second;
  }
  const QString text = plan(query.toLatin1(), types.join(", "), values.join(", "));
  QVERIFY2(text.contains(u"Index Only Scan using "_s + index), qPrintable(text));
  QVERIFY2(!text.contains(u"Seq Scan"_s), qPrintable(text));
}

void TestListingPlans::aPageIsNotPlannedAnew() {
  const auto database = m_place.test.connect(u"support"_s);
  store::Session session{*database, m_place.clock, u"lists"_s};
  for (const auto sort : {Sort::Name, Sort::Mrr, Sort::Created})
    for (const bool ascending : {true, false})
      for (const bool ofStatus : {false, true})
        for (const auto &of : {QString(), u"plan"_s, u"country"_s, u"currency"_s}) {
          ListQuery query;
          query.sort = sort;
          query.ascending = ascending;
          if (ofStatus)
            query.status = Status::Active;
          if (of == u"plan"_s)
            query.planId = u"gold"_s;
          if (of == u"country"_s)
            query.country = u"AT"_s;
          if (of == u"currency"_s)
            query.currency = u"EUR"_s;
          for (int page = 0; page < 8; ++page) {
            const auto found = OrganizationListing(session).page(query);
            REQUIRE_OK(found);
            query.after = found->next;
          }
        }
  const auto planned = database->adHoc(
      "select count(*), count(*) filter (where generic_plans > 0) from pg_prepared_statements");
  REQUIRE_OK(planned);
  QCOMPARE((*planned)[0].get<int>(0), 36);
  QCOMPARE((*planned)[0].get<int>(1), 36);
}

void TestListingPlans::theLargestPageGoesOn() {
  const auto database = m_place.test.connect(u"support"_s);
  store::Session session{*database, m_place.clock, u"lists"_s};
  for (const auto sort : {Sort::Name, Sort::Mrr, Sort::Created}) {
    ListQuery query;
    query.sort = sort;
    query.pageSize = OrganizationListing::mostRows;
    const auto page = OrganizationListing(session).page(query);
    REQUIRE_OK(page);
    QCOMPARE(page->rows.size(), std::size_t{OrganizationListing::mostRows});
    QVERIFY(page->next);
  }
}

void TestListingPlans::aSearchReadsTheTrigramIndex() {
  for (const auto &name :
       {"organizations_by_name_ascending_found", "organizations_counted_found"}) {
    const bool counts = QByteArray(name).contains("counted");
    const QString text = plan(name,
                              counts ? "text, text, text, text, text, bigint, timestamptz, bigint"
                                     : "text, text, text, text, text, text, uuid, bigint",
                              counts ? "'%abcde%', '', '', '', '', -1, 'infinity', 10"
                                     : "'%abcde%', '', '', '', '', '', gen_random_uuid(), 10");
    QVERIFY2(text.contains(u"Bitmap Index Scan on organization_search"_s), qPrintable(text));
  }
}

void TestListingPlans::check18_whatIsNarrowedHasAsManyRowsAsItCounts_data() {
  QTest::addColumn<int>("narrowed");
  QTest::addColumn<bool>("ascending");
  QTest::addColumn<QString>("plan");
  QTest::addColumn<QString>("search");
  QTest::addColumn<QByteArray>("condition");
  QTest::addColumn<QString>("place");
  for (const bool ascending : {true, false}) {
    const auto row = [ascending](const char *name, Narrowed narrowed, const QString &plan,
                                 const QString &search, const QByteArray &condition,
                                 const QString &place = {}) {
      QTest::addRow("%s %s", name, ascending ? "ascending" : "descending")
          << int(narrowed) << ascending << plan << search << condition << place;
    };
    row("with MRR, of a plan", Narrowed::Paying, u"gold"_s, {},
        "mrr_twelfths > 0 and plan_id = 'gold'");
    row("with MRR, found", Narrowed::Paying, {}, u"ops77"_s,
        "mrr_twelfths > 0 and search_text like '%ops77%'");
    row("stuck", Narrowed::Stuck, {}, {}, "status = 'onboarding' and created_at < BEFORE");
    row("with MRR, of a country and plan", Narrowed::Paying, u"gold"_s, {},
        "mrr_twelfths > 0 and plan_id = 'gold' and address_country = 'AT'", u"AT/"_s);
    row("stuck, of a country and currency", Narrowed::Stuck, {}, {},
        "status = 'onboarding' and created_at < BEFORE and address_country = 'CH' and "
        "currency = 'EUR'",
        u"CH/EUR"_s);
    row("with MRR, of a currency", Narrowed::Paying, {}, {},
        "mrr_twelfths > 0 and currency = 'USD'", u"/USD"_s);
    row("stuck, of a currency", Narrowed::Stuck, {}, {},
        "status = 'onboarding' and created_at < BEFORE and currency = 'EUR'", u"/EUR"_s);
    row("stuck, found, of a country", Narrowed::Stuck, {}, u"ops1"_s,
        "status = 'onboarding' and created_at < BEFORE and search_text like '%ops1%' and "
        "address_country = 'AT'",
        u"AT/"_s);
    row("stuck, found", Narrowed::Stuck, {}, u"ops1"_s,
        "status = 'onboarding' and created_at < BEFORE and search_text like '%ops1%'");
  }
}

/// Page by page, in either direction, with the other filters.
void TestListingPlans::check18_whatIsNarrowedHasAsManyRowsAsItCounts() {
  QFETCH(int, narrowed);
  QFETCH(bool, ascending);
  QFETCH(QString, plan);
  QFETCH(QString, search);
  QFETCH(QByteArray, condition);
  QFETCH(QString, place);
  const auto database = m_place.test.connect(u"support"_s);
  const auto created = database->adHoc("select now() - interval '10 days'");
  REQUIRE_OK(created);
  store::Session session{*database, m_place.clock, u"lists"_s};
  ListQuery query;
  query.narrowed = Narrowed(narrowed);
  query.sort = query.narrowed == Narrowed::Paying ? Sort::Mrr : Sort::Created;
  query.ascending = ascending;
  query.planId = plan;
  query.search = search;
  query.country = place.section(u'/', 0, 0);
  query.currency = place.section(u'/', 1);
  query.pageSize = 200;
  query.createdBefore = (*created)[0].get<Instant>(0);
  condition.replace("BEFORE", "'" + toIso(query.createdBefore).toLatin1() + "'");
  std::int64_t rows = 0;
  do {
    const auto page = OrganizationListing(session).page(query);
    REQUIRE_OK(page);
    rows += std::int64_t(page->rows.size());
    query.after = page->next;
  } while (query.after);
  const auto wanted = database->adHoc("select count(*) from organization where " + condition);
  REQUIRE_OK(wanted);
  QVERIFY(rows > 0);
  QCOMPARE(rows, (*wanted)[0].get<std::int64_t>(0));
  QCOMPARE(*OrganizationListing(session).count(query), rows);
  query.sort = Sort::Name;
  QCOMPARE(OrganizationListing(session).page(query).error().code, u"list.order"_s);
}

void TestListingPlans::theCountStopsBeyondTheMost() {
  const auto database = m_place.test.connect(u"support"_s);
  store::Session session{*database, m_place.clock, u"lists"_s};
  ListQuery query;
  QCOMPARE(*OrganizationListing(session).count(query), OrganizationListing::countLimit + 1);
  query.search = u"firm"_s;
  QCOMPARE(*OrganizationListing(session).count(query), OrganizationListing::countLimit + 1);
  query.search.clear();
  query.status = Status::Active;
  QVERIFY(*OrganizationListing(session).count(query) < OrganizationListing::countLimit);
}

void TestListingPlans::aTenantSeesNoneOfTheOthers() {
  const auto tenant = m_place.test.connect(u"tenant"_s);
  store::Session session{*tenant, m_place.clock, u"portal"_s};
  ListQuery query;
  QVERIFY(OrganizationListing(session).page(query)->rows.empty());
  query.search = u"ops777"_s;
  QVERIFY(OrganizationListing(session).page(query)->rows.empty());
}

QTEST_GUILESS_MAIN(TestListingPlans)
#include "tst_listing_plans.moc"
