// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/overdue.h"
#include "services/organizations/listing.h"
#include "services/organizations/onboarding.h"
#include "services/payments/figure_rows.h"
#include "services/subscriptions/outlook.h"

namespace tenantry::models {

/// What the home of the console says; each is read by itself.
enum class HomeFigure {
  Organizations, ///< how many, by status
  Mrr,           ///< by month, with what moved it
  Run,           ///< what the next billing run looks at
  Overdue,
  Failed,    ///< payments of the last 30 days whose invoice is still open
  Received,  ///< this month
  Unmatched, ///< what came and went by bank and is not assigned
  Attention, ///< organizations that somebody should look at
  Renewals,  ///< within 30 days
  Onboarding ///< longer than 14 days
};

/// A figure that counts rows, and the first of them.
struct CountedRows {
  std::int64_t count = 0; ///< at most 10,001, which means “more than 10,000”
  std::vector<payments::FigureRow> rows;
};

/// As they were read; what was not read yet is empty.
struct HomeFacts {
  LocalDay today{}; ///< of the business
  std::map<HomeFigure, Instant> readAt;
  std::map<HomeFigure, Error> errors; ///< of the last time

  std::map<organizations::Status, std::int64_t> organizations; ///< counts, capped
  subscriptions::MrrMovements movements;
  std::int64_t due = 0; ///< subscriptions up to `runDay`, as dueUntil counts them
  LocalDay runDay{};
  billing::OverdueSum overdue;
  std::vector<billing::InvoiceRow> oldestOverdue;
  CountedRows failed;
  payments::Receipts received;
  payments::Receipts unmatched;
  CountedRows attention;
  CountedRows renewals;
  organizations::StuckOnboardings stuck;

  /// No figure that is there is older.
  [[nodiscard]] Instant oldestRead() const {
    Instant oldest = Instant::max();
    for (const auto &[figure, at] : readAt)
      oldest = std::min(oldest, at);
    return oldest;
  }
  [[nodiscard]] bool has(HomeFigure figure) const { return readAt.contains(figure); }
};

} // namespace tenantry::models
