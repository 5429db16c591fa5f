// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/matching/bank_assigner.h"
#include "models/matching/bank_list_model.h"
#include "models/matching/dismiss_bulk.h"
#include "tests/services/payments/desk.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace tenantry;
using namespace tenantry::tests;
using models::BankAssigner;
using models::BankListModel;

/// The list of what came by bank, over a book with five entries of which one was assigned.
class TestBankListModel : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void init();
  void cleanup();
  void whatWaitsStandsFirst();
  void itIsSortedByDayAndAmount();
  void itIsKeptAsAView();
  void whatAnotherOneDoesIsShown();
  void aPageGoesOnWhereTheOneBeforeEnded();
  void invoicesOfOneOrganizationAndTheRest();
  void dismissingManyIsUndone();

private:
  [[nodiscard]] std::vector<std::int64_t> amounts() const {
    std::vector<std::int64_t> all;
    for (int row = 0; row < m_list->rowCount(); ++row)
      all.push_back(m_list->index(row, 0)
                        .data(BankListModel::RowRole)
                        .value<KeptEntry>()
                        .entry.amount.minor());
    return all;
  }
  void settle() { QTRY_COMPARE(m_list->state(), BankListModel::State::Ready); }

  std::unique_ptr<Desk> m_desk;
  std::unique_ptr<models::Connection> m_connection;
  std::unique_ptr<BankListModel> m_list;
  std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestBankListModel::init() {
  m_desk = std::make_unique<Desk>();
  for (const auto amount : {500, -300, 100, 400})
    static_cast<void>(m_desk->came(amount));
  static_cast<void>(m_desk->came(fee, u"INV-2026-000001"_s));
  m_connection =
      std::make_unique<models::Connection>(m_desk->test.settings(), m_desk->clock, u"test"_s);
  QTRY_VERIFY(m_connection->isConnected());
  m_list = std::make_unique<BankListModel>(*m_connection);
  m_tester = std::make_unique<QAbstractItemModelTester>(
      m_list.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
  m_list->begin();
  settle();
}

void TestBankListModel::cleanup() {
  m_tester.reset();
  m_list.reset();
  m_connection.reset();
  m_desk.reset();
}

void TestBankListModel::whatWaitsStandsFirst() {
  QCOMPARE(m_list->rowCount(), 4);
  QTRY_COMPARE(m_list->count(), 4);
  m_list->setStatus(BankEntryStatus::Matched);
  settle();
  QCOMPARE(amounts(), std::vector{fee});
  m_list->setStatus({});
  settle();
  QCOMPARE(m_list->rowCount(), 5);
  QVERIFY(!m_list->isFiltered());
}

void TestBankListModel::itIsSortedByDayAndAmount() {
  QSignalSpy resets(m_list.get(), &QAbstractItemModel::modelReset);
  m_list->sort(BankListModel::PartyColumn, Qt::AscendingOrder);
  QCOMPARE(resets.count(), 0);
  m_list->sort(BankListModel::AmountColumn, Qt::AscendingOrder);
  settle();
  QCOMPARE(amounts(), (std::vector<std::int64_t>{-300, 100, 400, 500}));
  m_list->sort(BankListModel::AmountColumn, Qt::DescendingOrder);
  settle();
  QCOMPARE(amounts(), (std::vector<std::int64_t>{500, 400, 100, -300}));
  m_list->sort(BankListModel::BookedColumn, Qt::AscendingOrder);
  settle();
  const auto oldest = amounts();
  m_list->sort(BankListModel::BookedColumn, Qt::DescendingOrder);
  settle();
  auto newest = amounts();
  std::reverse(newest.begin(), newest.end());
  QCOMPARE(newest, oldest);
}

void TestBankListModel::itIsKeptAsAView() {
  m_list->setStatus({});
  m_list->sort(BankListModel::AmountColumn, Qt::AscendingOrder);
  settle();
  const auto all = m_list->viewSettings();
  m_list->setStatus(BankEntryStatus::Matched);
  settle();
  const auto matched = m_list->viewSettings();
  QCOMPARE(expect(BankListModel::countOf(m_desk->worker.session, m_desk->worker.business, all)),
           std::int64_t(5));
  QCOMPARE(expect(BankListModel::countOf(m_desk->worker.session, m_desk->worker.business, matched)),
           std::int64_t(1));
  m_list->setViewSettings(all);
  settle();
  QCOMPARE(m_list->rowCount(), 5);
  QCOMPARE(m_list->sortColumn(), int(BankListModel::AmountColumn));
  m_list->setViewSettings({{u"status"_s, u"nonsense"_s}});
  settle();
  QCOMPARE(m_list->rowCount(), 5);
}

void TestBankListModel::whatAnotherOneDoesIsShown() {
  const QPersistentModelIndex kept = m_list->index(0, 0);
  const auto key = m_list->keyAt(0);
  static_cast<void>(m_desk->came(700)); // by another connection, without a worker
  QTRY_COMPARE(m_list->rowCount(), 5);
  QCOMPARE(m_list->keyAt(kept.row()), key);
  const auto gone = m_list->keyAt(4);
  expect(m_desk->desk().dismiss(BankEntryId::fromString(gone), u"interest"_s));
  QTRY_COMPARE(m_list->rowCount(), 4);
  QCOMPARE(m_list->rowWithKey(gone), -1);
}

void TestBankListModel::aPageGoesOnWhereTheOneBeforeEnded() {
  BankListing listing(m_desk->worker.session);
  for (const auto sort : {BankSort::Booked, BankSort::Amount})
    for (const bool ascending : {false, true})
      for (const auto &status :
           {std::optional<BankEntryStatus>(), std::optional(BankEntryStatus::Waiting)}) {
        BankQuery query{status, sort, ascending, 200, {}};
        const auto whole = expect(listing.page(query));
        QVERIFY(!whole.next);
        query.pageSize = 2;
        std::vector<BankEntryId> ids;
        do {
          const auto page = expect(listing.page(query));
          for (const auto &row : page.rows)
            ids.push_back(row.id);
          query.after = page.next;
        } while (query.after);
        QCOMPARE(ids.size(), whole.rows.size());
        for (std::size_t i = 0; i < ids.size(); ++i)
          QVERIFY(ids[i] == whole.rows[i].id);
        query.after =
            BankCursor{sort == BankSort::Booked ? decltype(BankCursor::value)(std::int64_t(1))
                                                : decltype(BankCursor::value)(LocalDay{}),
                       {}};
        QCOMPARE(listing.page(query).error().code, u"list.cursor"_s);
        query.pageSize = 0;
        QCOMPARE(listing.page(query).error().code, u"list.page_size"_s);
      }
}

void TestBankListModel::invoicesOfOneOrganizationAndTheRest() {
  const auto entry = m_desk->came(fee + 700, u"thanks"_s);
  BankAssigner assigner(*m_connection, entry);
  QSignalSpy previews(&assigner, &BankAssigner::previewed), done(&assigner, &BankAssigner::done);
  QSignalSpy refusals(&assigner, &BankAssigner::refused);
  std::optional<Candidates> found;
  connect(&assigner, &BankAssigner::found, this, [&](const Candidates &all) { found = all; });
  const auto open = m_desk->invoices()[1];
  assigner.search(open.number);
  QTRY_VERIFY(found && !found->invoices.empty());
  QCOMPARE(found->invoices.front().number, open.number);
  assigner.choose(found->invoices.front());
  QCOMPARE(assigner.choices().front().amount, fee);
  QCOMPARE(assigner.rest(), std::int64_t(700));
  QTRY_COMPARE(previews.count(), 1);
  QCOMPARE(assigner.shown()->balanceAfter, std::int64_t(700));
  assigner.setAmount(0, fee + 701);
  QVERIFY(!assigner.shown());
  assigner.confirm();
  QVERIFY(!assigner.isBusy());
  assigner.setAmount(0, fee);
  QTRY_COMPARE(previews.count(), 2);
  // Somebody else is faster: what was chosen stays, and it is said.
  expect(m_desk->desk().dismiss(entry.id, u"not ours"_s));
  QTRY_VERIFY(refusals.count() > 0);
  QVERIFY(!assigner.shown());
  QCOMPARE(assigner.choices().size(), 1u);
  expect(m_desk->desk().takeBack(entry.id));
  QTRY_VERIFY(assigner.shown());
  assigner.confirm();
  QTRY_COMPARE(done.count(), 1);
  QCOMPARE(m_desk->balance(), std::int64_t(700));
}

void TestBankListModel::dismissingManyIsUndone() {
  QStringList keys;
  for (int row = 0; row < m_list->rowCount(); ++row)
    keys += m_list->keyAt(row);
  m_list->setStatus(BankEntryStatus::Matched);
  settle();
  const auto matched = m_list->keyAt(0);
  auto &[test, session, business] = m_desk->worker;
  const auto act = models::dismissEntries(u"interest"_s);
  const auto verdicts = expect(act.preview(session, business, keys + QStringList{matched}));
  QCOMPARE(verdicts.size(), 5u);
  QVERIFY(verdicts[0].changes && !verdicts[4].changes);
  QCOMPARE(verdicts[4].refusal->code, u"bank.entry_settled"_s);
  std::vector<models::BulkChange> changes;
  for (const auto &key : keys)
    changes.push_back(expect(act.act(session, business, key, {})));
  QVERIFY(!expect(act.act(session, business, keys[0], {})).changed); // twice is once
  QVERIFY(!act.act(session, business, matched, {}));
  QCOMPARE(expect(m_desk->desk().list(BankEntryStatus::NotOurs, 10)).size(), 4u);
  for (const auto &change : changes)
    expect(change.undo(session, business));
  QCOMPARE(expect(m_desk->desk().list(BankEntryStatus::Waiting, 10)).size(), 4u);
  const auto back = models::takeBackEntries();
  QVERIFY(!expect(back.act(session, business, keys[0], {})).changed);
}

QTEST_GUILESS_MAIN(TestBankListModel)
#include "tst_bank_list_model.moc"
