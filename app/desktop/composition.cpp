// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/composition.h"

#include "services/scenarios/house.h"
#include "ui/billing/billing_pane.h"
#include "ui/billing/invoice_offers.h"
#include "ui/billing/invoices_pane.h"
#include "ui/business/business_pane.h"
#include "ui/contradictions/contradictions_pane.h"
#include "ui/dunning/dunning_pane.h"
#include "ui/home/home_pane.h"
#include "ui/importing/import_dialog.h"
#include "ui/ledger/ledger_pane.h"
#include "ui/mails/mails_pane.h"
#include "ui/matching/matching_pane.h"
#include "ui/organizations/organization_forms.h"
#include "ui/organizations/organizations_pane.h"
#include "ui/shell/group_words.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/start_view.h"
#include "ui/shell/status_bar.h"
#include "ui/subscriptions/subscriptions_pane.h"
#include "ui/usage/usage_pane.h"

#include <QCoreApplication>
#include <QtConcurrent>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tenantry::desktop {

namespace {
constexpr QSize firstSize(1440, 900);
constexpr auto keepPause = 1s;

std::unique_ptr<const Clock> clockOf(const Options &options) {
  if (options.at)
    return std::make_unique<VirtualClock>(*options.at);
  return std::make_unique<SystemClock>();
}
} // namespace

Composition::Composition(const Options &options, ui::ThemeManager &themes)
    : m_options(options), m_themes(themes), m_clock(clockOf(options)), m_startup(*m_clock),
      m_place(options.place), m_window(std::make_unique<ui::MainWindow>()) {
  m_window->resize(options.size.value_or(firstSize));
  m_keepPause.setSingleShot(true);
  m_keepPause.setInterval(keepPause);
  m_keepPause.callOnTimeout(this, &Composition::keepWindows);
  connect(m_window.get(), &ui::MainWindow::closing, this, &Composition::end);
  if (options.tour.isEmpty())
    restoreWindows();
  auto *start = m_window->startView();
  connect(&m_startup, &models::Startup::stageChanged, start, &ui::StartView::showStage);
  connect(&m_startup, &models::Startup::failed, start, &ui::StartView::showError);
  connect(&m_startup, &models::Startup::failed, this, &Composition::failed);
  connect(&m_startup, &models::Startup::opened, this, &Composition::takeDatabase);
  connect(start, &ui::StartView::retryRequested, this, &Composition::start);
  connectAppearance(*m_window);
}

Composition::~Composition() {
  // No event is handled any more: this may wait for the disk.
  m_keeping.waitForFinished();
  if (m_kept && m_connection)
    (void)m_kept->write(m_atEnd.empty() ? memories() : m_atEnd);
  for (const auto &other : m_others)
    delete other.window;
}

void Composition::connectAppearance(ui::MainWindow &window) {
  auto *bar = window.statusBar();
  bar->setDark(m_themes.theme().isDark);
  bar->setAppearance(m_themes.appearance());
  connect(bar, &ui::StatusBar::appearanceRequested, this, &Composition::chooseAppearance);
  connect(&m_themes, &ui::ThemeManager::appearanceChanged, bar, &ui::StatusBar::setAppearance);
  connect(&m_themes, &ui::ThemeManager::themeChanged, bar,
          [bar](const ui::Theme &theme) { bar->setDark(theme.isDark); });
}

void Composition::start() {
  m_window->startView()->showStage(tr("Opening"), QString());
  m_startup.begin(m_options.start);
}

void Composition::takeDatabase(const models::OpenedDatabase &database) {
  m_cluster = database.cluster;
  // The user of an embedded database is whoever sits here; on a server each has a name.
  m_connection = std::make_unique<models::Connection>(
      database.console, *m_clock, database.cluster ? u"console"_s : database.rights.login,
      database.rights, database.zone);
  m_work = std::make_unique<models::RunningWork>(*m_connection);
  if (!database.worker.url.isEmpty() && !m_options.at)
    startWorkers(database.worker);
  m_databaseName = database.name;
  if (!m_options.at)
    m_latency = std::make_unique<models::Latency>(*m_connection);
  furnish(*m_window, 0);
  openAsBefore();
  Q_EMIT ready();
}

void Composition::furnish(ui::MainWindow &window, int number) {
  connectStatusBar(window);
  addPanes(window, number);
  window.connectSearch(*m_connection);
  connect(&window, &ui::MainWindow::windowRequested, this, &Composition::openWindow);
  connect(&window, &ui::MainWindow::memoryChanged, &m_keepPause, qOverload<>(&QTimer::start));
}

/// The lowest that no window has.
int Composition::freeNumber() {
  m_others.removeIf([](const Other &other) { return !other.window; });
  int number = 1;
  const auto isTaken = [&number](const Other &other) { return other.number == number; };
  while (std::any_of(m_others.begin(), m_others.end(), isTaken))
    ++number;
  return number;
}

ui::ListMemory &Composition::listsOf(int number) {
  if (number == 0)
    return *m_lists;
  auto &lists = m_listsOfOthers[number];
  if (!lists)
    lists = m_lists->of(number);
  return *lists;
}

ui::MainWindow *Composition::addWindow(int number) {
  auto *window = new ui::MainWindow;
  window->setAttribute(Qt::WA_DeleteOnClose);
  window->resize(m_window->size());
  m_others.append({window, number});
  connectAppearance(*window);
  furnish(*window, number);
  return window;
}

void Composition::openWindow(const ui::Place &place) {
  const int number = freeNumber();
  if (m_lists)
    listsOf(number).forgetFilters();
  auto *window = addWindow(number);
  window->open(place);
  window->show();
}

void Composition::openLink(const ui::Place &place) {
  if (m_connection)
    m_window->open(place);
  else
    m_place = place;
}

void Composition::comeToFront() {
  m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
  m_window->show();
  m_window->raise();
  m_window->activateWindow();
}

/// The main window takes the others along, and all of them come again.
void Composition::end() {
  m_atEnd = memories();
  QCoreApplication::quit();
}

void Composition::restoreWindows() {
  m_kept.emplace(ui::WindowMemories::defaultFile(), databaseOf(m_options.start));
  m_lists.emplace(ui::WindowMemories::defaultFile(), databaseOf(m_options.start));
  m_appearance.emplace(ui::WindowMemories::defaultFile());
  m_drafts.emplace(models::DraftStore::defaultFolder(), databaseOf(m_options.start));
  m_before = m_kept->read();
  if (m_before.empty())
    return;
  if (m_options.size)
    m_before.front().geometry.clear();
  m_window->restore(m_before.front());
}

/// The windows of the last time, and the place that is asked for in the main one.
void Composition::openAsBefore() {
  const auto last = m_window->memory().history.current();
  m_window->open(m_place.value_or(last.value_or(m_home->home())));
  for (std::size_t i = 1; i < m_before.size(); ++i) {
    auto *window = addWindow(m_before[i].number);
    window->restore(m_before[i]);
    window->open(m_before[i].history.current().value_or(m_home->home()));
    window->show();
  }
}

std::vector<ui::WindowMemory> Composition::memories() const {
  std::vector<ui::WindowMemory> memories{m_window->memory()};
  for (const auto &other : m_others)
    if (other.window && other.window->isVisible()) {
      memories.push_back(other.window->memory());
      memories.back().number = other.number;
    }
  return memories;
}

void Composition::keepWindows() {
  if (m_kept)
    m_keeping =
        QtConcurrent::run([kept = *m_kept, memories = memories()] { return kept.write(memories); });
}

void Composition::startWorkers(const store::ConnectionSettings &settings) {
  jobs::HandlerRegistry registry;
  scenarios::registerHouse(registry);
  m_workers = std::make_unique<jobs::WorkerPool>(settings, *m_clock, std::move(registry),
                                                 scenarios::houseConsumers());
  m_workers->start();
}

void Composition::addPanes(ui::MainWindow &window, int number) {
  auto *home = new ui::HomePane(*m_connection, *m_work);
  auto *organizations = new ui::OrganizationsPane(*m_connection, *m_work);
  auto *billing = new ui::BillingPane(*m_connection, *m_work);
  auto *invoices = new ui::InvoicesPane(*m_connection, *m_work);
  auto *matching = new ui::MatchingPane(*m_connection, *m_work);
  auto *dunning = new ui::DunningPane(*m_connection, *m_work);
  auto *subscriptions = new ui::SubscriptionsPane(*m_connection, *m_work);
  auto *ledger = new ui::LedgerPane(*m_connection, *m_work);
  auto *usage = new ui::UsagePane(*m_connection, *m_work);
  auto *contradictions = new ui::ContradictionsPane(*m_connection, *m_work);
  auto *mails = new ui::MailsPane(*m_connection, *m_work);
  auto *business = new ui::BusinessPane(*m_connection, *m_work);
  window.addPane(home);
  window.addPane(organizations, tr("Customers"));
  window.addPane(subscriptions, tr("Revenue"));
  window.addPane(usage);
  window.addPane(billing);
  window.addPane(invoices);
  window.addPane(matching);
  window.addPane(dunning);
  window.addPane(contradictions);
  window.addPane(ledger);
  window.addPane(mails);
  window.addPane(business, tr("Company"));
  connect(home, &ui::HomePane::runCounted, billing, &ui::BillingPane::takeFindings);
  connect(organizations, &ui::OrganizationsPane::importRequested, this,
          [this, &window, organizations] { showImport(window, organizations); });
  if (m_lists) {
    auto &lists = listsOf(number);
    for (ui::ListPane *pane :
         std::initializer_list<ui::ListPane *>{organizations, billing, invoices, matching, dunning,
                                               subscriptions, mails, contradictions})
      pane->keepIn(lists);
    home->keepIn(lists);
    ledger->keepIn(lists);
    usage->keepIn(lists);
  }
  if (m_drafts) {
    for (ui::ListPane *pane :
         std::initializer_list<ui::ListPane *>{organizations, billing, invoices, matching, dunning,
                                               subscriptions, mails, contradictions})
      pane->keepDraftsIn(*m_drafts);
    invoices->offers()->keepDraftsIn(*m_drafts);
    usage->keepDraftsIn(*m_drafts);
  }
  if (&window != m_window.get())
    return;
  m_home = home;
  m_organizations = organizations;
  m_billing = billing;
  m_invoices = invoices;
  m_matching = matching;
  m_dunning = dunning;
  m_subscriptions = subscriptions;
  m_ledger = ledger;
  m_usage = usage;
  m_mails = mails;
  m_contradictions = contradictions;
  m_business = business;
}

void Composition::connectStatusBar(ui::MainWindow &window) {
  auto *bar = window.statusBar();
  bar->setDatabase(m_databaseName, ui::groupsText(m_connection->rights().groups));
  window.sidebar()->setUser(m_connection->rights().login,
                            ui::groupsText(m_connection->rights().groups));
  window.sidebar()->setDatabase(m_cluster ? tr("Embedded database") : m_databaseName);
  connect(m_connection.get(), &models::Connection::connectedChanged, &window,
          [this, &window](bool connected) { window.setConnection(connected, m_clock->now()); });
  window.setConnection(m_connection->isConnected(), m_clock->now());
  if (m_latency) {
    connect(m_latency.get(), &models::Latency::changed, bar,
            [this, bar] { bar->setLatency(m_latency->value()); });
    bar->setLatency(m_latency->value());
    connect(m_latency.get(), &models::Latency::answered, bar, &ui::StatusBar::setSynced);
  }
  connect(m_work.get(), &models::RunningWork::itemsChanged, bar,
          [this, bar] { bar->setWork(m_work->items()); });
  bar->setWork(m_work->items());
  connect(bar, &ui::StatusBar::cancelRequested, m_work.get(), &models::RunningWork::cancel);
  connect(m_work.get(), &models::RunningWork::cancelFailed, &window, &ui::MainWindow::showError);
}

ui::ImportDialog *Composition::showImport() { return showImport(*m_window, m_organizations); }

ui::ImportDialog *Composition::showImport(ui::MainWindow &window, ui::OrganizationsPane *pane) {
  auto *dialog = new ui::ImportDialog(*m_connection, &window);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &ui::ImportDialog::imported, pane, &ui::OrganizationsPane::reload);
  dialog->open();
  return dialog;
}

void Composition::chooseAppearance(ui::Appearance appearance) {
  m_themes.setAppearance(appearance);
  if (m_appearance)
    m_appearance->keep(appearance);
}

} // namespace tenantry::desktop
