// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/embedded_cluster.h"
#include "services/store/cluster_files.h"
#include "services/store/database.h"
#include "services/store/file_lock.h"
#include <QDir>
#include <QStandardPaths>
#include <libpq-fe.h>
#include <spdlog/spdlog.h>
#include <thread>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace tenantry::store {

namespace {

constexpr std::chrono::seconds patience{60};

QString connectionString(const QString &socketDirectory, const QString &database) {
  return u"host='%1' port=5432 user=%2 dbname='%3'"_s.arg(socketDirectory,
                                                          ClusterFiles::superuser(), database);
}

/// True once the server that runs there answers; false if none does. One that somebody left while
/// it was starting or stopping is waited for.
bool joins(const ClusterFiles &files, const QString &socketDirectory) {
  const auto url = connectionString(socketDirectory, u"postgres"_s).toUtf8();
  const auto deadline = std::chrono::steady_clock::now() + patience;
  while (files.isServerAlive() && std::chrono::steady_clock::now() < deadline) {
    if (PQping(url.constData()) == PQPING_OK)
      return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  return false;
}

Result<> checkDirectory(const QString &directory) {
  if (!QDir().mkpath(directory)) {
    errno = EACCES;
    return systemFailure(directory);
  }
  const QFileInfo info(directory);
  if (info.ownerId() != ::geteuid())
    return fail(
        u"cluster.locked"_s,
        u"%1 belongs to another account. Choose another directory, or start as its owner."_s.arg(
            directory));
  // Where the server has an account of its own it must be able to walk through.
  if (::geteuid() == 0)
    QFile::setPermissions(directory, info.permissions() | QFile::ExeOther);
  return {};
}

} // namespace

struct EmbeddedCluster::State {
  ClusterFiles files;
  FileLock use;
  FileLock startOrStop;
  QString socketDirectory{};
  ServerBinaries binaries{};
  bool createdNow = false;
  bool joined = false;
};

EmbeddedCluster::EmbeddedCluster(std::unique_ptr<State> state) : m_state(std::move(state)) {}

Result<std::unique_ptr<EmbeddedCluster>> EmbeddedCluster::open(const QString &directory,
                                                               Durability durability) {
  const QString path = QDir::cleanPath(QDir(directory).absolutePath());
  TENANTRY_TRY(account, ServerAccount::find());
  TENANTRY_CHECK(checkDirectory(path));
  TENANTRY_TRY(use, FileLock::open(path + u"/lock"_s));
  TENANTRY_TRY(startOrStop, FileLock::open(path + u"/lock.start"_s));
  auto state = std::make_unique<State>(
      State{ClusterFiles(path, account), std::move(use), std::move(startOrStop)});
  if (!state->startOrStop.lock(FileLock::Mode::Exclusive, patience) ||
      !state->use.lock(FileLock::Mode::Shared, patience))
    return fail(u"cluster.locked"_s, u"Another Tenantry has been starting or stopping the database "
                                     u"in %1 for a minute. End it, then try "
                                     u"again."_s.arg(path));
  auto started = start(*state, durability);
  state->startOrStop.unlock();
  if (!started)
    return tl::unexpected(started.error());
  state->joined = true;
  auto cluster = std::unique_ptr<EmbeddedCluster>(new EmbeddedCluster(std::move(state)));
  TENANTRY_CHECK(cluster->ensureDatabase(u"tenantry"_s));
  return cluster;
}

Result<> EmbeddedCluster::start(State &state, Durability durability) {
  auto &files = state.files;
  TENANTRY_TRY(binaries, ServerBinaries::find(files.majorVersion()));
  state.binaries = binaries;
  if (!files.exists()) {
    TENANTRY_CHECK(files.initialize(binaries, durability == Durability::Full));
    state.createdNow = true;
  }
  TENANTRY_CHECK(files.checkOwner());
  state.socketDirectory = files.runningSocketDirectory();
  if (joins(files, state.socketDirectory))
    return {};
  TENANTRY_TRY(socketDirectory, files.makeSocketDirectory());
  state.socketDirectory = socketDirectory;
  files.forgetForeignProcess();
  return files.startServer(binaries, socketDirectory, durability == Durability::Full);
}

EmbeddedCluster::~EmbeddedCluster() {
  if (!m_state->joined || !m_state->startOrStop.lock(FileLock::Mode::Exclusive, patience))
    return;
  if (!m_state->use.tryLock(FileLock::Mode::Exclusive))
    return; // others stay
  if (auto stopped = m_state->files.stopServer(m_state->binaries); !stopped)
    spdlog::warn("{}", stopped.error().toString().toStdString());
  QDir().rmdir(m_state->socketDirectory);
}

QString EmbeddedCluster::url(const QString &database) const {
  return connectionString(m_state->socketDirectory, database);
}

Result<> EmbeddedCluster::ensureDatabase(const QString &name) const {
  TENANTRY_TRY(database, Database::open({url(u"postgres"_s), {}, u"tenantry cluster"_s}));
  TENANTRY_TRY(found,
               database->adHoc("select from pg_database where datname = :name", {{"name", name}}));
  if (!found.isEmpty())
    return {};
  QString quoted = name;
  const auto created =
      database->script("create database \"" + quoted.replace(u'"', u"\"\""_s).toUtf8() + '"');
  if (created)
    return {};
  // Somebody may have been faster.
  TENANTRY_TRY(again,
               database->adHoc("select from pg_database where datname = :name", {{"name", name}}));
  return again.isEmpty() ? created : Result<>{};
}

QString EmbeddedCluster::directory() const { return m_state->files.directory(); }

bool EmbeddedCluster::createdNow() const { return m_state->createdNow; }

QString EmbeddedCluster::defaultDirectory() {
  if (::geteuid() == 0)
    return u"/var/lib/tenantry"_s;
  return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
         u"/tenantry/cluster"_s;
}

} // namespace tenantry::store
