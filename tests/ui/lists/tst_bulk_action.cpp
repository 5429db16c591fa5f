// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/organizations/standing_bulk.h"
#include "tests/ui/forms/kept_drafts.h"
#include "tests/ui/lists/by_keys.h"
#include "tests/ui/shell/console.h"
#include "ui/lists/selection_bar.h"
#include "ui/theme/theme_manager.h"
#include "ui/widgets/toast.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDirIterator>
#include <QLineEdit>
#include <QPushButton>

using namespace tenantry;
using namespace tenantry::tests;

/// An action on several organizations, by key and mouse in the console's window: Basalt Rail is
/// closed.
class TestBulkAction : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase() { new ui::ThemeManager(qApp); }
  void init();
  void cleanup() { m_console.reset(); }
  void check10ThePreviewSaysWhatWillChange();
  void check10AFailingRowIsReportedAndTheOthersLand();
  void check10_byKeysAlone_data();
  void check10_byKeysAlone();
  void check11CtrlZRestores();
  void check12_soManyThatItCannotBeUndoneAreTyped();
  void check11TheToastsButtonRestores_data();
  void check11TheToastsButtonRestores();
  void undoSaysWhatHasChangedSince();
  void escBeforeItBeginsChangesNothing();
  void check14AMissingRightExplainsItself();
  void oneRowIsEnough();
  void check4_aReasonIsThereAgain();
  void check4_whatWasDoneOrGivenUpLeavesNoReason_data();
  void check4_whatWasDoneOrGivenUpLeavesNoReason();

private:
  void openConsole(const QString &role);
  void selectAllAndSuspend();
  void confirm(const QString &reason);
  [[nodiscard]] ui::ListActs *acts() const { return m_console->pane->acts(); }
  [[nodiscard]] QString standings();
  [[nodiscard]] QString toast() const {
    const auto *shown = m_console->window->findChild<ui::Toast *>();
    return shown ? shown->accessibleName() : QString();
  }

  std::unique_ptr<Console> m_console;
};

void TestBulkAction::init() { openConsole(u"success"_s); }

void TestBulkAction::openConsole(const QString &role) {
  m_console = std::make_unique<Console>(role);
  m_console->asOther([](store::Database &database) {
    QVERIFY(database.adHoc("update organization set status = 'closed' where name like 'Basalt%'"));
  });
  QVERIFY(m_console->show());
  QTRY_VERIFY(m_console->connection().isConnected());
  QTRY_VERIFY(m_console->pane->isSettled());
}

QString TestBulkAction::standings() {
  QString text;
  m_console->asOther([&](store::Database &database) {
    text = (*database.adHoc("select string_agg(status, ' ' order by name) from organization"))[0]
               .get<QString>(0);
  });
  return text;
}

void TestBulkAction::selectAllAndSuspend() {
  auto *table = m_console->pane->table();
  m_console->window->activateWindow();
  QVERIFY(QTest::qWaitForWindowActive(m_console->window.get()));
  table->setFocus();
  QTest::keyClick(table, Qt::Key_A, Qt::ControlModifier);
  QTRY_VERIFY(m_console->pane->acts()->undo() != nullptr);
  QTest::keyClick(table, Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
  QTRY_VERIFY(acts()->question() && acts()->question()->text().contains(u"Changes"_s));
}

void TestBulkAction::confirm(const QString &reason) {
  auto *question = acts()->question();
  QTest::keyClicks(question->reason(), reason);
  QTRY_VERIFY(question->confirmation()->isEnabled());
  QTest::keyClick(question, Qt::Key_Return);
  QTRY_VERIFY(!toast().isEmpty());
}

void TestBulkAction::check10ThePreviewSaysWhatWillChange() {
  selectAllAndSuspend();
  const auto *question = acts()->question();
  QCOMPARE(question->text(),
           u"Changes: Arbor Energy, Clover Clinics.\n1 refused: An organization cannot go from "
           "closed to suspended."_s);
  QVERIFY(!question->confirmation()->isEnabled());
  QCOMPARE(question->confirmation()->toolTip(), u"A reason is needed"_s);
  QCOMPARE(standings(), u"onboarded closed onboarded"_s);
}

void TestBulkAction::check10AFailingRowIsReportedAndTheOthersLand() {
  selectAllAndSuspend();
  confirm(u"Fraud"_s);
  QCOMPARE(toast(), u"2 organization(s) suspended, 1 failed"_s);
  QCOMPARE(standings(), u"suspended closed suspended"_s);
  QTRY_COMPARE(m_console->pane->list().index(0, 0).data(models::StatusRole).toInt(),
               int(organizations::Status::Suspended));
  acts()->failures()->trigger();
  const auto *rows = acts()->report()->table()->model();
  QCOMPARE(rows->rowCount(), 1);
  QCOMPARE(rows->index(0, 0).data().toString(), u"Basalt Rail"_s);
  acts()->report()->copy();
  QVERIFY(QGuiApplication::clipboard()->text().contains(u"\"Basalt Rail\",\"An organization"_s));
}

void TestBulkAction::check10_byKeysAlone_data() {
  QTest::addColumn<QString>("keys");
  QTest::newRow("Shift and arrows") << u"shift"_s;
  QTest::newRow("marks") << u"marks"_s;
  QTest::newRow("Ctrl+A") << u"all"_s;
}

/// From the list to the act, its question, the row that failed, and back.
void TestBulkAction::check10_byKeysAlone() {
  QFETCH(QString, keys);
  ByKeys by(*m_console->window, *acts());
  QVERIFY(by.goTo(m_console->pane->table()));
  by.press(Qt::Key_Home, Qt::ControlModifier);
  if (keys == u"all")
    by.press(Qt::Key_A, Qt::ControlModifier);
  else if (keys == u"shift")
    by.selectDown(2);
  else
    for (const auto key : {Qt::Key_X, Qt::Key_J, Qt::Key_X, Qt::Key_J, Qt::Key_X})
      by.press(key);
  QTRY_COMPARE(m_console->pane->records()->selection().count(), 3);
  const auto *question = by.ask(Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
  QVERIFY(question);
  QVERIFY2(question->text().startsWith(u"Changes: Arbor Energy, Clover Clinics.\n1 refused"_s),
           qPrintable(question->text()));
  by.type(u"Fraud"_s);
  QCOMPARE(by.confirm(), u"2 organization(s) suspended, 1 failed"_s);
  QCOMPARE(standings(), u"suspended closed suspended"_s);
  QCOMPARE(by.failures(Qt::ControlModifier | Qt::ShiftModifier), QStringList{u"Basalt Rail"_s});
  QCOMPARE(by.undo(), u"2 restored, Suspend"_s);
  QCOMPARE(standings(), u"onboarded closed onboarded"_s);
}

/// More rows than what was before is kept of: the dialog says so, asks for a deliberate act, and
/// offers no undo.
void TestBulkAction::check12_soManyThatItCannotBeUndoneAreTyped() {
  acts()->add({.name = u"Suspend few"_s,
               .iconName = u"pause"_s,
               .act =
                   [](const QString &reason) {
                     auto act = models::suspendOrganizations(reason);
                     act.undoneAtMost = 1;
                     return act;
                   },
               .question = [](qint64 rows) { return u"Suspend %1"_s.arg(rows); },
               .done = [](qint64 rows) { return u"%1 suspended"_s.arg(rows); },
               .consequence = u"It can be undone."_s});
  auto *table = m_console->pane->table();
  table->setFocus();
  QTest::keyClick(table, Qt::Key_A, Qt::ControlModifier);
  acts()->actions().last()->trigger();
  QTRY_VERIFY(acts()->question() && acts()->question()->isSettled());
  auto *question = acts()->question();
  QVERIFY2(question->consequence().contains(u"kept of up to 1 rows, so this cannot be undone"_s),
           qPrintable(question->consequence()));
  QVERIFY(question->deliberate() && question->deliberate()->isVisible());
  QTest::keyClick(question, Qt::Key_Return);
  QVERIFY(acts()->question() && !question->confirmation()->isEnabled());
  QTest::keyClicks(question->deliberate(), u"2"_s);
  QVERIFY(question->confirmation()->isEnabled());
  QTest::keyClick(question, Qt::Key_Return);
  QTRY_VERIFY2(toast().contains(u"too many to be undone"_s), qPrintable(toast()));
  QCOMPARE(standings(), u"suspended closed suspended"_s);
  QVERIFY(!acts()->undo()->isEnabled());
}

void TestBulkAction::check11CtrlZRestores() {
  selectAllAndSuspend();
  confirm(u"Fraud"_s);
  auto *table = m_console->pane->table();
  m_console->window->activateWindow();
  QVERIFY(QTest::qWaitForWindowActive(m_console->window.get()));
  table->setFocus();
  QTRY_VERIFY(acts()->undo()->isEnabled());
  QTest::keyClick(table, Qt::Key_Z, Qt::ControlModifier);
  QTRY_COMPARE(toast(), u"2 restored, Suspend"_s);
  QCOMPARE(standings(), u"onboarded closed onboarded"_s);
  QVERIFY(!acts()->undo()->isEnabled());
}

void TestBulkAction::check11TheToastsButtonRestores_data() {
  QTest::addColumn<bool>("oneFails");
  QTest::newRow("all went well") << false;
  QTest::newRow("a row failed: what went well is undone all the same") << true;
}

void TestBulkAction::check11TheToastsButtonRestores() {
  QFETCH(bool, oneFails);
  if (oneFails) {
    selectAllAndSuspend();
  } else {
    auto *table = m_console->pane->table();
    table->setFocus();
    table->selectRow(2);
    QTest::keyClick(table, Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(acts()->question() && acts()->question()->text().contains(u"Clover"_s));
  }
  confirm(u"Fraud"_s);
  const auto press = [this](const QString &name) {
    for (auto *one : m_console->window->findChild<ui::Toast *>()->findChildren<QPushButton *>())
      if (one->text() == name)
        return QTest::mouseClick(one, Qt::LeftButton), true;
    return false;
  };
  if (oneFails) {
    const auto buttons = m_console->window->findChild<ui::Toast *>()->findChildren<QPushButton *>();
    QVERIFY(std::any_of(buttons.begin(), buttons.end(),
                        [](const QPushButton *one) { return one->text() == u"Show"; }));
  }
  QVERIFY(press(u"Undo"_s));
  QTRY_VERIFY2(toast().contains(u" restored"_s), qPrintable(toast()));
  QCOMPARE(standings(), u"onboarded closed onboarded"_s);
  QVERIFY(!acts()->report());
}

void TestBulkAction::undoSaysWhatHasChangedSince() {
  selectAllAndSuspend();
  confirm(u"Fraud"_s);
  m_console->asOther([this](store::Database &database) {
    SystemClock clock;
    store::Session session{database, clock, u"other"_s};
    QVERIFY(organizations::OrganizationService(session).move(
        m_console->ids.front(), organizations::Status::Churned, u"left"_s));
  });
  QTRY_VERIFY(acts()->undo()->isEnabled());
  acts()->undo()->trigger();
  QTRY_COMPARE(toast(), u"1 restored, 1 failed"_s);
  QCOMPARE(standings(), u"churned closed onboarded"_s);
}

void TestBulkAction::escBeforeItBeginsChangesNothing() {
  selectAllAndSuspend();
  QTest::keyClicks(acts()->question()->reason(), u"Fraud"_s);
  QTest::keyClick(acts()->question(), Qt::Key_Escape);
  QTRY_VERIFY(!acts()->question());
  QCOMPARE(standings(), u"onboarded closed onboarded"_s);
}

void TestBulkAction::check14AMissingRightExplainsItself() {
  m_console.reset();
  openConsole(u"support"_s);
  m_console->pane->table()->selectRow(0);
  const auto actions = m_console->pane->actions();
  const auto suspend = std::find_if(actions.begin(), actions.end(), [](const QAction *action) {
    return action->text() == u"Suspend"_s;
  });
  QVERIFY(suspend != actions.end() && !(*suspend)->isEnabled());
  QCOMPARE((*suspend)->toolTip(), u"This is for: customer success, finance, administrator. Your "
                                  "login is in: support."_s);
}

void TestBulkAction::oneRowIsEnough() {
  auto *table = m_console->pane->table();
  table->setFocus();
  table->selectRow(2);
  QVERIFY(m_console->pane->records()->selectionBar()->isHidden());
  QTest::keyClick(table, Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
  QTRY_VERIFY(acts()->question() && acts()->question()->text().contains(u"Clover"_s));
  confirm(u"Fraud"_s);
  QCOMPARE(standings(), u"onboarded closed suspended"_s);
}

namespace {

qsizetype reasonsIn(const QTemporaryDir &folder) {
  qsizetype files = 0;
  for (QDirIterator all(folder.path(), QDir::Files, QDirIterator::Subdirectories); all.hasNext();
       all.next())
    ++files;
  return files;
}

} // namespace

void TestBulkAction::check4_aReasonIsThereAgain() {
  const QTemporaryDir folder;
  models::DraftStore before(folder.path(), u"book"_s), after(folder.path(), u"book"_s);
  m_console->pane->keepDraftsIn(before);
  selectAllAndSuspend();
  QTest::keyClicks(acts()->question()->reason(), u"They asked for it"_s);
  QTRY_VERIFY(keptDrafts(folder.path()).contains("They asked for it"));
  delete acts()->question(); // nobody closed it
  m_console->pane->keepDraftsIn(after);
  selectAllAndSuspend();
  QTRY_COMPARE(acts()->question()->reason()->text(), u"They asked for it"_s);
  QTest::keyClick(acts()->question(), Qt::Key_Escape); // by accident
  QTRY_VERIFY(!acts()->question());
  selectAllAndSuspend();
  QTRY_COMPARE(acts()->question()->reason()->text(), u"They asked for it"_s);
  QTRY_VERIFY(acts()->question()->confirmation()->isEnabled());
  acts()->question()->reject();
  QTRY_VERIFY(!acts()->question());
  m_console->window->activateWindow();
  QVERIFY(QTest::qWaitForWindowActive(m_console->window.get()));
  QTest::keyClick(m_console->pane->table(), Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
  QTRY_VERIFY(acts()->question());
  QTest::qWait(100);
  QCOMPARE(acts()->question()->reason()->text(), QString()); // another act, another reason
}

void TestBulkAction::check4_whatWasDoneOrGivenUpLeavesNoReason_data() {
  QTest::addColumn<QString>("how");
  QTest::newRow("done") << u"confirm"_s;
  QTest::newRow("given up") << u"cancel"_s;
  QTest::newRow("cleared") << u"clear"_s;
}

void TestBulkAction::check4_whatWasDoneOrGivenUpLeavesNoReason() {
  QFETCH(QString, how);
  const QTemporaryDir folder;
  models::DraftStore drafts(folder.path(), u"book"_s);
  m_console->pane->keepDraftsIn(drafts);
  m_console->pane->table()->setFocus();
  m_console->pane->table()->chooseRow(0);
  QTest::keyClick(m_console->pane->table(), Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
  QTRY_VERIFY(acts()->question() && acts()->question()->isSettled());
  auto *reason = acts()->question()->reason();
  QTest::keyClicks(reason, u"They asked"_s);
  QTRY_COMPARE(reasonsIn(folder), qsizetype(1));
  if (how == u"clear") {
    QTest::keyClick(reason, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(reason, Qt::Key_Delete);
  } else {
    auto *button = acts()->question()->confirmation();
    for (auto *one : acts()->question()->findChildren<QPushButton *>())
      if (how == u"cancel" && one->text() == u"Cancel")
        button = one;
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY(!acts()->question());
  }
  QTRY_COMPARE(reasonsIn(folder), qsizetype(0));
}

QTEST_MAIN(TestBulkAction)
#include "tst_bulk_action.moc"
