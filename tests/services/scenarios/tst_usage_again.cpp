// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/corrections.h"
#include "services/billing/credit_notes.h"
#include "services/billing/subscription_changes.h"
#include "services/scenarios/doctor.h"
#include "tests/services/billing/billing_house.h"

using namespace tenantry;
using namespace tenantry::tests;
using business::Aggregation;

namespace {

/// A house that sells one plan: ten a month, and four metrics with charges.
struct MeteredHouse : BillingHouse {
  MeteredHouse() {
    auto changed = *business::Source::shipped().load();
    changed.taxRates = {{u"DE"_s, {}, Rational(19), false, true},
                        {u"FR"_s, {}, Rational(20), true, true}};
    business::Plan plan;
    plan.id = u"metered"_s;
    plan.name.byLanguage[{}] = u"Metered"_s;
    const auto eur = *Currency::parse(u"EUR"_s);
    plan.prices = {{Money(10'000, eur), Interval::Month, business::PricePer::Subscription}};
    const auto add = [&](const QString &id, Aggregation aggregation) -> business::Charge & {
      auto &metric = changed.metrics[id];
      metric.id = id;
      metric.aggregation = aggregation;
      metric.of = aggregation == Aggregation::Unique ? u"who"_s : QString();
      plan.limits[id] = business::unlimited;
      business::Charge charge;
      charge.metric = id;
      charge.currency = eur;
      charge.unit = 10;
      plan.charges.push_back(charge);
      return plan.charges.back();
    };
    auto &calls = add(u"calls"_s, Aggregation::Sum);
    calls.model = business::ChargeModel::Graduated;
    calls.tiers = {{100, Rational(10), 0}, {std::nullopt, Rational(5), 0}};
    add(u"peak"_s, Aggregation::Max);
    add(u"level"_s, Aggregation::Last);
    add(u"people"_s, Aggregation::Unique);
    changed.plans[plan.id] = plan;
    plan.id = u"small"_s;
    plan.prices[0].amount = Money(1'000, eur);
    changed.plans[plan.id] = plan;
    auto &half = changed.coupons[u"half"_s];
    half.id = u"half"_s;
    half.percent = Rational(50);
    half.cycles = 2;
    const auto owner = test.connect();
    store::Session session{*owner, clock, u"tests"_s};
    expect(business::BusinessApply(session).apply(changed, u"tests"_s));
    at("2026-02-01T00:00:00Z");
  }

  void at(const char *instant) { clock.set(*parseInstant(QString::fromLatin1(instant))); }
  /// One that begins on the first of February.
  OrganizationId customer(const QString &country = u"US"_s, const QString &coupon = {}) {
    const auto id = organization(country, u"UTC"_s, u"EUR"_s);
    subscribe(id, u"metered"_s, coupon);
    runAll();
    return id;
  }
  void count(const OrganizationId &id, const QString &metric, std::int64_t quantity,
             const QString &key, const char *instant, const QString &corrects = {}) {
    usage::UsageEvent event;
    event.organization = id;
    event.metric = metric;
    event.quantity = quantity;
    event.key = key;
    event.occurredAt = *parseInstant(QString::fromLatin1(instant));
    event.corrects = corrects;
    event.dimensions = {{u"who"_s, corrects.isEmpty() ? key : corrects}};
    expect(usage::UsageService(worker.session, worker.business).ingest({event}));
  }
  billing::Corrections corrections() { return {worker.session, worker.business}; }
  billing::Invoice last(const OrganizationId &id) {
    return expect(worker.invoices().ofOrganization(id)).back();
  }
  void voidLast(const OrganizationId &id) {
    expect(corrections().voidInvoice(id, last(id).id, u"wrong"_s));
  }
  /// The usage that the customer owes in all, whatever it stands on, before discount and tax.
  std::int64_t charged(const QString &metric) {
    return number(u"select coalesce(sum(l.amount), 0)::bigint from invoice_line as l left join "
                  "invoice as i using (organization_id, invoice_id) where l.kind = 'usage' and "
                  "l.item = '%1' and i.status is distinct from 'void'"_s.arg(metric)
                      .toUtf8());
  }
  QString unsound() {
    QStringList broken;
    for (const auto &check : expect(scenarios::examine(worker.session, worker.business)).checks)
      for (const auto &difference : check.differences)
        broken += difference.toString();
    return broken.join(u'\n');
  }
};

} // namespace

/// BILL-2, USE-2: what of usage was billed goes back as it was billed, and what a void invoice
/// billed is billed again.
class TestUsageAgain : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void whatAVoidInvoiceBilledIsBilledAgain_data();
  void whatAVoidInvoiceBilledIsBilledAgain();
  void aCorrectionAfterTheVoidCreditsNothing();
  void aValueThatIsKeptGoesOnFromTheLatestPart();
  void aCorrectionGivesBackWhatWasPaidForIt_data();
  void aCorrectionGivesBackWhatWasPaidForIt();
  void whatWasCreditedByHandIsNotCreditedAgain_data();
  void whatWasCreditedByHandIsNotCreditedAgain();
  void aCorrectionWithAChangeLowersItsInvoice();
  void aVoidedCorrectionWaitsAgain();
};

void TestUsageAgain::whatAVoidInvoiceBilledIsBilledAgain_data() {
  QTest::addColumn<QString>("voided");
  const char *names[] = {"closing", "closing, late between", "late", "closing and late",
                         "twice",   "late in the middle"};
  for (const auto *name : names)
    QTest::addRow("BILL-2 void: %s", name) << QString::fromLatin1(name);
}

void TestUsageAgain::whatAVoidInvoiceBilledIsBilledAgain() {
  QFETCH(QString, voided);
  MeteredHouse house;
  const auto id = house.customer();
  house.at("2026-02-20T00:00:00Z");
  house.count(id, u"calls"_s, 90, u"a"_s, "2026-02-10T00:00:00Z");
  house.count(id, u"peak"_s, 7, u"b"_s, "2026-02-10T00:00:00Z");
  house.count(id, u"level"_s, 4, u"c"_s, "2026-02-10T00:00:00Z");
  house.count(id, u"people"_s, 1, u"d"_s, "2026-02-10T00:00:00Z");
  house.at("2026-03-01T00:00:00Z");
  house.runAll();
  const auto closing = house.last(id).id;
  QCOMPARE(house.charged(u"calls"_s), 900);
  const auto late = [&](const char *tag, std::int64_t calls) {
    const auto key = QString::fromLatin1(tag);
    house.count(id, u"calls"_s, calls, u"a"_s + key, "2026-02-11T00:00:00Z");
    house.count(id, u"peak"_s, calls, u"b"_s + key, "2026-02-11T00:00:00Z");
    house.count(id, u"level"_s, calls, u"c"_s + key, "2026-02-11T00:00:00Z");
    house.count(id, u"people"_s, 1, u"d"_s + key, "2026-02-11T00:00:00Z");
  };
  const auto take = [&](const InvoiceId &invoice) {
    expect(house.corrections().voidInvoice(id, invoice, u"wrong"_s));
  };
  late("1", 20);
  if (voided == "closing"_L1)
    take(closing);
  house.at("2026-04-01T00:00:00Z");
  house.runAll();
  const auto second = house.last(id).id;
  if (voided == "twice"_L1) {
    take(closing);
    take(second);
  }
  if (voided.startsWith("closing, "_L1) || voided == "closing and late"_L1)
    take(closing);
  if (voided.endsWith("late"_L1))
    take(second);
  late("2", 30);
  house.at("2026-05-01T00:00:00Z");
  house.runAll();
  if (voided == "twice"_L1)
    house.voidLast(id);
  if (voided == "late in the middle"_L1)
    take(second);
  house.at("2026-06-01T00:00:00Z");
  house.runAll();
  // 140 in tiers; the highest and the last are 30 in February, which keeps on to March … May.
  QCOMPARE(house.charged(u"calls"_s), 1'000 + 200);
  QCOMPARE(house.charged(u"peak"_s), 300);
  QCOMPARE(house.charged(u"people"_s), 30);
  QCOMPARE(house.number("select count(*) from usage_total where quantity <> billed_quantity"), 0);
  QCOMPARE(house.number("select count(*) from usage_part where invoice_id is null"), 1);
  QCOMPARE(house.unsound(), QString());
}

void TestUsageAgain::aCorrectionAfterTheVoidCreditsNothing() {
  MeteredHouse house;
  const auto id = house.customer();
  house.at("2026-02-20T00:00:00Z");
  house.count(id, u"calls"_s, 90, u"a"_s, "2026-02-10T00:00:00Z");
  house.at("2026-03-01T00:00:00Z");
  house.runAll();
  house.voidLast(id);
  house.count(id, u"calls"_s, -40, u"b"_s, "2026-02-10T00:00:00Z", u"a"_s);
  house.at("2026-04-01T00:00:00Z");
  house.runAll();
  QCOMPARE(house.last(id).total, std::int64_t(10'000 + 500));
  QCOMPARE(house.unsound(), QString());
}

void TestUsageAgain::aValueThatIsKeptGoesOnFromTheLatestPart() {
  MeteredHouse house;
  const auto id = house.customer();
  house.at("2026-02-20T00:00:00Z");
  house.count(id, u"level"_s, 4, u"a"_s, "2026-02-10T00:00:00Z");
  house.at("2026-03-01T00:00:00Z");
  house.runAll();
  const auto february = house.last(id).id;
  house.at("2026-03-20T00:00:00Z");
  house.count(id, u"level"_s, 9, u"b"_s, "2026-03-10T00:00:00Z");
  house.at("2026-04-01T00:00:00Z");
  house.runAll();
  expect(house.corrections().voidInvoice(id, february, u"wrong"_s));
  house.at("2026-05-01T00:00:00Z");
  house.runAll();
  // Nobody said anything in April: it is what March ended with, not February.
  QCOMPARE(house.charged(u"level"_s), 40 + 90 + 90);
  QCOMPARE(house.unsound(), QString());
}

void TestUsageAgain::aCorrectionGivesBackWhatWasPaidForIt_data() {
  QTest::addColumn<QString>("country");
  QTest::addColumn<QString>("coupon");
  QTest::addColumn<QString>("vatId");
  QTest::addColumn<std::int64_t>("net");
  QTest::addColumn<std::int64_t>("tax");
  // Of 1,000 for 100 calls half is taken back.
  QTest::newRow("BILL-2 as it was")
      << u"US"_s << QString() << QString() << std::int64_t(9'500) << std::int64_t(0);
  QTest::newRow("BILL-2 a coupon that ended")
      << u"US"_s << u"half"_s << QString() << std::int64_t(9'750) << std::int64_t(0);
  QTest::newRow("BILL-2 taxed then, reverse charge now")
      << u"DE"_s << QString() << u"DE136695976"_s << std::int64_t(9'500) << std::int64_t(-95);
  QTest::newRow("BILL-2 tax in the price")
      << u"FR"_s << QString() << QString() << std::int64_t(7'916) << std::int64_t(1'584);
}

void TestUsageAgain::aCorrectionGivesBackWhatWasPaidForIt() {
  QFETCH(QString, country);
  QFETCH(QString, coupon);
  QFETCH(QString, vatId);
  MeteredHouse house;
  const auto id = house.customer(country, coupon);
  house.at("2026-02-20T00:00:00Z");
  house.count(id, u"calls"_s, 50, u"a"_s, "2026-02-10T00:00:00Z");
  house.count(id, u"calls"_s, 50, u"b"_s, "2026-02-10T00:00:00Z");
  house.at("2026-03-01T00:00:00Z");
  house.runAll();
  house.count(id, u"calls"_s, -50, u"c"_s, "2026-02-10T00:00:00Z", u"b"_s);
  if (!vatId.isEmpty()) {
    organizations::OrganizationService service(house.worker.session);
    expect(service.amend(id, {{u"vatId"_s, vatId}}, expect(service.find(id)).revision));
  }
  house.at("2026-04-01T00:00:00Z");
  house.runAll();
  const auto invoice = house.last(id);
  QTEST(invoice.net, "net");
  QTEST(invoice.tax, "tax");
  QCOMPARE(house.charged(u"calls"_s) > 0, true);
  QCOMPARE(house.unsound(), QString());
  QCOMPARE(house.number("select count(*) from invoice_line where kind = 'usage' and amount < 0 and "
                        "credits_invoice_id is null"),
           0);
}

void TestUsageAgain::whatWasCreditedByHandIsNotCreditedAgain_data() {
  QTest::addColumn<std::int64_t>("byHand");
  QTest::addColumn<std::int64_t>("total");
  QTest::newRow("BILL-2 nothing of it") << std::int64_t(0) << std::int64_t(9'000);
  QTest::newRow("BILL-2 the whole invoice") << std::int64_t(11'000) << std::int64_t(10'000);
  QTest::newRow("BILL-2 half of it") << std::int64_t(5'500) << std::int64_t(9'500);
}

void TestUsageAgain::whatWasCreditedByHandIsNotCreditedAgain() {
  QFETCH(std::int64_t, byHand);
  MeteredHouse house;
  const auto id = house.customer();
  house.at("2026-02-20T00:00:00Z");
  house.count(id, u"calls"_s, 100, u"a"_s, "2026-02-10T00:00:00Z");
  house.at("2026-03-01T00:00:00Z");
  house.runAll();
  if (byHand > 0)
    expect(house.worker.database->transaction([&] {
      return house.corrections().credit(
          expect(house.corrections().previewCredit(id, house.last(id).id, byHand)),
          makeId<CreditNoteId>(house.clock.now()), u"by hand"_s);
    }));
  house.count(id, u"calls"_s, -100, u"b"_s, "2026-02-10T00:00:00Z", u"a"_s);
  house.at("2026-04-01T00:00:00Z");
  house.runAll();
  QTEST(house.last(id).total, "total");
  house.at("2026-05-01T00:00:00Z");
  house.runAll(); // and nothing is left of it
  QCOMPARE(house.last(id).total, std::int64_t(10'000));
  QCOMPARE(house.unsound(), QString());
}

void TestUsageAgain::aCorrectionWithAChangeLowersItsInvoice() {
  MeteredHouse house;
  const auto id = house.customer();
  house.at("2026-02-20T00:00:00Z");
  house.count(id, u"calls"_s, 100, u"a"_s, "2026-02-10T00:00:00Z");
  house.at("2026-03-01T00:00:00Z");
  house.runAll();
  const auto closing = house.last(id).id;
  house.at("2026-03-16T12:00:00Z");
  house.count(id, u"calls"_s, -100, u"b"_s, "2026-02-10T00:00:00Z", u"a"_s);
  billing::ChangeRequest cancel;
  cancel.kind = billing::ChangeRequest::Kind::Cancel;
  cancel.organization = id;
  cancel.when = subscriptions::When::Now;
  cancel.credit = true;
  expect(billing::SubscriptionChanges(house.worker.session, house.worker.business).act(cancel));
  // 16 of 31 days and the calls: all of it lowers the invoice that both stand on.
  const auto lowered = expect(house.worker.invoices().find(id, closing));
  QCOMPARE(lowered.credited, std::int64_t(5'161 + 1'000));
  QCOMPARE(house.unsound(), QString());
}

void TestUsageAgain::aVoidedCorrectionWaitsAgain() {
  MeteredHouse house;
  const auto id = house.customer();
  house.at("2026-02-20T00:00:00Z");
  house.count(id, u"calls"_s, 100, u"a"_s, "2026-02-10T00:00:00Z");
  house.at("2026-03-01T00:00:00Z");
  house.runAll();
  const auto closing = house.last(id).id;
  house.count(id, u"calls"_s, -100, u"b"_s, "2026-02-10T00:00:00Z", u"a"_s);
  house.at("2026-04-01T00:00:00Z");
  house.runAll();
  // What it takes back stands on the other: that one is credited, and not voided any more.
  const auto refused = house.corrections().voidInvoice(id, closing);
  QVERIFY(!refused);
  QCOMPARE(refused.error().code, u"invoice.not_open"_s);
  house.voidLast(id);
  QCOMPARE(house.charged(u"calls"_s), 1'000);
  house.at("2026-05-01T00:00:00Z");
  house.runAll();
  QCOMPARE(house.last(id).total, std::int64_t(9'000));
  QCOMPARE(house.charged(u"calls"_s), 0);
  QCOMPARE(house.unsound(), QString());
}

QTEST_GUILESS_MAIN(TestUsageAgain)
#include "tst_usage_again.moc"
