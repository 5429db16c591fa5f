// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/store/server_account.h"
#include "services/store/server_binaries.h"

namespace tenantry::store {

/// The directory of an embedded cluster, and the server in it. The caller holds the locks.
class ClusterFiles {
public:
  ClusterFiles(QString directory, ServerAccount account);

  [[nodiscard]] static QString superuser() { return QStringLiteral("tenantry"); }
  [[nodiscard]] QString directory() const { return m_directory; }
  [[nodiscard]] bool exists() const;
  [[nodiscard]] int majorVersion() const;    ///< of the server that made the data; 0: there is none
  [[nodiscard]] Result<> checkOwner() const; ///< error `cluster.locked`
  [[nodiscard]] Result<> checkWhole() const; ///< error `cluster.damaged`

  /// initdb next to the final place, then renamed: what was interrupted leaves nothing that looks
  /// whole.
  [[nodiscard]] Result<> initialize(const ServerBinaries &binaries, bool durable) const;
  [[nodiscard]] Result<> startServer(const ServerBinaries &binaries, const QString &socketDirectory,
                                     bool durable) const;
  [[nodiscard]] Result<> stopServer(const ServerBinaries &binaries) const;

  /// Why a server that runs lets nobody in, or broke down: `cluster.disk_full` where its log ends
  /// with that, or says so while there is hardly any space; else the error as it is.
  [[nodiscard]] Error reasonFor(const Error &error) const;

  /// Where the running (or crashed) server has its socket; empty if none runs.
  [[nodiscard]] QString runningSocketDirectory() const;
  /// Where a server that this process starts has it.
  [[nodiscard]] QString socketDirectoryHere() const;
  [[nodiscard]] Result<> ownSocketDirectory(const QString &path) const {
    return m_account.ownDirectory(path, 0700);
  }
  /// After a crash postmaster.pid and the socket's lock may name a process that is somebody else's
  /// by now, or that nobody has buried yet, which would keep the server from starting.
  void forgetForeignProcess(const QString &socketDirectory) const;
  /// The process that postmaster.pid names lives and is the server of this directory.
  [[nodiscard]] bool isServerAlive() const;

private:
  [[nodiscard]] QString dataDirectory() const { return m_directory + QStringLiteral("/data"); }
  [[nodiscard]] QString logFile() const { return m_directory + QStringLiteral("/log"); }
  [[nodiscard]] QStringList pidFileLines() const;
  [[nodiscard]] Result<> tryToStart(const ServerBinaries &binaries, const QString &socketDirectory,
                                    bool durable) const;
  [[nodiscard]] Failure startFailure(const QString &output) const;
  [[nodiscard]] QString endOfLog() const;
  [[nodiscard]] Result<> describe(const ServerBinaries &binaries) const;

  QString m_directory;
  ServerAccount m_account;
};

} // namespace tenantry::store
