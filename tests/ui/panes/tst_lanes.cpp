// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/lists/facets.h"
#include "tests/ui/panes/shared_panes.h"
#include "tests/ui/panes/stall.h"
#include "ui/shell/palette.h"
#include "ui/theme/theme_manager.h"
#include "ui/widgets/search_field.h"
#include <QApplication>
#include <QLineEdit>
#include <QListView>

using namespace tenantry;
using namespace tenantry::tests;

/// Figures and counts take long where books are large: nobody who looks at a list or searches waits
/// for them, and what nobody waits for is not read (checks 2, 6 and 15).
class TestLanes : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase() { new ui::ThemeManager(qApp); }
  void check6_aStalledFigureDelaysNoSearch();
  void check15_aStalledFigureDelaysNoPage_data();
  void check15_aStalledFigureDelaysNoPage();
  void check2_leavingHomeCancelsItsFigures();
  void check2_aClosedMenuCancelsItsCounts();
  void cleanupTestCase() { m_shared.reset(); }

private:
  SharedPanes m_shared;
};

void TestLanes::check6_aStalledFigureDelaysNoSearch() {
  auto &house = m_shared.get();
  QVERIFY(house.show(u"tenantry://home"_s));
  auto holding = std::make_unique<Held>(house, u"bank_entry"_s);
  house.home->reload();
  QTRY_VERIFY(waiting(house) > 0);
  auto *palette = house.window->palette();
  QTest::keyClick(house.home, Qt::Key_K, Qt::ControlModifier);
  QVERIFY(palette->isVisible());
  QTest::keyClicks(palette->field(), u"INV-2026-000001"_s);
  QTRY_COMPARE(palette->list()->currentIndex().data().toString(), u"INV-2026-000001"_s);
  QVERIFY(waiting(house) > 0);
  QTest::keyClick(palette->field(), Qt::Key_Escape);
  holding.reset();
  QTRY_VERIFY(house.home->isSettled());
}

void TestLanes::check15_aStalledFigureDelaysNoPage_data() {
  QTest::addColumn<QString>("link");
  for (const auto *pane : {"organizations", "subscriptions", "invoices", "mails"})
    QTest::newRow(pane) << u"tenantry://"_s + QLatin1String(pane);
}

void TestLanes::check15_aStalledFigureDelaysNoPage() {
  QFETCH(QString, link);
  auto &house = m_shared.get();
  auto stalled =
      house.connection->measure([](store::Session &session, business::AppliedBusiness &) {
        return session.database.script("select pg_sleep(120)");
      });
  QVERIFY(house.show(link));
  listIn(house)->list().reload();
  QTRY_COMPARE(listIn(house)->list().state(), models::PagedListModel::State::Ready);
  QVERIFY(!stalled.isFinished());
  stalled.cancel();
}

/// Whoever comes back finds them read.
void TestLanes::check2_leavingHomeCancelsItsFigures() {
  auto &house = m_shared.get();
  QVERIFY(house.show(u"tenantry://home"_s));
  auto holding = std::make_unique<Held>(house, u"bank_entry"_s);
  house.home->reload();
  QTRY_VERIFY(waiting(house) > 0);
  house.window->open(*ui::Place::parse(u"tenantry://mails"_s));
  QTRY_COMPARE(waiting(house), 0);
  holding.reset();
  QVERIFY(house.show(u"tenantry://home"_s));
  QVERIFY(house.home->isSettled());
}

void TestLanes::check2_aClosedMenuCancelsItsCounts() {
  auto &house = m_shared.get();
  QVERIFY(house.show(u"tenantry://subscriptions"_s));
  auto holding = std::make_unique<Held>(house, u"subscription"_s);
  QVERIFY(openFacets(*house.subscriptions->filters(), u"status"_s));
  QTRY_VERIFY(waiting(house) > 0);
  closeFacets();
  QTRY_COMPARE(waiting(house), 0);
  holding.reset();
}

QTEST_MAIN(TestLanes)
#include "tst_lanes.moc"
