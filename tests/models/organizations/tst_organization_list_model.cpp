// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/organizations/organization_list_model.h"
#include "services/organizations/service.h"
#include "tests/support/test_cluster.h"
#include "tests/support/test_database.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using models::OrganizationListModel;

class TestOrganizationListModel : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void init();
  void cleanup();
  void rowsComeByName();
  void scrollingReadsPagesInConstantMemory();
  void filterNarrowsAndCounts();
  void aCountThatFailsIsNotKnown_data();
  void aCountThatFailsIsNotKnown();
  void sortsByCreation();
  void newsChangeRowsAndKeepTheSelection();
  void newsThatMoveARowPastItsPageKeepIt();
  void aLostConnectionKeepsTheRowsAndIsCaughtUp();
  void aLostDatabaseIsAnErrorWithACode();

private:
  void add(int count, int from = 0);
  void load();
  void notify();

  SystemClock m_clock;
  std::unique_ptr<tests::TestDatabase> m_database;
  std::unique_ptr<store::Database> m_other; ///< somebody else's connection
  std::unique_ptr<models::Connection> m_connection;
  std::unique_ptr<OrganizationListModel> m_model;
  std::unique_ptr<QAbstractItemModelTester> m_tester;
  std::vector<OrganizationId> m_ids;
};

void TestOrganizationListModel::init() {
  m_database = std::make_unique<tests::TestDatabase>();
  m_other = m_database->connect();
  auto settings = m_database->settings();
  settings.applicationName = u"console"_s;
  m_connection = std::make_unique<models::Connection>(settings, m_clock, u"test"_s);
  m_model = std::make_unique<OrganizationListModel>(*m_connection);
  m_tester = std::make_unique<QAbstractItemModelTester>(
      m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
  m_ids.clear();
}

void TestOrganizationListModel::cleanup() {
  m_tester.reset();
  m_model.reset();
  m_connection.reset();
  m_other.reset();
  m_database.reset();
}

/// "Customer 0000" …, each created a minute after the one before.
void TestOrganizationListModel::add(int count, int from) {
  std::vector<organizations::Organization> all;
  for (int i = from; i < from + count; ++i) {
    organizations::Organization one;
    one.id = makeId<OrganizationId>(m_clock.now());
    one.name = u"Customer %1"_s.arg(i, 4, 10, QChar(u'0'));
    one.email = u"billing%1@example.org"_s.arg(i);
    one.addressCountry = u"DE"_s;
    one.currency = *Currency::parse(u"EUR");
    one.status = i % 2 == 0 ? organizations::Status::Onboarded : organizations::Status::Active;
    one.createdAt = Instant(std::chrono::minutes(25'000'000 + i));
    m_ids.push_back(one.id);
    all.push_back(one);
  }
  store::Session session{*m_other, m_clock, u"test"_s};
  const auto added = organizations::OrganizationService(session).createMany(all);
  QVERIFY2(added, added ? "" : qPrintable(added.error().toString()));
}

void TestOrganizationListModel::load() {
  m_model->reload();
  QTRY_COMPARE(m_model->state(), OrganizationListModel::State::Ready);
}

/// As the dispatcher does for every organization with new events.
void TestOrganizationListModel::notify() {
  QVERIFY(m_other->adHoc("select pg_notify('tenantry_news', :ids)",
                         {{"ids", m_ids.front().toString()}}));
}

void TestOrganizationListModel::rowsComeByName() {
  add(3);
  load();
  QCOMPARE(m_model->rowCount(), 3);
  QCOMPARE(m_model->index(2, 0).data(models::NameRole).toString(), u"Customer 0002"_s);
  QTRY_COMPARE(m_model->count(), 3);
}

void TestOrganizationListModel::scrollingReadsPagesInConstantMemory() {
  add(3000);
  load();
  for (int last = 40; last < 2999; last = std::min(last + 40, 2999)) {
    m_model->setVisibleRows(std::max(last - 20, 0), last);
    QTRY_VERIFY(!m_model->isFetching());
    QVERIFY(m_model->pagesHeld() <= OrganizationListModel::pagesKept);
  }
  QCOMPARE(m_model->rowCount(), 3000);
  QCOMPARE(m_model->index(2999, 0).data(models::NameRole).toString(), u"Customer 2999"_s);
  QVERIFY(!m_model->index(0, 0).data(models::NameRole).isValid());
  m_model->setVisibleRows(0, 20);
  QTRY_COMPARE(m_model->index(0, 0).data(models::NameRole).toString(), u"Customer 0000"_s);
}

void TestOrganizationListModel::filterNarrowsAndCounts() {
  add(20);
  load();
  m_model->setFilter({u"customer 001"_s, organizations::Status::Active, {}});
  QTRY_COMPARE(m_model->state(), OrganizationListModel::State::Ready);
  QCOMPARE(m_model->rowCount(), 5);
  QTRY_COMPARE(m_model->count(), 5);
}

namespace {

/// Its rows are read as ever; what it counts fails so, if at all.
class UncountedList : public OrganizationListModel {
public:
  using OrganizationListModel::OrganizationListModel;
  QString code;

private:
  Counting counting() const override {
    return [code = code](store::Session &, business::AppliedBusiness &) -> Result<std::int64_t> {
      return code.isEmpty() ? Result<std::int64_t>(20)
                            : tenantry::fail(code, u"It did not work."_s);
    };
  }
};

} // namespace

void TestOrganizationListModel::aCountThatFailsIsNotKnown_data() {
  QTest::addColumn<QString>("code");
  QTest::addColumn<bool>("isOfOthers");
  QTest::addColumn<qint64>("count");
  QTest::newRow("of other rows") << u"store.failed"_s << true << qint64(-1);
  QTest::newRow("of other rows, off-line") << u"store.disconnected"_s << true << qint64(-1);
  QTest::newRow("of the same rows") << u"store.failed"_s << false << qint64(-1);
  QTest::newRow("of the same rows, off-line") << u"store.disconnected"_s << false << qint64(20);
}

/// The one before was of what was asked for before.
void TestOrganizationListModel::aCountThatFailsIsNotKnown() {
  QFETCH(QString, code);
  QFETCH(bool, isOfOthers);
  QFETCH(qint64, count);
  add(20);
  UncountedList list(*m_connection);
  list.reload();
  QTRY_COMPARE(list.count(), 20);
  QTRY_COMPARE(list.state(), OrganizationListModel::State::Ready);
  list.code = code;
  if (isOfOthers)
    list.setFilter({u"customer 001"_s, organizations::Status::Active, {}});
  else
    list.refresh();
  QTRY_COMPARE(list.rowCount(), isOfOthers ? 5 : 20);
  QTRY_COMPARE(list.count(), count);
  QTest::qWait(300);
  QCOMPARE(list.count(), count);
}

void TestOrganizationListModel::sortsByCreation() {
  add(5);
  load();
  m_model->sort(OrganizationListModel::CreatedColumn, Qt::DescendingOrder);
  QTRY_COMPARE(m_model->state(), OrganizationListModel::State::Ready);
  QCOMPARE(m_model->index(0, 0).data(models::NameRole).toString(), u"Customer 0004"_s);
}

void TestOrganizationListModel::newsChangeRowsAndKeepTheSelection() {
  add(5, 10);
  load();
  m_model->setVisibleRows(0, 4);
  QTRY_VERIFY(m_connection->isConnected());
  const QPersistentModelIndex selected(m_model->index(3, 0));
  QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
  add(2);
  notify();
  QTRY_COMPARE(m_model->rowCount(), 7);
  QCOMPARE(selected.row(), 5);
  QCOMPARE(selected.data(models::NameRole).toString(), u"Customer 0013"_s);
  QCOMPARE(resets.size(), 0);
}

/// The last rows of a page go to the next one when others come before them: none is lost or
/// doubled, and an index follows its row as far as the page that it is in.
void TestOrganizationListModel::newsThatMoveARowPastItsPageKeepIt() {
  constexpr int page = OrganizationListModel::pageSize;
  add(2 * page + 20, 10);
  load();
  m_model->setVisibleRows(page - 10, page + 10);
  QTRY_VERIFY(m_model->rowCount() >= 2 * page);
  QTRY_VERIFY(!m_model->isFetching());
  QTRY_VERIFY(m_connection->isConnected());
  const QPersistentModelIndex next(m_model->index(page, 0));
  const auto nextName = next.data(models::NameRole).toString();
  QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
  add(2);
  notify();
  QTRY_COMPARE(m_model->index(page + 2, 0).data(models::NameRole).toString(), nextName);
  QCOMPARE(next.row(), page + 2);
  QTRY_COMPARE(m_model->index(0, 0).data(models::NameRole).toString(), u"Customer 0000"_s);
  QTRY_VERIFY(!m_model->isFetching());
  for (int row = 2; row < 2 * page; ++row)
    QCOMPARE(m_model->index(row, 0).data(models::NameRole).toString(),
             u"Customer %1"_s.arg(row + 8, 4, 10, QChar(u'0')));
  QCOMPARE(resets.size(), 0);
}

void TestOrganizationListModel::aLostConnectionKeepsTheRowsAndIsCaughtUp() {
  add(5);
  load();
  QTRY_VERIFY(m_connection->isConnected());
  // Of the database that one is in, connections cannot be forbidden.
  const auto admin =
      store::Database::open({tests::TestCluster::instance().url(u"postgres"_s), {}, u"tests"_s});
  QVERIFY(admin);
  QVERIFY((*admin)->script("alter database " + m_database->name().toUtf8() +
                           " allow_connections false"));
  QVERIFY((*admin)->adHoc("select count(pg_terminate_backend(pid)) from pg_stat_activity where "
                          "application_name = 'console' and datname = '" +
                          m_database->name().toUtf8() + "'"));
  QTRY_VERIFY(!m_connection->isConnected());
  m_model->refresh();
  QTRY_VERIFY(!m_model->isFetching());
  QCOMPARE(m_model->rowCount(), 5);
  QCOMPARE(m_model->index(0, 0).data(models::NameRole).toString(), u"Customer 0000"_s);
  QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
  add(1, 5);
  QVERIFY((*admin)->script("alter database " + m_database->name().toUtf8() +
                           " allow_connections true"));
  // Two connections come back, each within the longest pause of 5 s, and then the rows.
  QTRY_COMPARE_WITH_TIMEOUT(m_model->rowCount(), 6, 30'000);
  QCOMPARE(resets.size(), 0);
}

void TestOrganizationListModel::aLostDatabaseIsAnErrorWithACode() {
  m_connection = std::make_unique<models::Connection>(
      store::ConnectionSettings{u"host=/nowhere dbname=none"_s, {}, u"tests"_s}, m_clock,
      u"test"_s);
  OrganizationListModel model(*m_connection);
  model.reload();
  QTRY_COMPARE(model.state(), OrganizationListModel::State::Failed);
  QCOMPARE(model.error().code, u"store.disconnected"_s);
}

QTEST_GUILESS_MAIN(TestOrganizationListModel)
#include "tst_organization_list_model.moc"
