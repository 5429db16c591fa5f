// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/subscriptions/subscription_list_model.h"
#include "models/subscriptions/unschedule_bulk.h"
#include "tests/services/billing/billing_house.h"

#include <QAbstractItemModelTester>

using namespace tenantry;
using namespace tenantry::tests;
using models::SubscriptionFilter;
using models::SubscriptionListModel;
using std::chrono::days;
using subscriptions::Status;

/// The console's list of subscriptions (SUB-1): by month and by year, one that ends with its
/// period, one that has ended.
class TestSubscriptionListModel : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void init();
  void cleanup();
  void SUB_1_whatRenewsNextStandsFirst();
  void SUB_1_filtersAreCountedAndKept_data();
  void SUB_1_filtersAreCountedAndKept();
  void SUB_1_pagesAreWhole();
  void SUB_4_whatIsScheduledIsTakenBack();

private:
  [[nodiscard]] subscriptions::ListRow at(int row) const {
    return m_list->index(row, 0)
        .data(SubscriptionListModel::RowRole)
        .value<subscriptions::ListRow>();
  }

  std::unique_ptr<BillingHouse> m_house;
  OrganizationId m_ending, m_ended;
  std::unique_ptr<models::Connection> m_connection;
  std::unique_ptr<SubscriptionListModel> m_list;
  std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestSubscriptionListModel::init() {
  m_house = std::make_unique<BillingHouse>();
  const auto yearly = m_house->organization();
  m_house->subscribe(yearly, u"professional"_s, {}, Interval::Year);
  m_house->subscribe(m_house->organization());
  m_ending = m_house->organization();
  m_house->subscribe(m_ending, u"starter"_s);
  expect(m_house->worker.subscriptions().cancel(m_ending, true));
  m_ended = m_house->organization();
  m_house->subscribe(m_ended);
  expect(m_house->worker.subscriptions().cancel(m_ended, false));
  m_connection =
      std::make_unique<models::Connection>(m_house->test.settings(), m_house->clock, u"test"_s);
  m_list = std::make_unique<SubscriptionListModel>(*m_connection);
  m_tester = std::make_unique<QAbstractItemModelTester>(
      m_list.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
  m_list->reload();
  QTRY_COMPARE(m_list->state(), SubscriptionListModel::State::Ready);
}

void TestSubscriptionListModel::cleanup() {
  m_tester.reset();
  m_list.reset();
  m_connection.reset();
  m_house.reset();
}

void TestSubscriptionListModel::SUB_1_whatRenewsNextStandsFirst() {
  QCOMPARE(m_list->rowCount(), 3);
  QTRY_COMPARE(m_list->count(), 3);
  QVERIFY(at(2).interval == Interval::Year);
  QCOMPARE(m_list->planName(at(2).planId), u"Professional"_s);
  QCOMPARE(at(2).planVersion, std::int64_t(1));
  const bool isFirst = at(0).organization == m_ending;
  QVERIFY(at(isFirst ? 0 : 1).organization == m_ending && !at(isFirst ? 0 : 1).renews);
  m_list->sort(SubscriptionListModel::RenewalColumn, Qt::DescendingOrder);
  QTRY_COMPARE(m_list->state(), SubscriptionListModel::State::Ready);
  QVERIFY(at(0).interval == Interval::Year);
  m_list->sort(SubscriptionListModel::MrrColumn, Qt::AscendingOrder); // changes nothing
  QCOMPARE(m_list->state(), SubscriptionListModel::State::Ready);
}

void TestSubscriptionListModel::SUB_1_filtersAreCountedAndKept_data() {
  QTest::addColumn<QString>("setting");
  QTest::addColumn<QString>("value");
  QTest::addColumn<int>("rows");
  QTest::newRow("SUB-1 active") << u"status"_s << u"active"_s << 3;
  QTest::newRow("SUB-1 ended") << u"status"_s << u"cancelled"_s << 1;
  QTest::newRow("SUB-1 none so") << u"status"_s << u"paused"_s << 0;
  QTest::newRow("SUB-3 by plan") << u"plan"_s << u"starter"_s << 1;
  QTest::newRow("SUB-4 renews soon") << u"renews"_s << u"30"_s << 2;
  QTest::newRow("SUB-4 renews this week") << u"renews"_s << u"7"_s << 0;
  QTest::newRow("SUB-4 within a year or so") << u"renews"_s << u"400"_s << 3;
  QTest::newRow("SUB-4 scheduled") << u"scheduled"_s << u"yes"_s << 1;
}

void TestSubscriptionListModel::SUB_1_filtersAreCountedAndKept() {
  QFETCH(const QString, setting);
  QFETCH(const QString, value);
  QFETCH(const int, rows);
  for (const auto &order : {u"ascending"_s, u"descending"_s}) {
    models::PagedListModel::ViewSettings settings{{u"order"_s, order}, {setting, value}};
    m_list->setViewSettings(settings);
    QTRY_COMPARE(m_list->state(), SubscriptionListModel::State::Ready);
    QCOMPARE(m_list->rowCount(), rows);
    QTRY_COMPARE(m_list->count(), rows);
    QCOMPARE(m_list->viewSettings(), settings);
    QCOMPARE(expect(SubscriptionListModel::countOf(m_house->worker.session,
                                                   m_house->worker.business, settings)),
             std::int64_t(rows));
  }
}

void TestSubscriptionListModel::SUB_1_pagesAreWhole() {
  subscriptions::SubscriptionListing listing(m_house->worker.session);
  for (const bool ascending : {true, false}) {
    subscriptions::ListQuery query;
    query.ascending = ascending;
    const auto whole = expect(listing.page(query)).rows;
    query.pageSize = 1;
    std::vector<SubscriptionId> seen;
    do {
      const auto page = expect(listing.page(query));
      for (const auto &row : page.rows)
        seen.push_back(row.id);
      query.after = page.next;
    } while (query.after);
    QCOMPARE(seen.size(), whole.size());
    for (std::size_t i = 0; i < seen.size(); ++i)
      QCOMPARE(seen[i], whole[i].id);
    query.pageSize = 201;
    QCOMPARE(listing.page(query).error().code, u"list.page_size"_s);
  }
}

void TestSubscriptionListModel::SUB_4_whatIsScheduledIsTakenBack() {
  const auto act = models::unscheduleChanges();
  auto &worker = m_house->worker;
  const auto keyOf = [](const OrganizationId &organization, const SubscriptionId &id) {
    return u"%1/%2"_s.arg(organization.toString(), id.toString());
  };
  const auto ending = at(at(0).organization == m_ending ? 0 : 1).id, last = at(2).id;
  const QStringList keys{keyOf(m_ending, ending), keyOf(m_ended, last),
                         keyOf(at(2).organization, last)};
  const auto verdicts = expect(act.preview(worker.session, worker.business, keys));
  QVERIFY(verdicts[0].changes);
  QCOMPARE(verdicts[1].refusal->code, u"subscription.not_active"_s);
  QVERIFY(!verdicts[2].changes && !verdicts[2].refusal);
  QVERIFY(expect(act.act(worker.session, worker.business, keys[0], {})).changed);
  QVERIFY(!expect(act.preview(worker.session, worker.business, keys))[0].changes);
  m_list->setFilter({.scheduledOnly = true});
  QTRY_COMPARE(m_list->state(), SubscriptionListModel::State::Ready);
  QCOMPARE(m_list->rowCount(), 0);
}

QTEST_GUILESS_MAIN(TestSubscriptionListModel)
#include "tst_subscription_list_model.moc"
