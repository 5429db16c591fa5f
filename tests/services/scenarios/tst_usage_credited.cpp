// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/credit_notes.h"
#include "services/billing/subscription_changes.h"
#include "services/payments/transfers.h"
#include "services/payments/write_offs.h"
#include "tests/services/scenarios/metered_house.h"

using namespace tenantry;
using namespace tenantry::tests;

namespace {

/// Who pays ten a month and was billed 30 of usage for February, of which nothing is left.
struct CorrectedHouse : MeteredHouse {
  explicit CorrectedHouse(const QString &country = u"US"_s)
      : id(organization(country, u"UTC"_s, u"EUR"_s)) {
    subscribe(id, u"small"_s);
    runAll();
    at("2026-02-20T00:00:00Z");
    count(id, u"calls"_s, 500, u"a"_s, "2026-02-10T00:00:00Z");
    at("2026-03-01T00:00:00Z");
    runAll();
    closing = last(id).id;
  }
  /// With five of another metric that came late.
  void correct() {
    at("2026-03-10T00:00:00Z");
    count(id, u"calls"_s, -500, u"b"_s, "2026-02-10T00:00:00Z", u"a"_s);
    count(id, u"peak"_s, 5, u"p"_s, "2026-02-11T00:00:00Z");
  }
  std::vector<std::int64_t> previewed(const char *asOf) {
    std::vector<std::int64_t> totals;
    expect(worker.run().preview(
        *parseInstant(QString::fromLatin1(asOf)), billing::BillingRun::everything(),
        [&](const billing::PlannedInvoice &planned, const organizations::Organization &) {
          totals.push_back(planned.invoice.total);
        }));
    return totals;
  }
  std::vector<std::int64_t> notes() {
    std::vector<std::int64_t> totals;
    for (const auto &note : expect(billing::creditNotesOf(worker.session, id)))
      totals.push_back(note.total);
    return totals;
  }
  std::int64_t due(const InvoiceId &invoice) {
    const auto found = expect(worker.invoices().find(id, invoice));
    return found.status == billing::InvoiceStatus::Open ? found.amountDue() : 0;
  }
  std::int64_t balance() {
    return number("select coalesce(sum(amount), 0)::bigint from customer_balance");
  }

  OrganizationId id;
  InvoiceId closing;
};

} // namespace

/// USE-2, F20: what a correction takes back of usage beyond all that the next invoice bills is
/// credited with that, as what comes after the end is (ADR 5, ADR 19).
class TestUsageCredited : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void itIsCreditedBeforeTheRenewal_data();
  void itIsCreditedBeforeTheRenewal();
  void itGoesBackAsItWasCharged();
  void whatTheInvoiceCanBearIsALineOfIt();
  void twoRunsCreditItOnce();
  void twoSubscriptionsLowerOneInvoiceOnce();
  void aChangeThatComesFirstIssuesBoth();
};

void TestUsageCredited::itIsCreditedBeforeTheRenewal_data() {
  QTest::addColumn<QString>("what");
  QTest::addColumn<std::int64_t>("note");
  QTest::addColumn<std::int64_t>("closingDue");
  QTest::addColumn<std::int64_t>("renewalDue");
  QTest::addColumn<std::int64_t>("balance"); // a month later
  const auto row = [](const char *what, std::int64_t note, std::int64_t closing,
                      std::int64_t renewal, std::int64_t balance) {
    QTest::addRow("USE-2 its invoice is %s", what)
        << QString::fromLatin1(what) << note << closing << renewal << balance;
  };
  row("open", 3'000, 1'000, 1'050, 0);
  row("paid", 3'000, 0, 0, 3'000 - 1'050 - 1'000);
  row("paid in part", 3'000, 0, 0, 3'000 - 500 - 1'050 - 1'000);
  row("credited in part", 1'500, 500, 1'050, 0);
  row("void", 0, 0, 1'050, 0);
  row("given up", 0, 0, 1'050, 0);
}

void TestUsageCredited::itIsCreditedBeforeTheRenewal() {
  QFETCH(QString, what);
  QFETCH(std::int64_t, note);
  CorrectedHouse house;
  const auto pay = [&](std::int64_t amount) {
    expect(payments::Transfers(house.worker.session, house.worker.business)
               .act({house.id, house.closing, Money(amount, house.last(house.id).currency), {}}));
  };
  if (what == "paid"_L1)
    pay(4'000);
  if (what == "paid in part"_L1)
    pay(3'500);
  if (what == "credited in part"_L1)
    expect(house.worker.database->transaction([&] {
      return house.corrections().credit(
          expect(house.corrections().previewCredit(house.id, house.closing, 2'000)),
          makeId<CreditNoteId>(house.clock.now()), u"by hand"_s);
    }));
  if (what == "void"_L1)
    house.voidLast(house.id);
  if (what == "given up"_L1)
    expect(payments::WriteOffs(house.worker.session, house.worker.business)
               .act({house.id, house.closing}));
  house.correct();
  const auto mrr = house.number("select count(*) from mrr_movement");
  const auto before = house.notes().size();
  const auto previewed = house.previewed("2026-04-01T00:00:00Z");
  house.at("2026-04-01T00:00:00Z");
  const auto summary = house.runAll();
  const auto notes = house.notes();
  QCOMPARE(notes.size(), before + (note == 0 ? 0 : 1));
  if (note != 0)
    QCOMPARE(notes.back(), note);
  QCOMPARE(previewed, note == 0 ? std::vector<std::int64_t>{1'050}
                                : (std::vector<std::int64_t>{-note, 1'050}));
  QCOMPARE(summary.totals.begin()->second, 1'050 - note);
  QTEST(house.due(house.closing), "closingDue");
  QTEST(house.due(house.last(house.id).id), "renewalDue");
  QCOMPARE(house.number("select count(*) from mrr_movement"), mrr);
  QCOMPARE(house.number("select count(*) from usage_total where quantity <> billed_quantity"), 0);
  QCOMPARE(house.unsound(), QString());
  house.at("2026-05-01T00:00:00Z");
  house.runAll(); // and not again
  QCOMPARE(house.notes().size(), notes.size());
  QCOMPARE(house.last(house.id).total, std::int64_t(1'000));
  QTEST(house.balance(), "balance");
  QCOMPARE(house.unsound(), QString());
}

void TestUsageCredited::itGoesBackAsItWasCharged() {
  CorrectedHouse house(u"DE"_s);
  house.correct();
  house.at("2026-04-01T00:00:00Z");
  house.runAll();
  const auto note = expect(billing::creditNotesOf(house.worker.session, house.id)).at(0);
  QCOMPARE(note.net, std::int64_t(3'000));
  QCOMPARE(note.tax, std::int64_t(570));
  QCOMPARE(note.corrects,
           QStringList{expect(house.worker.invoices().find(house.id, house.closing)).number});
  for (const auto &line : expect(billing::creditNoteLines(house.worker.session, house.id, note.id)))
    QVERIFY(line.kind == "usage"_L1 || line.kind == "tax"_L1);
  QCOMPARE(house.last(house.id).net, std::int64_t(1'050));
  QCOMPARE(house.charged(u"calls"_s), 0);
  QCOMPARE(house.charged(u"peak"_s), 50);
  QCOMPARE(house.unsound(), QString());
}

void TestUsageCredited::whatTheInvoiceCanBearIsALineOfIt() {
  CorrectedHouse house;
  house.at("2026-03-10T00:00:00Z");
  house.count(house.id, u"calls"_s, -200, u"b"_s, "2026-02-10T00:00:00Z", u"a"_s);
  house.at("2026-04-01T00:00:00Z");
  house.runAll(); // 200 of those that cost 5 are just what a month costs
  QCOMPARE(house.notes(), std::vector<std::int64_t>{});
  QCOMPARE(house.last(house.id).total, std::int64_t(0));
  QCOMPARE(house.unsound(), QString());
}

void TestUsageCredited::twoRunsCreditItOnce() {
  CorrectedHouse house;
  house.correct();
  house.at("2026-04-01T00:00:00Z");
  Worker second(house.test, house.clock);
  expect(house.worker.run().run(billing::BillingRun::everything(), [&](std::int64_t) {
    expect(second.run().run(billing::BillingRun::everything()));
    return true;
  }));
  expect(second.run().run(billing::BillingRun::everything()));
  QCOMPARE(house.notes(), std::vector<std::int64_t>{3'000});
  QCOMPARE(house.unsound(), QString());
}

/// One ended and one runs: what each takes back of an invoice is of its own usage.
void TestUsageCredited::twoSubscriptionsLowerOneInvoiceOnce() {
  CorrectedHouse house;
  house.at("2026-03-05T00:00:00Z");
  house.count(house.id, u"calls"_s, 500, u"m"_s, "2026-03-02T00:00:00Z");
  expect(house.worker.subscriptions().cancel(house.id, false));
  house.runAll();
  house.subscribe(house.id, u"small"_s);
  house.runAll();
  house.at("2026-03-06T00:00:00Z");
  house.count(house.id, u"calls"_s, 500, u"n"_s, "2026-03-05T12:00:00Z");
  house.at("2026-04-05T00:00:00Z");
  house.runAll();
  const auto second = house.last(house.id).id;
  for (const auto &[key, of] : {std::pair(u"x"_s, u"a"_s), {u"y"_s, u"m"_s}, {u"z"_s, u"n"_s}})
    house.count(house.id, u"calls"_s, -500, key, "2026-03-05T12:00:00Z", of);
  house.at("2026-05-05T00:00:00Z");
  house.runAll();
  QCOMPARE(house.charged(u"calls"_s), 0);
  QCOMPARE(house.due(second), std::int64_t(1'000));
  QCOMPARE(house.balance(), 0);
  QCOMPARE(house.unsound(), QString());
}

/// A change bills the renewal that is due first, in one transaction with it.
void TestUsageCredited::aChangeThatComesFirstIssuesBoth() {
  CorrectedHouse house;
  house.correct();
  house.at("2026-04-01T00:00:00Z");
  billing::ChangeRequest request;
  request.kind = billing::ChangeRequest::Kind::Alter;
  request.organization = house.id;
  request.planId = u"metered"_s;
  billing::SubscriptionChanges changes(house.worker.session, house.worker.business);
  const auto seen = expect(changes.preview(request));
  std::vector<std::int64_t> awaited;
  for (const auto &planned : seen.awaited)
    awaited.push_back(planned.invoice.total);
  QCOMPARE(awaited, (std::vector<std::int64_t>{-3'000, 1'050}));
  QCOMPARE(seen.atOnce().billed, -3'000 + 1'050 + 9'000);
  expect(changes.act(request, billing::SeenPicture::of(seen)));
  QCOMPARE(house.notes(), std::vector<std::int64_t>{3'000});
  QCOMPARE(house.last(house.id).total, std::int64_t(9'000));
  QCOMPARE(house.unsound(), QString());
}

QTEST_GUILESS_MAIN(TestUsageCredited)
#include "tst_usage_credited.moc"
