// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/corrections.h"
#include "services/payments/refunds.h"
#include "services/scenarios/doctor.h"
#include "services/usage/reservations.h"
#include "tests/services/payments/debt.h"

using namespace tenantry;
using namespace tenantry::tests;

/// What the database cannot refuse, because it is a sum over many rows or was written behind its
/// back, the doctor finds: each of its checks, by a damage that only a superuser can do.
class TestDoctor : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void aSoundBookHasNoDifference();
  void itFinds_data();
  void itFinds();
  void aRestOfAnotherZonesDaysIsNoGap();
  void everyCheckWasTried();
  void cleanupTestCase();

private:
  scenarios::DoctorReport examine(store::Database &database) {
    store::Session session{database, m_house->clock, u"tests"_s};
    return expect(scenarios::examine(session, m_house->worker.business));
  }
  std::unique_ptr<Debt> m_house;
  std::unique_ptr<store::Database> m_owner;
  QStringList m_tried;
};

void TestDoctor::initTestCase() {
  m_house = std::make_unique<Debt>(u"succeeds"_s);
  auto &house = *m_house;
  auto &worker = house.worker;
  static_cast<void>(expect(house.service().charge(house.customer, house.invoice)));
  payments::Refunds refunds(worker.session, worker.business);
  const auto refund = expect(refunds.act({house.customer, house.invoice, 500, u"because"_s}));
  static_cast<void>(expect(refunds.follow(house.wire, house.customer, refund.front().id)));

  const auto id = house.organization(u"DE"_s, u"Europe/Berlin"_s, u"EUR"_s);
  house.subscribe(id, u"professional"_s, u"launch"_s);
  house.use(id, u"api_calls"_s, 600'000);
  house.runAll();
  house.clock.set(*parseInstant(u"2026-03-01T10:00:00Z"_s));
  const auto eur = *Currency::parse(u"EUR"_s);
  const auto first = expect(worker.invoices().ofOrganization(id)).front().id;
  billing::Corrections corrections(worker.session, worker.business);
  expect(worker.database->transaction([&]() -> Result<> {
    TENANTRY_TRY(planned, corrections.previewCredit(id, first, 1'000));
    TENANTRY_CHECK(corrections.credit(std::move(planned), makeId<CreditNoteId>(house.clock.now()),
                                      u"kindness"_s));
    return corrections.adjustBalance(id, Money(500, eur), u"kindness"_s);
  }));
  house.runAll(); // a second period, and the balance pays of its invoice
  expect(worker.invoices().writeOff(id, first));
  usage::Reservations reservations(worker.session, worker.business);
  static_cast<void>(
      expect(reservations.reserve(id, {{u"key"_s, u"storage_gb"_s, 5}}, std::chrono::hours(1))));
  m_owner = house.test.connect();
  expect(m_owner->script(
      "set search_path = tenantry; insert into consumer_position (organization_id, consumer, "
      "sequence) select organization_id, 'tests', sequence from organization_head"));
}

void TestDoctor::aSoundBookHasNoDifference() {
  for (const auto &check : examine(*m_owner).checks)
    for (const auto &difference : check.differences)
      QFAIL(qPrintable(difference.toString()));
}

void TestDoctor::itFinds_data() {
  QTest::addColumn<QString>("check");
  QTest::addColumn<QByteArray>("damage");
  const auto add = [](const char *check, const char *what, const QByteArray &damage) {
    QTest::addRow("%s: %s", check, what) << QString::fromLatin1(check) << damage;
  };
  add("organization.subscription", "another plan", "update organization set plan_id = 'starter'");
  add("subscription.mrr", "more than moved",
      "update subscription set mrr_twelfths = mrr_twelfths + 1");
  add("subscription.spans", "a day between",
      "insert into subscription_span select organization_id, subscription_id, "
      "daterange(lower(span) - 5, lower(span) - 1), kind from subscription_span");
  add("subscription.span_open", "an end",
      "update subscription_span set span = daterange(lower(span), lower(span) + 400)");
  add("coupon.redeemed", "one more", "update coupon_counter set redeemed = redeemed + 1");
  add("usage.parts", "a second between",
      "update usage_part set part_to = part_to - interval '1 second' where invoice_id is not null");
  add("usage.part_end", "a second short",
      "update usage_part set part_to = part_to - interval '1 second' where invoice_id is null");
  add("usage.holds", "one more", "update usage_hold set quantity = quantity + 1");
  add("usage.totals", "one more", "update usage_total set quantity = quantity + 1");
  add("invoice.total", "a line of more",
      "update invoice_line set amount = amount + 1 where kind = 'plan'");
  add("invoice.shares", "more tax", "update invoice_line set tax_share = tax_share + 1");
  add("invoice.paid", "allocated less", "update payment_allocation set amount = amount - 1");
  add("payment.refund", "given back more", "update refund set amount = amount + 1");
  add("invoice.balance_applied", "of nothing",
      "update balance_movement set cause = 'payment' where cause = 'invoice'");
  add("invoice.credited", "allocated more",
      "update credit_note_allocation set amount = amount + 1");
  add("invoice.lines_credited", "more than billed",
      "update invoice_line set amount = amount * 1000 where credits_invoice_id is not null");
  add("credit_note.total", "more than its lines",
      "update credit_note set net = net + 1, total = total + 1");
  add("invoice.billed_days", "other days",
      "update billed_period set span = daterange(lower(span) - 3, upper(span) - 3)");
  add("number.series", "a gap", "delete from number_registry where sequence = 1");
  add("number.document", "without one", "update number_registry set document_id = organization_id");
  add("number.registered", "nowhere", "delete from number_registry where sequence = 2");
  const QByteArray more = "update ledger_entry set amount = amount + 1 where account = ";
  add("ledger.transactions", "off by one", more + "'cash'");
  add("ledger.receivable", "off by one", more + "'receivable'");
  add("ledger.customer_balance", "off by one", more + "'customer_balance'");
  add("ledger.deferred_revenue", "off by one", more + "'deferred_revenue'");
  for (const auto *account : {"cash", "revenue", "tax_payable", "refunds", "bad_debt"})
    add("ledger.documents", account, more + "'" + account + "'");
  add("customer.balance", "more than moved", "update customer_balance set amount = amount + 1");
  add("payment.applied", "more than allocated", "update payment set amount = amount + 1");
  add("payment.attempt", "more than paid", "update payment_attempt set amount = amount + 1");
  add("event.sequence", "one lost", "delete from event where sequence = 2");
  add("event.consumers", "ahead", "update consumer_position set sequence = sequence + 1");
  add("payment.contradicted", "an attempt",
      "update payment_attempt set status = 'unknown', finished_at = null, contradicted_at = now()");
  add("payment.contradicted", "a dispute",
      "insert into provider_finding (organization_id, finding_id, kind, provider, reference, "
      "charge_reference, payment_attempt_id, invoice_id, amount, currency, said, state, opened_at, "
      "read_at) "
      "select organization_id, payment_attempt_id, 'dispute', 'stripe', 'dp', 'pi', "
      "payment_attempt_id, invoice_id, amount, currency, 'lost', 'open', now(), now() from "
      "payment_attempt limit 1");
  add("billing.left_out", "due since",
      "insert into billing_left_out select organization_id, 'a', 'b', due_at + interval '1 day' "
      "from subscription");
  add("mail.failed", "for good",
      "insert into mail (organization_id, mail_id, event_sequence, template, recipient, language, "
      "subject, body, link, priority, state, due_at, created_at) select organization_id, "
      "organization_id, 1, 'a', 'a@b', 'en', 's', 'b', 'account', 1, 'failed', now(), now() from "
      "organization");
  add("bank.statements", "one is missing",
      "insert into bank_statement (bank_statement_id, account, statement_key, content_digest, "
      "format, file_name, currency, opening, closing, imported_at, opens_on, closes_on) values "
      "('00000000-0000-7000-8000-000000000001', 'A', 's1', '', 'camt.053.001.08', '', 'EUR', 0, "
      "100, now(), '2026-01-01', '2026-01-01'), ('00000000-0000-7000-8000-000000000002', 'A', "
      "'s2', '', 'camt.053.001.08', '', 'EUR', 101, 102, now(), '2026-01-02', '2026-01-02')");
  add("job.dead", "for good",
      "insert into job (job_id, queue, kind, key, payload, state, run_at, attempts, max_attempts, "
      "last_error, created_at, finished_at) select organization_id, 'q', 'k', '', '{}', 'dead', "
      "now(), 1, 1, 'e', now(), now() from organization");
}

void TestDoctor::itFinds() {
  QFETCH(QString, check);
  QFETCH(QByteArray, damage);
  m_tried.append(check);
  bool found = false;
  const auto undone = m_owner->transaction([&]() -> Result<> {
    TENANTRY_CHECK(m_owner->script("set local session_replication_role = replica"));
    TENANTRY_TRY(rows, m_owner->adHoc("with damaged as (" + damage + " returning 1) " +
                                      "select count(*) from damaged"));
    if (rows[0].get<std::int64_t>(0) == 0)
      qFatal("%s: the book has nothing to damage", qPrintable(check));
    for (const auto &outcome : examine(*m_owner).checks)
      found = found || (outcome.check == check && !outcome.differences.empty());
    return fail(u"tests.undone"_s, u"Nothing of it stays."_s);
  });
  QCOMPARE(undone.error().code, u"tests.undone"_s);
  QVERIFY2(found, qPrintable(check));
}

void TestDoctor::aRestOfAnotherZonesDaysIsNoGap() {
  const auto undone = m_owner->transaction([&]() -> Result<> {
    TENANTRY_CHECK(m_owner->script(
        "set local session_replication_role = replica; update usage_part set part_to = part_to - "
        "interval '9 hours' where invoice_id is not null; insert into event select "
        "organization_id, 1000000, 'subscription.reactivated', part_from, 'tests', '{}' from "
        "(select distinct on (organization_id) organization_id, part_from from usage_part "
        "order by organization_id, part_from desc) as last"));
    for (const auto &outcome : examine(*m_owner).checks)
      if (outcome.check == u"usage.parts")
        for (const auto &difference : outcome.differences)
          return fail(u"tests.found"_s, difference.toString());
    return fail(u"tests.undone"_s, u"Nothing of it stays."_s);
  });
  QVERIFY2(undone.error().code == u"tests.undone"_s, qPrintable(undone.error().message));
}

void TestDoctor::everyCheckWasTried() {
  for (const auto &check : examine(*m_owner).checks)
    QVERIFY2(m_tried.contains(check.check), qPrintable(check.check));
}

void TestDoctor::cleanupTestCase() {
  m_owner.reset();
  m_house.reset();
}

QTEST_GUILESS_MAIN(TestDoctor)
#include "tst_doctor.moc"
