// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/composition.h"

#include "services/scenarios/house.h"
#include "ui/billing/billing_pane.h"
#include "ui/importing/import_dialog.h"
#include "ui/organizations/organizations_pane.h"
#include "ui/shell/group_words.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/start_view.h"
#include "ui/shell/status_bar.h"

using namespace Qt::StringLiterals;

namespace tenantry::desktop {

Composition::Composition(const Options &options, ui::ThemeManager &themes)
    : m_options(options), m_themes(themes), m_startup(m_clock),
      m_window(std::make_unique<ui::MainWindow>()) {
  m_window->resize(options.size);
  m_window->statusBar()->setDark(themes.theme().isDark);
  auto *start = m_window->startView();
  connect(&m_startup, &models::Startup::stageChanged, start, &ui::StartView::showStage);
  connect(&m_startup, &models::Startup::failed, start, &ui::StartView::showError);
  connect(&m_startup, &models::Startup::failed, this, &Composition::failed);
  connect(&m_startup, &models::Startup::opened, this, &Composition::takeDatabase);
  connect(start, &ui::StartView::retryRequested, this, &Composition::start);
  connect(m_window->statusBar(), &ui::StatusBar::appearanceSwitchRequested, this,
          &Composition::switchAppearance);
  connect(&themes, &ui::ThemeManager::themeChanged, m_window->statusBar(),
          [this](const ui::Theme &theme) { m_window->statusBar()->setDark(theme.isDark); });
}

Composition::~Composition() = default;

void Composition::start() {
  m_window->startView()->showStage(tr("Opening"), QString());
  m_startup.begin(m_options.start);
}

void Composition::takeDatabase(const models::OpenedDatabase &database) {
  m_cluster = database.cluster;
  m_connection = std::make_unique<models::Connection>(database.console, m_clock, u"console"_s,
                                                      database.rights);
  m_work = std::make_unique<models::RunningWork>(*m_connection);
  if (!database.worker.url.isEmpty())
    startWorkers(database.worker);
  connectStatusBar(database);
  addPanes();
  m_window->open(m_options.place.value_or(ui::Place()));
  Q_EMIT ready();
}

void Composition::startWorkers(const store::ConnectionSettings &settings) {
  jobs::HandlerRegistry registry;
  scenarios::registerHouse(registry);
  m_workers = std::make_unique<jobs::WorkerPool>(settings, m_clock, std::move(registry),
                                                 scenarios::houseConsumers());
  m_workers->start();
}

void Composition::addPanes() {
  m_organizations = new ui::OrganizationsPane(*m_connection);
  m_billing = new ui::BillingPane(*m_connection, *m_work);
  m_window->addPane(m_organizations, tr("Customers"));
  m_window->addPane(m_billing, tr("Revenue"));
  connect(m_organizations, &ui::OrganizationsPane::importRequested, this, &Composition::showImport);
}

void Composition::connectStatusBar(const models::OpenedDatabase &database) {
  auto *bar = m_window->statusBar();
  bar->setDatabase(database.name, ui::groupsText(database.rights.groups));
  m_window->sidebar()->setDatabase(database.cluster ? tr("Embedded database") : database.name);
  connect(m_connection.get(), &models::Connection::connectedChanged, m_window.get(),
          [this](bool connected) { m_window->setConnection(connected, m_clock.now()); });
  m_window->setConnection(m_connection->isConnected(), m_clock.now());
  connect(m_work.get(), &models::RunningWork::itemsChanged, bar,
          [this, bar] { bar->setWork(m_work->items()); });
  connect(bar, &ui::StatusBar::cancelRequested, m_work.get(), &models::RunningWork::cancel);
  connect(m_work.get(), &models::RunningWork::cancelFailed, m_window.get(),
          &ui::MainWindow::showError);
}

ui::ImportDialog *Composition::showImport() {
  auto *dialog = new ui::ImportDialog(*m_connection, m_window.get());
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &ui::ImportDialog::imported, m_organizations, &ui::OrganizationsPane::reload);
  dialog->open();
  return dialog;
}

void Composition::switchAppearance() {
  m_themes.setAppearance(m_themes.theme().isDark ? ui::Appearance::Light : ui::Appearance::Dark);
}

} // namespace tenantry::desktop
