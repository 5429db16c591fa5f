// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/transfers.h"
#include "services/store/no_database_here.h"
#include "tests/services/billing/billing_house.h"
#include "ui/charts/bar_chart.h"
#include "ui/ledger/accounts_page.h"
#include "ui/ledger/book_export_menu.h"
#include "ui/ledger/journal_page.h"
#include "ui/ledger/ledger_pane.h"
#include "ui/ledger/months_column.h"
#include "ui/ledger/open_items_page.h"
#include "ui/ledger/revenue_page.h"
#include "ui/shell/main_window.h"
#include "ui/theme/theme_manager.h"
#include "ui/widgets/figure_tile.h"
#include "ui/widgets/table_view.h"

#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTemporaryDir>

using namespace tenantry;
using namespace tenantry::tests;
using models::JournalListModel;
using std::chrono::year;
using ui::LedgerPane;

/// The books in their window, worked with keys (BILL-6): two customers since 31 January, two
/// invoices each; 3 March.
class TestLedgerPane : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void init();
  void cleanup();
  void BILL_6_theMonthsSayHowTheyStand();
  void BILL_6_anAccountLeadsToItsEntries();
  void BILL_6_anEntryLeadsToItsDocument();
  void BILL_6_aPaymentLeadsToWhatItPaid();
  void BILL_6_aMonthIsClosedAfterItWasShownWhatThatMeans();
  void BILL_6_aMonthIsOpenedAgainWithAReason();
  void BILL_6_whatIsClosedElsewhereShows();
  void BILL_6_openItemsAreNarrowedByTheirAge();
  void BILL_6_revenueToComeIsWhatIsDeferred();
  void BILL_6_theBooksAreExported();
  void BILL_6_aLinkLeadsToAMonthAndAnAccount();
  void BILL_6_nothingMatchesIsNotNothingThere();
  void BILL_6_whoMayNotCloseSeesWhy_data();
  void BILL_6_whoMayNotCloseSeesWhy();
  void BILL_6_withoutBooksItSaysHowTheyBegin();

private:
  void open(const QString &role = {}, const QStringList &groups = {}, bool hasBooks = true);
  void goTo(LedgerPane::Tab tab) {
    m_pane->tabs()->setFocus();
    while (m_pane->tabs()->currentIndex() != int(tab))
      QTest::keyClick(m_pane->tabs(),
                      m_pane->tabs()->currentIndex() < int(tab) ? Qt::Key_Right : Qt::Key_Left);
  }
  [[nodiscard]] QString month(int row, int column) const {
    return m_pane->months()->table()->model()->index(row, column).data().toString();
  }
  std::int64_t number(const QByteArray &sql) {
    m_rule.reset();
    const auto found = m_house->number(sql);
    m_rule.emplace();
    return found;
  }

  std::unique_ptr<BillingHouse> m_house;
  std::unique_ptr<models::Connection> m_connection;
  std::unique_ptr<models::RunningWork> m_work;
  std::unique_ptr<ui::MainWindow> m_window;
  LedgerPane *m_pane = nullptr;
  std::optional<store::NoDatabaseHere> m_rule; ///< no query on the GUI thread
};

void TestLedgerPane::initTestCase() {
  new ui::ThemeManager(qobject_cast<QApplication *>(QCoreApplication::instance()));
}

void TestLedgerPane::init() {
  m_house = std::make_unique<BillingHouse>();
  m_house->subscribe(m_house->organization());
  m_house->subscribe(m_house->organization(u"DE"_s, u"UTC"_s, u"EUR"_s), u"starter"_s);
  m_house->runAll();
  m_house->clock.set(*parseInstant(u"2026-03-03T10:00:00Z"_s));
  m_house->runAll();
  open();
}

void TestLedgerPane::open(const QString &role, const QStringList &groups, bool hasBooks) {
  cleanup();
  models::Rights rights;
  rights.groups = groups;
  m_connection = std::make_unique<models::Connection>(m_house->test.settings(role), m_house->clock,
                                                      u"test"_s, rights);
  m_work = std::make_unique<models::RunningWork>(*m_connection);
  m_rule.emplace();
  m_window = std::make_unique<ui::MainWindow>();
  m_window->resize(1440, 900);
  m_pane = new LedgerPane(*m_connection, *m_work);
  m_window->addPane(m_pane);
  m_window->open(m_pane->home());
  m_window->show();
  m_window->activateWindow();
  QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
  if (hasBooks)
    QTRY_COMPARE(m_pane->months()->table()->model()->rowCount(), 3);
  QTRY_VERIFY(m_pane->isSettled());
}

void TestLedgerPane::cleanup() {
  m_window.reset();
  m_work.reset();
  m_rule.reset();
  m_connection.reset();
}

void TestLedgerPane::BILL_6_theMonthsSayHowTheyStand() {
  QCOMPARE(month(0, 0), u"March 2026"_s);
  QCOMPARE(month(0, 1), u"Running"_s);
  QCOMPARE(month(1, 1), u"Open"_s);
  QCOMPARE(month(2, 0), u"January 2026"_s);
  QCOMPARE(m_pane->months()->table()->currentIndex().row(), 0);
  QVERIFY(m_pane->months()->history().isEmpty());
  QTest::keyClick(m_pane->months()->table(), Qt::Key_J);
  QTRY_COMPARE(m_pane->book().facts()->month, year(2026) / 2);
  QTRY_VERIFY(m_pane->isSettled());
  const auto *accounts = m_pane->accounts()->table()->model();
  QVERIFY(accounts->rowCount() > 0);
  const auto help = accounts->index(0, ui::AccountRows::ClosingColumn).data(Qt::ToolTipRole);
  QVERIFY2(help.toString().contains(u"February 2026"_s) && help.toString().contains(u"As of"_s),
           qPrintable(help.toString()));
}

void TestLedgerPane::BILL_6_anAccountLeadsToItsEntries() {
  auto *table = m_pane->accounts()->table();
  table->setFocus();
  table->chooseRow(0);
  const auto account = table->model()->index(0, 0).data().toString();
  QTest::keyClick(table, Qt::Key_Return);
  QCOMPARE(m_pane->tabs()->currentIndex(), int(LedgerPane::Journal));
  QTRY_VERIFY(m_pane->isSettled());
  const auto *cells = m_pane->journal()->table()->model();
  QTRY_COMPARE(int(m_pane->journal()->list().count()), cells->rowCount());
  for (int row = 0; row < cells->rowCount(); ++row)
    QCOMPARE(cells->index(row, JournalListModel::AccountColumn).data().toString(), account);
}

void TestLedgerPane::BILL_6_anEntryLeadsToItsDocument() {
  goTo(LedgerPane::Journal);
  m_pane->journal()->setFilter({.month = year(2026) / 1, .account = u"receivable"_s});
  QTRY_COMPARE(m_pane->journal()->table()->model()->rowCount(), 2);
  QTRY_VERIFY(m_pane->journal()->chosen().transaction());
  std::int64_t sum = 0;
  for (const auto &entry : m_pane->journal()->chosen().transaction()->entries)
    sum += entry.amount.minor();
  QCOMPARE(sum, std::int64_t(0));
  QSignalSpy asked(m_pane, &ui::Pane::placeRequested);
  m_pane->journal()->table()->setFocus();
  QTest::keyClick(m_pane->journal()->table(), Qt::Key_Return);
  QCOMPARE(asked.count(), 1);
  const auto place = asked.front().front().value<ui::Place>();
  QCOMPARE(int(place.kind), int(ui::Place::Kind::Invoice));
  QVERIFY(place.key.startsWith(u"INV-2026-"_s));
}

void TestLedgerPane::BILL_6_aPaymentLeadsToWhatItPaid() {
  m_rule.reset();
  billing::BillingService billing(m_house->worker.session, m_house->worker.business);
  const auto organizations =
      expect(m_house->worker.database->adHoc("select organization_id from invoice limit 1"));
  const auto invoice = expect(billing.openOf(organizations[0].get<OrganizationId>(0))).front();
  static_cast<void>(
      expect(payments::Transfers(m_house->worker.session, m_house->worker.business)
                 .act({invoice.organization, invoice.id,
                       Money(invoice.amountDue(), invoice.currency), u"SEPA 4711"_s})));
  m_rule.emplace();
  goTo(LedgerPane::Journal);
  m_pane->journal()->setFilter({.account = u"cash"_s, .search = invoice.number});
  QTRY_COMPARE(m_pane->journal()->table()->model()->rowCount(), 1);
  const auto *rows = m_pane->journal()->table()->model();
  QTRY_COMPARE(rows->index(0, JournalListModel::DocumentColumn).data().toString(), invoice.number);
  QTRY_VERIFY(m_pane->journal()->chosen().transaction());
  const auto shown = [this](const QString &text) {
    const auto buttons = m_pane->findChildren<QPushButton *>();
    return std::any_of(buttons.begin(), buttons.end(), [&](const auto *button) {
      return button->isVisible() && button->text() == text;
    });
  };
  QTRY_VERIFY(shown(u"Open %1"_s.arg(invoice.number)));
  QCOMPARE(m_pane->journal()->chosen().transaction()->entries.front().reference, u"SEPA 4711"_s);
  QSignalSpy asked(m_pane, &ui::Pane::placeRequested);
  m_pane->journal()->table()->setFocus();
  QTest::keyClick(m_pane->journal()->table(), Qt::Key_Return);
  QCOMPARE(asked.count(), 1);
  QCOMPARE(asked.front().front().value<ui::Place>().key, invoice.number);
}

void TestLedgerPane::BILL_6_aMonthIsClosedAfterItWasShownWhatThatMeans() {
  QCOMPARE(m_pane->closing()->text(), u"Close January 2026…"_s);
  m_pane->months()->table()->setFocus();
  QTest::keyClick(m_pane->months()->table(), Qt::Key_J); // February, and January with it
  QTRY_COMPARE(m_pane->book().facts()->month, year(2026) / 2);
  QTRY_VERIFY(m_pane->closing()->isEnabled());
  QTest::mouseClick(m_pane->closing(), Qt::LeftButton);
  auto *dialog = m_pane->dialog();
  QVERIFY(dialog);
  QVERIFY(!dialog->confirmation()->isEnabled());
  QTRY_VERIFY(dialog->confirmation()->isEnabled());
  QVERIFY2(dialog->previewText().contains(u"January 2026 to February 2026"_s),
           qPrintable(dialog->previewText()));
  QCOMPARE(dialog->confirmation()->text(), u"Close February 2026"_s);
  QTest::keyClick(dialog, Qt::Key_Return); // Enter closes the dialog, not the month
  QTRY_VERIFY(!m_pane->dialog());
  QCOMPARE(number("select count(*) from book_closing"), std::int64_t(0));
  QTest::mouseClick(m_pane->closing(), Qt::LeftButton);
  dialog = m_pane->dialog();
  QTRY_VERIFY(dialog->confirmation()->isEnabled());
  dialog->confirmation()->setFocus();
  QTest::keyClick(dialog->confirmation(), Qt::Key_Space);
  QTRY_COMPARE(month(1, 1), u"Closed"_s);
  QCOMPARE(month(2, 1), u"Closed"_s);
  QTRY_VERIFY(!m_pane->closing()->isEnabled());
  QVERIFY(m_pane->closing()->toolTip().contains(u"closed"_s));
  QCOMPARE(number("select count(*) from ledger_entry where account = 'revenue' and business_day "
                  "= '2026-01-31'"),
           std::int64_t(2)); // recognized before
}

void TestLedgerPane::BILL_6_aMonthIsOpenedAgainWithAReason() {
  m_rule.reset();
  expect(billing::closeMonth(m_house->worker.session, m_house->worker.business, year(2026) / 2));
  m_rule.emplace();
  QTRY_COMPARE(month(1, 1), u"Closed"_s); // within a second, without a worker
  QVERIFY(!m_pane->reopening()->isEnabled());
  m_pane->months()->table()->setFocus();
  QTest::keyClick(m_pane->months()->table(), Qt::Key_J);
  QTRY_VERIFY(m_pane->reopening()->isEnabled());
  QTest::mouseClick(m_pane->reopening(), Qt::LeftButton);
  auto *dialog = m_pane->dialog();
  QVERIFY(dialog && !dialog->confirmation()->isEnabled());
  QTest::keyClicks(dialog->reason(), u"an invoice was forgotten"_s);
  QTRY_VERIFY(dialog->confirmation()->isEnabled());
  QTest::mouseClick(dialog->confirmation(), Qt::LeftButton);
  QTRY_COMPARE(month(1, 1), u"Open"_s);
  QCOMPARE(month(2, 1), u"Closed"_s);
  QCOMPARE(number("select count(*) from book_closing where reason = 'an invoice was forgotten'"),
           std::int64_t(1));
  const auto lines = m_pane->months()->history().split(u'\n');
  QCOMPARE(lines.size(), 2);
  QVERIFY2(lines[0].startsWith(u"Opened again by test, "_s) &&
               lines[0].endsWith(u"an invoice was forgotten"_s),
           qPrintable(lines[0]));
  QVERIFY2(lines[1].startsWith(u"Closed by "_s), qPrintable(lines[1]));
}

void TestLedgerPane::BILL_6_whatIsClosedElsewhereShows() {
  QTRY_VERIFY(m_pane->closing()->isEnabled());
  QTest::mouseClick(m_pane->closing(), Qt::LeftButton);
  auto *dialog = m_pane->dialog();
  QTRY_VERIFY(dialog->confirmation()->isEnabled());
  m_rule.reset();
  expect(billing::closeMonth(m_house->worker.session, m_house->worker.business, year(2026) / 1));
  m_rule.emplace();
  QTRY_COMPARE(month(2, 1), u"Closed"_s);
  QTest::mouseClick(dialog->confirmation(), Qt::LeftButton);
  QTRY_VERIFY(dialog->notice().contains(u"closed"_s));
  QVERIFY(!dialog->confirmation()->isEnabled());
}

void TestLedgerPane::BILL_6_openItemsAreNarrowedByTheirAge() {
  goTo(LedgerPane::OpenItems);
  QTRY_VERIFY(m_pane->isSettled());
  const auto all = number("select count(*) from invoice where status = 'open'");
  QVERIFY(all > 2);
  QTRY_COMPARE(std::int64_t(m_pane->openItems()->table()->model()->rowCount()), all);
  const auto late = number("select count(*) from invoice where status = 'open' and due_at < "
                           "'2026-03-03T10:00Z'");
  QVERIFY(late > 0 && late < all);
  QTest::mouseClick(m_pane->openItems()->tile(billing::DueAge::Month), Qt::LeftButton);
  QTRY_COMPARE(std::int64_t(m_pane->openItems()->table()->model()->rowCount()), late);
  QTest::mouseClick(m_pane->openItems()->tile(billing::DueAge::Older), Qt::LeftButton);
  QTRY_VERIFY(m_pane->isSettled());
  QTRY_COMPARE(m_pane->openItems()->table()->model()->rowCount(), 0);
  QVERIFY(m_pane->stepBack());
  QTRY_COMPARE(std::int64_t(m_pane->openItems()->table()->model()->rowCount()), all);
}

void TestLedgerPane::BILL_6_revenueToComeIsWhatIsDeferred() {
  goTo(LedgerPane::Revenue);
  QTRY_VERIFY(m_pane->revenue()->outlook().schedule());
  const auto &chart = m_pane->revenue()->chart()->data();
  QVERIFY(!chart.isEmpty());
  std::int64_t shown = 0;
  for (const auto &value : chart.series.front().values)
    shown += value.value_or(0);
  const auto currency = chart.unit.text(100, QLocale::c()).contains(u'€') ? "EUR" : "USD";
  QCOMPARE(shown, number(QByteArray("select -sum(amount)::bigint from ledger_entry where account "
                                    "= 'deferred_revenue' and currency = '") +
                         currency + "'"));
}

void TestLedgerPane::BILL_6_theBooksAreExported() {
  const QTemporaryDir folder;
  const auto lines = [&](const QString &name) {
    QFile file(folder.filePath(name));
    return file.open(QIODevice::ReadOnly) ? std::int64_t(file.readAll().trimmed().count('\n')) : 0;
  };
  using Kind = models::BookExport::Kind;
  auto *exports = m_pane->exports();
  exports->setMonth(year(2026) / 1);
  QSignalSpy finished(&exports->exporting(), &models::BookExport::finished);
  for (const auto &[kind, name] :
       {std::pair{Kind::Journal, u"journal.csv"_s}, std::pair{Kind::OpenItems, u"open.csv"_s},
        std::pair{Kind::Balances, u"balances.csv"_s}, std::pair{Kind::Receipts, u"receipts.csv"_s},
        std::pair{Kind::Revenue, u"revenue.csv"_s}, std::pair{Kind::Tax, u"tax.csv"_s},
        std::pair{Kind::Movements, u"movements.csv"_s},
        std::pair{Kind::Schedule, u"schedule.csv"_s}}) {
    exports->exportTo(kind, folder.filePath(name));
    QVERIFY(!exports->button()->isEnabled());
    QTRY_COMPARE(finished.count(), int(kind) + 1);
  }
  QCOMPARE(lines(u"journal.csv"_s),
           number("select count(*) from ledger_entry where business_day < '2026-02-01'"));
  QCOMPARE(lines(u"open.csv"_s), 2); // of the end of January; two more are open by now
  QVERIFY(number("select count(*) from invoice where status = 'open'") > 2);
  QCOMPARE(lines(u"receipts.csv"_s),
           number("select count(*) from ledger_entry where account = 'cash' and cause like "
                  "'payment.%' and business_day between '2026-01-01' and '2026-01-31'"));
  QVERIFY(exports->actions()[int(Kind::OpenItems)]->text().contains(u"31"_s));
  QCOMPARE(lines(u"movements.csv"_s),
           number("select count(*) from mrr_movement where business_day < '2026-02-01'"));
  QVERIFY(QFile::exists(folder.filePath(u"balances.csv"_s))); // nobody is owed anything
  for (const auto &name : {u"revenue.csv"_s, u"tax.csv"_s, u"schedule.csv"_s})
    QVERIFY2(lines(name) > 0, qPrintable(name));
  QTRY_VERIFY(exports->button()->isEnabled());
}

void TestLedgerPane::BILL_6_aLinkLeadsToAMonthAndAnAccount() {
  m_window->open(*ui::Place::parse(u"tenantry://ledger?date=2026-01-01&filter=receivable"_s));
  QCOMPARE(m_pane->tabs()->currentIndex(), int(LedgerPane::Journal));
  QTRY_COMPARE(m_pane->journal()->table()->model()->rowCount(), 2);
  QTRY_COMPARE(m_pane->months()->table()->currentIndex().row(), 2);
  m_window->open(*ui::Place::parse(u"tenantry://ledger?tab=open-items"_s));
  QCOMPARE(m_pane->tabs()->currentIndex(), int(LedgerPane::OpenItems));
}

void TestLedgerPane::BILL_6_nothingMatchesIsNotNothingThere() {
  goTo(LedgerPane::Journal);
  m_pane->journal()->setFilter({.month = year(2026) / 1, .account = u"bad_debt"_s});
  QTRY_VERIFY(m_pane->isSettled());
  auto *state = m_pane->journal()->findChild<ui::EmptyState *>();
  QVERIFY(state);
  QTRY_COMPARE(state->kind(), ui::EmptyState::Kind::NoMatch);
  m_pane->journal()->setFilter({.month = year(2025) / 1});
  QTRY_COMPARE(state->kind(), ui::EmptyState::Kind::Empty);
}

void TestLedgerPane::BILL_6_whoMayNotCloseSeesWhy_data() {
  QTest::addColumn<bool>("reads");
  QTest::newRow("manager") << true;
  QTest::newRow("success") << true;
  QTest::newRow("support") << false;
}

void TestLedgerPane::BILL_6_whoMayNotCloseSeesWhy() {
  QFETCH(bool, reads);
  const auto group = QString::fromLatin1(QTest::currentDataTag());
  open(group, {group}, reads);
  QVERIFY(!m_pane->closing()->isEnabled());
  if (reads) {
    QVERIFY2(m_pane->closing()->toolTip().contains(u"finance"_s, Qt::CaseInsensitive),
             qPrintable(m_pane->closing()->toolTip()));
  } else {
    QVERIFY(!m_pane->book().facts());
    QVERIFY(!m_pane->exports()->button()->isEnabled());
    QVERIFY(m_pane->exports()->button()->toolTip().contains(u"finance"_s, Qt::CaseInsensitive));
  }
}

void TestLedgerPane::BILL_6_withoutBooksItSaysHowTheyBegin() {
  cleanup();
  m_house = std::make_unique<BillingHouse>();
  open({}, {}, false);
  QCOMPARE(m_pane->months()->table()->model()->rowCount(), 0);
  QVERIFY(!m_pane->closing()->isEnabled());
  auto *state = m_pane->accounts()->findChild<ui::EmptyState *>();
  QVERIFY(state && m_pane->accounts()->currentWidget() == state);
  QCOMPARE(state->kind(), ui::EmptyState::Kind::Empty);
}

QTEST_MAIN(TestLedgerPane)
#include "tst_ledger_pane.moc"
