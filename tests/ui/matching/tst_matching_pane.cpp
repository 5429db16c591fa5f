// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/no_database_here.h"
#include "tests/services/payments/desk.h"
#include "tests/ui/fact_rows.h"
#include "ui/forms/money_editor.h"
#include "ui/lists/bulk_dialog.h"
#include "ui/lists/list_acts.h"
#include "ui/matching/entry_inspector.h"
#include "ui/matching/matching_offers.h"
#include "ui/matching/matching_pane.h"
#include "ui/shell/main_window.h"
#include "ui/theme/theme_manager.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/toast.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>

using namespace tenantry;
using namespace tenantry::tests;
using models::BankListModel;

/// The desk for what came by bank in its window, worked with keys and mouse: a customer with two
/// open invoices, and two entries that name none.
class TestMatchingPane : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void init();
  void cleanup();
  void whatWaitsStandsBesideTheList();
  void aProposalIsAssignedByMouse();
  void itIsSplitByKeys();
  void whoIsLateIsToldAndLosesNothing();
  void anAssignmentIsUndone();
  void check12_whatTheBankSentBackIsTakenBackByAnInvoicesNumber();
  void check11_theToastTakesItBack_data();
  void check11_theToastTakesItBack();
  void itIsDismissedWithAReason();
  void aFileIsImportedOnce();
  void wrongFilesSayWhere();
  void aLinkLeadsToAnEntry();
  void aMissingRightExplainsItself();

private:
  void openConsole(const models::Rights &rights = {});
  void closeConsole();
  /// Somebody else's connection may be used on this thread meanwhile.
  template <typename F> auto elsewhere(F work) {
    m_rule.reset();
    auto done = work();
    m_rule.emplace();
    return done;
  }
  void press(Qt::Key key) {
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_pane->table()->setFocus();
    QTest::keyClick(m_pane->table(), key, Qt::ControlModifier | Qt::ShiftModifier);
  }
  [[nodiscard]] QString statement(const QString &rows) {
    const auto path = m_folder.filePath(u"statement.csv"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
      return {};
    file.write(
        (u"Booking date,Amount,Currency,Reference,Counterparty,Account\n"_s + rows).toUtf8());
    return path;
  }
  KeptEntry find(const BankEntryId &id) {
    return elsewhere([&] { return expect(m_desk->desk().find(id)); });
  }
  std::vector<billing::Invoice> invoices() {
    return elsewhere([&] { return m_desk->invoices(); });
  }

  std::unique_ptr<Desk> m_desk;
  KeptEntry m_first, m_second;
  QTemporaryDir m_folder;
  std::unique_ptr<models::Connection> m_connection;
  std::unique_ptr<models::RunningWork> m_work;
  std::unique_ptr<ui::MainWindow> m_window;
  ui::MatchingPane *m_pane = nullptr;
  std::optional<store::NoDatabaseHere> m_rule; ///< no query on the GUI thread
};

void TestMatchingPane::initTestCase() {
  new ui::ThemeManager(qobject_cast<QApplication *>(QCoreApplication::instance()));
}

void TestMatchingPane::init() {
  m_desk = std::make_unique<Desk>();
  m_first = m_desk->came(fee, u"monthly fee"_s, u"DE7"_s, u"One"_s);
  m_second = m_desk->came(2 * fee + 500, u"all of it"_s, u"DE8"_s, u"Somebody"_s);
  openConsole();
}

void TestMatchingPane::openConsole(const models::Rights &rights) {
  m_connection = std::make_unique<models::Connection>(m_desk->test.settings(), m_desk->clock,
                                                      u"test"_s, rights);
  m_work = std::make_unique<models::RunningWork>(*m_connection);
  m_rule.emplace();
  m_window = std::make_unique<ui::MainWindow>();
  m_pane = new ui::MatchingPane(*m_connection, *m_work);
  m_window->addPane(m_pane);
  m_window->open(m_pane->home());
  m_window->show();
  m_window->activateWindow();
  QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
  QTRY_COMPARE(m_pane->table()->model()->rowCount(), 2);
  QTRY_VERIFY(m_pane->looked().sheet() && m_connection->isConnected());
  m_pane->records()->setCurrent(m_first.id.toString());
  m_pane->looked().show(m_first.id);
  QTRY_VERIFY(m_pane->looked().sheet() && m_pane->looked().sheet()->kept.id == m_first.id);
}

void TestMatchingPane::closeConsole() {
  m_window.reset();
  m_work.reset();
  m_rule.reset();
  m_connection.reset();
}

void TestMatchingPane::cleanup() {
  closeConsole();
  m_desk.reset();
}

void TestMatchingPane::whatWaitsStandsBesideTheList() {
  QTRY_VERIFY(m_pane->inspector()->assign()->isVisible());
  QTRY_VERIFY(!m_pane->inspector()->undo()->isVisible());
  QCOMPARE(m_pane->looked().sheet()->proposals.size(), 2u);
  QVERIFY(!m_pane->offers()->undoing()->isEnabled());
  QVERIFY(!m_pane->offers()->undoing()->toolTip().isEmpty());
}

void TestMatchingPane::aProposalIsAssignedByMouse() {
  QTest::mouseClick(m_pane->inspector()->assign(), Qt::LeftButton);
  QTRY_VERIFY(m_pane->offers()->assignDialog());
  auto *dialog = m_pane->offers()->assignDialog();
  QVERIFY(!dialog->confirmation()->isEnabled());
  QCOMPARE(dialog->offers().size(), 2);
  QTest::mouseClick(dialog->offers().front(), Qt::LeftButton);
  QTRY_VERIFY2(dialog->previewText().contains(u"paid"_s), qPrintable(dialog->previewText()));
  QVERIFY(dialog->previewText().contains(u"Balance after 0.00"_s));
  QTest::keyClick(dialog, Qt::Key_Return); // moves no money
  QVERIFY(m_pane->offers()->assignDialog());
  QTRY_VERIFY(dialog->confirmation()->isEnabled());
  QTest::mouseClick(dialog->confirmation(), Qt::LeftButton);
  QTRY_VERIFY(!m_pane->offers()->assignDialog());
  QVERIFY(find(m_first.id).status == BankEntryStatus::Matched);
  QTRY_COMPARE(m_pane->table()->model()->rowCount(), 1);
  QTRY_COMPARE(m_pane->looked().sheet() ? m_pane->looked().sheet()->kept.id : BankEntryId(),
               m_second.id); // the next one
}

void TestMatchingPane::itIsSplitByKeys() {
  m_pane->records()->setCurrent(m_second.id.toString());
  m_pane->looked().show(m_second.id);
  QTRY_VERIFY(m_pane->looked().sheet() && m_pane->looked().sheet()->kept.id == m_second.id);
  press(Qt::Key_A);
  QTRY_VERIFY(m_pane->offers()->assignDialog());
  auto *dialog = m_pane->offers()->assignDialog();
  QVERIFY(dialog->offers().isEmpty()); // nothing points to anybody
  QTest::keyClicks(dialog->search(), u"One"_s);
  QTRY_COMPARE(dialog->offers().size(), 3); // two invoices and the balance
  for (int i = 0; i < 2; ++i) {
    dialog->offers()[i]->setFocus();
    QTest::keyClick(dialog->offers()[i], Qt::Key_Space);
    QTRY_COMPARE(dialog->amounts().size(), i + 1);
  }
  QTRY_VERIFY2(dialog->previewText().contains(u"Balance after 5.00"_s),
               qPrintable(dialog->previewText()));
  auto *amount = dialog->amounts().back()->input()->focusProxy();
  QTest::keyClick(amount, Qt::Key_A, Qt::ControlModifier);
  QTest::keyClicks(amount, u"9999"_s);
  QVERIFY(!dialog->confirmation()->isEnabled()); // more than came in
  QVERIFY(dialog->confirmation()->toolTip().contains(u"more than what came in"_s));
  QTest::keyClick(amount, Qt::Key_A, Qt::ControlModifier);
  QTest::keyClicks(amount, u"100"_s);
  QTRY_VERIFY2(dialog->previewText().contains(u"The balance pays"_s),
               qPrintable(dialog->previewText()));
  QTRY_VERIFY(dialog->confirmation()->isEnabled());
  dialog->confirmation()->setFocus();
  QTest::keyClick(dialog->confirmation(), Qt::Key_Space);
  QTRY_VERIFY(!m_pane->offers()->assignDialog());
  QVERIFY(find(m_second.id).status == BankEntryStatus::Matched);
  for (const auto &invoice : invoices())
    QCOMPARE(invoice.amountDue(), std::int64_t(0));
  QCOMPARE(elsewhere([&] { return m_desk->balance(); }), std::int64_t(500));
}

void TestMatchingPane::whoIsLateIsToldAndLosesNothing() {
  press(Qt::Key_A);
  QTRY_VERIFY(m_pane->offers()->assignDialog());
  auto *dialog = m_pane->offers()->assignDialog();
  QTest::mouseClick(dialog->offers().front(), Qt::LeftButton);
  QTRY_VERIFY(dialog->confirmation()->isEnabled());
  elsewhere([&] { return m_desk->desk().dismiss(m_first.id, u"interest"_s); });
  QTRY_VERIFY(dialog->notice().contains(u"somebody else was faster"_s));
  QVERIFY(!dialog->confirmation()->isEnabled());
  QCOMPARE(dialog->amounts().size(), 1); // what was chosen stays
  elsewhere([&] { return m_desk->desk().takeBack(m_first.id); });
  QTRY_VERIFY(dialog->confirmation()->isEnabled());
  QTest::mouseClick(dialog->confirmation(), Qt::LeftButton);
  QTRY_VERIFY(!m_pane->offers()->assignDialog());
  QVERIFY(find(m_first.id).status == BankEntryStatus::Matched);
}

void TestMatchingPane::anAssignmentIsUndone() {
  elsewhere([&] {
    return m_desk->desk().assign(m_first.id, {{m_desk->customer, m_desk->invoice, fee}});
  });
  m_pane->setStatus(BankEntryStatus::Matched);
  QTRY_COMPARE(m_pane->table()->model()->rowCount(), 1);
  QTRY_VERIFY(m_pane->offers()->undoing()->isEnabled());
  QVERIFY(!m_pane->looked().sheet()->paid.empty());
  press(Qt::Key_U);
  QTRY_VERIFY(m_pane->offers()->undoDialog());
  auto *dialog = m_pane->offers()->undoDialog();
  QTRY_VERIFY2(dialog->previewText().contains(u"open again, "_s),
               qPrintable(dialog->previewText()));
  QTest::keyClick(dialog, Qt::Key_Return); // the deliberate act is the other button
  QTRY_VERIFY(!m_pane->offers()->undoDialog());
  QVERIFY(find(m_first.id).status == BankEntryStatus::Matched);
  press(Qt::Key_U);
  QTRY_VERIFY(m_pane->offers()->undoDialog());
  dialog = m_pane->offers()->undoDialog();
  QTRY_VERIFY(dialog->confirmation()->isEnabled());
  QTest::mouseClick(dialog->confirmation(), Qt::LeftButton);
  QTRY_VERIFY(!m_pane->offers()->undoDialog());
  QVERIFY(find(m_first.id).status == BankEntryStatus::Waiting);
  QCOMPARE(invoices().front().amountDue(), fee);
}

void TestMatchingPane::check12_whatTheBankSentBackIsTakenBackByAnInvoicesNumber() {
  const auto out = elsewhere([&] {
    expect(m_desk->desk().assign(m_first.id, {{m_desk->customer, m_desk->invoice, fee}}));
    return m_desk->came(-fee, u"recalled"_s, u"DE7"_s, u"One"_s);
  });
  press(Qt::Key_E); // what came in was not sent back
  QVERIFY(!m_pane->offers()->undoDialog());
  m_window->open({ui::Place::Kind::Matching, out.id.toString(), {}, {}});
  QTRY_VERIFY(m_pane->looked().sheet() && m_pane->looked().sheet()->kept.id == out.id);
  QTRY_VERIFY(m_pane->inspector()->takeReturned()->isVisible());
  QVERIFY(!m_pane->inspector()->assign()->isVisible());
  press(Qt::Key_E);
  QTRY_VERIFY(m_pane->offers()->undoDialog());
  auto *dialog = m_pane->offers()->undoDialog();
  QCOMPARE(dialog->sent()->count(), 1);
  QTRY_VERIFY2(dialog->previewText().contains(u"open again, "_s),
               qPrintable(dialog->previewText()));
  QTRY_COMPARE(looseFacts(*dialog), QStringList());
  QVERIFY(!dialog->confirmation()->isEnabled());
  QTest::keyClicks(dialog->deliberate(), invoices().front().number);
  QTRY_VERIFY(dialog->confirmation()->isEnabled());
  QTest::mouseClick(dialog->confirmation(), Qt::LeftButton);
  QTRY_VERIFY(!m_pane->offers()->undoDialog());
  QVERIFY(find(out.id).isReturned() && find(m_first.id).isReturned());
  QCOMPARE(invoices().front().amountDue(), fee);
}

void TestMatchingPane::check11_theToastTakesItBack_data() {
  QTest::addColumn<bool>("byKey");
  QTest::newRow("its button") << false;
  QTest::newRow("its key") << true;
}

void TestMatchingPane::check11_theToastTakesItBack() {
  QFETCH(bool, byKey);
  press(Qt::Key_A);
  QTRY_VERIFY(m_pane->offers()->assignDialog());
  auto *dialog = m_pane->offers()->assignDialog();
  QTest::mouseClick(dialog->offers().front(), Qt::LeftButton);
  QTRY_VERIFY(dialog->confirmation()->isEnabled());
  QTest::mouseClick(dialog->confirmation(), Qt::LeftButton);
  QTRY_VERIFY(m_window->findChild<ui::Toast *>());
  QPushButton *undo = nullptr;
  for (auto *button : m_window->findChild<ui::Toast *>()->findChildren<QPushButton *>())
    if (button->text().contains(u"Undo"_s))
      undo = button;
  QVERIFY(undo);
  if (byKey)
    QTest::keyClick(m_pane->table(), Qt::Key_Z, Qt::ControlModifier);
  else
    QTest::mouseClick(undo, Qt::LeftButton);
  QTRY_COMPARE(find(m_first.id).reason, u"taken_back"_s);
  QCOMPARE(invoices().front().amountDue(), fee);
}

void TestMatchingPane::itIsDismissedWithAReason() {
  press(Qt::Key_D);
  QTRY_VERIFY(m_pane->acts()->question());
  auto *question = m_pane->acts()->question();
  QTRY_VERIFY(question->isSettled());
  QTest::keyClicks(question->findChild<QLineEdit *>(), u"interest of the bank"_s);
  QTest::keyClick(question, Qt::Key_Return);
  QTRY_VERIFY(find(m_first.id).status == BankEntryStatus::NotOurs);
  QCOMPARE(find(m_first.id).reason, u"interest of the bank"_s);
  QTRY_COMPARE(m_pane->table()->model()->rowCount(), 1);
  m_pane->setStatus(BankEntryStatus::NotOurs);
  QTRY_VERIFY(m_pane->inspector()->takeBack()->isVisible());
  QVERIFY(!m_pane->inspector()->dismiss()->isVisible());
  QTRY_VERIFY(m_pane->acts()->undo()->isEnabled());
  m_pane->acts()->undo()->trigger();
  QTRY_VERIFY(find(m_first.id).status == BankEntryStatus::Waiting);
  m_pane->setStatus(BankEntryStatus::Waiting);
  QTRY_VERIFY(m_pane->inspector()->dismiss()->isVisible());
  QTest::mouseClick(m_pane->inspector()->dismiss(), Qt::LeftButton);
  QTRY_VERIFY(m_pane->acts()->question());
}

void TestMatchingPane::aFileIsImportedOnce() {
  const auto path = statement(u"2026-02-27,12.50,USD,nothing named,Carl,OURS\n"
                              "2026-02-27,199.00,USD,INV-2026-000002,Dora,OURS\n"
                              "2026-02-26,-3.00,USD,fees,Bank,OURS\n"_s);
  press(Qt::Key_I);
  QTRY_VERIFY(m_pane->offers()->importDialog());
  auto *dialog = m_pane->offers()->importDialog();
  QVERIFY(!dialog->confirmation()->isEnabled());
  dialog->openFile(path);
  QTRY_VERIFY2(dialog->confirmation()->isEnabled(), qPrintable(dialog->notice()));
  QVERIFY2(dialog->summary().contains(u"Entries 3"_s), qPrintable(dialog->summary()));
  QVERIFY(dialog->summary().contains(u"Pay what they name 1"_s));
  QVERIFY(dialog->summary().contains(u"Wait for somebody 2"_s));
  QVERIFY(dialog->notice().contains(u"dry run"_s));
  QCOMPARE(elsewhere([&] { return m_desk->number("select count(*) from bank_entry"); }),
           std::int64_t(2)); // nothing landed yet
  QTest::mouseClick(dialog->confirmation(), Qt::LeftButton);
  QTRY_COMPARE(m_pane->table()->model()->rowCount(), 4);
  QVERIFY(!dialog->confirmation()->isEnabled());
  dialog->openFile(path);
  QTRY_VERIFY2(dialog->summary().contains(u"Known already 3"_s), qPrintable(dialog->summary()));
  QVERIFY(!dialog->confirmation()->isEnabled());
  QVERIFY(dialog->notice().contains(u"imported before"_s));
  QCOMPARE(elsewhere([&] { return m_desk->number("select count(*) from bank_entry"); }),
           std::int64_t(5));
}

void TestMatchingPane::wrongFilesSayWhere() {
  press(Qt::Key_I);
  QTRY_VERIFY(m_pane->offers()->importDialog());
  auto *dialog = m_pane->offers()->importDialog();
  dialog->openFile(statement(u"2026-02-27,12.50,USD,a,Carl,OURS\nsoon,much,USD,b,Dora,OURS\n"_s));
  QTRY_VERIFY(dialog->errorCount() > 0);
  QVERIFY(!dialog->confirmation()->isEnabled());
  dialog->openFile(m_folder.filePath(u"missing.xml"_s));
  QTRY_VERIFY(dialog->errorCount() == 0 && !dialog->notice().isEmpty() &&
              !dialog->importing().isRunning());
  QVERIFY(!dialog->confirmation()->isEnabled());
}

void TestMatchingPane::aLinkLeadsToAnEntry() {
  elsewhere([&] { return m_desk->desk().dismiss(m_second.id, u"interest"_s); });
  m_window->open({ui::Place::Kind::Matching, m_second.id.toString(), {}, {}});
  QTRY_VERIFY(m_pane->looked().sheet() && m_pane->looked().sheet()->kept.id == m_second.id);
  QTRY_COMPARE(m_pane->records()->current(), m_second.id.toString());
  QTRY_COMPARE(m_pane->table()->model()->rowCount(), 2); // whatever became of them
  ui::Place dismissed = m_pane->home();
  dismissed.filter = u"not_ours"_s;
  m_window->open(dismissed);
  QTRY_COMPARE(m_pane->table()->model()->rowCount(), 1);
}

void TestMatchingPane::aMissingRightExplainsItself() {
  closeConsole();
  models::Rights rights;
  rights.groups = {u"manager"_s};
  rights.mayPay = false;
  openConsole(rights);
  for (auto *action : {m_pane->offers()->assigning(), m_pane->offers()->undoing(),
                       m_pane->offers()->returning()}) {
    QVERIFY(!action->isEnabled());
    QVERIFY2(action->toolTip().contains(u"finance"_s), qPrintable(action->toolTip()));
  }
  QVERIFY(!m_pane->inspector()->assign()->isEnabled());
  QVERIFY(!m_pane->offers()->importFile());
}

QTEST_MAIN(TestMatchingPane)
#include "tst_matching_pane.moc"
