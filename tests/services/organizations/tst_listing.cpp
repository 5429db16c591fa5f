// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/organizations/listing.h"
#include "tests/services/organizations/fixture.h"
#include <algorithm>

using namespace tenantry;
using namespace tenantry::organizations;
using namespace tenantry::tests;

class TestListing : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void pagesJoinToTheWholeList_data();
  void pagesJoinToTheWholeList();
  void searchesTakeTheTextLiterally_data();
  void searchesTakeTheTextLiterally();
  void whatThereIsToChooseFrom();
  void aRowSaysWhatListsShow();
  void mistakesAreSaid();

private:
  Workplace m_place;
  OrganizationListing m_listing{m_place.session};
};

// Names, MRR and ages that tie, so that the ids decide.
void TestListing::initTestCase() {
  std::vector<Organization> many;
  std::vector<SubscriptionFacts> facts;
  for (int i = 0; i < 60; ++i) {
    many.push_back(draft(u"Name %1"_s.arg(i % 7)));
    many.back().id = makeId<OrganizationId>(m_place.clock.now());
    many.back().status = i % 3 == 0 ? Status::Active : Status::Onboarded;
    many.back().createdAt = Instant(std::chrono::seconds(1'700'000'000 + i % 5));
    many.back().addressCountry = i % 5 == 0 ? u"AT"_s : u"DE"_s;
    many.back().currency = *Currency::parse(i % 10 == 0 ? u"CHF" : u"EUR");
    many.back().customerNumber = i == 11 ? u"50%_Off"_s : QString::number(i);
    facts.push_back(
        {many.back().id, i % 2 == 0 ? u"starter"_s : u"gold"_s, u"active"_s, (i % 4) * 1200});
  }
  OrganizationService service(m_place.session);
  REQUIRE_OK(service.createMany(many));
  REQUIRE_OK(service.recordSubscriptions(facts));
}

void TestListing::pagesJoinToTheWholeList_data() {
  QTest::addColumn<int>("sort");
  QTest::addColumn<bool>("ascending");
  QTest::addColumn<QString>("status");
  QTest::addColumn<QString>("plan");
  QTest::addColumn<QString>("place");
  QTest::addColumn<QString>("search");
  QTest::addColumn<int>("rows");
  for (int sort = 0; sort < 3; ++sort)
    for (const bool up : {true, false}) {
      const auto row = [&](const char *name, const QString &status, const QString &plan,
                           const QString &place, const QString &search, int rows) {
        QTest::addRow("%s, order %d %s", name, sort, up ? "up" : "down")
            << sort << up << status << plan << place << search << rows;
      };
      row("all", {}, {}, {}, {}, 60);
      row("of a status", u"active"_s, {}, {}, {}, 20);
      row("of a plan", {}, u"gold"_s, {}, {}, 30);
      row("of both", u"active"_s, u"gold"_s, {}, {}, 10);
      row("of a country", {}, {}, u"AT/"_s, {}, 12);
      row("of a country, status and plan", u"active"_s, u"gold"_s, u"DE/"_s, {}, 8);
      row("of a currency", {}, {}, u"/CHF"_s, {}, 6);
      row("of a currency, status and plan", u"active"_s, u"starter"_s, u"/CHF"_s, {}, 2);
      row("of a country and currency", {}, {}, u"AT/EUR"_s, {}, 6);
      row("of a country that nobody is in", {}, {}, u"FR/"_s, {}, 0);
      row("found", {}, {}, {}, u"NAME 3"_s, 9);
      row("found of a plan and status", u"active"_s, u"gold"_s, {}, u"acme.example"_s, 10);
      row("found of a country and currency", {}, {}, u"AT/CHF"_s, u"acme.example"_s, 6);
    }
}

void TestListing::pagesJoinToTheWholeList() {
  QFETCH(int, sort);
  QFETCH(bool, ascending);
  QFETCH(QString, status);
  QFETCH(QString, plan);
  QFETCH(QString, place);
  QFETCH(QString, search);
  QFETCH(int, rows);
  ListQuery query;
  query.sort = static_cast<Sort>(sort);
  query.ascending = ascending;
  if (!status.isEmpty())
    query.status = *parseStatus(status);
  query.planId = plan;
  query.country = place.section(u'/', 0, 0);
  query.currency = place.section(u'/', 1);
  query.search = search;
  QCOMPARE(*m_listing.count(query), std::int64_t{rows});
  const auto whole = m_listing.page(query);
  REQUIRE_OK(whole);
  QCOMPARE(whole->rows.size(), static_cast<std::size_t>(rows));
  QVERIFY(!whole->next);
  const auto key = [sort](const ListRow &row) {
    return sort == 0   ? row.name
           : sort == 1 ? QString::number(row.mrrTwelfths).rightJustified(9)
                       : toIso(row.createdAt);
  };
  const bool idsUp = (sort == 0) == ascending;
  QVERIFY(std::is_sorted(whole->rows.begin(), whole->rows.end(),
                         [&](const ListRow &a, const ListRow &b) {
                           if (key(a) != key(b))
                             return ascending ? key(a) < key(b) : key(a) > key(b);
                           return idsUp ? a.id < b.id : b.id < a.id;
                         }));
  std::size_t position = 0;
  query.pageSize = 7;
  do {
    const auto page = m_listing.page(query);
    REQUIRE_OK(page);
    for (const auto &row : page->rows)
      QVERIFY(row.id == whole->rows.at(position++).id);
    query.after = page->next;
  } while (query.after);
  QCOMPARE(position, whole->rows.size());
}

void TestListing::searchesTakeTheTextLiterally_data() {
  QTest::addColumn<QString>("search");
  QTest::addColumn<int>("rows");
  QTest::newRow("wildcards are none") << u"50%_off"_s << 1;
  QTest::newRow("underscore") << u"5__%"_s << 0;
  QTest::newRow("backslash") << u"\\"_s << 0;
  QTest::newRow("spaces around") << u"  name 0 "_s << 9;
  QTest::newRow("of the e-mail") << u"OPS@acme"_s << 60;
}

void TestListing::searchesTakeTheTextLiterally() {
  QFETCH(QString, search);
  ListQuery query;
  query.search = search;
  const auto page = m_listing.page(query);
  REQUIRE_OK(page);
  QTEST(static_cast<int>(page->rows.size()), "rows");
}

void TestListing::whatThereIsToChooseFrom() {
  const auto countries = m_listing.countries();
  REQUIRE_OK(countries);
  QCOMPARE(*countries, (QStringList{u"AT"_s, u"DE"_s}));
  const auto currencies = m_listing.currencies();
  REQUIRE_OK(currencies);
  QCOMPARE(*currencies, (QStringList{u"CHF"_s, u"EUR"_s}));
  const Workplace empty;
  store::Session session{*empty.database, empty.clock, u"worker"_s};
  const auto none = OrganizationListing(session).countries();
  REQUIRE_OK(none);
  QVERIFY(none->isEmpty());
}

void TestListing::aRowSaysWhatListsShow() {
  ListQuery query;
  query.search = u"50%"_s;
  const auto page = m_listing.page(query);
  REQUIRE_OK(page);
  const auto &row = page->rows.at(0);
  QCOMPARE(row.name + row.email + row.country, u"Name 4Ops@acme.exampleDE"_s);
  QCOMPARE(row.planId + row.subscriptionStatus + row.currency.code(), u"goldactiveEUR"_s);
  QVERIFY(row.status == Status::Onboarded);
  QCOMPARE(row.mrrTwelfths, std::int64_t{3600});
  QVERIFY(row.createdAt == Instant(std::chrono::seconds(1'700'000'001)));
}

void TestListing::mistakesAreSaid() {
  ListQuery query;
  query.pageSize = 201;
  QCOMPARE(codeOf(m_listing.page(query)), u"list.page_size"_s);
  query.pageSize = 10;
  query.after = ListCursor{std::int64_t{1}, {}};
  QCOMPARE(codeOf(m_listing.page(query)), u"list.cursor"_s);
}

QTEST_GUILESS_MAIN(TestListing)
#include "tst_listing.moc"
