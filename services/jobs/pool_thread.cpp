// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/jobs/pool_thread.h"
#include "services/core/log.h"
#include "services/store/reconnect.h"

using namespace Qt::StringLiterals;

namespace tenantry::jobs {

namespace {

using namespace std::chrono_literals;
constexpr std::chrono::milliseconds failurePause = 1s;
constexpr std::chrono::milliseconds longestFailurePause = 30s;

} // namespace

void PoolSignal::stop() {
  {
    const std::lock_guard guard(m_mutex);
    m_isStopping = true;
  }
  m_giveUp.raise();
  m_changed.notify_all();
}

void PoolSignal::wake() {
  {
    const std::lock_guard guard(m_mutex);
    ++m_wakes;
  }
  m_changed.notify_all();
}

bool PoolSignal::isStopping() const {
  const std::lock_guard guard(m_mutex);
  return m_isStopping;
}

void PoolSignal::sleep(std::chrono::milliseconds pause) {
  std::unique_lock guard(m_mutex);
  const auto seen = m_wakes;
  m_changed.wait_for(guard, pause, [&] { return m_isStopping || m_wakes != seen; });
}

void PoolSignal::lost(const Error &error) {
  const std::lock_guard guard(m_mutex);
  if (m_lost++ == 0 && !m_isStopping)
    spdlog::warn("the database is out of reach, trying again until it is back: {}",
                 error.toString());
}

void PoolSignal::found() {
  const std::lock_guard guard(m_mutex);
  if (--m_lost == 0)
    spdlog::info("the database is back");
}

PoolThread::PoolThread(const store::ConnectionSettings &settings, const Clock &clock,
                       const QString &actor, PoolSignal &signal, Round round)
    : m_settings(settings), m_clock(clock), m_actor(actor), m_signal(signal),
      m_round(std::move(round)), m_thread([this] { run(); }) {}

void PoolThread::run() {
  auto pause = store::shortestReconnectPause;
  for (bool isLost = false; !m_signal.isStopping();) {
    const auto database = store::Database::open(m_settings, m_signal.interruptDescriptor());
    if (database) {
      if (std::exchange(isLost, false))
        m_signal.found();
      pause = store::shortestReconnectPause;
      serve(**database);
    } else if (!m_signal.isStopping() && !std::exchange(isLost, true)) {
      m_signal.lost(database.error());
    }
    m_signal.sleep(pause);
    pause = std::min(pause * 2, store::longestReconnectPause);
  }
}

void PoolThread::serve(store::Database &database) {
  store::Session session{database, m_clock, m_actor};
  auto pause = failurePause;
  QString said; // what fails again and again is said once
  while (!m_signal.isStopping()) {
    const auto done = round(session);
    if (!database.isConnected())
      return;
    if (done) {
      said.clear();
      pause = failurePause;
      if (*done > 0ms)
        m_signal.sleep(*done);
      continue;
    }
    if (std::exchange(said, done.error().code) != done.error().code)
      spdlog::error("a worker's round failed: {}", done.error().toString());
    m_signal.sleep(pause);
    pause = std::min(pause * 2, longestFailurePause);
  }
}

Result<std::chrono::milliseconds> PoolThread::round(store::Session &session) {
  try {
    return m_round(session);
  } catch (const std::exception &exception) {
    return fail(u"job.exception"_s, QString::fromUtf8(exception.what()));
  }
}

} // namespace tenantry::jobs
