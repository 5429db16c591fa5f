// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/api/session_pool.h"

#include <algorithm>
#include <atomic>

namespace tenantry::api {

struct SessionPool::Thread {
  Thread(const store::ConnectionSettings &settings, const Clock &clock)
      : database(settings, clock, settings.actor) {}
  std::atomic<int> waiting = 0; ///< outlives the thread, whose last work counts down
  store::DbThread database;
};

SessionPool::SessionPool(const store::ConnectionSettings &settings, const Clock &clock, Size size)
    : m_size(size) {
  for (int i = 0; i < size.threads; ++i)
    m_threads.push_back(std::make_unique<Thread>(settings, clock));
}

SessionPool::~SessionPool() = default;

bool SessionPool::run(Work work, Then then) {
  const auto idlest =
      std::min_element(m_threads.begin(), m_threads.end(), [](const auto &a, const auto &b) {
        return a->waiting.load() < b->waiting.load();
      });
  Thread &thread = **idlest;
  if (thread.waiting.fetch_add(1) >= m_size.mostWaiting) {
    thread.waiting.fetch_sub(1);
    return false;
  }
  thread.database.run(std::move(work))
      .then([&thread, then = std::move(then)](const Result<http::Response> &done) {
        thread.waiting.fetch_sub(1);
        then(done);
      });
  return true;
}

} // namespace tenantry::api
