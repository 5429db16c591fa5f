// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/period.h"
#include "tests/services/core/billing_cases.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace std::chrono;
using namespace tenantry;

namespace {

LocalDay dayAt(QStringView iso) { return parseDay(iso).value(); }

/// A January of 31 days before the start holds every anchor day there is.
LocalDay firstBoundary(LocalDay start, int anchorMonth, int anchorDay, int months) {
  const auto before = year_month_day{start}.year() - years{1};
  const LocalDay anchor{before / month{static_cast<unsigned>(anchorMonth)} /
                        static_cast<unsigned>(anchorDay)};
  return anchoredBoundary(anchor, months, anchoredIndex(anchor, months, start - days{1}) + 1);
}

} // namespace

class TestPeriod : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void intervals();
  void rangesAreHalfOpen();
  void boundariesBeforeTheAnchor();
  void everyDayLiesInItsPeriod_data();
  void everyDayLiesInItsPeriod();
  void instantsAreLocalMidnights();
  void goldenSeries_data();
  void goldenSeries();
  void goldenFirstBoundary_data();
  void goldenFirstBoundary();
  void goldenYearlyFirstBoundary_data();
  void goldenYearlyFirstBoundary();
  void goldenClippedEnd_data();
  void goldenClippedEnd();
  void goldenTrialAnchor_data();
  void goldenTrialAnchor();
  void goldenAnnualLocal_data();
  void goldenAnnualLocal();
  void goldenMissedRuns_data();
  void goldenMissedRuns();
  void boundariesMeetInEveryZone_data();
  void boundariesMeetInEveryZone();
};

void TestPeriod::intervals() {
  for (const Interval interval : {Interval::Month, Interval::Year})
    QVERIFY(parseInterval(toString(interval)).value() == interval);
  QCOMPARE(monthsOf(Interval::Month), 1);
  QCOMPARE(monthsOf(Interval::Year), 12);
  QCOMPARE(parseInterval(u"week").error().code, u"interval.unknown"_s);
}

void TestPeriod::rangesAreHalfOpen() {
  const DayRange range{dayAt(u"2026-01-31"), dayAt(u"2026-02-28")};
  QCOMPARE(range.days(), 28);
  QVERIFY(range.contains(dayAt(u"2026-01-31")));
  QVERIFY(range.contains(dayAt(u"2026-02-27")));
  QVERIFY(!range.contains(dayAt(u"2026-02-28")));
  QVERIFY(!range.isEmpty());
  QVERIFY((DayRange{range.to, range.to}.isEmpty()));
}

void TestPeriod::boundariesBeforeTheAnchor() {
  QCOMPARE(toIso(anchoredBoundary(dayAt(u"2026-03-31"), 1, -1)), u"2026-02-28"_s);
  QCOMPARE(toIso(anchoredBoundary(dayAt(u"2026-03-31"), 1, -13)), u"2025-02-28"_s);
  QCOMPARE(toIso(anchoredBoundary(dayAt(u"2024-02-29"), 12, -4)), u"2020-02-29"_s);
}

void TestPeriod::everyDayLiesInItsPeriod_data() {
  QTest::addColumn<QString>("anchor");
  QTest::addColumn<int>("months");
  for (const int months : {1, 3, 12})
    for (const char *anchor :
         {"2024-01-01", "2024-01-29", "2024-01-30", "2024-01-31", "2024-02-29", "2023-12-15"})
      QTest::addRow("SUB-5 %s every %d", anchor, months) << QString::fromLatin1(anchor) << months;
}

void TestPeriod::everyDayLiesInItsPeriod() {
  QFETCH(QString, anchor);
  QFETCH(int, months);
  const LocalDay start = dayAt(anchor);
  for (LocalDay one = start - days{1500}; one < start + days{1500}; one += days{1}) {
    const DayRange period = anchoredPeriod(start, months, anchoredIndex(start, months, one));
    QVERIFY2(period.contains(one), qPrintable(toIso(one)));
  }
}

void TestPeriod::instantsAreLocalMidnights() {
  const Zone zone = Zone::find(u"America/Los_Angeles").value();
  const InstantRange march = toInstants({dayAt(u"2026-03-01"), dayAt(u"2026-04-01")}, zone);
  QCOMPARE(toIso(march.from), u"2026-03-01T08:00:00Z"_s);
  QCOMPARE(toIso(march.to), u"2026-04-01T07:00:00Z"_s);
  QVERIFY(march.contains(march.from));
  QVERIFY(!march.contains(march.to));
}

void TestPeriod::goldenSeries_data() { addBillingCases("anchoring", "series"); }

void TestPeriod::goldenSeries() {
  QFETCH(QByteArray, json);
  const Json one = caseOf(json);
  const auto &given = one["given"];
  for (int k = 0; k < given["count"].get<int>(); ++k)
    QCOMPARE(
        toIso(anchoredBoundary(given["anchor"].get<LocalDay>(), given["months"].get<int>(), k)),
        one["expect"]["dates"].at(static_cast<std::size_t>(k)).get<QString>());
}

void TestPeriod::goldenFirstBoundary_data() { addBillingCases("anchoring", "first_boundary"); }

void TestPeriod::goldenFirstBoundary() {
  QFETCH(QByteArray, json);
  const Json one = caseOf(json);
  const auto &given = one["given"];
  QCOMPARE(toIso(firstBoundary(given["start"].get<LocalDay>(), 1, given["anchor_day"].get<int>(),
                               given["months"].get<int>())),
           one["expect"]["date"].get<QString>());
}

void TestPeriod::goldenYearlyFirstBoundary_data() {
  addBillingCases("anchoring", "first_boundary_yearly");
}

void TestPeriod::goldenYearlyFirstBoundary() {
  QFETCH(QByteArray, json);
  const Json one = caseOf(json);
  const auto &given = one["given"];
  QCOMPARE(toIso(firstBoundary(given["start"].get<LocalDay>(), given["anchor_month"].get<int>(),
                               given["anchor_day"].get<int>(), 12)),
           one["expect"]["date"].get<QString>());
}

void TestPeriod::goldenClippedEnd_data() { addBillingCases("anchoring", "clip_end"); }

void TestPeriod::goldenClippedEnd() {
  QFETCH(QByteArray, json);
  const Json one = caseOf(json);
  const auto &given = one["given"];
  const LocalDay start = given["start"].get<LocalDay>();
  const LocalDay next =
      firstBoundary(start + days{1}, 1, given["anchor_day"].get<int>(), given["months"].get<int>());
  QVERIFY(next > given["end"].get<LocalDay>());
  QCOMPARE(toIso(std::min(next, given["end"].get<LocalDay>())),
           one["expect"]["date"].get<QString>());
}

void TestPeriod::goldenTrialAnchor_data() { addBillingCases("anchoring", "trial_anchor"); }

void TestPeriod::goldenTrialAnchor() {
  QFETCH(QByteArray, json);
  const Json one = caseOf(json);
  const Zone zone = Zone::find(one["given"]["tz"].get<QString>()).value();
  const auto local = one["given"]["start_local"].get<QString>();
  const LocalDay startDay = dayAt(local.first(10));
  const auto wall =
      parseInstant(QString(local + u'Z')).value().time_since_epoch() - startDay.time_since_epoch();
  const LocalDay end =
      zone.dayOf(zone.at(startDay, wall)) + days{one["given"]["trial_days"].get<int>()};
  QCOMPARE(toIso(end), one["expect"]["trial_end_date"].get<QString>());
  const LocalDay anchor = zone.dayOf(zone.midnight(end));
  QCOMPARE(static_cast<int>(static_cast<unsigned>(year_month_day{anchor}.day())),
           one["expect"]["anchor_day"].get<int>());
}

void TestPeriod::goldenAnnualLocal_data() { addBillingCases("anchoring", "annual_local"); }

void TestPeriod::goldenAnnualLocal() {
  QFETCH(QByteArray, json);
  const Json one = caseOf(json);
  const Zone zone = Zone::find(one["given"]["tz"].get<QString>()).value();
  const LocalDay start = zone.dayOf(one["given"]["start"].get<Instant>());
  QCOMPARE(toIso(start), one["expect"]["start_date"].get<QString>());
  const DayRange term = anchoredPeriod(start, 12, 0);
  QCOMPARE(toIso(term.to), one["expect"]["end_date"].get<QString>());
  const DayRange unused{zone.dayOf(zone.midnight(term.to)), term.to};
  QCOMPARE(one["given"]["amount"].get<int>() * unused.days() / term.days(),
           one["expect"]["credit"].get<int>());
}

void TestPeriod::goldenMissedRuns_data() { addBillingCases("anchoring", "missed_runs"); }

void TestPeriod::goldenMissedRuns() {
  QFETCH(QByteArray, json);
  const Json one = caseOf(json);
  const auto &given = one["given"];
  const LocalDay anchor = given["anchor"].get<LocalDay>();
  const int months = given["months"].get<int>();
  auto missed = Json::array();
  for (int k = anchoredIndex(anchor, months, given["last_invoiced_to"].get<LocalDay>());
       anchoredBoundary(anchor, months, k) <= given["now"].get<LocalDay>(); ++k) {
    const DayRange period = anchoredPeriod(anchor, months, k);
    missed.push_back({Json(period.from), Json(period.to)});
  }
  QCOMPARE(toBytes(missed), toBytes(one["expect"]["periods"]));
}

void TestPeriod::boundariesMeetInEveryZone_data() {
  QTest::addColumn<int>("firstYear");
  QTest::addColumn<int>("months");
  for (const int firstYear : {2006, 2026})
    for (const int months : {1, 12})
      QTest::addRow("F6 from %d every %d months", firstYear, months) << firstYear << months;
}

/// Ten years, every zone: each period ends where the next begins, on the anchor's day, when that
/// day begins there.
void TestPeriod::boundariesMeetInEveryZone() {
  QFETCH(const int, firstYear);
  QFETCH(const int, months);
  QStringList missing; // days that were not
  for (const QByteArray &id : QTimeZone::availableTimeZoneIds()) {
    if (id.startsWith("UTC+") || id.startsWith("UTC-"))
      continue;
    const Zone zone = Zone::find(QString::fromUtf8(id)).value();
    for (const char *day : {"01-01", "03-08", "03-29", "10-25", "11-01", "12-30", "12-31"}) {
      const LocalDay anchor = dayAt(u"%1-%2"_s.arg(firstYear).arg(QLatin1StringView(day)));
      Instant end = zone.midnight(anchor);
      for (int k = 0; k * months < 120; ++k) {
        const DayRange period = anchoredPeriod(anchor, months, k);
        const InstantRange instants = toInstants(period, zone);
        const auto what = u"%1 %2"_s.arg(zone.id(), toIso(period.from));
        QVERIFY2(instants.from == end && instants.from < instants.to, qPrintable(what));
        if (zone.dayOf(instants.from) != period.from)
          missing += what;
        const LocalDay before = period.from - days{1}; // where there was none, both begin at once
        QVERIFY2(zone.dayOf(instants.from - microseconds{1}) == before ||
                     zone.midnight(before) == instants.from,
                 qPrintable(what));
        end = instants.to;
      }
    }
  }
  for (const auto &what : std::as_const(missing))
    QVERIFY2(what.endsWith(u" 2011-12-30"), qPrintable(what));
  QCOMPARE(missing.isEmpty(), firstYear != 2006);
}

QTEST_APPLESS_MAIN(TestPeriod)
#include "tst_period.moc"
