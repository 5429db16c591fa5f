// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/contradictions.h"
#include "tests/services/api/hosted_house.h"

#include <algorithm>

using namespace tenantry;
using namespace tenantry::tests;

/// ADR 12: a page for payment methods that Stripe says is another payer's waits for a person.
class TestContradictedSetups : public QObject {
  Q_OBJECT

private:
  Contradiction contradicted();

  std::unique_ptr<HostedHouse> m_house;

private Q_SLOTS:
  void initTestCase() { m_house = std::make_unique<HostedHouse>(); }
  void cleanupTestCase() { m_house.reset(); }
  void init() { m_house->enter(); }
  void cleanup() { QCOMPARE(m_house->stripe.objection(), QString()); }
  void aContradictedPageWaitsForAPerson();
  void aMendedPageIsAskedAboutAgain();
  void aLaterPageCountsAndTheEarlierEnds();
};

// ADR 12: what is contradicted is listed, and ended by a person once.
void TestContradictedSetups::aContradictedPageWaitsForAPerson() {
  auto &house = *m_house;
  const auto of = contradicted();
  QVERIFY(of.kind == ContradictionKind::Setup && !of.amount && of.number.isEmpty());
  QCOMPARE(of.code, u"another_payer"_s);
  QCOMPARE(of.reference, house.lastSession());
  QVERIFY(!of.isSuperseded);
  auto &session = house.worker.session;
  const auto end = [&](bool moved, const QString &reason) {
    return settleByHand(session, house.worker.business, of, moved, reason);
  };
  QCOMPARE(end(true, u"seen"_s).error().code, u"payment.setup_moves_nothing"_s);
  QCOMPARE(end(false, u" "_s).error().code, u"payment.reason_missing"_s);
  expect(end(false, u"copied by hand"_s));
  QCOMPARE(end(false, u"again"_s).error().code, u"payment.not_contradicted"_s);
  QCOMPARE(askAgain(session, of).error().code, u"payment.not_contradicted"_s);
  QCOMPARE(house.setups("settled"), std::int64_t(1));
  QCOMPARE(house.told("payment.settled_by_hand"), std::int64_t(1));
  house.later(std::chrono::hours(1));
  house.work();
  QCOMPARE(house.methods(), std::int64_t(0));
  QVERIFY(house.get(house.returnPath()).text.contains("There is no payment method yet."));
}

void TestContradictedSetups::aMendedPageIsAskedAboutAgain() {
  auto &house = *m_house;
  const auto of = contradicted();
  auto &session = house.worker.session;
  expect(askAgain(session, of)); // nothing was mended: it comes back
  house.work();
  QCOMPARE(findContradiction(session, of.id)->code, u"another_payer"_s);
  QCOMPARE(house.told("payment.contradicted"), std::int64_t(2));
  const auto payer = expect(house.worker.database->adHoc(
      "select reference from provider_customer where organization_id = :id",
      {{"id", house.customer}}));
  house.stripe.changeSession(house.lastSession(), {{"customer", payer[0].get<QString>(0)}});
  expect(askAgain(session, of));
  QCOMPARE(askAgain(session, of).error().code, u"payment.not_contradicted"_s);
  QCOMPARE(house.told("payment.asked_again"), std::int64_t(2));
  house.work();
  QCOMPARE(house.setups("done"), std::int64_t(1));
  QCOMPARE(house.methods(), std::int64_t(1));
  QVERIFY(house.debt().status == billing::InvoiceStatus::Paid);
}

void TestContradictedSetups::aLaterPageCountsAndTheEarlierEnds() {
  auto &house = *m_house;
  const auto before = contradicted();
  QCOMPARE(house.click().status, 200);
  auto &session = house.worker.session;
  // Also of somebody who looked before the customer began anew.
  QCOMPARE(askAgain(session, before).error().code, u"payment.setup_superseded"_s);
  const auto now = expect(findContradiction(session, before.id));
  QVERIFY(now.isSuperseded);
  QCOMPARE(mayAskAgain(now).error().code, u"payment.setup_superseded"_s);
  expect(settleByHand(session, house.worker.business, now, false, u"another one"_s));
  QCOMPARE(house.setups("open"), std::int64_t(1));
  static_cast<void>(house.stripe.completeSetup(house.lastSession(), u"pm_ok"_s));
  house.later(std::chrono::hours(1));
  house.work();
  QCOMPARE(house.setups("done"), std::int64_t(1));
}

/// A page that Stripe says is another payer's.
Contradiction TestContradictedSetups::contradicted() {
  auto &house = *m_house;
  static_cast<void>(house.click());
  house.stripe.changeSession(house.lastSession(), {{"customer", "cus_other"}});
  static_cast<void>(house.stripe.completeSetup(house.lastSession(), u"pm_ok"_s));
  house.later(std::chrono::hours(1));
  house.work();
  const auto all = expect(contradictions(house.worker.session));
  const auto mine = std::find_if(all.begin(), all.end(), [&](const Contradiction &one) {
    return one.organization == house.customer;
  });
  return mine == all.end() ? Contradiction() : *mine;
}

QTEST_GUILESS_MAIN(TestContradictedSetups)
#include "tst_contradicted_setups.moc"
