// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/figure_rows.h"
#include "tests/services/payments/debt.h"
#include <QFile>

using namespace tenantry;
using namespace tenantry::tests;
using namespace std::chrono_literals;

/// Which organizations somebody should look at, and why (check 18: the figure is that of its rows).
class TestAttention : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void ORG_2_whoNeedsAttentionHasAReason_data();
  void ORG_2_whoNeedsAttentionHasAReason();
  void ORG_2_whoNeedsAttentionStandsByMrr();
  void ORG_2_aReasonIsAView();
};

namespace {

/// All of them, page by page, which the count must agree with.
std::vector<FigureRow> concerns(store::Session &session) {
  FigureRows rows(session, Zone(), FigureList::Attention, {});
  std::vector<FigureRow> all;
  std::optional<FigureCursor> after;
  do {
    const auto page = expect(rows.page(2, after));
    all.insert(all.end(), page.rows.begin(), page.rows.end());
    after = page.next;
  } while (after);
  if (expect(rows.count()) != std::int64_t(all.size()))
    qFatal("the count is not that of the rows");
  return all;
}

/// What that group is told otherwise than by the function that had all reasons in itself.
QStringList unlikeBefore(Debt &debt, const QString &role) {
  QFile before(u"resources/sql/migrations/0065_upgrade_suggestions.sql"_s);
  if (!before.open(QIODevice::ReadOnly))
    qFatal("the migration before is not there");
  auto sql = before.readAll();
  sql.replace("function needing_attention", "function tenantry.attention_before");
  sql.truncate(sql.indexOf("call settle_ownership"));
  expect(debt.test.connect()->script(sql));
  QStringList unlike;
  const auto now = "'" + toIso(debt.clock.now()).toLatin1() + "'::timestamptz";
  const auto arguments =
      "(" + now + " - interval '30 days', " + now + " - interval '14 days', 100)";
  for (const auto row : expect(debt.test.connect(role)->adHoc(
           "select coalesce(is_now.reason, '') || ' instead of ' || coalesce(was.reason, '') from "
           "tenantry.needing_attention" +
           arguments +
           " as is_now full join "
           "tenantry.attention_before" +
           arguments +
           " as was using (organization_id, reason) "
           "where is_now.reason is null or was.reason is null")))
    unlike += row.get<QString>(0);
  return unlike;
}

} // namespace

void TestAttention::ORG_2_whoNeedsAttentionHasAReason_data() {
  QTest::addColumn<QByteArray>("sql");
  QTest::addColumn<QString>("reasons");
  QTest::addColumn<QString>("ofSupport"); // who may not read payments
  const auto row = [](const char *name, const QByteArray &sql, const QString &reasons,
                      const QString &ofSupport) {
    QTest::newRow(name) << sql << reasons << ofSupport;
  };
  const QByteArray failed =
      "insert into payment_attempt (organization_id, payment_attempt_id, "
      "invoice_id, attempt_no, payment_method_id, amount, currency, status, "
      "idempotency_key, decline_code, created_at, finished_at) select "
      "organization_id, invoice_id, invoice_id, 1, invoice_id, total, currency, "
      "'failed', 'k', 'no', NOW, NOW from invoice";
  const QByteArray reached = "insert into usage_alert select organization_id, 'api_calls', "
                             "period_from_at, 100, NOW from subscription";
  row("nothing", "select 1", {}, {});
  row("suspended", "update organization set status = 'suspended', status_before = 'active'",
      u"suspended"_s, u"suspended"_s);
  row("past due", "update subscription set status = 'past_due'", u"past_due"_s, u"past_due"_s);
  row("a charge failed", failed, u"payment_failed"_s, {});
  row("a charge failed, and it is paid since",
      failed + "; update invoice set status = 'paid', paid = total", {}, {});
  row("a charge failed long ago",
      failed + "; update payment_attempt set finished_at = NOW - interval '31 days'", {}, {});
  row("a limit was reached", reached, u"limit_reached"_s, u"limit_reached"_s);
  const QByteArray suggested =
      reached +
      "; insert into event (organization_id, sequence, type, occurred_at, actor, payload) "
      "select organization_id, 100000, 'usage.upgrade_suggested', NOW, 'tests', "
      "jsonb_build_object('plan_version', VERSION, 'period_from', "
      "to_char(period_from_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')) "
      "from subscription";
  const auto version = [&](const char *text) {
    return QByteArray(suggested).replace("VERSION", text);
  };
  row("USE-3 a higher plan was suggested", version("gen_random_uuid()"),
      u"limit_reached upgrade_suggested"_s, u"limit_reached upgrade_suggested"_s);
  row("USE-3 they have it by now", version("plan_version_id"), u"limit_reached"_s,
      u"limit_reached"_s);
  row("runs leave it out",
      "insert into billing_left_out select organization_id, 'c', 's', due_at from subscription",
      u"left_out"_s, u"left_out"_s);
  row("it was left out, and billed since",
      "insert into billing_left_out select organization_id, 'c', 's', due_at - interval '1 us' "
      "from subscription",
      {}, {});
  row("a limit of another period",
      reached + "; update usage_alert set period_from = period_from - interval '1 month'", {}, {});
  row("most of a limit", reached + "; update usage_alert set threshold = 90", {}, {});
  row("long in onboarding",
      "update organization set status = 'onboarding', created_at = NOW - interval '15 days'",
      u"stuck"_s, u"stuck"_s);
  row("not long in onboarding",
      "update organization set status = 'onboarding', created_at = NOW - interval '13 days'", {},
      {});
  row("twice", failed + "; update subscription set status = 'past_due'",
      u"past_due payment_failed"_s, u"past_due"_s);
}

void TestAttention::ORG_2_whoNeedsAttentionHasAReason() {
  QFETCH(QByteArray, sql);
  Debt debt;
  sql.replace("NOW", "'" + toIso(debt.clock.now()).toLatin1() + "'::timestamptz");
  expect(debt.test.connect()->script("set session_replication_role = replica; " + sql));
  for (const auto &[role, column] :
       {std::pair(u"success"_s, "reasons"), std::pair(u"support"_s, "ofSupport")}) {
    const auto database = debt.test.connect(role);
    store::Session session{*database, debt.clock, u"tests"_s};
    QStringList reasons;
    for (const auto &one : concerns(session))
      reasons += one.word;
    const auto wanted = *static_cast<const QString *>(QTest::qData(column, QMetaType::QString));
    QCOMPARE(reasons.join(u'|'), wanted);
  }
  for (const auto *role : {"worker", "success", "finance", "support", "manager", "administrator"})
    QCOMPARE(unlikeBefore(debt, QString::fromLatin1(role)), QStringList());
}

/// Granted to whom it is granted, and to nobody else.
void TestAttention::ORG_2_aReasonIsAView() {
  BillingHouse house;
  (void)house.organization();
  expect(house.test.connect()->script(
      "create view tenantry.attention_curious with (security_invoker = true) as select "
      "organization_id, 'infinity'::timestamptz as happened_at, created_at as stands_since from "
      "tenantry.organization; do $$ begin execute format('grant select on "
      "tenantry.attention_curious to %I', (select role_prefix from tenantry.installation) || "
      "'_finance'); end $$"));
  house.clock.set(house.clock.now() + 24h * 15);
  for (const auto &[role, isTold] :
       {std::pair(u"finance"_s, true), std::pair(u"support"_s, false)}) {
    const auto database = house.test.connect(role);
    store::Session session{*database, house.clock, u"tests"_s};
    QStringList reasons;
    for (const auto &one : concerns(session))
      reasons += one.word;
    QCOMPARE(reasons.join(u' ').contains(u"curious"_s), isTold);
  }
}

void TestAttention::ORG_2_whoNeedsAttentionStandsByMrr() {
  BillingHouse house;
  for (int i = 0; i < 5; ++i)
    (void)house.organization();
  expect(house.test.connect()->script(
      "set session_replication_role = replica; update organization set status = 'suspended', "
      "status_before = 'active', mrr_twelfths = 1200 * (ascii(right(organization_id::text, 1)) % "
      "2)"));
  const auto rows = concerns(house.worker.session);
  QCOMPARE(rows.size(), std::size_t(5));
  QVERIFY(std::is_sorted(rows.begin(), rows.end(), [](const auto &one, const auto &other) {
    return one.twelfths > other.twelfths;
  }));
  const auto tenant = house.test.connect(u"tenant"_s);
  QVERIFY(expect(tenant->adHoc("select * from needing_attention(now(), now(), 10)")).isEmpty());
}

QTEST_GUILESS_MAIN(TestAttention)
#include "tst_attention.moc"
