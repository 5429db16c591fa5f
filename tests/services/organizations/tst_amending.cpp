// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/organizations/profile.h"
#include "tests/services/organizations/fixture.h"

using namespace tenantry;
using namespace tenantry::organizations;
using namespace tenantry::tests;

/// What is written of an organization is amended over the revision that was read.
class TestAmending : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void check5AStaleSaveChangesNothing();
  void theEventNamesWhatChanged();
  void whatIsThereAlreadyChangesNothing();
  void refusalsWriteNothing_data();
  void refusalsWriteNothing();
  void theDatabaseCountsWhoeverWrites_data();
  void theDatabaseCountsWhoeverWrites();
  void ORG_1_whatWasBilledStaysWhereTheCurrencyChanges();
  void theAuditHasBothTexts();

private:
  OrganizationId made() { return *m_service.create(draft()); }
  [[nodiscard]] std::int64_t revision(const OrganizationId &id) {
    return m_service.find(id)->revision;
  }

  Workplace m_place;
  OrganizationService m_service{m_place.session};
};

void TestAmending::check5AStaleSaveChangesNothing() {
  const auto id = made();
  const auto first = m_service.amend(id, {{u"name"_s, u"Theirs"_s}}, 1);
  REQUIRE_OK(first);
  QCOMPARE(*first, 2);
  const auto stale = m_service.amend(id, {{u"email"_s, u"mine@acme.example"_s}}, 1);
  QCOMPARE(codeOf(stale), u"organization.edited_since"_s);
  QCOMPARE(m_service.find(id)->name + m_service.find(id)->email, u"TheirsOps@acme.example"_s);
  REQUIRE_OK(m_service.amend(id, {{u"email"_s, u"mine@acme.example"_s}}, 2));
  QCOMPARE(m_service.find(id)->name + m_service.find(id)->email, u"Theirsmine@acme.example"_s);
  QCOMPARE(revision(id), 3);
}

void TestAmending::theEventNamesWhatChanged() {
  const auto id = made();
  REQUIRE_OK(m_service.amend(id,
                             {{u"name"_s, u"Other"_s},
                              {u"email"_s, u"Ops@acme.example"_s},
                              {u"numberOfEmployees"_s, u"7"_s}},
                             1));
  QCOMPARE(m_place.events(id), u"created, changed"_s);
  QCOMPARE(m_place.count("event where type = 'organization.changed' and payload::jsonb = "
                         "'{\"fields\": [\"name\", \"numberOfEmployees\"]}'"),
           1);
}

void TestAmending::whatIsThereAlreadyChangesNothing() {
  const auto id = made();
  const auto same = m_service.amend(id, {{u"name"_s, u" Acme "_s}}, 1);
  REQUIRE_OK(same);
  QCOMPARE(*same, 1);
  QCOMPARE(m_place.events(id), u"created"_s);
}

void TestAmending::refusalsWriteNothing_data() {
  QTest::addColumn<QString>("field");
  QTest::addColumn<QString>("text");
  QTest::addColumn<QString>("code");
  QTest::newRow("no name") << u"name"_s << u""_s << u"organization.name_missing"_s;
  QTest::newRow("a long one") << u"name"_s << QString(201, u'a') << u"organization.text_too_long"_s;
}

void TestAmending::refusalsWriteNothing() {
  QFETCH(QString, field);
  QFETCH(QString, text);
  const auto id = made();
  QTEST(codeOf(m_service.amend(id, {{u"industry"_s, u"Tools"_s}, {field, text}}, 1)), "code");
  QCOMPARE(m_service.find(id)->industry, QString());
  QCOMPARE(m_place.events(id), u"created"_s);
  QCOMPARE(codeOf(m_service.amend(makeId<OrganizationId>(m_place.clock.now()), {}, 1)),
           u"organization.not_found"_s);
}

void TestAmending::theDatabaseCountsWhoeverWrites_data() {
  QTest::addColumn<QByteArray>("change");
  QTest::addColumn<int>("revision");
  QTest::newRow("another program") << QByteArray("name = 'Other'") << 2;
  QTest::newRow("the same again") << QByteArray("name = name") << 1;
  QTest::newRow("what it is sold") << QByteArray("plan_id = 'free', mrr_twelfths = 7") << 1;
  QTest::newRow("where it stands") << QByteArray("status = 'active', status_reason = 'paid'") << 1;
}

void TestAmending::theDatabaseCountsWhoeverWrites() {
  QFETCH(QByteArray, change);
  const auto id = made();
  REQUIRE_OK(m_place.database->adHoc(
      "update organization set " + change + " where organization_id = :id", {{"id", id}}));
  QTEST(int(revision(id)), "revision");
}

void TestAmending::ORG_1_whatWasBilledStaysWhereTheCurrencyChanges() {
  const auto id = made();
  REQUIRE_OK(m_service.amend(id, {{u"currency"_s, u"USD"_s}}, 1));
  REQUIRE_OK(m_place.database->adHoc(
      "insert into invoice (organization_id, invoice_id, kind, status, currency, net, tax, total, "
      "customer, created_at) "
      "values (:id, gen_random_uuid(), 'one_off', 'draft', 'USD', 0, 0, 0, '{}', now())",
      {{"id", id}}));
  QVERIFY(!*m_service.isCurrencyFixed(id));
  REQUIRE_OK(m_service.amend(id, {{u"currency"_s, u"EUR"_s}}, 2));
  QCOMPARE(m_service.find(id)->currency.code(), u"EUR"_s);
}

void TestAmending::theAuditHasBothTexts() {
  const auto id = made();
  REQUIRE_OK(m_service.amend(id, {{u"name"_s, u"Other"_s}}, 1));
  QCOMPARE(m_place.count("audit_entry where table_name = 'organization' and "
                         "old_row ->> 'name' = 'Acme' and new_row ->> 'name' = 'Other' and "
                         "organization_id = '" +
                         id.toString().toUtf8() + "'"),
           1);
}

QTEST_GUILESS_MAIN(TestAmending)
#include "tst_amending.moc"
