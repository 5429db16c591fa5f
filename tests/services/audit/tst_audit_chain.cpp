// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/audit/sealer.h"
#include "services/audit/verifier.h"
#include "tests/support/test_database.h"
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::audit;
using tenantry::tests::TestDatabase;

Q_DECLARE_METATYPE(tenantry::audit::Difference)

class TestAuditChain : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void init() {
    m_superuser = m_test.connect();
    QVERIFY(
        m_superuser->script("truncate audit_entry, audit_pending, audit_segment restart identity"));
    m_database = m_test.connect(u"worker"_s);
    m_session.reset(new store::Session{*m_database, m_clock, u"worker"_s});
    // Entries 1, 2 of the first organization and 3 of the second; then 4, 5 of the first: three
    // segments.
    write(m_first, 2);
    write(m_second, 1);
    QCOMPARE(seal(*m_session).value(), std::int64_t{3});
    write(m_first, 2);
    QCOMPARE(seal(*m_session).value(), std::int64_t{2});
  }
  void anUntouchedTrailIsSound();
  void theDigestsAreThoseOfTheDefinition();
  void theLimitSplitsSegments();
  void oneSealerWorksAtATime();
  void aTamperedTrailIsFound_data();
  void aTamperedTrailIsFound();

private:
  void write(const OrganizationId &organization, int entries) {
    for (int i = 0; i < entries; ++i)
      QVERIFY(m_superuser->adHoc(
          "select audit_write(array[:organization::uuid], 'plan', 'insert', null, "
          "array['{\"price\": 100}'::json])",
          {{"organization", organization}}));
  }
  const OrganizationId m_first =
      OrganizationId::fromString(u"00000000-0000-7000-8000-000000000001");
  const OrganizationId m_second =
      OrganizationId::fromString(u"00000000-0000-7000-8000-000000000002");
  const VirtualClock m_clock{Instant(std::chrono::seconds(1'800'000'000))};
  TestDatabase m_test;
  std::unique_ptr<store::Database> m_superuser;
  std::unique_ptr<store::Database> m_database;
  std::unique_ptr<store::Session> m_session;
};

void TestAuditChain::anUntouchedTrailIsSound() {
  write(m_second, 1);
  const auto report = verify(*m_session);
  QVERIFY2(report, qPrintable(report ? QString() : report.error().toString()));
  QVERIFY(report->isSound());
  QCOMPARE(report->entries, std::int64_t{6});
  QCOMPARE(report->segments, std::int64_t{3});
  QCOMPARE(report->waiting, std::int64_t{1});
}

void TestAuditChain::theDigestsAreThoseOfTheDefinition() {
  const auto rows = m_superuser->adHoc(
      "with of_entry as (select entry_id, sha256(convert_to(concat_ws('|', salt, "
      "extract(epoch from occurred_at), actor, table_name, operation, '', new_row), 'UTF8')) as "
      "digest from audit_entry) "
      "select (select digest from audit_segment where organization_id = :id and segment = 2) = "
      "sha256(sha256(decode(repeat('00', 32), 'hex') || "
      "(select digest from of_entry where entry_id = 1) || (select digest from of_entry "
      "where entry_id = 2)) || "
      "(select digest from of_entry where entry_id = 4) || (select digest from of_entry "
      "where entry_id = 5))",
      {{"id", m_first}});
  QVERIFY(rows);
  QVERIFY((*rows)[0].get<bool>(0));
}

void TestAuditChain::theLimitSplitsSegments() {
  write(m_first, 5);
  QCOMPARE(seal(*m_session, 3).value(), std::int64_t{3});
  QCOMPARE(seal(*m_session, 3).value(), std::int64_t{2});
  QCOMPARE(seal(*m_session, 3).value(), std::int64_t{0});
  QVERIFY(verify(*m_session)->isSound());
}

void TestAuditChain::oneSealerWorksAtATime() {
  write(m_first, 1);
  auto rival = m_test.connect(u"worker"_s);
  store::Session rivalSession{*rival, m_clock, u"worker"_s};
  const auto done = m_database->transaction([&]() -> Result<std::int64_t> {
    TENANTRY_CHECK(seal(*m_session));
    return seal(rivalSession);
  });
  QCOMPARE(done.value(), std::int64_t{0});
  QVERIFY(verify(*m_session)->isSound());
}

void TestAuditChain::aTamperedTrailIsFound_data() {
  QTest::addColumn<QByteArray>("sql");
  QTest::addColumn<Difference>("expected");
  const auto add = [](const char *name, const char *sql, Damage damage,
                      const OrganizationId &organization, int number) {
    QTest::newRow(name) << QByteArray(sql) << Difference{damage, organization, number};
  };
  add("a changed row", "update audit_entry set new_row = '{\"price\": 1}' where entry_id = 2",
      Damage::EntryChanged, m_first, 2);
  add("another actor", "update audit_entry set actor = 'somebody else' where entry_id = 3",
      Damage::EntryChanged, m_second, 3);
  add("a changed row with a fitting digest",
      "update audit_entry set new_row = '{}' where entry_id = 4; "
      "update audit_segment set entry_digests[1] = (select audit_digest(salt, occurred_at, actor, "
      "table_name, operation, old_row, new_row) from audit_entry where entry_id = 4) "
      "where entry_ids[1] = 4",
      Damage::SegmentBroken, m_first, 2);
  add("an entry taken away", "delete from audit_entry where entry_id = 1", Damage::EntryMissing,
      m_first, 1);
  add("an entry kept from its seal",
      "select audit_write(array['00000000-0000-7000-8000-000000000002'::uuid], 'plan', 'insert', "
      "null, array['{}'::json]); delete from audit_pending",
      Damage::EntryUnsealed, m_second, 6);
  add("a segment with another past",
      "update audit_segment set previous_digest = sha256('x'), "
      "digest = audit_link(sha256('x'), entry_digests) "
      "where organization_id = '00000000-0000-7000-8000-000000000002'",
      Damage::SegmentUnlinked, m_second, 1);
}

void TestAuditChain::aTamperedTrailIsFound() {
  QFETCH(QByteArray, sql);
  QFETCH(Difference, expected);
  QVERIFY(m_superuser->script(sql));
  const auto report = verify(*m_session);
  QVERIFY(report);
  QCOMPARE(report->differences.size(), std::size_t{1});
  QCOMPARE(report->differences.front().toString(), expected.toString());
}

QTEST_GUILESS_MAIN(TestAuditChain)
#include "tst_audit_chain.moc"
