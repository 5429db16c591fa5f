// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/book_exports.h"
#include "services/billing/book_months.h"
#include "services/billing/corrections.h"
#include "services/billing/ledger.h"
#include "services/billing/months.h"
#include "services/billing/one_off.h"
#include "services/billing/recognition.h"
#include "services/billing/revenue_lines.h"
#include "tests/services/billing/billing_house.h"
#include "tests/support/code_of.h"

#include <QTemporaryDir>

using namespace tenantry;
using namespace tenantry::billing;
using namespace tenantry::tests;
using std::chrono::year;

namespace {

constexpr auto january = year(2026) / 1, february = year(2026) / 2, march = year(2026) / 3,
               april = year(2026) / 4;

LocalDay day(std::chrono::year_month month, unsigned number) {
  return LocalDay(std::chrono::local_days(month / std::chrono::day(number)));
}

} // namespace

/// BILL-6: what was sold in advance becomes revenue, and months are closed. 31 January, 10:00.
class TestBooks : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void recognitionFollowsTheDays();
  void BILL_6_noMonthRecognizesWhatTheNextHasSold();
  void BILL_6_revenueIsListedByDocument_data();
  void BILL_6_revenueIsListedByDocument();
  void recognizingTwiceBooksNothing();
  void monthsThatWereMissedAreBookedOnTheirOwnDays();
  void whatIsStoppedGoesOn();
  void aVoidedInvoiceTakesItsRevenueBack();
  void theScheduleSumsToWhatIsDeferred();
  void aClosedMonthTakesNoPostings();
  void closingSaysWhatIsWrong();
  void aRandomBookIsRecognizedToTheLastCent();
  void theJournalIsWhole();
  void aMonthAddsUp();
  void theBooksAreExported();

private:
  static void at(BillingHouse &house, const char *instant) {
    house.clock.set(*parseInstant(QString::fromLatin1(instant)));
  }
  static std::optional<LocalDay> recognize(BillingHouse &house) {
    return expect(recognizeRevenue(house.worker.session, house.worker.business));
  }
  static std::int64_t account(BillingHouse &house, const char *name) {
    return house.number(QByteArray("select coalesce(sum(amount), 0)::bigint from ledger_entry "
                                   "where account = '") +
                        name + "'");
  }
  static std::int64_t entries(BillingHouse &house) {
    return house.number("select count(*) from ledger_entry");
  }
};

/// 199.00 of 31 January to 28 February: one day of 28 in January, the rest in February.
void TestBooks::recognitionFollowsTheDays() {
  BillingHouse house;
  QVERIFY(!recognize(house)); // nothing was ever booked
  house.subscribe(house.organization());
  house.runAll();
  QCOMPARE(account(house, "deferred_revenue"), -19'900);
  QVERIFY(!recognize(house)); // January is not over
  at(house, "2026-02-01T00:00:00Z");
  QCOMPARE(recognize(house), day(february, 1));
  QCOMPARE(account(house, "revenue"), -711); // 19900 / 28 = 710.71
  QCOMPARE(account(house, "deferred_revenue"), -19'189);
  QCOMPARE(house.number("select count(*) from ledger_entry where cause = 'revenue.recognized' and "
                        "business_day <> '2026-01-31'"),
           0);
  at(house, "2026-03-01T00:00:00Z");
  QCOMPARE(recognize(house), day(march, 1));
  QCOMPARE(account(house, "revenue"), -19'900);
  QCOMPARE(account(house, "deferred_revenue"), 0);
  QCOMPARE(house.number("select count(*) from revenue_recognition where not is_done"), 0);
}

/// It is 31 January still in New York, but not in the books.
void TestBooks::BILL_6_noMonthRecognizesWhatTheNextHasSold() {
  BillingHouse house;
  house.subscribe(house.organization());
  house.runAll();
  at(house, "2026-02-01T00:30:00Z");
  house.subscribe(house.organization(u"US"_s, u"America/New_York"_s));
  house.runAll();
  at(house, "2026-02-01T01:00:00Z");
  QCOMPARE(recognize(house), day(february, 1));
  QCOMPARE(account(house, "revenue"), -711); // of the first alone
  at(house, "2026-03-01T00:00:00Z");
  recognize(house);
  QCOMPARE(account(house, "revenue"), -39'800);
}

void TestBooks::BILL_6_revenueIsListedByDocument_data() {
  QTest::addColumn<int>("month");
  QTest::addColumn<QStringList>("lines"); // document, before, of the month, still to come
  QTest::newRow("BILL-6 of one day") << 1 << QStringList{u"1 0.00 7.11 191.89"_s};
  QTest::newRow("BILL-6 the rest, the next, and what is earned at once")
      << 2 << QStringList{u"1 7.11 191.89 0.00"_s, u"2 0.00 6.42 192.58"_s, u"3 0.00 50.00 0.00"_s};
  QTest::newRow("BILL-6 taken back after a month of it was revenue")
      << 3
      << QStringList{u"2 6.42 -6.42 0.00"_s, u"3 50.00 -50.00 0.00"_s, u"4 0.00 6.63 192.37"_s};
  QTest::newRow("BILL-6 a month that runs") << 4 << QStringList{u"4 6.63 0.00 192.37"_s};
  QTest::newRow("BILL-6 before everything") << 12 << QStringList{};
}

/// 199.00 a month from 31 January on; 50.00 once in February. Both invoices of that month are void
/// in March.
void TestBooks::BILL_6_revenueIsListedByDocument() {
  QFETCH(int, month);
  QFETCH(QStringList, lines);
  BillingHouse house;
  const auto id = house.organization();
  auto &session = house.worker.session;
  auto &business = house.worker.business;
  house.subscribe(id);
  house.runAll();
  at(house, "2026-02-28T10:00:00Z");
  house.runAll();
  expect(OneOffCharges(session, business)
             .act({id, {}, {{u"Workshop"_s, Rational(1), Rational(5'000)}}, {}}));
  at(house, "2026-03-02T10:00:00Z");
  recognize(house);
  const auto invoices = expect(house.worker.invoices().ofOrganization(id));
  for (const auto nth : {1U, 2U})
    expect(Corrections(session, business).voidInvoice(id, invoices[nth].id));
  at(house, "2026-03-31T10:00:00Z");
  house.runAll();
  at(house, "2026-04-03T10:00:00Z");
  recognize(house);
  QStringList listed;
  expect(readRevenueLines(
      session, business, year(month == 12 ? 2025 : 2026) / std::chrono::month(unsigned(month)),
      [&](const RevenueLine &line) {
        listed += u"%1 %2 %3 %4"_s.arg(line.document.last(1), line.before.majorString(),
                                       line.inMonth.majorString(), line.after.majorString());
        QVERIFY(!line.days.isEmpty() || line.kind == u"one_off");
      }));
  QCOMPARE(listed, lines);
}

void TestBooks::recognizingTwiceBooksNothing() {
  BillingHouse house;
  house.subscribe(house.organization());
  house.runAll();
  at(house, "2026-02-10T00:00:00Z");
  recognize(house);
  const auto before = entries(house);
  recognize(house);
  // As if the month's end had been written by a worker that died before it said so.
  expect(house.test.connect()->script("delete from recognized_month"));
  QCOMPARE(recognize(house), day(february, 1));
  QCOMPARE(entries(house), before);
}

void TestBooks::monthsThatWereMissedAreBookedOnTheirOwnDays() {
  BillingHouse house;
  house.subscribe(house.organization());
  house.runAll();
  at(house, "2026-04-15T00:00:00Z");
  QCOMPARE(recognize(house), day(april, 1));
  QCOMPARE(house.number("select -sum(amount)::bigint from ledger_entry where account = 'revenue' "
                        "and business_day = '2026-01-31'"),
           711);
  QCOMPARE(house.number("select -sum(amount)::bigint from ledger_entry where account = 'revenue' "
                        "and business_day = '2026-02-28'"),
           19'189);
  QCOMPARE(house.number("select count(*) from recognized_month"), 3);
}

void TestBooks::whatIsStoppedGoesOn() {
  BillingHouse house;
  house.subscribe(house.organization());
  house.runAll();
  at(house, "2026-03-02T00:00:00Z");
  QVERIFY(
      !expect(recognizeRevenue(house.worker.session, house.worker.business, [] { return false; })));
  QCOMPARE(house.number("select count(*) from recognized_month"), 0);
  QCOMPARE(recognize(house), day(march, 1));
  QCOMPARE(account(house, "revenue"), -19'900);
}

void TestBooks::aVoidedInvoiceTakesItsRevenueBack() {
  BillingHouse house;
  const auto id = house.organization();
  house.subscribe(id);
  house.runAll();
  at(house, "2026-02-10T00:00:00Z");
  recognize(house);
  QVERIFY(account(house, "revenue") != 0);
  const auto invoices = expect(house.worker.invoices().ofOrganization(id));
  expect(Corrections(house.worker.session, house.worker.business)
             .voidInvoice(id, invoices.front().id));
  for (const auto *name : {"revenue", "deferred_revenue", "receivable"})
    QCOMPARE(account(house, name), 0);
  at(house, "2026-03-10T00:00:00Z");
  recognize(house);
  QCOMPARE(account(house, "revenue"), 0);
}

void TestBooks::theScheduleSumsToWhatIsDeferred() {
  BillingHouse house;
  house.subscribe(house.organization(), u"professional"_s, {}, Interval::Year);
  house.runAll();
  const auto sumOf = [](const RevenueSchedule &schedule) {
    std::int64_t sum = 0;
    for (const auto &[key, amount] : schedule)
      sum += amount;
    return sum;
  };
  auto schedule = *expect(revenueSchedule(house.worker.session, house.worker.business));
  QCOMPARE(sumOf(schedule), 199'000);
  QCOMPARE(schedule.size(), std::size_t(13)); // one day of January, 30 of January after
  QCOMPARE(schedule.begin()->first.first, january);
  QCOMPARE(schedule.begin()->second, 545); // 199000 / 365 = 545.2
  at(house, "2026-04-01T00:00:00Z");
  recognize(house);
  schedule = *expect(revenueSchedule(house.worker.session, house.worker.business));
  QCOMPARE(schedule.begin()->first.first, april);
  QCOMPARE(sumOf(schedule), -account(house, "deferred_revenue"));
}

void TestBooks::aClosedMonthTakesNoPostings() {
  BillingHouse house;
  const auto id = house.organization();
  house.subscribe(id);
  house.runAll();
  at(house, "2026-02-02T00:00:00Z");
  auto &session = house.worker.session;
  QCOMPARE(expect(closeMonth(session, house.worker.business, january)), day(january, 31));
  QCOMPARE(account(house, "revenue"), -711); // recognized before
  QCOMPARE(expect(closedThrough(session)), day(january, 31));
  const auto post = [&](LocalDay on) {
    return session.database.transaction([&]() -> Result<> {
      return book(
          session,
          {{id, *Currency::parse(u"USD"_s), u"balance.adjusted"_s, {}, balanceAdjusted(100)}},
          *Zone::find(u"UTC"_s), on);
    });
  };
  QCOMPARE(codeOf(post(day(january, 31))), u"ledger.closed"_s);
  QCOMPARE(codeOf(post(day(february, 1))), QString());
  expect(reopenMonth(session, january, u"an invoice was forgotten"_s));
  QCOMPARE(codeOf(post(day(january, 31))), QString());
  QCOMPARE(codeOf(session.database.adHoc("delete from book_closing")), u"store.forbidden"_s);
  QCOMPARE(expect(closeMonth(session, house.worker.business, january)), day(january, 31));
  QCOMPARE(house.number("select count(*) from book_closing"), 3);
}

void TestBooks::closingSaysWhatIsWrong() {
  BillingHouse house;
  auto &session = house.worker.session;
  auto &business = house.worker.business;
  QCOMPARE(codeOf(closeMonth(session, business, january)), u"ledger.month_running"_s);
  QCOMPARE(codeOf(reopenMonth(session, january, u"why"_s)), u"ledger.not_closed"_s);
  at(house, "2026-03-01T00:00:00Z");
  QCOMPARE(codeOf(closeMonth(session, business, february)), QString());
  QCOMPARE(codeOf(closeMonth(session, business, february)), u"ledger.closed"_s);
  QCOMPARE(codeOf(closeMonth(session, business, january)), u"ledger.closed"_s);
  QCOMPARE(codeOf(reopenMonth(session, january, u" "_s)), u"ledger.reason_missing"_s);
  QCOMPARE(codeOf(reopenMonth(session, march, u"why"_s)), u"ledger.not_closed"_s);
  QCOMPARE(expect(reopenMonth(session, february, u"why"_s)), day(january, 31));
}

void TestBooks::aRandomBookIsRecognizedToTheLastCent() {
  BillingHouse house;
  house.randomBook(40, 11);
  house.runAll();
  const auto sold = account(house, "deferred_revenue") + account(house, "revenue");
  for (const auto *instant :
       {"2026-02-03T00:00:00Z", "2026-05-20T00:00:00Z", "2027-03-01T00:00:00Z"}) {
    at(house, instant);
    recognize(house);
    QCOMPARE(account(house, "deferred_revenue") + account(house, "revenue"), sold);
    QCOMPARE(house.wrong(), QString());
  }
  QCOMPARE(account(house, "deferred_revenue"), 0);
}

void TestBooks::theJournalIsWhole() {
  BillingHouse house;
  house.randomBook(30, 5);
  house.runAll();
  at(house, "2026-02-03T00:00:00Z");
  recognize(house);
  std::int64_t count = 0, sum = 0;
  expect(readJournal(house.worker.session, {day(january, 1), day(march, 1)},
                     [&](const JournalEntry &entry) {
                       ++count;
                       sum += entry.amount.minor();
                     }));
  QCOMPARE(count, entries(house));
  QCOMPARE(sum, 0);
  std::int64_t due = 0;
  expect(
      readOpenItems(house.worker.session, [&](const OpenItem &item) { due += item.due.minor(); }));
  QCOMPARE(due, account(house, "receivable"));
}

void TestBooks::aMonthAddsUp() {
  BillingHouse house;
  auto &session = house.worker.session;
  QVERIFY(expect(bookMonths(session, house.worker.business)).empty());
  house.subscribe(house.organization());
  house.runAll();
  at(house, "2026-03-05T10:00:00Z");
  house.runAll();
  static_cast<void>(expect(closeMonth(session, house.worker.business, january)));
  const auto months = expect(bookMonths(session, house.worker.business));
  QCOMPARE(months.size(), 3u);
  QVERIFY(months[0].month == march && months[0].isRunning && !months[0].isClosed);
  QVERIFY(months[1].month == february && !months[1].isRunning && !months[1].isClosed);
  QVERIFY(months[2].month == january && months[2].isClosed);
  std::map<QString, std::int64_t> before;
  std::int64_t all = 0;
  for (const auto month : {january, february, march}) {
    std::int64_t debit = 0, credit = 0, closing = 0;
    for (const auto &one : expect(monthFigures(session, month))) {
      QCOMPARE(one.opening, before[one.account]);
      before[one.account] = one.closing();
      debit += one.debit;
      credit += one.credit;
      closing += one.closing();
      all += one.entries;
    }
    QVERIFY(debit > 0);
    QCOMPARE(debit, credit);
    QCOMPARE(closing, std::int64_t(0));
  }
  QCOMPARE(all, entries(house));
  for (const auto &[name, amount] : before)
    QCOMPARE(amount, account(house, name.toLatin1().constData()));
}

void TestBooks::theBooksAreExported() {
  BillingHouse house;
  house.subscribe(house.organization());
  house.runAll();
  auto &session = house.worker.session;
  const QTemporaryDir folder;
  const auto linesOf = [&](const char *name) {
    QFile file(folder.filePath(QLatin1StringView(name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().count('\n') + 1 : 0;
  };
  const auto rows = expect(
      exportJournal(session, {day(january, 1), day(april, 1)}, folder.filePath(u"journal.csv"_s)));
  QCOMPARE(rows, entries(house));
  QCOMPARE(linesOf("journal.csv"), rows + 1);
  QCOMPARE(expect(exportOpenItems(session, {}, folder.filePath(u"open.csv"_s))), std::int64_t(1));
  QCOMPARE(linesOf("open.csv"), 2);
  const auto months =
      expect(exportSchedule(session, house.worker.business, folder.filePath(u"schedule.csv"_s)));
  QVERIFY(months > 0);
  QCOMPARE(linesOf("schedule.csv"), months + 1);
  QVERIFY(!exportOpenItems(session, {}, folder.filePath(u"no/such/folder.csv"_s)));
}

QTEST_GUILESS_MAIN(TestBooks)
#include "tst_books.moc"
