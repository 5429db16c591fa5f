// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/months.h"
#include "services/store/session.h"

namespace tenantry::billing {

/// What opening a month again comes to.
struct Reopening {
  std::vector<std::chrono::year_month> months; ///< that take postings again, the first one first
  LocalDay through{};                          ///< the last day that is closed then
  LocalDay before{};                           ///< and until then
  std::int64_t entries = 0;                    ///< of those months, that are final no longer

  [[nodiscard]] QString digest() const; ///< changes with all of it
};

/// Nothing is written. Error `ledger.not_closed`.
[[nodiscard]] Result<Reopening> previewReopening(store::Session &session,
                                                 std::chrono::year_month month);

} // namespace tenantry::billing
