// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/embedded_cluster.h"
#include "services/store/cluster_files.h"
#include "services/store/database.h"
#include "services/store/file_lock.h"
#include <QDir>
#include <QStandardPaths>
#include <condition_variable>
#include <filesystem>
#include <libpq-fe.h>
#include <spdlog/spdlog.h>
#include <thread>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace tenantry::store {

namespace {

constexpr std::chrono::seconds lookEvery{1};
constexpr std::chrono::seconds longestPause{30};

QString connectionString(const QString &socketDirectory, const QString &database) {
  return u"host='%1' port=5432 user=%2 dbname='%3'"_s.arg(socketDirectory,
                                                          ClusterFiles::superuser(), database);
}

/// True once the server that runs there answers; false if none does. One that somebody left while
/// it was starting or stopping is waited for.
bool joins(const ClusterFiles &files, const QString &socketDirectory,
           std::chrono::milliseconds patience) {
  const auto url = connectionString(socketDirectory, u"postgres"_s).toUtf8();
  const auto deadline = std::chrono::steady_clock::now() + patience;
  while (files.isServerAlive() && std::chrono::steady_clock::now() < deadline) {
    if (PQping(url.constData()) == PQPING_OK)
      return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  return false;
}

/// Its path without symbolic links, which is how the system names the directory of the running
/// server.
Result<QString> makeDirectory(const QString &directory) {
  std::error_code error;
  std::filesystem::create_directories(QFile::encodeName(directory).constData(), error);
  const QFileInfo info(directory);
  if (error || !info.isDir()) {
    errno = error ? error.value() : ENOTDIR;
    return systemFailure(directory);
  }
  if (info.ownerId() != ::geteuid())
    return fail(
        u"cluster.locked"_s,
        u"%1 belongs to another account. Choose another directory, or start as its owner."_s.arg(
            directory));
  // Where the server has an account of its own it must be able to walk through.
  if (::geteuid() == 0)
    QFile::setPermissions(directory, info.permissions() | QFile::ExeOther);
  return info.canonicalFilePath();
}

} // namespace

struct EmbeddedCluster::State {
  ClusterFiles files;
  FileLock use;
  FileLock startOrStop;
  bool durable = true;
  std::chrono::milliseconds patience{0}; ///< with others that start or stop the server
  QString socketDirectory{};
  ServerBinaries binaries{};
  bool createdNow = false;
  bool joined = false;

  [[nodiscard]] Result<> open();
  [[nodiscard]] Result<> start() const;
  [[nodiscard]] Result<> revive();
  void watch();
  void endWatch();
  /// True if it is time to end.
  bool waits(std::chrono::seconds pause);

  std::mutex mutex{};
  std::condition_variable changed{};
  bool isEnding = false;
  std::thread watcher{}; ///< from `open` on the only one that uses what stands above
};

EmbeddedCluster::EmbeddedCluster(std::unique_ptr<State> state) : m_state(std::move(state)) {}

Result<std::unique_ptr<EmbeddedCluster>> EmbeddedCluster::open(const QString &directory,
                                                               Durability durability,
                                                               std::chrono::milliseconds patience) {
  TENANTRY_TRY(account, ServerAccount::find());
  TENANTRY_TRY(path, makeDirectory(QDir::cleanPath(QDir(directory).absolutePath())));
  TENANTRY_TRY(use, FileLock::open(path + u"/lock"_s));
  TENANTRY_TRY(startOrStop, FileLock::open(path + u"/lock.start"_s));
  std::unique_ptr<State> state(new State{ClusterFiles(path, account), std::move(use),
                                         std::move(startOrStop), durability == Durability::Full,
                                         patience});
  if (!state->startOrStop.lock(FileLock::Mode::Exclusive, patience) ||
      !state->use.lock(FileLock::Mode::Shared, patience))
    return fail(u"cluster.locked"_s, u"Another Tenantry has been starting or stopping the database "
                                     u"in %1 for a minute. End it, then try "
                                     u"again."_s.arg(path));
  auto started = state->open();
  state->startOrStop.unlock();
  if (!started)
    return tl::unexpected(started.error());
  state->joined = true;
  auto cluster = std::unique_ptr<EmbeddedCluster>(new EmbeddedCluster(std::move(state)));
  if (const auto made = cluster->ensureDatabase(u"tenantry"_s); !made)
    return tl::unexpected(cluster->reasonFor(made.error()));
  cluster->m_state->watcher = std::thread([state = cluster->m_state.get()] { state->watch(); });
  return cluster;
}

Error EmbeddedCluster::reasonFor(const Error &error) const {
  return m_state->files.reasonFor(error);
}

Result<> EmbeddedCluster::State::open() {
  TENANTRY_TRY(found, ServerBinaries::find(files.majorVersion()));
  binaries = found;
  if (!files.exists()) {
    TENANTRY_CHECK(files.initialize(binaries, durable));
    createdNow = true;
  }
  TENANTRY_CHECK(files.checkOwner());
  TENANTRY_CHECK(files.checkWhole());
  socketDirectory = files.runningSocketDirectory();
  if (joins(files, socketDirectory, patience))
    return {};
  socketDirectory = files.socketDirectoryHere();
  return start();
}

Result<> EmbeddedCluster::State::start() const {
  TENANTRY_CHECK(files.ownSocketDirectory(socketDirectory));
  files.forgetForeignProcess(socketDirectory);
  auto started = files.startServer(binaries, socketDirectory, durable);
  if (!started)
    QDir().rmdir(socketDirectory);
  return started;
}

/// The server has ended though we use it: somebody killed it, or the machine had no memory left.
Result<> EmbeddedCluster::State::revive() {
  if (!startOrStop.lock(FileLock::Mode::Exclusive, patience))
    return {}; // somebody else is at it
  auto done = joins(files, socketDirectory, patience) ? Result<>() : start();
  startOrStop.unlock();
  return done;
}

bool EmbeddedCluster::State::waits(std::chrono::seconds pause) {
  std::unique_lock guard(mutex);
  return changed.wait_for(guard, pause, [this] { return isEnding; });
}

void EmbeddedCluster::State::watch() {
  for (auto pause = lookEvery; !waits(pause);) {
    if (!files.exists() || files.isServerAlive()) {
      pause = lookEvery;
    } else if (const auto done = revive(); done) {
      spdlog::warn("the server of {} had ended and runs again", files.directory().toStdString());
      pause = lookEvery;
    } else {
      // The first try may come while the old one is still going.
      if (pause == 2 * lookEvery)
        spdlog::error("the server of {} has ended: {}", files.directory().toStdString(),
                      done.error().toString().toStdString());
      pause = std::min(pause * 2, longestPause);
    }
  }
}

void EmbeddedCluster::State::endWatch() {
  {
    const std::lock_guard guard(mutex);
    isEnding = true;
  }
  changed.notify_all();
  if (watcher.joinable())
    watcher.join();
}

EmbeddedCluster::~EmbeddedCluster() {
  m_state->endWatch();
  if (!m_state->joined || !m_state->startOrStop.lock(FileLock::Mode::Exclusive, m_state->patience))
    return;
  if (!m_state->use.tryLock(FileLock::Mode::Exclusive))
    return; // others stay
  if (!m_state->files.isServerAlive())
    return;
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
