// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/store/session.h"
#include "services/subscriptions/service.h"
#include <mutex>
#include <optional>
#include <vector>

namespace tenantry::billing {

/// A book in shares, for workers that bill side by side: whoever is done with one takes the next.
/// A share is a range of organizations with at most a chunk of due subscriptions. The shares get
/// smaller towards the end, so that all workers are done at nearly the same moment; the first ones
/// differ in size, so that the workers do not come to the counter of the numbers together.
class DueShares {
public:
  /// Of what is due now; what becomes due while they are at work is found in the same ranges.
  [[nodiscard]] static Result<std::unique_ptr<DueShares>> of(const store::Session &session,
                                                             int workers, int chunkSize);

  /// The next one, of any thread.
  [[nodiscard]] std::optional<subscriptions::DueRange> take();
  /// Nothing more is handed out: one of the workers failed.
  void close();

private:
  std::mutex m_mutex;
  std::vector<subscriptions::DueRange> m_left; ///< the next one last
};

} // namespace tenantry::billing
