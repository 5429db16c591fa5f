// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/services/organizations/fixture.h"

using namespace tenantry;
using namespace tenantry::organizations;
using namespace tenantry::tests;

class TestOrganizations : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void ORG_1_everyFieldComesBack();
  void ORG_1_whatCannotBeAnOrganizationIsRefused_data();
  void ORG_1_whatCannotBeAnOrganizationIsRefused();
  void ORG_3_creatingWritesHeadTeamAndEvent();
  void ORG_6_manyAtOnceArriveWithTheirStatus();
  void ORG_2_movesAndTheirEvents_data();
  void ORG_2_movesAndTheirEvents();
  void ORG_2_aSuspensionEndsWhereItBegan();
  void byIdsAreSortedAndLeaveOutTheUnknown();
  void factsOfSubscriptionsAreKept();
  void entitlementsAreReplacedAndOnlyDifferencesWritten();

private:
  Workplace m_place;
  OrganizationService m_service{m_place.session};
};

void TestOrganizations::ORG_1_everyFieldComesBack() {
  auto made = draft();
  made.description = u"Anvils"_s;
  made.url = u"https://acme.example"_s;
  made.telephone = u"+49 30 1"_s;
  made.numberOfEmployees = 12;
  made.foundingDate = *parseDay(u"1999-02-28");
  made.industry = u"Tools"_s;
  made.streetAddress = u"Weg 1"_s;
  made.addressLocality = u"Berlin"_s;
  made.addressRegion = u"BE"_s;
  made.postalCode = u"10115"_s;
  made.dateFormat = u"dd.MM.yyyy"_s;
  made.language = u"de"_s;
  made.vatId = u"de 136695976"_s;
  made.customerNumber = u"K-7"_s;
  const auto id = m_service.create(made);
  REQUIRE_OK(id);
  const auto found = m_service.find(*id);
  REQUIRE_OK(found);
  QCOMPARE(found->description, made.description);
  QCOMPARE(found->url, made.url);
  QCOMPARE(found->email, made.email);
  QCOMPARE(found->telephone, made.telephone);
  QVERIFY(found->numberOfEmployees == 12);
  QVERIFY(found->foundingDate == made.foundingDate);
  QCOMPARE(found->industry + found->streetAddress + found->addressLocality + found->addressRegion,
           u"ToolsWeg 1BerlinBE"_s);
  QCOMPARE(found->postalCode + found->addressCountry + found->dateFormat, u"10115DEdd.MM.yyyy"_s);
  QVERIFY(found->zone == made.zone);
  QVERIFY(found->currency == made.currency);
  QCOMPARE(found->language + found->vatId + found->customerNumber, u"deDE136695976K-7"_s);
  QVERIFY(found->createdAt == m_place.clock.now());
  QVERIFY(found->onboardedAt == m_place.clock.now());
}

void TestOrganizations::ORG_1_whatCannotBeAnOrganizationIsRefused_data() {
  QTest::addColumn<QString>("field");
  QTest::addColumn<QString>("value");
  QTest::addColumn<QString>("code");
  QTest::newRow("no name") << u"name"_s << u" "_s << u"organization.name_missing"_s;
  QTest::newRow("no e-mail") << u"email"_s << u"acme"_s << u"email.invalid"_s;
  QTest::newRow("no such country") << u"country"_s << u"ZZ"_s << u"country.unknown"_s;
  QTest::newRow("wrong check digit")
      << u"vat"_s << u"DE136695977"_s << u"organization.vat_id_invalid"_s;
  QTest::newRow("no prefix") << u"vat"_s << u"136695976"_s << u"organization.vat_id_invalid"_s;
  QTest::newRow("no currency") << u"currency"_s << u""_s << u"currency.unknown"_s;
}

void TestOrganizations::ORG_1_whatCannotBeAnOrganizationIsRefused() {
  QFETCH(QString, field);
  QFETCH(QString, value);
  auto made = draft();
  (field == u"name"_s      ? made.name
   : field == u"email"_s   ? made.email
   : field == u"country"_s ? made.addressCountry
                           : made.vatId) = value;
  if (field == u"currency"_s)
    made.currency = Currency();
  const auto before = m_place.count("organization");
  QTEST(codeOf(m_service.create(made)), "code");
  QCOMPARE(m_place.count("organization"), before);
}

void TestOrganizations::ORG_3_creatingWritesHeadTeamAndEvent() {
  auto made = draft(u"Onboards"_s);
  made.status = Status::Onboarding;
  made.addressCountry = u"US"_s;
  made.vatId = u"12-3456789"_s; // of a form nobody here knows
  const auto id = m_service.create(made);
  REQUIRE_OK(id);
  QCOMPARE(m_place.events(*id), u"created"_s);
  QCOMPARE(m_place.count("team where parent_id is null and name = 'Onboards'"), std::int64_t{1});
  QCOMPARE(m_place.count("organization_head where sequence = 1"), m_place.count("organization"));
  QVERIFY(!m_service.find(*id)->onboardedAt);
  QCOMPARE(codeOf(m_service.find(makeId<OrganizationId>(m_place.clock.now()))),
           u"organization.not_found"_s);
}

void TestOrganizations::ORG_6_manyAtOnceArriveWithTheirStatus() {
  std::vector<Organization> many;
  for (int i = 0; i < 300; ++i) {
    many.push_back(draft(u"Bulk %1"_s.arg(i)));
    many.back().status = static_cast<Status>(i % 6);
    many.back().createdAt = Instant(std::chrono::seconds(1'600'000'000 + i));
  }
  const auto events = m_place.count("event");
  REQUIRE_OK(m_service.createMany(many));
  QCOMPARE(m_place.count("organization where name like 'Bulk %'"), std::int64_t{300});
  QCOMPARE(m_place.count("organization where name like 'Bulk %' and status = 'suspended' and "
                         "status_before = 'active'"),
           std::int64_t{50});
  QCOMPARE(m_place.count("team where name like 'Bulk %'"), std::int64_t{300});
  QCOMPARE(m_place.count("event") - events, std::int64_t{300});
  QCOMPARE(
      m_place.count(
          "organization where name = 'Bulk 7' and extract(epoch from created_at) = 1600000007"),
      std::int64_t{1});
  REQUIRE_OK(m_service.createMany({}));
}

void TestOrganizations::ORG_2_movesAndTheirEvents_data() {
  QTest::addColumn<QString>("path");
  QTest::addColumn<QString>("code");
  QTest::addColumn<QString>("events");
  const QString illegal = u"organization.illegal_move"_s;
  QTest::newRow("the usual way")
      << u"onboarded active churned active closed"_s << QString()
      << u"created, onboarded, activated, churned, reactivated, closed"_s;
  QTest::newRow("at once") << u"active"_s << QString() << u"created, activated"_s;
  QTest::newRow("already there") << u"active active"_s << QString() << u"created, activated"_s;
  QTest::newRow("never back") << u"active onboarded"_s << illegal << u"created, activated"_s;
  QTest::newRow("closed is final") << u"closed active"_s << illegal << u"created, closed"_s;
  QTest::newRow("suspended is not moved on")
      << u"suspended active"_s << illegal << u"created, suspended"_s;
  QTest::newRow("suspended is churned")
      << u"suspended churned"_s << QString() << u"created, suspended, churned"_s;
}

void TestOrganizations::ORG_2_movesAndTheirEvents() {
  QFETCH(QString, path);
  auto made = draft();
  made.status = Status::Onboarding;
  const auto id = m_service.create(made);
  REQUIRE_OK(id);
  Result<> last;
  const QStringList words = path.split(u' ');
  for (const auto &word : words)
    last = m_service.move(*id, *parseStatus(word), u"because"_s);
  QTEST(codeOf(last), "code");
  QTEST(m_place.events(*id), "events");
  if (last) {
    QCOMPARE(toString(m_service.find(*id)->status), words.last());
    QCOMPARE(m_service.find(*id)->statusReason, u"because"_s);
  }
}

void TestOrganizations::ORG_2_aSuspensionEndsWhereItBegan() {
  const auto id = m_service.create(draft());
  REQUIRE_OK(id);
  QCOMPARE(codeOf(m_service.reactivate(*id, {})), u"organization.illegal_move"_s);
  REQUIRE_OK(m_service.move(*id, Status::Suspended, u"payment"_s));
  REQUIRE_OK(m_service.reactivate(*id, u"paid"_s));
  QVERIFY(m_service.find(*id)->status == Status::Onboarded);
  QCOMPARE(m_place.events(*id), u"created, suspended, reactivated"_s);
}

void TestOrganizations::byIdsAreSortedAndLeaveOutTheUnknown() {
  const auto first = m_service.create(draft(u"First"_s));
  const auto second = m_service.create(draft(u"Second"_s));
  const auto found =
      m_service.byIds({*second, makeId<OrganizationId>(m_place.clock.now()), *first});
  REQUIRE_OK(found);
  QCOMPARE(found->size(), std::size_t{2});
  QCOMPARE(found->front().name, u"First"_s);
}

void TestOrganizations::factsOfSubscriptionsAreKept() {
  const auto id = m_service.create(draft());
  REQUIRE_OK(m_service.recordSubscriptions({{*id, u"starter"_s, u"active"_s, 12 * 4900}}));
  const auto entries = m_place.count("audit_entry");
  REQUIRE_OK(m_service.recordSubscriptions({{*id, u"starter"_s, u"active"_s, 12 * 4900}}));
  QCOMPARE(m_place.count("organization where plan_id = 'starter' and mrr_twelfths = 58800"),
           std::int64_t{1});
  QCOMPARE(m_place.count("audit_entry"), entries);
}

void TestOrganizations::entitlementsAreReplacedAndOnlyDifferencesWritten() {
  const auto id = m_service.create(draft());
  std::map<QString, Limit> limits{{u"users"_s, {5, true, u"plan starter v1"_s}},
                                  {u"projects"_s, {-1, false, u"plan starter v1"_s}}};
  std::map<QString, QString> features{{u"sso"_s, u"plan starter v1"_s},
                                      {u"api"_s, u"plan starter v1"_s}};
  REQUIRE_OK(m_service.setEntitlements(*id, {limits, features}));
  QVERIFY(*m_service.limits(*id) == limits);
  const auto entries = m_place.count("audit_entry");
  REQUIRE_OK(m_service.setEntitlements(*id, {limits, features}));
  QCOMPARE(m_place.count("audit_entry"), entries);
  limits.erase(u"projects"_s);
  limits[u"users"_s].value = 6;
  features.erase(u"api"_s);
  features[u"sso"_s] = u"add-on sso"_s;
  REQUIRE_OK(m_service.setEntitlements(*id, {limits, features}));
  QVERIFY((*m_service.entitlements(*id) == Entitlements{limits, features}));
  QVERIFY(*m_service.limits(*id) == limits);
  QCOMPARE(m_place.count("audit_entry"), entries + 4);
  REQUIRE_OK(m_service.setEntitlements(*id, {}));
  QVERIFY(m_service.limits(*id)->empty());
  QCOMPARE(m_place.count("organization_feature"), std::int64_t{0});
}

QTEST_GUILESS_MAIN(TestOrganizations)
#include "tst_organizations.moc"
