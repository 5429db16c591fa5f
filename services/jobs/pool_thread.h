// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/store/session.h"
#include "services/store/wake_up.h"
#include <condition_variable>
#include <mutex>
#include <thread>

namespace tenantry::jobs {

/// What the threads of a pool share: "stop", "there is work", and whether the database is there.
class PoolSignal {
public:
  void stop();
  void wake();
  [[nodiscard]] bool isStopping() const;
  /// Returns early when woken or stopped.
  void sleep(std::chrono::milliseconds pause);
  [[nodiscard]] int interruptDescriptor() const { return m_giveUp.descriptor(); }
  /// One of the threads cannot connect, or can again: said once for all of them.
  void lost(const Error &error);
  void found();

private:
  store::WakeUp m_giveUp;
  mutable std::mutex m_mutex;
  std::condition_variable m_changed;
  std::uint64_t m_wakes = 0;
  int m_lost = 0; ///< threads that cannot connect
  bool m_isStopping = false;
};

/// A thread with a session of its own that does one thing again and again.
class PoolThread {
public:
  /// One round: how long to sleep until the next. After an error it is tried again with growing
  /// pauses; a lost connection is opened anew.
  using Round = std::function<Result<std::chrono::milliseconds>(store::Session &)>;

  PoolThread(const store::ConnectionSettings &settings, const Clock &clock, const QString &actor,
             PoolSignal &signal, Round round);
  ~PoolThread() { m_thread.join(); }
  PoolThread(const PoolThread &) = delete;
  PoolThread &operator=(const PoolThread &) = delete;

private:
  void run();
  void serve(store::Database &database); ///< until the pool stops or the connection is lost
  [[nodiscard]] Result<std::chrono::milliseconds> round(store::Session &session);
  store::ConnectionSettings m_settings;
  const Clock &m_clock;
  QString m_actor;
  PoolSignal &m_signal;
  Round m_round;
  std::thread m_thread;
};

} // namespace tenantry::jobs
