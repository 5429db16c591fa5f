// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/documents/document_locale.h"
#include "tests/services/documents/day.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::documents;
using namespace std::chrono_literals;
using tenantry::tests::day;

namespace {} // namespace

class TstDocumentLocale : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void writesDatesInTheFormOfLanguageAndCountry_data();
  void writesDatesInTheFormOfLanguageAndCountry();
  void writesMoneyExactly_data();
  void writesMoneyExactly();
  void writesPricesAndQuantitiesAsAmounts_data();
  void writesPricesAndQuantitiesAsAmounts();
  void namesCountriesInTheLanguage_data();
  void namesCountriesInTheLanguage();
  void periodsNameTheirLastDay();
  void everyWordExistsInBothLanguages();
  void choosesThePaperOfTheCountry();
};

void TstDocumentLocale::writesDatesInTheFormOfLanguageAndCountry_data() {
  QTest::addColumn<QString>("language");
  QTest::addColumn<QString>("country");
  QTest::addColumn<QString>("date");
  QTest::newRow("BILL-8 German") << u"de"_s << u"DE"_s << u"3. November 2026"_s;
  QTest::newRow("BILL-8 German abroad") << u"de"_s << u"US"_s << u"3. November 2026"_s;
  QTest::newRow("BILL-8 American") << u"en"_s << u"US"_s << u"November 3, 2026"_s;
  QTest::newRow("BILL-8 British") << u"en"_s << u"GB"_s << u"3 November 2026"_s;
  QTest::newRow("English in Germany") << u"en"_s << u"DE"_s << u"3 November 2026"_s;
  QTest::newRow("English in Japan") << u"en"_s << u"JP"_s << u"3 November 2026"_s;
  QTest::newRow("no country") << u"en"_s << QString() << u"3 November 2026"_s;
  QTest::newRow("unknown language") << u"tlh"_s << u"GB"_s << u"3 November 2026"_s;
}

void TstDocumentLocale::writesDatesInTheFormOfLanguageAndCountry() {
  QFETCH(QString, language);
  QFETCH(QString, country);
  QTEST(DocumentLocale(language, country).date(day(2026, 11, 3)), "date");
}

void TstDocumentLocale::writesMoneyExactly_data() {
  QTest::addColumn<QString>("language");
  QTest::addColumn<QString>("country");
  QTest::addColumn<qint64>("minor");
  QTest::addColumn<QString>("currency");
  QTest::addColumn<QString>("amount");
  QTest::addColumn<QString>("money");
  const auto row = [](const char *name, QStringView language, QStringView country, qint64 minor,
                      QStringView currency, QStringView amount, QStringView money) {
    QTest::newRow(name) << language.toString() << country.toString() << minor << currency.toString()
                        << amount.toString() << money.toString();
  };
  row("American dollars", u"en", u"US", 123456, u"USD", u"1,234.56", u"$1,234.56");
  row("German euros", u"de", u"DE", 123456, u"EUR", u"1.234,56", u"1.234,56\u00a0€");
  row("negative", u"en", u"US", -5, u"USD", u"\u22120.05", u"\u2212$0.05");
  row("negative German", u"de", u"DE", -123, u"EUR", u"\u22121,23", u"\u22121,23\u00a0€");
  row("code", u"en", u"GB", 100, u"CHF", u"1.00", u"CHF\u00a01.00");
  row("no minor units", u"en", u"JP", 1234567, u"JPY", u"1,234,567", u"¥1,234,567");
  row("three places", u"en", u"US", 1234567, u"KWD", u"1,234.567", u"KWD\u00a01,234.567");
  row("zero", u"de", u"AT", 0, u"EUR", u"0,00", u"0,00\u00a0€");
  row("beyond a double", u"en", u"US", 9007199254740993, u"USD", u"90,071,992,547,409.93",
      u"$90,071,992,547,409.93");
  row("least", u"en", u"US", std::numeric_limits<qint64>::min(), u"USD",
      u"\u221292,233,720,368,547,758.08", u"\u2212$92,233,720,368,547,758.08");
}

void TstDocumentLocale::writesMoneyExactly() {
  QFETCH(QString, language);
  QFETCH(QString, country);
  QFETCH(qint64, minor);
  QFETCH(QString, currency);
  const DocumentLocale locale(language, country);
  const Money money(minor, *Currency::parse(currency));
  QTEST(locale.amount(money), "amount");
  QTEST(locale.money(money), "money");
}

void TstDocumentLocale::writesPricesAndQuantitiesAsAmounts_data() {
  QTest::addColumn<QString>("language");
  QTest::addColumn<QString>("country");
  QTest::addColumn<QString>("currency");
  QTest::addColumn<QString>("exact"); ///< a quantity, and a price in minor units
  QTest::addColumn<QString>("unitPrice");
  QTest::addColumn<QString>("decimal");
  const auto row = [](const char *name, QStringView language, QStringView country,
                      QStringView currency, QStringView exact, QStringView unitPrice,
                      QStringView decimal) {
    QTest::newRow(name) << language.toString() << country.toString() << currency.toString()
                        << exact.toString() << unitPrice.toString() << decimal.toString();
  };
  row("BILL-8 German", u"de", u"DE", u"EUR", u"199000", u"1.990,00", u"199.000");
  row("BILL-8 German, finer", u"de", u"DE", u"EUR", u"1234567.5", u"12.345,675", u"1.234.567,5");
  row("BILL-8 American", u"en", u"US", u"USD", u"0.42", u"0.0042", u"0.42");
  row("BILL-8 Swiss", u"de", u"CH", u"CHF", u"123456.7", u"1’234.567", u"123’456.7");
  row("BILL-8 Austrian", u"de", u"AT", u"EUR", u"1234567", u"12\u00a0345,67",
      u"1\u00a0234\u00a0567");
  row("BILL-8 Indian", u"en", u"IN", u"INR", u"1234567890", u"1,23,45,678.90", u"1,23,45,67,890");
  row("no minor units", u"en", u"JP", u"JPY", u"1234.5", u"1,234.5", u"1,234.5");
  row("three places", u"de", u"DE", u"KWD", u"1234500", u"1.234,500", u"1.234.500");
  row("below zero", u"de", u"DE", u"EUR", u"-150", u"\u22121,50", u"\u2212150");
  row("beyond a double", u"en", u"US", u"USD", u"9007199254740993.5", u"90,071,992,547,409.935",
      u"9,007,199,254,740,993.5");
  row("nothing", u"de", u"DE", u"EUR", u"0", u"0,00", u"0");
}

void TstDocumentLocale::writesPricesAndQuantitiesAsAmounts() {
  QFETCH(QString, language);
  QFETCH(QString, country);
  QFETCH(QString, currency);
  QFETCH(QString, exact);
  const DocumentLocale locale(language, country);
  const auto value = *parseDecimal(exact);
  QTEST(locale.unitPrice(value, *Currency::parse(currency)), "unitPrice");
  QTEST(locale.decimal(value), "decimal");
}

void TstDocumentLocale::namesCountriesInTheLanguage_data() {
  QTest::addColumn<QString>("language");
  QTest::addColumn<QString>("code");
  QTest::addColumn<QString>("name");
  QTest::newRow("BILL-8 German") << u"de"_s << u"DE"_s << u"Deutschland"_s;
  QTest::newRow("BILL-8 German of where it is not spoken") << u"de"_s << u"FR"_s << u"Frankreich"_s;
  QTest::newRow("BILL-8 English") << u"en"_s << u"DE"_s << u"Germany"_s;
  QTest::newRow("no country") << u"de"_s << u"ZZ"_s << u"ZZ"_s;
}

void TstDocumentLocale::namesCountriesInTheLanguage() {
  QFETCH(QString, language);
  QFETCH(QString, code);
  QTEST(DocumentLocale(language, code).country(code), "name");
}

void TstDocumentLocale::periodsNameTheirLastDay() {
  const DayRange month{day(2026, 11, 1), day(2026, 12, 1)};
  QCOMPARE(DocumentLocale(u"de"_s, u"DE"_s).period(month), u"01.11.2026 – 30.11.2026"_s);
  QCOMPARE(DocumentLocale(u"en"_s, u"US"_s).period(month), u"Nov 1, 2026 – Nov 30, 2026"_s);
  QCOMPARE(DocumentLocale(u"en"_s, u"GB"_s).period(month), u"1 Nov 2026 – 30 Nov 2026"_s);
  QCOMPARE(DocumentLocale(u"en"_s, u"GB"_s).period({day(2026, 11, 1), day(2026, 11, 2)}),
           u"1 Nov 2026"_s);
}

void TstDocumentLocale::everyWordExistsInBothLanguages() {
  for (const auto &language : {u"en"_s, u"de"_s}) {
    const DocumentWords &words = DocumentLocale(language, u"DE"_s).words();
    const auto *first = &words.invoice;
    const auto *last = &words.uncollectible;
    for (const QString *word = first; word <= last; ++word)
      QVERIFY2(!word->isEmpty(), qPrintable(u"%1 %2"_s.arg(language).arg(word - first)));
  }
}

void TstDocumentLocale::choosesThePaperOfTheCountry() {
  QVERIFY(usesLetterPaper(u"US"_s));
  QVERIFY(usesLetterPaper(u"CA"_s));
  QVERIFY(!usesLetterPaper(u"DE"_s));
  QVERIFY(!usesLetterPaper(QString()));
}

QTEST_GUILESS_MAIN(TstDocumentLocale)
#include "tst_document_locale.moc"
