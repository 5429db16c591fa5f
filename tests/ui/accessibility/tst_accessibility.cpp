// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/organizations/organization_roles.h"
#include "services/billing/service.h"
#include "services/business/apply.h"
#include "services/business/loader.h"
#include "services/organizations/service.h"
#include "services/payments/bank_book.h"
#include "services/payments/credits.h"
#include "services/scenarios/demo_book.h"
#include "services/store/no_database_here.h"
#include "tests/support/test_database.h"
#include "tests/ui/accessibility/accessible_tree.h"
#include "tests/ui/accessibility/bare_dialogs.h"
#include "tests/ui/accessibility/rows_of_lists.h"
#include "tests/ui/accessibility/tab_walk.h"
#include "tests/ui/panes/all_panes.h"
#include "tests/ui/panes/every_dialog.h"
#include "tests/ui/panes/every_place.h"
#include "ui/forms/form_dialog.h"
#include "ui/importing/import_dialog.h"
#include "ui/matching/matching_offers.h"
#include "ui/organizations/organization_forms.h"
#include "ui/shell/key_list.h"
#include "ui/shell/palette.h"
#include "ui/theme/theme_manager.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/table_view.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::tests;
using namespace tenantry::ui;

/// Every pane by a screen reader's tree and by keys alone (check 25, issue line "accessibility").
class TestAccessibility : public QObject, private AllPanes {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase();
  void cleanupTestCase();
  void check25_everythingHasAName_data();
  void check25_everythingHasAName();
  void check25_everyControlIsReachedByTab_data() { places(); }
  void check25_everyControlIsReachedByTab();
  void check25_theFocusIsSeen_data() { places(); }
  void check25_theFocusIsSeen();
  void check14_aBlockedButtonSaysWhyWithoutAMouse_data();
  void check14_aBlockedButtonSaysWhyWithoutAMouse();

private:
  void fillBank(store::Session &session);
  void findDocuments(store::Session &session);
  void places() const;
  static void dialogs();
  [[nodiscard]] bool go();
  /// With the patience that a loaded machine needs.
  template <typename Condition> static bool waitFor(Condition condition) {
    return QTest::qWaitFor(condition, 20'000);
  }
  /// What Tab came to and what it left out, as text.
  struct Walk {
    bool isRound = false; ///< it came back to where it began
    QStringList missed;   ///< controls that it does not come to
    QStringList unseen;   ///< what looks the same with the focus as without

    [[nodiscard]] bool isClean() const { return isRound && missed.isEmpty() && unseen.isEmpty(); }
    [[nodiscard]] QString toString() const {
      return u"round: %1, missed: %2, unseen: %3"_s.arg(isRound).arg(missed.join(u"; "_s),
                                                                     unseen.join(u"; "_s));
    }
  };
  /// Of the place of the row: one walk for all that is asked of it.
  [[nodiscard]] const Walk &walked();
  [[nodiscard]] Walk walk();
  [[nodiscard]] ui::Place firstOrganization(const QString &tab) const {
    const auto *rows = customers->table()->model();
    return {ui::Place::Kind::Organization,
            rows->index(0, 0).data(models::OrganizationIdRole).toString(),
            tab,
            {}};
  }

  std::unique_ptr<TestDatabase> m_database;
  SystemClock m_clock;
  std::unique_ptr<models::Connection> m_connection;
  std::unique_ptr<models::RunningWork> m_work;
  std::optional<store::NoDatabaseHere> m_rule;
  std::unique_ptr<MainWindow> m_window;
  QString m_invoice, m_note; ///< their numbers
  QString m_line;            ///< the place of one that counts usage
  payments::Candidates::Named m_payer;
  OrganizationId m_newcomer;  ///< without a subscription
  QWidget *m_shown = nullptr; ///< the window, or the dialog over it
  QPointer<QWidget> m_dialog;
  std::map<QByteArray, Walk> m_walks; ///< by their rows
};

void TestAccessibility::initTestCase() {
  (new ThemeManager(qApp))->setAppearance(Appearance::Light);
  QAccessible::setActive(true);
  m_database = std::make_unique<TestDatabase>();
  const auto database = m_database->connect();
  store::Session session{*database, m_clock, u"test"_s};
  const auto shipped = business::Source::shipped().load();
  QVERIFY(shipped);
  QVERIFY(business::BusinessApply(session).apply(*shipped, u"test"_s));
  const auto filled = scenarios::fillDemoBook(*database, {24, 6, 1}, m_clock.now());
  QVERIFY2(filled, filled ? "" : qPrintable(filled.error().toString()));
  fillBank(session);
  fillLists(*database);
  findDocuments(session);
  const auto rights = models::readRights(*database);
  QVERIFY(rights);
  m_rule.emplace();
  m_connection =
      std::make_unique<models::Connection>(m_database->settings(), m_clock, u"test"_s, *rights);
  m_work = std::make_unique<models::RunningWork>(*m_connection);
  m_window = std::make_unique<MainWindow>();
  m_window->resize(1440, 900);
  addPanes(*m_window, *m_connection, *m_work);
  m_window->connectSearch(*m_connection);
  m_window->open({});
  m_window->show();
  m_window->activateWindow();
  QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

/// An entry that names nothing.
void TestAccessibility::fillBank(store::Session &session) {
  const auto whose = session.database.adHoc(
      "select organization_id, name, currency from organization order by name limit 1");
  QVERIFY(whose);
  m_payer = {(*whose)[0].get<OrganizationId>(0), (*whose)[0].get<QString>(1)};
  payments::BankStatement statement;
  statement.format = u"csv"_s;
  statement.file = u"bank.csv"_s;
  statement.account = u"OURS"_s;
  payments::BankEntry entry;
  entry.amount = Money(4'900, *Currency::parse((*whose)[0].get<QString>(2)));
  entry.bookedOn = *parseDay(u"2026-02-27"_s);
  entry.party = m_payer.name;
  entry.remittance = u"monthly fee"_s;
  statement.entries = {entry};
  business::AppliedBusiness business;
  QVERIFY(payments::BankBook(session, business).post(statement));
}

/// An open invoice, one with a line that counts usage, and a credit note.
void TestAccessibility::findDocuments(store::Session &session) {
  const auto open = session.database.adHoc(
      "select organization_id, invoice_id, number from invoice where status = 'open' and total > "
      "1000 order by number limit 1");
  QVERIFY(open && !open->isEmpty());
  m_invoice = (*open)[0].get<QString>(2);
  business::AppliedBusiness business;
  const auto note = payments::Credits(session, business)
                        .act({(*open)[0].get<OrganizationId>(0), (*open)[0].get<InvoiceId>(1), 500,
                              u"A bad week"_s});
  QVERIFY2(note, note ? "" : qPrintable(note.error().toString()));
  m_note = note->number;
  organizations::Organization newcomer;
  newcomer.id = m_newcomer = makeId<OrganizationId>(m_clock.now());
  newcomer.name = u"Zebra"_s;
  newcomer.email = u"z@zebra.example"_s;
  newcomer.addressCountry = u"DE"_s;
  newcomer.currency = *Currency::parse(u"EUR");
  newcomer.createdAt = m_clock.now();
  QVERIFY(organizations::OrganizationService(session).createMany({newcomer}));
  const auto line = session.database.adHoc(
      "select i.number, l.line_no from invoice_line as l join invoice as i using "
      "(organization_id, invoice_id) where l.part_from is not null and i.number is not null "
      "order by i.number limit 1");
  QVERIFY(line && !line->isEmpty());
  m_line = u"tenantry://invoice/%1?line=%2"_s.arg((*line)[0].get<QString>(0))
               .arg((*line)[0].get<int>(1));
}

void TestAccessibility::cleanupTestCase() {
  m_window.reset();
  m_work.reset();
  m_connection.reset();
  m_rule.reset();
  m_database.reset();
}

void TestAccessibility::places() const {
  EveryPlace::places();
  for (const auto *pane : panes)
    QTest::addRow("pane of %s", qPrintable(pane->title())) << pane->home().link();
  QTest::newRow("billing of later") << u"tenantry://billing?date=2027-12-31"_s;
  QTest::newRow("assignment") << u"assign"_s;
  QTest::newRow("statement") << u"statement"_s;
  QTest::newRow("import") << u"import"_s;
  QTest::newRow("form") << u"form"_s;
  QTest::newRow("rows of a figure") << u"tenantry://home?tab=renewals"_s;
  for (const char *word : {"note", "line"})
    QTest::newRow(word) << QString::fromLatin1(word);
  dialogs();
}

void TestAccessibility::dialogs() {
  for (const char *word : EveryDialog::words)
    QTest::newRow(word) << QString::fromLatin1(word);
  for (const char *word : BareDialog::words)
    QTest::newRow(word) << QString::fromLatin1(word);
  QTest::newRow("start") << u"start"_s;
}

/// Opens the place of the row, or what stands over the window; another word is a tab of the first
/// organization.
bool TestAccessibility::go() {
  QFETCH(QString, link);
  delete m_dialog;
  m_window->palette()->dismiss();
  m_shown = m_window.get();
  m_window->activateWindow();
  if (!QTest::qWaitForWindowActive(m_window.get()))
    return false;
  if (link == u"palette"_s) {
    m_window->search(u"a"_s);
    return waitFor([this] { return !m_window->palette()->model().isSearching(); });
  }
  if (link == u"keys"_s)
    m_dialog = m_window->showKeys();
  if (link == u"import"_s)
    m_dialog = new ImportDialog(*m_connection, m_window.get());
  if (link == u"assign"_s || link == u"statement"_s) {
    m_window->open(matching->home());
    if (!waitFor([this] { return matching->offers()->assigning()->isEnabled(); }))
      return false;
    if (link == u"assign"_s) {
      matching->offers()->assign();
      m_dialog = matching->offers()->assignDialog();
      auto *dialog = matching->offers()->assignDialog();
      dialog->assigner().chooseBalance(m_payer);
      if (!waitFor([dialog] { return dialog->confirmation()->isEnabled(); }))
        return false;
    } else {
      m_dialog = matching->offers()->importFile();
    }
  }
  if (link == u"form"_s) {
    customers->forms()->enter();
    auto *form = customers->forms()->open();
    if (!waitFor([form] { return form->form().stage() == models::Form::Stage::Ready; }))
      return false;
    m_dialog = form;
  }
  if (EveryDialog::isOne(link)) {
    m_window->open({});
    if (!waitFor([this] { return customers->isSettled(); }))
      return false;
    m_dialog =
        EveryDialog{m_window.get(), customers, invoices, firstOrganization({}), m_invoice}.open(
            link);
    if (!m_dialog)
      return false;
  }
  if (link == u"start") {
    m_window->open({ui::Place::Kind::Organization, m_newcomer.toString(), u"subscription"_s, {}});
    auto *acts = customers->detail()->subscription()->acts();
    if (!waitFor([acts] { return acts->start()->isVisible() && acts->start()->isEnabled(); }))
      return false;
    acts->start()->click();
    m_dialog = acts->opened();
  }
  if (!m_dialog)
    m_dialog = BareDialog{m_window.get(), *m_connection, m_payer}.open(link);
  if (m_dialog) {
    m_dialog->show();
    m_dialog->activateWindow();
    m_shown = m_dialog;
    return waitFor(
        [this] { return QApplication::activeWindow() == m_dialog && isAtRest(*m_dialog); });
  }
  const QHash<QString, QString> known{
      {u"tenantry://invoice/INV-2026-000001"_s, u"tenantry://invoice/"_s + m_invoice},
      {u"today"_s, billing->home().link()},
      {u"note"_s, u"tenantry://credit-note/"_s + m_note},
      {u"line"_s, m_line}};
  if (const auto place = ui::Place::parse(known.value(link, link))) {
    m_window->open(*place);
  } else {
    m_window->open({});
    if (!waitFor([this] { return customers->isSettled(); }))
      return false;
    m_window->open(firstOrganization(link));
  }
  return waitFor([this] { return m_window->currentPane()->isSettled(); });
}

void TestAccessibility::check25_everythingHasAName_data() {
  places();
  // Arrows alone: the field moves the list.
  QTest::newRow("palette") << u"palette"_s;
  QTest::newRow("keys") << u"keys"_s;
}

void TestAccessibility::check25_everythingHasAName() {
  QVERIFY(go());
  const auto found = nameless(*m_shown);
  QVERIFY2(found.isEmpty(), qPrintable(u'\n' + found.join(u'\n')));
}

/// Each is looked at with the focus, and again once the next one has it: a page may scroll.
TestAccessibility::Walk TestAccessibility::walk() {
  Walk walk;
  QSet<const QWidget *> reached;
  QPointer<const QWidget> last;
  QImage withFocus;
  const auto lookBack = [&] {
    if (last && lookOf(*m_shown, *last) == withFocus)
      walk.unseen.append(describe(*last));
  };
  const auto look = [&](const QWidget &now) {
    lookBack();
    reached.insert(&now);
    last = m_shown->isAncestorOf(&now) ? &now : nullptr;
    if (last)
      withFocus = lookOf(*m_shown, now);
  };
  walk.isRound = tabThrough(look);
  if (auto *first = QApplication::focusWidget())
    QTest::keyClick(first, Qt::Key_Tab);
  if (reached.size() > 1) // one alone has it always
    lookBack();
  for (auto *control : controls(*m_shown)) {
    const bool isReached =
        std::any_of(reached.begin(), reached.end(), [control](const QWidget *one) {
          return one == control || one == control->focusProxy() || control->isAncestorOf(one) ||
                 (one->isAncestorOf(control) && one->focusProxy() != nullptr);
        });
    if (!isReached)
      walk.missed.append(describe(*control));
  }
  return walk;
}

const TestAccessibility::Walk &TestAccessibility::walked() {
  const QByteArray row = QTest::currentDataTag();
  const auto known = m_walks.find(row);
  if (known != m_walks.end())
    return known->second;
  // What is true of a pane is found each time; what came or went while Tab was on its way is not.
  constexpr int mostWalks = 3;
  Walk walk;
  for (int i = 0; i < mostWalks && !walk.isClean(); ++i) {
    if (i > 0)
      qWarning().noquote() << "walked again after" << walk.toString();
    walk = go() ? this->walk() : Walk();
  }
  return m_walks[row] = walk;
}

void TestAccessibility::check25_everyControlIsReachedByTab() {
  const auto &walk = walked();
  QVERIFY(walk.isRound);
  QVERIFY2(walk.missed.isEmpty(), qPrintable(u'\n' + walk.missed.join(u'\n')));
}

void TestAccessibility::check14_aBlockedButtonSaysWhyWithoutAMouse_data() {
  QTest::addColumn<QString>("link");
  dialogs();
  for (const char *word : {"assign", "statement", "import", "form"})
    QTest::newRow(word) << QString::fromLatin1(word);
}

/// A tool tip needs one: the reason stands in the dialog.
void TestAccessibility::check14_aBlockedButtonSaysWhyWithoutAMouse() {
  QVERIFY(go());
  const auto isWritten = [this](const QString &reason) {
    const auto labels = m_shown->findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
      return label->isVisible() && label->text().contains(reason) &&
             label->width() >= label->minimumSizeHint().width() &&
             (!label->wordWrap() || label->height() >= label->heightForWidth(label->width()));
    });
  };
  QTest::qWait(100); // layouts follow each other
  for (const auto *button : m_shown->findChildren<QPushButton *>())
    if (button->isVisible() && !button->isEnabled())
      QTRY_VERIFY2(isWritten(reasonOf(*button)),
                   qPrintable(button->text() + u": "_s + reasonOf(*button)));
}

void TestAccessibility::check25_theFocusIsSeen() {
  const auto &walk = walked();
  QVERIFY2(walk.unseen.isEmpty(), qPrintable(u'\n' + walk.unseen.join(u'\n')));
}

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
