// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/organizations/search.h"
#include "services/organizations/search_words.h"
#include "services/store/query_catalogue.h"
#include "tests/services/organizations/fixture.h"

using namespace tenantry;
using namespace tenantry::organizations;
using namespace tenantry::tests;

/// What someone finds while typing, for the groups of staff, and how PostgreSQL looks for it.
class TestSearch : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void organizationsAreFound_data();
  void organizationsAreFound();
  void membersAreFound_data();
  void membersAreFound();
  void whoeverMayReadFinds_data();
  void whoeverMayReadFinds();
  void aSearchReadsItsIndex_data();
  void aSearchReadsItsIndex();
  void theLongestWordsCount();

private:
  Workplace m_place;
  std::unique_ptr<store::Database> m_staff = m_place.test.connect(u"support"_s);
  store::Session m_session{*m_staff, m_place.clock, u"console"_s};
};

void TestSearch::initTestCase() {
  REQUIRE_OK(m_place.test.connect()->script(
      "set session_replication_role = replica;"
      "insert into organization (organization_id, name, email, url, customer_number, "
      "address_country, time_zone, currency, status, created_at, updated_at) "
      "select gen_random_uuid(), 'Firm ' || md5(n::text), 'ops' || n || '@firm.example', '', "
      "'D-' || n, 'DE', 'UTC', 'EUR', 'active', now(), now() from generate_series(1, 5000) as n;"
      "insert into organization (organization_id, name, email, url, customer_number, "
      "address_country, time_zone, currency, status, created_at, updated_at) values "
      "('00000000-0000-7000-8000-000000000001', 'Kestrel Bank', 'billing@kestrelbank.co.uk', "
      "'https://kestrelbank.co.uk', 'cus_Kes100', 'GB', 'UTC', 'GBP', 'active', now(), now()),"
      "('00000000-0000-7000-8000-000000000002', '100% Wool_Mills', 'ops@wool.example', '', '', "
      "'DE', 'UTC', 'EUR', 'active', now(), now()),"
      "('00000000-0000-7000-8000-000000000003', 'Äther Übersee', 'post@aether.example', '', '', "
      "'DE', 'UTC', 'EUR', 'active', now(), now());"
      // More than are read of those that contain it.
      "insert into organization (organization_id, name, email, url, customer_number, "
      "address_country, time_zone, currency, status, created_at, updated_at) "
      "select gen_random_uuid(), 'Copy of K-1007 ' || n, 'copy@firm.example', '', '', 'DE', 'UTC', "
      "'EUR', 'active', now(), now() from generate_series(1, 300) as n;"
      "insert into organization (organization_id, name, email, url, customer_number, "
      "address_country, time_zone, currency, status, created_at, updated_at) values "
      "('ffffffff-0000-7000-8000-000000000004', 'Zebra Mills', 'ops@zebra.example', '', 'K-1007', "
      "'DE', 'UTC', 'EUR', 'active', now(), now());"
      "update organization set vat_id = 'GB999999973', telephone = '+44 20 79460018' where name = "
      "'Kestrel Bank';"
      "insert into member (organization_id, member_id, given_name, family_name, email, active, "
      "created_at) select organization_id, gen_random_uuid(), 'Given' || row_number() over (), "
      "'Family', 'person' || row_number() over () || '@people.example', true, now() from "
      "organization;"
      "insert into member (organization_id, member_id, given_name, family_name, email, active, "
      "created_at, external_id, telephone) values "
      "('00000000-0000-7000-8000-000000000001', gen_random_uuid(), 'Maeve', 'Doyle', "
      "'maeve.doyle@kestrelbank.co.uk', true, now(), 'HR-77123', '+44 20 5550199'),"
      "('00000000-0000-7000-8000-000000000001', gen_random_uuid(), 'Gone', 'Doyle', "
      "'gone.doyle@kestrelbank.co.uk', false, now(), '', '')"));
  m_place.test.vacuum({u"organization"_s, u"member"_s});
}

void TestSearch::organizationsAreFound_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<QString>("first");
  const QString kestrel = u"Kestrel Bank"_s, wool = u"100% Wool_Mills"_s;
  QTest::newRow("its beginning") << u"kes"_s << kestrel;
  QTest::newRow("in any case") << u"KESTREL b"_s << kestrel;
  QTest::newRow("one letter") << u"k"_s << kestrel;
  QTest::newRow("a part") << u"strel"_s << kestrel;
  QTest::newRow("words in any order") << u"bank kestrel"_s << kestrel;
  QTest::newRow("a short word among them") << u"co kestrel"_s << kestrel;
  QTest::newRow("part of the e-mail") << u"billing@kest"_s << kestrel;
  QTest::newRow("part of the address") << u"kestrelbank.co.uk"_s << kestrel;
  QTest::newRow("the number in the other system") << u"cus_kes100"_s << kestrel;
  QTest::newRow("a number that others contain") << u"k-1007"_s << u"Zebra Mills"_s;
  QTest::newRow("the beginning of a number") << u"K-10"_s << u"Zebra Mills"_s;
  QTest::newRow("the VAT id") << u"gb999999973"_s << kestrel;
  QTest::newRow("the telephone") << u"20 79460018"_s << kestrel;
  QTest::newRow("spaces around") << u"  kestrel   bank "_s << kestrel;
  QTest::newRow("a percent sign is one") << u"100%"_s << wool;
  QTest::newRow("an underscore is one") << u"wool_mi"_s << wool;
  QTest::newRow("a percent sign is no wildcard") << u"kest%bank"_s << QString();
  QTest::newRow("an underscore is no wildcard") << u"kestrel_bank"_s << QString();
  QTest::newRow("a backslash is one") << u"kestrel\\"_s << QString();
  QTest::newRow("a quote is one") << u"kestrel' or true --"_s << QString();
  QTest::newRow("umlauts") << u"äther übersee"_s << u"Äther Übersee"_s;
  QTest::newRow("capital umlauts") << u"ÜBERS"_s << u"Äther Übersee"_s;
  QTest::newRow("a word that is missing") << u"kestrel zebra"_s << QString();
  QTest::newRow("nothing") << QString() << QString();
  QTest::newRow("blanks") << u"   "_s << QString();
  QTest::newRow("wildcards alone") << u"%%% ___"_s << QString();
  QTest::newRow("a null character") << u"kes\0trel"_s << kestrel;
  QTest::newRow("a whole book") << QString(100'000, u'x') << QString();
  QTest::newRow("a hundred thousand words") << u"kes "_s.repeated(100'000) << kestrel;
}

void TestSearch::organizationsAreFound() {
  QFETCH(QString, text);
  QFETCH(QString, first);
  const auto found = OrganizationSearch(m_session).organizations(text);
  REQUIRE_OK(found);
  QCOMPARE(found->empty() ? QString() : found->front().name, first);
}

void TestSearch::membersAreFound_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<QString>("email");
  const QString maeve = u"maeve.doyle@kestrelbank.co.uk"_s;
  QTest::newRow("given name") << u"maeve"_s << maeve;
  QTest::newRow("family name first") << u"doyle maeve"_s << maeve;
  QTest::newRow("e-mail") << u"maeve.doyle@"_s << maeve;
  QTest::newRow("external id") << u"hr-77123"_s << maeve;
  QTest::newRow("telephone") << u"20 5550199"_s << maeve;
  QTest::newRow("who has left is not") << u"gone doyle"_s << QString();
  QTest::newRow("two letters are too few") << u"ma"_s << QString();
  QTest::newRow("nothing") << QString() << QString();
  QTest::newRow("no wildcard") << u"maeve%doyle"_s << QString();
}

void TestSearch::membersAreFound() {
  QFETCH(QString, text);
  QFETCH(QString, email);
  const auto found = OrganizationSearch(m_session).members(text);
  REQUIRE_OK(found);
  QCOMPARE(found->empty() ? QString() : found->front().email, email);
  if (!email.isEmpty())
    QCOMPARE(found->front().organizationName, u"Kestrel Bank"_s);
}

void TestSearch::whoeverMayReadFinds_data() {
  QTest::addColumn<QString>("role");
  QTest::addColumn<bool>("finds");
  for (const auto &group :
       {u"success"_s, u"finance"_s, u"support"_s, u"manager"_s, u"administrator"_s})
    QTest::newRow(qPrintable(group)) << group << true;
  QTest::newRow("a tenant that entered nothing") << u"tenant"_s << false;
}

void TestSearch::whoeverMayReadFinds() {
  QFETCH(QString, role);
  QFETCH(bool, finds);
  const auto database = m_place.test.connect(role);
  store::Session session{*database, m_place.clock, u"console"_s};
  const auto organizations = OrganizationSearch(session).organizations(u"kestrel"_s);
  REQUIRE_OK(organizations);
  QCOMPARE(!organizations->empty(), finds);
  const auto members = OrganizationSearch(session).members(u"maeve"_s);
  REQUIRE_OK(members);
  QCOMPARE(!members->empty(), finds);
  // Its limits end with it.
  const auto after = database->adHoc("show enable_seqscan");
  REQUIRE_OK(after);
  QCOMPARE((*after)[0].get<QString>(0), u"on"_s);
}

void TestSearch::aSearchReadsItsIndex_data() {
  QTest::addColumn<QByteArray>("query");
  QTest::addColumn<QByteArray>("values");
  QTest::addColumn<QString>("index");
  QTest::newRow("beginning") << QByteArray("organizations_beginning_with") << QByteArray("'f'")
                             << u"using organization_by_name on"_s;
  QTest::newRow("numbered") << QByteArray("organizations_numbered") << QByteArray("'d-1'")
                            << u"using organization_by_customer_number on"_s;
  QTest::newRow("containing") << QByteArray("organizations_containing")
                              << QByteArray("'%kes%', '%kes%', '%kes%'")
                              << u"Bitmap Index Scan on organization_search"_s;
  QTest::newRow("members") << QByteArray("members_containing")
                           << QByteArray("'%doy%', '%doy%', '%doy%'")
                           << u"Bitmap Index Scan on member_search"_s;
}

/// Of a member of staff, under row-level security, also once the plan is made for any text.
void TestSearch::aSearchReadsItsIndex() {
  QFETCH(QByteArray, query);
  QFETCH(QByteArray, values);
  QFETCH(QString, index);
  const auto &known = store::QueryCatalogue::compiledIn().find(query.toStdString());
  QByteArrayList types;
  for (std::size_t i = 0; i < known.parameters.size(); ++i)
    types += "text";
  for (const auto &mode : {"force_generic_plan", "force_custom_plan"}) {
    const auto database = m_place.test.connect(u"support"_s);
    const auto &limits = store::QueryCatalogue::compiledIn().find("read_promptly").sql;
    REQUIRE_OK(database->script(QByteArray("begin; ") + QByteArray::fromStdString(limits) +
                                "\n; set local plan_cache_mode = " + mode + "; prepare planned (" +
                                types.join(", ") + ") as " + QByteArray::fromStdString(known.sql)));
    const auto rows = database->adHoc("explain (costs off) execute planned (" + values + ")");
    REQUIRE_OK(rows);
    QString text;
    for (const auto row : *rows)
      text += row.get<QString>(0) + u'\n';
    QVERIFY2(text.contains(index), qPrintable(text));
    QVERIFY2(!text.contains(u"Seq Scan"_s), qPrintable(text));
  }
}

void TestSearch::theLongestWordsCount() {
  const auto words = searchWords(u"of the kestrel bank"_s);
  QCOMPARE(words.beginning, u"of the kestrel bank"_s);
  QCOMPARE(words.patterns[0], u"%kestrel%"_s);
  QCOMPARE(words.patterns[1], u"%bank%"_s);
  QCOMPARE(words.patterns[2], u"%the%"_s);
  QVERIFY(words.areIndexed);
  QVERIFY(!searchWords(u"a b c-d"_s).areIndexed);
}

QTEST_GUILESS_MAIN(TestSearch)
#include "tst_search.moc"
