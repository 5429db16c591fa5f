// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/apply.h"
#include "services/core/page.h"
#include "services/store/session.h"
#include "services/usage/event_outcome.h"

/// When usage comes in, and what comes late.
namespace tenantry::usage {

/// How many events were recorded in each step from `since` on, half-open; `steps` of them.
[[nodiscard]] Result<std::vector<std::int64_t>>
recordedBySteps(store::Session &session, Instant since, std::chrono::seconds step, int steps);

/// The last row before a page.
struct LateCursor {
  Instant recordedAt{};
  OrganizationId organization;
  QString key;
  bool operator==(const LateCursor &) const = default;
};

struct LateId {
  OrganizationId organization;
  QString key;
  [[nodiscard]] QString toString() const; ///< "organization/key"
  bool operator==(const LateId &) const = default;
};

struct LateRow {
  LateId id;
  QString organizationName;
  QString metric;
  std::int64_t quantity = 0; ///< a correction is negative
  Instant occurredAt{};
  Instant recordedAt{};
  Instant endedAt{}; ///< the end of its part
  DayRange days;     ///< of its part, local to the organization
  Outcome outcome;
};

using LatePage = PageOf<LateRow, LateCursor>;

/// Pages of what came late, the latest first.
class LateListing {
public:
  static constexpr int mostRows = 200; ///< the statement says so too, as 201
  static constexpr std::int64_t countLimit = 10'000;

  LateListing(store::Session &session, business::AppliedBusiness &business)
      : m_session(session), m_business(business) {}

  /// `metric` empty: of all. Error `list.page_size` (1 to 200).
  [[nodiscard]] Result<LatePage> page(const QString &metric, int pageSize,
                                      const std::optional<LateCursor> &after = {});
  /// At most countLimit + 1, which means “more than countLimit”.
  [[nodiscard]] Result<std::int64_t> count(const QString &metric);

private:
  store::Session &m_session;
  business::AppliedBusiness &m_business;
};

} // namespace tenantry::usage
