// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/country.h"

#include <QLocale>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;

class TestCountry : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void knowsAssignedCodesOnly();
  void parsesAnyCase();
  void everyOneHasItsNames();
};

void TestCountry::knowsAssignedCodesOnly() {
  int count = 0;
  for (char16_t first = u'A'; first <= u'Z'; ++first)
    for (char16_t second = u'A'; second <= u'Z'; ++second)
      count += Country::isValid(QString(QChar(first)) + QChar(second)) ? 1 : 0;
  QCOMPARE(count, 249);
  for (const char16_t *code : {u"AD", u"DE", u"GB", u"ZW"})
    QVERIFY(Country::isValid(code));
  for (const char16_t *code : {u"", u"D", u"DEU", u"UK", u"EU", u"XK", u"de", u"Ü1"})
    QVERIFY(!Country::isValid(code));
}

void TestCountry::parsesAnyCase() {
  QCOMPARE(Country::parse(u" de ").value().code(), u"DE"_s);
  QCOMPARE(Country::parse(u"UK").error().code, u"country.unknown"_s);
}

void TestCountry::everyOneHasItsNames() {
  const QLocale german(QLocale::German), english(QLocale::English), french(QLocale::French);
  QSet<QString> names;
  for (char16_t first = u'A'; first <= u'Z'; ++first)
    for (char16_t second = u'A'; second <= u'Z'; ++second) {
      const auto code = QString(QChar(first)) + QChar(second);
      if (!Country::isValid(code))
        continue;
      QVERIFY2(countryName(code, german) != code, qPrintable(code));
      QVERIFY2(countryName(code, english) != code, qPrintable(code));
      names += countryName(code, german);
    }
  QCOMPARE(names.size(), 249);
  QCOMPARE(countryName(u"AT"_s, german), u"Österreich"_s);
  QCOMPARE(countryName(u"US"_s, german), u"Vereinigte Staaten"_s);
  QCOMPARE(countryName(u"AT"_s, english), u"Austria"_s);
  QCOMPARE(countryName(u"FR"_s, french), u"France"_s);
  QCOMPARE(countryName(u"AT"_s, french), u"Austria"_s);
  QCOMPARE(countryName(u"ZZ"_s, german), u"ZZ"_s);
}

QTEST_APPLESS_MAIN(TestCountry)
#include "tst_country.moc"
