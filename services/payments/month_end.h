// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/books.h"

namespace tenantry::payments {

/// What closing a month would do, and what is not in the books yet by its end. None of that hinders
/// closing: what comes later is booked on the day on which it comes, and of
/// the bank's entries on the first open day.
struct MonthEnd {
  LocalDay through{};                          ///< the last day that would be closed
  std::vector<std::chrono::year_month> months; ///< that would be closed, the first one first
  std::int64_t entries = 0;                    ///< of those months, which then are final
  bool isRecognized = false;                   ///< else what is revenue by its end is booked first
  std::int64_t drafts = 0;                     ///< invoices that nobody finalized
  std::int64_t unbilled = 0;     ///< subscriptions whose invoice is due and was not made
  std::int64_t unanswered = 0;   ///< invoices with a charge or refund that nobody has answered
  std::int64_t contradicted = 0; ///< of which the provider says otherwise than the books
  std::int64_t unmatched = 0;    ///< entries of the bank that wait for a person
  [[nodiscard]] std::int64_t left() const {
    return drafts + unbilled + unanswered + contradicted + unmatched;
  }
  [[nodiscard]] QString digest() const; ///< changes with all of it
};

/// Errors as closeMonth: `ledger.month_running`, `ledger.closed`.
[[nodiscard]] Result<MonthEnd> monthEnd(store::Session &session,
                                        business::AppliedBusiness &business,
                                        std::chrono::year_month month);

/// billing::closeMonth, with what it came to. `seen` is the digest of the preview that was
/// confirmed: `ledger.picture_changed` where it comes to something else by now.
[[nodiscard]] Result<MonthEnd> closeMonth(store::Session &session,
                                          business::AppliedBusiness &business,
                                          std::chrono::year_month month, const QString &seen = {});

} // namespace tenantry::payments
