// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/values.h"
#include "services/usage/part_book.h"
#include "services/usage/values.h"

/// What a batch comes to, before anything is written: pure functions.
namespace tenantry::usage {

/// Bounds that hold for every single event.
struct Acceptance {
  Instant oldest{};
  Instant latest{};
};
[[nodiscard]] Acceptance acceptanceAt(Instant now, const business::Business &business,
                                      Age age = Age::Limited);

/// The largest quantity of one event, in smallest units.
inline constexpr std::int64_t largestQuantity = 1'000'000'000'000'000;

/// Its metric, if everything about the event is right. Errors `usage.metric_unknown`,
/// `usage.key_missing`, `usage.too_old`, `usage.in_future`, `usage.quantity_invalid`,
/// `usage.dimension_missing`; each names the event.
[[nodiscard]] Result<const business::Metric *> checkEvent(const UsageEvent &event,
                                                          const business::Business &business,
                                                          const Acceptance &acceptance);
/// An error about one event: its key and its place are added to the sentence.
[[nodiscard]] Failure refuseEvent(const UsageEvent &event, QString code, const QString &sentence);

/// An event on its way into the database. The event and the metric are the caller's.
struct PlannedEvent {
  const UsageEvent *event = nullptr;
  const business::Metric *metric = nullptr;
  Instant part = noPart;
  bool repeated = false; ///< its key was counted before
};

/// Sorted by organization and key (the order of locks); of those with the same key the first stays.
[[nodiscard]] std::vector<PlannedEvent> withoutRepeats(std::vector<PlannedEvent> events);
/// The event with that key in a sorted batch; nullptr if there is none.
[[nodiscard]] const PlannedEvent *findEvent(const std::vector<PlannedEvent> &sorted,
                                            const OrganizationId &organization, const QString &key);
/// Sorted, each once.
[[nodiscard]] std::vector<OrganizationId> organizationsOf(const std::vector<PlannedEvent> &sorted);

/// Those with an event after the end of their last part.
[[nodiscard]] std::vector<OrganizationId> beyondTheirParts(const std::vector<PlannedEvent> &sorted,
                                                           const PartBook &parts);
/// Every event but corrections gets the part of its own time; where the sender's clock is ahead of
/// ours and that part is not open yet, the one that is open now.
void assignParts(std::vector<PlannedEvent> &events, const PartBook &parts, Instant now);

} // namespace tenantry::usage
