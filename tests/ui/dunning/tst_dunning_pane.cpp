// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/billing/invoice_key.h"
#include "services/store/no_database_here.h"
#include "tests/services/payments/dunned_house.h"
#include "ui/dunning/dunning_detail.h"
#include "ui/dunning/dunning_pane.h"
#include "ui/dunning/figures_bar.h"
#include "ui/lists/bulk_dialog.h"
#include "ui/lists/list_acts.h"
#include "ui/lists/report_dialog.h"
#include "ui/shell/main_window.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/sidebar_roles.h"
#include "ui/theme/theme_manager.h"
#include "ui/widgets/figure_tile.h"
#include "ui/widgets/label.h"
#include "ui/widgets/table_view.h"

#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>

using namespace tenantry;
using namespace tenantry::tests;

/// The board of dunning in its window, worked with keys and mouse: two soft declines and one for
/// good, a day after (BILL-5).
class TestDunningPane : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void init();
  void cleanup();
  void BILL_5_theBoardSaysWhatStandsWhere();
  void BILL_5_aStepIsChosenByMouseAndLeftByEsc();
  void BILL_5_retryNowFromTheBoard();
  void BILL_5_extendThenUndo();
  void BILL_5_aDayTooLateIsRefusedBeforehand();
  void BILL_5_timeIsTakenBackInTheDetail();
  void BILL_5_bulkWithARowThatFails();
  void BILL_5_aLinkLeadsToTheCase();
  void BILL_5_whoMayNotSeesWhy();

private:
  void open(const models::Rights &rights = {});
  [[nodiscard]] QString text(int row, int column) const {
    return m_pane->table()->model()->index(row, column).data().toString();
  }
  [[nodiscard]] bool detailSays(const QString &words) const {
    const auto labels = m_pane->detail()->findChildren<ui::Label *>();
    return std::any_of(labels.begin(), labels.end(), [&](const ui::Label *label) {
      return label->isVisible() && label->text().contains(words);
    });
  }
  [[nodiscard]] QPushButton *button(const QString &name) const {
    for (auto *one : m_pane->findChildren<QPushButton *>())
      if (one->isVisible() && one->text() == name)
        return one;
    return nullptr;
  }
  void press(Qt::Key key) {
    m_pane->table()->setFocus();
    QTest::keyClick(m_pane->table(), key, Qt::ControlModifier | Qt::ShiftModifier);
  }
  /// Somebody else's work, on this thread.
  template <typename Work> auto elsewhere(Work work) {
    m_rule.reset();
    struct Again {
      std::optional<store::NoDatabaseHere> &rule;
      ~Again() { rule.emplace(); }
    } again{m_rule};
    return work();
  }

  std::unique_ptr<DunnedHouse> m_house;
  payments::InvoiceKey m_soft;
  std::unique_ptr<models::Connection> m_connection;
  std::unique_ptr<models::RunningWork> m_work;
  std::unique_ptr<ui::MainWindow> m_window;
  ui::DunningPane *m_pane = nullptr;
  std::optional<store::NoDatabaseHere> m_rule; ///< no query on the GUI thread
};

void TestDunningPane::initTestCase() {
  QLocale::setDefault({QLocale::English, QLocale::UnitedStates});
  new ui::ThemeManager(qobject_cast<QApplication *>(QCoreApplication::instance()));
}

void TestDunningPane::init() {
  m_house = std::make_unique<DunnedHouse>();
  m_soft = m_house->owes(soft);
  m_house->owes(hard);
  m_house->owes(soft);
  m_house->live(1);
  open();
}

void TestDunningPane::open(const models::Rights &rights) {
  cleanup();
  m_connection = std::make_unique<models::Connection>(m_house->test.settings(), m_house->clock,
                                                      u"test"_s, rights);
  m_work = std::make_unique<models::RunningWork>(*m_connection);
  m_rule.emplace();
  m_window = std::make_unique<ui::MainWindow>();
  m_window->resize(1440, 900);
  m_pane = new ui::DunningPane(*m_connection, *m_work);
  m_window->addPane(m_pane);
  m_window->open(m_pane->home());
  m_window->show();
  m_window->activateWindow();
  QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
  QTRY_COMPARE(m_pane->table()->model()->rowCount(), 3);
  QTRY_VERIFY(m_pane->isSettled());
}

void TestDunningPane::cleanup() {
  m_window.reset();
  m_work.reset();
  m_rule.reset();
  m_connection.reset();
}

void TestDunningPane::BILL_5_theBoardSaysWhatStandsWhere() {
  using payments::DunningStep;
  auto *bar = m_pane->bar();
  QTRY_COMPARE(bar->tile(DunningStep::Retrying)->accessibleName(),
               u"Failed, retrying: 2, $398.00"_s);
  QTRY_COMPARE(bar->tile(DunningStep::Exhausted)->accessibleName(), u"No try left: 1, $199.00"_s);
  QVERIFY(!bar->tile(DunningStep::Final)->isVisible());
  using models::DunningListModel;
  QCOMPARE(text(0, DunningListModel::NextColumn), u"Retry 3 Feb"_s);
  QCOMPARE(text(0, DunningListModel::DeclineColumn), u"Insufficient funds"_s);
  QCOMPARE(text(2, DunningListModel::NextColumn), u"Suspends 7 Feb"_s);
  QCOMPARE(text(2, DunningListModel::DeclineColumn), u"Card reported lost"_s);
  QTRY_VERIFY(detailSays(u"Insufficient funds"_s));
  QTRY_VERIFY(detailSays(u"What comes next"_s));
  // The count in the sidebar asks for action.
  const auto *items = m_window->sidebar()->findChild<QListView *>()->model();
  const auto isBadge = [items] {
    for (int row = 0; row < items->rowCount(); ++row)
      if (items->index(row, 0).data(ui::CountRole) == u"3"_s &&
          items->index(row, 0).data(ui::CountToneRole).toInt() == int(ui::Tone::Danger))
        return true;
    return false;
  };
  QTRY_VERIFY(isBadge());
}

void TestDunningPane::BILL_5_aStepIsChosenByMouseAndLeftByEsc() {
  auto *tile = m_pane->bar()->tile(payments::DunningStep::Exhausted);
  QTRY_VERIFY(tile->isVisible() && tile->isEnabled());
  QTest::mouseClick(tile, Qt::LeftButton);
  QTRY_COMPARE(m_pane->table()->model()->rowCount(), 1);
  QTRY_VERIFY(tile->isChecked());
  m_pane->table()->setFocus();
  QTest::keyClick(m_window.get(), Qt::Key_Escape);
  QTRY_COMPARE(m_pane->table()->model()->rowCount(), 3);
  QTRY_VERIFY(!tile->isChecked());
}

void TestDunningPane::BILL_5_retryNowFromTheBoard() {
  m_pane->table()->chooseRow(0);
  const auto key = models::invoiceKeyOf(m_pane->list().keyAt(0));
  press(Qt::Key_R);
  QTRY_VERIFY(m_pane->acts()->question());
  QTRY_VERIFY(m_pane->acts()->question()->isSettled());
  QVERIFY(m_pane->acts()->question()->text().contains(u"199.00"_s));
  QTest::mouseClick(m_pane->acts()->question()->confirmation(), Qt::LeftButton);
  QTRY_VERIFY(!m_pane->acts()->isRunning() && !m_pane->acts()->question());
  elsewhere([&] {
    QCOMPARE(m_house->told("dunning.retry_requested"), std::int64_t(1));
    QCOMPARE(m_house->tries(key), std::size_t(1));
    m_house->live(2); // a worker tries it
    QCOMPARE(m_house->tries(key), std::size_t(2));
  });
  // The board hears of it.
  const auto tries = [&] {
    return text(m_pane->list().rowWithKey(models::keyText(key)),
                models::DunningListModel::TriesColumn);
  };
  QTRY_COMPARE(tries(), u"2/4"_s);
}

void TestDunningPane::BILL_5_extendThenUndo() {
  m_pane->table()->chooseRow(0);
  press(Qt::Key_E);
  QTRY_VERIFY(m_pane->acts()->question());
  auto *question = m_pane->acts()->question();
  QTRY_VERIFY(question->isSettled());
  QVERIFY(!question->confirmation()->isEnabled()); // no reason yet
  QTest::keyClicks(question->reason(), u"A transfer is announced"_s);
  QVERIFY(question->confirmation()->isEnabled());
  QTest::keyClick(question->day(), Qt::Key_Up); // one day more
  QTRY_VERIFY(question->isSettled() && question->confirmation()->isEnabled());
  QTest::mouseClick(question->confirmation(), Qt::LeftButton);
  using payments::DunningStep;
  auto *tile = m_pane->bar()->tile(DunningStep::Extended);
  QTRY_COMPARE(tile->accessibleName(), u"Extended: 1, $199.00"_s);
  elsewhere([&] {
    QCOMPARE(m_house->number("select count(*) from dunning_extension where until_day = "
                             "'2026-02-09' and revoked_at is null"),
             std::int64_t(1));
  });
  QTRY_VERIFY(m_pane->acts()->undo()->isEnabled());
  m_window->activateWindow();
  QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
  m_pane->table()->setFocus();
  QTest::keySequence(m_pane->table(), QKeySequence::Undo);
  QTRY_COMPARE(tile->accessibleName(), u"Extended: 0, –"_s);
  QTRY_COMPARE(m_pane->bar()->tile(DunningStep::Retrying)->accessibleName(),
               u"Failed, retrying: 2, $398.00"_s);
}

void TestDunningPane::BILL_5_aDayTooLateIsRefusedBeforehand() {
  m_pane->table()->chooseRow(0);
  press(Qt::Key_E);
  QTRY_VERIFY(m_pane->acts()->question());
  auto *question = m_pane->acts()->question();
  QTest::keyClicks(question->reason(), u"why"_s);
  question->day()->selectAll();
  QTest::keyClicks(question->day(), u"never"_s);
  QVERIFY(!question->confirmation()->isEnabled());
  question->day()->selectAll();
  QTest::keyClicks(question->day(), u"01 Mar 2028"_s);
  QTRY_VERIFY2(question->text().contains(u"366 days from today"_s), qPrintable(question->text()));
  QTRY_VERIFY(question->isSettled());
  QVERIFY(!question->confirmation()->isEnabled());
  question->reject();
}

void TestDunningPane::BILL_5_timeIsTakenBackInTheDetail() {
  elsewhere([&] {
    expect(m_house->acts().extend(m_soft, {dayAfterStart(5), u"A transfer is announced"_s}));
  });
  m_pane->reload();
  const auto key = models::keyText({m_soft.organization, m_soft.invoice});
  QTRY_COMPARE(text(m_pane->list().rowWithKey(key), models::DunningListModel::StepColumn),
               u"Extended"_s);
  m_pane->table()->chooseRow(m_pane->list().rowWithKey(key));
  QTRY_VERIFY(detailSays(u"A transfer is announced"_s));
  QTRY_VERIFY(button(u"Take back"_s));
  QTest::mouseClick(button(u"Take back"_s), Qt::LeftButton);
  QTRY_VERIFY(!button(u"Take back"_s) && detailSays(u"taken back by"_s));
  QTRY_COMPARE(text(m_pane->list().rowWithKey(key), models::DunningListModel::StepColumn),
               u"Failed, retrying"_s);
}

void TestDunningPane::BILL_5_bulkWithARowThatFails() {
  // One of them is being charged just now, with an outcome that nobody knows.
  elsewhere([&] {
    m_house->setMethod(m_soft.organization, u"times_out"_s);
    m_house->live(1);
  });
  m_pane->table()->setFocus();
  QTest::keySequence(m_pane->table(), QKeySequence::SelectAll);
  press(Qt::Key_W);
  QTRY_VERIFY(m_pane->acts()->question());
  auto *question = m_pane->acts()->question();
  QTRY_VERIFY(question->isSettled());
  QVERIFY2(question->text().contains(u"is being tried"_s), qPrintable(question->text()));
  QTest::keyClicks(question->deliberate(), u"2"_s);
  QTRY_VERIFY(question->confirmation()->isEnabled());
  QTest::mouseClick(question->confirmation(), Qt::LeftButton);
  QTRY_COMPARE(m_pane->table()->model()->rowCount(), 1);
  QTRY_VERIFY(m_pane->acts()->failures()->isEnabled());
  m_pane->acts()->failures()->trigger();
  QVERIFY(m_pane->acts()->report());
  m_pane->acts()->report()->reject();
  QCOMPARE(m_pane->list().keyAt(0), models::keyText({m_soft.organization, m_soft.invoice}));
  QTRY_COMPARE(text(0, models::DunningListModel::NextColumn), u"Being tried"_s);
}

void TestDunningPane::BILL_5_aLinkLeadsToTheCase() {
  const auto number = elsewhere([&] {
    return expect(m_house->worker.invoices().find(m_soft.organization, m_soft.invoice)).number;
  });
  const auto place = *ui::Place::parse(u"tenantry://dunning/"_s + number);
  m_window->open(place);
  QTRY_COMPARE(m_pane->records()->current(),
               models::keyText({m_soft.organization, m_soft.invoice}));
  QTRY_COMPARE(m_window->place(), place);
  m_window->open(*ui::Place::parse(u"tenantry://dunning?filter=exhausted"_s));
  QTRY_COMPARE(m_pane->table()->model()->rowCount(), 1);
}

void TestDunningPane::BILL_5_whoMayNotSeesWhy() {
  models::Rights rights;
  rights.groups = {u"manager"_s};
  rights.mayDun = rights.mayWriteOff = false;
  open(rights);
  m_pane->table()->chooseRow(0);
  for (const auto *act : m_pane->acts()->actions()) {
    QVERIFY(!act->isEnabled());
    QVERIFY2(act->toolTip().contains(u"Finance"_s, Qt::CaseInsensitive),
             qPrintable(act->toolTip()));
  }
  QVERIFY(!button(u"Retry selected"_s)->isEnabled());
}

QTEST_MAIN(TestDunningPane)
#include "tst_dunning_pane.moc"
