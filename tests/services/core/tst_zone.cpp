// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/zone.h"
#include "tests/services/core/billing_cases.h"

#include <QRegularExpression>
#include <QTimeZone>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono;
using namespace tenantry;

namespace {

Zone zoneOf(QStringView id) { return Zone::find(id).value(); }

QString midnightOf(QStringView zone, QStringView day) {
  return toIso(zoneOf(zone).midnight(parseDay(day).value()));
}

/// Every zone that the system knows under an IANA name.
std::vector<Zone> allZones() {
  std::vector<Zone> zones;
  for (const QByteArray &id : QTimeZone::availableTimeZoneIds())
    if (!id.startsWith("UTC+") && !id.startsWith("UTC-"))
      zones.push_back(zoneOf(QString::fromUtf8(id)));
  return zones;
}

constexpr LocalDay kFirst{year{2000} / 1 / 1};
constexpr LocalDay kLast{year{2037} / 12 / 31};

} // namespace

class TestZone : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void findsIanaNames_data();
  void findsIanaNames();
  void refusesOtherNames_data();
  void refusesOtherNames();
  void defaultIsUtc();
  void midnights_data();
  void midnights();
  void wallTimes_data();
  void wallTimes();
  void everyMidnightOfEveryZoneBeginsItsDay();
  void offsetsAreThoseOfTheTimeZoneDatabase();
  void wallTimesComeBack();
  void isThreadSafe();
  void goldenMidnights_data();
  void goldenMidnights();
  void goldenUsageMidnights_data();
  void goldenUsageMidnights();
  void goldenDays_data();
  void goldenDays();
  void goldenWallTimes_data();
  void goldenWallTimes();
};

void TestZone::findsIanaNames_data() {
  QTest::addColumn<QString>("id");
  for (const char *id :
       {"UTC", "Europe/Berlin", "America/Argentina/Buenos_Aires", "Etc/GMT+8", "US/Pacific"})
    QTest::newRow(id) << QString::fromLatin1(id);
}

void TestZone::findsIanaNames() {
  QFETCH(QString, id);
  const auto zone = Zone::find(id);
  QVERIFY2(zone, qPrintable(zone ? QString() : zone.error().toString()));
  QCOMPARE(zone->id(), id);
  QVERIFY(*zone == zoneOf(id));
}

void TestZone::refusesOtherNames_data() {
  QTest::addColumn<QString>("id");
  for (const char *id :
       {"", "Mars/Olympus", "UTC+01:00", "UTC-3", "posix/Europe/Berlin", "right/Europe/Berlin",
        "../../etc/passwd", "CET-1CEST,M3.5.0,M10.5.0/3", "localtime", "EST5"})
    QTest::addRow("[%s]", id) << QString::fromLatin1(id);
}

void TestZone::refusesOtherNames() {
  QFETCH(QString, id);
  const auto zone = Zone::find(id);
  QVERIFY(!zone);
  QCOMPARE(zone.error().code, u"time_zone.unknown"_s);
}

void TestZone::defaultIsUtc() {
  QCOMPARE(Zone().id(), u"UTC"_s);
  QCOMPARE(toIso(Zone().midnight(kFirst)), u"2000-01-01T00:00:00Z"_s);
  QVERIFY(Zone() == zoneOf(u"UTC"));
  QVERIFY(!(Zone() == zoneOf(u"Europe/London")));
}

void TestZone::midnights_data() {
  QTest::addColumn<QString>("zone");
  QTest::addColumn<QString>("day");
  QTest::addColumn<QString>("instant");
  QTest::newRow("plain") << u"Europe/Berlin"_s << u"2026-01-31"_s << u"2026-01-30T23:00:00Z"_s;
  QTest::newRow("day that does not exist: begins where the next one does")
      << u"Pacific/Apia"_s << u"2011-12-30"_s << u"2011-12-30T10:00:00Z"_s;
  QTest::newRow("the day after it")
      << u"Pacific/Apia"_s << u"2011-12-31"_s << u"2011-12-30T10:00:00Z"_s;
  QTest::newRow("the day before it")
      << u"Pacific/Apia"_s << u"2011-12-29"_s << u"2011-12-29T10:00:00Z"_s;
  QTest::newRow("skipped midnight moves forward")
      << u"America/Sao_Paulo"_s << u"2018-11-04"_s << u"2018-11-04T03:00:00Z"_s;
  QTest::newRow("hour before midnight twice")
      << u"America/Sao_Paulo"_s << u"2018-02-18"_s << u"2018-02-18T03:00:00Z"_s;
  QTest::newRow("midnight twice: the earlier")
      << u"America/Havana"_s << u"2026-11-01"_s << u"2026-11-01T04:00:00Z"_s;
  QTest::newRow("skipped midnight, Havana")
      << u"America/Havana"_s << u"2026-03-08"_s << u"2026-03-08T05:00:00Z"_s;
  QTest::newRow("gap that begins before midnight: its end, not the offset from before")
      << u"America/Toronto"_s << u"1919-03-31"_s << u"1919-03-31T04:30:00Z"_s;
  QTest::newRow("half an hour of summer time")
      << u"Australia/Lord_Howe"_s << u"2026-04-06"_s << u"2026-04-05T13:30:00Z"_s;
  QTest::newRow("before half an hour of summer time")
      << u"Australia/Lord_Howe"_s << u"2026-04-05"_s << u"2026-04-04T13:00:00Z"_s;
  QTest::newRow("clock back at one minute past midnight: the earlier")
      << u"America/St_Johns"_s << u"2010-11-07"_s << u"2010-11-07T02:30:00Z"_s;
  QTest::newRow("long after the tables of today")
      << u"Europe/Berlin"_s << u"2090-07-01"_s << u"2090-06-30T22:00:00Z"_s;
  QTest::newRow("local mean time")
      << u"Europe/Berlin"_s << u"1890-01-01"_s << u"1889-12-31T23:00:00Z"_s;
}

void TestZone::midnights() {
  QFETCH(QString, zone);
  QFETCH(QString, day);
  QFETCH(QString, instant);
  QCOMPARE(midnightOf(zone, day), instant);
}

void TestZone::wallTimes_data() {
  QTest::addColumn<QString>("zone");
  QTest::addColumn<QString>("day");
  QTest::addColumn<int>("minute");
  QTest::addColumn<QString>("instant");
  QTest::newRow("plain") << u"Asia/Kathmandu"_s << u"2026-01-01"_s << 9 * 60
                         << u"2026-01-01T03:15:00Z"_s;
  QTest::newRow("gap: offset from before")
      << u"Europe/Berlin"_s << u"2026-03-29"_s << 150 << u"2026-03-29T01:30:00Z"_s;
  QTest::newRow("gap: its first minute")
      << u"Europe/Berlin"_s << u"2026-03-29"_s << 120 << u"2026-03-29T01:00:00Z"_s;
  QTest::newRow("gap: just after")
      << u"Europe/Berlin"_s << u"2026-03-29"_s << 180 << u"2026-03-29T01:00:00Z"_s;
  QTest::newRow("fold: earlier") << u"Europe/Berlin"_s << u"2026-10-25"_s << 150
                                 << u"2026-10-25T00:30:00Z"_s;
  QTest::newRow("fold: just after")
      << u"Europe/Berlin"_s << u"2026-10-25"_s << 180 << u"2026-10-25T02:00:00Z"_s;
  QTest::newRow("gap of half an hour")
      << u"Australia/Lord_Howe"_s << u"2026-10-04"_s << 135 << u"2026-10-03T15:45:00Z"_s;
  QTest::newRow("day that does not exist")
      << u"Pacific/Apia"_s << u"2011-12-30"_s << 720 << u"2011-12-30T22:00:00Z"_s;
}

void TestZone::wallTimes() {
  QFETCH(QString, zone);
  QFETCH(QString, day);
  QFETCH(int, minute);
  QFETCH(QString, instant);
  QCOMPARE(toIso(zoneOf(zone).at(parseDay(day).value(), minutes{minute})), instant);
}

void TestZone::everyMidnightOfEveryZoneBeginsItsDay() {
  QStringList missing;
  for (const Zone &zone : allZones()) {
    Instant previous = zone.midnight(kFirst - days{1});
    for (LocalDay day = kFirst; day <= kLast; day += days{1}) {
      const Instant begin = zone.midnight(day);
      const bool exists = zone.dayOf(begin) == day;
      const bool isOrdered = exists ? begin > previous : begin == zone.midnight(day + days{1});
      // Of a missing day and the next one, both begin together: the day before is then two days
      // earlier.
      const LocalDay before = zone.dayOf(begin - microseconds{1});
      if (!exists)
        missing << zone.id() + u' ' + toIso(day);
      const bool followsGap = begin == previous && zone.dayOf(previous) == day;
      if (!(isOrdered || followsGap) ||
          !(followsGap ? before == day - days{2} : before == day - days{1}))
        QFAIL(qPrintable(u"%1 %2 begins at %3"_s.arg(zone.id(), toIso(day), toIso(begin))));
      previous = begin;
    }
  }
  missing.sort();
  const QStringList aliasOrSelf =
      missing.filter(QRegularExpression(u"^Pacific/(Apia|Fakaofo) 2011-12-30$"_s));
  QCOMPARE(missing, aliasOrSelf);
  QVERIFY(missing.contains(u"Pacific/Apia 2011-12-30"_s));
}

void TestZone::offsetsAreThoseOfTheTimeZoneDatabase() {
  for (const Zone &zone : allZones()) {
    const QTimeZone reference(zone.id().toLatin1());
    for (LocalDay day = kFirst; day <= kLast; day += days{17}) {
      const Instant instant = zone.midnight(day) + hours{13};
      const auto ms = floor<milliseconds>(instant).time_since_epoch().count();
      const int expected = reference.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC));
      if (zone.offsetAt(instant).count() != expected)
        QFAIL(qPrintable(zone.id() + u' ' + toIso(instant)));
    }
  }
}

void TestZone::wallTimesComeBack() {
  const Zone zone = zoneOf(u"Australia/Lord_Howe");
  for (Instant instant = zone.midnight(kFirst); instant < zone.midnight(kFirst + days{800});
       instant += minutes{15}) {
    const Instant again = zone.at(zone.dayOf(instant), zone.timeOfDay(instant));
    // The second half hour of a fold has the wall time of the first one.
    QVERIFY2(again == instant || again == instant - minutes{30}, qPrintable(toIso(instant)));
  }
}

void TestZone::isThreadSafe() {
  const auto work = [] {
    for (const Zone &zone : allZones())
      (void)zone.midnight(kLast);
  };
  std::thread first(work);
  std::thread second(work);
  first.join();
  second.join();
  QCOMPARE(midnightOf(u"Europe/Berlin", u"2037-12-31"), u"2037-12-30T23:00:00Z"_s);
}

void TestZone::goldenMidnights_data() { addBillingCases("anchoring", "local_midnight"); }

void TestZone::goldenMidnights() {
  QFETCH(QByteArray, json);
  const Json one = caseOf(json);
  const auto zone = one["given"]["tz"].get<QString>();
  QVERIFY(!one["given"]["dates"].empty());
  for (std::size_t i = 0; i < one["given"]["dates"].size(); ++i)
    QCOMPARE(midnightOf(zone, one["given"]["dates"][i].get<QString>()),
             one["expect"]["utc"][i].get<QString>());
}

void TestZone::goldenUsageMidnights_data() { addBillingCases("usage", "local_midnight"); }

void TestZone::goldenUsageMidnights() { goldenMidnights(); }

void TestZone::goldenDays_data() { addBillingCases("anchoring", "local_day_of"); }

void TestZone::goldenDays() {
  QFETCH(QByteArray, json);
  const Json one = caseOf(json);
  const Zone zone = zoneOf(one["given"]["tz"].get<QString>());
  for (std::size_t i = 0; i < one["given"]["instants"].size(); ++i)
    QCOMPARE(toIso(zone.dayOf(one["given"]["instants"][i].get<Instant>())),
             one["expect"]["days"][i].get<QString>());
}

void TestZone::goldenWallTimes_data() { addBillingCases("anchoring", "local_time"); }

void TestZone::goldenWallTimes() {
  QFETCH(QByteArray, json);
  const Json one = caseOf(json);
  const auto local = one["given"]["local"].get<QString>();
  const auto wall = parseInstant(QString(local + u'Z')).value().time_since_epoch();
  const LocalDay day = parseDay(local.first(10)).value();
  const Instant instant =
      zoneOf(one["given"]["tz"].get<QString>()).at(day, wall - day.time_since_epoch());
  QCOMPARE(toIso(instant), one["expect"]["utc"].get<QString>());
}

QTEST_APPLESS_MAIN(TestZone)
#include "tst_zone.moc"
