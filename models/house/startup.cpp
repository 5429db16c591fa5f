// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/house/startup.h"

#include "services/business/apply.h"
#include "services/business/loader.h"
#include "services/scenarios/demo_book.h"
#include "services/store/migrations.h"

#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace tenantry::models {

namespace {

const QString applicationName = u"tenantry"_s;
const QString embeddedName = u"tenantry"_s;

Result<bool> applyShipped(store::Session &session) {
  business::AppliedBusiness applied;
  TENANTRY_TRY(current, applied.current(session));
  if (current->version > 0)
    return false;
  const auto shipped = business::Source::shipped().load();
  if (!shipped)
    return tl::unexpected(shipped.error().front());
  TENANTRY_TRY(report, business::BusinessApply(session).apply(*shipped, session.actor));
  return report.applied; // a command line may have been there first
}

} // namespace

Startup::Startup(const Clock &clock, QObject *parent) : QObject(parent), m_clock(clock) {}

Startup::~Startup() {
  m_isEnding = true;
  m_running.waitForFinished();
}

void Startup::begin(const StartRequest &request) {
  m_running = QtConcurrent::run([this, request] {
    auto outcome = open(request);
    QMetaObject::invokeMethod(this, [this, outcome = std::move(outcome)] {
      if (outcome)
        Q_EMIT opened(*outcome);
      else
        Q_EMIT failed(outcome.error());
    });
  });
}

void Startup::tell(const QString &line, const QString &sentence) {
  QMetaObject::invokeMethod(this, [this, line, sentence] { Q_EMIT stageChanged(line, sentence); });
}

Result<OpenedDatabase> Startup::open(const StartRequest &request) {
  try {
    return request.databaseUrl.isEmpty() ? openEmbedded(request) : openServer(request.databaseUrl);
  } catch (const std::exception &mistake) {
    return fail(
        u"program.mistake"_s,
        tr("Tenantry made a mistake while it started: %1").arg(QString::fromUtf8(mistake.what())));
  }
}

Result<OpenedDatabase> Startup::openEmbedded(const StartRequest &request) {
  tell(tr("Starting the database"), tr("The first start takes a little longer."));
  const QString directory = request.embeddedDirectory.isEmpty()
                                ? store::EmbeddedCluster::defaultDirectory()
                                : request.embeddedDirectory;
  TENANTRY_TRY(cluster, store::EmbeddedCluster::open(directory));
  OpenedDatabase opened;
  opened.cluster = std::move(cluster);
  opened.name = embeddedName;
  opened.console = {opened.cluster->url(), {}, applicationName};
  TENANTRY_TRY(database, store::Database::open(opened.console));
  // Of several first starts one fills the book, the others wait and find it; as long as this
  // connection lives.
  TENANTRY_CHECK(database->execute("hold_start"));
  tell(tr("Bringing the database up to date"), tr("Tables are made or changed where needed."));
  TENANTRY_CHECK(store::migrate(*database, embeddedName, m_clock));
  TENANTRY_CHECK(prepare(*database, request.demo));
  TENANTRY_TRY(rights, readRights(*database));
  opened.rights = rights;
  TENANTRY_TRY(zone, zoneOf(*database));
  opened.zone = zone;
  TENANTRY_TRY(prefix, store::rolePrefix(*database));
  opened.worker = {opened.cluster->url(), prefix + u"_worker"_s, u"tenantry worker"_s};
  return opened;
}

Result<Zone> Startup::zoneOf(store::Database &database) const {
  store::Session session{database, m_clock, u"console"_s};
  const auto applied = business::AppliedBusiness().current(session);
  if (applied)
    return (*applied)->zone();
  // Whoever may not see the business is told so where it matters.
  return applied.error().code == u"store.forbidden"_s ? Result<Zone>(Zone())
                                                      : tl::unexpected(applied.error());
}

Result<> Startup::prepare(store::Database &database, const scenarios::DemoSize &demo) {
  store::Session session{database, m_clock, u"console"_s};
  tell(tr("Applying the business"), tr("Plans, prices and taxes that come with Tenantry."));
  // Both or none: the next start after one that was killed is the first again.
  return database.transaction([&]() -> Result<> {
    TENANTRY_TRY(isFirst, applyShipped(session));
    return isFirst && demo.organizations > 0 ? fillDemoBook(database, demo) : Result<>();
  });
}

Result<> Startup::fillDemoBook(store::Database &database, const scenarios::DemoSize &size) {
  const QString line = tr("Filling the demo book");
  tell(line, tr("Customers to look at until yours are imported."));
  const auto told = [&](int done, int total) {
    tell(line, tr("Day %1 of %2").arg(done).arg(total));
    return !m_isEnding.load();
  };
  const auto filled = scenarios::fillDemoBook(database, size, m_clock.now(), told);
  // Somebody has filled it meanwhile by a command line: that is the book then.
  return filled || filled.error().code == "demo.not_empty"_L1 ? Result<>()
                                                              : tl::unexpected(filled.error());
}

Result<OpenedDatabase> Startup::openServer(const QString &url) {
  tell(tr("Connecting"), tr("Waiting for the server to answer."));
  OpenedDatabase opened;
  opened.console = {url, {}, applicationName};
  TENANTRY_TRY(database, store::Database::open(opened.console));
  TENANTRY_TRY(version, store::schemaVersion(*database));
  if (version < store::latestSchemaVersion())
    return fail(u"store.schema_older"_s,
                tr("This database has version %1 of the tables and Tenantry needs version %2. Run "
                   "tenantryctl migrate, then try again.")
                    .arg(version)
                    .arg(store::latestSchemaVersion()));
  TENANTRY_TRY(name, database->adHoc("select current_database()::text"));
  opened.name = name[0].get<QString>(0);
  TENANTRY_TRY(rights, readRights(*database));
  opened.rights = rights;
  TENANTRY_TRY(zone, zoneOf(*database));
  opened.zone = zone;
  return opened;
}

} // namespace tenantry::models
