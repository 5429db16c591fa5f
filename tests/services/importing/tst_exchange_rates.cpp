// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/importing/rate_file.h"
#include "tests/support/test_database.h"

#include <QBuffer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::tests;

namespace {

Currency currency(const char *code) { return *Currency::parse(QString::fromLatin1(code)); }
LocalDay day(const char *iso) { return *parseDay(QString::fromLatin1(iso)); }
Rational decimal(const char *text) { return *parseDecimal(QString::fromLatin1(text)); }

Result<importing::RateFile> read(const QByteArray &text) {
  QBuffer device;
  device.setData(text);
  device.open(QIODevice::ReadOnly);
  return importing::readRates(device, u"rates.csv"_s, currency("EUR"));
}

/// A euro is 1.25 dollars, 150 yen, 0.375 dinars.
billing::RatesOfDay someRates() {
  const auto on = day("2026-02-27");
  return billing::RatesOfDay({{currency("EUR"), currency("USD"), on, decimal("1.25")},
                              {currency("EUR"), currency("JPY"), day("2026-02-26"), 150},
                              {currency("EUR"), currency("KWD"), on, decimal("0.375")}});
}

} // namespace

/// ANA-2: what currencies were worth, as it is published, and MRR of several in one.
class TestExchangeRates : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void aFileOfTheCentralBankIsRead();
  void badCellsSayWhere_data();
  void badCellsSayWhere();
  void ANA_2_factorsAreExact_data();
  void ANA_2_factorsAreExact();
  void ANA_2_theLatestCounts();
  void ANA_2_oneFigureOrNone_data();
  void ANA_2_oneFigureOrNone();
  void ANA_2_aDayHasTheLastRateBeforeIt();
  void whatIsKnownIsCorrected();
};

void TestExchangeRates::aFileOfTheCentralBankIsRead() {
  const auto file =
      read("Date,USD,JPY,CYP,\n2026-02-27,1.0842,162.5,N/A,\n2026-02-26,1.08,,N/A,\n");
  QVERIFY(file && file->errors.empty());
  QCOMPARE(file->leftOut, QStringList{u"CYP"_s});
  QCOMPARE(file->rates.size(), std::size_t(3));
  QCOMPARE(file->rates[0].quote, currency("USD"));
  QCOMPARE(file->rates[0].day, day("2026-02-27"));
  QVERIFY(file->rates[0].rate == decimal("1.0842"));
  QCOMPARE(file->rates[2].day, day("2026-02-26"));
}

void TestExchangeRates::badCellsSayWhere_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<QString>("code");
  QTest::addColumn<int>("line"); ///< 0: of the file
  const auto row = [](const char *name, const QByteArray &text, const QString &code, int line) {
    QTest::newRow(name) << text << code << line;
  };
  row("no day", "USD,JPY\n1,2\n", u"rate.date_missing"_s, 0);
  row("no currency", "Date,Weather\n2026-01-01,1\n", u"rate.currency_missing"_s, 0);
  row("the base alone", "Date,EUR\n2026-01-01,1\n", u"rate.currency_missing"_s, 0);
  row("an empty file", "", u"csv.empty"_s, 0);
  row("a day that is none", "Date,USD\n2026-01-02,1\n2026-02-30,1\n", u"rate.date_invalid"_s, 3);
  row("letters", "Date,USD\n2026-01-02,abc\n", u"rate.invalid"_s, 2);
  row("zero", "Date,USD\n2026-01-02,0\n", u"rate.invalid"_s, 2);
  row("below zero", "Date,USD\n2026-01-02,-1.2\n", u"rate.invalid"_s, 2);
  row("endless", "Date,USD\n2026-01-02,1." + QByteArray(60, '1') + "\n", u"rate.invalid"_s, 2);
  row("more decimals", "Date,USD\n2026-01-02,0.0000000000001\n", u"rate.invalid"_s, 2);
  row("a day again", "Date,USD\n2026-01-02,1\n2026-01-03,1\n2026-01-02,2\n",
      u"rate.date_repeated"_s, 4);
  row("too many cells", "Date,USD\n2026-01-02,1,2\n", u"csv.cells"_s, 2);
}

void TestExchangeRates::badCellsSayWhere() {
  QFETCH(QByteArray, text);
  QFETCH(QString, code);
  QFETCH(int, line);
  const auto file = read(text);
  QCOMPARE(file.has_value(), line != 0);
  if (!file) {
    QCOMPARE(file.error().code, code);
    return;
  }
  QCOMPARE(file->errors.size(), std::size_t(1));
  QCOMPARE(file->errors[0].code, code);
  QCOMPARE(file->errors[0].place.line, line);
  QCOMPARE(file->errors[0].place.file, u"rates.csv"_s);
}

void TestExchangeRates::ANA_2_factorsAreExact_data() {
  QTest::addColumn<QString>("from");
  QTest::addColumn<QString>("to");
  QTest::addColumn<QString>("rate"); ///< empty: none
  QTest::addColumn<QString>("published");
  QTest::newRow("as published") << u"EUR"_s << u"USD"_s << u"1.25"_s << u"2026-02-27"_s;
  QTest::newRow("turned around") << u"USD"_s << u"EUR"_s << u"0.8"_s << u"2026-02-27"_s;
  QTest::newRow("over the base") << u"USD"_s << u"JPY"_s << u"120"_s << u"2026-02-26"_s;
  QTest::newRow("back over it") << u"KWD"_s << u"JPY"_s << u"400"_s << u"2026-02-26"_s;
  QTest::newRow("unknown") << u"USD"_s << u"CHF"_s << QString() << QString();
}

void TestExchangeRates::ANA_2_factorsAreExact() {
  QFETCH(QString, from);
  QFETCH(QString, to);
  QFETCH(QString, rate);
  QFETCH(QString, published);
  const auto factor = someRates().between(*Currency::parse(from), *Currency::parse(to));
  QCOMPARE(factor.has_value(), !rate.isEmpty());
  if (!factor)
    return;
  QVERIFY(factor->rate == *parseDecimal(rate));
  QCOMPARE(toIso(factor->day), published);
}

void TestExchangeRates::ANA_2_theLatestCounts() {
  const auto old = day("2024-01-02"), now = day("2026-02-27");
  const billing::RatesOfDay rates({{currency("USD"), currency("GBP"), old, decimal("0.5")},
                                   {currency("USD"), currency("EUR"), old, decimal("0.5")},
                                   {currency("EUR"), currency("USD"), now, decimal("1.25")},
                                   {currency("EUR"), currency("GBP"), now, decimal("0.875")}});
  const auto factor = rates.between(currency("USD"), currency("GBP"));
  QVERIFY(factor && factor->day == now);
  QVERIFY(factor->rate == decimal("0.7"));
  QVERIFY(rates.between(currency("USD"), currency("EUR"))->rate == decimal("0.8"));
}

void TestExchangeRates::ANA_2_oneFigureOrNone_data() {
  QTest::addColumn<QList<QPair<QString, qint64>>>("twelfths");
  QTest::addColumn<QString>("in");
  QTest::addColumn<qint64>("mrr"); ///< −1: none
  QTest::addColumn<qint64>("arr");
  using Amounts = QList<QPair<QString, qint64>>;
  QTest::newRow("nothing") << Amounts{} << u"USD"_s << 0LL << 0LL;
  QTest::newRow("its own") << Amounts{{u"USD"_s, 12 * 4'900}} << u"USD"_s << 4'900LL << 58'800LL;
  // 49.00 USD + 100.00 EUR × 1.25
  QTest::newRow("two") << Amounts{{u"USD"_s, 12 * 4'900}, {u"EUR"_s, 12 * 10'000}} << u"USD"_s
                       << 17'400LL << 208'800LL;
  // 3000 JPY ÷ 150 = 20.00 EUR: yen have no minor unit
  QTest::newRow("without minor units")
      << Amounts{{u"JPY"_s, 12 * 3'000}} << u"EUR"_s << 2'000LL << 24'000LL;
  // 1.500 KWD ÷ 0.375 = 4.00 EUR: dinars have three decimals
  QTest::newRow("three decimals") << Amounts{{u"KWD"_s, 12 * 1'500}} << u"EUR"_s << 400LL
                                  << 4'800LL;
  // 0.04 USD = 0.032 EUR and 0.01 USD = 0.008: rounded once, of the sum. A year of 0.05 USD = 0.48
  // EUR.
  QTest::newRow("rounded once") << Amounts{{u"USD"_s, 60}} << u"EUR"_s << 4LL << 48LL;
  QTest::newRow("one is missing") << Amounts{{u"USD"_s, 12}, {u"CHF"_s, 12}} << u"USD"_s << -1LL
                                  << -1LL;
  QTest::newRow("nothing of it is there")
      << Amounts{{u"USD"_s, 12}, {u"CHF"_s, 0}} << u"USD"_s << 1LL << 12LL;
}

void TestExchangeRates::ANA_2_oneFigureOrNone() {
  using Amounts = QList<QPair<QString, qint64>>;
  QFETCH(Amounts, twelfths);
  QFETCH(QString, in);
  QFETCH(qint64, mrr);
  QFETCH(qint64, arr);
  std::map<Currency, std::int64_t> amounts;
  for (const auto &[code, amount] : twelfths)
    amounts[*Currency::parse(code)] = amount;
  const auto reported = billing::reportIn(*Currency::parse(in), amounts, someRates());
  QCOMPARE(qint64(reported.mrr.value_or(-1)), mrr);
  QCOMPARE(qint64(reported.arr.value_or(-1)), arr);
  QCOMPARE(reported.missing.empty(), mrr >= 0);
}

void TestExchangeRates::ANA_2_aDayHasTheLastRateBeforeIt() {
  TestDatabase test(TestDatabase::Content::Migrated);
  const auto owner = test.connect(u"finance"_s), reader = test.connect(u"manager"_s);
  const VirtualClock clock(*parseInstant(u"2026-03-01T00:00:00Z"_s));
  store::Session session{*owner, clock, u"test"_s}, reading{*reader, clock, u"test"_s};
  const auto file =
      read("Date,USD,JPY\n2026-02-26,1.08,160\n2026-02-27,1.09,\n2026-03-02,1.1,170\n");
  QVERIFY(file);
  QCOMPARE(billing::recordRates(session, currency("EUR"), file->rates).value(), std::int64_t(5));
  const auto on = [&](const char *iso, const char *quote) {
    const auto rates = billing::ratesOn(reading, day(iso));
    const auto factor = rates->between(currency("EUR"), currency(quote));
    return factor ? formatDecimal(factor->rate, 4) + u' ' + toIso(factor->day) : QString();
  };
  QCOMPARE(on("2026-02-25", "USD"), QString());
  QCOMPARE(on("2026-02-26", "USD"), u"1.08 2026-02-26"_s);
  QCOMPARE(on("2026-03-01", "USD"), u"1.09 2026-02-27"_s); // a Sunday
  QCOMPARE(on("2026-03-01", "JPY"), u"160 2026-02-26"_s);
  QCOMPARE(on("2027-01-01", "JPY"), u"170 2026-03-02"_s);
}

void TestExchangeRates::whatIsKnownIsCorrected() {
  TestDatabase test(TestDatabase::Content::Migrated);
  const auto owner = test.connect(u"finance"_s);
  const VirtualClock clock(*parseInstant(u"2026-03-01T00:00:00Z"_s));
  store::Session session{*owner, clock, u"test"_s};
  const auto put = [&](const QByteArray &text) {
    return billing::recordRates(session, currency("EUR"), read(text)->rates).value();
  };
  QCOMPARE(put("Date,USD\n2026-02-26,1.08\n2026-02-27,1.09\n"), std::int64_t(2));
  QCOMPARE(put("Date,USD\n2026-02-26,1.08\n2026-02-27,1.10\n"), std::int64_t(1));
  QCOMPARE(put("Date,USD\n2026-02-26,1.080\n"), std::int64_t(0));
  const auto rates = billing::ratesOn(session, day("2026-02-27"));
  QVERIFY(rates->between(currency("EUR"), currency("USD"))->rate == decimal("1.1"));
}

QTEST_GUILESS_MAIN(TestExchangeRates)
#include "tst_exchange_rates.moc"
