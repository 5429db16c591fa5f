// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/findings.h"
#include "services/store/no_database_here.h"
#include "tests/services/payments/stripe_house.h"
#include "tests/support/texts.h"
#include "tests/ui/accessibility/accessible_tree.h"
#include "tests/ui/accessibility/tab_walk.h"
#include "ui/contradictions/contradictions_pane.h"
#include "ui/lists/bulk_dialog.h"
#include "ui/lists/list_acts.h"
#include "ui/shell/main_window.h"
#include "ui/theme/theme_manager.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/table_view.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>

using namespace tenantry;
using namespace tenantry::tests;

/// BILL-6: what a provider took in another currency than was paid, in its window: how much of the
/// payment that is, only a person can say.
class TestBookedFindings : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void init();
  void cleanup();
  void cleanupTestCase() { m_house.reset(); }
  void BILL_6_howMuchOfThePaymentIsAskedFor_data();
  void BILL_6_howMuchOfThePaymentIsAskedFor();
  void BILL_6_whatItCannotBeIsRefused_data();
  void BILL_6_whatItCannotBeIsRefused();
  void BILL_6_onlyWaysThatNeedItAsk();
  void BILL_6_whatSaysItselfIsNotAskedFor();
  void BILL_6_ofManyNoneIsAskedFor();
  void check4_theAmountIsThereAgainForItsOwn();

private:
  void openConsole();
  void closeConsole();
  template <typename F> auto elsewhere(F work) {
    m_rule.reset();
    auto done = work();
    m_rule.emplace();
    return done;
  }
  /// A lost dispute of all of the payment; the provider took it in that currency.
  QUuid dispute(const QByteArray &currency, const QByteArray &amount = "18000");
  [[nodiscard]] payments::Finding finding(const QUuid &id) {
    return elsewhere([&] {
      auto &worker = m_house->worker;
      return *expect(
          payments::Findings(worker.session, worker.business).byId(m_house->customer, id));
    });
  }
  [[nodiscard]] int rows() const { return m_pane->table()->model()->rowCount(); }
  [[nodiscard]] ui::BulkDialog *question() const { return m_pane->acts()->question(); }
  /// The question about the rows that are selected; null where it does not come.
  [[nodiscard]] ui::BulkDialog *ask() {
    m_window->activateWindow();
    const auto *booking = m_pane->acts()->actions().at(1);
    if (!QTest::qWaitForWindowActive(m_window.get()) ||
        !QTest::qWaitFor([&] { return booking->isEnabled(); }))
      return nullptr;
    m_pane->table()->setFocus();
    QTest::keyClick(m_pane->table(), Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
    return QTest::qWaitFor([&] { return question() && question()->isSettled(); }, 20'000)
               ? question()
               : nullptr;
  }
  [[nodiscard]] ui::BulkDialog *ask(const QUuid &id) {
    m_pane->table()->chooseRow(m_pane->list().rowWithKey(id.toString(QUuid::WithoutBraces)));
    return ask();
  }
  [[nodiscard]] bool leave() {
    question()->reject();
    return QTest::qWaitFor([&] { return !question(); });
  }

  std::unique_ptr<StripeHouse> m_house;
  std::unique_ptr<QTemporaryDir> m_folder;
  std::unique_ptr<models::DraftStore> m_drafts;
  QTranslator m_german;
  std::unique_ptr<models::Connection> m_connection;
  std::unique_ptr<models::RunningWork> m_work;
  std::unique_ptr<ui::MainWindow> m_window;
  ui::ContradictionsPane *m_pane = nullptr;
  std::optional<store::NoDatabaseHere> m_rule; ///< no query on the GUI thread
};

void TestBookedFindings::initTestCase() {
  new ui::ThemeManager(qobject_cast<QApplication *>(QCoreApplication::instance()));
  QVERIFY(loadGerman(m_german));
  m_house = std::make_unique<StripeHouse>();
}

void TestBookedFindings::init() {
  QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
  m_folder = std::make_unique<QTemporaryDir>();
  m_house->begin(u"pm_ok"_s);
  static_cast<void>(m_house->charge());
}

/// The next test has its own.
void TestBookedFindings::cleanup() {
  closeConsole();
  QCoreApplication::removeTranslator(&m_german);
  expect(m_house->test.connect()->adHoc(
      "update provider_finding set state = 'closed', closed_at = opened_at where closed_at is "
      "null"));
}

QUuid TestBookedFindings::dispute(const QByteArray &currency, const QByteArray &amount) {
  const auto id = QUuid::createUuid();
  const auto text = id.toByteArray(QUuid::WithoutBraces);
  expect(m_house->test.connect()->adHoc(
      "insert into provider_finding (organization_id, finding_id, kind, provider, reference, "
      "charge_reference, payment_attempt_id, invoice_id, amount, currency, said, reason, "
      "is_withdrawn, state, opened_at, read_at) select organization_id, '" +
      text + "', 'dispute', 'stripe', 'dp_" + text +
      "', provider_reference, payment_attempt_id, invoice_id, " + amount + ", '" + currency +
      "', 'lost', 'fraudulent', true, 'open', created_at, created_at from payment_attempt where "
      "organization_id = '" +
      m_house->customer.toString().toLatin1() + "'"));
  return id;
}

void TestBookedFindings::openConsole() {
  closeConsole();
  const auto role = u"finance"_s;
  const auto rights = models::readRights(*m_house->test.connect(role));
  m_connection = std::make_unique<models::Connection>(m_house->test.settings(role), m_house->clock,
                                                      u"test"_s, rights.value());
  m_work = std::make_unique<models::RunningWork>(*m_connection);
  m_drafts = std::make_unique<models::DraftStore>(m_folder->path(), u"book"_s);
  m_rule.emplace();
  m_window = std::make_unique<ui::MainWindow>();
  m_window->resize(1440, 900);
  m_pane = new ui::ContradictionsPane(*m_connection, *m_work);
  m_pane->keepDraftsIn(*m_drafts);
  m_window->addPane(m_pane);
  m_window->open(m_pane->home());
  m_window->show();
  m_window->activateWindow();
  QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
  QTRY_VERIFY(m_connection->isConnected() && m_pane->isSettled());
}

void TestBookedFindings::closeConsole() {
  m_window.reset();
  m_work.reset();
  m_rule.reset();
  m_connection.reset();
  m_drafts.reset();
}

void TestBookedFindings::BILL_6_howMuchOfThePaymentIsAskedFor_data() {
  QTest::addColumn<bool>("isGerman");
  QTest::addColumn<QString>("typed");
  QTest::addColumn<QString>("name");
  QTest::addColumn<QString>("why"); // %1: the number
  QTest::addColumn<QString>("unknown");
  QTest::addColumn<QString>("comesTo");
  QTest::newRow("English") << false << u"150.00"_s << u"How much of the payment"_s
                           << u"The provider took €180.00, but %1 was paid in USD: find there how "
                              "much of the payment that is."_s
                           << u"What it comes to is known once the amount is."_s << u"$150.00"_s;
  QTest::newRow("German") << true << u"150,00"_s << u"Wie viel der Zahlung"_s
                          << u"Der Anbieter hat 180,00 € genommen, aber %1 wurde in USD bezahlt: "
                             "Suchen Sie dort, wie viel der Zahlung das ist."_s
                          << u"Was es ergibt, steht fest, sobald der Betrag bekannt ist."_s
                          << u"150,00"_s;
}

void TestBookedFindings::BILL_6_howMuchOfThePaymentIsAskedFor() {
  QFETCH(const bool, isGerman);
  QFETCH(const QString, typed);
  QFETCH(const QString, name);
  QFETCH(const QString, why);
  QFETCH(const QString, unknown);
  QFETCH(const QString, comesTo);
  if (isGerman) {
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    QCoreApplication::installTranslator(&m_german);
  }
  const auto id = dispute("EUR");
  const auto number = m_house->debt().number;
  openConsole();
  auto *dialog = ask(id);
  QVERIFY(dialog && dialog->amount());
  QVERIFY(dialog->amount()->isVisible());
  QCOMPARE(dialog->amount()->accessibleName(), name);
  QCOMPARE(dialog->amount()->accessibleDescription().replace(QChar::Nbsp, u' '), why.arg(number));
  QCOMPARE(dialog->text(), unknown);
  QVERIFY(QTest::qWaitForWindowActive(dialog));
  QCOMPARE(nameless(*dialog), QStringList());
  QWidgetList reached;
  QVERIFY(tabThrough([&](QWidget &one) { reached += &one; }));
  QVERIFY(reached.contains(dialog->amount()));
  QCOMPARE(reached[(reached.indexOf(dialog->amount()) + 1) % reached.size()], dialog->reason());
  QTest::keyClicks(dialog->reason(), u"seen in the dashboard"_s);
  QTest::keyClicks(dialog->deliberate(), u"1"_s);
  QVERIFY(!dialog->confirmation()->isEnabled());
  QTest::keyClicks(dialog->amount(), typed);
  QTRY_VERIFY(dialog->confirmation()->isEnabled());
  QVERIFY2(dialog->text().contains(comesTo) && !dialog->text().contains(u"€"_s),
           qPrintable(dialog->text()));
  QTest::keyClick(dialog, Qt::Key_Return);
  QTRY_COMPARE(rows(), 0);
  QCOMPARE(finding(id).amount, Money(15'000, *Currency::parse(u"USD"_s)));
  QCOMPARE(finding(id).bookedAs, u"refund"_s);
  QCOMPARE(elsewhere([&] { return m_house->debt().paid; }), fee - 15'000);
}

void TestBookedFindings::BILL_6_whatItCannotBeIsRefused_data() {
  QTest::addColumn<QString>("way");
  QTest::addColumn<QString>("typed");
  QTest::addColumn<QString>("says");
  QTest::addColumn<QString>("obstacle");
  const auto nothing = u"It would change nothing"_s;
  QTest::newRow("nothing") << u"refund"_s << u"0"_s << u"must be above zero, and in USD"_s
                           << nothing;
  QTest::newRow("less than that") << u"loss"_s << u"-5"_s << u"must be above zero, and in USD"_s
                                  << nothing;
  QTest::newRow("more than was paid")
      << u"loss"_s << u"199.01"_s << u"199.01 USD is more than the payment"_s << nothing;
  QTest::newRow("a part, where all of it is taken back")
      << u"reopen"_s << u"150"_s << u"Only 150.00 USD of a payment of 199.00 USD"_s << nothing;
  QTest::newRow("more than the balance has")
      << u"payout"_s << u"150"_s << u"1 refused: "_s << nothing;
  QTest::newRow("no amount") << u"refund"_s << u"12,3,4"_s << u"is known once the amount is"_s
                             << u"The amount cannot be read"_s;
  QTest::newRow("none") << u"refund"_s << QString() << u"is known once the amount is"_s
                        << u"No amount is given"_s;
}

void TestBookedFindings::BILL_6_whatItCannotBeIsRefused() {
  QFETCH(const QString, way);
  QFETCH(const QString, typed);
  QFETCH(const QString, says);
  QFETCH(const QString, obstacle);
  const auto id = dispute("EUR");
  openConsole();
  auto *dialog = ask(id);
  QVERIFY(dialog && dialog->amount());
  dialog->way()->setCurrentIndex(dialog->way()->findData(way));
  QTest::keyClicks(dialog->reason(), u"seen in the dashboard"_s);
  QTest::keyClicks(dialog->deliberate(), u"1"_s);
  QTest::keyClicks(dialog->amount(), typed);
  QTRY_VERIFY2(dialog->text().contains(says), qPrintable(dialog->text()));
  QTRY_COMPARE(ui::reasonOf(*dialog->confirmation()), obstacle);
  QTest::keyClick(dialog, Qt::Key_Return);
  QVERIFY(question() == dialog && dialog->isVisible());
  QVERIFY(finding(id).state == payments::FindingState::Open);
}

/// What is typed stays for those that do.
void TestBookedFindings::BILL_6_onlyWaysThatNeedItAsk() {
  const auto id = dispute("EUR");
  openConsole();
  auto *dialog = ask(id);
  QVERIFY(dialog && dialog->amount());
  QTest::keyClicks(dialog->amount(), u"199"_s);
  QTRY_VERIFY(dialog->text().contains(u"$199.00"_s));
  const auto choose = [&](const QString &way) {
    dialog->way()->setCurrentIndex(dialog->way()->findData(way));
    return QTest::qWaitFor([&] { return dialog->isSettled(); });
  };
  QVERIFY(choose(u"give_back"_s));
  QVERIFY(!dialog->amount());
  QVERIFY2(dialog->text().contains(u"booked in another way"_s), qPrintable(dialog->text()));
  QVERIFY(choose(u"write_off"_s));
  QVERIFY(dialog->amount());
  QVERIFY2(dialog->text().contains(u"$199.00"_s), qPrintable(dialog->text()));
  QTest::keyClicks(dialog->reason(), u"seen in the dashboard"_s);
  QTest::keyClicks(dialog->deliberate(), u"1"_s);
  QTest::keyClick(dialog, Qt::Key_Return);
  QTRY_COMPARE(rows(), 0);
  QCOMPARE(finding(id).bookedAs, u"write_off"_s);
}

void TestBookedFindings::BILL_6_whatSaysItselfIsNotAskedFor() {
  const auto id = dispute("USD");
  openConsole();
  auto *dialog = ask(id);
  QVERIFY(dialog && !dialog->amount());
  QVERIFY2(dialog->text().contains(u"$180.00"_s), qPrintable(dialog->text()));
}

void TestBookedFindings::BILL_6_ofManyNoneIsAskedFor() {
  static_cast<void>(dispute("EUR"));
  static_cast<void>(dispute("EUR", "17000"));
  static_cast<void>(dispute("USD", "10000"));
  openConsole();
  QTRY_COMPARE(rows(), 3);
  m_pane->table()->selectAll();
  auto *dialog = ask();
  QVERIFY(dialog && !dialog->amount());
  QVERIFY2(dialog->text().contains(u"2 refused: The provider took"_s), qPrintable(dialog->text()));
  QVERIFY2(dialog->text().contains(u"one at a time: in the console"_s), qPrintable(dialog->text()));
  QVERIFY2(dialog->text().contains(u"$100.00"_s), qPrintable(dialog->text()));
}

/// Also in the next window; what was said of another is not proposed.
void TestBookedFindings::check4_theAmountIsThereAgainForItsOwn() {
  const auto id = dispute("EUR"), other = dispute("EUR", "17000");
  openConsole();
  QTRY_COMPARE(rows(), 2);
  auto *dialog = ask(id);
  QVERIFY(dialog && dialog->amount());
  QTest::keyClicks(dialog->amount(), u"150"_s);
  QTest::keyClicks(dialog->reason(), u"seen there"_s);
  QVERIFY(leave());
  dialog = ask(other);
  QVERIFY(dialog && dialog->amount());
  QTRY_COMPARE(dialog->reason()->text(), u"seen there"_s);
  QCOMPARE(dialog->amount()->text(), QString());
  QVERIFY(leave());
  openConsole();
  dialog = ask(id);
  QVERIFY(dialog);
  QTRY_COMPARE(dialog->reason()->text(), u"seen there"_s);
  QTRY_VERIFY(dialog->amount() && dialog->amount()->text() == u"150.00"_s);
  QTRY_VERIFY2(dialog->text().contains(u"$150.00"_s), qPrintable(dialog->text()));
  QTest::keyClicks(dialog->deliberate(), u"1"_s);
  QTRY_VERIFY(dialog->confirmation()->isEnabled());
}

QTEST_MAIN(TestBookedFindings)
#include "tst_booked_findings.moc"
