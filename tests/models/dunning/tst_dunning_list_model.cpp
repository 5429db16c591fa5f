// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/billing/invoice_key.h"
#include "models/dunning/dunning_list_model.h"
#include "tests/services/payments/dunned_house.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace tenantry;
using namespace tenantry::tests;
using models::DunningListModel;

/// The console's list of what is dunned, over a book with a clock that stands still: two soft
/// declines, one for good, a day after (BILL-5).
class TestDunningListModel : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void init();
  void cleanup();
  void BILL_5_whatComesNextStandsFirst();
  void BILL_5_onlyWhatHasAnOrderIsSorted();
  void BILL_5_aFilterIsKeptAndCounted();
  void BILL_5_aCaseThatEndsElsewhereGoes();
  void BILL_5_whatIsExportedIsWhatIsListed();

private:
  [[nodiscard]] payments::DunningRow at(int row) const {
    return m_list->index(row, 0).data(DunningListModel::RowRole).value<payments::DunningRow>();
  }

  std::unique_ptr<DunnedHouse> m_house;
  payments::InvoiceKey m_first;
  std::unique_ptr<models::Connection> m_connection;
  std::unique_ptr<DunningListModel> m_list;
  std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestDunningListModel::init() {
  m_house = std::make_unique<DunnedHouse>();
  m_first = m_house->owes(soft);
  m_house->owes(hard);
  m_house->owes(soft, u"EUR"_s);
  m_house->live(1);
  m_connection =
      std::make_unique<models::Connection>(m_house->test.settings(), m_house->clock, u"test"_s);
  m_list = std::make_unique<DunningListModel>(*m_connection);
  m_tester = std::make_unique<QAbstractItemModelTester>(
      m_list.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
  m_list->reload();
  QTRY_COMPARE(m_list->state(), DunningListModel::State::Ready);
  QTRY_COMPARE(m_list->count(), 3);
}

void TestDunningListModel::cleanup() {
  m_tester.reset();
  m_list.reset();
  m_connection.reset();
  m_house.reset();
}

void TestDunningListModel::BILL_5_whatComesNextStandsFirst() {
  QCOMPARE(m_list->rowCount(), 3);
  for (int row = 1; row < 3; ++row)
    QVERIFY(*at(row - 1).actAt <= *at(row).actAt);
  QVERIFY(at(2).decline == payments::DeclineClass::Hard);
  QCOMPARE(m_list->sortColumn(), int(DunningListModel::NextColumn));
}

void TestDunningListModel::BILL_5_onlyWhatHasAnOrderIsSorted() {
  QSignalSpy resets(m_list.get(), &QAbstractItemModel::modelReset);
  for (const int column : {DunningListModel::OrganizationColumn, DunningListModel::DueColumn,
                           DunningListModel::StepColumn, DunningListModel::TriesColumn})
    m_list->sort(column, Qt::AscendingOrder);
  QCOMPARE(resets.count(), 0);
  m_list->sort(DunningListModel::NextColumn, Qt::DescendingOrder);
  QTRY_COMPARE(m_list->state(), DunningListModel::State::Ready);
  QVERIFY(at(0).decline == payments::DeclineClass::Hard);
}

void TestDunningListModel::BILL_5_aFilterIsKeptAndCounted() {
  m_list->setFilter({.decline = payments::DeclineClass::Soft, .currency = u"EUR"_s});
  QTRY_COMPARE(m_list->state(), DunningListModel::State::Ready);
  QCOMPARE(m_list->rowCount(), 1);
  QTRY_COMPARE(m_list->count(), 1);
  const auto settings = m_list->viewSettings();
  QCOMPARE(expect(DunningListModel::countOf(m_house->worker.session, m_house->worker.business,
                                            settings)),
           std::int64_t(1));
  m_list->setFilter({});
  QVERIFY(!m_list->isFiltered());
  m_list->setViewSettings(settings);
  QTRY_COMPARE(m_list->state(), DunningListModel::State::Ready);
  QCOMPARE(m_list->rowCount(), 1);
  QCOMPARE(m_list->viewSettings(), settings);
}

void TestDunningListModel::BILL_5_aCaseThatEndsElsewhereGoes() {
  QVERIFY(m_list->rowWithKey(models::keyText({m_first.organization, m_first.invoice})) >= 0);
  m_house->setMethod(m_first.organization, u"succeeds"_s);
  m_house->live(2);
  QTRY_COMPARE(m_list->rowCount(), 2);
  QCOMPARE(m_list->rowWithKey(models::keyText({m_first.organization, m_first.invoice})), -1);
}

void TestDunningListModel::BILL_5_whatIsExportedIsWhatIsListed() {
  const QTemporaryDir folder;
  const QString path = folder.filePath(u"dunning.csv"_s);
  const auto exporting =
      m_list->exporting(path, {DunningListModel::OrganizationColumn, DunningListModel::StepColumn,
                               DunningListModel::TriesColumn});
  QCOMPARE(expect(exporting(m_house->worker.session, m_house->worker.business,
                            [](std::int64_t) { return true; })),
           std::int64_t(3));
  QFile file(path);
  QVERIFY(file.open(QIODevice::ReadOnly));
  const auto text = QString::fromUtf8(file.readAll());
  QVERIFY2(text.contains(u"\"One\",\"exhausted\",\"1/4\",\"INV-"_s), qPrintable(text));
}

QTEST_GUILESS_MAIN(TestDunningListModel)
#include "tst_dunning_list_model.moc"
