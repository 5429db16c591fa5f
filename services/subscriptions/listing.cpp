// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/subscriptions/listing.h"

#include "services/core/greatest_id.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::subscriptions {

namespace {

std::vector<QString> statusesOf(const ListFilter &filter) {
  if (filter.status)
    return {toString(*filter.status)};
  std::vector<QString> live;
  for (const auto status :
       {Status::Trialing, Status::Active, Status::PastDue, Status::Suspended, Status::Paused})
    live.push_back(toString(status));
  return live;
}

/// Before the first row that is wanted.
ListCursor startOf(const ListQuery &query) {
  if (query.ascending)
    return {query.filter.endsAfter.value_or(Instant::min()), OrganizationId(greatestId),
            SubscriptionId(greatestId)};
  return {Instant::max(), OrganizationId(greatestId), SubscriptionId(greatestId)};
}

Result<ListRow> readListed(const store::Row &row) {
  TENANTRY_TRY(status, parseStatus(row.get<QString>(4)));
  TENANTRY_TRY(interval, parseInterval(row.get<QString>(5)));
  TENANTRY_TRY(currency, Currency::parse(row.get<QString>(6)));
  ListRow read;
  read.organization = row.get<OrganizationId>(0);
  read.id = row.get<SubscriptionId>(1);
  read.planId = row.get<QString>(2);
  read.status = status;
  read.interval = interval;
  read.currency = currency;
  read.seats = row.get<int>(7);
  read.periodTo = row.get<LocalDay>(8);
  read.periodToAt = row.get<Instant>(9);
  read.scheduled.action = parseAction(row.get<QString>(11));
  read.scheduled.detail = row.get<std::optional<store::Json>>(12).value_or(store::Json());
  read.renews = row.get<bool>(10) && read.scheduled.action != ScheduledAction::Cancel;
  read.mrrTwelfths = row.get<std::int64_t>(13);
  read.organizationName = row.get<QString>(14);
  read.planVersion = row.get<std::int64_t>(15);
  return read;
}

} // namespace

Result<ListPage> SubscriptionListing::page(const ListQuery &query) {
  if (query.pageSize < 1 || query.pageSize > mostRows)
    return fail(u"list.page_size"_s, u"A page has 1 to %1 rows."_s.arg(mostRows));
  const auto cursor = query.after.value_or(startOf(query));
  const std::string statement =
      std::string(query.filter.scheduledOnly ? "subscriptions_scheduled" : "subscriptions_listed") +
      (query.ascending ? "_ascending" : "_descending");
  // One more tells whether there is a next page.
  TENANTRY_TRY(rows,
               m_session.database.query(statement.c_str(),
                                        {{"statuses", statusesOf(query.filter)},
                                         {"plan", query.filter.planId},
                                         {"until", query.filter.endsBy.value_or(Instant::max())},
                                         {"value", cursor.periodTo},
                                         {"organization", cursor.organization},
                                         {"id", cursor.subscription},
                                         {"count", query.pageSize + 1}}));
  ListPage page;
  for (int i = 0; i < std::min(query.pageSize, rows.size()); ++i) {
    TENANTRY_TRY(one, readListed(rows[i]));
    if (query.filter.endsAfter && one.periodToAt <= *query.filter.endsAfter)
      return page; // downwards all that follow end earlier
    page.rows.push_back(std::move(one));
  }
  if (rows.size() > query.pageSize) {
    const auto &last = page.rows.back();
    page.next = {last.periodToAt, last.organization, last.id};
  }
  return page;
}

Result<std::int64_t> SubscriptionListing::count(const ListFilter &filter) {
  TENANTRY_TRY(rows,
               m_session.database.query(filter.scheduledOnly ? "subscriptions_scheduled_counted"
                                                             : "subscriptions_counted",
                                        {{"statuses", statusesOf(filter)},
                                         {"plan", filter.planId},
                                         {"ends_after", filter.endsAfter.value_or(Instant::min())},
                                         {"until", filter.endsBy.value_or(Instant::max())},
                                         {"most", countLimit + 1}}));
  return rows[0].get<std::int64_t>(0);
}

Result<std::vector<LiveStanding>>
SubscriptionListing::standingOf(const std::vector<OrganizationId> &organizations) {
  TENANTRY_TRY(
      rows, m_session.database.query("subscriptions_standing", {{"organizations", organizations}}));
  std::vector<LiveStanding> standings;
  for (const auto row : rows) {
    LiveStanding one;
    one.organization = row.get<OrganizationId>(0);
    one.name = row.get<QString>(1);
    if (const auto live = row.get<std::optional<SubscriptionId>>(2)) {
      one.subscription = *live;
      one.scheduled = parseAction(row.get<QString>(3));
      one.renews = row.get<bool>(4);
      TENANTRY_TRY(status, parseStatus(row.get<QString>(5)));
      one.status = status;
      one.planId = row.get<QString>(6);
      one.planVersion = row.get<PlanVersionId>(7);
      one.mrrTwelfths = row.get<std::int64_t>(8);
      TENANTRY_TRY(currency, Currency::parse(row.get<QString>(9)));
      one.currency = currency;
      TENANTRY_TRY(items,
                   itemsFromJson(row.get<std::optional<store::Json>>(10).value_or(store::Json())));
      one.items = std::move(items);
    }
    standings.push_back(std::move(one));
  }
  return standings;
}

} // namespace tenantry::subscriptions
