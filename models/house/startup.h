// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/connection/rights.h"
#include "services/scenarios/demo_company.h"
#include "services/store/embedded_cluster.h"
#include "services/store/session.h"
#include <QFuture>
#include <QObject>
#include <atomic>

namespace tenantry::models {

/// Which database the console opens.
struct StartRequest {
  QString databaseUrl;       ///< empty: the embedded one
  QString embeddedDirectory; ///< empty: the default of this user
  scenarios::DemoSize demo;  ///< the book to look at, in an embedded one made just now; 0: none
};

/// A database that is ready to be worked with.
struct OpenedDatabase {
  std::shared_ptr<store::EmbeddedCluster> cluster; ///< null: a server's
  store::ConnectionSettings console;
  store::ConnectionSettings worker; ///< for the workers in this process; without URL on a server
  QString name;                     ///< what people call it
  Rights rights;                    ///< of the console's login
  Zone zone;                        ///< of the business
};

/// Opens a database off the GUI thread: starts the cluster, migrates, applies the shipped business
/// where there is none, fills the demo book. A server's database is taken as it is: only its schema
/// is checked (`store.schema_older`, `store.schema_newer`).
class Startup : public QObject {
  Q_OBJECT

public:
  explicit Startup(const Clock &clock, QObject *parent = nullptr);
  ~Startup() override; ///< waits for the step that runs; a demo book that is not full is given up

  void begin(const StartRequest &request);

Q_SIGNALS:
  void stageChanged(const QString &line, const QString &sentence);
  void opened(const tenantry::models::OpenedDatabase &database);
  void failed(const tenantry::Error &error);

private:
  [[nodiscard]] Result<OpenedDatabase> open(const StartRequest &request);
  [[nodiscard]] Result<OpenedDatabase> openEmbedded(const StartRequest &request);
  [[nodiscard]] Result<OpenedDatabase> openServer(const QString &url);
  [[nodiscard]] Result<Zone> zoneOf(store::Database &database) const;
  [[nodiscard]] Result<> prepare(store::Database &database, const scenarios::DemoSize &demo);
  [[nodiscard]] Result<> fillDemoBook(store::Database &database, const scenarios::DemoSize &size);
  void tell(const QString &line, const QString &sentence);

  const Clock &m_clock;
  std::atomic<bool> m_isEnding = false;
  QFuture<void> m_running;
};

} // namespace tenantry::models
