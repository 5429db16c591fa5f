// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/discards.h"
#include "services/billing/holds.h"
#include "services/billing/invoice_listing.h"
#include "services/billing/issue_again.h"
#include "services/billing/subscription_changes.h"
#include "tests/services/scenarios/metered_house.h"

using namespace tenantry;
using namespace tenantry::tests;

namespace {

/// A customer whose invoice of March, with the usage of February, is a draft.
struct DiscardHouse : MeteredHouse {
  DiscardHouse() : id(customer()) {
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
  billing::Discards discards() { return {worker.session, worker.business}; }
  billing::Invoice found() { return expect(worker.invoices().find(id, draft.invoice)); }
  std::int64_t plans() {
    return number("select coalesce(sum(l.amount), 0)::bigint from invoice_line as l join invoice "
                  "as i using (organization_id, invoice_id) where l.kind = 'plan' and i.status <> "
                  "'void'");
  }

  OrganizationId id;
  billing::InvoiceKey draft;
};

} // namespace

/// BILL-3: a draft that review decided against.
class TestDiscards : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void itTakesNoNumberAndItsUsageIsBilledOnce();
  void itIsDraftedAgain();
  void whatIsWrongIsRefused();
  void whatWasTakenBackOfItComesFirst();
  void whatTakesBackStays();
  void itIsListedByTheDayItWasMade();
  void aHoldEndsWithIt();
  void itStaysDiscarded();
};

void TestDiscards::itTakesNoNumberAndItsUsageIsBilledOnce() {
  DiscardHouse house;
  const auto numbers = house.number("select count(*) from number_registry");
  QCOMPARE(house.charged(u"calls"_s), 900);
  QVERIFY(expect(house.discards().act(house.draft, u" the customer left "_s)));
  QVERIFY(!expect(house.discards().act(house.draft, u"again"_s)));
  QVERIFY(house.found().status == billing::InvoiceStatus::Void);
  QVERIFY(house.found().number.isEmpty());
  QCOMPARE(house.charged(u"calls"_s), 0);
  QCOMPARE(house.number("select count(*) from event where type = 'invoice.discarded' and "
                        "payload->>'reason' = 'the customer left'"),
           std::int64_t(1));
  QCOMPARE(house.unsound(), QString());
  house.at("2026-04-01T00:00:00Z");
  house.runAll();
  QCOMPARE(house.charged(u"calls"_s), 900);      // once, by the invoice of April
  QCOMPARE(house.plans(), std::int64_t(20'000)); // February and April
  expect(house.worker.invoices().finalize(house.id, {house.last(house.id).id}));
  QCOMPARE(house.number("select count(*) from number_registry"), numbers + 1);
  QCOMPARE(house.wrong(), QString());
  QCOMPARE(house.unsound(), QString());
}

void TestDiscards::itIsDraftedAgain() {
  DiscardHouse house;
  const auto before = house.found();
  expect(house.discards().act(house.draft, u"by mistake"_s));
  billing::IssueAgain again(house.worker.session, house.worker.business);
  const auto made = expect(again.act(house.draft));
  QVERIFY(made.status == billing::InvoiceStatus::Draft);
  QCOMPARE(made.total, before.total);
  QCOMPARE(again.act(house.draft).error().code, u"invoice.issued_again"_s);
  expect(house.worker.invoices().finalize(house.id, {made.id}));
  QCOMPARE(house.charged(u"calls"_s), 900);
  QCOMPARE(house.plans(), std::int64_t(20'000));
  QCOMPARE(house.wrong(), QString());
  QCOMPARE(house.unsound(), QString());
}

void TestDiscards::whatIsWrongIsRefused() {
  DiscardHouse house;
  auto discards = house.discards();
  QCOMPARE(discards.act(house.draft, u"  "_s).error().code, u"invoice.reason_missing"_s);
  QCOMPARE(discards.act(house.draft, u"why"_s, u"another"_s).error().code,
           u"invoice.picture_changed"_s);
  QCOMPARE(discards.act({house.id, InvoiceId(QUuid::createUuid())}, u"why"_s).error().code,
           u"invoice.not_found"_s);
  expect(house.worker.invoices().finalize(house.id, {house.draft.invoice}));
  QCOMPARE(discards.act(house.draft, u"why"_s).error().code, u"invoice.not_draft"_s);
  QVERIFY(house.found().status == billing::InvoiceStatus::Open);
}

/// In a book of before a draft itself became less.
void TestDiscards::whatWasTakenBackOfItComesFirst() {
  DiscardHouse house;
  const auto owner = house.test.connect();
  expect(owner->adHoc("insert into invoice_line (organization_id, invoice_id, line_no, kind, "
                      "amount, credits_invoice_id, credits_line_no) values (:organization, "
                      ":note, 1, 'proration_credit', -100, :invoice, 1)",
                      {{"organization", house.id},
                       {"note", InvoiceId(QUuid::createUuid())},
                       {"invoice", house.draft.invoice}}));
  QCOMPARE(house.discards().act(house.draft, u"why"_s).error().code, u"invoice.draft_credited"_s);
}

void TestDiscards::whatTakesBackStays() {
  DiscardHouse house;
  expect(house.worker.invoices().finalize(house.id, {house.draft.invoice}));
  house.at("2026-03-10T00:00:00Z");
  billing::ChangeRequest request;
  request.kind = billing::ChangeRequest::Kind::Alter;
  request.organization = house.id;
  request.when = subscriptions::When::Now;
  request.planId = u"great"_s;
  expect(billing::SubscriptionChanges(house.worker.session, house.worker.business).act(request));
  const auto change = house.last(house.id);
  QVERIFY(change.status == billing::InvoiceStatus::Draft);
  QCOMPARE(house.discards().act({house.id, change.id}, u"why"_s).error().code,
           u"invoice.takes_back"_s);
}

void TestDiscards::itIsListedByTheDayItWasMade() {
  DiscardHouse house;
  expect(house.discards().act(house.draft, u"why"_s));
  billing::InvoiceQuery query;
  query.organization = house.id;
  query.pageSize = 1;
  std::vector<InvoiceId> seen;
  for (int page = 0; page < 3; ++page) {
    const auto read = expect(billing::InvoiceListing(house.worker.session).page(query));
    for (const auto &row : read.rows)
      seen.push_back(row.id);
    if (!read.next)
      break;
    query.after = read.next;
  }
  QCOMPARE(seen.size(), std::size_t(2));
  QVERIFY(seen[0] == house.draft.invoice); // the latest
}

void TestDiscards::aHoldEndsWithIt() {
  DiscardHouse house;
  expect(billing::Holds(house.worker.session).hold(house.draft, u"disputed"_s));
  expect(house.discards().act(house.draft, u"they were right"_s));
  QVERIFY(expect(billing::Holds(house.worker.session).of(house.draft)).empty());
}

void TestDiscards::itStaysDiscarded() {
  DiscardHouse house;
  expect(house.discards().act(house.draft, u"why"_s));
  for (const char *sql :
       {"update invoice set status = 'draft' where number is null",
        "update invoice set number = 'X', issued_on = now() where number is null"})
    QCOMPARE(house.worker.database->script(sql).error().code, u"invoice.not_draft"_s);
  QVERIFY(!house.worker.invoices().finalize(house.id, {house.draft.invoice}));
}

QTEST_GUILESS_MAIN(TestDiscards)
#include "tst_discards.moc"
