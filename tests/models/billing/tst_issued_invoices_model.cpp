// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/billing/invoice_key.h"
#include "models/billing/issued_invoices_model.h"
#include "tests/services/billing/billing_house.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace tenantry;
using namespace tenantry::tests;
using billing::InvoiceFilter;
using models::IssuedInvoicesModel;
using std::chrono::days;

/// The console's list of issued invoices over a book with a clock that stands still: three
/// customers, one invoice a month each, none of them paid.
class TestIssuedInvoicesModel : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void init();
  void cleanup();
  void theNewestStandFirst();
  void anOverdueInvoiceIsAmongTheOpenOnes();
  void anotherCustomersRowsDoNotStay();
  void aNumberIsLookedForAmongAll();
  void onlyWhatHasAnOrderIsSorted();
  void aRowThatChangesElsewhereStaysSelected();
  void nothingIsReadBeforeSomebodyLooks();

private:
  [[nodiscard]] QStringList numbers() const;
  void show(const models::IssuedInvoicesFilter &filter);

  std::unique_ptr<BillingHouse> m_house;
  std::unique_ptr<models::Connection> m_connection;
  std::unique_ptr<IssuedInvoicesModel> m_list;
  std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestIssuedInvoicesModel::init() {
  m_house = std::make_unique<BillingHouse>();
  for (int i = 0; i < 3; ++i)
    m_house->subscribe(m_house->organization());
  m_house->runAll();
  m_house->clock.set(BillingHouse::start() + days(35));
  m_house->runAll();
  m_connection =
      std::make_unique<models::Connection>(m_house->test.settings(), m_house->clock, u"test"_s);
  m_list = std::make_unique<IssuedInvoicesModel>(*m_connection);
  m_tester = std::make_unique<QAbstractItemModelTester>(
      m_list.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
  m_list->reload();
  QTRY_COMPARE(m_list->state(), IssuedInvoicesModel::State::Ready);
}

void TestIssuedInvoicesModel::cleanup() {
  m_tester.reset();
  m_list.reset();
  m_connection.reset();
  m_house.reset();
}

QStringList TestIssuedInvoicesModel::numbers() const {
  QStringList all;
  for (int row = 0; row < m_list->rowCount(); ++row)
    all += m_list->index(row, 0).data(models::NumberRole).toString();
  return all;
}

void TestIssuedInvoicesModel::show(const models::IssuedInvoicesFilter &filter) {
  m_list->setFilter(filter);
  QTRY_COMPARE(m_list->state(), IssuedInvoicesModel::State::Ready);
}

void TestIssuedInvoicesModel::theNewestStandFirst() {
  QCOMPARE(m_list->rowCount(), 6);
  QTRY_COMPARE(m_list->count(), 6);
  for (int row = 1; row < 6; ++row)
    QVERIFY(m_list->index(row, 0).data(models::IssuedRole).value<LocalDay>() <=
            m_list->index(row - 1, 0).data(models::IssuedRole).value<LocalDay>());
  QCOMPARE(m_list->index(0, 0).data(models::InvoiceOrganizationRole).toString(), u"One"_s);
}

void TestIssuedInvoicesModel::anOverdueInvoiceIsAmongTheOpenOnes() {
  show({InvoiceFilter::Open, {}});
  QCOMPARE(m_list->rowCount(), 6);
  QCOMPARE(m_list->sortColumn(), int(IssuedInvoicesModel::DueColumn));
  QVERIFY(m_list->index(0, 0).data(models::IsOverdueRole).toBool());
  QVERIFY(!m_list->index(5, 0).data(models::IsOverdueRole).toBool());
  show({InvoiceFilter::Overdue, {}});
  QCOMPARE(m_list->rowCount(), 3);
  show({InvoiceFilter::Paid, {}});
  QCOMPARE(m_list->rowCount(), 0);
  QCOMPARE(m_list->sortColumn(), int(IssuedInvoicesModel::IssuedColumn));
}

/// While what is asked for is read, rows of before stay; those of other customers go at once.
void TestIssuedInvoicesModel::anotherCustomersRowsDoNotStay() {
  models::IssuedInvoicesFilter filter;
  filter.organization = models::invoiceKeyOf(m_list->keyAt(0)).organization;
  m_list->setFilter(filter);
  QCOMPARE(m_list->rowCount(), 0);
  QTRY_COMPARE(m_list->state(), IssuedInvoicesModel::State::Ready);
  QCOMPARE(m_list->rowCount(), 2);
  filter.kind = InvoiceFilter::Open;
  m_list->setFilter(filter);
  QCOMPARE(m_list->rowCount(), 2); // of the same customer
  QTRY_COMPARE(m_list->state(), IssuedInvoicesModel::State::Ready);
  filter.organization = m_house->organization();
  m_list->setFilter(filter);
  QCOMPARE(m_list->rowCount(), 0);
  QTRY_COMPARE(m_list->state(), IssuedInvoicesModel::State::Ready);
  QCOMPARE(m_list->rowCount(), 0);
}

void TestIssuedInvoicesModel::aNumberIsLookedForAmongAll() {
  show({InvoiceFilter::Paid, u"INV-"_s});
  QCOMPARE(m_list->rowCount(), 6);
  auto sorted = numbers();
  sorted.sort();
  QCOMPARE(numbers(), sorted);
  show({InvoiceFilter::Paid, sorted.last()});
  QCOMPARE(numbers(), QStringList(sorted.last()));
}

void TestIssuedInvoicesModel::onlyWhatHasAnOrderIsSorted() {
  const auto newestFirst = numbers();
  QSignalSpy resets(m_list.get(), &QAbstractItemModel::modelReset);
  for (const int column : {IssuedInvoicesModel::NumberColumn, IssuedInvoicesModel::DueColumn,
                           IssuedInvoicesModel::TotalColumn, IssuedInvoicesModel::StatusColumn})
    m_list->sort(column, Qt::AscendingOrder);
  QCOMPARE(resets.count(), 0);
  m_list->sort(IssuedInvoicesModel::IssuedColumn, Qt::AscendingOrder);
  QTRY_COMPARE(resets.count(), 1);
  QTRY_COMPARE(m_list->state(), IssuedInvoicesModel::State::Ready);
  auto oldestFirst = numbers();
  std::reverse(oldestFirst.begin(), oldestFirst.end());
  QCOMPARE(oldestFirst, newestFirst);
}

void TestIssuedInvoicesModel::aRowThatChangesElsewhereStaysSelected() {
  const QPersistentModelIndex last = m_list->index(5, 0);
  const QString number = last.data(models::NumberRole).toString();
  const auto row = expect(m_house->test.connect()->adHoc(
      "update invoice set paid = total, status = 'paid', paid_at = now() where number = :number "
      "returning organization_id",
      {{"number", number}}));
  Q_EMIT m_connection->organizationsChanged({row[0].get<OrganizationId>(0)});
  QTRY_VERIFY(last.data(models::InvoiceRole).value<billing::Invoice>().status ==
              billing::InvoiceStatus::Paid);
  QVERIFY(!last.data(models::AmountDueRole).isValid());
  QCOMPARE(last.data(models::NumberRole).toString(), number);
  QCOMPARE(m_list->rowCount(), 6);
}

void TestIssuedInvoicesModel::nothingIsReadBeforeSomebodyLooks() {
  IssuedInvoicesModel list(*m_connection);
  QSignalSpy resets(&list, &QAbstractItemModel::modelReset);
  Q_EMIT m_connection->caughtUp();
  QVERIFY(!list.isFetching());
  list.begin();
  QTRY_COMPARE(list.rowCount(), 6);
  list.begin();
  QCOMPARE(resets.count(), 1);
}

QTEST_GUILESS_MAIN(TestIssuedInvoicesModel)
#include "tst_issued_invoices_model.moc"
