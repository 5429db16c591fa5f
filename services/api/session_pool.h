// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/http/message.h"
#include "services/store/db_thread.h"

namespace tenantry::api {

/// A few threads with a connection each, for requests that need the database. What would wait too
/// long is not taken.
class SessionPool {
public:
  struct Size {
    int threads = 2;
    int mostWaiting = 16; ///< of each thread, with the one that runs
  };
  using Work = std::function<Result<http::Response>(store::Session &)>;
  using Then = std::function<void(Result<http::Response>)>;

  SessionPool(const store::ConnectionSettings &settings, const Clock &clock, Size size);
  ~SessionPool();
  SessionPool(const SessionPool &) = delete;
  SessionPool &operator=(const SessionPool &) = delete;

  /// Runs the work on the thread with the least to do, then `then` there. False where all have too
  /// much to do: nothing is called then. From any thread.
  [[nodiscard]] bool run(Work work, Then then);

private:
  struct Thread;
  Size m_size;
  std::vector<std::unique_ptr<Thread>> m_threads;
};

} // namespace tenantry::api
