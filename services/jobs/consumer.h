// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/store/events.h"
#include <functional>

namespace tenantry::jobs {

/// Somebody who acts on events: mail, webhooks, rules, rollups. A new one begins with the first
/// event there is.
struct Consumer {
  QString name; ///< under which its position is kept: never changed, never used again for something
                ///< else
  std::function<bool(const QString &type)> wants;
  /// Called with events of one organization, in order, inside the transaction that also moves the
  /// position: what it writes there happens exactly once. It must not call a gateway. An error
  /// leaves the position where it was.
  std::function<Result<>(store::Session &, const std::vector<store::Event> &)> handle;
};

} // namespace tenantry::jobs
