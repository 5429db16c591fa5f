// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/audit/timeline.h"
#include "services/store/query_catalogue.h"
#include "tests/services/organizations/fixture.h"

using namespace tenantry;
using namespace tenantry::audit;
using namespace tenantry::tests;
using What = TimelineScope::What;

/// All that happened to a record in one list (check 21): three events an hour apart, and between
/// them rows that somebody wrote.
class TestTimeline : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void check21_eventsAndChangesAreOneListByTime();
  void check21_pagesAreTheWholeInPieces_data();
  void check21_pagesAreTheWholeInPieces();
  void check21_aKindByItself_data();
  void check21_aKindByItself();
  void check21_anInvoiceHasItsOwn();
  void check21_aChangeSaysWhatStoodThere();
  void check21_aMailSaysWhatBecameOfIt();
  void whatIsAsGoodAsASecretIsNotShown();
  void whoMayNotReadTheTrailSeesTheEvents();
  void theCountStopsBeyondTheMost();
  void anotherTenantSeesNothing();
  void pagesReadTheirKeys_data();
  void pagesReadTheirKeys();

private:
  void event(const char *type, int minutes, const QByteArray &payload = "{}");
  void change(const char *table, const char *operation, int minutes, const QByteArray &before,
              const QByteArray &after);
  void mail(const char *mailTemplate, const char *state, int minutes, bool isOfInvoice);
  [[nodiscard]] TimelineScope of(What what = What::All) const { return {m_acme, {}, what}; }
  [[nodiscard]] QString read(const TimelineScope &scope, int pageSize = 200);
  [[nodiscard]] std::unique_ptr<store::Database> staff(const QString &role) {
    return m_place.test.connect(role);
  }

  Workplace m_place;
  std::unique_ptr<store::Database> m_owner = m_place.test.connect();
  std::unique_ptr<store::Database> m_finance = m_place.test.connect(u"finance"_s);
  const OrganizationId m_acme =
      OrganizationId::fromString(u"00000000-0000-7000-8000-000000000001"_s);
  const OrganizationId m_other =
      OrganizationId::fromString(u"00000000-0000-7000-8000-000000000002"_s);
  const InvoiceId m_invoice = InvoiceId::fromString(u"00000000-0000-7000-8000-00000000000a"_s);
  int m_sequence = 0;
};

void TestTimeline::event(const char *type, int minutes, const QByteArray &payload) {
  REQUIRE_OK(m_owner->adHoc(
      "insert into event (organization_id, sequence, type, occurred_at, actor, payload) values "
      "(:organization, :sequence, :type, :at, 'ann', :payload::jsonb)",
      {{"organization", m_acme},
       {"sequence", ++m_sequence},
       {"type", QString::fromLatin1(type)},
       {"at", m_place.clock.now() + std::chrono::minutes(minutes)},
       {"payload", QString::fromUtf8(payload)}}));
}

void TestTimeline::change(const char *table, const char *operation, int minutes,
                          const QByteArray &before, const QByteArray &after) {
  REQUIRE_OK(m_owner->adHoc(
      "insert into audit_entry (organization_id, occurred_at, actor, source, table_name, "
      "operation, old_row, new_row, salt) values (:organization, :at, 'bob', 'tenantry', :table, "
      ":operation, nullif(:before, '')::json, nullif(:after, '')::json, gen_random_uuid())",
      {{"organization", m_acme},
       {"at", m_place.clock.now() + std::chrono::minutes(minutes)},
       {"table", QString::fromLatin1(table)},
       {"operation", QString::fromLatin1(operation)},
       {"before", QString::fromUtf8(before)},
       {"after", QString::fromUtf8(after)}}));
}

void TestTimeline::mail(const char *mailTemplate, const char *state, int minutes,
                        bool isOfInvoice) {
  const auto at = m_place.clock.now() + std::chrono::minutes(minutes);
  REQUIRE_OK(m_owner->adHoc(
      "insert into mail (organization_id, mail_id, event_sequence, template, recipient, language, "
      "subject, body, link, invoice_id, priority, state, due_at, created_at, sent_at, last_error) "
      "values (:organization, :mail, 1, :template, 'ops@acme.example', 'en', 'About ' || "
      ":template, '', 'account', nullif(:invoice, '')::uuid, 1, :state, :at, :at, case when :state "
      "= 'sent' then :at::timestamptz end, case when :state = 'failed' then 'Nobody is there "
      "[mail.refused]' else '' end)",
      {{"organization", m_acme},
       {"mail", makeUuidV7(at)},
       {"template", QString::fromLatin1(mailTemplate)},
       {"state", QString::fromLatin1(state)},
       {"invoice", isOfInvoice ? m_invoice.toString() : QString()},
       {"at", at}}));
}

void TestTimeline::initTestCase() {
  REQUIRE_OK(m_owner->script("set session_replication_role = replica"));
  REQUIRE_OK(m_owner->script("truncate event, audit_entry, audit_pending restart identity"));
  const auto invoice = "{\"invoice\": \"" + m_invoice.toString().toLatin1() + "\"}";
  const auto row = [this](const char *rest) {
    return "{\"invoice_id\": \"" + m_invoice.toString().toLatin1() +
           "\", \"currency\": \"EUR\", \"revision\": 1, " + rest + "}";
  };
  event("organization.created", 0);
  change("organization", "update", 10, R"({"email": "a@x.example", "revision": 1, "name": "Acme"})",
         R"({"email": "b@x.example", "revision": 2, "name": "Acme"})");
  event("invoice.finalized", 60, invoice);
  change("invoice", "update", 61, row("\"status\": \"draft\", \"due_on\": null"),
         row("\"status\": \"open\", \"due_on\": \"2026-12-24\""));
  change("customer_link", "insert", 70, "", R"({"digest": "\\x00ff", "purpose": "pay"})");
  mail("invoice-issued", "sent", 62, true);
  event("payment.succeeded", 120, invoice);
  mail("trial-ending-soon", "failed", 125, false);
  change("organization_limit", "delete", 130, R"({"metric": "users", "limit_value": 5})", "");
}

QString TestTimeline::read(const TimelineScope &scope, int pageSize) {
  store::Session session{*m_finance, m_place.clock, u"finance"_s};
  QStringList said;
  std::optional<TimelineCursor> after;
  do {
    const auto page = Timeline(session, scope).page(pageSize, after);
    if (!page)
      return page.error().toString();
    if (int(page->rows.size()) > pageSize)
      return u"more than a page"_s;
    for (const auto &row : page->rows)
      said += (row.type + u' ' + row.operation).trimmed();
    after = page->next;
  } while (after);
  return said.join(u", "_s);
}

namespace {
const auto whole =
    u"organization_limit delete, trial-ending-soon, payment.succeeded, customer_link insert, "
    "invoice-issued, invoice update, invoice.finalized, organization update, "
    "organization.created"_s;
} // namespace

void TestTimeline::check21_eventsAndChangesAreOneListByTime() { QCOMPARE(read(of()), whole); }

void TestTimeline::check21_pagesAreTheWholeInPieces_data() {
  QTest::addColumn<int>("rows");
  for (const int rows : {1, 2, 3, 8, 9, 10})
    QTest::addRow("%d a page", rows) << rows;
}

void TestTimeline::check21_pagesAreTheWholeInPieces() {
  QFETCH(int, rows);
  QCOMPARE(read(of(), rows), whole);
}

void TestTimeline::check21_aKindByItself_data() {
  QTest::addColumn<int>("what");
  QTest::addColumn<QString>("rows");
  QTest::addRow("events") << int(What::Events)
                          << u"payment.succeeded, invoice.finalized, organization.created"_s;
  QTest::addRow("money") << int(What::Money) << u"payment.succeeded, invoice.finalized"_s;
  QTest::addRow("mails") << int(What::Mails) << u"trial-ending-soon, invoice-issued"_s;
  QTest::addRow("changes")
      << int(What::Changes)
      << u"organization_limit delete, customer_link insert, invoice update, organization update"_s;
}

void TestTimeline::check21_aKindByItself() {
  QFETCH(int, what);
  QFETCH(QString, rows);
  const auto scope = of(What(what));
  QCOMPARE(read(scope), rows);
  QCOMPARE(read(scope, 1), rows);
  store::Session session{*m_finance, m_place.clock, u"finance"_s};
  QCOMPARE(Timeline(session, scope).count().value(), std::int64_t(rows.split(u", "_s).size()));
}

void TestTimeline::check21_anInvoiceHasItsOwn() {
  const TimelineScope scope{m_acme, m_invoice};
  QCOMPARE(read(scope), u"payment.succeeded, invoice-issued, invoice update, invoice.finalized"_s);
  QCOMPARE(read(scope, 1), read(scope));
}

void TestTimeline::check21_aChangeSaysWhatStoodThere() {
  store::Session session{*m_finance, m_place.clock, u"finance"_s};
  const auto page = Timeline(session, of(What::Changes)).page(100);
  REQUIRE_OK(page);
  QCOMPARE(page->rows.size(), std::size_t(4));
  const auto &removed = page->rows[0], &invoice = page->rows[2], &organization = page->rows[3];
  QCOMPARE(organization.changes.size(), std::size_t(1)); // neither the name nor the revision
  QCOMPARE(organization.changes[0].field, u"email"_s);
  QVERIFY(organization.changes[0].before == "a@x.example");
  QVERIFY(organization.changes[0].after == "b@x.example");
  QCOMPARE(organization.actor, u"bob"_s);
  QCOMPARE(organization.source, u"tenantry"_s);
  QCOMPARE(invoice.changes.size(), std::size_t(2));
  QCOMPARE(invoice.changes[0].field, u"status"_s); // what people ask for first
  QCOMPARE(invoice.changes[1].field, u"due_on"_s);
  QVERIFY(invoice.changes[1].before.is_null());
  QCOMPARE(invoice.currency, u"EUR"_s);
  QCOMPARE(removed.changes.size(), std::size_t(2)); // what stood in it
  QVERIFY(removed.changes[0].after.is_null());
}

void TestTimeline::check21_aMailSaysWhatBecameOfIt() {
  store::Session session{*m_finance, m_place.clock, u"finance"_s};
  const auto page = Timeline(session, of(What::Mails)).page(100);
  REQUIRE_OK(page);
  QCOMPARE(page->rows.size(), std::size_t(2));
  const auto &failed = page->rows[0].payload, &sent = page->rows[1].payload;
  QVERIFY(failed.at("state") == "failed");
  QVERIFY(failed.at("last_error") == "Nobody is there [mail.refused]");
  QVERIFY(sent.at("state") == "sent" && !sent.at("sent_at").is_null());
  QVERIFY(sent.at("recipient") == "ops@acme.example");
  QVERIFY(sent.at("subject") == "About invoice-issued");
}

void TestTimeline::whatIsAsGoodAsASecretIsNotShown() {
  store::Session session{*m_finance, m_place.clock, u"finance"_s};
  const auto page = Timeline(session, of(What::Changes)).page(100);
  REQUIRE_OK(page);
  const auto &link = page->rows[1];
  QCOMPARE(link.type, u"customer_link"_s);
  QCOMPARE(link.changes.size(), std::size_t(1));
  QCOMPARE(link.changes[0].field, u"purpose"_s);
}

void TestTimeline::whoMayNotReadTheTrailSeesTheEvents() {
  const auto support = staff(u"support"_s);
  store::Session session{*support, m_place.clock, u"support"_s};
  const auto page = Timeline(session, of()).page(100);
  REQUIRE_OK(page);
  QVERIFY(!page->showsChanges);
  QCOMPARE(page->rows.size(), std::size_t(5)); // and the mails
  QCOMPARE(Timeline(session, of()).count().value(), std::int64_t{5});
}

void TestTimeline::theCountStopsBeyondTheMost() {
  REQUIRE_OK(m_owner->script(
      "insert into event (organization_id, sequence, type, occurred_at, actor, payload) select "
      "'00000000-0000-7000-8000-000000000003', n, 'usage.warning', now(), '', '{}' from "
      "generate_series(1, 10050) as n"));
  store::Session session{*m_finance, m_place.clock, u"finance"_s};
  TimelineScope scope;
  scope.organization = OrganizationId::fromString(u"00000000-0000-7000-8000-000000000003"_s);
  QCOMPARE(Timeline(session, scope).count().value(), Timeline::countLimit + 1);
  QCOMPARE(codeOf(Timeline(session, scope).page(0)), u"list.page_size"_s);
  QCOMPARE(codeOf(Timeline(session, scope).page(201)), u"list.page_size"_s);
}

void TestTimeline::anotherTenantSeesNothing() {
  const auto tenant = staff(u"tenant"_s);
  REQUIRE_OK(tenant->adHoc("select set_config('app.organization_id', :organization, false)",
                           {{"organization", m_other.toString()}}));
  store::Session session{*tenant, m_place.clock, u"tenant"_s};
  const auto page = Timeline(session, of()).page(100);
  REQUIRE_OK(page);
  QCOMPARE(page->rows.size(), std::size_t(0));
  REQUIRE_OK(tenant->adHoc("select set_config('app.organization_id', :organization, false)",
                           {{"organization", m_acme.toString()}}));
  QCOMPARE(Timeline(session, of()).page(100).value().rows.size(), std::size_t(3));
}

void TestTimeline::pagesReadTheirKeys_data() {
  QTest::addColumn<QByteArray>("query");
  QTest::addColumn<QByteArray>("types");
  QTest::addColumn<QByteArray>("values");
  QTest::addColumn<QString>("key");
  const QByteArray organization = "'00000000-0000-7000-8000-000000000003', ";
  QTest::addRow("events") << QByteArray("timeline_events")
                          << QByteArray("uuid, bigint, text, boolean, int")
                          << organization + "9000, '', false, 101" << u"event_pkey"_s;
  QTest::addRow("mails") << QByteArray("timeline_mails") << QByteArray("uuid, uuid, text, int")
                         << organization + "'ffffffff-ffff-ffff-ffff-ffffffffffff', '', 101"
                         << u"mail_pkey"_s;
  QTest::addRow("changes") << QByteArray("timeline_changes")
                           << QByteArray("uuid, bigint, text, int")
                           << organization + "9000, '', 101" << u"audit_entry_pkey"_s;
}

/// Under row-level security, with many rows of others beside them.
void TestTimeline::pagesReadTheirKeys() {
  QFETCH(QByteArray, query);
  QFETCH(QByteArray, types);
  QFETCH(QByteArray, values);
  QFETCH(QString, key);
  REQUIRE_OK(m_owner->script(
      "insert into audit_entry (organization_id, occurred_at, actor, source, table_name, "
      "operation, new_row, salt) select gen_random_uuid(), now(), '', '', 'invoice', 'insert', "
      "'{}', gen_random_uuid() from generate_series(1, 20000);"
      "insert into event (organization_id, sequence, type, occurred_at, actor, payload) select "
      "gen_random_uuid(), 1, 'usage.warning', now(), '', '{}' from generate_series(1, 20000);"
      "insert into mail (organization_id, mail_id, event_sequence, template, recipient, language, "
      "subject, body, link, priority, state, due_at, created_at) select gen_random_uuid(), "
      "gen_random_uuid(), 1, 'x', 'a@x.example', 'en', 'x', '', 'account', 1, 'queued', now(), "
      "now() from generate_series(1, 20000);"
      "analyze mail; analyze event; analyze audit_entry"));
  const auto &known = store::QueryCatalogue::compiledIn().find(query.toStdString());
  const auto finance = staff(u"finance"_s);
  REQUIRE_OK(finance->script("set plan_cache_mode = force_generic_plan; prepare "
                             "planned (" +
                             types + ") as " + QByteArray::fromStdString(known.sql)));
  const auto rows = finance->adHoc("explain (costs off) execute planned (" + values + ")");
  REQUIRE_OK(rows);
  QStringList lines;
  for (const auto row : *rows)
    lines += row.get<QString>(0);
  const auto plan = lines.join(u'\n');
  QVERIFY2(plan.contains(u"Index Scan Backward using "_s + key), qPrintable(plan));
  QVERIFY2(!plan.contains(u"Sort"_s) && !plan.contains(u"Seq Scan"_s), qPrintable(plan));
}

QTEST_GUILESS_MAIN(TestTimeline)
#include "tst_timeline.moc"
