// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/overdue.h"
#include "services/organizations/onboarding.h"
#include "services/payments/figure_rows.h"
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
  void ANA_2_theMovementsOfAMonthSumToItsStep();
  void BILL_4_whatWasReversedWasNotReceived();
  void BILL_4_whatIsNotMatchedIsSummedByCurrency();
  void emptyBooksHaveEmptyFigures();
};

namespace {

const auto dollars = [] { return *Currency::parse(u"USD"_s); };

const Zone utc;

/// All rows, page by page, which the count must agree with.
std::vector<FigureRow> allRows(store::Session &session, FigureList list,
                               const MovementSpan &span = {}, int pageSize = 2) {
  FigureRows rows(session, utc, list, span);
  std::vector<FigureRow> all;
  std::optional<FigureCursor> after;
  do {
    const auto page = expect(rows.page(pageSize, after));
    all.insert(all.end(), page.rows.begin(), page.rows.end());
    after = page.next;
  } while (after);
  if (expect(rows.count()) != std::int64_t(all.size()))
    qFatal("the count is not that of the rows");
  return all;
}

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
  expect(debt.service().charge(debt.customer, debt.invoice));
  debt.clock.set(debt.clock.now() + 24h * 3);
  expect(debt.service().charge(debt.customer, debt.invoice));
  auto &session = debt.worker.session;
  const auto failed = allRows(session, FigureList::Failed);
  QCOMPARE(failed.size(), std::size_t(1));
  QCOMPARE(failed.front().number, debt.latest().number);
  QCOMPARE(failed.front().amount, Money(fee, dollars()));
  QCOMPARE(failed.front().word, u"insufficient_funds"_s);
  QCOMPARE(failed.front().at, debt.clock.now());
  debt.clock.set(debt.clock.now() + 24h * 30 + 1us);
  QVERIFY(allRows(session, FigureList::Failed).empty());
  debt.clock.set(debt.clock.now() - 24h * 28);
  QCOMPARE(allRows(session, FigureList::Failed).size(), std::size_t(1));
  // What is paid is no concern any more.
  expect(debt.service().setMethod(debt.customer, u"Card"_s, u"succeeds"_s));
  expect(debt.service().charge(debt.customer, debt.invoice));
  QVERIFY(allRows(session, FigureList::Failed).empty());
}

void TestHomeFigures::BILL_4_whatCameInCountsFromThen() {
  Debt debt(u"succeeds"_s);
  expect(debt.service().charge(debt.customer, debt.invoice));
  const auto receipts = expect(receivedSince(debt.worker.session, debt.clock.now()));
  QCOMPARE(receipts.count, 1);
  QCOMPARE(receipts.amounts.at(dollars()), fee);
  QCOMPARE(expect(receivedSince(debt.worker.session, debt.clock.now() + 1us)).count, 0);
  // The rows behind it, until the month is over.
  const auto rows = allRows(debt.worker.session, FigureList::Received);
  QCOMPARE(rows.size(), std::size_t(1));
  QCOMPARE(rows.front().amount, Money(fee, dollars()));
  QCOMPARE(rows.front().number, debt.latest().number);
  QCOMPARE(rows.front().word, u"attempt"_s);
  debt.clock.set(debt.clock.now() + 24h * 31);
  QVERIFY(allRows(debt.worker.session, FigureList::Received).empty());
}

void TestHomeFigures::BILL_4_whatWasReversedWasNotReceived() {
  BillingHouse house;
  const auto id = house.organization();
  auto &session = house.worker.session;
  const auto write = [&](const char *rest) {
    expect(house.test.connect()->script(
        QByteArray("set session_replication_role = replica; insert into ") + rest));
  };
  const auto now = toIso(house.clock.now()).toLatin1();
  write("payment select '" + id.toString().toLatin1() +
        "', md5(n::text)::uuid, 'transfer', null, n * 100, 'EUR', 'r', '" + now +
        "'::timestamptz - n * interval '1 second' from generate_series(1, 5) as n");
  QCOMPARE(allRows(session, FigureList::Received).size(), std::size_t(5));
  QVERIFY(allRows(session, FigureList::Received).front().number.isEmpty());
  write("payment_reversal select organization_id, payment_id, received_at from payment where "
        "amount = 300");
  const auto rows = allRows(session, FigureList::Received);
  const auto receipts = expect(receivedSince(session, house.clock.now() - 24h));
  QCOMPARE(receipts.count, 4);
  QCOMPARE(rows.size(), std::size_t(4));
  std::int64_t sum = 0;
  for (const auto &row : rows)
    sum += row.amount.minor();
  QCOMPARE(sum, receipts.amounts.at(*Currency::parse(u"EUR")));
}

void TestHomeFigures::ANA_2_theMovementsOfAMonthSumToItsStep() {
  BillingHouse house;
  const auto first = house.organization();
  house.subscribe(first);
  house.clock.set(house.clock.now() + 24h * 20); // 20 February
  house.subscribe(house.organization(), u"starter"_s);
  house.subscribe(house.organization(), u"starter"_s);
  house.subscribe(house.organization(), u"starter"_s);
  expect(house.worker.subscriptions().cancel(first, false));
  auto &session = house.worker.session;
  const auto today = utc.dayOf(house.clock.now()), month = subscriptions::firstOfMonth(today);
  const auto steps =
      subscriptions::mrrMonths(
          expect(subscriptions::mrrMovements(session, {}, today)).at(dollars()), today, 1)
          .front();
  const auto sum = [&](const MovementSpan &span) {
    std::int64_t twelfths = 0;
    for (const auto &row : allRows(session, FigureList::Movements, span))
      twelfths += row.twelfths;
    return twelfths;
  };
  using Kind = subscriptions::MrrMovementKind;
  const LocalDay next = month + std::chrono::days(40);
  QCOMPARE(sum({Kind::New, dollars(), month, next}), steps.movements.at(Kind::New));
  QCOMPARE(sum({Kind::Churn, dollars(), month, next}), steps.movements.at(Kind::Churn));
  QCOMPARE(sum({{}, dollars(), *parseDay(u"1900-01-01"_s), month}), steps.opening);
  QCOMPARE(sum({{}, dollars(), *parseDay(u"1900-01-01"_s), next}), steps.closing);
  QCOMPARE(sum({{}, *Currency::parse(u"EUR"), month, next}), 0);
  // A movement of tomorrow is none of today.
  expect(house.test.connect()->script("set session_replication_role = replica; update mrr_movement "
                                      "set business_day = business_day + 1 "
                                      "where kind = 'churn'"));
  QCOMPARE(sum({Kind::Churn, dollars(), month, next}), 0);
}

void TestHomeFigures::BILL_4_whatIsNotMatchedIsSummedByCurrency() {
  BillingHouse house;
  expect(house.test.connect()->script(
      "set session_replication_role = replica; insert into bank_entry (bank_entry_id, "
      "bank_statement_id, account, entry_key, amount, currency, booked_on, status, settled_at) "
      "select md5(n::text)::uuid, md5('s')::uuid, 'a', n::text, n * 100 - 250, "
      "case when n = 4 then 'USD' else 'EUR' end, '2026-01-01', case when n = 5 then 'matched' "
      "else 'waiting' end, now() from generate_series(1, 5) as n"));
  const auto unmatched = expect(unmatchedNow(house.worker.session));
  QCOMPARE(unmatched.count, 4);
  QCOMPARE(unmatched.amounts.at(*Currency::parse(u"EUR")), -150 - 50 + 50);
  QCOMPARE(unmatched.amounts.at(dollars()), 150);
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
  auto &session = house.worker.session;
  const auto soon = allRows(session, FigureList::Renewals);
  QCOMPARE(soon.size(), std::size_t(1));
  QCOMPARE(soon.front().organization, ending);
  QCOMPARE(soon.front().word, u"ends"_s);
  house.clock.set(now + 24h * 360);
  const auto late = allRows(session, FigureList::Renewals);
  QCOMPARE(late.size(), std::size_t(1));
  QCOMPARE(late.front().organization, yearly);
  QCOMPARE(late.front().word, u"renews"_s);
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
  for (const auto list : {FigureList::Received, FigureList::Failed, FigureList::Renewals,
                          FigureList::Attention, FigureList::Movements})
    QVERIFY(allRows(session, list).empty());
  QCOMPARE(expect(unmatchedNow(session)).count, 0);
}

QTEST_GUILESS_MAIN(TestHomeFigures)
#include "tst_home_figures.moc"
