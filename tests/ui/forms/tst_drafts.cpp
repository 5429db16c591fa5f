// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/own_time.h"
#include "tests/ui/forms/kept_drafts.h"
#include "tests/ui/shell/console.h"
#include "ui/forms/form_dialog.h"
#include "ui/forms/form_view.h"
#include "ui/theme/theme_manager.h"
#include "ui/widgets/toast.h"

#include <QApplication>
#include <QDirIterator>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <csignal>

using namespace tenantry;
using namespace tenantry::tests;

/// What was typed and not saved is there again, however the console ended.
class TestDrafts : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase() { new ui::ThemeManager(qApp); }
  void check4AKilledConsoleLosesNothing();
  void check4ADraftIsThereInTheNextWindow();
  void whatIsSavedLeavesNoDraft();
  void whatIsDiscardedIsGone();
  void leavingKeepsIt();
  void aDraftMeetsWhatWasSavedMeanwhile();
  void aFolderThatCannotBeWrittenIsSaid();
};

namespace {

constexpr char typingInto[] = "TENANTRY_TEST_TYPES_INTO";

ui::FormDialog *enter(Console &console) {
  if (!console.show() ||
      !QTest::qWaitFor([&] { return console.connection().isConnected(); }, 20'000))
    return nullptr;
  console.pane->table()->setFocus();
  QTest::keyClick(console.pane->table(), Qt::Key_N, Qt::ControlModifier);
  auto *forms = console.pane->forms();
  return QTest::qWaitFor(
             [&] {
               return forms->open() && forms->open()->form().stage() == models::Form::Stage::Ready;
             },
             20'000)
             ? forms->open()
             : nullptr;
}

QLineEdit *nameOf(ui::FormDialog *form) {
  return qobject_cast<QLineEdit *>(form->view()->input(u"name"_s));
}

qsizetype filesIn(const QString &folder) {
  qsizetype count = 0;
  QDirIterator all(folder, {u"*.json"_s}, QDir::Files, QDirIterator::Subdirectories);
  for (; all.hasNext(); ++count)
    all.next();
  return count;
}

/// A console in which somebody types, until it is killed.
[[noreturn]] void typeUntilKilled(const QString &folder) {
  new ui::ThemeManager(qApp);
  Console console(u"success"_s, folder);
  auto *form = enter(console);
  if (!form)
    qFatal("the form does not come");
  QTest::keyClicks(nameOf(form), u"Delta Foods"_s);
  std::puts("typed");
  std::fflush(stdout);
  for (;;)
    QTest::qWait(1000);
}

} // namespace

void TestDrafts::check4AKilledConsoleLosesNothing() {
  const QTemporaryDir folder;
  QProcess other;
  auto environment = QProcessEnvironment::systemEnvironment();
  environment.insert(QString::fromLatin1(typingInto), folder.path());
  other.setProcessEnvironment(environment);
  other.start(QCoreApplication::arguments().constFirst(), QStringList());
  QTRY_VERIFY_WITH_TIMEOUT(other.bytesAvailable() > 0, 30'000);
  const QuietTime typed;
  QTRY_VERIFY(keptDrafts(folder.path()).contains("Delta Foods"));
  QVERIFY2(typed.elapsed() <= underSanitizers(1'000), qPrintable(QString::number(typed.elapsed())));
  QCOMPARE(::kill(pid_t(other.processId()), SIGKILL), 0);
  QVERIFY(other.waitForFinished());
  QCOMPARE(other.exitStatus(), QProcess::CrashExit);

  Console console(u"success"_s, folder.path());
  auto *form = enter(console);
  QVERIFY(form);
  QCOMPARE(nameOf(form)->text(), u"Delta Foods"_s);
  QVERIFY(form->discarding() && form->discarding()->isVisible());
}

void TestDrafts::check4ADraftIsThereInTheNextWindow() {
  Console console(u"success"_s);
  auto *form = enter(console);
  QVERIFY(form);
  QVERIFY(!form->discarding());
  QTest::keyClicks(nameOf(form), u"Delta"_s);
  console.makeWindow(); // the old one goes as it is
  form = enter(console);
  QVERIFY(form);
  QCOMPARE(nameOf(form)->text(), u"Delta"_s);
}

void TestDrafts::whatIsSavedLeavesNoDraft() {
  const QTemporaryDir folder;
  Console console(u"success"_s, folder.path());
  QVERIFY(console.show());
  console.pane->table()->selectRow(0);
  QTRY_COMPARE(console.shown(), u"Arbor Energy"_s);
  QTest::keyClick(console.pane->table(), Qt::Key_F2);
  auto *forms = console.pane->forms();
  QTRY_VERIFY(forms->open() && forms->open()->form().stage() == models::Form::Stage::Ready);
  QTest::keyClicks(nameOf(forms->open()), u" AG"_s);
  QTRY_COMPARE(filesIn(folder.path()), 1);
  QTest::keyClick(forms->open(), Qt::Key_Return, Qt::ControlModifier);
  QTRY_VERIFY(!forms->open());
  QTRY_COMPARE(filesIn(folder.path()), 0);
}

void TestDrafts::whatIsDiscardedIsGone() {
  const QTemporaryDir folder;
  Console console(u"success"_s, folder.path());
  auto *form = enter(console);
  QVERIFY(form);
  QTest::keyClicks(nameOf(form), u"Delta"_s);
  console.makeWindow();
  form = enter(console);
  QVERIFY(form && form->discarding());
  QTest::mouseClick(form->discarding(), Qt::LeftButton);
  QVERIFY(nameOf(form)->text().isEmpty());
  QVERIFY(!form->discarding());
  QTRY_COMPARE(filesIn(folder.path()), 0);
}

void TestDrafts::leavingKeepsIt() {
  const QTemporaryDir folder;
  Console console(u"success"_s, folder.path());
  auto *form = enter(console);
  QVERIFY(form);
  QTest::keyClicks(nameOf(form), u"Delta"_s);
  QTest::keyClick(form, Qt::Key_Escape);
  QTRY_COMPARE(filesIn(folder.path()), 1);
  auto *toast = console.window->findChild<ui::Toast *>();
  QVERIFY(toast && toast->accessibleName().contains(u"Kept as a draft"_s));
  Q_EMIT toast->actionTriggered();
  QTRY_COMPARE(filesIn(folder.path()), 0);
}

void TestDrafts::aDraftMeetsWhatWasSavedMeanwhile() {
  Console console(u"success"_s);
  QVERIFY(console.show());
  console.pane->table()->selectRow(0);
  QTRY_COMPARE(console.shown(), u"Arbor Energy"_s);
  auto *forms = console.pane->forms();
  forms->amend();
  QTRY_VERIFY(forms->open() && forms->open()->form().stage() == models::Form::Stage::Ready);
  QTest::keyClicks(nameOf(forms->open()), u" AG"_s);
  QTest::keyClick(forms->open(), Qt::Key_Escape);
  QTRY_VERIFY(!forms->open());
  console.asOther([](store::Database &database) {
    QVERIFY(database.adHoc("update organization set name = 'Theirs' where name like 'Arbor%'"));
  });
  forms->amend();
  QTRY_VERIFY(forms->open() && forms->open()->form().stage() == models::Form::Stage::Ready);
  QCOMPARE(nameOf(forms->open())->text(), u"Arbor Energy AG"_s);
  QCOMPARE(forms->open()->form().state().differences().size(), 1);
}

void TestDrafts::aFolderThatCannotBeWrittenIsSaid() {
  Console console(u"success"_s, u"/proc/nothing"_s);
  auto *form = enter(console);
  QVERIFY(form);
  QTest::keyClicks(nameOf(form), u"Delta"_s);
  QTRY_VERIFY(console.window->findChild<ui::Toast *>());
  QVERIFY(console.window->findChild<ui::Toast *>()->accessibleName().contains(
      u"cannot be kept as a draft"_s));
  QCOMPARE(nameOf(form)->text(), u"Delta"_s);
}

int main(int argc, char *argv[]) {
  QApplication application(argc, argv);
  if (qEnvironmentVariableIsSet(typingInto))
    typeUntilKilled(qEnvironmentVariable(typingInto));
  TestDrafts test;
  return QTest::qExec(&test, argc, argv);
}
#include "tst_drafts.moc"
