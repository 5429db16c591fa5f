// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/approvals.h"

#include "services/billing/drafts.h"
#include "services/billing/holds.h"
#include "services/billing/one_off.h"
#include "services/billing/run_picture.h"
#include "tests/services/billing/billing_house.h"
#include "tests/support/code_of.h"

using namespace tenantry;
using namespace tenantry::tests;
using billing::Approvals;
using billing::Drafts;

/// Four eyes (BILL-2): above an amount one person approves and another finalizes. People are logins
/// of the database.
class TestApprovals : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void onlyAboveTheAmountOfItsCurrency_data();
  void onlyAboveTheAmountOfItsCurrency();
  void twoPeopleInWhateverOrder();
  void nobodyApprovesForAnother();
  void anApprovalIsTakenBackByWhoGaveIt();
  void itIsOfTheDraftAsItWas();
  void aRunLeavesADraft();
  void aRunThatWasPlannedBeforeIsPlannedAgain();
  void aRunIssuesWhatWasSeenOrNothing_data();
  void aRunIssuesWhatWasSeenOrNothing();
};

namespace {

constexpr std::int64_t above = 50'000;

std::unique_ptr<store::Database> loginOf(const BillingHouse &house, const QString &name) {
  auto database = house.test.connect();
  const QString login = house.test.name() + u'_' + name;
  expect(
      database->script(u"create role \"%1\" login; grant \"%2_finance\" to \"%1\"; "
                       u"set session authorization \"%1\""_s.arg(login, TestDatabase::rolePrefix())
                           .toUtf8()));
  return database;
}

/// A login of the finance group.
struct Person {
  Person(const BillingHouse &house, const QString &name)
      : database(loginOf(house, name)), session{*database, clock, house.test.name() + u'_' + name} {
  }
  [[nodiscard]] Approvals approvals() { return Approvals(session); }
  [[nodiscard]] Drafts drafts() { return {session, business}; }

  std::unique_ptr<store::Database> database;
  VirtualClock clock{BillingHouse::start()};
  store::Session session;
  business::AppliedBusiness business;
};

void nameTheAmount(const BillingHouse &house, std::int64_t amount = above) {
  const auto owner = house.test.connect();
  VirtualClock clock(BillingHouse::start());
  store::Session session{*owner, clock, u"tests"_s};
  business::AppliedBusiness business;
  auto changed = expect(business.current(session))->business;
  changed.invoice.approvalAbove = {{*Currency::parse(u"USD"_s), amount}};
  expect(business::BusinessApply(session).apply(changed, u"tests"_s));
}

void reviewFirst(const BillingHouse &house) {
  const auto owner = house.test.connect();
  store::Session session{*owner, house.clock, u"tests"_s};
  business::AppliedBusiness business;
  auto changed = expect(business.current(session))->business;
  changed.finalize = business::Finalize::Review;
  expect(business::BusinessApply(session).apply(changed, u"tests"_s));
}

billing::Invoice charge(BillingHouse &house, const OrganizationId &id, std::int64_t amount) {
  return expect(billing::OneOffCharges(house.worker.session, house.worker.business)
                    .act({id, {}, {{u"Set-up"_s, 1, Rational(amount)}}}));
}

} // namespace

void TestApprovals::onlyAboveTheAmountOfItsCurrency_data() {
  QTest::addColumn<QString>("currency");
  QTest::addColumn<std::int64_t>("amount");
  QTest::addColumn<bool>("waits");
  QTest::newRow("BILL-2 at the amount") << u"USD"_s << above << false;
  QTest::newRow("BILL-2 above it") << u"USD"_s << above + 1 << true;
  QTest::newRow("BILL-2 in another currency") << u"EUR"_s << 10 * above << false;
}

void TestApprovals::onlyAboveTheAmountOfItsCurrency() {
  QFETCH(QString, currency);
  QFETCH(std::int64_t, amount);
  QFETCH(bool, waits);
  BillingHouse house;
  nameTheAmount(house);
  const auto id = house.organization(u"US"_s, u"UTC"_s, currency);
  const auto invoice = charge(house, id, amount);
  QCOMPARE(invoice.status == billing::InvoiceStatus::Draft, waits);
  const auto verdict =
      expect(Drafts(house.worker.session, house.worker.business).preview({{id, invoice.id}}))
          .front();
  QCOMPARE(verdict.needsApproval, waits);
  QCOMPARE(verdict.refusal ? verdict.refusal->code : QString(),
           waits ? u"invoice.approval_needed"_s : QString());
}

void TestApprovals::twoPeopleInWhateverOrder() {
  BillingHouse house;
  nameTheAmount(house);
  const auto id = house.organization();
  const auto draft = charge(house, id, above + 1).id;
  Person ana(house, u"ana"_s), ben(house, u"ben"_s);
  QCOMPARE(codeOf(ana.drafts().act({id, draft})), u"invoice.approval_needed"_s);
  QVERIFY(expect(ana.approvals().approve({id, draft})));
  QVERIFY(!expect(ana.approvals().approve({id, draft}))); // twice is once
  QCOMPARE(codeOf(ana.drafts().act({id, draft})), u"invoice.approval_needed"_s);
  QVERIFY(expect(ana.drafts().preview({{id, draft}})).front().isApprovedByAsker);
  // Whatever client asks, the database decides.
  const auto forced = billing::BillingService(ana.session, ana.business).finalize(id, {draft});
  QCOMPARE(forced.error().code, u"invoice.approval_needed"_s);
  QVERIFY(expect(ben.drafts().act({id, draft})));
  QCOMPARE(expect(house.worker.invoices().find(id, draft)).number, u"INV-2026-000001"_s);
  QCOMPARE(codeOf(ben.approvals().approve({id, draft})), u"invoice.not_draft"_s);
  QCOMPARE(house.number("select count(*) from event where type = 'invoice.approved'"), 1);
}

void TestApprovals::nobodyApprovesForAnother() {
  BillingHouse house;
  nameTheAmount(house);
  const auto id = house.organization();
  const auto draft = charge(house, id, above + 1).id;
  Person ana(house, u"ana"_s);
  expect(ana.database->adHoc(
      "insert into invoice_approval (organization_id, approval_id, invoice_id, total, approved_by, "
      "approved_at) values (:organization, gen_random_uuid(), :invoice, :total, 'ben', now())",
      {{"organization", id}, {"invoice", draft}, {"total", above + 1}}));
  QCOMPARE(expect(ana.approvals().of({id, draft})).front().approvedBy,
           house.test.name() + u"_ana"_s);
  QCOMPARE(codeOf(ana.drafts().act({id, draft})), u"invoice.approval_needed"_s);
}

void TestApprovals::anApprovalIsTakenBackByWhoGaveIt() {
  BillingHouse house;
  nameTheAmount(house);
  const auto id = house.organization();
  const auto draft = charge(house, id, above + 1).id;
  Person ana(house, u"ana"_s), ben(house, u"ben"_s);
  QVERIFY(expect(ana.approvals().approve({id, draft})));
  QVERIFY(!expect(ben.approvals().withdraw({id, draft}))); // it is not his
  const auto taken = ben.database->adHoc("update invoice_approval set withdrawn_at = now()");
  QCOMPARE(taken.error().code, u"invoice.approval_of_another"_s);
  QVERIFY(expect(ana.approvals().withdraw({id, draft})));
  QVERIFY(expect(ana.approvals().of({id, draft})).empty());
  QCOMPARE(codeOf(ben.drafts().act({id, draft})), u"invoice.approval_needed"_s);
  const auto changed = ana.database->adHoc("update invoice_approval set total = 1");
  QCOMPARE(changed.error().code, u"store.append_only"_s);
}

void TestApprovals::itIsOfTheDraftAsItWas() {
  BillingHouse house;
  nameTheAmount(house);
  const auto id = house.organization();
  const auto draft = charge(house, id, above + 1).id;
  Person ana(house, u"ana"_s), ben(house, u"ben"_s);
  QVERIFY(expect(ana.approvals().approve({id, draft})));
  const auto owner = house.test.connect();
  expect(owner->script("update invoice set net = net + 1, total = total + 1 where number is null"));
  QCOMPARE(codeOf(ben.drafts().act({id, draft})), u"invoice.approval_needed"_s);
}

void TestApprovals::aRunLeavesADraft() {
  BillingHouse house;
  nameTheAmount(house, 19'899);
  const auto id = house.organization();
  house.subscribe(id); // 199.00
  house.runAll();
  const auto invoice = expect(house.worker.invoices().ofOrganization(id)).front();
  QVERIFY(invoice.status == billing::InvoiceStatus::Draft);
  QCOMPARE(invoice.balanceApplied, std::int64_t(0));
}

void TestApprovals::aRunThatWasPlannedBeforeIsPlannedAgain() {
  BillingHouse house;
  const auto id = house.organization();
  const auto invoice = charge(house, id, above + 1);
  QVERIFY(invoice.status == billing::InvoiceStatus::Open);
  nameTheAmount(house);
  const auto owner = house.test.connect();
  const auto late = owner->adHoc(
      "insert into invoice (organization_id, invoice_id, number, kind, status, currency, net, tax, "
      "total, customer, issued_on, due_on, due_at, created_at, finalized_at) "
      "select organization_id, gen_random_uuid(), 'INV-X', kind, status, currency, net, tax, "
      "total, "
      "customer, issued_on, due_on, due_at, created_at, finalized_at from invoice");
  QCOMPARE(late.error().code, u"store.conflict"_s);
}

/// Six renew: one is on hold and one above the amount, four become final.
void TestApprovals::aRunIssuesWhatWasSeenOrNothing_data() {
  QTest::addColumn<QString>("meanwhile");
  QTest::addColumn<QString>("refusal"); // how it begins; empty: it issues
  QTest::newRow("BILL-1 nothing happened") << QString() << QString();
  QTest::newRow("BILL-1 one more is due")
      << u"more"_s << u"What is due is not what was shown any more: 8 invoices of "_s;
  QTest::newRow("BILL-1 somebody else issued it")
      << u"issued"_s
      << u"What is due is not what was shown any more: 0 invoices of 0 instead of 6"_s;
  QTest::newRow("BILL-1 one used more")
      << u"used"_s << u"What is due is not what was shown any more: 6 invoices of "_s;
  QTest::newRow("BILL-1 one is put on hold")
      << u"held"_s
      << u"As much is due as was shown, but 3 invoices of 597.00 USD would become "
         "final instead of 4 of 796.00 USD."_s;
  QTest::newRow("BILL-1 all is reviewed first")
      << u"review"_s
      << u"As much is due as was shown, but 0 invoices of 0 would become "
         "final instead of 4 of 796.00 USD."_s;
}

void TestApprovals::aRunIssuesWhatWasSeenOrNothing() {
  QFETCH(QString, meanwhile);
  QFETCH(QString, refusal);
  BillingHouse house;
  auto &worker = house.worker;
  nameTheAmount(house);
  std::vector<OrganizationId> ids;
  for (int i = 0; i < 6; ++i)
    house.subscribe(ids.emplace_back(house.organization()));
  house.runAll();
  house.clock.set(BillingHouse::start() + std::chrono::days(20));
  house.use(ids[0], u"api_calls"_s, 20'000'000);
  expect(billing::Holds(worker.session).holdOrganization(ids[1], u"Merger"_s));
  house.clock.set(BillingHouse::start() + std::chrono::days(28));
  const auto seen = *expect(billing::pictureOfRun(worker.session, worker.business));
  QCOMPARE(billing::RunPicture::invoicesOf(seen.issued), 4);
  QCOMPARE(billing::RunPicture::invoicesOf(seen.drafted), 2);
  QCOMPARE(seen.onHold, 1);
  QCOMPARE(seen.needApproval, 1);
  const auto before = house.number("select count(*) from invoice");
  if (meanwhile == u"more") {
    house.clock.set(BillingHouse::start());
    house.subscribe(house.organization());
    house.clock.set(BillingHouse::start() + std::chrono::days(28));
  } else if (meanwhile == u"issued") {
    house.runAll();
  } else if (meanwhile == u"used") {
    house.clock.set(BillingHouse::start() + std::chrono::days(20));
    house.use(ids[2], u"api_calls"_s, 20'000'000);
    house.clock.set(BillingHouse::start() + std::chrono::days(28));
  } else if (meanwhile == u"held") {
    expect(billing::Holds(worker.session).holdOrganization(ids[3], u"Merger"_s));
  } else if (meanwhile == u"review") {
    reviewFirst(house);
  }
  const auto between = house.number("select count(*) from invoice");
  const auto done = billing::runAsSeen(worker.session, worker.business, seen);
  if (refusal.isEmpty()) {
    QCOMPARE(expect(done).invoices, 6);
    QCOMPARE(expect(done).drafts, 2);
    QCOMPARE(house.number("select count(*) from invoice where status = 'draft'"), 2);
    QCOMPARE(house.number("select count(*) from invoice"), before + 6);
    QCOMPARE(house.wrong(), QString());
    return;
  }
  QVERIFY(!done);
  QCOMPARE(done.error().code, u"billing.picture_changed"_s);
  QVERIFY2(done.error().message.startsWith(refusal), qPrintable(done.error().message));
  QCOMPARE(house.number("select count(*) from invoice"), between);
}

QTEST_GUILESS_MAIN(TestApprovals)
#include "tst_approvals.moc"
