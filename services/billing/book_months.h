// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/books.h"

/// The months of the books, and what each account came to in one.
namespace tenantry::billing {

struct BookMonth {
  std::chrono::year_month month;
  bool isClosed = false;
  bool isRunning = false; ///< not over yet
};

/// From the first that anything was booked in to the running one; the latest first. None where
/// nothing was booked.
[[nodiscard]] Result<std::vector<BookMonth>> bookMonths(store::Session &session,
                                                        business::AppliedBusiness &business);

/// What an account came to, debit positive, minor units. closing = opening + debit - credit.
struct AccountFigures {
  QString account;
  Currency currency;
  std::int64_t opening = 0;
  std::int64_t debit = 0;
  std::int64_t credit = 0;
  std::int64_t entries = 0; ///< of the month

  [[nodiscard]] std::int64_t closing() const { return opening + debit - credit; }
};

/// By account and currency. In each currency debit = credit, and openings and closings sum to zero.
[[nodiscard]] Result<std::vector<AccountFigures>> monthFigures(store::Session &session,
                                                               std::chrono::year_month month);

} // namespace tenantry::billing
