// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/jobs/pool_thread.h"
#include "services/core/log.h"

using namespace Qt::StringLiterals;

namespace tenantry::jobs {

namespace {

using namespace std::chrono_literals;
constexpr std::chrono::milliseconds shortestPause = 100ms;
constexpr std::chrono::milliseconds longestPause = 5s;

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

PoolThread::PoolThread(const store::ConnectionSettings &settings, const Clock &clock,
                       const QString &actor, PoolSignal &signal, Round round)
    : m_settings(settings), m_clock(clock), m_actor(actor), m_signal(signal),
      m_round(std::move(round)), m_pause(shortestPause), m_thread([this] { run(); }) {}

void PoolThread::run() {
  while (!m_signal.isStopping()) {
    const auto database = store::Database::open(m_settings, m_signal.interruptDescriptor());
    if (database)
      serve(**database);
    else if (!m_signal.isStopping())
      spdlog::warn("a worker cannot reach the database: {}", database.error().toString());
    if (!m_signal.isStopping())
      m_signal.sleep(m_pause);
    m_pause = std::min(m_pause * 2, longestPause);
  }
}

void PoolThread::serve(store::Database &database) {
  store::Session session{database, m_clock, m_actor};
  while (!m_signal.isStopping() && database.isConnected()) {
    auto failurePause = 1s;
    auto pause = Result<std::chrono::milliseconds>(failurePause);
    try {
      pause = m_round(session);
    } catch (const std::exception &exception) {
      pause = fail(u"job.exception"_s, QString::fromUtf8(exception.what()));
    }
    if (pause)
      m_pause = shortestPause;
    else
      spdlog::error("a worker's round failed: {}", pause.error().toString());
    if (const auto length = pause.value_or(failurePause); length > 0ms && !m_signal.isStopping())
      m_signal.sleep(length);
  }
}

} // namespace tenantry::jobs
