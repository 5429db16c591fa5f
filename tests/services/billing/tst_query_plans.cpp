// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/query_catalogue.h"
#include "tests/services/billing/billing_house.h"

using namespace tenantry;
using namespace tenantry::tests;

/// How PostgreSQL reads what usage, billing and payments read all the time, as the worker and as
/// staff, once plans are prepared for good.
class TestQueryPlans : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void aHotQueryReadsItsIndex_data();
  void aHotQueryReadsItsIndex();
  void USE_5_aLookAtAllUsageReadsTotalsByTheirKey_data();
  void USE_5_aLookAtAllUsageReadsTotalsByTheirKey();
  void whatNeedsAttentionIsReadFromIndexes();

private:
  QStringList explain(store::Database &database, const QByteArray &name);
  BillingHouse m_house;
};

namespace {

// 20,000 subscriptions, every hundredth due; two parts, one of them invoiced.
constexpr auto fill = R"(
set session_replication_role = replica;
insert into organization (organization_id, name, email, address_country, time_zone, currency, status, created_at,
                          updated_at)
  select md5(n::text)::uuid, 'Firm', 'ops@firm.example', 'DE', 'UTC', 'EUR', 'active', now(), now()
  from generate_series(1, 20000) as n;
insert into organization_head (organization_id) select organization_id from organization;
insert into subscription (organization_id, subscription_id, plan_id, plan_version_id, status, billing_interval, currency,
                          anchor_day, period_index, period_from, period_to, period_from_at, period_to_at, due_at,
                          started_at)
  select organization_id, organization_id, version.plan_id, plan_version_id, 'active', 'month', 'EUR', '2026-01-01', 0,
         '2026-01-01', '2026-02-01', '2026-01-01Z',
         '2026-02-01Z'::timestamptz + (row_number() over (order by organization_id) % 300) * interval '1 hour',
         '2026-02-01Z'::timestamptz + (row_number() over (order by organization_id) % 100) * interval '1 day',
         '2026-01-01Z'
  from organization, (select * from plan_version limit 1) as version;
insert into usage_part (organization_id, part_from, part_to, subscription_id, plan_version_id, period_from, from_day,
                        to_day, billable, invoice_id)
  select organization_id, day::timestamptz, (day + interval '1 month')::timestamptz, subscription_id, plan_version_id,
         day::timestamptz, day, (day + interval '1 month')::date, true,
         case when day = '2026-01-01' then organization_id end
  from subscription, unnest(array['2026-01-01', '2026-02-01']::date[]) as day;
insert into usage_total (organization_id, metric, part_from, quantity, events, last_occurred_at, last_recorded_at,
                         billed_quantity)
  select organization_id, metric, part_from, 10, 1, part_from, part_from,
         case when invoice_id is null then 0 else 10 end
  from usage_part, unnest(array['api_calls', 'users']) as metric;
insert into usage_event (organization_id, key, metric, quantity, occurred_at, recorded_at, part_from)
  select md5((n % 20000 + 1)::text)::uuid, n::text, 'api_calls', 1, '2026-01-01Z'::timestamptz + n * interval '30 seconds',
         '2026-01-01Z'::timestamptz + n * interval '30 seconds', '2026-01-01Z'
  from generate_series(1, 100000) as n;
insert into usage_late (organization_id, key, metric, quantity, occurred_at, recorded_at, part_from, ended_at)
  select organization_id, 'late', 'api_calls', 1, '2026-01-31Z',
         '2026-02-01Z'::timestamptz + row_number() over () * interval '1 minute', '2026-01-01Z', '2026-02-01Z'
  from organization;
insert into organization_limit (organization_id, metric, limit_value, kind, granted_by)
  select organization_id, metric, 100, 'soft', 'plan' from organization, unnest(array['api_calls', 'users']) as metric;
insert into usage_reservation (organization_id, key, metric, quantity, reserved_at, expires_at)
  select organization_id, 'r', 'api_calls', 1, '2026-02-01Z', '2026-02-02Z' from organization;
insert into usage_hold (organization_id, metric, quantity) select organization_id, 'api_calls', 1 from organization;
insert into customer_balance (organization_id, currency, amount) select organization_id, 'EUR', 100 from organization;
insert into invoice (organization_id, invoice_id, number, kind, status, subscription_id, period_index, currency, net,
                     tax, total, paid, customer, issued_on, due_on, due_at, created_at, finalized_at)
  select organization_id, organization_id, 'INV-2026-' || row_number() over (), 'recurring',
         case when get_byte(uuid_send(organization_id), 0) < 25 then 'open' else 'paid' end, organization_id, 0, 'EUR',
         100, 0, 100, case when get_byte(uuid_send(organization_id), 0) < 25 then 0 else 100 end, '{}', '2026-01-01',
         '2026-01-31', '2026-01-31Z', now(), now() from organization;
insert into invoice_line (organization_id, invoice_id, line_no, kind, amount)
  select organization_id, invoice_id, line, 'plan', 50 from invoice, generate_series(1, 2) as line;
insert into revenue_recognition (organization_id, document_id, line_no, recognized, is_done)
  select organization_id, invoice_id, line_no, 0, false from invoice_line;
insert into ledger_entry (organization_id, transaction_id, entry_no, account, amount, currency, booked_at, business_day,
                          cause, document_id)
  select organization_id, invoice_id, 1, 'receivable', 100, 'EUR', now(), '2026-01-01', 'invoice.finalized', invoice_id
  from invoice;
insert into payment_method (organization_id, payment_method_id, provider, label, reference, agreed_at, created_at)
  select organization_id, organization_id, 'simulator', 'Card', 'succeeds', now(), now() from organization;
insert into payment_attempt (organization_id, payment_attempt_id, invoice_id, attempt_no, payment_method_id,
                             idempotency_key, amount, currency, status, created_at, finished_at)
  select organization_id, organization_id, invoice_id, 1, organization_id, 'pay:' || invoice_id, 100, 'EUR', 'succeeded',
         now(), now() from invoice;
insert into refund (organization_id, refund_id, payment_id, invoice_id, channel, idempotency_key, amount, currency, reason,
                    status, created_at, finished_at)
  select organization_id, organization_id, organization_id, invoice_id, 'provider', 'refund:' || invoice_id, 100, 'EUR',
         '', 'failed', now(), now() from invoice;
insert into method_setup (organization_id, setup_id, provider, state, created_at, expires_at, finished_at)
  select organization_id, organization_id, 'stripe', 'done', now(), now() + interval '1 hour', now() from organization;
insert into payment (organization_id, payment_id, source, amount, currency, received_at)
  select organization_id, organization_id, 'transfer', 100, 'EUR',
         '2025-02-01Z'::timestamptz + (row_number() over ()) * interval '1 minute' from organization;
insert into dunning_case (organization_id, invoice_id, step, tries, decline_class, currency, next_act, next_at, opened_at,
                          ended_at)
  select organization_id, invoice_id, 'retrying', 1, 'soft', 'EUR', 'retry',
         '2026-02-01Z'::timestamptz + (row_number() over (order by organization_id) % 100) * interval '1 day',
         '2026-01-01Z', case when status = 'paid' then '2026-01-02Z'::timestamptz
                          + (row_number() over (order by organization_id) % 300) * interval '1 day' end
  from invoice;
insert into dunning_extension (organization_id, extension_id, invoice_id, until_day, until_at, reason, given_by, given_at)
  select organization_id, organization_id, invoice_id, '2026-02-01', '2026-02-02Z', 'why', 'tests', '2026-01-01Z'
  from invoice;
insert into usage_alert (organization_id, metric, period_from, threshold, raised_at)
  select organization_id, 'api_calls', '2026-01-01Z', 100,
         '2025-02-01Z'::timestamptz + (row_number() over ()) * interval '1 day'
  from organization where get_byte(uuid_send(organization_id), 1) < 5;
insert into mrr_movement (organization_id, movement_id, subscription_id, kind, currency, delta_twelfths, occurred_at,
                          business_day)
  select organization_id, organization_id, subscription_id, 'new', 'EUR', 1200, now(), '2026-01-01' from subscription;
)";

struct Parameter {
  QByteArray type;
  QByteArray value;
};

const std::map<std::string, Parameter> &parameters() {
  static const std::map<std::string, Parameter> all{
      {"organization", {"uuid", "md5('7')::uuid"}},
      {"organizations", {"uuid[]", "array[md5('7')::uuid, md5('8')::uuid]"}},
      {"invoice", {"uuid", "md5('7')::uuid"}},
      {"attempt", {"uuid", "md5('7')::uuid"}},
      {"number", {"text", "'INV-2026-7'"}},
      {"as_of", {"timestamptz", "'2026-02-01Z'"}},
      {"after", {"uuid", "'00000000-0000-0000-0000-000000000000'"}},
      {"last", {"uuid", "'ffffffff-ffff-ffff-ffff-ffffffffffff'"}},
      {"count", {"bigint", "5000"}},
      {"metrics", {"text[]", "array['users', 'users']"}},
      {"metric", {"text", "'api_calls'"}},
      {"part", {"timestamptz", "'2026-01-01Z'"}},
      {"after_at", {"timestamptz", "'-infinity'"}},
      {"after_key", {"text", "''"}},
      {"key", {"text", "'pay:7'"}},
      {"paid", {"bigint", "0"}},
      {"applied", {"bigint", "0"}},
      {"since", {"timestamptz", "'2026-01-15Z'"}},
      {"keys", {"text[]", "array['a', 'b']"}},
      {"parts", {"timestamptz[]", "array['2026-02-01Z', '2026-02-01Z']::timestamptz[]"}},
      {"lasts", {"timestamptz[]", "array['2026-02-02Z', '2026-02-02Z']::timestamptz[]"}},
      {"quantities", {"bigint[]", "array[1, 1]"}},
      {"amounts", {"bigint[]", "array[1, 1]"}},
      {"events", {"bigint[]", "array[1, 1]"}},
      {"counts", {"bigint[]", "array[1, 1]"}},
      {"invoices", {"uuid[]", "array[md5('7')::uuid, md5('8')::uuid]"}},
      {"aggregation", {"text", "'sum'"}},
      {"aggregations", {"text[]", "array['sum']"}},
      {"limit_metrics", {"text[]", "array['users']"}},
      {"scales", {"bigint[]", "array[1]"}},
      {"mosts", {"bigint[]", "array[1000]"}},
      {"split_organizations", {"uuid[]", "array[md5('7')::uuid]"}},
      {"split_parts", {"timestamptz[]", "array['2026-02-01Z']::timestamptz[]"}},
      {"split_periods", {"timestamptz[]", "array['2026-02-01Z']::timestamptz[]"}},
      {"period", {"timestamptz", "'2026-02-01Z'"}},
      {"until", {"timestamptz", "'2026-02-05Z'"}},
      {"before", {"timestamptz", "'2026-02-01Z'"}},
      {"from", {"date", "'2026-02-01'"}},
      {"day", {"date", "'2026-03-01'"}},
      {"most", {"bigint", "10001"}},
      {"value", {"timestamptz", "'2026-02-05Z'"}},
      {"id", {"uuid", "md5('7')::uuid"}},
      {"statuses", {"text[]", "array['active', 'past_due']"}},
      {"plan", {"text", "''"}},
      {"ends_after", {"timestamptz", "'2026-01-01Z'"}},
      {"step", {"text", "''"}},
      {"decline", {"text", "''"}},
      {"currency", {"text", "''"}},
      {"search", {"text", "''"}},
      {"account", {"text", "'cash'"}},
      {"scale", {"bigint", "1"}},
      {"by_share", {"boolean", "true"}},
      {"level", {"bigint", "-1"}},
      {"seconds", {"bigint", "3600"}},
      {"place", {"bigint", "9000000000000000000"}},
      {"first_day", {"date", "'2025-12-01'"}},
      {"end_day", {"date", "'2026-03-01'"}},
      {"transaction", {"uuid", "md5('7')::uuid"}},
      {"entry", {"bigint", "1"}},
      {"of_documents", {"boolean", "false"}},
      {"documents", {"uuid[]", "array[md5('7')::uuid]"}},
      {"month", {"timestamptz", "'2026-01-01Z'"}},
      {"two", {"timestamptz", "'2025-12-01Z'"}},
      {"three", {"timestamptz", "'2025-11-01Z'"}},
      {"now", {"timestamptz", "'2026-02-01Z'"}},
      {"kind", {"text", "'new'"}},
      {"failed_since", {"timestamptz", "'2026-01-01Z'"}},
      {"stuck_before", {"timestamptz", "'2026-01-01Z'"}},
      {"payments_contradicted.kind", {"text", "''"}},
      {"payments_contradicted_counted.kind", {"text", "''"}},
      {"pattern", {"text", "''"}},
      {"beyond", {"uuid", "'00000000-0000-0000-0000-000000000000'"}},
      {"ids", {"uuid[]", "array[md5('7')::uuid]"}},
      {"provider", {"text", "'stripe'"}},
      {"limit", {"bigint", "100"}},
      {"rows_movements.value", {"date", "'2026-03-01'"}},
      {"rows_attention.value", {"bigint", "9223372036854775807"}}};
  return all;
}

/// What a query means by a name by itself, else what all mean by it.
const Parameter &parameterOf(const std::string &query, const std::string &name) {
  const auto own = parameters().find(query + "." + name);
  return own == parameters().end() ? parameters().at(name) : own->second;
}

} // namespace

void TestQueryPlans::initTestCase() {
  const auto owner = m_house.test.connect();
  expect(owner->script(fill));
  expect(owner->script("vacuum analyze"));
}

void TestQueryPlans::aHotQueryReadsItsIndex_data() {
  QTest::addColumn<QString>("role");
  QTest::addColumn<QString>("query");
  for (const auto &query : {"subscription_due",
                            "subscription_due_among",
                            "subscription_live",
                            "subscription_redemptions",
                            "payment_method_owners",
                            "billing_open_parts",
                            "billing_open_totals",
                            "billing_late_totals",
                            "billing_carried_totals",
                            "billing_balances",
                            "mrr_movement_had",
                            "usage_parts",
                            "usage_known_organizations",
                            "usage_corrected",
                            "usage_totals_add",
                            "usage_standing",
                            "usage_keys_known",
                            "usage_reservations_end",
                            "recognition_lines",
                            "usage_parts_close",
                            "usage_totals_billed",
                            "advance_heads",
                            "organization_by_ids",
                            "invoice_by_id",
                            "invoice_by_number",
                            "invoices_of_organization",
                            "invoices_open_of_organization",
                            "invoices_draft",
                            "invoice_lines",
                            "invoice_settle",
                            "ledger_balances",
                            "balance_of",
                            "payment_method_live",
                            "payment_attempts_of_organization",
                            "payment_attempts_of_invoice",
                            "payment_attempt_by_id",
                            "payment_attempts_live",
                            "payments_forgotten",
                            "refunds_running",
                            "method_setup_live",
                            "doctor_contradictions",
                            "dunning_extensions_live",
                            "simulator_charge_get"})
    QTest::addRow("worker %s", query) << u"worker"_s << QString::fromLatin1(query);
  for (const auto &query : {"invoice_by_id",
                            "invoice_by_number",
                            "invoices_of_organization",
                            "invoice_lines",
                            "subscription_latest",
                            "ledger_balances",
                            "invoice_explain_events",
                            "usage_history",
                            "mrr_by_month",
                            "rows_received",
                            "rows_received_counted",
                            "rows_failed",
                            "rows_failed_counted",
                            "rows_renewing",
                            "rows_renewing_counted",
                            "rows_movements",
                            "rows_movements_counted",
                            "rows_attention",
                            "subscriptions_due_counted",
                            "invoices_overdue_totals",
                            "payments_received",
                            "payments_contradicted",
                            "payments_contradicted_counted",
                            "payments_contradicted_of_ids",
                            "subscriptions_listed_ascending",
                            "subscriptions_listed_descending",
                            "subscriptions_scheduled_ascending",
                            "subscriptions_scheduled_descending",
                            "subscriptions_scheduled_counted",
                            "subscriptions_scheduled_of",
                            "dunning_by_next_ascending",
                            "dunning_by_next_descending",
                            "dunning_by_opened_ascending",
                            "dunning_by_opened_descending",
                            "dunning_counted",
                            "dunning_outcomes",
                            "dunning_cases",
                            "dunning_candidates",
                            "dunning_extensions_of_invoice",
                            "usage_recorded",
                            "usage_late_listed",
                            "journal_ascending",
                            "journal_descending",
                            "journal_of_account_ascending",
                            "journal_of_account_descending",
                            "journal_of_ascending",
                            "journal_of_descending",
                            "journal_of_account_counted",
                            "journal_of_counted",
                            "journal_transaction",
                            "receivables_by_age",
                            "organizations_counted_stuck"})
    QTest::addRow("finance %s", query) << u"finance"_s << QString::fromLatin1(query);
}

QStringList TestQueryPlans::explain(store::Database &database, const QByteArray &name) {
  const auto &query = store::QueryCatalogue::compiledIn().find(name.toStdString());
  QByteArrayList types, values;
  for (const auto &parameter : query.parameters) {
    const auto &known = parameterOf(name.toStdString(), parameter);
    types += known.type;
    values += known.value;
  }
  const auto list = [](const QByteArrayList &all) {
    return all.isEmpty() ? QByteArray() : "(" + all.join(", ") + ")";
  };
  expect(database.script("set plan_cache_mode = force_generic_plan; begin; prepare planned " +
                         list(types) + " as " + QByteArray::fromStdString(query.sql)));
  QStringList lines;
  for (const auto row : expect(
           database.adHoc("explain (analyze, costs off, timing off, summary off) execute planned " +
                          list(values))))
    lines += row.get<QString>(0);
  expect(database.script("rollback"));
  return lines;
}

void TestQueryPlans::aHotQueryReadsItsIndex() {
  QFETCH(QString, role);
  QFETCH(QString, query);
  const auto database = m_house.test.connect(role);
  const QString plan = explain(*database, query.toLatin1()).join(u'\n');
  // Tables that are small or empty here have one page, which is read whole.
  const QString known = QString(plan)
                            .remove(u"Seq Scan on coupon_redemption"_s)
                            .remove(u"Seq Scan on credit_note"_s)
                            .remove(u"Seq Scan on job"_s)
                            .remove(u"Seq Scan on payment_allocation"_s)
                            .remove(u"Seq Scan on payment_reversal"_s)
                            .remove(u"Seq Scan on plan_version"_s)
                            .remove(u"Seq Scan on simulator_charge"_s);
  QVERIFY2(!known.contains(u"Seq Scan"_s), qPrintable(plan));
  QVERIFY2(plan.contains(u"Index"_s) || known != plan, qPrintable(plan));
  QVERIFY2(!plan.contains(u"external"_s), qPrintable(plan)); // a sort on disk
}

/// Every live subscription is looked at, and of each its own totals alone, without a table in
/// memory or on disk.
void TestQueryPlans::USE_5_aLookAtAllUsageReadsTotalsByTheirKey_data() {
  QTest::addColumn<QString>("query");
  for (const auto &query : {"usage_top", "usage_levels"})
    QTest::newRow(query) << QString::fromLatin1(query);
}

void TestQueryPlans::USE_5_aLookAtAllUsageReadsTotalsByTheirKey() {
  QFETCH(QString, query);
  const auto database = m_house.test.connect(u"finance"_s);
  const QString plan = explain(*database, query.toLatin1()).join(u'\n');
  QVERIFY2(plan.contains(u"usage_total_pkey"_s), qPrintable(plan));
  QVERIFY2(!plan.contains(u"Seq Scan on usage"_s), qPrintable(plan));
  QVERIFY2(!plan.contains(u"external"_s), qPrintable(plan));
}

/// A function hides its plans: what it read whole is counted in the transaction instead.
void TestQueryPlans::whatNeedsAttentionIsReadFromIndexes() {
  const auto database = m_house.test.connect(u"finance"_s);
  expect(database->script("set plan_cache_mode = force_generic_plan; begin"));
  expect(database->adHoc("select * from needing_attention('2026-01-15Z', '2026-01-01Z', 10001)"));
  QStringList whole;
  for (const auto row : expect(database->adHoc(
           "select relname::text from pg_stat_xact_user_tables where seq_scan > 0 order by 1")))
    whole += row.get<QString>(0);
  expect(database->script("rollback"));
  QCOMPARE(whole.join(u' '), QString());
}

QTEST_GUILESS_MAIN(TestQueryPlans)
#include "tst_query_plans.moc"
