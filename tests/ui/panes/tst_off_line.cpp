// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/panes/every_pane.h"
#include "ui/home/home_card.h"
#include "ui/lists/list_acts.h"
#include "ui/lists/list_views.h"
#include "ui/theme/theme_manager.h"
#include "ui/widgets/notice_bar.h"
#include <QAction>
#include <QApplication>
#include <QDateEdit>
#include <QMenu>
#include <QPushButton>

using namespace tenantry;
using namespace tenantry::tests;
using models::BillingPreview;

/// Check 22: what was read stays readable while there is no connection, what cannot be done then
/// says so, and back on-line it catches up by itself.
class TestOffLine : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase() { new ui::ThemeManager(qApp); }
  void check22_billingKeepsItsRows();
  void check22_aPreviewThatIsGivenUpLeavesTheOneBefore();
  void check22_homeKeepsItsFiguresAndRows();
  void check22_actionsSayThatThereIsNoConnection();
};

namespace {

const QString reason = u"There is no connection to the database"_s;

QPushButton *button(const QWidget &where, const QString &text) {
  for (auto *one : where.findChildren<QPushButton *>())
    if (one->text() == text)
      return one;
  return nullptr;
}

} // namespace

void TestOffLine::check22_billingKeepsItsRows() {
  EveryPane house;
  QVERIFY(house.show(house.today()));
  auto &preview = house.billing->preview();
  QTRY_COMPARE(preview.state(), BillingPreview::State::Ready);
  QCOMPARE(house.billing->table()->model()->rowCount(), 3);
  auto *day = house.billing->findChild<QDateEdit *>();
  house.cutOff(true);
  QTRY_VERIFY(!house.connection->isConnected());
  for (const auto &text : {u"Today"_s, u"Recalculate"_s, u"Finalize what is due"_s}) {
    auto *one = button(*house.billing, text);
    QVERIFY2(one && !one->isEnabled(), qPrintable(text));
    QCOMPARE(one->toolTip(), reason);
  }
  QVERIFY(!day->isEnabled());
  QCOMPARE(day->toolTip(), reason);
  QTest::keyClick(house.window.get(), Qt::Key_F5);
  QCOMPARE(preview.state(), BillingPreview::State::Ready);
  // A link may ask for another day all the same.
  const auto shown = preview.day();
  house.window->open({ui::Place::Kind::Billing, {}, {}, shown + std::chrono::days(40)});
  QTRY_COMPARE(preview.state(), BillingPreview::State::Failed);
  QCOMPARE(house.billing->table()->model()->rowCount(), 3);
  QVERIFY(house.billing->table()->isVisible());
  QCOMPARE(preview.day(), shown);
  const auto *notice = house.billing->notice();
  QVERIFY(notice->isVisible());
  QVERIFY2(notice->text().contains(u"The preview could not be computed"_s),
           qPrintable(notice->text()));
  house.cutOff(false);
  QTRY_COMPARE_WITH_TIMEOUT(preview.state(), BillingPreview::State::Ready, 20'000);
  QCOMPARE(preview.day(), shown + std::chrono::days(40));
  QVERIFY(!notice->isVisible());
  QVERIFY(day->isEnabled());
}

void TestOffLine::check22_aPreviewThatIsGivenUpLeavesTheOneBefore() {
  EveryPane house;
  QVERIFY(house.show(house.today()));
  auto &preview = house.billing->preview();
  QTRY_COMPARE(preview.state(), BillingPreview::State::Ready);
  const auto day = preview.day();
  std::unique_ptr<store::Database> holder;
  house.asOther([&](store::Database &) {
    holder = house.house.test.connect();
    QVERIFY(holder->script("begin; lock table subscription in access exclusive mode"));
  });
  house.window->open({ui::Place::Kind::Billing, {}, {}, day + std::chrono::days(40)});
  QCOMPARE(preview.state(), BillingPreview::State::Running);
  QTest::qWait(200);
  QCOMPARE(house.billing->table()->model()->rowCount(), 3);
  QTest::keyClick(house.window.get(), Qt::Key_Escape);
  QTRY_COMPARE(preview.state(), BillingPreview::State::Ready);
  QCOMPARE(preview.day(), day);
  QCOMPARE(house.billing->findChild<QDateEdit *>()->date(),
           QDate(1970, 1, 1).addDays(qint64(day.time_since_epoch().count())));
  QCOMPARE(house.billing->table()->model()->rowCount(), 3);
  house.asOther([&](store::Database &) { holder.reset(); });
}

void TestOffLine::check22_homeKeepsItsFiguresAndRows() {
  EveryPane house;
  QVERIFY(house.show(house.home->home()));
  auto *card = house.home->card(models::HomeFigure::Overdue);
  const auto rows = [card] { return card->findChildren<ui::LinkRow *>().size(); };
  QTRY_COMPARE(rows(), 3);
  house.cutOff(true);
  QTRY_VERIFY(!house.connection->isConnected());
  QTest::keyClick(house.window.get(), Qt::Key_F5);
  house.home->reload(); // as what becomes stale does when one looks again
  QTRY_VERIFY(house.home->isSettled());
  QCOMPARE(rows(), 3);
  QVERIFY(card->isVisible());
  house.cutOff(false);
  QTRY_VERIFY_WITH_TIMEOUT(house.connection->isConnected(), 10'000);
  QTRY_VERIFY(house.home->isSettled());
  QCOMPARE(rows(), 3);
}

void TestOffLine::check22_actionsSayThatThereIsNoConnection() {
  EveryPane house;
  QVERIFY(house.show(house.customers->home()));
  auto *import = button(*house.customers, u"Import"_s);
  QVERIFY(import->isEnabled());
  house.customers->views()->saveAs(u"Mine"_s);
  QTRY_VERIFY(!house.customers->views()->current().isEmpty());
  house.cutOff(true);
  QTRY_VERIFY(!house.connection->isConnected());
  QVERIFY(!import->isEnabled());
  QCOMPARE(import->toolTip(), reason);
  QCOMPARE(house.customers->acts()->undo()->toolTip(), u"There is nothing to undo"_s);
  const std::unique_ptr<QMenu> menu(house.customers->views()->makeMenu());
  for (const auto &text :
       {u"Save as a view…"_s, u"Save the changes"_s, u"Rename…"_s, u"Share with"_s, u"Delete…"_s}) {
    const auto actions = menu->actions();
    const auto found = std::find_if(actions.begin(), actions.end(),
                                    [&](const QAction *one) { return one->text() == text; });
    QVERIFY2(found != actions.end(), qPrintable(text));
    QVERIFY2(!(*found)->isEnabled(), qPrintable(text));
    QCOMPARE((*found)->toolTip(), reason);
  }
  house.cutOff(false);
  QTRY_VERIFY_WITH_TIMEOUT(import->isEnabled(), 10'000);
}

QTEST_MAIN(TestOffLine)
#include "tst_off_line.moc"
