// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/credit_notes.h"
#include "services/billing/subscription_changes.h"
#include "tests/services/scenarios/metered_house.h"

using namespace tenantry;
using namespace tenantry::tests;

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
  void whatACreditNoteChargedIsGivenBack();
  void aVoidedCorrectionWaitsAgain();
  void whatIsVoidedWhileARunReadsAheadIsReadAnew();
  void aRestBelowNothingLowersWhatBilledIt();
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

void TestUsageAgain::whatACreditNoteChargedIsGivenBack() {
  MeteredHouse house;
  const auto id = house.customer();
  house.count(id, u"calls"_s, 100, u"a"_s, "2026-02-01T00:00:00Z");
  house.at("2026-02-15T12:00:00Z");
  billing::ChangeRequest cancel;
  cancel.kind = billing::ChangeRequest::Kind::Cancel;
  cancel.organization = id;
  cancel.when = subscriptions::When::Now;
  cancel.credit = true;
  expect(billing::SubscriptionChanges(house.worker.session, house.worker.business).act(cancel));
  house.at("2026-02-17T00:00:00Z");
  house.count(id, u"calls"_s, -60, u"b"_s, "2026-02-01T00:00:00Z", u"a"_s);
  house.at("2026-02-19T00:00:00Z");
  house.runAll();
  // Half of the month came back, less 100 calls; of these 60 follow.
  QCOMPARE(house.number("select count(*) from credit_note where total in (4000, 600)"), 2);
  QCOMPARE(house.charged(u"calls"_s), 400);
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

/// A chunk is read while the one before it is written.
void TestUsageAgain::whatIsVoidedWhileARunReadsAheadIsReadAnew() {
  MeteredHouse house;
  const std::array customers{house.customer(), house.customer()};
  const auto countAll = [&](std::int64_t quantity, const QString &key) {
    for (const auto &id : customers)
      house.count(id, u"calls"_s, quantity, key, "2026-02-10T00:00:00Z");
  };
  house.at("2026-02-20T00:00:00Z");
  countAll(50, u"a"_s);
  house.at("2026-03-01T00:00:00Z");
  house.runAll();
  countAll(20, u"late"_s);
  house.at("2026-04-01T00:00:00Z");
  house.runAll();
  countAll(10, u"later"_s);
  house.at("2026-05-01T00:00:00Z");
  std::map<OrganizationId, InvoiceId> latest;
  for (const auto &id : customers)
    latest[id] = house.last(id).id;
  billing::BillingRun run(house.worker.session, house.worker.business, 1);
  bool isVoided = false;
  const auto voidTheNext = [&](std::int64_t) {
    for (const auto &id : customers)
      if (!isVoided && house.last(id).id == latest[id]) {
        house.voidLast(id);
        isVoided = true;
      }
    return true;
  };
  expect(run.run(billing::BillingRun::everything(), voidTheNext));
  QVERIFY(isVoided);
  QCOMPARE(house.charged(u"calls"_s), std::int64_t(2 * 80 * 10));
  QCOMPARE(house.unsound(), QString());
}

void TestUsageAgain::aRestBelowNothingLowersWhatBilledIt() {
  MeteredHouse house;
  const auto id = house.organization(u"US"_s, u"UTC"_s, u"EUR"_s);
  house.subscribe(id, u"small"_s, {});
  house.runAll();
  house.at("2026-02-20T00:00:00Z");
  house.count(id, u"calls"_s, 10, u"a"_s, "2026-02-10T00:00:00Z");
  house.at("2026-03-01T00:00:00Z");
  house.runAll();
  const auto closing = house.last(id).id;
  house.count(id, u"calls"_s, 500, u"late"_s, "2026-02-10T00:00:00Z");
  house.at("2026-04-01T00:00:00Z");
  house.runAll();
  expect(house.corrections().voidInvoice(id, closing, u"wrong"_s));
  house.count(id, u"calls"_s, -500, u"back"_s, "2026-02-10T00:00:00Z", u"late"_s);
  house.at("2026-05-01T00:00:00Z");
  house.runAll(); // 10 calls are 100, of 2,950 that were billed late: more than there is to lower
  QCOMPARE(house.last(id).total, std::int64_t(1'000));
  QCOMPARE(house.number("select sum(total)::bigint from credit_note"), 2'850);
  QCOMPARE(house.charged(u"calls"_s), 100);
  QCOMPARE(house.unsound(), QString());
  house.at("2026-05-20T00:00:00Z");
  house.count(id, u"calls"_s, 1'000, u"many"_s, "2026-05-10T00:00:00Z");
  house.at("2026-06-01T00:00:00Z");
  house.runAll();
  QCOMPARE(house.last(id).total, std::int64_t(1'000 + 5'500));
  QCOMPARE(house.charged(u"calls"_s), std::int64_t(100 + 5'500));
  QCOMPARE(house.unsound(), QString());
}

QTEST_GUILESS_MAIN(TestUsageAgain)
#include "tst_usage_again.moc"
