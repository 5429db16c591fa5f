// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/panes/shared_panes.h"
#include "ui/lists/list_page.h"
#include "ui/theme/theme_manager.h"
#include "ui/widgets/notice_bar.h"
#include <QApplication>
#include <QElapsedTimer>
#include <QPushButton>

using namespace tenantry;
using namespace tenantry::tests;

/// Check 2 of every list: what is read, at first or again, is cancelled by Esc; the list says so
/// and reads when it is told to.
class TestStoppedPages : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase() { new ui::ThemeManager(qApp); }
  void cleanup();
  void cleanupTestCase() { m_shared.reset(); }
  void check2_escStopsTheReading_data();
  void check2_escStopsTheReading();

private:
  void hold(); ///< until it is let go, nobody reads a table
  void letGo();

  SharedPanes m_shared;
  std::unique_ptr<store::Database> m_holder;
};

namespace {

/// Of those that are seen the one within the others: a timeline, not the list beside it.
ui::RecordList *listIn(const EveryPane &house) {
  ui::RecordList *found = nullptr;
  for (auto *list : house.window->currentPane()->findChildren<ui::RecordList *>())
    if (list->isVisible() && (!found || qobject_cast<ui::ListPage *>(list->parentWidget())))
      found = list;
  return found;
}

bool isSaidToWork(const ui::RecordList &list) {
  const auto parts = list.findChildren<QWidget *>();
  return std::any_of(parts.begin(), parts.end(), [](const QWidget *part) {
    return part->isVisible() && part->accessibleName() == u"Working";
  });
}

} // namespace

void TestStoppedPages::cleanup() { letGo(); }

void TestStoppedPages::hold() {
  auto &house = m_shared.get();
  house.asOther([&](store::Database &) {
    m_holder = house.house.test.connect();
    const auto held = m_holder->script("begin; do $$ declare one regclass; begin "
                                       "for one in select oid from pg_class where relkind = 'r' "
                                       "and relnamespace = 'tenantry'::regnamespace "
                                       "order by relname loop "
                                       "execute format('lock table %s', one); end loop; end $$");
    QVERIFY2(held, held ? "" : qPrintable(held.error().toString()));
  });
}

void TestStoppedPages::letGo() {
  if (m_holder)
    m_shared.get().asOther([this](store::Database &) { m_holder.reset(); });
}

void TestStoppedPages::check2_escStopsTheReading_data() {
  QTest::addColumn<QString>("link");
  QTest::newRow("organizations") << u"tenantry://organizations"_s;
  QTest::newRow("timeline") << u"timeline"_s;
  QTest::newRow("timeline of an invoice") << u"tenantry://invoice/INV-2026-000001?tab=timeline"_s;
  QTest::newRow("subscriptions") << u"tenantry://subscriptions"_s;
  QTest::newRow("invoices") << u"tenantry://invoices"_s;
  QTest::newRow("matching, empty") << u"tenantry://matching"_s;
  QTest::newRow("dunning") << u"tenantry://dunning"_s;
  QTest::newRow("contradictions, empty") << u"tenantry://contradictions"_s;
  QTest::newRow("journal") << u"tenantry://ledger?tab=journal"_s;
  QTest::newRow("open items") << u"tenantry://ledger?tab=open-items"_s;
  QTest::newRow("usage") << u"tenantry://usage"_s;
  QTest::newRow("late usage, empty") << u"tenantry://usage?tab=late"_s;
  QTest::newRow("mails") << u"tenantry://mails"_s;
}

void TestStoppedPages::check2_escStopsTheReading() {
  QFETCH(QString, link);
  auto &house = m_shared.get();
  QVERIFY(house.show(link));
  ui::RecordList *shown = nullptr;
  QTRY_VERIFY((shown = listIn(house)) && shown->isSettled());
  auto &list = shown->list();
  const int rows = list.rowCount();
  hold();
  list.refresh();
  QTRY_VERIFY(list.isFetchingLong());
  QVERIFY(isSaidToWork(*shown));
  QElapsedTimer took;
  took.start();
  QTest::keyClick(house.window.get(), Qt::Key_Escape);
  QTRY_VERIFY(list.isStopped());
  QVERIFY2(took.elapsed() < 1000, qPrintable(QString::number(took.elapsed())));
  QCOMPARE(list.rowCount(), rows);
  auto *notice = shown->findChild<ui::NoticeBar *>();
  auto *picture = shown->findChild<ui::EmptyState *>();
  QCOMPARE(notice->isVisible(), rows > 0);
  QCOMPARE(picture->isVisible(), rows == 0);
  letGo();
  auto *again = rows > 0 ? notice->findChild<QPushButton *>() : picture->findChild<QPushButton *>();
  QVERIFY(again && again->isVisible());
  QTest::mouseClick(again, Qt::LeftButton);
  QTRY_COMPARE(list.state(), models::PagedListModel::State::Ready);
  QTRY_VERIFY(shown->isSettled());
  QCOMPARE(list.rowCount(), rows);
}

QTEST_MAIN(TestStoppedPages)
#include "tst_stopped_pages.moc"
