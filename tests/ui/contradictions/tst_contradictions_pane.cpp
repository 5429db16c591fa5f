// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/jobs/run_due.h"
#include "services/payments/contradictions.h"
#include "services/store/no_database_here.h"
#include "tests/services/payments/stripe_house.h"
#include "ui/contradictions/contradiction_inspector.h"
#include "ui/contradictions/contradictions_pane.h"
#include "ui/lists/bulk_dialog.h"
#include "ui/lists/list_acts.h"
#include "ui/lists/report_dialog.h"
#include "ui/shell/main_window.h"
#include "ui/theme/theme_manager.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/label.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/table_view.h"

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QPushButton>

using namespace tenantry;
using namespace tenantry::tests;

/// BILL-4, ADR 12: what a provider contradicts in its window, by keys: a charge of another amount,
/// and a page that belongs to another payer.
class TestContradictionsPane : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void init();
  void cleanup();
  void cleanupTestCase() { m_house.reset(); }
  void bothSidesStandBesideTheList();
  void itIsNarrowedByKindAndWords();
  void whatComesIsCountedInTheSidebar();
  void whatIsMendedIsAskedAgain();
  void check12_itIsSettledByADeliberateAct_data();
  void check12_itIsSettledByADeliberateAct();
  void aSetupMovesNothing();
  void aSetupIsEnded();
  void BILL_6_whatWasFoundIsBooked();
  void whoComesSecondIsTold();
  void aLinkLeadsToOne();
  void enterOpensTheRecord();
  void check24_itsPictures();
  void check14_aMissingRightExplainsItself_data();
  void check14_aMissingRightExplainsItself();

private:
  void openConsole(const QString &role = u"finance"_s);
  void closeConsole();
  template <typename F> auto elsewhere(F work) {
    m_rule.reset();
    auto done = work();
    m_rule.emplace();
    return done;
  }
  void change(const QByteArray &sql) { expect(m_house->test.connect()->adHoc(sql)); }
  [[nodiscard]] int rows() const { return m_pane->table()->model()->rowCount(); }
  [[nodiscard]] payments::AttemptStatus status() {
    return elsewhere([&] { return m_house->attempts().at(0).status; });
  }
  [[nodiscard]] std::int64_t told(const QByteArray &type) {
    return elsewhere([&] { return m_house->told(type); });
  }
  /// What a daemon does by now.
  void work() {
    m_rule.reset();
    jobs::HandlerRegistry registry;
    scenarios::HouseOptions options;
    options.stripe = m_house->client;
    scenarios::registerHouse(registry, options);
    expect(jobs::runDueUntil(m_house->worker.session, registry, scenarios::houseConsumers(),
                             m_house->clock, m_house->clock.now()));
    m_rule.emplace();
  }
  /// That row, looked at.
  void choose(const QUuid &id) {
    m_pane->table()->chooseRow(m_pane->list().rowWithKey(id.toString(QUuid::WithoutBraces)));
    QTRY_VERIFY(m_pane->looked().shown() && m_pane->looked().id() == id);
  }
  [[nodiscard]] ui::BulkDialog *ask(QKeyCombination keys) {
    m_pane->table()->setFocus();
    QTest::keyClick(m_pane->table(), keys.key(), keys.keyboardModifiers());
    if (!QTest::qWaitFor([&] { return question() && question()->isSettled(); }, 20'000))
      return nullptr;
    return question();
  }
  [[nodiscard]] ui::BulkDialog *question() const { return m_pane->acts()->question(); }
  [[nodiscard]] static QString titleOf(const QWidget *dialog) {
    return dialog->findChild<ui::Label *>()->text();
  }

  std::unique_ptr<StripeHouse> m_house;
  QUuid m_charge, m_setup;
  std::unique_ptr<models::Connection> m_connection;
  std::unique_ptr<models::RunningWork> m_work;
  std::unique_ptr<ui::MainWindow> m_window;
  ui::ContradictionsPane *m_pane = nullptr;
  std::optional<store::NoDatabaseHere> m_rule; ///< no query on the GUI thread
};

namespace {

const Qt::KeyboardModifiers both = Qt::ControlModifier | Qt::ShiftModifier;
const QKeyCombination asking(both, Qt::Key_R), carriedOut(both, Qt::Key_Y),
    notCarriedOut(both, Qt::Key_D);

} // namespace

void TestContradictionsPane::initTestCase() {
  QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
  new ui::ThemeManager(qobject_cast<QApplication *>(QCoreApplication::instance()));
  m_house = std::make_unique<StripeHouse>();
}

void TestContradictionsPane::init() {
  auto &house = *m_house;
  house.begin(u"pm_other_amount"_s);
  m_charge = house.charge().id.uuid();
  m_setup = QUuid::createUuid();
  const auto now = toIso(house.clock.now()).toLatin1();
  change("insert into method_setup (organization_id, setup_id, provider, session_reference, state, "
         "decline_code, created_at, expires_at, finished_at) values ('" +
         house.customer.toString().toLatin1() + "', '" + m_setup.toByteArray(QUuid::WithoutBraces) +
         "', 'stripe', 'cs_theirs', 'contradicted', 'another_payer', '" + now + "', '" + now +
         "'::timestamptz + interval '1 hour', '" + now + "'::timestamptz + interval '1 minute')");
  openConsole();
}

/// The next test has its own.
void TestContradictionsPane::cleanup() {
  closeConsole();
  change("update payment_attempt set contradicted_at = null where contradicted_at is not null");
  change("update method_setup set state = 'settled' where state <> 'settled'");
  change("update provider_finding set state = 'closed', closed_at = opened_at where closed_at is "
         "null");
}

void TestContradictionsPane::openConsole(const QString &role) {
  closeConsole();
  auto settings = m_house->test.settings(role);
  const auto rights = models::readRights(*m_house->test.connect(role));
  m_connection =
      std::make_unique<models::Connection>(settings, m_house->clock, u"test"_s, rights.value());
  m_work = std::make_unique<models::RunningWork>(*m_connection);
  m_rule.emplace();
  m_window = std::make_unique<ui::MainWindow>();
  m_window->resize(1440, 900);
  m_pane = new ui::ContradictionsPane(*m_connection, *m_work);
  m_window->addPane(m_pane);
  m_window->open(m_pane->home());
  m_window->show();
  m_window->activateWindow();
  QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
  QTRY_VERIFY(m_connection->isConnected() && m_pane->isSettled());
}

void TestContradictionsPane::closeConsole() {
  m_window.reset();
  m_work.reset();
  m_rule.reset();
  m_connection.reset();
}

void TestContradictionsPane::bothSidesStandBesideTheList() {
  using List = models::ContradictionListModel;
  QCOMPARE(rows(), 2);
  const auto text = [&](int row, int column) {
    return m_pane->table()->model()->index(row, column).data().toString();
  };
  QCOMPARE(text(0, List::KindColumn), u"Charge"_s);
  QCOMPARE(text(0, List::SaysColumn), u"another amount"_s);
  QCOMPARE(text(1, List::KindColumn), u"Payment method"_s);
  choose(m_charge);
  const auto *inspector = m_pane->inspector();
  const auto number = m_pane->looked().shown()->number;
  QVERIFY(number.startsWith(u"INV-"_s));
  QVERIFY2(inspector->belief().startsWith(u"We asked for $199.00 to pay %1."_s.arg(number)),
           qPrintable(inspector->belief()));
  QCOMPARE(inspector->says(), u"It was another amount or currency than we asked for."_s);
  choose(m_setup);
  QVERIFY(inspector->belief().startsWith(u"We sent the customer to the"_s));
  QCOMPARE(inspector->says(), u"The page that we opened belongs to another payer."_s);
}

void TestContradictionsPane::itIsNarrowedByKindAndWords() {
  m_pane->filters()->choose(u"kind"_s, u"setup"_s);
  QTRY_COMPARE(rows(), 1);
  m_pane->filters()->choose(u"kind"_s, {});
  QTRY_COMPARE(rows(), 2);
  m_pane->filters()->takeFocus();
  QTest::keyClicks(QApplication::focusWidget(), u"CS_theirs"_s);
  QTRY_COMPARE(rows(), 1);
  QVERIFY(m_pane->stepBack());
  QTRY_COMPARE(rows(), 2);
  m_window->open(*ui::Place::parse(u"tenantry://contradictions?filter=attempt"_s));
  QTRY_COMPARE(rows(), 1);
}

/// What a worker learns of the provider stands here at once.
void TestContradictionsPane::whatComesIsCountedInTheSidebar() {
  qint64 counted = -1;
  connect(m_pane, &ui::Pane::countChanged, this, [&](qint64 count, bool) { counted = count; });
  elsewhere([&] {
    m_house->begin(u"pm_payer_gone"_s);
    return m_house->charge().id;
  });
  work();
  QTRY_COMPARE(counted, 3);
  QTRY_COMPARE(rows(), 3);
  QCOMPARE(m_pane->countTone(), ui::Tone::Danger);
}

void TestContradictionsPane::whatIsMendedIsAskedAgain() {
  choose(m_charge);
  auto *dialog = ask(asking);
  QVERIFY(dialog);
  QCOMPARE(titleOf(dialog), u"Ask again about 1 contradiction(s)"_s);
  QTest::keyClick(dialog, Qt::Key_Return);
  QTRY_COMPARE(rows(), 1);
  QCOMPARE(elsewhere([&] { return m_house->waiting("payment.inquire"); }), std::int64_t(1));
  QCOMPARE(told("payment.asked_again"), std::int64_t(1));
  QVERIFY(status() == payments::AttemptStatus::Unknown);
  work();
  QTRY_COMPARE(rows(), 2); // nothing was mended
}

void TestContradictionsPane::check12_itIsSettledByADeliberateAct_data() {
  QTest::addColumn<bool>("moved");
  QTest::newRow("carried out") << true;
  QTest::newRow("not carried out") << false;
}

void TestContradictionsPane::check12_itIsSettledByADeliberateAct() {
  QFETCH(bool, moved);
  choose(m_charge);
  auto *dialog = ask(moved ? carriedOut : notCarriedOut);
  QVERIFY(dialog);
  QCOMPARE(titleOf(dialog), moved ? u"Settle 1 contradiction(s) as carried out"_s
                                  : u"Settle 1 contradiction(s) as not carried out"_s);
  QVERIFY2(dialog->text().contains(u"$199.00"_s), qPrintable(dialog->text()));
  QVERIFY(dialog->text().contains(u"INV-"_s));
  QTest::keyClick(dialog, Qt::Key_Return); // never by Enter alone
  QVERIFY(question() == dialog && !dialog->confirmation()->isEnabled());
  QTest::keyClicks(dialog->reason(), u"seen in the dashboard"_s);
  QVERIFY(!dialog->confirmation()->isEnabled());
  QTest::keyClicks(dialog->deliberate(), u"1"_s);
  QVERIFY(dialog->confirmation()->isEnabled());
  QTest::keyClick(dialog, Qt::Key_Return);
  QTRY_COMPARE(rows(), 1);
  QVERIFY(status() ==
          (moved ? payments::AttemptStatus::Succeeded : payments::AttemptStatus::Withdrawn));
  QCOMPARE(told("payment.settled_by_hand"), std::int64_t(1));
  QVERIFY(elsewhere([&] { return m_house->debt().status; }) ==
          (moved ? billing::InvoiceStatus::Paid : billing::InvoiceStatus::Open));
  QCOMPARE(elsewhere([&] { return m_house->wrong(); }), QString());
}

void TestContradictionsPane::aSetupMovesNothing() {
  choose(m_setup);
  auto *dialog = ask(carriedOut);
  QVERIFY(dialog);
  QVERIFY2(dialog->text().contains(u"moves no money"_s), qPrintable(dialog->text()));
  QVERIFY(!dialog->confirmation()->isEnabled());
}

void TestContradictionsPane::aSetupIsEnded() {
  choose(m_setup);
  auto *dialog = ask(notCarriedOut);
  QVERIFY(dialog);
  QTest::keyClicks(dialog->reason(), u"copied"_s);
  QTest::keyClicks(dialog->deliberate(), u"1"_s);
  QTest::keyClick(dialog, Qt::Key_Return);
  QTRY_COMPARE(rows(), 1);
  QCOMPARE(told("payment.settled_by_hand"), std::int64_t(1));
}

/// A refund that somebody made at the provider: as one of ours, with its credit note.
void TestContradictionsPane::BILL_6_whatWasFoundIsBooked() {
  const auto finding = elsewhere([&] {
    m_house->begin(u"pm_ok"_s);
    const auto paid = m_house->charge();
    change(R"(insert into provider_finding (organization_id, finding_id, kind, provider, reference,
      charge_reference, payment_attempt_id, invoice_id, amount, currency, said, reason, state, opened_at, read_at)
      select organization_id, payment_attempt_id, 'refunded_elsewhere', 'stripe', 're', provider_reference,
        payment_attempt_id, invoice_id, 500, currency, 'succeeded', 'duplicate', 'open', created_at, created_at
      from payment_attempt where organization_id = ')" +
           m_house->customer.toString().toLatin1() + "'");
    return paid.id.uuid();
  });
  m_pane->reload();
  QTRY_COMPARE(rows(), 3);
  choose(finding);
  QVERIFY(m_pane->inspector()->belief().contains(u"no refund of $5.00"_s));
  QVERIFY(m_pane->inspector()->says().contains(u"“duplicate”"_s));
  auto *dialog = ask(QKeyCombination(both, Qt::Key_B));
  QVERIFY(dialog && titleOf(dialog) == u"Book 1 finding(s)"_s);
  QVERIFY(dialog->text().contains(u"$5.00"_s));
  QTest::keyClicks(dialog->reason(), u"seen in the dashboard"_s);
  QVERIFY(!dialog->confirmation()->isEnabled()); // never by Enter alone
  QTest::keyClicks(dialog->deliberate(), u"1"_s);
  QTRY_VERIFY(dialog->confirmation()->isEnabled());
  QTest::keyClick(dialog, Qt::Key_Return);
  QTRY_COMPARE(rows(), 2);
  QCOMPARE(told("payment.refunded"), std::int64_t(1));
  QCOMPARE(elsewhere([&] { return m_house->debt().paid; }), fee - 500);
}

/// The question is open while a colleague ends it.
void TestContradictionsPane::whoComesSecondIsTold() {
  choose(m_charge);
  auto *dialog = ask(notCarriedOut);
  QVERIFY(dialog);
  elsewhere([&] {
    auto &session = m_house->worker.session;
    const auto of = expect(payments::findContradiction(session, m_charge));
    expect(payments::settleByHand(session, m_house->worker.business, of, true, u"paid"_s));
    return true;
  });
  QTest::keyClicks(dialog->reason(), u"nothing there"_s);
  QTest::keyClicks(dialog->deliberate(), u"1"_s);
  QTest::keyClick(dialog, Qt::Key_Return);
  QTRY_VERIFY(m_pane->acts()->failures()->isEnabled());
  QVERIFY(status() == payments::AttemptStatus::Succeeded);
  QCOMPARE(told("payment.settled_by_hand"), std::int64_t(1));
  QTRY_COMPARE(rows(), 1);
}

void TestContradictionsPane::aLinkLeadsToOne() {
  const auto linkOf = [](const QUuid &id) {
    return *ui::Place::parse(u"tenantry://contradictions/"_s + id.toString(QUuid::WithoutBraces));
  };
  m_pane->list().setFilter({payments::ContradictionKind::Attempt, {}});
  QTRY_COMPARE(rows(), 1);
  m_window->open(linkOf(m_setup));
  QTRY_COMPARE(rows(), 2);
  QTRY_VERIFY(m_pane->looked().shown() && m_pane->looked().id() == m_setup);
  QTRY_COMPARE(m_pane->records()->current(), m_setup.toString(QUuid::WithoutBraces));
  m_window->open(linkOf(QUuid::createUuid())); // has ended
  const auto *state = m_pane->inspector()->findChild<ui::EmptyState *>();
  QTRY_VERIFY(state->isVisible() && state->kind() == ui::EmptyState::Kind::Empty);
}

void TestContradictionsPane::enterOpensTheRecord() {
  std::optional<ui::Place> asked;
  connect(m_pane, &ui::Pane::placeRequested, this, [&](const ui::Place &place) { asked = place; });
  choose(m_charge);
  m_pane->table()->setFocus();
  QTest::keyClick(m_pane->table(), Qt::Key_Return);
  QVERIFY(asked && asked->kind == ui::Place::Kind::Invoice);
  QCOMPARE(asked->key, m_pane->looked().shown()->number);
  choose(m_setup);
  QTest::mouseClick(m_pane->inspector()->record(), Qt::LeftButton);
  QCOMPARE(asked->kind, ui::Place::Kind::Organization);
  QCOMPARE(asked->tab, u"timeline"_s);
}

void TestContradictionsPane::check24_itsPictures() {
  auto *state = m_pane->records()->findChild<ui::EmptyState *>();
  m_pane->list().setFilter({payments::ContradictionKind::Refund, {}});
  QTRY_COMPARE(state->kind(), ui::EmptyState::Kind::NoMatch);
  cleanup();
  openConsole();
  state = m_pane->records()->findChild<ui::EmptyState *>();
  QTRY_COMPARE(state->kind(), ui::EmptyState::Kind::Empty);
  openConsole(u"support"_s); // may read no payments
  state = m_pane->records()->findChild<ui::EmptyState *>();
  QTRY_COMPARE(state->kind(), ui::EmptyState::Kind::Error);
}

void TestContradictionsPane::check14_aMissingRightExplainsItself_data() {
  QTest::addColumn<QString>("role");
  QTest::addColumn<bool>("may");
  for (const auto &[role, may] : {std::pair{"success", false},
                                  {"finance", true},
                                  {"administrator", true},
                                  {"manager", false}})
    QTest::newRow(role) << QString::fromLatin1(role) << may;
}

void TestContradictionsPane::check14_aMissingRightExplainsItself() {
  QFETCH(QString, role);
  QFETCH(bool, may);
  openConsole(role);
  QCOMPARE(rows(), 2);
  choose(m_setup);
  QCOMPARE(m_pane->acts()->actions().size(), 4);
  for (const auto *action : m_pane->acts()->actions()) {
    QCOMPARE(action->isEnabled(), may);
    if (!may)
      QVERIFY2(action->toolTip().contains(u"This is for: finance, administrator."_s),
               qPrintable(action->toolTip()));
  }
}

QTEST_MAIN(TestContradictionsPane)
#include "tst_contradictions_pane.moc"
