// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/holds.h"
#include "services/payments/transfers.h"
#include "tests/services/scenarios/metered_house.h"

using namespace tenantry;
using namespace tenantry::tests;

namespace {

/// Customers of February whose subscriptions ended with it, and who have their last invoice.
struct EndedHouse : MeteredHouse {
  explicit EndedHouse(const QString &coupon = {}, int customers = 1) {
    for (int i = 0; i < customers; ++i)
      ids.push_back(customer(u"US"_s, coupon));
    std::ranges::sort(ids);
    id = ids.front();
    at("2026-02-20T00:00:00Z");
    for (const auto &one : ids) {
      count(one, u"calls"_s, 90, u"a"_s, "2026-02-10T00:00:00Z");
      expect(worker.subscriptions().cancel(one, true));
    }
    at("2026-03-01T00:00:00Z");
    runAll();
  }
  void late(std::int64_t quantity, const QString &key, const QString &corrects = {}) {
    count(id, u"calls"_s, quantity, key, "2026-02-11T00:00:00Z", corrects);
  }
  std::vector<billing::PlannedInvoice> previewed(const char *asOf) {
    std::vector<billing::PlannedInvoice> all;
    expect(worker.run().preview(
        *parseInstant(QString::fromLatin1(asOf)), billing::BillingRun::everything(),
        [&](const billing::PlannedInvoice &planned, const organizations::Organization &) {
          all.push_back(planned);
        }));
    return all;
  }
  std::int64_t documents() {
    return number("select (select count(*) from invoice) + (select count(*) from credit_note)");
  }
  /// Nothing is wrong, nothing waits, and nothing more comes of it.
  void isSettled() {
    const auto before = documents();
    runAll();
    QCOMPARE(documents(), before);
    QCOMPARE(number("select count(*) from usage_total as t join usage_part as p using "
                    "(organization_id, part_from) where t.quantity <> t.billed_quantity or "
                    "p.invoice_id is null and p.part_to <= '2026-03-01Z'"),
             0);
    QCOMPARE(number("select count(*) from subscription where ended_at is not null and due_at is "
                    "not null"),
             0);
    if (number("select count(*) from credit_note") == 0) // which it does not know
      QCOMPARE(wrong(), QString());
    QCOMPARE(unsound(), QString());
  }

  std::vector<OrganizationId> ids; ///< in their order
  OrganizationId id;               ///< the first
};

} // namespace

/// BILL-2, USE-1: what comes late to a subscription that has ended is billed by one more invoice.
class TestAfterTheEnd : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void whatComesAfterTheLastInvoiceIsBilled_data();
  void whatComesAfterTheLastInvoiceIsBilled();
  void whatIsOwedBackIsCredited_data();
  void whatIsOwedBackIsCredited();
  void itIsAwaitedForADayAndTheGrace_data();
  void itIsAwaitedForADayAndTheGrace();
  void whoBeganAnewPaysItByItself_data();
  void whoBeganAnewPaysItByItself();
  void aBatchRaisesItOnce();
  void whatComesWhileARunHasReadItIsReadAnew();
  void twoRunsBillItOnce();
  void aCouponForSoManyInvoicesIsNotUsedTwice();
  void whatNobodyChargesMakesNoInvoice();
};

void TestAfterTheEnd::whatComesAfterTheLastInvoiceIsBilled_data() {
  QTest::addColumn<QString>("what");
  for (const char *what : {"late", "late twice", "voided", "voided and late", "closed", "on hold"})
    QTest::addRow("BILL-2 %s", what) << QString::fromLatin1(what);
}

void TestAfterTheEnd::whatComesAfterTheLastInvoiceIsBilled() {
  QFETCH(QString, what);
  EndedHouse house;
  const auto mrr = house.number("select count(*) from mrr_movement");
  house.at("2026-03-03T00:00:00Z");
  const bool isVoided = what.startsWith("voided"_L1);
  if (isVoided)
    house.voidLast(house.id);
  if (what == "closed"_L1)
    expect(organizations::OrganizationService(house.worker.session)
               .move(house.id, organizations::Status::Closed, u"asked"_s));
  if (what == "on hold"_L1)
    expect(billing::Holds(house.worker.session).holdOrganization(house.id, u"wait"_s));
  if (what != "voided"_L1)
    house.late(20, u"b"_s);
  house.runAll();
  QCOMPARE(house.documents(), std::int64_t(2)); // not yet
  QCOMPARE(house.previewed("2026-03-03T23:59:59Z").size(), std::size_t(0));
  const auto previewed = house.previewed("2026-03-04T00:00:00Z");
  QCOMPARE(previewed.size(), std::size_t(1));
  house.at("2026-03-04T00:00:00Z");
  house.runAll();
  const auto invoice = house.last(house.id);
  QCOMPARE(invoice.total, previewed.front().invoice.total);
  QCOMPARE(billing::toString(invoice.status), what == "on hold"_L1 ? u"draft"_s : u"open"_s);
  const auto lines = expect(house.worker.invoices().lines(house.id, invoice.id));
  for (const auto &line : lines)
    QCOMPARE(line.kind, u"usage"_s);
  QCOMPARE(lines.size(), std::size_t(1));
  if (what == "late twice"_L1) {
    house.late(30, u"c"_s);
    house.at("2026-03-05T00:00:00Z");
    house.runAll();
    QVERIFY(house.last(house.id).number != invoice.number);
  }
  // 90, 110 and 140 calls, of which the first 100 are dearer.
  QCOMPARE(house.charged(u"calls"_s), what == "voided"_L1       ? 900
                                      : what == "late twice"_L1 ? 1'200
                                                                : 1'050);
  QCOMPARE(house.number("select count(*) from mrr_movement"), mrr);
  house.isSettled();
}

void TestAfterTheEnd::whatIsOwedBackIsCredited_data() {
  QTest::addColumn<QString>("last");
  QTest::addColumn<std::int64_t>("due");
  QTest::addColumn<std::int64_t>("balance");
  QTest::newRow("BILL-2 of what is open") << u"open"_s << std::int64_t(500) << std::int64_t(0);
  QTest::newRow("BILL-2 of what is paid") << u"paid"_s << std::int64_t(0) << std::int64_t(400);
}

void TestAfterTheEnd::whatIsOwedBackIsCredited() {
  QFETCH(QString, last);
  EndedHouse house;
  const auto closing = house.last(house.id);
  if (last == "paid"_L1)
    expect(payments::Transfers(house.worker.session, house.worker.business)
               .act({house.id, closing.id, Money(closing.total, closing.currency), {}}));
  house.late(-40, u"b"_s, u"a"_s);
  house.at("2026-03-02T00:00:00Z");
  const auto previewed = house.previewed("2026-03-02T00:00:00Z");
  QCOMPARE(previewed.size(), std::size_t(1));
  QCOMPARE(previewed.front().invoice.total, std::int64_t(-400));
  house.runAll();
  QTEST(expect(house.worker.invoices().find(house.id, closing.id)).amountDue(), "due");
  QTEST(house.number("select coalesce(sum(amount), 0)::bigint from customer_balance"), "balance");
  QCOMPARE(house.number("select count(*) from credit_note where total = 400"), 1);
  QCOMPARE(house.charged(u"calls"_s), 500);
  house.isSettled();
}

void TestAfterTheEnd::itIsAwaitedForADayAndTheGrace_data() {
  QTest::addColumn<int>("grace");
  QTest::addColumn<QString>("due");
  QTest::newRow("BILL-2 no grace") << 0 << u"2026-03-11T00:00:00Z"_s;
  QTest::newRow("BILL-2 an hour") << 1 << u"2026-03-11T00:00:00Z"_s;
  QTest::newRow("BILL-2 three days") << 72 << u"2026-03-13T00:00:00Z"_s;
}

void TestAfterTheEnd::itIsAwaitedForADayAndTheGrace() {
  QFETCH(int, grace);
  QFETCH(QString, due);
  EndedHouse house;
  auto changed = expect(house.worker.business.current(house.worker.session))->business;
  changed.usageGraceHours = grace;
  const auto owner = house.test.connect();
  store::Session session{*owner, house.clock, u"tests"_s};
  expect(business::BusinessApply(session).apply(changed, u"tests"_s));
  house.at("2026-03-10T00:00:00Z");
  house.late(1, u"b"_s);
  house.at("2026-03-10T12:00:00Z");
  house.late(1, u"c"_s); // which is not awaited anew
  QCOMPARE(house.number("select extract(epoch from max(due_at))::bigint * 1000000 from "
                        "subscription"),
           std::int64_t(parseInstant(due)->time_since_epoch().count()));
}

void TestAfterTheEnd::whoBeganAnewPaysItByItself_data() {
  QTest::addColumn<QString>("plan");
  QTest::addColumn<QString>("currency");
  QTest::newRow("BILL-2 the same plan") << u"metered"_s << u"EUR"_s;
  QTest::newRow("BILL-2 another currency") << u"starter"_s << u"USD"_s;
}

/// The invoice of what runs now is of other prices, coupons, perhaps another currency.
void TestAfterTheEnd::whoBeganAnewPaysItByItself() {
  QFETCH(QString, plan);
  QFETCH(QString, currency);
  EndedHouse house;
  subscriptions::StartRequest again;
  again.organization = house.id;
  again.planId = plan;
  again.currency = *Currency::parse(currency);
  again.couponId = currency == "EUR"_L1 ? u"half"_s : QString();
  const auto second = expect(house.worker.subscriptions().start(again));
  house.runAll();
  house.at("2026-03-31T12:00:00Z");
  house.late(20, u"b"_s);
  house.at("2026-04-01T00:00:00Z");
  house.runAll(); // renews the second, and leaves this to the first
  const auto renewal = house.last(house.id);
  QCOMPARE(renewal.subscription, std::optional(second.id));
  for (const auto &line : expect(house.worker.invoices().lines(house.id, renewal.id)))
    QVERIFY(line.kind != "usage"_L1);
  house.at("2026-04-01T12:00:00Z");
  house.runAll();
  const auto late = house.last(house.id);
  QVERIFY(late.subscription != std::optional(second.id));
  QCOMPARE(late.currency.code(), u"EUR"_s);
  QCOMPARE(late.total, std::int64_t(150)); // ten at the first price, ten at the second
  house.at("2026-05-01T00:00:00Z");
  house.runAll();
  QCOMPARE(house.charged(u"calls"_s), 1'050);
  house.isSettled();
}

void TestAfterTheEnd::aBatchRaisesItOnce() {
  EndedHouse house;
  const auto living = house.customer();
  const auto revisions = [&](const OrganizationId &id) {
    return house.number("select sum(revision)::bigint from subscription where organization_id = '" +
                        id.toString().toUtf8() + "'");
  };
  const auto before = revisions(house.id), livingBefore = revisions(living);
  std::vector<usage::UsageEvent> events;
  for (const auto &id : {house.id, living})
    for (int i = 0; i < 2'000; ++i) {
      usage::UsageEvent event;
      event.organization = id;
      event.metric = u"calls"_s;
      event.quantity = 1;
      event.key = u"e%1"_s.arg(i);
      event.occurredAt = *parseInstant(u"2026-02-12T00:00:00Z"_s);
      events.push_back(event);
    }
  expect(usage::UsageService(house.worker.session, house.worker.business).ingest(events));
  QCOMPARE(revisions(house.id), before + 1);
  QCOMPARE(revisions(living), livingBefore);
}

/// It waits for its invoice already, and the run has read how much it is.
void TestAfterTheEnd::whatComesWhileARunHasReadItIsReadAnew() {
  EndedHouse house({}, 2);
  house.at("2026-03-03T00:00:00Z");
  for (const auto &id : house.ids)
    house.count(id, u"calls"_s, 10, u"b"_s, "2026-02-11T00:00:00Z");
  house.at("2026-03-04T00:00:00Z");
  billing::BillingRun run(house.worker.session, house.worker.business, 1);
  bool isLate = false;
  const auto countForTheNext = [&](std::int64_t) {
    if (!std::exchange(isLate, true))
      house.count(house.ids.back(), u"calls"_s, 5, u"c"_s, "2026-02-11T00:00:00Z");
    return true;
  };
  expect(run.run(billing::BillingRun::everything(), countForTheNext));
  QVERIFY(isLate);
  house.at("2026-03-06T00:00:00Z");
  house.runAll();
  QCOMPARE(house.charged(u"calls"_s), 1'000 + 1'000 + 25);
  house.isSettled();
}

void TestAfterTheEnd::twoRunsBillItOnce() {
  EndedHouse house;
  house.late(20, u"b"_s);
  house.at("2026-03-02T00:00:00Z");
  Worker second(house.test, house.clock);
  expect(house.worker.run().run(billing::BillingRun::everything(), [&](std::int64_t) {
    expect(second.run().run(billing::BillingRun::everything()));
    return true;
  }));
  expect(second.run().run(billing::BillingRun::everything()));
  QCOMPARE(house.charged(u"calls"_s), 1'050);
  house.isSettled();
}

void TestAfterTheEnd::aCouponForSoManyInvoicesIsNotUsedTwice() {
  EndedHouse house(u"half"_s); // of two: of February and of the last
  house.late(20, u"b"_s);
  house.at("2026-03-02T00:00:00Z");
  house.runAll();
  QCOMPARE(house.last(house.id).total, std::int64_t(150));
  QCOMPARE(house.number("select period_index from invoice order by created_at desc limit 1"), 2);
  house.isSettled();
}

void TestAfterTheEnd::whatNobodyChargesMakesNoInvoice() {
  EndedHouse house;
  house.count(house.id, u"api_calls"_s, 5, u"free"_s, "2026-02-11T00:00:00Z");
  house.at("2026-03-02T00:00:00Z");
  house.runAll();
  QCOMPARE(house.documents(), std::int64_t(2));
  QCOMPARE(house.number("select count(*) from subscription where due_at is not null"), 0);
  QCOMPARE(house.unsound(), QString());
}

QTEST_GUILESS_MAIN(TestAfterTheEnd)
#include "tst_after_the_end.moc"
