// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/result.h"
#include <QString>
#include <chrono>
#include <memory>

namespace tenantry::store {

/// The private PostgreSQL: made on first use, reached by a Unix socket only, with full durability,
/// shared by several processes of this machine and stopped by the last one.
///
/// Layout of the directory: `data/` (the cluster), `lock` (held shared by every user, exclusively
/// by the last one while it stops the server), `lock.start` (held while joining or leaving), `log`,
/// `installation.json`. As root PostgreSQL runs under the `postgres` account, which then owns
/// `data/`. The socket lives in a short directory of its own (a path has at most 107 bytes) named
/// after a hash of the directory.
///
/// Errors: `cluster.no_binaries`, `cluster.wrong_version` (made by another major version),
/// `cluster.damaged`, `cluster.locked` (another account's, or busy for a minute),
/// `cluster.disk_full`, `cluster.not_writable`, `cluster.start_failed` (with the last lines of the
/// log).
///
/// A server that ends while it is used (killed, out of memory) is started again within seconds at
/// the same socket, by one of the processes that use it.
///
/// Everybody in the owner's account is superuser there: who may connect is decided by the files
/// (socket and data have mode 0700), pg_hba trusts whoever reaches the socket.
class EmbeddedCluster {
public:
  /// Throwaway gives up fsync for speed: tests only.
  enum class Durability { Full, Throwaway };

  /// Starts (or joins) the cluster there, initdb on first use. Blocks for seconds, after a crash
  /// for as long as the recovery takes (up to three minutes); never on the GUI thread. `patience`
  /// is had with other processes that start or stop it.
  [[nodiscard]] static Result<std::unique_ptr<EmbeddedCluster>>
  open(const QString &directory, Durability durability = Durability::Full,
       std::chrono::milliseconds patience = std::chrono::minutes(1));
  ~EmbeddedCluster(); ///< leaves; the last one stops the server (fast shutdown)
  EmbeddedCluster(const EmbeddedCluster &) = delete;
  EmbeddedCluster &operator=(const EmbeddedCluster &) = delete;

  /// libpq connection string for that database as the cluster's superuser.
  [[nodiscard]] QString url(const QString &database = QStringLiteral("tenantry")) const;
  /// Creates that database if it is not there. `open` did so for "tenantry".
  [[nodiscard]] Result<> ensureDatabase(const QString &name) const;
  [[nodiscard]] QString directory() const;
  /// An error of a connection to it, or what is behind it: `cluster.disk_full` for one that was
  /// lost because no space was left.
  [[nodiscard]] Error reasonFor(const Error &error) const;
  [[nodiscard]] bool createdNow() const; ///< initdb ran in this call

  /// Where the embedded default lives for this user: $XDG_DATA_HOME/tenantry/cluster, or
  /// /var/lib/tenantry as root.
  [[nodiscard]] static QString defaultDirectory();

private:
  struct State;
  explicit EmbeddedCluster(std::unique_ptr<State> state);
  std::unique_ptr<State> m_state;
};

} // namespace tenantry::store
