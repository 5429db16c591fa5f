// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/holds.h"
#include "tests/services/billing/billing_house.h"

using namespace tenantry;
using namespace tenantry::tests;
using billing::Drafts;
using billing::Holds;
using billing::InvoiceStatus;
using business::Finalize;
using std::chrono::days;

/// Drafts that wait with a reason are finalized by nobody until they are released.
class TestHolds : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void aDraftOnHoldIsNotFinalized();
  void whoseOrganizationIsOnHoldIsDrafted();
  void aHoldIsKeptAsItWasWritten();
  void whatCannotBeHeldSaysWhy();
  void theDatabaseRefusesTooWhoeverAsks();
  void whoMayHold_data();
  void whoMayHold();

private:
  static billing::InvoiceKey draftOf(BillingHouse &house, const OrganizationId &id) {
    return {id, expect(house.worker.invoices().ofOrganization(id)).back().id};
  }
};

void TestHolds::aDraftOnHoldIsNotFinalized() {
  BillingHouse house(Finalize::Review);
  auto &worker = house.worker;
  const auto id = house.organization();
  house.subscribe(id);
  house.runAll();
  const auto draft = draftOf(house, id);
  Holds holds(worker.session);
  QVERIFY(expect(holds.hold(draft, u"  Price is disputed "_s)));
  QVERIFY(!expect(holds.hold(draft, u"Again"_s)));
  QCOMPARE(expect(holds.of(draft)).front().reason, u"Price is disputed"_s);
  Drafts drafts(worker.session, worker.business);
  const auto verdict = expect(drafts.preview({draft})).front();
  QCOMPARE(verdict.refusal->code, u"invoice.on_hold"_s);
  QCOMPARE(verdict.refusal->message, u"On hold: Price is disputed"_s);
  QCOMPARE(drafts.act(draft).error().code, u"invoice.on_hold"_s);
  QCOMPARE(worker.invoices().finalize(id, {draft.invoice}).error().code, u"invoice.on_hold"_s);
  QCOMPARE(house.number("select count(*) from number_registry"), 0);
  QCOMPARE(expect(holds.release(draft)), std::optional(u"Price is disputed"_s));
  QVERIFY(!expect(holds.release(draft)));
  QVERIFY(expect(drafts.act(draft)));
  QCOMPARE(house.number("select count(*) from event where type in ('invoice.held', "
                        "'invoice.released')"),
           2);
  QCOMPARE(house.wrong(), QString());
}

void TestHolds::whoseOrganizationIsOnHoldIsDrafted() {
  BillingHouse house; // invoices are issued at once
  auto &worker = house.worker;
  const auto held = house.organization();
  const auto free = house.organization();
  for (const auto &id : {held, free})
    house.subscribe(id);
  house.runAll();
  Holds holds(worker.session);
  QVERIFY(expect(holds.holdOrganization(held, u"Merger"_s)));
  const auto standings = expect(holds.standings({free, held}));
  QCOMPARE(standings.size(), std::size_t(2));
  QVERIFY(standings[0].organization == free && standings[0].hold.isEmpty());
  QVERIFY(standings[1].organization == held && standings[1].hold == u"Merger"_s);
  house.clock.set(BillingHouse::start() + days(35));
  house.runAll();
  QVERIFY(expect(worker.invoices().ofOrganization(free)).back().status == InvoiceStatus::Open);
  const auto draft = draftOf(house, held);
  QVERIFY(expect(worker.invoices().find(held, draft.invoice)).status == InvoiceStatus::Draft);
  Drafts drafts(worker.session, worker.business);
  QCOMPARE(drafts.act(draft).error().code, u"invoice.on_hold"_s);
  QVERIFY(!expect(holds.release(draft))); // the organization is, not the draft
  QVERIFY(expect(holds.releaseOrganization(held)));
  QVERIFY(expect(drafts.act(draft)));
  house.clock.set(BillingHouse::start() + days(65));
  house.runAll();
  QVERIFY(expect(worker.invoices().ofOrganization(held)).back().status == InvoiceStatus::Open);
  QCOMPARE(house.wrong(), QString());
}

void TestHolds::aHoldIsKeptAsItWasWritten() {
  BillingHouse house(Finalize::Review);
  const auto id = house.organization();
  expect(Holds(house.worker.session).holdOrganization(id, u"Merger"_s));
  const auto change = house.worker.database->adHoc("update invoice_hold set reason = 'other'");
  QVERIFY(!change);
  QCOMPARE(change.error().code, u"store.append_only"_s);
  expect(Holds(house.worker.session).releaseOrganization(id));
  const auto again = house.worker.database->adHoc(
      "update invoice_hold set released_by = null, released_at = null");
  QVERIFY(!again);
  QCOMPARE(again.error().code, u"store.append_only"_s);
  QCOMPARE(house.number("select count(*) from audit_entry where table_name = 'invoice_hold'"), 2);
}

void TestHolds::whatCannotBeHeldSaysWhy() {
  BillingHouse house;
  const auto id = house.organization();
  house.subscribe(id);
  house.runAll();
  Holds holds(house.worker.session);
  const auto issued = draftOf(house, id);
  QCOMPARE(holds.hold(issued, u"Late"_s).error().code, u"invoice.not_draft"_s);
  QCOMPARE(holds.hold({id, makeId<InvoiceId>(house.clock.now())}, u"Who"_s).error().code,
           u"invoice.not_found"_s);
  QCOMPARE(holds.holdOrganization(id, u"  "_s).error().code, u"hold.reason_missing"_s);
  QCOMPARE(holds.holdOrganization(makeId<OrganizationId>(house.clock.now()), u"x"_s).error().code,
           u"organization.not_found"_s);
}

void TestHolds::theDatabaseRefusesTooWhoeverAsks() {
  BillingHouse house(Finalize::Review);
  const auto id = house.organization();
  house.subscribe(id);
  house.runAll();
  const auto draft = draftOf(house, id);
  expect(Holds(house.worker.session).hold(draft, u"Disputed"_s));
  const auto finance = house.test.connect(u"finance"_s);
  const auto forced = finance->adHoc(
      "update invoice set number = 'X-1', status = 'open', issued_on = '2026-02-01', due_on = "
      "'2026-03-01', due_at = now(), finalized_at = now() where status = 'draft'");
  QVERIFY(!forced);
  QCOMPARE(forced.error().code, u"invoice.on_hold"_s);
}

void TestHolds::whoMayHold_data() {
  QTest::addColumn<bool>("may");
  for (const auto *role : {"finance", "success", "administrator", "worker"})
    QTest::newRow(role) << true;
  for (const auto *role : {"support", "manager", "tenant"})
    QTest::newRow(role) << false;
}

void TestHolds::whoMayHold() {
  QFETCH(bool, may);
  BillingHouse house(Finalize::Review);
  const auto id = house.organization();
  const auto database = house.test.connect(QString::fromLatin1(QTest::currentDataTag()));
  store::Session session{*database, house.clock, u"somebody"_s};
  const auto held = Holds(session).holdOrganization(id, u"Merger"_s);
  QCOMPARE(held.has_value(), may);
}

QTEST_GUILESS_MAIN(TestHolds)
#include "tst_holds.moc"
