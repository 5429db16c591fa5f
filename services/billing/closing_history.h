// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/months.h"
#include "services/store/session.h"

/// Who closed and reopened the months of the books, when and why (BILL-6).
namespace tenantry::billing {

struct BookClosing {
  bool isReopening = false;
  std::optional<LocalDay> before; ///< through which day they were closed until then; none: through
                                  ///< none
  LocalDay through{};             ///< since then
  QString reason;                 ///< of a reopening
  QString actor;
  Instant at{};

  /// That was named: the last of those that were closed, the first of those that were reopened.
  [[nodiscard]] std::chrono::year_month month() const;
  /// Whether it closed that month, or opened it again.
  [[nodiscard]] bool concerns(std::chrono::year_month month) const;
};

/// The latest first.
[[nodiscard]] Result<std::vector<BookClosing>> closingHistory(store::Session &session);

} // namespace tenantry::billing
