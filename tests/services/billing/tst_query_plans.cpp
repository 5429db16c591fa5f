// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/query_catalogue.h"
#include "tests/services/billing/billing_house.h"
#include "tests/services/billing/planned_book.h"
#include "tests/services/billing/planned_parameters.h"

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

void TestQueryPlans::initTestCase() {
  expect(m_house.test.connect()->script(queryPlanFill));
  m_house.test.vacuum();
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
                            "billing_following_parts",
                            "billing_charged_usage",
                            "billed_usage",
                            "billed_shares",
                            "drafts_among",
                            "drafts_lines",
                            "usage_carried_release",
                            "billing_carried_totals",
                            "billing_balances",
                            "mrr_movement_had",
                            "usage_parts",
                            "usage_known_organizations",
                            "usage_corrected",
                            "usage_events_stored",
                            "lock_organizations",
                            "usage_totals_add",
                            "usage_standing",
                            "usage_keys_known",
                            "usage_reservations_end",
                            "recognition_lines",
                            "usage_parts_close",
                            "usage_totals_billed",
                            "usage_billed_beyond",
                            "usage_parts_closed_by",
                            "subscription_bill_late",
                            "advance_heads",
                            "organization_by_ids",
                            "organization_record_currencies",
                            "usage_parts_keep_currency",
                            "usage_parts_running",
                            "usage_parts_limits",
                            "subscriptions_with_older_addons",
                            "invoice_by_id",
                            "invoice_by_number",
                            "invoice_by_id_alone",
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
                            "provider_finding_heard",
                            "provider_finding_by_id",
                            "provider_finding_move",
                            "provider_finding_returned",
                            "payment_attempt_taken_back",
                            "number_is_taken",
                            "dunning_extensions_live",
                            "simulator_charge_get"})
    QTest::addRow("worker %s", query) << u"worker"_s << QString::fromLatin1(query);
  for (const auto &query : {"invoice_by_id",
                            "invoice_by_number",
                            "invoice_by_id_alone",
                            "invoices_of_organization",
                            "invoice_lines",
                            "subscription_latest",
                            "ledger_balances",
                            "usage_events_listed",
                            "usage_event_found",
                            "usage_events_of_value",
                            "usage_by_dimension",
                            "usage_dimensions",
                            "usage_parts_of_period",
                            "usage_lines_of_parts",
                            "usage_periods",
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
                            "payments_unanswered",
                            "payment_last_try",
                            "payments_contradicted",
                            "payments_contradicted_counted",
                            "payments_contradicted_of_ids",
                            "mails_ascending",
                            "mails_descending",
                            "mails_of_state_ascending",
                            "mails_of_state_descending",
                            "mails_of_template_ascending",
                            "mails_of_template_descending",
                            "mails_of_state_and_template_ascending",
                            "mails_of_state_and_template_descending",
                            "mails_counted_of_state",
                            "mails_counted_of_template",
                            "mails_of_ids",
                            "mail_find",
                            "subscriptions_listed_ascending",
                            "subscriptions_listed_descending",
                            "subscriptions_scheduled_ascending",
                            "subscriptions_scheduled_descending",
                            "subscriptions_scheduled_counted",
                            "subscriptions_standing",
                            "dunning_by_next_ascending",
                            "dunning_by_next_descending",
                            "dunning_by_opened_ascending",
                            "dunning_by_opened_descending",
                            "dunning_counted",
                            "dunning_outcomes",
                            "dunning_cases",
                            "dunning_candidates",
                            "dunning_tried_enough",
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
                            "journal_payments",
                            "ledger_receipts",
                            "journal_documents",
                            "receivables_by_age",
                            "organizations_counted_stuck",
                            "exchange_rates_on",
                            "balance_uses_latest",
                            "ledger_invoice_day",
                            "ledger_of_payment",
                            "ledger_balance_used_on",
                            "ledger_open_items_on",
                            "ledger_customer_balances",
                            "ledger_customer_balances_on",
                            "ledger_revenue_lines",
                            "ledger_tax_lines",
                            "provider_finding_closed",
                            "provider_finding_book",
                            "invoice_again",
                            "finding_reviews_of",
                            "finding_reviews_add",
                            "finding_reviews_remove",
                            "finding_reviews_take_back"})
    QTest::addRow("finance %s", query) << u"finance"_s << QString::fromLatin1(query);
}

QStringList TestQueryPlans::explain(store::Database &database, const QByteArray &name) {
  const auto &query = store::QueryCatalogue::compiledIn().find(name.toStdString());
  QByteArrayList types, values;
  for (const auto &parameter : query.parameters) {
    const auto &known = plannedParameterOf(name.toStdString(), parameter);
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
                            .remove(u"Seq Scan on balance_movement"_s)
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
  if (query == u"subscriptions_with_older_addons"_s)
    QVERIFY2(plan.contains(u"subscription_with_addons"_s), qPrintable(plan)); // not all who live
  if (query.startsWith(u"mails_"_s) && query.endsWith(u"cending"_s))
    QVERIFY2(!plan.contains(u"Sort"_s), qPrintable(plan)); // read in its order
  if (query.startsWith(u"mails_of_"_s) && query != u"mails_of_ids"_s)
    QVERIFY2(plan.contains(u"mail_by_state"_s) || plan.contains(u"mail_by_template"_s),
             qPrintable(plan));
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

/// A function hides its plans: what it read whole is counted in the transaction instead. But for
/// those whom a billing run leaves out: they are few, and read whole.
void TestQueryPlans::whatNeedsAttentionIsReadFromIndexes() {
  const auto database = m_house.test.connect(u"finance"_s);
  expect(database->script("set plan_cache_mode = force_generic_plan; begin"));
  expect(database->adHoc("select * from needing_attention('2026-01-15Z', '2026-01-01Z', 10001)"));
  QStringList whole;
  for (const auto row : expect(
           database->adHoc("select relname::text from pg_stat_xact_user_tables where seq_scan > 0 "
                           "and relname <> 'billing_left_out' order by 1")))
    whole += row.get<QString>(0);
  expect(database->script("rollback"));
  QCOMPARE(whole.join(u' '), QString());
}

QTEST_GUILESS_MAIN(TestQueryPlans)
#include "tst_query_plans.moc"
