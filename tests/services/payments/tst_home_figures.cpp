// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/overdue.h"
#include "services/organizations/onboarding.h"
#include "services/payments/receipts.h"
#include "services/subscriptions/outlook.h"
#include "tests/services/payments/debt.h"

using namespace tenantry;
using namespace tenantry::tests;
using namespace std::chrono_literals;

/// The figures of the console's home (check 18): each is what the rows behind it come to.
class TestHomeFigures : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void ANA_2_monthsOfMrrSumToTheMrrOfTheDay();
  void BILL_4_whatFailedIsOneRowForEachOpenInvoice();
  void BILL_4_whatCameInCountsFromThen();
  void BILL_5_whatIsOverdueIsSummedByCurrency();
  void SUB_4_contractsThatAreDecidedAboutAreRenewals();
  void ORG_2_whoIsLongInOnboardingIsStuck();
  void emptyBooksHaveEmptyFigures();
};

namespace {

const auto dollars = [] { return *Currency::parse(u"USD"_s); };

} // namespace

void TestHomeFigures::ANA_2_monthsOfMrrSumToTheMrrOfTheDay() {
  BillingHouse house;
  const auto first = house.organization();
  house.subscribe(first);
  house.clock.set(house.clock.now() + 24h * 20); // 20 February
  const auto second = house.organization();
  house.subscribe(second, u"starter"_s);
  expect(house.worker.subscriptions().cancel(first, false));
  house.clock.set(house.clock.now() + 24h * 50); // 11 April
  const auto today = *parseDay(u"2026-04-11"_s);
  const auto all = expect(subscriptions::mrrMovements(house.worker.session, {}, today));
  const auto months = subscriptions::mrrMonths(all.at(dollars()), today, 3);
  QCOMPARE(months.size(), std::size_t(3));
  QCOMPARE(toIso(months.front().month), u"2026-02-01"_s);
  QCOMPARE(toIso(months.back().month), u"2026-04-01"_s);
  using Kind = subscriptions::MrrMovementKind;
  QCOMPARE(months[0].opening, fee * 12);
  QCOMPARE(months[0].movements.at(Kind::Churn), -fee * 12);
  QVERIFY(months[0].movements.at(Kind::New) > 0);
  QCOMPARE(months[0].closing, months[0].opening + months[0].movements.at(Kind::Churn) +
                                  months[0].movements.at(Kind::New));
  QCOMPARE(months[1].opening, months[0].closing);
  QVERIFY(months[2].movements.empty());
  QCOMPARE(months[2].closing, house.number("select sum(delta_twelfths)::bigint from mrr_movement"));
  // A movement of tomorrow is none of today; the months from one on are those.
  QVERIFY(expect(subscriptions::mrrMovements(house.worker.session, {}, *parseDay(u"2026-01-01"_s)))
              .empty());
  const auto late =
      expect(subscriptions::mrrMovements(house.worker.session, *parseDay(u"2026-02-01"_s), today));
  QCOMPARE(late.at(dollars()).size(), std::size_t(1));
  QCOMPARE(late.at(dollars()).begin()->second, months[0].movements);
}

void TestHomeFigures::BILL_4_whatFailedIsOneRowForEachOpenInvoice() {
  Debt debt(u"declines:insufficient_funds"_s);
  const auto since = debt.clock.now();
  expect(debt.service().charge(debt.customer, debt.invoice));
  debt.clock.set(debt.clock.now() + 24h * 3);
  expect(debt.service().charge(debt.customer, debt.invoice));
  auto failed = expect(failedSince(debt.worker.session, since));
  QCOMPARE(failed.rows.size(), std::size_t(1));
  QVERIFY(!failed.isAtLeast);
  QCOMPARE(failed.rows.front().number, debt.latest().number);
  QCOMPARE(failed.rows.front().due, Money(fee, dollars()));
  QCOMPARE(failed.rows.front().declineCode, u"insufficient_funds"_s);
  QCOMPARE(failed.rows.front().at, debt.clock.now());
  QVERIFY(expect(failedSince(debt.worker.session, debt.clock.now() + 1us)).rows.empty());
  // What is paid is no concern any more.
  expect(debt.service().setMethod(debt.customer, u"Card"_s, u"succeeds"_s));
  debt.clock.set(debt.clock.now() + 24h * 3);
  expect(debt.service().charge(debt.customer, debt.invoice));
  QVERIFY(expect(failedSince(debt.worker.session, since)).rows.empty());
}

void TestHomeFigures::BILL_4_whatCameInCountsFromThen() {
  Debt debt(u"succeeds"_s);
  expect(debt.service().charge(debt.customer, debt.invoice));
  const auto receipts = expect(receivedSince(debt.worker.session, debt.clock.now()));
  QCOMPARE(receipts.count, 1);
  QCOMPARE(receipts.amounts.at(dollars()), fee);
  QCOMPARE(expect(receivedSince(debt.worker.session, debt.clock.now() + 1us)).count, 0);
}

void TestHomeFigures::BILL_5_whatIsOverdueIsSummedByCurrency() {
  Debt debt;
  const auto other = debt.organization(u"FR"_s, u"UTC"_s, u"EUR"_s);
  debt.subscribe(other);
  debt.runAll();
  QCOMPARE(expect(billing::overdueNow(debt.worker.session)).count, 0);
  debt.clock.set(debt.clock.now() + 24h * 31);
  const auto overdue = expect(billing::overdueNow(debt.worker.session));
  QCOMPARE(overdue.count, 2);
  QCOMPARE(overdue.due.size(), std::size_t(2));
  QCOMPARE(overdue.due.at(dollars()), fee);
  // The list that the figure leads to says the same.
  billing::InvoiceQuery query;
  query.filter = billing::InvoiceFilter::Overdue;
  query.sort = billing::InvoiceSort::Due;
  query.ascending = true;
  QCOMPARE(expect(billing::InvoiceListing(debt.worker.session).count(query)), overdue.count);
}

void TestHomeFigures::SUB_4_contractsThatAreDecidedAboutAreRenewals() {
  BillingHouse house;
  const auto monthly = house.organization(), yearly = house.organization(),
             ending = house.organization();
  house.subscribe(monthly);
  house.subscribe(yearly, u"professional"_s, {}, Interval::Year);
  house.subscribe(ending, u"starter"_s);
  expect(house.worker.subscriptions().cancel(ending, true));
  const auto now = house.clock.now();
  auto soon = expect(subscriptions::renewals(house.worker.session, now + 24h * 40, 10));
  QCOMPARE(soon.count, 1);
  QCOMPARE(soon.rows.front().organization, ending);
  QVERIFY(!soon.rows.front().renews);
  const auto all = expect(subscriptions::renewals(house.worker.session, now + 24h * 366, 10));
  QCOMPARE(all.count, 2);
  QCOMPARE(all.rows.back().organization, yearly);
  QVERIFY(all.rows.back().renews);
  // No more rows than are asked for; the count says how many there are.
  const auto one = expect(subscriptions::renewals(house.worker.session, now + 24h * 366, 1));
  QCOMPARE(one.count, 2);
  QCOMPARE(one.rows.size(), std::size_t(1));
  QCOMPARE(expect(subscriptions::dueUntil(house.worker.session, now + 24h * 366)), 3);
  QCOMPARE(expect(subscriptions::dueUntil(house.worker.session, now - 1us)), 0);
}

void TestHomeFigures::ORG_2_whoIsLongInOnboardingIsStuck() {
  BillingHouse house;
  const auto id = house.organization();
  expect(house.test.connect()->script(
      "set session_replication_role = replica; update organization set status = 'onboarding'"));
  auto &session = house.worker.session;
  const auto created = house.clock.now();
  QCOMPARE(expect(organizations::stuckSince(session, created, 5)).count, 0);
  const auto stuck = expect(organizations::stuckSince(session, created + 1us, 5));
  QCOMPARE(stuck.count, 1);
  QCOMPARE(stuck.rows.front().organization, id);
  QCOMPARE(stuck.rows.front().since, created);
}

void TestHomeFigures::emptyBooksHaveEmptyFigures() {
  BillingHouse house;
  auto &session = house.worker.session;
  QVERIFY(expect(subscriptions::mrrMovements(session, {}, *parseDay(u"2026-04-11"_s))).empty());
  QCOMPARE(expect(billing::overdueNow(session)).count, 0);
  QVERIFY(expect(receivedSince(session, house.clock.now())).amounts.empty());
  QVERIFY(expect(failedSince(session, house.clock.now())).rows.empty());
}

QTEST_GUILESS_MAIN(TestHomeFigures)
#include "tst_home_figures.moc"
