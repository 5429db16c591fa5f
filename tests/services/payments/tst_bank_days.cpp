// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/book_months.h"
#include "services/payments/invoice_money.h"
#include "services/payments/transfers.h"
#include "services/payments/write_offs.h"
#include "tests/services/payments/desk.h"

using namespace tenantry;
using namespace tenantry::tests;

/// On which day money by bank is in the books, posted or recorded by hand (BILL-6, ADR 20).
class TestBankDays : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void BILL_6_theBankSaysTheDay_data();
  void BILL_6_theBankSaysTheDay();
  void BILL_6_whatIsUndoneIsTakenFromItsDays_data();
  void BILL_6_whatIsUndoneIsTakenFromItsDays();
  void BILL_6_whatCameBeforeItWasGivenUpIsNoGainOfThatTime();
  void BILL_6_aPersonSaysTheDay_data();
  void BILL_6_aPersonSaysTheDay();
  void BILL_6_anotherDayIsAnotherPicture();
};

namespace {

/// Two invoices, of 31 January and 28 February; it is 5 March.
struct Days : Desk {
  Days() { clock.set(*parseInstant(u"2026-03-05T10:00:00Z"_s)); }
  KeptEntry bookedOn(const QString &day, std::int64_t amount, const QString &remittance) {
    BankStatement statement;
    statement.format = u"csv"_s;
    statement.account = u"OURS"_s;
    BankEntry entry;
    entry.amount = Money(amount, latest().currency);
    entry.bookedOn = *parseDay(day);
    entry.valueOn = *parseDay(u"2026-01-01"_s);
    entry.bankReference = day;
    entry.remittance = remittance;
    statement.entries = {entry};
    static_cast<void>(expect(BankBook(worker.session, worker.business).post(statement)));
    return expect(desk().list(BankEntryStatus::Matched, 1)).front();
  }
  void close(int month) {
    static_cast<void>(expect(billing::closeMonth(
        worker.session, worker.business, std::chrono::year{2026} / static_cast<unsigned>(month))));
  }
  /// "2026-02-10 cash 100, …" of what payments booked.
  QStringList booked(const QByteArray &causes = "'payment.received', 'payment.applied'") {
    QStringList all;
    for (const auto row : expect(worker.database->adHoc(
             "select business_day::text, account, sum(amount)::bigint from ledger_entry where "
             "cause in (" +
             causes + ") group by 1, 2 order by 1, 2")))
      all +=
          u"%1 %2 %3"_s.arg(row.get<QString>(0), row.get<QString>(1)).arg(row.get<std::int64_t>(2));
    return all;
  }
  /// Of an account, by the end of that day.
  std::int64_t asOf(const QByteArray &account, const QByteArray &day) {
    return number("select coalesce(sum(amount), 0)::bigint from ledger_entry where account = '" +
                  account + "' and business_day <= '" + day + "'");
  }
};

} // namespace

void TestBankDays::BILL_6_theBankSaysTheDay_data() {
  QTest::addColumn<QString>("day");
  QTest::addColumn<int>("closed");
  QTest::addColumn<int>("nth");
  QTest::addColumn<QStringList>("booked");
  QTest::addColumn<QString>("inBooksOn");
  const auto both = [](const QString &day) {
    return QStringList{day + u" cash 19900"_s, day + u" receivable -19900"_s};
  };
  const auto day = [](const char *name, const QString &on, int closed, int nth,
                      const QStringList &booked, const QString &inBooks) {
    QTest::newRow(name) << on << closed << nth << booked << inBooks;
  };
  day("BILL-6 the bank's day", u"2026-02-10"_s, 0, 0, both(u"2026-02-10"_s), u"2026-02-10"_s);
  day("BILL-6 its month is closed", u"2026-02-10"_s, 2, 0, both(u"2026-03-01"_s), u"2026-03-01"_s);
  day("BILL-6 the month before it is closed", u"2026-02-10"_s, 1, 0, both(u"2026-02-10"_s),
      u"2026-02-10"_s);
  day("BILL-6 still to come", u"2026-03-06"_s, 0, 0, both(u"2026-03-05"_s), u"2026-03-05"_s);
  day("BILL-6 the day of the invoice itself", u"2026-01-31"_s, 0, 0, both(u"2026-01-31"_s),
      u"2026-01-31"_s);
  day("BILL-4 in advance", u"2026-02-10"_s, 0, 1,
      {u"2026-02-10 cash 19900"_s, u"2026-02-10 customer_balance -19900"_s,
       u"2026-02-28 customer_balance 19900"_s, u"2026-02-28 receivable -19900"_s},
      u"2026-02-10"_s);
  day("BILL-4 in advance, and the day is closed", u"2026-01-10"_s, 1, 1,
      {u"2026-02-01 cash 19900"_s, u"2026-02-01 customer_balance -19900"_s,
       u"2026-02-28 customer_balance 19900"_s, u"2026-02-28 receivable -19900"_s},
      u"2026-02-01"_s);
  day("BILL-4 in advance, and both days are closed", u"2026-02-10"_s, 2, 1, both(u"2026-03-01"_s),
      u"2026-03-01"_s);
}

void TestBankDays::BILL_6_theBankSaysTheDay() {
  QFETCH(QString, day);
  QFETCH(int, closed);
  QFETCH(int, nth);
  QFETCH(QStringList, booked);
  QFETCH(QString, inBooksOn);
  Days days;
  if (closed > 0)
    days.close(closed);
  const auto invoice = days.invoices()[std::size_t(nth)];
  const auto kept = days.bookedOn(day, fee, invoice.number);
  QCOMPARE(days.booked(), booked);
  QCOMPARE(toIso(*expect(days.desk().paid(kept.id)).front().inBooksOn), inBooksOn);
  const auto payment =
      expect(moneyOf(days.worker.session, days.customer, invoice.id)).payments.front();
  QCOMPARE(toIso(*payment.bookedOn), inBooksOn);
  // What we knew when is another thing.
  QCOMPARE(payment.receivedAt, days.clock.now());
  QCOMPARE(*expect(days.worker.invoices().find(days.customer, invoice.id)).paidAt,
           days.clock.now());
  QCOMPARE(days.balance(), std::int64_t(0));
  QCOMPARE(days.differences(), QStringList());
}

void TestBankDays::BILL_6_whatIsUndoneIsTakenFromItsDays_data() {
  QTest::addColumn<int>("closed");
  QTest::addColumn<QByteArray>("reversedOn");
  QTest::newRow("BILL-6 open") << 0 << QByteArray("2026-02-10");
  QTest::newRow("BILL-6 closed since") << 2 << QByteArray("2026-03-01");
}

void TestBankDays::BILL_6_whatIsUndoneIsTakenFromItsDays() {
  QFETCH(int, closed);
  QFETCH(QByteArray, reversedOn);
  Days days;
  const auto kept = days.bookedOn(u"2026-02-10"_s, fee + 500, days.invoices()[1].number);
  QCOMPARE(days.invoices()[0].balanceApplied, std::int64_t(500));
  if (closed > 0)
    days.close(closed);
  expect(days.desk().unassign(kept.id));
  QCOMPARE(days.number("select count(*) from ledger_entry where cause = 'payment.reversed' and "
                       "account = 'cash' and business_day = '" +
                       reversedOn + "' and amount = -20400"),
           std::int64_t(1));
  // To the other one: no day has the money twice.
  expect(days.desk().assign(
      kept.id, {{days.customer, days.invoices()[0].id, fee}, {days.customer, {}, 500}}));
  for (const auto *day : {"2026-02-10", "2026-02-28", "2026-03-04", "2026-03-05"})
    QCOMPARE(days.asOf("cash", day), fee + 500);
  QCOMPARE(days.differences(), QStringList());
}

void TestBankDays::BILL_6_whatCameBeforeItWasGivenUpIsNoGainOfThatTime() {
  Days days;
  expect(WriteOffs(days.worker.session, days.worker.business).act({days.customer, days.invoice}));
  days.clock.set(*parseInstant(u"2026-03-09T10:00:00Z"_s));
  static_cast<void>(days.bookedOn(u"2026-03-02"_s, fee, days.invoices()[0].number));
  QCOMPARE(days.booked(),
           (QStringList{u"2026-03-02 cash 19900"_s, u"2026-03-02 customer_balance -19900"_s,
                        u"2026-03-05 bad_debt -19900"_s, u"2026-03-05 customer_balance 19900"_s}));
  QCOMPARE(days.differences(), QStringList());
}

void TestBankDays::BILL_6_aPersonSaysTheDay_data() {
  QTest::addColumn<QString>("day");
  QTest::addColumn<int>("closed");
  QTest::addColumn<QString>("bookedOn");
  QTest::addColumn<QString>("code");
  const auto day = [](const char *name, const QString &on, int closed, const QString &bookedOn,
                      const QString &code) {
    QTest::newRow(name) << on << closed << bookedOn << code;
  };
  day("BILL-6 a day of the month before", u"2026-02-10"_s, 0, u"2026-02-10"_s, {});
  day("BILL-6 none: today", {}, 0, u"2026-03-05"_s, {});
  day("BILL-6 today", u"2026-03-05"_s, 2, u"2026-03-05"_s, {});
  day("BILL-6 the first day that is open", u"2026-03-01"_s, 2, u"2026-03-01"_s, {});
  day("BILL-6 the last day that is closed", u"2026-02-28"_s, 2, {}, u"ledger.closed"_s);
  day("BILL-6 still to come", u"2026-03-06"_s, 0, {}, u"payment.in_future"_s);
}

void TestBankDays::BILL_6_aPersonSaysTheDay() {
  QFETCH(QString, day);
  QFETCH(int, closed);
  QFETCH(QString, bookedOn);
  QFETCH(QString, code);
  Days days;
  if (closed > 0)
    days.close(closed);
  Transfers transfers(days.worker.session, days.worker.business);
  Transfer transfer{days.customer, days.invoice, Money(fee, days.latest().currency), u"by post"_s};
  if (!day.isEmpty())
    transfer.receivedOn = *parseDay(day);
  const auto picture = transfers.preview(transfer);
  const auto done = transfers.act(transfer, picture ? picture->digest() : QString());
  if (!code.isEmpty()) {
    QCOMPARE(picture.error().code, code);
    QCOMPARE(done.error().code, code);
    QCOMPARE(days.booked(), QStringList());
    return;
  }
  QCOMPARE(toIso(expect(picture).bookedOn), bookedOn);
  QCOMPARE(toIso(expect(done).bookedOn), bookedOn);
  QCOMPARE(days.booked(),
           (QStringList{bookedOn + u" cash 19900"_s, bookedOn + u" receivable -19900"_s}));
  QCOMPARE(days.differences(), QStringList());
}

void TestBankDays::BILL_6_anotherDayIsAnotherPicture() {
  Days days;
  Transfers transfers(days.worker.session, days.worker.business);
  Transfer transfer{days.customer, days.invoice, Money(fee, days.latest().currency), {}};
  const auto today = expect(transfers.preview(transfer)).digest();
  transfer.receivedOn = *parseDay(u"2026-02-10"_s);
  QCOMPARE(transfers.act(transfer, today).error().code, u"payment.picture_changed"_s);
  QCOMPARE(days.booked(), QStringList());
}

QTEST_GUILESS_MAIN(TestBankDays)
#include "tst_bank_days.moc"
