// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/format.h"
#include <QTest>
#include <limits>

using namespace tenantry;
using namespace tenantry::ui;
using namespace Qt::StringLiterals;
using namespace std::chrono;

class TestFormat : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void money_data();
  void money();
  void numbers_data();
  void numbers();
  void deltasAreSignedAndRounded_data();
  void deltasAreSignedAndRounded();
  void days_data();
  void days();
  void instantsAreShownInTheirZone();
  void relativeTimes_data();
  void relativeTimes();
};

void TestFormat::money_data() {
  QTest::addColumn<qint64>("minor");
  QTest::addColumn<QString>("currency");
  QTest::addColumn<QLocale>("locale");
  QTest::addColumn<bool>("hidden");
  QTest::addColumn<QString>("expected");
  const QLocale us(u"en_US"_s), de(u"de_DE"_s);
  const auto row = [](const char *name, qint64 minor, const QString &code, const QLocale &locale,
                      const QString &expected, bool hidden = false) {
    QTest::newRow(name) << minor << code << locale << hidden << expected;
  };
  row("grouping", 118422040, u"USD"_s, us, u"$1,184,220.40"_s);
  row("negative has U+2212", -610, u"USD"_s, us, u"−$6.10"_s);
  row("zero", 0, u"USD"_s, us, u"$0.00"_s);
  row("less than a unit", 5, u"USD"_s, us, u"$0.05"_s);
  row("German euro", 118422040, u"EUR"_s, de, u"1.184.220,40\u00A0€"_s);
  row("German negative", -123456, u"EUR"_s, de, u"−1.234,56\u00A0€"_s);
  row("dollars in German", 199900, u"USD"_s, de, u"1.999,00\u00A0$"_s);
  row("euro in English", 199900, u"EUR"_s, us, u"€1,999.00"_s);
  row("no minor units", 1234567, u"JPY"_s, us, u"¥1,234,567"_s);
  row("negative yen", -500, u"JPY"_s, de, u"−500\u00A0¥"_s);
  row("three digits", 1234567, u"KWD"_s, us, u"KWD\u00A01,234.567"_s);
  row("code without a symbol", 1200, u"CHF"_s, us, u"CHF\u00A012.00"_s);
  row("hidden cents round", 2864050, u"USD"_s, us, u"$28,641"_s, true);
  row("hidden cents round away from zero", -2864050, u"USD"_s, us, u"−$28,641"_s, true);
  row("hidden cents of nearly zero have no sign", -10, u"USD"_s, us, u"$0"_s, true);
  row("largest", std::numeric_limits<qint64>::max(), u"USD"_s, us, u"$92,233,720,368,547,758.07"_s);
  row("smallest", std::numeric_limits<qint64>::min(), u"USD"_s, us,
      u"−$92,233,720,368,547,758.08"_s);
}

void TestFormat::money() {
  QFETCH(qint64, minor);
  QFETCH(QString, currency);
  QFETCH(QLocale, locale);
  QFETCH(bool, hidden);
  QFETCH(QString, expected);
  const Money amount(minor, *Currency::parse(currency));
  QCOMPARE(formatMoney(amount, locale, hidden ? MinorUnits::Hidden : MinorUnits::Shown), expected);
}

void TestFormat::numbers_data() {
  QTest::addColumn<qint64>("number");
  QTest::addColumn<QString>("english");
  QTest::addColumn<QString>("german");
  QTest::newRow("zero") << qint64(0) << u"0"_s << u"0"_s;
  QTest::newRow("grouped") << qint64(1284567) << u"1,284,567"_s << u"1.284.567"_s;
  QTest::newRow("negative") << qint64(-1284) << u"−1,284"_s << u"−1.284"_s;
}

void TestFormat::numbers() {
  QFETCH(qint64, number);
  QTEST(formatNumber(number, QLocale(u"en_US"_s)), "english");
  QTEST(formatNumber(number, QLocale(u"de_DE"_s)), "german");
}

void TestFormat::deltasAreSignedAndRounded_data() {
  QTest::addColumn<double>("percent");
  QTest::addColumn<QString>("english");
  QTest::addColumn<QString>("german");
  QTest::newRow("up") << 8.12 << u"+8.1%"_s << u"+8,1\u00A0%"_s;
  QTest::newRow("down") << -6.1 << u"−6.1%"_s << u"−6,1\u00A0%"_s;
  QTest::newRow("zero") << 0.0 << u"0.0%"_s << u"0,0\u00A0%"_s;
  QTest::newRow("rounds to zero, so no sign") << -0.04 << u"0.0%"_s << u"0,0\u00A0%"_s;
  QTest::newRow("grouped") << 1312.4 << u"+1,312.4%"_s << u"+1.312,4\u00A0%"_s;
}

void TestFormat::deltasAreSignedAndRounded() {
  QFETCH(double, percent);
  QTEST(formatDelta(percent, QLocale(u"en_US"_s)), "english");
  QTEST(formatDelta(percent, QLocale(u"de_DE"_s)), "german");
}

void TestFormat::days_data() {
  QTest::addColumn<QLocale>("locale");
  QTest::addColumn<QString>("day");
  QTest::addColumn<QString>("axis");
  QTest::newRow("en_US") << QLocale(u"en_US"_s) << u"02 Jan 2027"_s << u"2 Jan"_s;
  QTest::newRow("de_DE") << QLocale(u"de_DE"_s) << u"02.01.2027"_s << u"2. Jan."_s;
  QTest::newRow("fr_FR") << QLocale(u"fr_FR"_s) << u"02/01/2027"_s << u"2 janv."_s;
}

void TestFormat::days() {
  QFETCH(QLocale, locale);
  const LocalDay day{local_days(year(2027) / 1 / 2)};
  QTEST(formatDay(day, locale), "day");
  QTEST(formatAxisDay(day, locale), "axis");
}

void TestFormat::instantsAreShownInTheirZone() {
  const Instant late = sys_days(year(2026) / 12 / 31) + hours(23) + minutes(5);
  const QLocale us(u"en_US"_s), de(u"de_DE"_s);
  QCOMPARE(formatInstant(late, Zone(), de), u"31.12.2026, 23:05"_s);
  QCOMPARE(formatInstant(late, *Zone::find(u"Europe/Berlin"), de), u"01.01.2027, 00:05"_s);
  QCOMPARE(formatInstant(late, Zone(), us), u"31 Dec 2026, 11:05 PM"_s);
}

void TestFormat::relativeTimes_data() {
  QTest::addColumn<qint64>("seconds");
  QTest::addColumn<QString>("expected");
  QTest::newRow("now") << qint64(0) << u"just now"_s;
  QTest::newRow("59 s") << qint64(-59) << u"just now"_s;
  QTest::newRow("minutes") << qint64(-24 * 60) << u"24 min ago"_s;
  QTest::newRow("hours") << qint64(-23 * 3600 - 59) << u"23 h ago"_s;
  QTest::newRow("a day") << qint64(-24 * 3600) << u"22 Nov 2026"_s;
  QTest::newRow("soon") << qint64(30) << u"in a moment"_s;
  QTest::newRow("ahead") << qint64(3 * 3600) << u"in 3 h"_s;
  QTest::newRow("tomorrow") << qint64(24 * 3600) << u"24 Nov 2026"_s;
}

void TestFormat::relativeTimes() {
  QFETCH(qint64, seconds);
  const Instant now = sys_days(year(2026) / 11 / 23) + hours(12);
  QTEST(formatRelative(now + std::chrono::seconds(seconds), now, Zone(), QLocale(u"en_US"_s)),
        "expected");
}

QTEST_GUILESS_MAIN(TestFormat)
#include "tst_format.moc"
