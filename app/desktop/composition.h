// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/desktop/options.h"
#include "models/connection/latency.h"
#include "models/forms/draft_store.h"
#include "models/jobs/running_work.h"
#include "services/jobs/worker_pool.h"
#include "ui/lists/list_memory.h"
#include "ui/shell/main_window.h"
#include "ui/theme/appearance_memory.h"
#include <map>

namespace tenantry::ui {
class BillingPane;
class BusinessPane;
class DunningPane;
class HomePane;
class InvoicesPane;
class MatchingPane;
class ImportDialog;
class LedgerPane;
class OrganizationsPane;
class SubscriptionsPane;
class ContradictionsPane;
class MailsPane;
class UsagePane;
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
  ui::ImportDialog *showImport();          ///< deletes itself when it is closed
  void openWindow(const ui::Place &place); ///< one more; deletes itself when it is closed
  /// Goes there, at once or when the database is open.
  void openLink(const ui::Place &place);
  void comeToFront();
  [[nodiscard]] ui::MainWindow &window() { return *m_window; }
  [[nodiscard]] ui::HomePane *home() const { return m_home; }
  [[nodiscard]] ui::OrganizationsPane *organizations() const { return m_organizations; }
  [[nodiscard]] ui::BillingPane *billing() const { return m_billing; }
  [[nodiscard]] ui::InvoicesPane *invoices() const { return m_invoices; }
  [[nodiscard]] ui::MatchingPane *matching() const { return m_matching; }
  [[nodiscard]] ui::DunningPane *dunning() const { return m_dunning; }
  [[nodiscard]] ui::SubscriptionsPane *subscriptions() const { return m_subscriptions; }
  [[nodiscard]] ui::LedgerPane *ledger() const { return m_ledger; }
  [[nodiscard]] ui::UsagePane *usage() const { return m_usage; }
  [[nodiscard]] ui::MailsPane *mails() const { return m_mails; }
  [[nodiscard]] ui::ContradictionsPane *contradictions() const { return m_contradictions; }
  [[nodiscard]] ui::BusinessPane *business() const { return m_business; }
  [[nodiscard]] models::Connection *connection() const { return m_connection.get(); }

Q_SIGNALS:
  void ready();
  void failed(const tenantry::Error &error);

private:
  void takeDatabase(const models::OpenedDatabase &database);
  void startWorkers(const store::ConnectionSettings &settings);
  void furnish(ui::MainWindow &window, int number);
  void addPanes(ui::MainWindow &window, int number);
  [[nodiscard]] ui::ListMemory &listsOf(int number);
  [[nodiscard]] int freeNumber();
  void connectStatusBar(ui::MainWindow &window);
  ui::ImportDialog *showImport(ui::MainWindow &window, ui::OrganizationsPane *pane);
  void connectAppearance(ui::MainWindow &window);
  void chooseAppearance(ui::Appearance appearance);
  [[nodiscard]] ui::MainWindow *addWindow(int number);
  void restoreWindows();
  void openAsBefore();
  void end();
  void keepWindows(); ///< for the next start; writes elsewhere
  [[nodiscard]] std::vector<ui::WindowMemory> memories() const;

  const Options m_options;
  ui::ThemeManager &m_themes;
  const std::unique_ptr<const Clock> m_clock;
  std::shared_ptr<store::EmbeddedCluster> m_cluster; ///< outlives every connection to it
  models::Startup m_startup;
  std::unique_ptr<jobs::WorkerPool> m_workers;
  std::unique_ptr<models::Connection> m_connection;
  std::unique_ptr<models::RunningWork> m_work;
  std::unique_ptr<models::Latency> m_latency; ///< none where the clock stands
  QString m_databaseName;
  std::optional<ui::Place> m_place;                 ///< where to begin, as long as nothing is open
  std::optional<ui::WindowMemories> m_kept;         ///< none for a tour
  std::optional<ui::AppearanceMemory> m_appearance; ///< none for a tour
  std::optional<ui::ListMemory> m_lists;            ///< of the main window; none for a tour
  std::map<int, std::unique_ptr<ui::ListMemory>> m_listsOfOthers; ///< by number; outlive them
  std::optional<models::DraftStore> m_drafts;                     ///< none for a tour
  std::vector<ui::WindowMemory> m_before;                         ///< the windows of the last time
  std::vector<ui::WindowMemory> m_atEnd; ///< those that were open when the main one was closed
  QTimer m_keepPause;
  QFuture<bool> m_keeping;
  std::unique_ptr<ui::MainWindow> m_window; ///< first to go: it looks at all of the above
  struct Other {
    QPointer<ui::MainWindow> window;
    int number = 0; ///< WindowMemory's
  };
  QList<Other> m_others;
  ui::HomePane *m_home = nullptr;
  ui::OrganizationsPane *m_organizations = nullptr;
  ui::BillingPane *m_billing = nullptr;
  ui::InvoicesPane *m_invoices = nullptr;
  ui::MatchingPane *m_matching = nullptr;
  ui::DunningPane *m_dunning = nullptr;
  ui::SubscriptionsPane *m_subscriptions = nullptr;
  ui::LedgerPane *m_ledger = nullptr;
  ui::UsagePane *m_usage = nullptr;
  ui::MailsPane *m_mails = nullptr;
  ui::ContradictionsPane *m_contradictions = nullptr;
  ui::BusinessPane *m_business = nullptr;
};

} // namespace tenantry::desktop
