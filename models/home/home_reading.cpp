// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/home/home_reading.h"

namespace tenantry::models {

namespace {

using organizations::OrganizationListing;
using organizations::Status;
using subscriptions::MrrMovements;

Result<HomeNews> readOrganizations(store::Session &session) {
  std::map<Status, std::int64_t> counts;
  for (const auto status : {Status::Onboarding, Status::Onboarded, Status::Active,
                            Status::Suspended, Status::Churned, Status::Closed}) {
    organizations::ListQuery query;
    query.status = status;
    TENANTRY_TRY(count, OrganizationListing(session).count(query));
    counts[status] = count;
  }
  return HomeNews([counts](HomeFacts &facts) { facts.organizations = counts; });
}

/// Months that are over stay; the running one and whatever is not known is read.
Result<HomeNews> readMrr(store::Session &session, LocalDay today, const MrrMovements &known) {
  const auto month = subscriptions::firstOfMonth(today);
  const auto from = known.empty() ? std::nullopt : std::optional(month);
  TENANTRY_TRY(movements, subscriptions::mrrMovements(session, from, today));
  auto all = known;
  for (auto &[currency, months] : all)
    months.erase(months.lower_bound(month), months.end());
  for (const auto &[currency, months] : movements)
    for (const auto &[first, kinds] : months)
      all[currency][first] = kinds;
  return HomeNews([all](HomeFacts &facts) { facts.movements = all; });
}

Result<HomeNews> readRun(store::Session &session, LocalDay today, const Zone &zone) {
  const LocalDay day = today + runAhead;
  TENANTRY_TRY(due, subscriptions::dueUntil(session, zone.midnight(day + std::chrono::days(1))));
  return HomeNews([due, day](HomeFacts &facts) { facts.due = due, facts.runDay = day; });
}

Result<HomeNews> readOverdue(store::Session &session) {
  TENANTRY_TRY(sum, billing::overdueNow(session));
  billing::InvoiceQuery query;
  query.filter = billing::InvoiceFilter::Overdue;
  query.sort = billing::InvoiceSort::Due;
  query.ascending = true;
  query.pageSize = homeRows;
  TENANTRY_TRY(page, billing::InvoiceListing(session).page(query));
  return HomeNews([sum, rows = std::move(page.rows)](HomeFacts &facts) {
    facts.overdue = sum, facts.oldestOverdue = rows;
  });
}

Result<HomeNews> readRows(store::Session &session, const Zone &zone, payments::FigureList list,
                          CountedRows HomeFacts::*where) {
  payments::FigureRows rows(session, zone, list);
  TENANTRY_TRY(count, rows.count());
  TENANTRY_TRY(page, rows.page(homeRows, {}));
  return HomeNews([read = CountedRows{count, std::move(page.rows)}, where](HomeFacts &facts) {
    facts.*where = read;
  });
}

Result<HomeNews> readReceived(store::Session &session, LocalDay today, const Zone &zone) {
  const auto since = zone.midnight(subscriptions::firstOfMonth(today));
  TENANTRY_TRY(received, payments::receivedSince(session, since));
  return HomeNews([received](HomeFacts &facts) { facts.received = received; });
}

Result<HomeNews> readUnmatched(store::Session &session) {
  TENANTRY_TRY(unmatched, payments::unmatchedNow(session));
  return HomeNews([unmatched](HomeFacts &facts) { facts.unmatched = unmatched; });
}

Result<HomeNews> readOnboarding(store::Session &session) {
  TENANTRY_TRY(stuck, organizations::stuckSince(
                          session, session.clock.now() - organizations::stuckAfter, homeRows));
  return HomeNews([stuck](HomeFacts &facts) { facts.stuck = stuck; });
}

Result<HomeNews> readOne(HomeFigure figure, store::Session &session, LocalDay today,
                         const Zone &zone, const MrrMovements &known) {
  switch (figure) {
  case HomeFigure::Organizations:
    return readOrganizations(session);
  case HomeFigure::Mrr:
    return readMrr(session, today, known);
  case HomeFigure::Run:
    return readRun(session, today, zone);
  case HomeFigure::Overdue:
    return readOverdue(session);
  case HomeFigure::Failed:
    return readRows(session, zone, payments::FigureList::Failed, &HomeFacts::failed);
  case HomeFigure::Received:
    return readReceived(session, today, zone);
  case HomeFigure::Attention:
    return readRows(session, zone, payments::FigureList::Attention, &HomeFacts::attention);
  case HomeFigure::Unmatched:
    return readUnmatched(session);
  case HomeFigure::Renewals:
    return readRows(session, zone, payments::FigureList::Renewals, &HomeFacts::renewals);
  case HomeFigure::Onboarding:
    return readOnboarding(session);
  }
  throw ProgrammingError("a figure of the home that nobody reads");
}

} // namespace

Result<HomeNews> readHome(HomeFigure figure, store::Session &session,
                          business::AppliedBusiness &business, const MrrMovements &known) {
  TENANTRY_TRY(applied, business.current(session));
  const Zone zone = applied->zone();
  const auto now = session.clock.now();
  const LocalDay today = zone.dayOf(now);
  TENANTRY_TRY(news, readOne(figure, session, today, zone, known));
  return HomeNews([figure, now, today, news](HomeFacts &facts) {
    news(facts);
    facts.today = today;
    facts.readAt[figure] = now;
  });
}

} // namespace tenantry::models
