// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/no_database_here.h"
#include "tests/services/automation/mail_house.h"
#include "ui/lists/bulk_dialog.h"
#include "ui/lists/list_acts.h"
#include "ui/mails/mail_inspector.h"
#include "ui/mails/mails_pane.h"
#include "ui/shell/main_window.h"
#include "ui/theme/theme_manager.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/label.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/table_view.h"

#include <QAction>
#include <QApplication>
#include <QPushButton>
#include <QSignalSpy>

using namespace tenantry;
using namespace tenantry::tests;

/// AUTO-3: the outbox in its window, by keys: two customers, one of whom was mailed and could not
/// be reached.
class TestMailsPane : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void init();
  void cleanup() { closeConsole(); }
  void theMailStandsBesideTheList();
  void whatWasSentSaysSo();
  void itIsNarrowedByStateKindAndWords();
  void theFailedAreCountedInTheSidebar();
  void whatFailedIsSentAnewAndUndone();
  void manyAreCancelledAndUndone();
  void newsOfTheServerAreShown();
  void aLinkLeadsToAMail();
  void enterOpensTheTimeline();
  void theEmptyPictures();
  void aMissingRightExplainsItself_data();
  void aMissingRightExplainsItself();

private:
  void openConsole(const QString &role = u"finance"_s);
  void closeConsole();
  template <typename F> auto elsewhere(F work) {
    m_rule.reset();
    auto done = work();
    m_rule.emplace();
    return done;
  }
  [[nodiscard]] int rows() const { return m_pane->table()->model()->rowCount(); }
  [[nodiscard]] std::vector<Mail> mails() {
    return elsewhere([&] { return m_house->mails(); });
  }
  [[nodiscard]] Mail stored(const automation::MailId &id) {
    return elsewhere([&] { return expect(m_house->outbox().find(id)); });
  }
  /// The failed one, looked at.
  void chooseFailed() {
    m_pane->list().setFilter({MailState::Failed, {}, {}});
    QTRY_COMPARE(rows(), 1);
    m_pane->table()->chooseRow(0);
    QTRY_VERIFY(m_pane->looked().mail() && m_pane->looked().id() == m_failed);
  }
  void act(QKeyCombination keys, const QString &question) {
    m_pane->table()->setFocus();
    QTest::keyClick(m_pane->table(), keys.key(), keys.keyboardModifiers());
    QTRY_VERIFY(m_pane->acts()->question() && m_pane->acts()->question()->isSettled());
    QCOMPARE(m_pane->acts()->question()->findChild<ui::Label *>()->text(), question);
    QTest::keyClick(m_pane->acts()->question(), Qt::Key_Return);
    QTRY_VERIFY(!m_pane->acts()->question());
  }

  std::unique_ptr<MailHouse> m_house;
  automation::MailId m_failed;
  std::unique_ptr<models::Connection> m_connection;
  std::unique_ptr<models::RunningWork> m_work;
  std::unique_ptr<ui::MainWindow> m_window;
  ui::MailsPane *m_pane = nullptr;
  std::optional<store::NoDatabaseHere> m_rule; ///< no query on the GUI thread
};

namespace {

const Qt::KeyboardModifiers both = Qt::ControlModifier | Qt::ShiftModifier;

} // namespace

void TestMailsPane::initTestCase() {
  new ui::ThemeManager(qobject_cast<QApplication *>(QCoreApplication::instance()));
}

/// An invoice to be paid that could not be mailed, one that waits, and one that was sent.
void TestMailsPane::init() {
  m_house = std::make_unique<MailHouse>();
  const auto failed = m_house->owes(QString());
  m_failed = m_house->only().id;
  m_house->owes(u"succeeds"_s);
  m_house->change(
      "update mail set state = 'failed', attempts = 3, last_error = 'Mailbox <b>full</b> "
      "[mail.recipient_refused]' where organization_id = '" +
      failed.organization.toString().toLatin1() + "'");
  m_house->change("update mail set state = 'sent', attempts = 1, message_id = 'x@y', sent_at = "
                  "created_at where template = 'payment-receipt'");
  openConsole();
}

void TestMailsPane::openConsole(const QString &role) {
  closeConsole();
  auto settings = m_house->test.settings(role);
  const auto rights = models::readRights(*m_house->test.connect(role));
  m_connection =
      std::make_unique<models::Connection>(settings, m_house->clock, u"test"_s, rights.value());
  m_work = std::make_unique<models::RunningWork>(*m_connection);
  m_rule.emplace();
  m_window = std::make_unique<ui::MainWindow>();
  m_window->resize(1440, 900);
  m_pane = new ui::MailsPane(*m_connection, *m_work);
  m_window->addPane(m_pane);
  m_window->open(m_pane->home());
  m_window->show();
  m_window->activateWindow();
  QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
  QTRY_VERIFY(m_connection->isConnected() && m_pane->isSettled());
}

void TestMailsPane::closeConsole() {
  m_window.reset();
  m_work.reset();
  m_rule.reset();
  m_connection.reset();
}

void TestMailsPane::theMailStandsBesideTheList() {
  QCOMPARE(rows(), 3);
  chooseFailed();
  const auto *inspector = m_pane->inspector();
  QTRY_COMPARE(inspector->subject(),
               u"Invoice INV-2026-000001 from Example SaaS Inc. is due on March 2, 2026"_s);
  QVERIFY(inspector->text().contains(u"$199.00"_s));
  QVERIFY(inspector->text().contains(u"[Link: made when the mail is sent]"_s));
  QVERIFY(!inspector->text().contains(u"{link}"_s));
  QCOMPARE(inspector->reason(), u"Mailbox <b>full</b> [mail.recipient_refused]"_s);
}

void TestMailsPane::whatWasSentSaysSo() {
  m_pane->list().setFilter({MailState::Sent, {}, {}});
  QTRY_COMPARE(rows(), 1);
  m_pane->table()->chooseRow(0);
  QTRY_VERIFY(m_pane->inspector()->text().contains(u"[Link: only in the mail that was sent]"_s));
  QVERIFY(m_pane->inspector()->reason().isEmpty());
  QCOMPARE(m_pane->table()->model()->index(0, models::MailListModel::KindColumn).data().toString(),
           u"Receipt"_s);
}

void TestMailsPane::itIsNarrowedByStateKindAndWords() {
  m_pane->filters()->choose(u"state"_s, u"failed"_s);
  QTRY_COMPARE(rows(), 1);
  QCOMPARE(m_pane->filters()->chip(u"state"_s)->value(), u"Failed"_s);
  m_pane->filters()->choose(u"state"_s, {});
  m_pane->filters()->choose(u"kind"_s, u"payment-receipt"_s);
  QTRY_COMPARE(rows(), 1);
  m_pane->filters()->choose(u"kind"_s, {});
  QTRY_COMPARE(rows(), 3);
  m_pane->filters()->takeFocus();
  QTest::keyClicks(QApplication::focusWidget(), u"000001"_s);
  QTRY_COMPARE(rows(), 1);
  QVERIFY(m_pane->stepBack());
  QTRY_COMPARE(rows(), 3);
}

void TestMailsPane::theFailedAreCountedInTheSidebar() {
  qint64 counted = -1;
  connect(m_pane, &ui::Pane::countChanged, this, [&](qint64 count, bool) { counted = count; });
  elsewhere([&] {
    m_house->change("update mail set state = 'failed', sent_at = null where state = 'sent'");
    m_house->change("select pg_notify('tenantry_news', organization_id::text) from mail");
    return 0;
  });
  QTRY_COMPARE(counted, 2);
  QCOMPARE(m_pane->countTone(), ui::Tone::Danger);
}

void TestMailsPane::whatFailedIsSentAnewAndUndone() {
  chooseFailed();
  act(QKeyCombination(both, Qt::Key_M), u"Send 1 mail(s) now"_s);
  QTRY_VERIFY(stored(m_failed).state == MailState::Queued);
  QCOMPARE(stored(m_failed).attempts, 0);
  QTRY_VERIFY(!m_pane->acts()->isRunning());
  m_pane->acts()->undo()->trigger();
  QTRY_VERIFY(stored(m_failed).state == MailState::Failed);
  QCOMPARE(stored(m_failed).attempts, 3);
  QVERIFY(stored(m_failed).lastError.startsWith(u"Mailbox"_s));
}

void TestMailsPane::manyAreCancelledAndUndone() {
  m_pane->table()->setFocus();
  QTest::keyClick(m_pane->table(), Qt::Key_A, Qt::ControlModifier);
  act(QKeyCombination(both, Qt::Key_D), u"Cancel 2 mail(s)"_s); // the third was sent
  const auto cancelled = [&] {
    const auto all = mails();
    return std::count_if(all.begin(), all.end(),
                         [](const Mail &mail) { return mail.state == MailState::Cancelled; });
  };
  QTRY_COMPARE(cancelled(), 2);
  QTRY_VERIFY(!m_pane->acts()->isRunning());
  m_pane->acts()->undo()->trigger();
  QTRY_COMPARE(cancelled(), 0);
  QVERIFY(stored(m_failed).state == MailState::Failed);
}

/// Whoever sends them tells the consoles.
void TestMailsPane::newsOfTheServerAreShown() {
  m_pane->list().setFilter({MailState::Queued, {}, {}});
  QTRY_COMPARE(rows(), 1);
  QCOMPARE(elsewhere([&] { return m_house->deliver(); }), 1);
  QTRY_COMPARE(rows(), 0);
}

void TestMailsPane::aLinkLeadsToAMail() {
  m_pane->list().setFilter({MailState::Sent, {}, {}});
  QTRY_COMPARE(rows(), 1);
  m_window->open(*ui::Place::parse(u"tenantry://mails/"_s + m_failed.toString()));
  QTRY_COMPARE(rows(), 3);
  QTRY_VERIFY(m_pane->looked().mail() && m_pane->looked().mail()->id == m_failed);
  QTRY_COMPARE(m_pane->records()->current(), m_failed.toString());
  m_window->open(*ui::Place::parse(u"tenantry://mails?filter=failed"_s));
  QTRY_COMPARE(rows(), 1);
}

void TestMailsPane::enterOpensTheTimeline() {
  chooseFailed();
  std::optional<ui::Place> asked;
  connect(m_pane, &ui::Pane::placeRequested, this, [&](const ui::Place &place) { asked = place; });
  m_pane->table()->setFocus();
  QTest::keyClick(m_pane->table(), Qt::Key_Return);
  QVERIFY(asked);
  QCOMPARE(asked->kind, ui::Place::Kind::Organization);
  QCOMPARE(asked->tab, u"timeline"_s);
}

void TestMailsPane::theEmptyPictures() {
  auto *state = m_pane->records()->findChild<ui::EmptyState *>();
  m_pane->list().setFilter({MailState::Suppressed, {}, {}});
  QTRY_COMPARE(state->kind(), ui::EmptyState::Kind::NoMatch);
  closeConsole();
  m_house->change("delete from mail");
  openConsole();
  state = m_pane->records()->findChild<ui::EmptyState *>();
  QTRY_COMPARE(state->kind(), ui::EmptyState::Kind::Empty);
  QSignalSpy asked(m_pane, &ui::Pane::placeRequested);
  auto *next = state->findChild<QPushButton *>();
  QVERIFY(next);
  QTRY_VERIFY(next->isVisible());
  QTest::mouseClick(next, Qt::LeftButton);
  QCOMPARE(asked.count(), 1);
  QCOMPARE(asked.front().front().value<ui::Place>().kind, ui::Place::Kind::Billing);
}

void TestMailsPane::aMissingRightExplainsItself_data() {
  QTest::addColumn<QString>("role");
  QTest::addColumn<bool>("may");
  for (const auto &[role, may] : {std::pair{"success", true},
                                  {"finance", true},
                                  {"administrator", true},
                                  {"support", false},
                                  {"manager", false}})
    QTest::newRow(role) << QString::fromLatin1(role) << may;
}

void TestMailsPane::aMissingRightExplainsItself() {
  QFETCH(QString, role);
  QFETCH(bool, may);
  openConsole(role);
  QCOMPARE(rows(), 3);
  m_pane->table()->chooseRow(0);
  for (const auto *action : m_pane->acts()->actions()) {
    QCOMPARE(action->isEnabled(), may);
    if (!may)
      QVERIFY2(action->toolTip().contains(u"customer success, finance, administrator"_s),
               qPrintable(action->toolTip()));
  }
}

QTEST_MAIN(TestMailsPane)
#include "tst_mails_pane.moc"
