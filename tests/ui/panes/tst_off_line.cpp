// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/panes/every_pane.h"
#include "tests/ui/panes/stall.h"
#include "ui/home/home_card.h"
#include "ui/lists/list_acts.h"
#include "ui/lists/list_views.h"
#include "ui/lists/record_list.h"
#include "ui/theme/theme_manager.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/search_field.h"
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
  void check22_whatIsChosenThenLeavesTheRows_data();
  void check22_whatIsChosenThenLeavesTheRows();
  void check22_whatIsLookedAtThenIsReadLater_data();
  void check22_whatIsLookedAtThenIsReadLater();
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
  QTRY_COMPARE(rows(), 3);
  QVERIFY(card->isVisible());
  house.cutOff(false);
  QTRY_VERIFY_WITH_TIMEOUT(house.connection->isConnected(), 20'000);
  QTRY_VERIFY(house.home->isSettled());
  QTRY_COMPARE(rows(), 3);
}

void TestOffLine::check22_whatIsChosenThenLeavesTheRows_data() {
  QTest::addColumn<QString>("what");
  QTest::addColumn<int>("later");
  QTest::newRow("what is typed") << u"typed"_s << 0;
  QTest::newRow("a filter") << u"filter"_s << 0;
  QTest::newRow("a link") << u"link"_s << 0;
  QTest::newRow("an order") << u"order"_s << 3;
  QTest::newRow("a saved view") << u"view"_s << 0;
}

/// Rows that were read stay, and are not passed off as what was asked for: that is read once the
/// database answers.
void TestOffLine::check22_whatIsChosenThenLeavesTheRows() {
  QFETCH(QString, what);
  QFETCH(int, later);
  EveryPane house;
  auto *pane = house.customers;
  QVERIFY(house.show(pane->home()));
  QString view;
  if (what == u"view") {
    pane->filters()->choose(u"search"_s, u"nobody"_s);
    pane->views()->saveAs(u"Nobody"_s);
    QTRY_VERIFY(!pane->views()->current().isEmpty());
    view = pane->views()->current();
    house.window->open(pane->home());
  }
  const auto *list = &pane->list();
  QTRY_COMPARE(list->rowCount(), 3);
  QTRY_COMPARE(list->count(), 3);
  QTRY_VERIFY(pane->isSettled());
  house.cutOff(true);
  QTRY_VERIFY(!house.connection->isConnected());
  if (what == u"typed")
    QTest::keyClicks(pane->filters()->search(), u"nobody"_s);
  else if (what == u"filter")
    pane->filters()->choose(u"status"_s, u"suspended"_s);
  else if (what == u"link")
    house.window->open(*ui::Place::parse(u"tenantry://organizations?filter=suspended"_s));
  else if (what == u"order")
    pane->table()->horizontalHeader()->setSortIndicator(0, Qt::DescendingOrder);
  else
    house.window->open({ui::Place::Kind::Organizations, {}, {}, {}, {}, view});
  using State = models::PagedListModel::State;
  QTRY_COMPARE(list->state(), State::Failed);
  QCOMPARE(list->rowCount(), 3);
  QVERIFY(pane->table()->isVisible());
  QCOMPARE(list->count(), what == u"order" ? 3 : -1); // how many match, nobody knows
  const auto *notice = pane->records()->findChild<ui::NoticeBar *>();
  QVERIFY(notice->isVisible());
  QVERIFY2(notice->text().startsWith(u"What is chosen now could not be read: "_s),
           qPrintable(notice->text()));
  QVERIFY2(notice->text().contains(u"those from before, as of "_s), qPrintable(notice->text()));
  QTest::mouseClick(notice->button(), Qt::LeftButton);
  QTRY_COMPARE(list->state(), State::Failed);
  QCOMPARE(list->rowCount(), 3);
  house.cutOff(false);
  QTRY_COMPARE_WITH_TIMEOUT(list->state(), State::Ready, 20'000);
  QTRY_COMPARE(list->rowCount(), later);
  QTRY_COMPARE(list->count(), later);
  QVERIFY(!notice->isVisible());
}

void TestOffLine::check22_whatIsLookedAtThenIsReadLater_data() {
  QTest::addColumn<QString>("link");
  QTest::newRow("an invoice of the run") << u"today"_s;
  QTest::newRow("an invoice") << u"tenantry://invoices"_s;
  QTest::newRow("a transaction") << u"tenantry://ledger?date=2026-01-01&filter=receivable"_s;
}

void TestOffLine::check22_whatIsLookedAtThenIsReadLater() {
  QFETCH(QString, link);
  EveryPane house;
  QVERIFY(house.show(link));
  ui::RecordList *list = nullptr;
  QTRY_VERIFY((list = listIn(house)) && list->isSettled() && list->list().rowCount() >= 3);
  QTRY_VERIFY(house.window->currentPane()->isSettled());
  const auto picture = [&house]() -> ui::EmptyState * {
    for (auto *one : house.window->currentPane()->findChildren<ui::EmptyState *>())
      if (one->isVisible() && one->kind() == ui::EmptyState::Kind::Error)
        return one;
    return nullptr;
  };
  QVERIFY(!picture());
  house.cutOff(true);
  QTRY_VERIFY(!house.connection->isConnected());
  list->table()->chooseRow(list->list().rowCount() - 1);
  QTRY_VERIFY(picture());
  auto *again = picture()->findChild<QPushButton *>();
  QCOMPARE(again->text(), u"Try again"_s);
  QTest::mouseClick(again, Qt::LeftButton); // nothing has changed
  QTRY_VERIFY(picture());
  house.cutOff(false);
  QTRY_VERIFY_WITH_TIMEOUT(house.connection->isConnected(), 20'000);
  QTRY_VERIFY(!picture() && house.window->currentPane()->isSettled());
  const auto isAnySeen = [&house] {
    const auto pictures = house.window->currentPane()->findChildren<ui::EmptyState *>();
    return std::any_of(pictures.begin(), pictures.end(),
                       [](const ui::EmptyState *one) { return one->isVisible(); });
  };
  QTRY_VERIFY(!isAnySeen());
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
  QTRY_VERIFY_WITH_TIMEOUT(import->isEnabled(), 20'000);
}

QTEST_MAIN(TestOffLine)
#include "tst_off_line.moc"
