// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/apply.h"
#include "services/core/page.h"
#include "services/store/session.h"
#include "services/usage/event_outcome.h"

/// The events that one organization's total of a metric is made of, one by one (USE-1).
namespace tenantry::usage {

/// An event as it was counted. Quantities are in the metric's smallest unit.
struct CountedEvent {
  QString key;
  QString metric;
  std::int64_t quantity = 0; ///< of a correction below zero
  Instant occurredAt{};
  Instant recordedAt{};
  Instant part{}; ///< the beginning of that it counts in; noPart: outside of any
  std::optional<store::Json> dimensions;
  QString corrects;           ///< the key of the event that it corrects; empty: it is none
  bool isLate = false;        ///< it came when its part was over
  std::int64_t corrected = 0; ///< what corrections took from it: zero or below

  /// What may still be taken from it; nothing from a correction.
  [[nodiscard]] std::int64_t left(business::Aggregation aggregation) const;
};

struct EventCursor {
  Instant occurredAt = Instant::max();
  QString key;
  bool operator==(const EventCursor &) const = default;
};

constexpr int mostEvents = 200; ///< of a page; the statement says so too, as 201

/// Events with a value of a dimension. A correction has that of the event it corrects.
struct DimensionValue {
  QString dimension;
  std::optional<QString> value; ///< none: those without one
  bool operator==(const DimensionValue &) const = default;
};

/// Events of these parts, the latest first; those after the cursor, `count` at the most. Error
/// `list.page_size` (1 to 201).
[[nodiscard]] Result<std::vector<CountedEvent>>
eventsOfParts(store::Session &session, const OrganizationId &organization, const QString &metric,
              const std::vector<Instant> &parts, const EventCursor &after, int count,
              const std::optional<DimensionValue> &of = {});

/// A billing period; `from` noPart: what was counted outside of any subscription, without days.
struct EventPeriod {
  Instant from{};
  Instant to{};
  DayRange days{}; ///< local to the organization
  [[nodiscard]] bool isOutside() const;
  bool operator==(const EventPeriod &) const = default;
};

struct EventId {
  QString key;
  [[nodiscard]] QString toString() const { return key; }
  bool operator==(const EventId &) const = default;
};

struct EventRow : CountedEvent {
  EventId id;
  Outcome outcome;
};

struct EventTotals {
  std::int64_t events = 0;
  std::int64_t used = 0; ///< what they come to, as the quota and the invoice count it
};

using EventPage = PageOf<EventRow, EventCursor>;

/// What is asked for: the period that begins there.
struct EventQuery {
  OrganizationId organization;
  QString metric;
  Instant period{};
  std::optional<DimensionValue> of{}; ///< those alone; none: all
  bool operator==(const EventQuery &) const = default;
};

class EventListing {
public:
  static constexpr int mostPeriods = 120;

  EventListing(store::Session &session, business::AppliedBusiness &business)
      : m_session(session), m_business(business) {}

  /// Those that have begun, the latest first, and last what is outside of them. Error
  /// `organization.not_found`.
  [[nodiscard]] Result<std::vector<EventPeriod>> periods(const OrganizationId &organization);
  /// Errors `list.page_size` (1 to 200), `usage.metric_unknown`.
  [[nodiscard]] Result<EventPage> page(const EventQuery &query, int pageSize,
                                       const EventCursor &after = {});
  /// Of all, also where the query asks for some.
  [[nodiscard]] Result<EventTotals> totals(const EventQuery &query);
  /// How many there are of those that are asked for; it counts to `most`.
  [[nodiscard]] Result<std::int64_t> count(const EventQuery &query, std::int64_t most);

private:
  struct PartFacts;
  [[nodiscard]] Result<std::vector<PartFacts>> partsOf(const EventQuery &query);
  [[nodiscard]] Result<> findBillings(const EventQuery &query, std::vector<PartFacts> &parts);
  store::Session &m_session;
  business::AppliedBusiness &m_business;
};

/// The one of that day; without a day the one that runs, and where none does what is outside of
/// any. Null: there is none of that day.
[[nodiscard]] const EventPeriod *periodAt(const std::vector<EventPeriod> &periods,
                                          const std::optional<LocalDay> &day, Instant now);

} // namespace tenantry::usage
