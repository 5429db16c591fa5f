// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/clock.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono;
using namespace tenantry;

class TestClock : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void virtualClockStandsStill();
  void systemClockIsThatOfTheMachine();
  void readsInstants_data();
  void readsInstants();
  void refusesInstants_data();
  void refusesInstants();
  void readsDays();
  void refusesDays_data();
  void refusesDays();
};

void TestClock::virtualClockStandsStill() {
  VirtualClock clock(Instant{});
  QCOMPARE(toIso(clock.now()), u"1970-01-01T00:00:00Z"_s);
  clock.set(parseInstant(u"2026-01-31T09:00:00Z").value());
  QCOMPARE(toIso(clock.now()), u"2026-01-31T09:00:00Z"_s);
}

void TestClock::systemClockIsThatOfTheMachine() {
  const auto before = floor<microseconds>(system_clock::now());
  const Instant now = SystemClock().now();
  QVERIFY(before <= now && now <= system_clock::now());
}

void TestClock::readsInstants_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<QString>("iso");
  const auto row = [](const char16_t *text, const char16_t *iso) {
    QTest::newRow(qPrintable(QString::fromUtf16(text)))
        << QString::fromUtf16(text) << QString::fromUtf16(iso);
  };
  row(u"2026-01-31T09:00:00Z", u"2026-01-31T09:00:00Z");
  row(u"2026-01-31t09:00:00z", u"2026-01-31T09:00:00Z");
  row(u"2026-01-31T09:00:00+01:00", u"2026-01-31T08:00:00Z");
  row(u"2026-01-31T23:30:00-05:45", u"2026-02-01T05:15:00Z");
  row(u"2026-01-31T09:00:00.5Z", u"2026-01-31T09:00:00.5Z");
  row(u"2026-01-31T09:00:00.000001Z", u"2026-01-31T09:00:00.000001Z");
  row(u"2026-01-31T09:00:00.120000Z", u"2026-01-31T09:00:00.12Z");
  row(u"2026-01-31T09:00:00.1234567891Z", u"2026-01-31T09:00:00.123456Z");
  row(u"1969-12-31T23:59:59.999999Z", u"1969-12-31T23:59:59.999999Z");
  row(u"0001-01-01T00:00:00Z", u"0001-01-01T00:00:00Z");
}

void TestClock::readsInstants() {
  QFETCH(QString, text);
  QFETCH(QString, iso);
  QCOMPARE(toIso(parseInstant(text).value()), iso);
}

void TestClock::refusesInstants_data() {
  QTest::addColumn<QString>("text");
  for (const char *text :
       {"", "2026-01-31", "2026-01-31T09:00:00", "2026-01-31 09:00:00Z", "2026-02-29T09:00:00Z",
        "2026-01-31T24:00:00Z", "2026-01-31T09:60:00Z", "2026-01-31T09:00:60Z",
        "2026-01-31T09:00:00.Z", "2026-01-31T09:00Z", "2026-01-31T09:00:00Zx",
        "2026-01-31T09:00:00+0100", "2026-01-31T09:00:00+24:00", "26-01-31T09:00:00Z",
        "0000-01-01T00:00:00Z", " 2026-01-31T09:00:00Z", "2026-1-31T09:00:00Z"})
    QTest::addRow("[%s]", text) << QString::fromLatin1(text);
}

void TestClock::refusesInstants() {
  QFETCH(QString, text);
  const auto instant = parseInstant(text);
  QVERIFY(!instant);
  QCOMPARE(instant.error().code, u"time.invalid"_s);
}

void TestClock::readsDays() {
  QCOMPARE(toIso(parseDay(u"2024-02-29").value()), u"2024-02-29"_s);
  QCOMPARE(toIso(parseDay(u"9999-12-31").value()), u"9999-12-31"_s);
  QVERIFY(parseDay(u"1970-01-02").value() == LocalDay(days{1}));
}

void TestClock::refusesDays_data() {
  QTest::addColumn<QString>("text");
  for (const char *text :
       {"", "2026-02-29", "2026-13-01", "2026-00-01", "2026-01-00", "2026-1-1", "01.02.2026",
        "2026-01-01T00:00:00Z", "2026/01/01", "-026-01-01", "2026-01-01 "})
    QTest::addRow("[%s]", text) << QString::fromLatin1(text);
}

void TestClock::refusesDays() {
  QFETCH(QString, text);
  const auto day = parseDay(text);
  QVERIFY(!day);
  QCOMPARE(day.error().code, u"date.invalid"_s);
}

QTEST_APPLESS_MAIN(TestClock)
#include "tst_clock.moc"
