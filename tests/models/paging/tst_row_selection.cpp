// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/organizations/organization_list_model.h"
#include "models/paging/row_selection.h"
#include "services/organizations/service.h"
#include "tests/support/test_database.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using models::OrganizationListModel;
using models::RowSelection;
using Reach = RowSelection::Reach;

/// What is selected in a list over 2,600 organizations, of which 2,000 are kept in memory.
class TestRowSelection : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void init();
  void aSelectedRowIsKnownByWhatItIs();
  void itOutlivesPagesThatLeaveTheMemory();
  void itOutlivesAnotherOrder();
  void anotherFilterEndsIt();
  void allThatMatchTakesRowsThatComeLater();
  void whatIsLeftOutOfAllIsRemembered();
  void aRangeEndsWhereRowsAreNotLoaded();

private:
  void scrollTo(int row);
  void scrollThrough(int last);
  [[nodiscard]] QModelIndex row(int at) const { return m_list->index(at, 0); }
  [[nodiscard]] QString nameAt(int at) const { return row(at).data(models::NameRole).toString(); }
  /// Whether the rows in memory are shown as the keys say.
  [[nodiscard]] bool isShownAsChosen() const;

  static constexpr int all = 2600;
  SystemClock m_clock;
  std::unique_ptr<tests::TestDatabase> m_database;
  std::unique_ptr<store::Database> m_other; ///< somebody else's connection
  std::unique_ptr<models::Connection> m_connection;
  std::unique_ptr<OrganizationListModel> m_list;
  std::unique_ptr<RowSelection> m_selection;
};

void TestRowSelection::initTestCase() {
  m_database = std::make_unique<tests::TestDatabase>();
  m_other = m_database->connect();
  m_connection = std::make_unique<models::Connection>(m_database->settings(), m_clock, u"test"_s);
  std::vector<organizations::Organization> made;
  for (int i = 0; i < all; ++i) {
    organizations::Organization one;
    one.name = u"Customer %1"_s.arg(i, 4, 10, QChar(u'0'));
    one.email = u"billing@example.org"_s;
    one.addressCountry = u"DE"_s;
    one.currency = *Currency::parse(u"EUR");
    one.createdAt = Instant(std::chrono::minutes(25'000'000 - i));
    made.push_back(one);
  }
  store::Session session{*m_other, m_clock, u"test"_s};
  QVERIFY(organizations::OrganizationService(session).createMany(made));
}

void TestRowSelection::init() {
  m_selection.reset();
  m_list = std::make_unique<OrganizationListModel>(*m_connection);
  m_selection = std::make_unique<RowSelection>(*m_list, *m_list);
  m_list->reload();
  QTRY_COMPARE(m_list->state(), OrganizationListModel::State::Ready);
}

void TestRowSelection::scrollTo(int at) {
  m_list->setVisibleRows(std::max(at - 20, 0), at);
  QTRY_VERIFY(!m_list->isFetching() && !m_list->keyAt(at).isEmpty());
}

void TestRowSelection::scrollThrough(int last) {
  for (int at = 60; at < last; at += 60)
    scrollTo(at);
  scrollTo(last);
}

bool TestRowSelection::isShownAsChosen() const {
  for (int at = 0; at < m_list->rowCount(); ++at) {
    const auto key = m_list->keyAt(at);
    const bool isChosen =
        m_selection->keys().contains(key) == (m_selection->reach() == Reach::Rows);
    if (!key.isEmpty() && isChosen != m_selection->isSelected(row(at)))
      return false;
  }
  return true;
}

void TestRowSelection::aSelectedRowIsKnownByWhatItIs() {
  m_selection->select(row(3), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
  m_selection->select(row(5), QItemSelectionModel::Select | QItemSelectionModel::Rows);
  const auto keys = m_selection->keys();
  QVERIFY(m_other->adHoc("update organization set name = 'Aaa' where name = 'Customer 0005'"));
  m_list->refresh();
  QTRY_COMPARE(nameAt(0), u"Aaa"_s);
  QCOMPARE(m_selection->keys(), keys);
  QVERIFY(m_selection->isSelected(row(0)) && m_selection->isSelected(row(4)));
  QVERIFY(isShownAsChosen());
  // Also where it went past the page that it stood on.
  QVERIFY(m_other->adHoc("update organization set name = 'Zzz' where name = 'Aaa'"));
  m_list->refresh();
  QTRY_COMPARE(nameAt(0), u"Customer 0000"_s);
  QCOMPARE(m_selection->keys(), keys);
  QVERIFY(m_other->adHoc("update organization set name = 'Customer 0005' where name = 'Zzz'"));
}

void TestRowSelection::itOutlivesPagesThatLeaveTheMemory() {
  m_selection->selectOnly(5, 8);
  m_selection->select(row(6), QItemSelectionModel::Toggle | QItemSelectionModel::Rows);
  scrollThrough(all - 1);
  QVERIFY(m_list->keyAt(5).isEmpty());
  m_selection->select(row(all - 1), QItemSelectionModel::Select | QItemSelectionModel::Rows);
  QCOMPARE(m_selection->count(), 4);
  scrollTo(20);
  QVERIFY(m_selection->isSelected(row(5)) && !m_selection->isSelected(row(6)));
  QCOMPARE(m_selection->count(), 4);
  QVERIFY(isShownAsChosen());
}

void TestRowSelection::itOutlivesAnotherOrder() {
  m_selection->selectOnly(0, 1);
  m_list->sort(OrganizationListModel::CreatedColumn, Qt::AscendingOrder);
  QTRY_COMPARE(nameAt(0), u"Customer 2599"_s);
  QCOMPARE(m_selection->count(), 2);
  QVERIFY(!m_selection->isSelected(row(0)));
  m_list->sort(OrganizationListModel::CreatedColumn, Qt::DescendingOrder);
  QTRY_COMPARE(nameAt(0), u"Customer 0000"_s);
  QVERIFY(m_selection->isSelected(row(0)) && m_selection->isSelected(row(1)));
  QVERIFY(isShownAsChosen());
}

void TestRowSelection::anotherFilterEndsIt() {
  m_selection->selectAllMatching();
  m_list->setFilter({.search = u"customer 00"_s, .status = {}, .planId = {}});
  QVERIFY(m_selection->isEmpty());
  QTRY_COMPARE(m_list->rowCount(), 100);
  QVERIFY(!m_selection->hasSelection());
}

void TestRowSelection::allThatMatchTakesRowsThatComeLater() {
  QTRY_COMPARE(m_list->count(), all);
  m_selection->selectAllMatching();
  QCOMPARE(m_selection->count(), all);
  scrollTo(150);
  QVERIFY(m_selection->isSelected(row(199)));
  QCOMPARE(m_selection->keys().size(), 0);
  QVERIFY(isShownAsChosen());
}

void TestRowSelection::whatIsLeftOutOfAllIsRemembered() {
  QTRY_COMPARE(m_list->count(), all);
  m_selection->selectAllMatching();
  m_selection->select(row(7), QItemSelectionModel::Toggle | QItemSelectionModel::Rows);
  QCOMPARE(m_selection->keys(), QSet<QString>{m_list->keyAt(7)});
  QCOMPARE(m_selection->count(), all - 1);
  scrollThrough(all - 1);
  scrollTo(20);
  QVERIFY(!m_selection->isSelected(row(7)) && m_selection->isSelected(row(8)));
  m_selection->select(row(7), QItemSelectionModel::Toggle | QItemSelectionModel::Rows);
  QCOMPARE(m_selection->count(), all);
  m_selection->select(row(9), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
  QCOMPARE(m_selection->reach(), Reach::Rows);
  QCOMPARE(m_selection->keys(), QSet<QString>{m_list->keyAt(9)});
}

void TestRowSelection::aRangeEndsWhereRowsAreNotLoaded() {
  scrollThrough(all - 1);
  m_selection->selectOnly(0, all - 1);
  QVERIFY(m_selection->isCutShort());
  QCOMPARE(m_selection->count(), 2000);
  m_selection->selectOnly(all - 1, all - 1);
  QVERIFY(!m_selection->isCutShort());
}

QTEST_GUILESS_MAIN(TestRowSelection)
#include "tst_row_selection.moc"
