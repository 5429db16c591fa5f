// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/desktop/options.h"
#include "models/connection/connection.h"
#include "models/jobs/running_work.h"
#include "services/jobs/worker_pool.h"
#include "ui/shell/main_window.h"

namespace tenantry::ui {
class BillingPane;
class ImportDialog;
class OrganizationsPane;
} // namespace tenantry::ui

namespace tenantry::desktop {

/// Everything the console is made of, built and wired here. The window comes at once; the rest when
/// the database is open.
class Composition : public QObject {
  Q_OBJECT

public:
  Composition(const Options &options, ui::ThemeManager &themes);
  ~Composition() override;

  void start();
  ui::ImportDialog *showImport(); ///< deletes itself when it is closed
  [[nodiscard]] ui::MainWindow &window() { return *m_window; }
  [[nodiscard]] ui::OrganizationsPane *organizations() const { return m_organizations; }
  [[nodiscard]] ui::BillingPane *billing() const { return m_billing; }
  [[nodiscard]] models::Connection *connection() const { return m_connection.get(); }

Q_SIGNALS:
  void ready();
  void failed(const tenantry::Error &error);

private:
  void takeDatabase(const models::OpenedDatabase &database);
  void startWorkers(const store::ConnectionSettings &settings);
  void addPanes();
  void connectStatusBar(const models::OpenedDatabase &database);
  void switchAppearance();

  const Options m_options;
  ui::ThemeManager &m_themes;
  SystemClock m_clock;
  std::shared_ptr<store::EmbeddedCluster> m_cluster; ///< outlives every connection to it
  models::Startup m_startup;
  std::unique_ptr<jobs::WorkerPool> m_workers;
  std::unique_ptr<models::Connection> m_connection;
  std::unique_ptr<models::RunningWork> m_work;
  std::unique_ptr<ui::MainWindow> m_window; ///< first to go: it looks at all of the above
  ui::OrganizationsPane *m_organizations = nullptr;
  ui::BillingPane *m_billing = nullptr;
};

} // namespace tenantry::desktop
