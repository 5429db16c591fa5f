// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/business/apply.h"
#include "services/business/loader.h"
#include "tests/support/test_database.h"
#include <QTest>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::business;

class TestBusinessApply : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void init() {
    const auto superuser = m_test.connect();
    QVERIFY(superuser->script("truncate business_version, plan_version cascade"));
    m_applied = AppliedBusiness();
  }
  void beforeTheFirstApplyThereIsNoBusiness();
  void BIZ_theFirstApplyMakesVersionsOfEverything();
  void BIZ_aSecondApplyChangesNothing();
  void BIZ_onlyPlansThatChangeGetANewVersion();
  void BIZ_aPlanThatComesBackKeepsItsVersion();
  void BIZ_theOrderOfPricesIsNoChange();
  void BIZ_refusalsLeaveEverythingAsItWas();
  void BIZ_theCacheIsReadAgainAfterAnApply();
  void BIZ_readersShareWhatIsTheSame();

private:
  ApplyReport apply(const Business &business, const RefusalCheck &check = {}) {
    const auto done = BusinessApply(m_session).apply(business, u"ann"_s, check);
    return done ? *done : ApplyReport{-1, false, {}, {}};
  }
  std::shared_ptr<const Applied> current() { return *m_applied.current(m_session); }
  std::int64_t count(const QByteArray &rest) {
    return (*m_database->adHoc("select count(*) from " + rest))[0].get<std::int64_t>(0);
  }
  tests::TestDatabase m_test;
  VirtualClock m_clock{Instant(std::chrono::seconds(1'800'000'000))};
  std::unique_ptr<store::Database> m_database = m_test.connect(u"administrator"_s);
  store::Session m_session{*m_database, m_clock, u"ann"_s};
  AppliedBusiness m_applied;
  const Business m_shipped = *Source::shipped().load();
};

void TestBusinessApply::beforeTheFirstApplyThereIsNoBusiness() {
  QCOMPARE(current()->version, std::int64_t{0});
  QVERIFY(current()->current.empty());
  QCOMPARE(current()->currentPlan(u"starter"_s).error().code, u"plan.unknown"_s);
  QVERIFY_THROWS_EXCEPTION(ProgrammingError, (void)current()->planVersion({}));
}

void TestBusinessApply::BIZ_theFirstApplyMakesVersionsOfEverything() {
  const auto report = apply(m_shipped);
  QVERIFY(report.applied);
  QCOMPARE(report.version, std::int64_t{1});
  QCOMPARE(report.newPlanVersions.size(), m_shipped.plans.size());
  QVERIFY(current()->business == m_shipped);
  for (const auto &[id, plan] : m_shipped.plans) {
    const auto version = current()->currentPlan(id);
    QVERIFY(version && (*version)->number == 1 && (*version)->plan == plan);
  }
  QCOMPARE(count("business_version where author = 'ann' and length(digest) = 64 "
                 "and extract(epoch from applied_at) = 1800000000"),
           std::int64_t{1});
  QCOMPARE(current()->zone().id(), m_shipped.timeZone);
}

void TestBusinessApply::BIZ_aSecondApplyChangesNothing() {
  (void)apply(m_shipped);
  const auto second = apply(m_shipped);
  QVERIFY(!second.applied);
  QCOMPARE(second.version, std::int64_t{1});
  QVERIFY(second.changes.empty());
  QCOMPARE(count("business_version"), std::int64_t{1});
  QCOMPARE(count("plan_version"), static_cast<std::int64_t>(m_shipped.plans.size()));
}

void TestBusinessApply::BIZ_onlyPlansThatChangeGetANewVersion() {
  (void)apply(m_shipped);
  const auto old = current()->current;
  Business changed = m_shipped;
  changed.plans[u"starter"_s].trialDays += 1;
  changed.invoice.dueDays += 1;
  const auto report = apply(changed);
  QCOMPARE(report.version, std::int64_t{2});
  QCOMPARE(report.changes.size(), std::size_t{2});
  QCOMPARE(report.newPlanVersions.size(), std::size_t{1});
  QCOMPARE(report.newPlanVersions[0].number, std::int64_t{2});
  for (const auto &[id, version] : current()->current)
    QCOMPARE(version == old.at(id), id != u"starter"_s);
  QVERIFY(current()->planVersion(old.at(u"starter"_s)).plan == m_shipped.plans.at(u"starter"_s));
}

void TestBusinessApply::BIZ_aPlanThatComesBackKeepsItsVersion() {
  (void)apply(m_shipped);
  Business without = m_shipped;
  without.plans.erase(u"enterprise"_s);
  QVERIFY(apply(without).newPlanVersions.empty());
  QVERIFY(!current()->currentPlan(u"enterprise"_s));
  QVERIFY(apply(m_shipped).newPlanVersions.empty());
  QCOMPARE((*current()->currentPlan(u"enterprise"_s))->number, std::int64_t{1});
}

void TestBusinessApply::BIZ_theOrderOfPricesIsNoChange() {
  (void)apply(m_shipped);
  Business turned = m_shipped;
  auto &prices = turned.plans[u"starter"_s].prices;
  QVERIFY(prices.size() > 1);
  std::reverse(prices.begin(), prices.end());
  QVERIFY(!apply(turned).applied);
  turned.invoice.dueDays += 1;
  QVERIFY(apply(turned).newPlanVersions.empty());
}

void TestBusinessApply::BIZ_refusalsLeaveEverythingAsItWas() {
  (void)apply(m_shipped);
  Business changed = m_shipped;
  changed.invoice.dueDays += 1;
  const auto check = [](const Applied &, const Business &) -> Result<std::vector<Error>> {
    return std::vector<Error>{{u"a.b"_s, u"First."_s}, {u"a.c"_s, u"Second."_s}};
  };
  const auto refused = BusinessApply(m_session).apply(changed, u"ann"_s, check);
  QVERIFY(!refused);
  QCOMPARE(refused.error().code, u"business.refused"_s);
  QCOMPARE(refused.error().message, u"First.\nSecond."_s);
  QCOMPARE(count("business_version"), std::int64_t{1});
}

void TestBusinessApply::BIZ_theCacheIsReadAgainAfterAnApply() {
  (void)apply(m_shipped);
  const auto first = current();
  QVERIFY(current() == first);
  Business changed = m_shipped;
  changed.invoice.dueDays += 1;
  (void)apply(changed);
  QVERIFY(current() != first);
  QCOMPARE(current()->business.invoice.dueDays, m_shipped.invoice.dueDays + 1);
}

/// Each job asks anew; another database may have the same business, sold under ids of its own.
void TestBusinessApply::BIZ_readersShareWhatIsTheSame() {
  (void)apply(m_shipped);
  const auto first = current();
  m_applied = AppliedBusiness();
  QVERIFY(current() == first);
  init();
  (void)apply(m_shipped);
  const auto other = current();
  QVERIFY(other->version == first->version && other->business == first->business);
  for (const auto &[id, version] : other->current)
    QVERIFY(other->planVersions.contains(version) && !first->planVersions.contains(version));
}

QTEST_GUILESS_MAIN(TestBusinessApply)
#include "tst_business_apply.moc"
