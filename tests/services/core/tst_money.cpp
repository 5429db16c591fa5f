// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/money.h"

#include <QTest>
#include <limits>

using namespace Qt::StringLiterals;
using namespace tenantry;

namespace {

Currency currency(QStringView code) { return Currency::parse(code).value(); }

constexpr std::int64_t kMax = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t kMin = std::numeric_limits<std::int64_t>::min();

} // namespace

class TestMoney : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void knowsCurrencies_data();
  void knowsCurrencies();
  void refusesUnknownCurrencies_data();
  void refusesUnknownCurrencies();
  void reads_data();
  void reads();
  void refuses_data();
  void refuses();
  void readsWhatItWrites_data();
  void readsWhatItWrites();
  void arithmeticIsChecked();
  void comparesWithinACurrency();
};

void TestMoney::knowsCurrencies_data() {
  QTest::addColumn<QString>("code");
  QTest::addColumn<int>("digits");
  QTest::newRow("EUR") << u"EUR"_s << 2;
  QTest::newRow("lower case") << u"usd"_s << 2;
  QTest::newRow("JPY") << u"JPY"_s << 0;
  QTest::newRow("HUF") << u"HUF"_s << 2;
  QTest::newRow("ISK") << u"ISK"_s << 0;
  QTest::newRow("KWD") << u"KWD"_s << 3;
  QTest::newRow("CLF") << u"CLF"_s << 4;
  QTest::newRow("first of a list") << u"AED"_s << 2;
  QTest::newRow("last of a list") << u"ZWG"_s << 2;
}

void TestMoney::knowsCurrencies() {
  QFETCH(QString, code);
  QFETCH(int, digits);
  QCOMPARE(currency(code).code(), code.toUpper());
  QCOMPARE(currency(code).minorDigits(), digits);
}

void TestMoney::refusesUnknownCurrencies_data() {
  QTest::addColumn<QString>("code");
  for (const char16_t *code : {u"", u"EU", u"EURO", u"ABC", u"XXX", u"XAU", u"€€€", u"D E", u"ED "})
    QTest::addRow("[%s]", qPrintable(QString::fromUtf16(code))) << QString::fromUtf16(code);
}

void TestMoney::refusesUnknownCurrencies() {
  QFETCH(QString, code);
  const auto result = Currency::parse(code);
  QVERIFY(!result);
  QCOMPARE(result.error().code, u"currency.unknown"_s);
}

void TestMoney::reads_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<QString>("code");
  QTest::addColumn<qint64>("minor");
  const auto row = [](const char16_t *text, const char16_t *code, qint64 minor) {
    QTest::addRow("%s %s", qPrintable(QString::fromUtf16(text)),
                  qPrintable(QString::fromUtf16(code)))
        << QString::fromUtf16(text) << QString::fromUtf16(code) << minor;
  };
  row(u"199.00", u"USD", 19900);
  row(u"199,00", u"EUR", 19900);
  row(u"1.234,56", u"EUR", 123456);
  row(u"1,234.56", u"USD", 123456);
  row(u"1,234,567.8", u"USD", 123456780);
  row(u"1,234,567", u"USD", 123456700);
  row(u"1.234.567", u"EUR", 123456700);
  row(u"1234,5", u"EUR", 123450);
  row(u"-3", u"EUR", -300);
  row(u"-0.01", u"EUR", -1);
  row(u"-0", u"EUR", 0);
  row(u" 7 ", u"EUR", 700);
  row(u"0", u"JPY", 0);
  row(u"12345", u"JPY", 12345);
  row(u"1,234,567", u"JPY", 1234567);
  row(u"1.234", u"KWD", 1234);
  row(u"1234,567", u"KWD", 1234567);
  row(u"1.234,567", u"KWD", 1234567);
  row(u"1.2345", u"CLF", 12345);
  row(u"92233720368547758.07", u"USD", kMax);
}

void TestMoney::reads() {
  QFETCH(QString, text);
  QFETCH(QString, code);
  QFETCH(qint64, minor);
  const auto money = Money::parseMajor(text, currency(code));
  QVERIFY2(money, qPrintable(money ? QString() : money.error().toString()));
  QCOMPARE(money->minor(), minor);
  QVERIFY(money->currency() == currency(code));
}

void TestMoney::refuses_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<QString>("code");
  const auto row = [](const char16_t *text, const char16_t *code) {
    QTest::addRow("[%s] %s", qPrintable(QString::fromUtf16(text)),
                  qPrintable(QString::fromUtf16(code)))
        << QString::fromUtf16(text) << QString::fromUtf16(code);
  };
  for (const char16_t *text : {u"",
                               u"-",
                               u"abc",
                               u"1.2.3",
                               u"1,2,3",
                               u".5",
                               u"5.",
                               u"--1",
                               u"+1",
                               u"1e3",
                               u"1 000",
                               u"12,34.56",
                               u"1,234.567",
                               u"1.234,567",
                               u"1,234",
                               u"1.234",
                               u"0.001",
                               u"1,2345.00",
                               u"0,123.00",
                               u"1,234,56",
                               u"1,234.5,6",
                               u"$5",
                               u"5 EUR",
                               u"١٢",
                               u"1..2",
                               u"1.,2",
                               u"92233720368547758.08",
                               u"99999999999999999999"})
    row(text, u"EUR");
  row(u"1.5", u"JPY");
  row(u"1.0", u"JPY");
  row(u"1,234", u"JPY");
  row(u"1,234", u"KWD");
  row(u"1.2345", u"KWD");
}

void TestMoney::refuses() {
  QFETCH(QString, text);
  QFETCH(QString, code);
  const auto money = Money::parseMajor(text, currency(code));
  QVERIFY2(!money, qPrintable(money ? money->toString() : QString()));
  QCOMPARE(money.error().code, u"amount.invalid"_s);
}

void TestMoney::readsWhatItWrites_data() {
  QTest::addColumn<qint64>("minor");
  QTest::addColumn<QString>("code");
  QTest::addColumn<QString>("text");
  QTest::newRow("two digits") << qint64{19900} << u"USD"_s << u"199.00 USD"_s;
  QTest::newRow("less than one") << qint64{-5} << u"EUR"_s << u"-0.05 EUR"_s;
  QTest::newRow("no digits") << qint64{-1200} << u"JPY"_s << u"-1200 JPY"_s;
  QTest::newRow("three digits") << qint64{1234} << u"KWD"_s << u"1.234 KWD"_s;
  QTest::newRow("greatest") << qint64{kMax} << u"EUR"_s << u"92233720368547758.07 EUR"_s;
  QTest::newRow("zero") << qint64{0} << u"EUR"_s << u"0.00 EUR"_s;
}

void TestMoney::readsWhatItWrites() {
  QFETCH(qint64, minor);
  QFETCH(QString, code);
  QFETCH(QString, text);
  const Money money(minor, currency(code));
  QCOMPARE(money.toString(), text);
  QVERIFY(Money::parseMajor(money.majorString(), currency(code)).value() == money);
}

void TestMoney::arithmeticIsChecked() {
  const Money one(100, currency(u"EUR"));
  const Money greatest(kMax, currency(u"EUR"));
  const Money least(kMin, currency(u"EUR"));
  QCOMPARE((one + one - -one).minor(), std::int64_t{300});
  QVERIFY_THROWS_EXCEPTION(ProgrammingError, (void)(greatest + one));
  QVERIFY_THROWS_EXCEPTION(ProgrammingError, (void)(least - one));
  QVERIFY_THROWS_EXCEPTION(ProgrammingError, (void)-least);
  QVERIFY_THROWS_EXCEPTION(ProgrammingError, (void)(one + Money(1, currency(u"USD"))));
  QVERIFY_THROWS_EXCEPTION(ProgrammingError, (void)checkedMultiply(kMax, 2));
  QCOMPARE(checkedMultiply(-3, 4), std::int64_t{-12});
  QCOMPARE(checkedAdd(-3, 4), std::int64_t{1});
  QCOMPARE(least.majorString(), u"-92233720368547758.08"_s);
}

void TestMoney::comparesWithinACurrency() {
  QVERIFY(Money(1, currency(u"EUR")) < Money(2, currency(u"EUR")));
  QVERIFY(!(Money(1, currency(u"EUR")) == Money(1, currency(u"USD"))));
  QVERIFY_THROWS_EXCEPTION(ProgrammingError,
                           (void)(Money(1, currency(u"EUR")) < Money(2, currency(u"USD"))));
}

QTEST_APPLESS_MAIN(TestMoney)
#include "tst_money.moc"
