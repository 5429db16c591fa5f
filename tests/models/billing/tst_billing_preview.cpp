// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/billing/billing_runner.h"
#include "models/billing/preview_list.h"
#include "tests/services/billing/billing_house.h"
#include "tests/support/own_time.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace tenantry;
using namespace tenantry::tests;
using models::BillingPreview;
using std::chrono::days;
using Kind = billing::Finding::Kind;

/// The preview of the console, and issuing from it, over a book with a clock that stands still.
class TestBillingPreview : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void init();
  void cleanup();
  void eachInvoiceIsComparedWithTheOneBefore();
  void whoLacksAnAddressIsFoundFirst();
  void whoCannotBeBilledIsNamed();
  void check15_manyRowsAreReadPageByPage();
  void aCancelledPreviewEndsAtOnce();
  void aCancelledRunSaysSo();

private:
  [[nodiscard]] LocalDay dayIn(int count) const {
    return Zone().dayOf(BillingHouse::start() + days(count));
  }
  void hold(); ///< what previews and runs read is locked by somebody else
  void release() { m_holder.reset(); }

  std::unique_ptr<BillingHouse> m_house;
  std::unique_ptr<models::Connection> m_connection;
  std::unique_ptr<models::RunningWork> m_work;
  std::unique_ptr<store::Database> m_holder;
};

void TestBillingPreview::init() {
  m_house = std::make_unique<BillingHouse>();
  m_connection =
      std::make_unique<models::Connection>(m_house->test.settings(), m_house->clock, u"test"_s);
  m_work = std::make_unique<models::RunningWork>(*m_connection);
}

void TestBillingPreview::cleanup() {
  m_holder.reset();
  m_work.reset();
  m_connection.reset();
  m_house.reset();
}

void TestBillingPreview::hold() {
  m_holder = m_house->test.connect();
  expect(m_holder->script("begin; lock table subscription in access exclusive mode"));
}

void TestBillingPreview::eachInvoiceIsComparedWithTheOneBefore() {
  const auto steady = m_house->organization(), busy = m_house->organization();
  m_house->subscribe(steady, u"professional"_s);
  m_house->subscribe(busy, u"starter"_s);
  m_house->use(busy, u"api_calls"_s, 20'000);
  m_house->runAll();
  m_house->clock.set(BillingHouse::start() + days(20));
  m_house->use(busy, u"api_calls"_s, 5'000'000);
  const auto fresh = m_house->organization();
  m_house->subscribe(fresh, u"starter"_s);
  models::PreviewList list(*m_connection, *m_work);
  const QAbstractItemModelTester tester(&list,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
  auto &preview = list.preview();
  preview.start(dayIn(40));
  QTRY_COMPARE(preview.state(), BillingPreview::State::Ready);
  QTRY_COMPARE(list.rowCount(), preview.rows().size());
  std::map<OrganizationId, models::PreviewRow> rows;
  for (int i = 0; i < preview.rows().size(); ++i)
    if (const auto row = preview.rows().row(i); row.id.position == 0)
      rows[row.id.organization] = row;
  QCOMPARE(rows.size(), std::size_t(3));
  QCOMPARE(rows[steady].finding.kind, Kind::None);
  QVERIFY(rows[steady].before && *rows[steady].before == rows[steady].total);
  QCOMPARE(rows[steady].changeInPercent(), std::optional<double>(0));
  QVERIFY(rows[busy].before && rows[busy].total > 2 * *rows[busy].before);
  QVERIFY(rows[busy].finding.kind == Kind::TotalChange ||
          rows[busy].finding.kind == Kind::UsageChange);
  QCOMPARE(rows[fresh].finding.kind, Kind::FirstInvoice);
  QVERIFY(!rows[fresh].changeInPercent());
  QCOMPARE(preview.findings().firstInvoices, 1);
  QVERIFY(preview.findings().changes >= 1);
  const auto &totals = preview.totals().begin()->second;
  QCOMPARE(totals.before, *rows[steady].before + *rows[busy].before);
}

/// What an invoice has to show is asked of every customer before it is issued; that is first.
void TestBillingPreview::whoLacksAnAddressIsFoundFirst() {
  const auto whole = m_house->organization(), lacking = m_house->organization();
  for (const auto &one : {whole, lacking})
    m_house->subscribe(one);
  expect(m_house->test.connect()->adHoc(
      "update organization set street_address = ' ' where organization_id = :id",
      {{"id", lacking}}));
  BillingPreview preview(*m_connection, *m_work);
  preview.start(dayIn(1));
  QTRY_COMPARE(preview.state(), BillingPreview::State::Ready);
  QCOMPARE(preview.rows().size(), 2);
  for (int i = 0; i < 2; ++i) {
    const auto row = preview.rows().row(i);
    QCOMPARE(row.finding.kind,
             row.id.organization == lacking ? Kind::MissingData : Kind::FirstInvoice);
    QCOMPARE(row.finding.missing.join(u' '),
             row.id.organization == lacking ? u"streetAddress"_s : QString());
  }
  QCOMPARE(preview.findings().missingData, 1);
  QCOMPARE(preview.findings().firstInvoices, 1);
  QCOMPARE(preview.findings().all(), 2);
}

void TestBillingPreview::whoCannotBeBilledIsNamed() {
  const auto whole = m_house->organization(), broken = m_house->organization();
  for (const auto &one : {whole, broken})
    m_house->subscribe(one);
  BillingPreview preview(*m_connection, *m_work);
  const auto owner = m_house->test.connect();
  expect(owner->adHoc("update organization set name = 'Odd One' where organization_id = :id",
                      {{"id", broken}}));
  expect(owner->script("set session_replication_role = replica"));
  expect(owner->adHoc("update subscription set currency = 'QQQ' where organization_id = :id",
                      {{"id", broken}}));
  preview.start(dayIn(1));
  QTRY_COMPARE(preview.state(), BillingPreview::State::Ready);
  QCOMPARE(preview.rows().size(), 1);
  QCOMPARE(preview.cannotBill().organizations, 1);
  QCOMPARE(preview.cannotBill().name, u"Odd One"_s);
  QCOMPARE(preview.cannotBill().why.code, u"currency.unknown"_s);
  expect(owner->adHoc("update subscription set currency = 'USD' where organization_id = :id",
                      {{"id", broken}}));
  preview.start(dayIn(1));
  QTRY_COMPARE(preview.rows().size(), 2);
  QTRY_COMPARE(preview.cannotBill().organizations, 0);
}

/// So many that they are put in order on another thread, and come while others are shown.
void TestBillingPreview::check15_manyRowsAreReadPageByPage() {
  for (int i = 0; i < 18; ++i)
    m_house->subscribe(m_house->organization(), u"starter"_s);
  models::PreviewList list(*m_connection, *m_work);
  const QAbstractItemModelTester tester(&list,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
  list.begin();
  QCOMPARE(list.state(), models::PreviewList::State::Loading);
  list.preview().start(dayIn(3600));
  QTRY_COMPARE_WITH_TIMEOUT(list.preview().state(), BillingPreview::State::Ready, 20'000);
  const auto rows = list.preview().rows().size();
  QVERIFY2(rows > 2000, qPrintable(QString::number(rows)));
  QTRY_COMPARE(list.count(), rows);
  QTRY_VERIFY(list.state() == models::PreviewList::State::Ready && !list.isFetching());
  for (int page = 0; page < rows / 100 + 2 && !list.isComplete(); ++page) {
    list.setVisibleRows(list.rowCount() - 10, list.rowCount() - 1);
    QTRY_VERIFY(!list.isFetching());
  }
  QCOMPARE(list.rowCount(), rows);
  QVERIFY(list.pagesHeld() <= models::PreviewList::pagesKept);
  list.sort(models::PreviewQuery::IssuedColumn, Qt::AscendingOrder);
  QTRY_VERIFY(list.state() == models::PreviewList::State::Ready && !list.isFetching());
  const auto first = list.index(0, 0).data(models::PreviewList::RowRole);
  QCOMPARE(first.value<models::PreviewRow>().id.position, 0);
  list.narrow({{u"search"_s, u"nobody"_s}});
  QTRY_COMPARE(list.count(), 0);
  QCOMPARE(list.rowCount(), 0);
}

/// Check 2 of the console: within a second, also while the server is busy with a statement.
void TestBillingPreview::aCancelledPreviewEndsAtOnce() {
  m_house->subscribe(m_house->organization());
  hold();
  BillingPreview preview(*m_connection, *m_work);
  preview.start(dayIn(40));
  QTest::qWait(200);
  QCOMPARE(preview.state(), BillingPreview::State::Running);
  const tests::QuietTime took;
  preview.cancel();
  QCOMPARE(preview.state(), BillingPreview::State::Cancelled);
  QVERIFY(m_work->items().isEmpty());
  const auto next = m_connection->work(
      [](store::Session &, business::AppliedBusiness &) -> Result<int> { return 1; });
  QTRY_VERIFY(next.isFinished());
  QVERIFY2(took.elapsed() <= tests::underSanitizers(1'000),
           qPrintable(QString::number(took.elapsed())));
}

void TestBillingPreview::aCancelledRunSaysSo() {
  const auto organization = m_house->organization();
  m_house->subscribe(organization);
  models::BillingRunner runner(*m_connection, *m_work);
  QSignalSpy looked(&runner, &models::BillingRunner::looked);
  QSignalSpy finished(&runner, &models::BillingRunner::finished);
  runner.look();
  QTRY_COMPARE(looked.size(), 1);
  hold();
  runner.start(looked[0][0].value<billing::RunPicture>());
  QTest::qWait(200);
  QVERIFY(runner.isRunning());
  m_work->cancel(m_work->items().front().key);
  QVERIFY(m_work->items().front().isCancelling);
  release();
  QTRY_COMPARE(finished.size(), 1);
  const auto outcome = finished[0][0].value<models::RunOutcome>();
  QVERIFY(outcome.wasCancelled);
  QCOMPARE(m_house->wrong(), QString());
}

QTEST_GUILESS_MAIN(TestBillingPreview)
#include "tst_billing_preview.moc"
