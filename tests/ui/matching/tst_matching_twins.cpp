// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/no_database_here.h"
#include "tests/services/payments/desk.h"
#include "ui/lists/bulk_dialog.h"
#include "ui/lists/list_acts.h"
#include "ui/matching/entry_inspector.h"
#include "ui/matching/matching_offers.h"
#include "ui/matching/matching_pane.h"
#include "ui/shell/main_window.h"
#include "ui/theme/theme_manager.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/table_view.h"

#include <QAction>
#include <QApplication>
#include <QPushButton>

using namespace tenantry;
using namespace tenantry::tests;

/// The desk where two statements say the same, or do not follow each other: a customer with two
/// open invoices, and an entry that names none.
class TestMatchingTwins : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void init();
  void cleanup();
  void whatMayBeTheSameIsAnswered();
  void aMissingStatementIsSaidUntilItCame();

private:
  /// Somebody else's connection may be used on this thread meanwhile.
  template <typename F> auto elsewhere(F work) {
    m_rule.reset();
    auto done = work();
    m_rule.emplace();
    return done;
  }
  KeptEntry find(const BankEntryId &id) {
    return elsewhere([&] { return expect(m_desk->desk().find(id)); });
  }
  /// One entry of a statement with a number, that opens with so much.
  void post(std::int64_t number, std::int64_t opening, const char *day) {
    elsewhere([&] {
      BankStatement statement;
      statement.format = u"camt.053.001.08"_s;
      statement.file = u"bank.xml"_s;
      statement.account = u"OURS"_s;
      statement.id = u"S%1"_s.arg(number);
      statement.number = number;
      BankEntry entry;
      entry.amount = m_first.entry.amount;
      entry.bookedOn = *parseDay(QString::fromLatin1(day));
      entry.remittance = u"told"_s;
      statement.entries = {entry};
      statement.opening = Money(opening, entry.amount.currency());
      statement.closing = *statement.opening + entry.amount;
      auto &worker = m_desk->worker;
      return expect(BankBook(worker.session, worker.business).post(statement));
    });
  }

  std::unique_ptr<Desk> m_desk;
  KeptEntry m_first;
  std::unique_ptr<models::Connection> m_connection;
  std::unique_ptr<models::RunningWork> m_work;
  std::unique_ptr<ui::MainWindow> m_window;
  ui::MatchingPane *m_pane = nullptr;
  std::optional<store::NoDatabaseHere> m_rule; ///< no query on the GUI thread
};

void TestMatchingTwins::initTestCase() {
  new ui::ThemeManager(qobject_cast<QApplication *>(QCoreApplication::instance()));
}

void TestMatchingTwins::init() {
  m_desk = std::make_unique<Desk>();
  m_first = m_desk->came(fee, u"monthly fee"_s, u"DE7"_s, u"One"_s);
  m_connection = std::make_unique<models::Connection>(m_desk->test.settings(), m_desk->clock,
                                                      u"test"_s, models::Rights{});
  m_work = std::make_unique<models::RunningWork>(*m_connection);
  m_rule.emplace();
  m_window = std::make_unique<ui::MainWindow>();
  m_pane = new ui::MatchingPane(*m_connection, *m_work);
  m_window->addPane(m_pane);
  m_window->open(m_pane->home());
  m_window->show();
  m_window->activateWindow();
  QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
  QTRY_COMPARE(m_pane->table()->model()->rowCount(), 1);
  QTRY_VERIFY(m_pane->looked().sheet() && m_connection->isConnected());
}

void TestMatchingTwins::cleanup() {
  m_window.reset();
  m_work.reset();
  m_rule.reset();
  m_connection.reset();
  m_desk.reset();
}

void TestMatchingTwins::whatMayBeTheSameIsAnswered() {
  post(1, 0, "2026-02-26");
  post(2, fee, "2026-02-26");
  QTRY_COMPARE(m_pane->table()->model()->rowCount(), 3);
  const auto held = elsewhere([&] {
    for (const auto &kept : expect(m_desk->desk().list(BankEntryStatus::Waiting, 10)))
      if (kept.isHeld())
        return kept;
    return KeptEntry{};
  });
  QVERIFY(!held.id.isNull());
  m_pane->records()->setCurrent(held.id.toString());
  m_pane->looked().show(held.id);
  QTRY_VERIFY(m_pane->looked().sheet() && m_pane->looked().sheet()->kept.id == held.id);
  QTRY_VERIFY(m_pane->inspector()->same()->isVisible());
  QVERIFY(m_pane->inspector()->another()->isVisible());
  QVERIFY(!m_pane->inspector()->assign()->isVisible());
  QVERIFY(!m_pane->offers()->assigning()->isEnabled());
  QVERIFY(m_pane->looked().sheet()->twin);
  QTest::mouseClick(m_pane->inspector()->another(), Qt::LeftButton);
  QTRY_VERIFY(m_pane->acts()->question());
  QTRY_VERIFY(m_pane->acts()->question()->isSettled());
  QTest::keyClick(m_pane->acts()->question(), Qt::Key_Return);
  QTRY_COMPARE(find(held.id).twinAnswer, u"another"_s);
  QTRY_VERIFY(m_pane->inspector()->assign()->isVisible());
  m_pane->acts()->undo()->trigger();
  QTRY_VERIFY(find(held.id).isHeld());
  QTRY_VERIFY(m_pane->inspector()->same()->isVisible());
  m_window->activateWindow();
  QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
  m_pane->table()->setFocus();
  QTest::keyClick(m_pane->table(), Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
  QTRY_VERIFY(m_pane->acts()->question());
  QTRY_VERIFY(m_pane->acts()->question()->isSettled());
  QTest::keyClick(m_pane->acts()->question(), Qt::Key_Return);
  QTRY_VERIFY(find(held.id).status == BankEntryStatus::Repeated);
  QTRY_COMPARE(m_pane->table()->model()->rowCount(), 2);
}

void TestMatchingTwins::aMissingStatementIsSaidUntilItCame() {
  QCOMPARE(m_pane->gapNotice()->text(), QString());
  post(1, 0, "2026-02-24");
  post(3, 2 * fee, "2026-02-26");
  QTRY_VERIFY2(m_pane->gapNotice()->text().startsWith(u"Statement number 2 of OURS is missing."_s),
               qPrintable(m_pane->gapNotice()->text()));
  QVERIFY(m_pane->gapNotice()->button()->isEnabled());
  post(2, fee, "2026-02-25");
  QTRY_COMPARE(m_pane->gapNotice()->text(), QString());
}

QTEST_MAIN(TestMatchingTwins)
#include "tst_matching_twins.moc"
