// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/credit_notes.h"
#include "services/business/apply.h"
#include "services/payments/adjustment.h"
#include "tests/services/billing/billing_house.h"
#include "tests/support/differences_of.h"
#include <thread>

using namespace tenantry;
using namespace tenantry::tests;
using billing::ChangePicture;
using billing::ChangeRequest;
using billing::SeenPicture;
using billing::SubscriptionChanges;
using Kind = billing::ChangeRequest::Kind;
using std::chrono::days;
using subscriptions::When;

namespace {

using Lines = std::vector<std::pair<QString, std::int64_t>>;

Lines linesOf(const billing::PlannedInvoice &planned) {
  Lines lines;
  for (const auto &line : planned.lines)
    lines.emplace_back(QString::fromStdString(std::string(business::toWord(line.draft.kind))),
                       line.draft.amount);
  return lines;
}

ChangeRequest toPlan(const OrganizationId &organization, const QString &plan,
                     When when = When::Now) {
  ChangeRequest request;
  request.organization = organization;
  request.planId = plan;
  request.when = when;
  return request;
}

ChangeRequest toSeats(const OrganizationId &organization, int seats) {
  ChangeRequest request;
  request.organization = organization;
  request.seats = seats;
  return request;
}

} // namespace

/// SUB-6 on a database: what was previewed is what happens, once, and the books stay whole.
class TestChanges : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void aPreviewWritesNothing();
  void aStalePictureIsRefusedWithWhatDiffers_data();
  void aStalePictureIsRefusedWithWhatDiffers();
  void theSameConfirmedTwiceHappensOnce();
  void manyAtOnceAreOneAfterTheOther();
  void whatWaitsIsTakenBackAsPreviewed();
  void draftsAreLowered();
  void whoMayChangeOnAServer_data();
  void whoMayChangeOnAServer();
  void anImportedPeriodIsCreditedAsItWouldHaveBeenBilled();
  void SUB_9_anAddOnLeavesTheCreditOfAnImportedPeriod();
  void anImportedInvoiceIsCreditedByTheRateItHad();

private:
  static SubscriptionChanges changes(Worker &worker) { return {worker.session, worker.business}; }
  static Result<ChangePicture> act(Worker &worker, const ChangeRequest &request,
                                   const std::optional<SeenPicture> &seen = {}) {
    return payments::changeSubscription(worker.session, worker.business, request, seen);
  }
  static QString unsound(BillingHouse &house) { return differencesOf(house.worker).join(u'\n'); }
};

void TestChanges::aPreviewWritesNothing() {
  BillingHouse house;
  const auto id = house.organization();
  house.subscribe(id, u"starter"_s);
  house.runAll();
  house.clock.set(BillingHouse::start() + days(10));
  const auto events = house.number("select count(*) from event");
  const auto picture = expect(changes(house.worker).preview(toPlan(id, u"professional"_s)));
  QCOMPARE(picture.total(), std::int64_t(9643));
  QCOMPARE(linesOf(*picture.document),
           (Lines{{u"proration_credit"_s, -3150}, {u"proration_charge"_s, 12793}}));
  QCOMPARE(picture.before.mrrTwelfths, std::int64_t(4900 * 12));
  QCOMPARE(picture.after.mrrTwelfths, std::int64_t(19900 * 12));
  QVERIFY(picture.next.has_value());
  QCOMPARE(picture.next->invoice.total, std::int64_t(19900));
  QCOMPARE(house.number("select count(*) from event"), events);
  QCOMPARE(house.number("select count(*) from invoice"), std::int64_t(1));
  const auto done =
      expect(act(house.worker, toPlan(id, u"professional"_s), SeenPicture::of(picture)));
  QCOMPARE(done.digest(), picture.digest());
  QCOMPARE(house.number("select total from invoice where kind = 'change'"), std::int64_t(9643));
  QCOMPARE(unsound(house), QString());
}

void TestChanges::aStalePictureIsRefusedWithWhatDiffers_data() {
  QTest::addColumn<int>("meanwhile");
  QTest::addColumn<QString>("names");
  QTest::newRow("SUB-6 seats were changed") << 0 << u"the seats were 2 instead of 1"_s;
  QTest::newRow("SUB-6 it is another day") << 1 << u"the total is 9284.00 USD instead of"_s;
  QTest::newRow("SUB-6 the balance has more") << 2 << u"the balance is then"_s;
}

void TestChanges::aStalePictureIsRefusedWithWhatDiffers() {
  QFETCH(int, meanwhile);
  QFETCH(QString, names);
  BillingHouse house;
  const auto id = house.organization();
  house.subscribe(id, u"starter"_s);
  house.runAll();
  house.clock.set(BillingHouse::start() + days(10));
  const auto request = toPlan(id, u"professional"_s);
  const auto seen = SeenPicture::of(expect(changes(house.worker).preview(request)));
  if (meanwhile == 0)
    expect(act(house.worker, toSeats(id, 2)));
  if (meanwhile == 1)
    house.clock.set(BillingHouse::start() + days(11));
  if (meanwhile == 2)
    expect(billing::Corrections(house.worker.session, house.worker.business)
               .adjustBalance(id, Money(100000, *Currency::parse(u"USD"_s)), {}));
  const auto refused = act(house.worker, request, seen);
  QVERIFY(!refused);
  QCOMPARE(refused.error().code, u"subscription.picture_changed"_s);
  if (meanwhile == 1)
    names = u"the total is "_s;
  QVERIFY2(refused.error().message.contains(names), qPrintable(refused.error().message));
  QCOMPARE(house.number("select count(*) from invoice where kind = 'change' and total > 0"),
           std::int64_t(0));
}

void TestChanges::theSameConfirmedTwiceHappensOnce() {
  BillingHouse house;
  const auto id = house.organization();
  house.subscribe(id, u"starter"_s);
  house.runAll();
  house.clock.set(BillingHouse::start() + days(10));
  const auto request = toPlan(id, u"professional"_s);
  const auto seen = SeenPicture::of(expect(changes(house.worker).preview(request)));
  expect(act(house.worker, request, seen));
  const auto again = act(house.worker, request, seen);
  QVERIFY(!again);
  QCOMPARE(again.error().code, u"subscription.no_change"_s);
  QCOMPARE(house.number("select count(*) from invoice"), std::int64_t(2));
}

// BILL-2: eight workers change one subscription; each change is billed once, on what it found.
void TestChanges::manyAtOnceAreOneAfterTheOther() {
  BillingHouse house;
  const auto id = house.organization();
  house.subscribe(id, u"starter"_s);
  house.runAll();
  house.clock.set(BillingHouse::start() + days(10));
  std::atomic<int> done = 0, refused = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i)
    threads.emplace_back([&, i] {
      Worker worker(house.test, house.clock);
      for (int round = 0; round < 4; ++round) {
        const auto plan = (i + round) % 2 == 0 ? u"professional"_s : u"enterprise"_s;
        const auto result = act(worker, toPlan(id, plan));
        if (result)
          ++done;
        else if (result.error().code == u"subscription.no_change"_s)
          ++refused;
        else
          qWarning("%s", qPrintable(result.error().toString()));
      }
    });
  for (auto &thread : threads)
    thread.join();
  QCOMPARE(done + refused, 32);
  QVERIFY(done >= 1);
  QCOMPARE(house.number("select (select count(*) from invoice where kind = 'change') + "
                        "(select count(*) from credit_note)"),
           std::int64_t(done));
  QCOMPARE(unsound(house), QString());
}

void TestChanges::whatWaitsIsTakenBackAsPreviewed() {
  BillingHouse house;
  const auto id = house.organization();
  house.subscribe(id);
  house.runAll();
  ChangeRequest back;
  back.organization = id;
  back.kind = Kind::Unschedule;
  const auto nothing = changes(house.worker).preview(back);
  QVERIFY(!nothing);
  QCOMPARE(nothing.error().code, u"subscription.no_change"_s);
  expect(act(house.worker, toPlan(id, u"starter"_s, When::PeriodEnd)));
  const auto events = house.number("select count(*) from event");
  const auto seen = expect(changes(house.worker).preview(back));
  QCOMPARE(seen.next->invoice.total, std::int64_t(19900));
  QCOMPARE(seen.nextWithout->invoice.total, std::int64_t(4900));
  QVERIFY(seen.after.scheduled.action == subscriptions::ScheduledAction::None);
  QCOMPARE(seen.total(), std::int64_t(0));
  QCOMPARE(house.number("select count(*) from event"), events);
  const auto digest = SeenPicture{house.clock.now(), {}, seen.digest()};
  expect(changes(house.worker).act(back, digest));
  QCOMPARE(house.number("select count(*) from event"), events + 1);
  expect(act(house.worker, toPlan(id, u"enterprise"_s, When::PeriodEnd)));
  const auto other = changes(house.worker).act(back, digest); // of another plan
  QVERIFY(!other);
  QCOMPARE(other.error().code, u"subscription.picture_changed"_s);
  expect(changes(house.worker).act(back));
  house.clock.set(BillingHouse::start() + days(28));
  house.runAll();
  QCOMPARE(house.number("select total from invoice order by finalized_at desc limit 1"),
           std::int64_t(19900));
  QCOMPARE(unsound(house), QString());
}

void TestChanges::draftsAreLowered() {
  BillingHouse house(business::Finalize::Review);
  const auto id = house.organization();
  house.subscribe(id, u"enterprise"_s);
  house.runAll();
  house.clock.set(BillingHouse::start() + days(14));
  expect(act(house.worker, toPlan(id, u"starter"_s)));
  const auto notes = expect(billing::creditNotesOf(house.worker.session, id));
  QCOMPARE(notes.size(), 0u);
  const auto drafts = expect(house.worker.invoices().ofOrganization(id));
  QCOMPARE(drafts.size(), 2u);
  const auto final = expect(house.worker.invoices().finalize(id, {drafts[0].id, drafts[1].id}));
  QCOMPARE(final[0].amountDue(), std::int64_t(49'950)); // 14 of 28 days each
  QCOMPARE(final[1].amountDue(), std::int64_t(2'450));
  QCOMPARE(unsound(house), QString());
}

void TestChanges::whoMayChangeOnAServer_data() {
  QTest::addColumn<QString>("group");
  QTest::addColumn<bool>("may");
  QTest::newRow("success") << u"success"_s << true;
  QTest::newRow("finance") << u"finance"_s << true;
  QTest::newRow("administrator") << u"administrator"_s << true;
  QTest::newRow("support") << u"support"_s << false;
  QTest::newRow("manager") << u"manager"_s << false;
}

void TestChanges::whoMayChangeOnAServer() {
  QFETCH(QString, group);
  QFETCH(bool, may);
  BillingHouse house;
  const auto id = house.organization();
  house.subscribe(id, u"enterprise"_s);
  house.runAll();
  house.clock.set(BillingHouse::start() + days(3));
  house.use(id, u"api_calls"_s, 2'000'000);
  const auto database = house.test.connect(group);
  store::Session session{*database, house.clock, group};
  business::AppliedBusiness business;
  auto request = toPlan(id, u"starter"_s);
  const auto down = payments::changeSubscription(session, business, request);
  request.planId = u"professional"_s;
  const auto up = payments::changeSubscription(session, business, request);
  request.planId.clear();
  request.interval = Interval::Year;
  const auto yearly = payments::changeSubscription(session, business, request);
  for (const auto &result : {down, up, yearly}) {
    QVERIFY2(result.has_value() == may, result ? "" : qPrintable(result.error().toString()));
    if (!may)
      QCOMPARE(result.error().code, u"store.forbidden"_s);
  }
  QCOMPARE(unsound(house), QString());
}

void TestChanges::anImportedPeriodIsCreditedAsItWouldHaveBeenBilled() {
  BillingHouse house;
  const auto id = house.organization(u"DE"_s);
  house.subscribe(id, u"starter"_s);
  // What an import leaves: a period that runs, and nothing here that billed it.
  const auto owner = house.test.connect();
  expect(owner->adHoc("update subscription set invoice_index = null, invoice_at = null"));
  house.clock.set(BillingHouse::start() + days(10));
  const auto picture = expect(changes(house.worker).preview(toPlan(id, u"professional"_s)));
  QCOMPARE(
      linesOf(*picture.document),
      (Lines{{u"proration_credit"_s, -3150}, {u"proration_charge"_s, 12793}, {u"tax"_s, 1832}}));
  expect(act(house.worker, toPlan(id, u"professional"_s), SeenPicture::of(picture)));
  QCOMPARE(unsound(house), QString());
}

/// What is billed here beside the period says nothing of who billed that.
void TestChanges::SUB_9_anAddOnLeavesTheCreditOfAnImportedPeriod() {
  BillingHouse house;
  const auto id = house.organization(u"DE"_s);
  house.subscribe(id, u"starter"_s);
  const auto owner = house.test.connect();
  expect(owner->adHoc("update subscription set invoice_index = null, invoice_at = null"));
  store::Session session{*owner, house.clock, u"tests"_s};
  business::AppliedBusiness applied;
  auto business = expect(applied.current(session))->business;
  auto &rooms = business.addons[u"rooms"_s];
  rooms.id = u"rooms"_s;
  rooms.name.byLanguage[{}] = u"Ten rooms"_s;
  rooms.prices = {{Money(2800, *Currency::parse(u"USD"_s)), Interval::Month}};
  expect(business::BusinessApply(session).apply(business, u"tests"_s));
  house.clock.set(BillingHouse::start() + days(10));
  ChangeRequest adding;
  adding.organization = id;
  adding.addonId = rooms.id;
  expect(act(house.worker, adding));
  const auto picture = expect(changes(house.worker).preview(toPlan(id, u"professional"_s)));
  QCOMPARE(
      linesOf(*picture.document),
      (Lines{{u"proration_credit"_s, -3150}, {u"proration_charge"_s, 12793}, {u"tax"_s, 1832}}));
  expect(act(house.worker, toPlan(id, u"professional"_s), SeenPicture::of(picture)));
  QCOMPARE(unsound(house), QString());
}

/// An invoice of elsewhere has the amount of its tax where others have the rate.
void TestChanges::anImportedInvoiceIsCreditedByTheRateItHad() {
  BillingHouse house;
  const auto id = house.organization(u"DE"_s);
  house.subscribe(id, u"starter"_s);
  house.runAll();
  expect(house.test.connect()->script("set session_replication_role = replica;"
                                      "update invoice set kind = 'imported';"
                                      "update invoice_line set unit = '931' where kind = 'tax'"));
  house.clock.set(BillingHouse::start() + days(10));
  const auto picture = expect(changes(house.worker).preview(toPlan(id, u"professional"_s)));
  QCOMPARE(
      linesOf(*picture.document),
      (Lines{{u"proration_credit"_s, -3150}, {u"proration_charge"_s, 12793}, {u"tax"_s, 1832}}));
}

QTEST_GUILESS_MAIN(TestChanges)
#include "tst_changes.moc"
