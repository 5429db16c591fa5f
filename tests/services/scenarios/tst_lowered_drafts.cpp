// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/approvals.h"
#include "services/billing/discards.h"
#include "services/billing/issue_again.h"
#include "services/billing/run_picture.h"
#include "services/billing/subscription_changes.h"
#include "services/subscriptions/outlook.h"
#include "tests/services/scenarios/metered_house.h"

using namespace tenantry;
using namespace tenantry::tests;

namespace {

using billing::ChangeRequest;

/// Whose invoice of March, with the usage of February, is a draft.
struct LoweredHouse : MeteredHouse {
  explicit LoweredHouse(const QString &country = u"US"_s) : id(customer(country)) {
    auto changed = expect(worker.business.current(worker.session))->business;
    changed.finalize = business::Finalize::Review;
    auto &great = changed.plans[u"great"_s] = changed.plans[u"metered"_s];
    great.id = u"great"_s;
    great.prices[0].amount = Money(50'000, great.prices[0].amount.currency());
    const auto owner = test.connect();
    store::Session session{*owner, clock, u"tests"_s};
    expect(business::BusinessApply(session).apply(changed, u"tests"_s));
    at("2026-02-20T00:00:00Z");
    count(id, u"calls"_s, 90, u"a"_s, "2026-02-10T00:00:00Z");
    at("2026-03-01T00:00:00Z");
    runAll();
    draft = {id, last(id).id};
  }
  billing::Invoice found() { return expect(worker.invoices().find(id, draft.invoice)); }
  ChangeRequest change(const QString &plan) const {
    ChangeRequest request;
    request.organization = id;
    request.planId = plan;
    return request;
  }
  /// As it was previewed.
  billing::ChangePicture make(const ChangeRequest &request) {
    billing::SubscriptionChanges changes(worker.session, worker.business);
    const auto seen = expect(changes.preview(request));
    return expect(changes.act(request, billing::SeenPicture::of(seen)));
  }
  std::int64_t drafted() {
    return number("select coalesce(sum(total), 0)::bigint from invoice where status = 'draft'");
  }
  /// Nothing was issued that could be spent, told or counted.
  void isAllDrafted() {
    QCOMPARE(number("select count(*) from credit_note"), 0);
    QCOMPARE(number("select count(*) from balance_movement"), 0);
    QCOMPARE(number("select count(*) from event where type = 'invoice.credited'"), 0);
    QCOMPARE(unsound(), QString());
  }
  void finalizeAll() {
    for (const auto &invoice : expect(worker.invoices().ofOrganization(id)))
      if (invoice.status == billing::InvoiceStatus::Draft)
        expect(worker.invoices().finalize(id, {invoice.id}));
    QCOMPARE(wrong(), QString());
    QCOMPARE(unsound(), QString());
  }

  OrganizationId id;
  billing::InvoiceKey draft;
};

} // namespace

/// BILL-2, BILL-3: what is taken back of a draft makes the draft less, and is no credit (ADR 21).
class TestLoweredDrafts : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void aChangeLowersTheDraft_data();
  void aChangeLowersTheDraft();
  void itIsDiscardedAndDraftedAgainAsItIs();
  void itsApprovalFalls();
  void aSecondChangeLowersWhatTheFirstDrafted();
  void itGetsTheTaxOfNow_data();
  void itGetsTheTaxOfNow();
  void aDraftOfNothingIsDiscarded();
  void aCorrectionLowersTheDraftThatBilledIt();
  void USE_2_aCorrectionLowersItBeforeThePeriodEnds_data();
  void USE_2_aCorrectionLowersItBeforeThePeriodEnds();
  void aRunThatOnlyLowersIsAskedAbout();
  void whatIsDraftedWithTheChangeIsLoweredToo();
  void whoFinalizedFirstIsNotOverwritten();
};

void TestLoweredDrafts::aChangeLowersTheDraft_data() {
  QTest::addColumn<QString>("what");
  QTest::addColumn<std::int64_t>("left");
  QTest::addColumn<std::int64_t>("drafted");
  // 21 of 31 days of 100.00, and of what it becomes; 900 of usage stays.
  QTest::newRow("BILL-3 another plan, that costs less")
      << u"small"_s << std::int64_t(4'126) << std::int64_t(4'126 + 677);
  QTest::newRow("BILL-3 another plan, that costs more")
      << u"great"_s << std::int64_t(4'126) << std::int64_t(4'126 + 33'871);
  QTest::newRow("BILL-3 a pause") << u"pause"_s << std::int64_t(4'126) << std::int64_t(4'126);
  QTest::newRow("BILL-3 an end") << u"cancel"_s << std::int64_t(4'126) << std::int64_t(4'126);
}

void TestLoweredDrafts::aChangeLowersTheDraft() {
  QFETCH(QString, what);
  LoweredHouse house;
  house.at("2026-03-11T00:00:00Z");
  auto request = house.change(what);
  if (what == "pause"_L1 || what == "cancel"_L1) {
    request = house.change({});
    request.kind = what == "pause"_L1 ? ChangeRequest::Kind::Pause : ChangeRequest::Kind::Cancel;
    request.credit = true;
  }
  const auto before = house.drafted();
  const auto picture = house.make(request);
  QCOMPARE(picture.balanceAfter, 0);
  QCOMPARE(picture.total(), house.drafted() - before);
  QTEST(house.found().total, "left");
  QTEST(house.drafted(), "drafted");
  house.isAllDrafted();
  house.finalizeAll();
  QCOMPARE(house.charged(u"calls"_s), 900);
}

void TestLoweredDrafts::itIsDiscardedAndDraftedAgainAsItIs() {
  LoweredHouse house;
  house.at("2026-03-11T00:00:00Z");
  house.make(house.change(u"small"_s));
  billing::Discards discards(house.worker.session, house.worker.business);
  expect(discards.act(house.draft, u"by mistake"_s));
  QCOMPARE(house.charged(u"calls"_s), 0);
  QCOMPARE(house.unsound(), QString());
  const auto again =
      expect(billing::IssueAgain(house.worker.session, house.worker.business).act(house.draft));
  QCOMPARE(again.total, std::int64_t(4'126));
  QCOMPARE(house.charged(u"calls"_s), 900);
  house.isAllDrafted();
  house.finalizeAll();
}

void TestLoweredDrafts::itsApprovalFalls() {
  LoweredHouse house;
  auto changed = expect(house.worker.business.current(house.worker.session))->business;
  changed.invoice.approvalAbove = {{house.found().currency, 1'000}};
  const auto owner = house.test.connect();
  store::Session session{*owner, house.clock, u"tests"_s};
  expect(business::BusinessApply(session).apply(changed, u"tests"_s));
  billing::Drafts drafts(house.worker.session, house.worker.business);
  expect(drafts.approve(house.draft));
  const auto seen = expect(drafts.preview({house.draft})).front();
  QVERIFY(seen.needsApproval && seen.isApprovedByAsker);
  house.at("2026-03-11T00:00:00Z");
  house.make(house.change(u"small"_s));
  const auto now = expect(drafts.preview({house.draft})).front();
  QVERIFY(now.needsApproval && !now.isApproved && !now.isApprovedByAsker);
  QCOMPARE(now.total.minor(), std::int64_t(4'126));
  QVERIFY(now.digest() != seen.digest());
}

void TestLoweredDrafts::aSecondChangeLowersWhatTheFirstDrafted() {
  LoweredHouse house;
  house.at("2026-03-11T00:00:00Z");
  house.make(house.change(u"great"_s));
  house.at("2026-03-21T00:00:00Z");
  house.make(house.change(u"small"_s)); // 11 of 31 days
  QCOMPARE(house.found().total, std::int64_t(4'126));
  QCOMPARE(house.drafted(), std::int64_t(4'126 + 33'871 - 17'742 + 355));
  house.isAllDrafted();
  house.finalizeAll();
}

void TestLoweredDrafts::itGetsTheTaxOfNow_data() {
  QTest::addColumn<QString>("country");
  QTest::addColumn<QString>("vatId");
  QTest::addColumn<std::int64_t>("net");
  QTest::addColumn<std::int64_t>("tax");
  QTest::newRow("BILL-2 the same")
      << u"DE"_s << QString() << std::int64_t(4'126) << std::int64_t(784);
  QTest::newRow("BILL-2 reverse charge by now")
      << u"DE"_s << u"DE136695976"_s << std::int64_t(4'126) << std::int64_t(0);
  QTest::newRow("BILL-2 tax in the price")
      << u"FR"_s << QString() << std::int64_t(3'438) << std::int64_t(688);
}

void TestLoweredDrafts::itGetsTheTaxOfNow() {
  QFETCH(QString, country);
  QFETCH(QString, vatId);
  LoweredHouse house(country);
  house.at("2026-03-11T00:00:00Z");
  house.make(house.change(u"small"_s));
  if (!vatId.isEmpty()) {
    organizations::OrganizationService service(house.worker.session);
    expect(service.amend(house.id, {{u"vatId"_s, vatId}}, expect(service.find(house.id)).revision));
  }
  house.finalizeAll();
  QTEST(house.found().net, "net");
  QTEST(house.found().tax, "tax");
}

void TestLoweredDrafts::aDraftOfNothingIsDiscarded() {
  LoweredHouse house;
  const auto other = house.organization(u"US"_s, u"UTC"_s, u"EUR"_s);
  house.subscribe(other, u"metered"_s);
  house.runAll();
  const auto draft = house.last(other);
  QVERIFY(draft.status == billing::InvoiceStatus::Draft);
  auto request = house.change({});
  request.organization = other;
  request.kind = ChangeRequest::Kind::Pause;
  house.make(request);
  QVERIFY(expect(house.worker.invoices().find(other, draft.id)).status ==
          billing::InvoiceStatus::Void);
  QCOMPARE(house.number("select count(*) from event where type = 'invoice.discarded' and "
                        "payload ->> 'reason' = 'nothing-left'"),
           1);
  house.isAllDrafted();
}

void TestLoweredDrafts::aCorrectionLowersTheDraftThatBilledIt() {
  LoweredHouse house;
  auto &worker = house.worker;
  house.at("2026-04-01T00:00:00Z");
  const auto seen = *expect(billing::pictureOfRun(worker.session, worker.business));
  QVERIFY(seen.lowered.empty());
  house.at("2026-03-10T00:00:00Z");
  house.count(house.id, u"calls"_s, -60, u"b"_s, "2026-02-10T00:00:00Z", u"a"_s);
  house.at("2026-04-01T00:00:00Z");
  const auto now = *expect(billing::pictureOfRun(worker.session, worker.business));
  QCOMPARE(now.lowered.size(), std::size_t(1));
  const billing::RunLowering expected{
      house.id, u"One"_s, house.draft.invoice, house.found().currency, 10'900, 10'300};
  QVERIFY(now.lowered.front() == expected);
  const auto refused = billing::runAsSeen(worker.session, worker.business, seen);
  QVERIFY(!refused);
  QCOMPARE(refused.error().code, u"billing.picture_changed"_s);
  house.runAll();
  QCOMPARE(house.found().total, std::int64_t(10'000 + 300));
  QCOMPARE(house.last(house.id).total, std::int64_t(10'000));
  QCOMPARE(house.charged(u"calls"_s), 300);
  house.isAllDrafted();
  billing::Discards discards(house.worker.session, house.worker.business);
  expect(discards.act(house.draft, u"why"_s));
  house.at("2026-05-01T00:00:00Z");
  house.runAll();
  QCOMPARE(house.charged(u"calls"_s), 300);
  house.finalizeAll();
}

void TestLoweredDrafts::USE_2_aCorrectionLowersItBeforeThePeriodEnds_data() {
  QTest::addColumn<QString>("meanwhile");
  QTest::addColumn<std::int64_t>("left"); // of the draft, on 12 March
  QTest::addColumn<std::int64_t>("calls");
  // 30 of 90 calls at 10 were none.
  QTest::newRow("nothing else") << u""_s << std::int64_t(10'600) << std::int64_t(600);
  QTest::newRow("a change is scheduled")
      << u"change"_s << std::int64_t(10'600) << std::int64_t(600);
  QTest::newRow("its customer is suspended")
      << u"suspend"_s << std::int64_t(10'600) << std::int64_t(600);
  // 110 in all: 100 at 10 and 10 at 5, 150 more than was drafted, with April's invoice.
  QTest::newRow("as many come late") << u"more"_s << std::int64_t(10'900) << std::int64_t(1'050);
  // It is credited with April's invoice, as it was issued.
  QTest::newRow("it is finalized") << u"finalize"_s << std::int64_t(10'900) << std::int64_t(600);
}

void TestLoweredDrafts::USE_2_aCorrectionLowersItBeforeThePeriodEnds() {
  QFETCH(QString, meanwhile);
  QFETCH(std::int64_t, left);
  LoweredHouse house;
  auto &worker = house.worker;
  const auto picture = [&] {
    return *expect(billing::pictureOfRun(worker.session, worker.business));
  };
  house.at("2026-03-10T00:00:00Z");
  house.count(house.id, u"calls"_s, -30, u"b"_s, "2026-02-10T00:00:00Z", u"a"_s);
  QVERIFY(picture().isEmpty()); // more may come within the day
  const auto inTwoDays = house.clock.now() + std::chrono::days(2);
  QCOMPARE(expect(subscriptions::dueUntil(worker.session, inTwoDays)), 0);
  if (meanwhile == "change"_L1)
    expect(worker.subscriptions().cancel(house.id, true));
  else if (meanwhile == "suspend"_L1)
    expect(
        worker.subscriptions().suspend(house.id, expect(worker.subscriptions().live(house.id)).id));
  else if (meanwhile == "more"_L1)
    house.count(house.id, u"calls"_s, 50, u"c"_s, "2026-02-11T00:00:00Z");
  else if (meanwhile == "finalize"_L1)
    expect(worker.invoices().finalize(house.id, {house.draft.invoice}));
  house.at("2026-03-12T00:00:00Z");
  QCOMPARE(expect(subscriptions::dueUntil(worker.session, house.clock.now())), 1);
  const auto seen = picture();
  QCOMPARE(billing::totalsOf(seen.lowered)[house.found().currency], 10'900 - left);
  const auto done = expect(billing::runAsSeen(worker.session, worker.business, seen));
  QVERIFY(done.invoices == 0 && done.lowered == seen.lowered);
  QCOMPARE(house.found().total, left);
  QVERIFY(picture().isEmpty());
  QCOMPARE(house.runAll().subscriptions, 0);
  QCOMPARE(house.unsound(), QString());
  house.at("2026-04-01T00:00:00Z");
  house.runAll();
  if (meanwhile != "suspend"_L1)
    QTEST(house.charged(u"calls"_s), "calls");
  house.finalizeAll();
}

void TestLoweredDrafts::aRunThatOnlyLowersIsAskedAbout() {
  LoweredHouse house;
  auto &worker = house.worker;
  house.at("2026-03-11T00:00:00Z");
  auto request = house.change({});
  request.kind = ChangeRequest::Kind::Cancel;
  request.credit = true;
  house.make(request);
  house.count(house.id, u"calls"_s, -60, u"b"_s, "2026-02-10T00:00:00Z", u"a"_s);
  house.at("2026-03-13T00:00:00Z");
  const auto seen = *expect(billing::pictureOfRun(worker.session, worker.business));
  QVERIFY(seen.issued.empty() && seen.drafted.empty() && !seen.isEmpty());
  QCOMPARE(billing::totalsOf(seen.lowered).begin()->second, std::int64_t(600));
  QCOMPARE(seen.lowered.front().from, std::int64_t(4'126));
  const auto due = expect(billing::picturesOfDue(worker.session, worker.business, {house.id}));
  QCOMPARE(due.at(house.id).total.minor(), std::int64_t(-600));
  // As much, but of another draft.
  auto other = seen;
  other.lowered.front().draft = makeId<InvoiceId>(house.clock.now());
  const auto refused = billing::runAsSeen(worker.session, worker.business, other);
  QVERIFY(!refused);
  QCOMPARE(refused.error().code, u"billing.picture_changed"_s);
  QCOMPARE(house.found().total, std::int64_t(4'126));
  const auto done = expect(billing::runAsSeen(worker.session, worker.business, seen));
  QVERIFY(done.invoices == 0 && done.lowered == seen.lowered);
  QCOMPARE(house.found().total, std::int64_t(3'526));
  QVERIFY(expect(billing::pictureOfRun(worker.session, worker.business))->isEmpty());
  house.isAllDrafted();
  house.finalizeAll();
}

void TestLoweredDrafts::whatIsDraftedWithTheChangeIsLoweredToo() {
  LoweredHouse house;
  house.at("2026-04-11T00:00:00Z"); // the renewal of April is due, and was not run
  const auto picture = house.make(house.change(u"small"_s));
  QCOMPARE(picture.awaited.size(), std::size_t(1));
  // 20 of 30 days of 100.00 go, and of 10.00 come.
  QCOMPARE(house.drafted(), std::int64_t(10'900 + 10'000 - 6'667 + 667));
  house.isAllDrafted();
  house.finalizeAll();
}

void TestLoweredDrafts::whoFinalizedFirstIsNotOverwritten() {
  LoweredHouse house;
  house.at("2026-03-11T00:00:00Z");
  billing::SubscriptionChanges changes(house.worker.session, house.worker.business);
  const auto request = house.change(u"small"_s);
  const auto seen = expect(changes.preview(request));
  expect(house.worker.invoices().finalize(house.id, {house.draft.invoice}));
  const auto refused = changes.act(request, billing::SeenPicture::of(seen));
  QVERIFY(!refused);
  QCOMPARE(refused.error().code, u"subscription.picture_changed"_s);
  expect(changes.act(request));
  QCOMPARE(house.found().total, std::int64_t(10'900));
  QCOMPARE(house.found().credited, std::int64_t(6'774 - 677));
  QCOMPARE(house.unsound(), QString());
}

QTEST_GUILESS_MAIN(TestLoweredDrafts)
#include "tst_lowered_drafts.moc"
