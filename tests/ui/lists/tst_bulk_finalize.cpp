// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/no_database_here.h"
#include "tests/services/billing/billing_house.h"
#include "tests/ui/lists/by_keys.h"
#include "ui/billing/billing_pane.h"
#include "ui/billing/invoices_pane.h"
#include "ui/billing/run_steps.h"
#include "ui/organizations/invoices_tab.h"
#include "ui/organizations/organization_detail.h"
#include "ui/organizations/organizations_pane.h"
#include "ui/shell/main_window.h"
#include "ui/theme/theme_manager.h"
#include "ui/widgets/label.h"
#include "ui/widgets/stepper.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/toast.h"

#include <QApplication>
#include <QLineEdit>
#include <QPushButton>

using namespace tenantry;
using namespace tenantry::tests;

/// A business that reviews its invoices: the run leaves drafts, which finance finalizes in bulk, in
/// the console's window (BILL-2, BILL-3).
class TestBulkFinalize : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void init();
  void cleanup();
  void theRunSaysWhatWaitsAndLeadsThere();
  void aDraftIsReadBesideTheList();
  void check12SelectedDraftsAreFinalizedAfterADeliberateAct();
  void draftsAreHeldWithAReasonAndThatIsUndone();
  void check10_byKeysAlone();
  void check10_anAmountThatNobodySawIsNotApproved();
  void check10_inTheInvoicesOfAnOrganization();
  void check14WhoMayNotIssueIsTold();

private:
  [[nodiscard]] bool open(const QString &role, const ui::Place &place);
  [[nodiscard]] int held() {
    m_rule.reset();
    const auto rows =
        m_house->number("select count(*) from invoice_hold where released_at is null");
    m_rule.emplace();
    return int(rows);
  }
  void amend(const std::function<void(business::Business &)> &change);
  [[nodiscard]] bool says(const QWidget &where, const QString &text) const;

  std::unique_ptr<BillingHouse> m_house;
  std::unique_ptr<models::Connection> m_connection;
  std::unique_ptr<models::RunningWork> m_work;
  std::optional<store::NoDatabaseHere> m_rule; ///< no query on the GUI thread
  std::unique_ptr<ui::MainWindow> m_window;
  ui::OrganizationsPane *m_customers = nullptr;
  ui::BillingPane *m_billing = nullptr;
  ui::InvoicesPane *m_invoices = nullptr;
};

namespace {

const ui::Place drafts{ui::Place::Kind::Invoices, {}, {}, {}, u"draft"_s};

} // namespace

void TestBulkFinalize::initTestCase() {
  new ui::ThemeManager(qApp);
  QLocale::setDefault(QLocale(u"en_US"_s));
}

void TestBulkFinalize::init() {
  m_house = std::make_unique<BillingHouse>(business::Finalize::Review);
  for (int i = 0; i < 3; ++i)
    m_house->subscribe(m_house->organization());
  m_house->runAll();
}

void TestBulkFinalize::cleanup() {
  m_window.reset();
  m_work.reset();
  m_connection.reset();
  m_rule.reset();
  m_house.reset();
}

bool TestBulkFinalize::open(const QString &role, const ui::Place &place) {
  const auto rights = models::readRights(*m_house->test.connect(role));
  m_connection = std::make_unique<models::Connection>(m_house->test.settings(role), m_house->clock,
                                                      u"test"_s, rights.value());
  m_work = std::make_unique<models::RunningWork>(*m_connection);
  m_rule.emplace();
  m_window = std::make_unique<ui::MainWindow>();
  m_window->resize(1440, 900);
  m_billing = new ui::BillingPane(*m_connection, *m_work);
  m_invoices = new ui::InvoicesPane(*m_connection, *m_work);
  m_customers = new ui::OrganizationsPane(*m_connection, *m_work);
  m_window->addPane(m_customers);
  m_window->addPane(m_billing);
  m_window->addPane(m_invoices);
  m_window->open(place);
  m_window->show();
  m_window->activateWindow();
  return QTest::qWaitForWindowActive(m_window.get()) &&
         QTest::qWaitFor([this] { return m_window->currentPane()->isSettled(); }, 20'000);
}

bool TestBulkFinalize::says(const QWidget &where, const QString &text) const {
  const auto labels = where.findChildren<ui::Label *>();
  return std::any_of(labels.begin(), labels.end(), [&](const ui::Label *label) {
    return label->isVisible() && label->text().contains(text);
  });
}

void TestBulkFinalize::theRunSaysWhatWaitsAndLeadsThere() {
  QVERIFY(open(u"finance"_s, {ui::Place::Kind::Billing, {}, {}, {}}));
  auto *steps = m_billing->findChild<ui::RunSteps *>();
  QVERIFY(steps);
  QTRY_COMPARE(steps->stepper()->steps().size(), 4);
  QCOMPARE(steps->stepper()->steps().back().text, u"Finalize"_s);
  QTRY_VERIFY(steps->drafts()->isVisible());
  QCOMPARE(steps->drafts()->text(), u"3 draft(s) wait to be finalized"_s);
  QTest::mouseClick(steps->drafts(), Qt::LeftButton);
  QTRY_COMPARE(m_window->currentPane(), m_invoices);
  QTRY_COMPARE(m_invoices->table()->model()->rowCount(), 3);
}

void TestBulkFinalize::aDraftIsReadBesideTheList() {
  QVERIFY(open(u"finance"_s, drafts));
  QTRY_COMPARE(m_invoices->table()->model()->rowCount(), 3);
  QCOMPARE(m_invoices->table()->model()->index(0, 0).data().toString(), u"–"_s);
  QTRY_VERIFY(m_invoices->isSettled());
  QTRY_VERIFY(says(*m_invoices, u"not numbered yet, Professional"_s));
}

void TestBulkFinalize::check12SelectedDraftsAreFinalizedAfterADeliberateAct() {
  QVERIFY(open(u"finance"_s, drafts));
  auto *table = m_invoices->table();
  QTRY_COMPARE(table->model()->rowCount(), 3);
  QTRY_VERIFY(m_connection->isConnected());
  table->setFocus();
  QTest::keyClick(table, Qt::Key_A, Qt::ControlModifier);
  QTest::keyClick(table, Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
  QTRY_VERIFY(m_invoices->acts()->question());
  auto *question = m_invoices->acts()->question();
  QTRY_VERIFY2(question->text().contains(u"At stake: $597.00."_s), qPrintable(question->text()));
  QVERIFY(says(*question, u"Finalize 3 draft(s)"_s));
  QVERIFY(says(*question, u"A final invoice cannot be changed, only credited."_s));
  m_rule.reset(); // somebody else finalizes one meanwhile
  const auto rows = m_house->worker.database->adHoc(
      "select organization_id, invoice_id from invoice where status = 'draft' limit 1");
  QVERIFY(billing::BillingService(m_house->worker.session, m_house->worker.business)
              .finalize((*rows)[0].get<OrganizationId>(0), {(*rows)[0].get<InvoiceId>(1)}));
  m_rule.emplace();
  QTest::keyClicks(question->deliberate(), u"3"_s);
  QTRY_VERIFY(question->confirmation()->isEnabled());
  QTest::keyClick(question, Qt::Key_Return);
  QTRY_VERIFY(m_window->findChild<ui::Toast *>());
  QVERIFY2(
      m_window->findChild<ui::Toast *>()->accessibleName().contains(u"2 invoice(s) finalized"_s),
      qPrintable(m_window->findChild<ui::Toast *>()->accessibleName()));
  m_rule.reset();
  QCOMPARE(m_house->number("select count(*) from invoice where status = 'draft'"), std::int64_t(0));
  QCOMPARE(m_house->wrong(), QString());
}

void TestBulkFinalize::draftsAreHeldWithAReasonAndThatIsUndone() {
  QVERIFY(open(u"finance"_s, drafts));
  auto *table = m_invoices->table();
  QTRY_COMPARE(table->model()->rowCount(), 3);
  QTRY_VERIFY(m_connection->isConnected());
  table->setFocus();
  table->selectRow(0);
  QTest::keyClick(table, Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
  QTRY_VERIFY(m_invoices->acts()->question());
  auto *question = m_invoices->acts()->question();
  QTRY_VERIFY(says(*question, u"Hold 1 draft(s)"_s));
  QVERIFY(!question->confirmation()->isEnabled()); // no reason yet
  QTest::keyClicks(question->reason(), u"Price is disputed"_s);
  QTRY_VERIFY(question->confirmation()->isEnabled());
  QTest::keyClick(question, Qt::Key_Return);
  QTRY_VERIFY(says(*m_invoices, u"Price is disputed"_s));
  QTRY_VERIFY(!m_invoices->acts()->isRunning());
  table->setFocus();
  QTest::keyClick(table, Qt::Key_A, Qt::ControlModifier);
  QTRY_VERIFY(m_invoices->acts()->actions().front()->isEnabled());
  m_invoices->acts()->actions().front()->trigger();
  QTRY_VERIFY(m_invoices->acts()->question());
  QTRY_VERIFY2(
      m_invoices->acts()->question()->text().contains(u"1 refused: On hold: Price is disputed"_s),
      qPrintable(m_invoices->acts()->question()->text()));
  QTest::keyClick(m_invoices->acts()->question(), Qt::Key_Escape);
  QTRY_VERIFY(!m_invoices->acts()->question());
  m_invoices->acts()->undo()->trigger();
  QTRY_VERIFY(!says(*m_invoices, u"Price is disputed"_s));
  m_rule.reset();
  QTRY_COMPARE(m_house->number("select count(*) from invoice_hold where released_at is null"), 0);
}

/// Somebody else finalizes one of three that are to be held: that one fails.
void TestBulkFinalize::check10_byKeysAlone() {
  QVERIFY(open(u"finance"_s, drafts));
  QTRY_COMPARE(m_invoices->table()->model()->rowCount(), 3);
  QTRY_VERIFY(m_connection->isConnected());
  ByKeys by(*m_window, *m_invoices->acts());
  QVERIFY(by.goTo(m_invoices->table()));
  by.press(Qt::Key_Home, Qt::ControlModifier);
  by.selectDown(2);
  QVERIFY(by.ask(Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier));
  m_rule.reset();
  const auto rows = m_house->worker.database->adHoc(
      "select organization_id, invoice_id from invoice where status = 'draft' limit 1");
  QVERIFY(billing::BillingService(m_house->worker.session, m_house->worker.business)
              .finalize((*rows)[0].get<OrganizationId>(0), {(*rows)[0].get<InvoiceId>(1)}));
  m_rule.emplace();
  by.type(u"Price is disputed"_s);
  const auto said = by.confirm();
  QVERIFY2(said.startsWith(u"2 draft(s)"_s) && said.endsWith(u", 1 failed"_s), qPrintable(said));
  QCOMPARE(held(), 2);
  QCOMPARE(by.failures(Qt::ControlModifier | Qt::ShiftModifier).size(), 1);
  const auto undone = by.undo();
  QVERIFY2(undone.startsWith(u"2 restored"_s), qPrintable(undone));
  QCOMPARE(held(), 0);
}

void TestBulkFinalize::amend(const std::function<void(business::Business &)> &change) {
  const auto owner = m_house->test.connect();
  store::Session session{*owner, m_house->clock, u"tests"_s};
  auto business = expect(m_house->worker.business.current(m_house->worker.session))->business;
  change(business);
  expect(business::BusinessApply(session).apply(business, u"tests"_s));
}

/// An approval can be undone; it is of an amount all the same.
void TestBulkFinalize::check10_anAmountThatNobodySawIsNotApproved() {
  amend([](business::Business &business) {
    business.invoice.approvalAbove = {{*Currency::parse(u"USD"_s), 1'000}};
  });
  QVERIFY(open(u"finance"_s, drafts));
  QTRY_COMPARE(m_invoices->table()->model()->rowCount(), 3);
  QTRY_VERIFY(m_connection->isConnected());
  ByKeys by(*m_window, *m_invoices->acts());
  QVERIFY(by.goTo(m_invoices->table()));
  by.press(Qt::Key_A, Qt::ControlModifier);
  const auto *question = by.ask(Qt::Key_Y, Qt::ControlModifier | Qt::ShiftModifier);
  QVERIFY(question);
  QVERIFY2(question->text().contains(u"$597.00"_s), qPrintable(question->text()));
  m_rule.reset();
  amend([](business::Business &business) {
    business.taxRates.push_back({u"US"_s, {}, Rational(10), false, false});
  });
  m_rule.emplace();
  const auto said = by.confirm();
  QVERIFY2(said.startsWith(u"0 draft(s) approved"_s) && said.endsWith(u"3 failed"_s),
           qPrintable(said));
  m_rule.reset();
  QCOMPARE(m_house->number("select count(*) from invoice_approval"), std::int64_t(0));
}

/// The same acts beside the list of organizations, which has keys of its own and is left alone.
void TestBulkFinalize::check10_inTheInvoicesOfAnOrganization() {
  m_rule.reset();
  const auto whose =
      (*m_house->worker.database->adHoc("select organization_id from invoice limit 1"))[0]
          .get<OrganizationId>(0);
  QVERIFY(open(u"finance"_s, {ui::Place::Kind::Organization, whose.toString(), u"invoices"_s, {}}));
  auto *page = m_customers->detail()->invoices()->page();
  page->list().narrow({{u"kind"_s, u"draft"_s}});
  QTRY_COMPARE(page->table()->model()->rowCount(), 1);
  QTRY_VERIFY(m_connection->isConnected());
  ByKeys by(*m_window, *page->acts());
  QVERIFY(by.goTo(page->table()));
  by.press(Qt::Key_A, Qt::ControlModifier);
  const auto *question = by.ask(Qt::Key_H, Qt::ControlModifier | Qt::AltModifier);
  QVERIFY(question);
  QVERIFY(says(*question, u"Hold 1 draft(s)"_s));
  by.type(u"Price is disputed"_s);
  const auto said = by.confirm();
  QVERIFY2(said.startsWith(u"1 draft(s)"_s), qPrintable(said));
  QCOMPARE(held(), 1);
  const auto undone = by.undo();
  QVERIFY2(undone.startsWith(u"1 restored"_s), qPrintable(undone));
  QCOMPARE(held(), 0);
  for (const auto *act : page->acts()->actions())
    QVERIFY2(!m_customers->acts()->undo()->isEnabled() && !act->shortcut().isEmpty(),
             qPrintable(act->text()));
}

void TestBulkFinalize::check14WhoMayNotIssueIsTold() {
  QVERIFY(open(u"support"_s, drafts));
  QTRY_COMPARE(m_invoices->table()->model()->rowCount(), 3);
  const auto acts = m_invoices->acts()->actions();
  QVERIFY(!acts.front()->isEnabled());
  QVERIFY2(acts.front()->toolTip().contains(u"finance"_s, Qt::CaseInsensitive),
           qPrintable(acts.front()->toolTip()));
}

QTEST_MAIN(TestBulkFinalize)
#include "tst_bulk_finalize.moc"
