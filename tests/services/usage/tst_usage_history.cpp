// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/usage/history.h"
#include "tests/services/usage/usage_house.h"

using namespace tenantry;
using namespace tenantry::usage;
using namespace tenantry::tests;

class TestUsageHistory : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void USE_5_periodsSayWhatTheirPartsCameTo();
  void USE_5_theRunningPeriodSaysWhatTheQuotaSays();
  void onlyTheLatestAreRead();
  void withoutASubscriptionThereAreNone();
  void anotherOrganizationIsNotRead();

private:
  [[nodiscard]] std::vector<PeriodUsage> of(const OrganizationId &id, int most = 12) {
    auto session = m_house.session();
    const auto applied = m_house.applied.current(session);
    auto periods = history(session, id, (*applied)->business.metrics, most);
    if (!periods)
      qFatal("%s", qPrintable(periods.error().toString()));
    return *periods;
  }
  /// Three periods of ten days, the second cut in two parts.
  OrganizationId addThree() {
    const auto id = m_house.addOrganization();
    for (const auto &[from, to, period] :
         {std::tuple{0, 10, 0}, {10, 14, 10}, {14, 20, 10}, {20, 30, 20}})
      m_house.addPart(id, from, to, period);
    return id;
  }
  void count(const std::vector<UsageEvent> &events) {
    const auto report = m_house.service().ingest(events);
    QVERIFY2(report, qPrintable(report ? QString() : report.error().toString()));
  }
  UsageHouse m_house;
};

void TestUsageHistory::USE_5_periodsSayWhatTheirPartsCameTo() {
  const auto id = addThree();
  count({happened(id, u"a"_s, u"calls"_s, 5, 2), happened(id, u"b"_s, u"calls"_s, 7, 11),
         happened(id, u"c"_s, u"calls"_s, 9, 15), happened(id, u"d"_s, u"peak"_s, 40, 12),
         happened(id, u"e"_s, u"peak"_s, 30, 16), happened(id, u"f"_s, u"stored"_s, 100, 13),
         happened(id, u"g"_s, u"traffic"_s, 1234, 3)});
  const auto periods = of(id);
  QCOMPARE(periods.size(), std::size_t(3));
  QCOMPARE(toIso(periods[1].days.from), u"2026-03-11"_s);
  QCOMPARE(toIso(periods[1].days.to), u"2026-03-21"_s);
  const auto used = [&](std::size_t period, const QString &metric) {
    const auto found = periods[period].used.find(metric);
    return found == periods[period].used.end() ? qint64(-1) : qint64(found->second);
  };
  QCOMPARE(used(0, u"calls"_s), 5);
  QCOMPARE(used(1, u"calls"_s), 16);
  QCOMPARE(used(2, u"calls"_s), 0);
  QCOMPARE(used(1, u"peak"_s), 40);
  QCOMPARE(used(0, u"traffic"_s), 1234);
  // A last value is unknown before there is one and stays afterwards.
  QCOMPARE(used(0, u"stored"_s), -1);
  QCOMPARE(used(1, u"stored"_s), 100);
  QCOMPARE(used(2, u"stored"_s), 100);
}

void TestUsageHistory::USE_5_theRunningPeriodSaysWhatTheQuotaSays() {
  const auto id = addThree();
  count({happened(id, u"a"_s, u"calls"_s, 5, 2), happened(id, u"b"_s, u"calls"_s, 8, 20)});
  const auto quotas = m_house.service().quotas(id);
  const auto periods = of(id);
  for (const auto &quota : *quotas)
    if (const auto found = periods.back().used.find(quota.metric);
        found != periods.back().used.end())
      QCOMPARE(found->second, quota.used);
}

void TestUsageHistory::onlyTheLatestAreRead() {
  const auto periods = of(addThree(), 2);
  QCOMPARE(periods.size(), std::size_t(2));
  QCOMPARE(toIso(periods.front().days.from), u"2026-03-11"_s);
}

void TestUsageHistory::withoutASubscriptionThereAreNone() {
  QVERIFY(of(m_house.addOrganization()).empty());
  // A period that is to come has not begun.
  const auto id = m_house.addOrganization();
  m_house.addPart(id, 25, 30, 25);
  QVERIFY(of(id).empty());
}

void TestUsageHistory::anotherOrganizationIsNotRead() {
  const auto mine = addThree(), other = addThree();
  count({happened(other, u"a"_s, u"calls"_s, 5, 2)});
  QCOMPARE(of(mine).front().used.at(u"calls"_s), 0);
}

QTEST_GUILESS_MAIN(TestUsageHistory)
#include "tst_usage_history.moc"
