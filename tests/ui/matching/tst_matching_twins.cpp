// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/no_database_here.h"
#include "tests/services/payments/desk.h"
#include "ui/billing/line_row.h"
#include "ui/lists/bulk_dialog.h"
#include "ui/lists/list_acts.h"
#include "ui/matching/entry_inspector.h"
#include "ui/matching/matching_offers.h"
#include "ui/matching/matching_pane.h"
#include "ui/shell/main_window.h"
#include "ui/theme/theme_manager.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/table_view.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QTemporaryDir>

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
  void check12_aGapIsAcceptedWithItsReason();
  void check14_whoMayNotAcceptAGapIsTold();
  void check14_rowsThatActAreBlockedAsTheirButtons();
  void check22_noGapIsAcceptedOffLine();
  void check4_theReasonOfAGapIsKept();

private:
  void begin(const models::Rights &rights); ///< a window of somebody with these
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
  begin({});
  QTRY_COMPARE(m_pane->table()->model()->rowCount(), 1);
  QTRY_VERIFY(m_pane->looked().sheet() && m_connection->isConnected());
}

void TestMatchingTwins::begin(const models::Rights &rights) {
  m_window.reset();
  m_work.reset();
  m_rule.reset();
  auto settings = m_desk->test.settings();
  settings.applicationName = u"console"_s;
  m_connection = std::make_unique<models::Connection>(settings, m_desk->clock, u"test"_s, rights);
  m_work = std::make_unique<models::RunningWork>(*m_connection);
  m_rule.emplace();
  m_window = std::make_unique<ui::MainWindow>();
  m_pane = new ui::MatchingPane(*m_connection, *m_work);
  m_window->addPane(m_pane);
  m_window->open(m_pane->home());
  m_window->show();
  m_window->activateWindow();
  QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
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
  QTRY_VERIFY(m_pane->acts()->undo()->isEnabled());
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

/// One of two; the other stays.
void TestMatchingTwins::check12_aGapIsAcceptedWithItsReason() {
  QVERIFY(!m_pane->accepting()->isEnabled());
  post(1, 0, "2026-02-22");
  post(3, 2 * fee, "2026-02-24");
  post(5, 4 * fee, "2026-02-26");
  QTRY_VERIFY(m_pane->accepting()->isVisible() && m_pane->accepting()->isEnabled());
  QTest::keyClick(m_window.get(), Qt::Key_G, Qt::ControlModifier | Qt::ShiftModifier);
  QPointer<ui::GapDialog> dialog = m_pane->offers()->gapDialog();
  QVERIFY(dialog);
  QTest::keyClick(dialog, Qt::Key_Escape); // nothing is done
  QTRY_VERIFY(!dialog);
  QTest::mouseClick(m_pane->accepting(), Qt::LeftButton);
  dialog = m_pane->offers()->gapDialog();
  QVERIFY(dialog);
  QTRY_COMPARE(dialog->gap()->count(), 2);
  QVERIFY2(dialog->sentence().startsWith(u"Statement number 2 of OURS is missing."_s),
           qPrintable(dialog->sentence()));
  dialog->gap()->setFocus();
  QTest::keyClick(dialog->gap(), Qt::Key_Down);
  QVERIFY2(dialog->sentence().startsWith(u"Statement number 4 of OURS is missing."_s),
           qPrintable(dialog->sentence()));
  QVERIFY(!dialog->confirmation()->isEnabled());
  QTest::keyClicks(dialog->reason(), u"The bank skipped it"_s);
  QVERIFY(!dialog->confirmation()->isEnabled());
  QTest::keyClicks(dialog->deliberate(), u"S5"_s);
  QVERIFY2(dialog->confirmation()->isEnabled(), qPrintable(dialog->confirmation()->toolTip()));
  QTest::keyClick(dialog->deliberate(), Qt::Key_Return); // by itself it confirms nothing
  QVERIFY(dialog);
  dialog->confirmation()->setFocus();
  QTest::keyClick(dialog->confirmation(), Qt::Key_Space);
  QTRY_VERIFY(!dialog);
  QTRY_VERIFY(!m_pane->gapNotice()->text().contains(u"more of this kind"_s));
  QVERIFY(m_pane->gapNotice()->text().startsWith(u"Statement number 2 of OURS is missing."_s));
  const auto kept = elsewhere([&] {
    const auto rows = expect(m_desk->test.connect()->adHoc("select reason from bank_gap_accepted"));
    return (*rows.begin()).get<QString>(0);
  });
  QCOMPARE(kept, u"The bank skipped it"_s);
}

void TestMatchingTwins::check14_whoMayNotAcceptAGapIsTold() {
  post(1, 0, "2026-02-24");
  post(3, 2 * fee, "2026-02-26");
  models::Rights rights;
  rights.groups = {u"manager"_s};
  rights.mayPay = false;
  begin(rights);
  QTRY_VERIFY(m_pane->accepting()->isVisible());
  QVERIFY(!m_pane->accepting()->isEnabled());
  QVERIFY2(m_pane->accepting()->toolTip().contains(u"finance"_s),
           qPrintable(m_pane->accepting()->toolTip()));
}

/// What an entry may mean is chosen by a row, as by the button above.
void TestMatchingTwins::check14_rowsThatActAreBlockedAsTheirButtons() {
  m_rule.reset();
  const auto in = m_desk->came(fee, u"before"_s, u"DE8"_s, u"One"_s);
  expect(m_desk->desk().assign(in.id, {{m_desk->customer, m_desk->invoice, fee}}));
  const auto out = m_desk->came(-fee, u"recalled"_s, u"DE8"_s, u"One"_s);
  models::Rights rights;
  rights.groups = {u"manager"_s};
  rights.mayPay = false;
  const auto rows = [this] {
    QList<ui::LineRow *> shown;
    for (auto *row : m_pane->inspector()->findChildren<ui::LineRow *>())
      if (row->isVisible())
        shown += row;
    return shown;
  };
  for (const auto &[who, may] : {std::pair(rights, false), std::pair(models::Rights(), true)}) {
    begin(who);
    for (const auto &entry : {m_first.id, out.id}) { // an invoice, and what came in before
      m_window->open({ui::Place::Kind::Matching, entry.toString(), {}, {}});
      QTRY_VERIFY(m_pane->looked().sheet() && m_pane->looked().sheet()->kept.id == entry);
      QTRY_VERIFY(!rows().isEmpty() && m_connection->isConnected());
      QTRY_COMPARE(rows().front()->isEnabled(), may);
      const auto why = ui::reasonOf(*rows().front());
      QVERIFY2(may ? why.isEmpty() : why.contains(u"finance"_s), qPrintable(why));
      QVERIFY2(may || rows().front()->toolTip() == why, qPrintable(rows().front()->toolTip()));
    }
  }
}

void TestMatchingTwins::check22_noGapIsAcceptedOffLine() {
  post(1, 0, "2026-02-24");
  post(3, 2 * fee, "2026-02-26");
  QTRY_VERIFY(m_pane->accepting()->isVisible() && m_pane->accepting()->isEnabled());
  QPointer<ui::GapDialog> dialog = m_pane->offers()->acceptGap(m_pane->gaps());
  QVERIFY(dialog);
  QTest::keyClicks(dialog->reason(), u"The bank skipped it"_s);
  QTest::keyClicks(dialog->deliberate(), u"S3"_s);
  QVERIFY(dialog->confirmation()->isEnabled());
  m_rule.reset();
  m_desk->test.cutOff(true, u"console"_s);
  m_rule.emplace();
  QTRY_VERIFY(!dialog->confirmation()->isEnabled() && !m_pane->accepting()->isEnabled());
  m_rule.reset();
  m_desk->test.cutOff(false, u"console"_s);
  m_rule.emplace();
  QTRY_VERIFY_WITH_TIMEOUT(dialog->confirmation()->isEnabled(), 20'000);
  // It came meanwhile: what is not open is not accepted.
  post(2, fee, "2026-02-25");
  QTRY_VERIFY(!dialog->confirmation()->isEnabled());
  QCOMPARE(dialog->sentence(), u"No gap is open any more."_s);
}

void TestMatchingTwins::check4_theReasonOfAGapIsKept() {
  const QTemporaryDir folder;
  models::DraftStore drafts(folder.path(), u"book"_s);
  post(1, 0, "2026-02-22");
  post(3, 2 * fee, "2026-02-24");
  post(5, 4 * fee, "2026-02-26");
  QTRY_VERIFY(m_pane->accepting()->isVisible() && m_pane->gaps().facts()->size() == 2);
  m_pane->keepDraftsIn(drafts);
  auto *left = m_pane->offers()->acceptGap(m_pane->gaps());
  left->gap()->setCurrentIndex(1);
  QTest::keyClicks(left->reason(), u"The bank skipped it"_s);
  delete left; // nobody closed it
  QPointer<ui::GapDialog> dialog = m_pane->offers()->acceptGap(m_pane->gaps());
  QVERIFY(dialog);
  QTRY_COMPARE(dialog->reason()->text(), u"The bank skipped it"_s);
  QCOMPARE(dialog->gap()->currentIndex(), 1);
  delete dialog;
}

QTEST_MAIN(TestMatchingTwins)
#include "tst_matching_twins.moc"
