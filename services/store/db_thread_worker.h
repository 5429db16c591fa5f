// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/store/db_thread.h"
#include "services/store/wake_up.h"
#include <QThread>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>

namespace tenantry::store {

/// The queue, the connection and the two threads of a DbThread: one works, the other one cancels,
/// because PQcancel can block while the network is dead.
class DbThread::Worker {
public:
  Worker(DbThread &owner, ConnectionSettings settings, const Clock &clock, QString actor);
  ~Worker();
  Worker(const Worker &) = delete;
  Worker &operator=(const Worker &) = delete;

  void post(Task task, std::unique_ptr<QFutureWatcherBase> watcher);
  void cancelRunning();
  void retryNow() { m_isServerBack = true; }

private:
  struct Entry {
    std::uint64_t number = 0;
    Task task;
  };
  void loop();
  std::optional<Entry> take();
  void runOne(Entry entry);
  Result<Session *> session();
  Result<> connect();
  void drop();
  void cancelIfRunning(std::uint64_t number); ///< on the cancelling thread

  DbThread &m_owner;
  const ConnectionSettings m_settings;
  const Clock &m_clock;
  const QString m_actor;
  WakeUp m_giveUp;
  std::atomic<bool> m_isServerBack = false;

  std::mutex m_mutex; ///< guards what follows, down to m_canceller
  std::condition_variable m_changed;
  std::deque<Entry> m_waiting;
  std::uint64_t m_last = 0;
  std::uint64_t m_running = 0; ///< 0: idle
  bool m_isCancelling = false; ///< nothing new begins meanwhile: it would be what is cancelled
  bool m_stopping = false;
  std::shared_ptr<const Canceller> m_canceller;

  // Only on the working thread.
  std::unique_ptr<Database> m_database;
  std::optional<Session> m_session;
  Error m_lastError;
  std::chrono::steady_clock::time_point m_nextTry{};
  std::chrono::milliseconds m_pause{0};

  QThread m_cancelThread;
  QObject m_cancelContext; ///< lives on m_cancelThread
  std::unique_ptr<QThread> m_workThread;
};

} // namespace tenantry::store
