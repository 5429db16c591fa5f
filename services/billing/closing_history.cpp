// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/closing_history.h"

namespace tenantry::billing {

std::chrono::year_month BookClosing::month() const {
  return monthOf(isReopening ? through + std::chrono::days(1) : through);
}

bool BookClosing::concerns(std::chrono::year_month month) const {
  const auto first = firstDayOf(month);
  const bool wasClosed = before && first <= *before;
  return wasClosed != (first <= through);
}

Result<std::vector<BookClosing>> closingHistory(store::Session &session) {
  TENANTRY_TRY(rows, session.database.query("books_history"));
  std::vector<BookClosing> history;
  for (const auto row : rows) {
    BookClosing one;
    one.before = row.get<std::optional<LocalDay>>(0);
    one.through = row.get<LocalDay>(1);
    one.isReopening = one.before && one.through < *one.before;
    one.reason = row.get<QString>(2);
    one.actor = row.get<QString>(3);
    one.at = row.get<Instant>(4);
    history.push_back(std::move(one));
  }
  return history;
}

} // namespace tenantry::billing
