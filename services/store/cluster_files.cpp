// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/cluster_files.h"

#include "services/store/sql_error.h"
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QStorageInfo>
#include <algorithm>
#include <cerrno>
#include <chrono>
#include <clocale>
#include <nlohmann/json.hpp>
#include <thread>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace tenantry::store {

namespace {

/// An eighth of the machine's memory, for it does other things too; 512 MB hold what a billing run
/// of 100,000 writes between two checkpoints. Taken only as it is used.
QByteArray sharedBuffers() {
  constexpr std::int64_t megabyte = 1 << 20;
  const std::int64_t memory = std::int64_t{::sysconf(_SC_PHYS_PAGES)} * ::sysconf(_SC_PAGESIZE);
  return QByteArray::number(std::clamp<std::int64_t>(memory / 8 / megabyte, 128, 512)) + "MB";
}

/// Appended to postgresql.conf. Two sessions that write at once wait for each other's log where its
/// buffers are as small as PostgreSQL's own.
QByteArray settings() {
  return "\n# Tenantry\nshared_buffers = " + sharedBuffers() + R"(
wal_buffers = 64MB
max_wal_size = 2GB
listen_addresses = ''
unix_socket_permissions = 0700
max_connections = 100
checkpoint_completion_target = 0.9
jit = off
autovacuum = on
fsync = on
full_page_writes = on
synchronous_commit = on
log_line_prefix = '%m [%p] %q%u@%d '
timezone = 'UTC'
log_timezone = 'UTC'
)";
}

const QByteArray access = "# Whoever can enter the directory of the socket is the cluster's "
                          "owner.\nlocal all all trust\n";

/// Upper and lower case of all letters, but the order of the bytes: the same on every machine.
QString characterType() {
  const locale_t found = ::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
  if (found == nullptr)
    return u"C"_s;
  ::freelocale(found);
  return u"C.UTF-8"_s;
}

QStringList initdbArguments(const QString &data, bool durable) {
  QStringList arguments{u"-D"_s, data,       u"-U"_s,         ClusterFiles::superuser(),
                        u"-E"_s, u"UTF8"_s,  u"--locale=C"_s, u"--lc-ctype="_s + characterType(),
                        u"-A"_s, u"trust"_s, u"-k"_s};
  if (!durable)
    arguments.append(u"--no-sync"_s);
  return arguments;
}

Result<> writeFile(const QString &path, const QByteArray &text, QIODevice::OpenMode mode) {
  QFile file(path);
  if (!file.open(mode) || file.write(text) != text.size() || !file.flush())
    return systemFailure(path);
  return {};
}

Failure diskFull(const QString &path) {
  errno = ENOSPC;
  return systemFailure(path);
}

/// After `su` the runtime directory may still be that of somebody else.
QString socketBase() {
  if (::geteuid() == 0)
    return u"/run"_s;
  constexpr qsizetype longest = 60; // a socket's path has at most 107 bytes
  const QFileInfo runtime(qEnvironmentVariable("XDG_RUNTIME_DIR"));
  const bool isOurs = runtime.isDir() && runtime.isAbsolute() && runtime.ownerId() == ::geteuid();
  return isOurs && runtime.filePath().toUtf8().size() <= longest ? runtime.filePath() : u"/tmp"_s;
}

QString lastLines(const QString &text, int count) {
  const auto lines = text.trimmed().split(u'\n');
  return lines.mid(std::max<qsizetype>(0, lines.size() - count)).join(u'\n');
}

} // namespace

ClusterFiles::ClusterFiles(QString directory, ServerAccount account)
    : m_directory(std::move(directory)), m_account(account) {}

bool ClusterFiles::exists() const { return QFile::exists(dataDirectory()); }

int ClusterFiles::majorVersion() const {
  QFile file(dataDirectory() + u"/PG_VERSION"_s);
  return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().toInt() : 0;
}

Result<> ClusterFiles::checkWhole() const {
  if (majorVersion() != 0)
    return {};
  return fail(u"cluster.damaged"_s,
              u"%1 is there and no database, for it has no PG_VERSION that can be read. Restore it "
              u"from a backup, or move it away to begin with an empty one."_s.arg(dataDirectory()));
}

Result<> ClusterFiles::checkOwner() const { return m_account.ownDirectory(dataDirectory(), 0700); }

Result<> ClusterFiles::initialize(const ServerBinaries &binaries, bool durable) const {
  const QString fresh = dataDirectory() + u".new"_s;
  if (!QDir(fresh).removeRecursively()) {
    errno = EACCES;
    return systemFailure(fresh);
  }
  TENANTRY_CHECK(m_account.ownDirectory(fresh, 0700));
  const auto made = m_account.run(binaries.program(u"initdb"_s), initdbArguments(fresh, durable));
  if (made.exitCode != 0 && isDiskFull(made.output))
    return diskFull(fresh);
  if (made.output.contains(u"could not access directory"_s))
    return fail(u"cluster.not_writable"_s,
                u"The account of the server (%1) cannot enter %2. Open each folder above it to "
                u"others (chmod o+x), or choose another directory."_s.arg(m_account.name(), fresh));
  if (made.exitCode != 0)
    return fail(u"cluster.start_failed"_s,
                u"The database in %1 could not be created: %2. Correct this, then "
                u"start again."_s.arg(m_directory, lastLines(made.output, 5)));
  TENANTRY_CHECK(writeFile(fresh + u"/postgresql.conf"_s, settings(), QIODevice::Append));
  TENANTRY_CHECK(
      writeFile(fresh + u"/pg_hba.conf"_s, access, QIODevice::WriteOnly | QIODevice::Truncate));
  if (::rename(QFile::encodeName(fresh).constData(),
               QFile::encodeName(dataDirectory()).constData()) != 0)
    return systemFailure(dataDirectory());
  return describe(binaries);
}

Result<> ClusterFiles::describe(const ServerBinaries &binaries) const {
  const nlohmann::json description{{"postgresql", binaries.majorVersion},
                                   {"superuser", superuser().toStdString()}};
  QSaveFile file(m_directory + u"/installation.json"_s);
  const auto text = QByteArray::fromStdString(description.dump(2) + '\n');
  if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
    return systemFailure(file.fileName());
  return {};
}

Result<> ClusterFiles::startServer(const ServerBinaries &binaries, const QString &socketDirectory,
                                   bool durable) const {
  TENANTRY_CHECK(m_account.ownFile(logFile()));
  // What a killed server left behind ends in a moment; until then it keeps the shared memory.
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(20);
  for (;;) {
    auto started = tryToStart(binaries, socketDirectory, durable);
    const bool isHeld = !started && started.error().message.contains(u"shared memory"_s);
    if (!isHeld || std::chrono::steady_clock::now() > deadline)
      return started;
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
  }
}

Result<> ClusterFiles::tryToStart(const ServerBinaries &binaries, const QString &socketDirectory,
                                  bool durable) const {
  QString options = u"-k '%1' -p 5432"_s.arg(socketDirectory);
  if (!durable)
    options += u" -c fsync=off -c synchronous_commit=off -c full_page_writes=off"_s;
  const auto started = m_account.run(binaries.program(u"pg_ctl"_s),
                                     {u"start"_s, u"-w"_s, u"-t"_s, u"170"_s, u"-s"_s, u"-D"_s,
                                      dataDirectory(), u"-l"_s, logFile(), u"-o"_s, options});
  return started.exitCode == 0 ? Result<>{} : Result<>(startFailure(started.output));
}

QString ClusterFiles::endOfLog() const {
  QFile log(logFile());
  if (!log.open(QIODevice::ReadOnly))
    return {};
  constexpr qint64 tail = 4096;
  log.seek(std::max<qint64>(0, log.size() - tail));
  return QString::fromUtf8(log.readAll());
}

Error ClusterFiles::reasonFor(const Error &error) const {
  constexpr qint64 hardlyAny = 32LL * 1024 * 1024; // two segments of the write-ahead log
  const QString log = endOfLog();
  // A server that breaks down for it says much else afterwards.
  const bool isSaid = isDiskFull(lastLines(log, 5)) ||
                      (isDiskFull(log) && QStorageInfo(m_directory).bytesFree() < hardlyAny);
  const bool isFull =
      error.code == u"store.disk_full"_s || (error.code == u"store.disconnected"_s && isSaid);
  return isFull ? diskFull(m_directory).value() : error;
}

Failure ClusterFiles::startFailure(const QString &output) const {
  const QString text = endOfLog();
  const QString last = lastLines(text.isEmpty() ? output : text, 5);
  if (isDiskFull(last))
    return diskFull(m_directory);
  if (isServerAlive())
    return fail(u"cluster.start_failed"_s,
                u"The database in %1 is still recovering from a crash. Wait a little, then start "
                u"again. The end of its log says: %2"_s.arg(m_directory, last));
  return fail(
      u"cluster.start_failed"_s,
      u"The database in %1 did not start. The end of its log says: %2. Correct this, then start again."_s
          .arg(m_directory, last));
}

Result<> ClusterFiles::stopServer(const ServerBinaries &binaries) const {
  const auto stopped =
      m_account.run(binaries.program(u"pg_ctl"_s),
                    {u"stop"_s, u"-m"_s, u"fast"_s, u"-w"_s, u"-s"_s, u"-D"_s, dataDirectory()});
  if (stopped.exitCode == 0)
    return {};
  return fail(u"cluster.stop_failed"_s,
              u"The database in %1 did not stop: %2. You can connect to it again."_s.arg(
                  m_directory, stopped.output.trimmed()));
}

QStringList ClusterFiles::pidFileLines() const {
  QFile file(dataDirectory() + u"/postmaster.pid"_s);
  if (!file.open(QIODevice::ReadOnly))
    return {};
  return QString::fromUtf8(file.readAll()).split(u'\n');
}

QString ClusterFiles::runningSocketDirectory() const { return pidFileLines().value(4); }

QString ClusterFiles::socketDirectoryHere() const {
  const auto hash =
      QCryptographicHash::hash(m_directory.toUtf8(), QCryptographicHash::Sha256).toHex().left(12);
  return u"%1/tenantry-%2-%3"_s.arg(socketBase())
      .arg(m_account.user)
      .arg(QString::fromLatin1(hash));
}

bool ClusterFiles::isServerAlive() const {
  const qint64 pid = pidFileLines().value(0).toLongLong();
  return pid > 0 && QFileInfo(u"/proc/%1/cwd"_s.arg(pid)).symLinkTarget() == dataDirectory();
}

void ClusterFiles::forgetForeignProcess(const QString &socketDirectory) const {
  if (isServerAlive())
    return;
  QFile::remove(socketDirectory +
                u"/.s.PGSQL.5432.lock"_s); // the directory is this cluster's alone
  auto lines = pidFileLines();
  if (lines.size() < 2)
    return;
  // No process has this number (pid_max is at most 2^22), and the rest of the file still lets the
  // server see whether an orphan of its predecessor uses the shared memory.
  constexpr int nobody = 4'194'305;
  lines[0] = QString::number(nobody);
  QFile file(dataDirectory() + u"/postmaster.pid"_s);
  if (file.open(QIODevice::WriteOnly | QIODevice::Truncate))
    file.write(lines.join(u'\n').toUtf8());
}

} // namespace tenantry::store
