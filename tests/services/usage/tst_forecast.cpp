// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/usage/forecast.h"
#include <QTest>

using namespace tenantry;
using namespace tenantry::usage;
using namespace Qt::StringLiterals;
using business::Aggregation;

namespace {

const QString metric = u"calls"_s;

LocalDay localDay(int number) {
  using namespace std::chrono;
  return LocalDay(local_days(year(2026) / 3 / 1)) + days(number);
}
Instant at(double day) {
  const auto begin = std::chrono::sys_days(std::chrono::year(2026) / 3 / 1);
  return Instant(begin) + std::chrono::microseconds(std::int64_t(day * 86'400e6));
}
PeriodUsage period(int from, int to, std::int64_t used) {
  return {at(from), {localDay(from), localDay(to)}, {{metric, used}}};
}

} // namespace

class TestForecast : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void USE_5_theDayALimitIsReached_data();
  void USE_5_theDayALimitIsReached();
  void USE_5_withoutAPeriodThereIsNoForecast();
};

void TestForecast::USE_5_theDayALimitIsReached_data() {
  QTest::addColumn<Aggregation>("aggregation");
  QTest::addColumn<qint64>("before"); // used in the 30 days before; −1: there were none
  QTest::addColumn<qint64>("used");
  QTest::addColumn<qint64>("limit");
  QTest::addColumn<double>("elapsed"); // days of the running period of 30 days
  QTest::addColumn<int>("day");        // of the running period; −1: none
  const auto row = [](const char *name, Aggregation aggregation, qint64 before, qint64 used,
                      qint64 limit, double elapsed, int day) {
    QTest::newRow(name) << aggregation << before << used << limit << elapsed << day;
  };
  const auto sum = Aggregation::Sum, level = Aggregation::Last;
  row("half of it in ten days", sum, 900, 500, 1'000, 10, 20);
  row("within the day", sum, 900, 500, 525, 10, 10);
  row("just within the period", sum, 900, 500, 1'499, 10, 29);
  row("just beyond the period", sum, 900, 500, 1'500, 10, -1);
  row("nothing yet, as before: 30 a day", sum, 900, 0, 600, 0, 20);
  row("young: two days at 100, five at 30", sum, 900, 200, 700, 2, 12);
  row("the first period, half a day old", sum, -1, 100, 200, 0.5, -1);
  row("the first period, two days old", sum, -1, 100, 200, 2, 4);
  row("reached", sum, 900, 1'000, 1'000, 10, -1);
  row("passed", sum, 900, 1'200, 1'000, 10, -1);
  row("unlimited", sum, 900, 500, -1, 10, -1);
  row("nothing is used", sum, 0, 0, 1'000, 10, -1);
  row("a level that grows by ten a day", level, 100, 200, 500, 10, 40);
  row("a level that stands", level, 200, 200, 500, 10, -1);
  row("a level that falls", level, 300, 200, 500, 10, -1);
  row("a level of a first period", level, -1, 200, 500, 10, -1);
  row("a level that needs a century", level, 199, 200, 5'000, 10, -1);
  row("a maximum", Aggregation::Max, 900, 500, 1'000, 10, -1);
  row("distinct values", Aggregation::Unique, 900, 500, 1'000, 10, -1);
}

void TestForecast::USE_5_theDayALimitIsReached() {
  QFETCH(Aggregation, aggregation);
  QFETCH(qint64, before);
  QFETCH(qint64, used);
  QFETCH(qint64, limit);
  QFETCH(double, elapsed);
  QFETCH(int, day);
  std::vector<PeriodUsage> periods;
  if (before >= 0)
    periods.push_back(period(-30, 0, before));
  periods.push_back(period(0, 30, used));
  const auto forecast = limitDay({metric, used, limit, false}, aggregation, periods, at(elapsed));
  QCOMPARE(forecast.has_value(), day >= 0);
  if (forecast)
    QCOMPARE(*forecast, localDay(day));
}

void TestForecast::USE_5_withoutAPeriodThereIsNoForecast() {
  QVERIFY(!limitDay({metric, 5, 10, false}, Aggregation::Sum, {}, at(3)));
}

QTEST_GUILESS_MAIN(TestForecast)
#include "tst_forecast.moc"
