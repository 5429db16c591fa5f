// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/book_exports.h"
#include "services/billing/corrections.h"
#include "services/billing/customer_balances.h"
#include "services/payments/adjustment.h"
#include "services/payments/credits.h"
#include "services/payments/movement_export.h"
#include "services/payments/refunds.h"
#include "services/payments/write_offs.h"
#include "services/scenarios/figures.h"
#include "tests/services/billing/explained_months.h"
#include "tests/services/payments/desk.h"

#include <QTemporaryDir>

using namespace tenantry;
using namespace tenantry::tests;

/// What finance closes a month with (BILL-6): lists by document that come to what the accounts say.
class TestMonthEnd : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void BILL_6_whatWasOwedIsListedByItsDay_data();
  void BILL_6_whatWasOwedIsListedByItsDay();
  void BILL_6_whatCustomersWereOwedIsListedByItsDay_data();
  void BILL_6_whatCustomersWereOwedIsListedByItsDay();
  void BILL_6_everyMonthIsExplained();
  void BILL_7_taxIsListedByRateAndDay();
  void ANA_2_movementsSumToHowMrrChanged();
};

namespace {

/// Everything that can happen to what is owed, over five months: the third of them is closed.
struct Eventful : Desk {
  Eventful() {
    at("2026-03-05T10:00:00Z");
    bookedOn(u"2026-02-10"_s, 10'000, invoices()[0].number); // a part of the first
    expect(credits().act({customer, invoices()[1].id, 5'000, u"goodwill"_s}));
    at("2026-03-31T10:00:00Z");
    runAll();
    at("2026-04-02T10:00:00Z");
    static_cast<void>(
        expect(billing::closeMonth(worker.session, worker.business, std::chrono::year{2026} / 2)));
    // What is left of the first, and more: the rest pays of the second.
    const auto tooMuch = bookedOn(u"2026-03-20"_s, 9'900 + 4'000, invoices()[0].number);
    at("2026-04-10T10:00:00Z");
    expect(desk().unassign(tooMuch.id, expect(desk().previewUnassign(tooMuch.id)).digest()));
    expect(WriteOffs(worker.session, worker.business).act({customer, invoices()[1].id}));
    at("2026-04-30T10:00:00Z");
    runAll();
    at("2026-05-03T10:00:00Z");
    bookedOn(u"2026-05-02"_s, 14'900, invoices()[1].number); // made good after all
    expect(voidInvoice(worker.session, worker.business, customer, invoices()[3].id));
    bookedOn(u"2026-05-02"_s, fee, invoices()[2].number);
    expect(credits().act({customer, invoices()[2].id, 3'000, u"goodwill"_s})); // to the balance
    at("2026-05-31T10:00:00Z");
    runAll();
    at("2026-06-02T10:00:00Z");
    static_cast<void>(expect(refunds().act({customer, invoices()[2].id, 2'000, u"goodwill"_s})));
    sellWithTax();
    at("2026-06-03T10:00:00Z");
  }
  /// To somebody in Germany, taxed, and a part of it credited; another with a VAT id.
  void sellWithTax() {
    for (const auto &vatId : {QString(), u"DE136695976"_s}) {
      const auto other = organization(u"DE"_s, u"Pacific/Auckland"_s, u"EUR"_s, vatId);
      subscribe(other, u"professional"_s, u"launch"_s, Interval::Year);
      use(other, u"api_calls"_s, 1'500'000);
    }
    runAll();
  }
  void at(const char *instant) { clock.set(*parseInstant(QString::fromLatin1(instant))); }
  Credits credits() { return {worker.session, worker.business}; }
  Refunds refunds() { return {worker.session, worker.business}; }
  KeptEntry bookedOn(const QString &day, std::int64_t amount, const QString &remittance) {
    BankStatement statement;
    statement.format = u"csv"_s;
    statement.account = u"OURS"_s;
    BankEntry entry;
    entry.amount = Money(amount, invoices()[0].currency);
    entry.bookedOn = *parseDay(day);
    entry.bankReference = remittance + day;
    entry.remittance = remittance;
    statement.entries = {entry};
    static_cast<void>(expect(BankBook(worker.session, worker.business).post(statement)));
    for (const auto &kept : expect(desk().list(BankEntryStatus::Matched, 100)))
      if (kept.entry.bankReference == entry.bankReference)
        return kept;
    throw std::runtime_error("the entry pays nothing");
  }
  /// "INV-2026-000001 199.00" of all that was owed then.
  QStringList owedOn(const QString &day) {
    QStringList all;
    static_cast<void>(
        expect(billing::readOpenItemsOn(worker.session, *parseDay(day), [&](const auto &item) {
          all += item.number + u' ' + item.due.majorString();
        })));
    return all;
  }
};

/// Balances of two customers in two currencies, up and down: given in February, taken in March,
/// which is closed, and both in April.
struct Owing : Desk {
  Owing() {
    other = organization(u"DE"_s, u"UTC"_s, u"EUR"_s);
    give(customer, "USD", 5'000);
    give(customer, "EUR", 3'000);
    give(other, "EUR", 1'000);
    clock.set(*parseInstant(u"2026-03-05T10:00:00Z"_s));
    give(customer, "USD", -2'000);
    clock.set(*parseInstant(u"2026-04-02T10:00:00Z"_s));
    static_cast<void>(
        expect(billing::closeMonth(worker.session, worker.business, std::chrono::year{2026} / 3)));
    give(customer, "USD", 500);
    give(customer, "EUR", -3'000);
  }
  void give(const OrganizationId &to, const char *currency, std::int64_t amount) {
    expect(billing::Corrections(worker.session, worker.business)
               .adjustBalance(to, Money(amount, *Currency::parse(QString::fromLatin1(currency))),
                              u"goodwill"_s));
  }
  /// "customer USD 50.00"; none: as it stands now.
  QStringList owedOn(std::optional<LocalDay> day) {
    QStringList all;
    static_cast<void>(
        expect(billing::readCustomerBalances(worker.session, day, [&](const auto &one) {
          all += u"%1 %2 %3"_s.arg(one.organization == other ? u"other"_s : u"customer"_s,
                                   one.amount.currency().code(), one.amount.majorString());
        })));
    all.sort();
    return all;
  }
  OrganizationId other;
};

} // namespace

void TestMonthEnd::BILL_6_whatCustomersWereOwedIsListedByItsDay_data() {
  QTest::addColumn<QString>("day");
  QTest::addColumn<QStringList>("owed");
  const auto euros = u"customer EUR 30.00"_s, others = u"other EUR 10.00"_s;
  QTest::newRow("BILL-6 before everything") << u"2026-02-27"_s << QStringList{};
  QTest::newRow("BILL-6 given, in two currencies")
      << u"2026-02-28"_s << QStringList{euros, u"customer USD 50.00"_s, others};
  QTest::newRow("BILL-6 the day before something is taken")
      << u"2026-03-04"_s << QStringList{euros, u"customer USD 50.00"_s, others};
  QTest::newRow("BILL-6 taken, in a month that is closed")
      << u"2026-03-31"_s << QStringList{euros, u"customer USD 30.00"_s, others};
  QTest::newRow("BILL-6 given again, and taken to nothing")
      << u"2026-04-30"_s << QStringList{u"customer USD 35.00"_s, others};
  QTest::newRow("BILL-6 as it stands now")
      << QString() << QStringList{u"customer USD 35.00"_s, others};
}

void TestMonthEnd::BILL_6_whatCustomersWereOwedIsListedByItsDay() {
  QFETCH(QString, day);
  QFETCH(QStringList, owed);
  static Owing book;
  QCOMPARE(book.owedOn(day.isEmpty() ? std::nullopt : std::optional(*parseDay(day))), owed);
  const auto wrong =
      expect(unexplainedMonths(book.worker.session, book.worker.business)).join(u'\n');
  QVERIFY2(wrong.isEmpty(), qPrintable(wrong)); // each sums to the account's closing
}

void TestMonthEnd::BILL_6_whatWasOwedIsListedByItsDay_data() {
  QTest::addColumn<QString>("day");
  QTest::addColumn<QStringList>("owed");
  const auto one = u"INV-2026-000001 "_s, two = u"INV-2026-000002 "_s,
             three = u"INV-2026-000003 "_s, four = u"INV-2026-000004 "_s,
             five = u"INV-2026-000005 "_s;
  const auto row = [](const char *name, const QString &day, const QStringList &owed) {
    QTest::newRow(name) << day << owed;
  };
  row("BILL-6 before everything", u"2026-01-30"_s, {});
  row("BILL-6 the day of an invoice", u"2026-01-31"_s, {one + u"199.00"_s});
  row("BILL-6 paid in part, by the bank's day", u"2026-02-10"_s, {one + u"99.00"_s});
  row("BILL-6 a month that is closed", u"2026-02-28"_s, {one + u"99.00"_s, two + u"199.00"_s});
  row("BILL-6 credited, and a payment that was undone", u"2026-03-31"_s,
      {one + u"99.00"_s, two + u"149.00"_s, three + u"199.00"_s});
  row("BILL-6 written off", u"2026-04-30"_s,
      {one + u"99.00"_s, three + u"199.00"_s, four + u"199.00"_s});
  row("BILL-6 void, paid, and by the balance", u"2026-05-31"_s,
      {one + u"69.00"_s, five + u"199.00"_s});
}

void TestMonthEnd::BILL_6_whatWasOwedIsListedByItsDay() {
  QFETCH(QString, day);
  QFETCH(QStringList, owed);
  static Eventful book;
  QCOMPARE(book.owedOn(day), owed);
}

void TestMonthEnd::BILL_6_everyMonthIsExplained() {
  Eventful book;
  const auto wrong =
      expect(unexplainedMonths(book.worker.session, book.worker.business)).join(u'\n');
  QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
  QCOMPARE(book.differences(), QStringList());
}

/// A credit to the balance, an invoice that is void, one that is not, a refund; and what Germany
/// taxes, or whoever buys there.
void TestMonthEnd::BILL_7_taxIsListedByRateAndDay() {
  Eventful book;
  QStringList untaxed, german;
  static_cast<void>(expect(billing::readTaxLines(
      book.worker.session, {*parseDay(u"2026-05-03"_s), *parseDay(u"2026-06-03"_s)},
      [&](const billing::TaxLine &line) {
        if (line.country == u"DE") {
          const auto share = Rational(line.net.minor()) * line.percent.value_or(Rational(0)) / 100;
          QCOMPARE(line.tax.minor(), roundHalfAwayFromZero(share));
          QVERIFY(line.net.minor() > 0);
          german += QStringList{line.percent ? formatDecimal(*line.percent, 2) : u"–"_s,
                                line.reverseCharge ? line.vatId : u"no"_s}
                        .join(u' ');
        } else {
          QVERIFY(line.tax.isZero() && !line.percent && !line.reverseCharge);
          untaxed += QStringList{toIso(line.day), line.document, line.net.toString()}.join(u' ');
        }
      })));
  untaxed.sort();
  german.sort();
  QCOMPARE(untaxed, (QStringList{u"2026-05-03 CN-2026-000002 -30.00 USD"_s,
                                 u"2026-05-03 INV-2026-000004 -199.00 USD"_s,
                                 u"2026-05-31 INV-2026-000005 199.00 USD"_s,
                                 u"2026-06-02 CN-2026-000003 -20.00 USD"_s}));
  QCOMPARE(german, (QStringList{u"19 no"_s, u"– DE136695976"_s}));
}

void TestMonthEnd::ANA_2_movementsSumToHowMrrChanged() {
  Eventful book;
  const QTemporaryDir folder;
  const auto path = folder.filePath(u"movements.csv"_s);
  const auto rows =
      expect(exportMovements(book.worker.session, book.worker.business,
                             {*parseDay(u"2026-01-01"_s), *parseDay(u"2026-07-01"_s)}, path));
  QCOMPARE(rows, book.number("select count(*) from mrr_movement"));
  QFile file(path);
  QVERIFY(file.open(QIODevice::ReadOnly));
  const auto lines = QString::fromUtf8(file.readAll()).trimmed().split(u"\r\n"_s);
  QCOMPARE(lines.size() - 1, rows);
  std::map<QString, std::int64_t> sums;
  for (const auto &line : lines.mid(1)) {
    const auto cells = line.mid(1, line.size() - 2).split(u"\",\""_s);
    QCOMPARE(cells.size(), 7);
    sums[cells[5]] += cells[6].toLongLong();
  }
  const auto mrr =
      expect(scenarios::figuresOn(book.worker.session, *parseDay(u"2026-06-30"_s))).mrrTwelfths;
  QCOMPARE(sums.size(), mrr.size());
  for (const auto &[currency, twelfths] : mrr)
    QCOMPARE(sums[currency.code()], twelfths);
  // None of a day to come, none of a day before.
  QCOMPARE(expect(exportMovements(book.worker.session, book.worker.business,
                                  {*parseDay(u"2026-06-03"_s), *parseDay(u"2026-07-01"_s)}, path)),
           0);
}

QTEST_GUILESS_MAIN(TestMonthEnd)
#include "tst_month_end.moc"
