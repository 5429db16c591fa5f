// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/business/loader.h"
#include "services/scenarios/demo_usage.h"

#include <QTest>
#include <set>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::scenarios;

/// The people of the demo before time begins to run.
class TestDemoCompany : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void theSameSeedInventsTheSameCompanies();
  void anotherSeedInventsOthers();
  void everyCompanyCanBuyItsPlan();
  void theyJoinInOrderWithinTheTime();
  void usageIsOfItsDayAndItsCustomers();

private:
  [[nodiscard]] std::vector<DemoCompany> invent(std::uint64_t seed) const {
    return inventCompanies({300, 6, seed}, m_applied, m_from, m_to);
  }
  business::Applied m_applied;
  Instant m_from = parseInstant(u"2026-01-01T00:00:00Z"_s).value();
  Instant m_to = parseInstant(u"2026-07-01T00:00:00Z"_s).value();
};

void TestDemoCompany::initTestCase() {
  m_applied.version = 1;
  m_applied.business = business::Source::shipped().load().value();
  for (const auto &[id, plan] : m_applied.business.plans) {
    const auto version = makeId<PlanVersionId>(m_from);
    m_applied.planVersions[version] = {version, 1, plan};
    m_applied.current[id] = version;
  }
}

void TestDemoCompany::theSameSeedInventsTheSameCompanies() {
  const auto one = invent(7);
  const auto other = invent(7);
  QCOMPARE(one.size(), std::size_t(300));
  for (std::size_t i = 0; i < one.size(); ++i) {
    QCOMPARE(one[i].organization.name, other[i].organization.name);
    QVERIFY(one[i].joins == other[i].joins);
    QCOMPARE(one[i].method, other[i].method);
  }
}

void TestDemoCompany::anotherSeedInventsOthers() {
  QVERIFY(invent(7).front().organization.name != invent(8).front().organization.name);
}

void TestDemoCompany::everyCompanyCanBuyItsPlan() {
  std::set<QString> names, currencies, plans;
  for (const auto &company : invent(1)) {
    const auto &prices = m_applied.business.plans.at(company.planId).prices;
    QVERIFY(std::any_of(prices.begin(), prices.end(), [&](const business::Price &price) {
      return price.amount.currency() == company.organization.currency &&
             price.interval == company.interval;
    }));
    QVERIFY2(names.insert(company.organization.name).second, qPrintable(company.organization.name));
    currencies.insert(company.organization.currency.code());
    plans.insert(company.planId);
  }
  QCOMPARE(currencies.size(), std::size_t(2));
  QCOMPARE(plans.size(), std::size_t(3));
}

void TestDemoCompany::theyJoinInOrderWithinTheTime() {
  Instant last = m_from;
  for (const auto &company : invent(1)) {
    QVERIFY(company.joins >= last && company.joins < m_to);
    last = company.joins;
  }
}

void TestDemoCompany::usageIsOfItsDayAndItsCustomers() {
  auto companies = invent(1);
  for (auto &company : companies)
    company.organization.id = makeId<OrganizationId>(company.joins);
  const Instant from = m_from + std::chrono::days(90);
  const Instant to = from + std::chrono::days(1);
  const auto events = inventUsage(companies, m_applied, 1, 90, from, to);
  QVERIFY(!events.empty());
  std::map<OrganizationId, const DemoCompany *> byId;
  for (const auto &company : companies)
    byId[company.organization.id] = &company;
  for (const auto &event : events) {
    QVERIFY(event.occurredAt >= from && event.occurredAt < to);
    QVERIFY(event.quantity > 0);
    QVERIFY(byId.at(event.organization)->isCustomerAt(event.occurredAt));
  }
}

QTEST_GUILESS_MAIN(TestDemoCompany)
#include "tst_demo_company.moc"
