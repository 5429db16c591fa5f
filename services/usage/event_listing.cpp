// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/usage/event_listing.h"

#include "services/usage/event_rows.h"
#include "services/usage/usage_repository.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::usage {

/// What is known of a part that tells what became of its events.
struct EventListing::PartFacts {
  struct Billing {
    QString number;
    Instant at{};
  };
  Instant from{};
  OutcomeFacts outcome;              ///< but when an event came
  std::optional<Instant> closedAt{}; ///< when the closing invoice was made
  std::vector<Billing> billings{};   ///< of the closing invoice and later ones, oldest first
  std::int64_t events = 0;

  [[nodiscard]] Outcome of(const CountedEvent &event) const {
    auto facts = outcome;
    facts.wasClosed = closedAt && *closedAt < event.recordedAt;
    const auto later = std::find_if(billings.begin(), billings.end(), [&](const Billing &billing) {
      return billing.number != facts.closing && billing.at >= event.recordedAt;
    });
    if (later != billings.end())
      facts.billed = later->number;
    return outcomeOf(facts);
  }
};

std::int64_t CountedEvent::left(business::Aggregation aggregation) const {
  if (!corrects.isEmpty())
    return 0;
  if (aggregation == business::Aggregation::Unique) // a corrected one counts no more
    return corrected < 0 ? 0 : 1;
  return std::max<std::int64_t>(0, quantity + corrected);
}

bool EventPeriod::isOutside() const { return from == noPart; }

Result<std::vector<CountedEvent>>
eventsOfParts(store::Session &session, const OrganizationId &organization, const QString &metric,
              const std::vector<Instant> &parts, const EventCursor &after, int count,
              const std::optional<DimensionValue> &of) {
  if (count < 1 || count > mostEvents + 1)
    return fail(u"list.page_size"_s, u"A page has 1 to %1 rows."_s.arg(mostEvents));
  TENANTRY_TRY(
      rows, session.database.query("usage_events_listed",
                                   {{"organization", organization},
                                    {"metric", metric},
                                    {"parts", parts},
                                    {"value", after.occurredAt},
                                    {"key", after.key},
                                    {"count", count},
                                    {"dimension", of ? std::optional(of->dimension) : std::nullopt},
                                    {"wanted", of ? of->value : std::nullopt}}));
  std::vector<CountedEvent> events;
  for (const auto row : rows)
    events.push_back(readEvent(row));
  return events;
}

Result<std::vector<EventPeriod>> EventListing::periods(const OrganizationId &organization) {
  TENANTRY_CHECK(UsageRepository(m_session).requireOrganizations({organization}));
  TENANTRY_TRY(rows, m_session.database.query("usage_periods", {{"organization", organization},
                                                                {"now", m_session.clock.now()},
                                                                {"most", mostPeriods}}));
  std::vector<EventPeriod> periods;
  for (const auto row : rows)
    periods.push_back(
        {row.get<Instant>(0), row.get<Instant>(3), {row.get<LocalDay>(1), row.get<LocalDay>(2)}});
  periods.push_back({noPart, noPart, {}});
  return periods;
}

Result<std::vector<EventListing::PartFacts>> EventListing::partsOf(const EventQuery &query) {
  TENANTRY_TRY(applied, m_business.current(m_session));
  std::vector<PartFacts> parts;
  if (query.period == noPart) {
    TENANTRY_TRY(rows, m_session.database.query(
                           "usage_outside_of_parts",
                           {{"organization", query.organization}, {"metric", query.metric}}));
    parts.push_back({noPart, {.isCharged = false}});
    parts.back().events = rows.isEmpty() ? 0 : rows[0].get<std::int64_t>(1);
    return parts;
  }
  TENANTRY_TRY(
      rows, m_session.database.query("usage_parts_of_period", {{"organization", query.organization},
                                                               {"metric", query.metric},
                                                               {"period", query.period}}));
  for (const auto row : rows) {
    PartFacts part{row.get<Instant>(0), {.closing = row.get<QString>(4)}};
    part.outcome.isCharged =
        row.get<bool>(2) && isCharged(*applied, row.get<PlanVersionId>(3), query.metric);
    part.outcome.isUnbilled =
        row.get<std::optional<std::int64_t>>(6).value_or(0) != row.get<std::int64_t>(8);
    if (!part.outcome.closing.isEmpty())
      part.closedAt = row.get<std::optional<Instant>>(5);
    part.events = row.get<std::int64_t>(7);
    parts.push_back(std::move(part));
  }
  return parts;
}

Result<> EventListing::findBillings(const EventQuery &query, std::vector<PartFacts> &parts) {
  std::vector<Instant> starts;
  for (const auto &part : parts)
    starts.push_back(part.from);
  TENANTRY_TRY(
      rows, m_session.database.query("usage_lines_of_parts", {{"organization", query.organization},
                                                              {"metric", query.metric},
                                                              {"parts", starts}}));
  for (const auto row : rows)
    for (auto &part : parts)
      if (part.from == row.get<Instant>(0))
        part.billings.push_back({row.get<QString>(1), row.get<Instant>(2)});
  return {};
}

Result<EventPage> EventListing::page(const EventQuery &query, int pageSize,
                                     const EventCursor &after) {
  if (pageSize < 1 || pageSize > mostEvents)
    return fail(u"list.page_size"_s, u"A page has 1 to %1 rows."_s.arg(mostEvents));
  TENANTRY_CHECK(findMetric(m_session, m_business, query.metric));
  TENANTRY_TRY(parts, partsOf(query));
  TENANTRY_CHECK(findBillings(query, parts));
  std::vector<Instant> starts;
  for (const auto &part : parts)
    starts.push_back(part.from);
  // One more tells whether there is a next page.
  TENANTRY_TRY(events, eventsOfParts(m_session, query.organization, query.metric, starts, after,
                                     pageSize + 1, query.of));
  EventPage page;
  const bool goesOn = int(events.size()) > pageSize;
  if (goesOn)
    events.pop_back();
  for (auto &event : events) {
    const auto part = std::find_if(parts.begin(), parts.end(),
                                   [&](const auto &one) { return one.from == event.part; });
    const auto outcome = part == parts.end() ? Outcome{} : part->of(event);
    const EventId id{event.key};
    page.rows.push_back({std::move(event), id, outcome});
  }
  if (goesOn)
    page.next = {page.rows.back().occurredAt, page.rows.back().key};
  return page;
}

Result<EventTotals> EventListing::totals(const EventQuery &query) {
  TENANTRY_TRY(metric, findMetric(m_session, m_business, query.metric));
  TENANTRY_TRY(parts, partsOf(query));
  EventTotals totals;
  for (const auto &part : parts)
    totals.events += part.events;
  TENANTRY_TRY(standing, UsageRepository(m_session).standing(query.organization, query.period,
                                                             {{metric.id, metric}}));
  totals.used = standing.front().used;
  return totals;
}

Result<std::int64_t> EventListing::count(const EventQuery &query, std::int64_t most) {
  TENANTRY_TRY(parts, partsOf(query));
  std::vector<Instant> starts;
  std::int64_t all = 0;
  for (const auto &part : parts) {
    starts.push_back(part.from);
    all += part.events;
  }
  if (!query.of)
    return std::min(all, most);
  TENANTRY_TRY(
      rows, m_session.database.query("usage_events_of_value", {{"organization", query.organization},
                                                               {"metric", query.metric},
                                                               {"parts", starts},
                                                               {"dimension", query.of->dimension},
                                                               {"wanted", query.of->value},
                                                               {"most", most}}));
  return rows[0].get<std::int64_t>(0);
}

const EventPeriod *periodAt(const std::vector<EventPeriod> &periods,
                            const std::optional<LocalDay> &day, Instant now) {
  const auto found = std::find_if(periods.begin(), periods.end(), [&](const EventPeriod &period) {
    if (day)
      return period.days.contains(*day);
    return period.isOutside() || (period.from <= now && now < period.to);
  });
  return found == periods.end() ? nullptr : &*found;
}

} // namespace tenantry::usage
