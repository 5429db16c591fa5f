// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/api/session_pool.h"
#include <mutex>

namespace tenantry::api {

/// Who is to be paid, for pages whose own role may not read the business: read by another session
/// now and then, and until it has come the last one known.
class IssuerName {
public:
  explicit IssuerName(SessionPool &pool) : m_pool(pool) {}
  [[nodiscard]] QString get();

private:
  using Steady = std::chrono::steady_clock;
  [[nodiscard]] bool isOld() const;
  SessionPool &m_pool; ///< ends before this does
  std::mutex m_mutex;
  QString m_name;
  std::optional<Steady::time_point> m_asked;
};

} // namespace tenantry::api
