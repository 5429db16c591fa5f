// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/finding_acts.h"
#include "tests/services/api/findings_house.h"

using namespace std::chrono_literals;
using namespace tenantry;
using namespace tenantry::tests;

/// BILL-6: a second charge is given back through its provider, over a wire that breaks.
class TestGivenBack : public QObject {
  Q_OBJECT

private:
  std::unique_ptr<FindingsHouse> m_house;
  FindingActs acts() { return {m_house->worker.session, m_house->worker.business}; }
  Contradiction only() { return m_house->found().at(0); }
  Result<BookingPicture> book(BookAs as) {
    return acts().act(m_house->customer, only().id, as, u"seen there"_s);
  }

private Q_SLOTS:
  void initTestCase() { m_house = std::make_unique<FindingsHouse>(); }
  void cleanupTestCase() { m_house.reset(); }
  void cleanup() { QCOMPARE(m_house->stripe.objection(), QString()); }
  void BILL_6_aSecondChargeIsGivenBackOnce_data();
  void BILL_6_aSecondChargeIsGivenBackOnce();
  void whatIsNotGivenBackWaitsAgain();
  void whatNobodyAsksAboutIsAskedAbout();
  void whatCameBackWaitsAgain();
  void whatWasTakenOffIsNotTakenOffTwice();
};

void TestGivenBack::BILL_6_aSecondChargeIsGivenBackOnce_data() {
  QTest::addColumn<QString>("method");
  for (const auto *method : {"pm_ok", "pm_refund_drop", "pm_refund_500", "pm_refund_pending"})
    QTest::newRow(method) << QString::fromLatin1(method);
}

void TestGivenBack::BILL_6_aSecondChargeIsGivenBackOnce() {
  QFETCH(QString, method);
  auto &house = *m_house;
  house.beginPaid();
  const auto id = house.chargedTwice(method);
  const auto ledger = house.ledger();
  const auto posts = house.stripe.asked("POST /v1/refunds");
  const auto of = only();
  expect(book(BookAs::GiveBack));
  QVERIFY(house.found().empty()); // it waits for nobody but the provider
  QCOMPARE(acts().act(house.customer, of.id, BookAs::Balance, {}).error().code,
           u"payment.not_contradicted"_s);
  house.work();
  if (method == u"pm_refund_pending"_s) {
    QVERIFY(house.finding(id)->state == FindingState::Returning);
    house.stripe.finish(house.stripe.refundList().back()["id"].get<QString>(), u"succeeded"_s);
    house.hear(u"refund.updated"_s, {{"id", house.stripe.refundList().back()["id"]}});
  }
  house.later(2h);
  house.work();
  QVERIFY(house.finding(id)->state == FindingState::Closed);
  QCOMPARE(house.finding(id)->bookedAs, u"give_back"_s);
  QCOMPARE(house.stripe.asked("POST /v1/refunds") - posts, 1);
  QCOMPARE(house.stripe.lastFields("POST /v1/refunds").value(u"payment_intent"_s), id);
  QCOMPARE(house.told("payment.given_back"), std::int64_t(1));
  house.hear(u"charge.refunded"_s, {{"id", "ch_2"}, {"payment_intent", id}});
  QVERIFY(house.found().empty()); // no refund of somebody else's
  QCOMPARE(house.ledger(), ledger);
  QCOMPARE(house.told("payment.given_back"), std::int64_t(1));
  QCOMPARE(house.differences(), QStringList());
}

void TestGivenBack::whatIsNotGivenBackWaitsAgain() {
  auto &house = *m_house;
  house.beginPaid();
  const auto id = house.chargedTwice(u"pm_refund_fails:expired_or_canceled_card"_s);
  for (int time = 1; time <= 2; ++time) { // each has a key of its own
    const auto posts = house.stripe.asked("POST /v1/refunds");
    expect(book(BookAs::GiveBack));
    house.work();
    QCOMPARE(house.found().size(), std::size_t(1));
    QCOMPARE(only().reason, u"expired_or_canceled_card"_s);
    QCOMPARE(house.told("payment.give_back_failed"), std::int64_t(time));
    QCOMPARE(house.stripe.asked("POST /v1/refunds") - posts, 1);
  }
  expect(book(BookAs::Balance));
  QVERIFY(house.finding(id)->state == FindingState::Booked);
  QCOMPARE(house.differences(), QStringList());
}

void TestGivenBack::whatNobodyAsksAboutIsAskedAbout() {
  auto &house = *m_house;
  house.beginPaid();
  const auto id = house.chargedTwice();
  expect(book(BookAs::GiveBack));
  expect(house.test.connect()->adHoc("delete from job where kind = 'payment.finding'"));
  expect(sweepPayments(house.worker.session));
  expect(sweepPayments(house.worker.session));
  QCOMPARE(house.waiting("payment.finding"), std::int64_t(1));
  house.work();
  QVERIFY(house.finding(id)->state == FindingState::Closed);
}

// The bank sends it back days later.
void TestGivenBack::whatCameBackWaitsAgain() {
  auto &house = *m_house;
  house.beginPaid();
  const auto id = house.chargedTwice();
  expect(book(BookAs::GiveBack));
  house.work();
  QVERIFY(house.finding(id)->state == FindingState::Closed);
  const auto refund = house.stripe.refundList().back()["id"].get<QString>();
  house.stripe.finish(refund, u"failed"_s, u"lost_or_stolen_card"_s);
  house.hear(u"refund.failed"_s, {{"id", refund}});
  QCOMPARE(house.found().size(), std::size_t(1));
  QCOMPARE(only().amount->minor(), fee);
  expect(book(BookAs::Balance));
  QCOMPARE(house.differences(), QStringList());
}

void TestGivenBack::whatWasTakenOffIsNotTakenOffTwice() {
  auto &house = *m_house;
  house.beginPaid();
  house.intentId = house.chargedTwice();
  const auto refund = house.refundedThere(4'000);
  expect(book(BookAs::Balance));
  house.hear(u"refund.updated"_s, {{"id", refund}});
  QVERIFY(house.found().empty());
  static_cast<void>(house.refundedThere(500)); // which lists both
  QCOMPARE(house.found().size(), std::size_t(1));
  QCOMPARE(only().amount->minor(), std::int64_t(500));
  expect(book(BookAs::Payout));
  QCOMPARE(house.differences(), QStringList());
}

QTEST_GUILESS_MAIN(TestGivenBack)
#include "tst_given_back.moc"
