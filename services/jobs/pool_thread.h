// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/store/session.h"
#include "services/store/wake_up.h"
#include <condition_variable>
#include <mutex>
#include <thread>

namespace tenantry::jobs {

/// What the threads of a pool share: "stop" and "there is work".
class PoolSignal {
public:
  void stop();
  void wake();
  [[nodiscard]] bool isStopping() const;
  /// Returns early when woken or stopped.
  void sleep(std::chrono::milliseconds pause);
  [[nodiscard]] int interruptDescriptor() const { return m_giveUp.descriptor(); }

private:
  store::WakeUp m_giveUp;
  mutable std::mutex m_mutex;
  std::condition_variable m_changed;
  std::uint64_t m_wakes = 0;
  bool m_isStopping = false;
};

/// A thread with a session of its own that does one thing again and again.
class PoolThread {
public:
  /// One round: how long to sleep until the next. `store.disconnected` opens the connection anew.
  using Round = std::function<Result<std::chrono::milliseconds>(store::Session &)>;

  PoolThread(const store::ConnectionSettings &settings, const Clock &clock, const QString &actor,
             PoolSignal &signal, Round round);
  ~PoolThread() { m_thread.join(); }
  PoolThread(const PoolThread &) = delete;
  PoolThread &operator=(const PoolThread &) = delete;

private:
  void run();
  void serve(store::Database &database);
  store::ConnectionSettings m_settings;
  const Clock &m_clock;
  QString m_actor;
  PoolSignal &m_signal;
  Round m_round;
  std::chrono::milliseconds m_pause;
  std::thread m_thread;
};

} // namespace tenantry::jobs
