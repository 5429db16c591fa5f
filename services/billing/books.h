// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/apply.h"
#include "services/core/id.h"
#include "services/core/money.h"
#include "services/store/session.h"

/// The books as finance closes and exports them (BILL-6). Consoles hear it with the commit when a
/// month is closed, opened or recognized (jobs::bookNews).
namespace tenantry::billing {

/// For what takes long: told how far it is; false: stop.
using BookProgress = std::function<bool(std::int64_t done)>;
[[nodiscard]] inline BookProgress untilTheEnd() {
  return [](std::int64_t) { return true; };
}

/// Some organizations at a time, in their order, to `take`; progress counts them. False: it was
/// told to stop.
[[nodiscard]] Result<bool>
forOrganizations(store::Session &session,
                 const std::function<Result<>(const std::vector<OrganizationId> &)> &take,
                 const BookProgress &goOn);

/// Closes all months up to and including this one: nothing is booked on their days any more. What
/// is revenue by its end is recognized before. Gives the last day that is closed. Errors
/// `ledger.month_running` unless the month is over; `ledger.closed` where it is closed already.
[[nodiscard]] Result<LocalDay> closeMonth(store::Session &session,
                                          business::AppliedBusiness &business,
                                          std::chrono::year_month month);

/// Whether that month could be closed now. Errors as closeMonth.
[[nodiscard]] Result<> checkClosing(store::Session &session, business::AppliedBusiness &business,
                                    std::chrono::year_month month);

/// Opens this month and those after it again; the reason is kept with who and when. `seen` is the
/// digest of the preview that was confirmed (reopening.h). Errors `ledger.not_closed`,
/// `ledger.reason_missing`; `ledger.picture_changed` where it comes to something else by now.
[[nodiscard]] Result<std::optional<LocalDay>> reopenMonth(store::Session &session,
                                                          std::chrono::year_month month,
                                                          const QString &reason,
                                                          const QString &seen = {});

/// Whether this login may close months and open them again; the database decides in any case.
[[nodiscard]] Result<bool> mayCloseMonths(store::Session &session);

/// The last day that is closed; none where no month is.
[[nodiscard]] Result<std::optional<LocalDay>> closedThrough(store::Session &session);

/// One entry of the ledger with what it is about.
struct JournalEntry {
  LocalDay day{};
  OrganizationId organization;
  QUuid transaction;
  std::int64_t entry = 0;
  QString organizationName;
  QString account;
  Money amount; ///< debit positive
  QString cause;
  QString document;  ///< its number, of a payment those that it paid; empty: none
  QString reference; ///< of a payment: what the bank or the provider calls it
  Instant bookedAt{};
};

/// The entries of these days in their order, page by page, to `take`. False: it was told to stop.
[[nodiscard]] Result<bool> readJournal(store::Session &session, const DayRange &days,
                                       const std::function<void(const JournalEntry &)> &take,
                                       const BookProgress &goOn = untilTheEnd());

/// An invoice of which something is owed.
struct OpenItem {
  QString number;
  QString organizationName;
  OrganizationId organization;
  LocalDay issuedOn{};
  LocalDay dueOn{};
  Money total;
  Money due;
};

/// What is owed as it stands now, by number, page by page, to `take`. False: it was told to stop.
[[nodiscard]] Result<bool> readOpenItems(store::Session &session,
                                         const std::function<void(const OpenItem &)> &take,
                                         const BookProgress &goOn = untilTheEnd());

/// What was owed at the end of that day by the books: in each currency it sums to the receivable
/// account then. By organization and number; progress counts organizations.
[[nodiscard]] Result<bool> readOpenItemsOn(store::Session &session, LocalDay day,
                                           const std::function<void(const OpenItem &)> &take,
                                           const BookProgress &goOn = untilTheEnd());

/// What will become revenue, by the month in which its days pass; what has passed and is not
/// recognized yet stands with the month that runs. Sums to the deferred revenue of the ledger.
using RevenueSchedule = std::map<std::pair<std::chrono::year_month, Currency>, std::int64_t>;
/// None where it was told to stop; progress counts organizations.
[[nodiscard]] Result<std::optional<RevenueSchedule>>
revenueSchedule(store::Session &session, business::AppliedBusiness &business,
                const BookProgress &goOn = untilTheEnd());

/// Consoles hear that the books moved, with the commit.
[[nodiscard]] Result<> tellBooksChanged(store::Session &session);

} // namespace tenantry::billing
