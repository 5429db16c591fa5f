// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/contradictions.h"
#include "tests/services/payments/stripe_house.h"

using namespace tenantry;
using namespace tenantry::tests;

/// What Stripe says and cannot be: it waits for a person, who ends it.
class TestContradictions : public QObject {
  Q_OBJECT

private:
  std::unique_ptr<StripeHouse> m_house;

private Q_SLOTS:
  void initTestCase() { m_house = std::make_unique<StripeHouse>(); }
  void cleanupTestCase() { m_house.reset(); }
  void aPersonEndsAContradiction_data();
  void aPersonEndsAContradiction();
  void aPersonHasItAskedAgain();
  void whatWaitsIsListedPageByPage();
  void whatDoesNotWaitIsNotListed_data();
  void whatDoesNotWaitIsNotListed();
  void aPersonEndsAContradictedRefund_data();
  void aPersonEndsAContradictedRefund();
};

void TestContradictions::aPersonEndsAContradiction_data() {
  QTest::addColumn<bool>("isPaid");
  QTest::newRow("the money was taken") << true;
  QTest::newRow("no money was taken") << false;
}

// BILL-4, ADR 12
void TestContradictions::aPersonEndsAContradiction() {
  QFETCH(bool, isPaid);
  auto &house = *m_house;
  house.begin(u"pm_other_amount"_s);
  const auto attempt = house.charge();
  auto &session = house.worker.session;
  const auto waits = *expect(contradictions(session)).rbegin();
  QCOMPARE(waits.id, attempt.id.uuid());
  QCOMPARE(waits.code, u"amount_mismatch"_s);
  QCOMPARE(waits.amount->minor(), attempt.amount);
  const auto end = [&](const QString &reason) {
    return settleByHand(session, house.worker.business, waits, isPaid, reason);
  };
  QCOMPARE(end(u" "_s).error().code, u"payment.reason_missing"_s);
  expect(end(u"seen in the dashboard"_s));
  QCOMPARE(end(u"again"_s).error().code, u"payment.not_contradicted"_s);
  QCOMPARE(house.told("payment.settled_by_hand"), std::int64_t(1));
  QVERIFY(house.attempts().at(0).status ==
          (isPaid ? AttemptStatus::Succeeded : AttemptStatus::Withdrawn));
  QVERIFY(house.debt().status ==
          (isPaid ? billing::InvoiceStatus::Paid : billing::InvoiceStatus::Open));
  QCOMPARE(house.told("invoice.payment_failed"), std::int64_t(0));
  QCOMPARE(house.wrong(), QString());
  if (!isPaid) {
    QCOMPARE(house.waiting("payment.charge"), std::int64_t(1));
    house.give(house.customer, u"pm_ok"_s);
    QVERIFY(house.charge().status == AttemptStatus::Succeeded);
    QVERIFY(house.debt().status == billing::InvoiceStatus::Paid); // with a key of its own
    QCOMPARE(house.attempts().size(), 2u);
  }
}

void TestContradictions::aPersonHasItAskedAgain() {
  auto &house = *m_house;
  house.begin(u"pm_payer_gone"_s);
  const auto attempt = house.charge();
  expect(askAgain(house.worker.session,
                  expect(findContradiction(house.worker.session, attempt.id.uuid()))));
  QCOMPARE(house.waiting("payment.inquire"), std::int64_t(1));
  static_cast<void>(house.inquire(attempt)); // nothing has changed there
  QCOMPARE(house.told("payment.contradicted"), std::int64_t(2));
  QVERIFY(findContradiction(house.worker.session, attempt.id.uuid()));
  expect(settleByHand(house.worker.session, house.worker.business,
                      expect(findContradiction(house.worker.session, attempt.id.uuid())), true,
                      u"another account took it"_s));
}

// Also what the tests before left.
void TestContradictions::whatWaitsIsListedPageByPage() {
  auto &house = *m_house;
  for (int i = 0; i < 2; ++i) {
    house.begin(u"pm_other_amount"_s);
    static_cast<void>(house.charge());
  }
  ContradictionListing listing(house.worker.session);
  const auto all = expect(contradictions(house.worker.session));
  std::vector<QUuid> walked;
  std::optional<ContradictionCursor> after;
  do {
    const auto page = expect(listing.page({}, 1, after));
    QVERIFY(page.rows.size() <= 1);
    for (const auto &row : page.rows)
      walked.push_back(row.id);
    after = page.next;
  } while (after);
  QVERIFY(all.size() >= 2);
  QCOMPARE(walked.size(), all.size());
  for (std::size_t i = 0; i < all.size(); ++i)
    QCOMPARE(walked[i], all[i].id);
  QCOMPARE(expect(listing.count({})), std::int64_t(all.size()));
  const auto &last = all.back();
  QVERIFY(last.amount && !last.number.isEmpty());
  for (const auto &words : {last.number.toLower(), last.reference}) {
    const auto found = expect(listing.page({{}, words}, 10, {}));
    QCOMPARE(found.rows.size(), std::size_t(1));
    QCOMPARE(found.rows.front().id, last.id);
    QCOMPARE(expect(listing.count({{}, words})), std::int64_t(1));
  }
  QCOMPARE(expect(listing.count({ContradictionKind::Attempt, {}})), std::int64_t(all.size()));
  QCOMPARE(expect(listing.count({ContradictionKind::Setup, {}})), std::int64_t(0));
  QCOMPARE(listing.page({}, 0, {}).error().code, u"list.page_size"_s);
  const auto tenant = house.test.connect(u"tenant"_s);
  store::Session other{*tenant, house.clock, u"tests"_s};
  QVERIFY(expect(contradictions(other)).empty());
}

void TestContradictions::whatDoesNotWaitIsNotListed_data() {
  QTest::addColumn<QByteArray>("change");
  QTest::newRow("nobody contradicts it") << QByteArray("contradicted_at = null");
  QTest::newRow("it has ended") << QByteArray("status = 'withdrawn', finished_at = created_at");
}

void TestContradictions::whatDoesNotWaitIsNotListed() {
  QFETCH(QByteArray, change);
  auto &house = *m_house;
  house.begin(u"pm_other_amount"_s);
  const auto id = house.charge().id.uuid();
  expect(findContradiction(house.worker.session, id));
  expect(house.test.connect()->adHoc(
      "update payment_attempt set " + change + " where payment_attempt_id = :id", {{"id", id}}));
  QCOMPARE(findContradiction(house.worker.session, id).error().code, u"payment.not_contradicted"_s);
}

void TestContradictions::aPersonEndsAContradictedRefund_data() {
  QTest::addColumn<bool>("isGiven");
  QTest::newRow("the money was given back") << true;
  QTest::newRow("no money was given back") << false;
}

// BILL-6, ADR 12
void TestContradictions::aPersonEndsAContradictedRefund() {
  QFETCH(bool, isGiven);
  auto &house = *m_house;
  house.begin(u"pm_ok"_s);
  static_cast<void>(house.charge());
  auto &session = house.worker.session;
  Refunds refunds(session, house.worker.business);
  auto refund = expect(refunds.act({house.customer, house.invoice, fee, u"unhappy"_s, {}})).at(0);
  refund.declineCode = u"amount_mismatch"_s;
  expect(session.database.transaction([&] { return contradict(session, refund); }));
  expect(sweepPayments(session));
  const auto of = expect(findContradiction(session, refund.id.uuid()));
  QVERIFY(of.kind == ContradictionKind::Refund && of.amount == refund.amount);
  QCOMPARE(expect(ContradictionListing(session).count({ContradictionKind::Refund, {}})),
           std::int64_t(1));
  expect(settleByHand(session, house.worker.business, of, isGiven, u"seen there"_s));
  QCOMPARE(askAgain(session, of).error().code, u"payment.not_contradicted"_s);
  QVERIFY(expect(findRefund(session, house.customer, refund.id)).status ==
          (isGiven ? RefundStatus::Succeeded : RefundStatus::Failed));
  QCOMPARE(house.told("payment.refunded"), std::int64_t(isGiven));
  QCOMPARE(house.told("payment.refund_failed"), std::int64_t(!isGiven));
}

QTEST_GUILESS_MAIN(TestContradictions)
#include "tst_contradictions.moc"
