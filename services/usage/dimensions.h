// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/apply.h"
#include "services/store/session.h"
#include "services/usage/values.h"
#include <QStringList>

/// Usage by the values of a dimension that its events have (USE-5): calls by region, storage by
/// project.
namespace tenantry::usage {

constexpr std::int64_t mostOfDimension = 200'000; ///< events that are looked at: the latest ones

/// Of one organization, metric and billing period, which is named by where it begins.
struct DimensionQuery {
  OrganizationId organization;
  QString metric;
  Instant period{}; ///< noPart: what was counted outside of any subscription
  QString dimension;
  int values = 20; ///< that have a row of their own; 1 to DimensionListing::mostValues
  std::int64_t events = mostOfDimension; ///< at the most; the latest ones
};

/// What the events of one value come to, as the metric is aggregated; with their corrections.
struct DimensionRow {
  enum class Kind {
    Value,
    Others, ///< the values beyond those that were asked for, together
    None    ///< events without the dimension
  };
  Kind kind = Kind::Value;
  QString value{};           ///< of Value
  std::int64_t values = 1;   ///< how many they are: of Others
  std::int64_t quantity = 0; ///< in the metric's smallest unit
  std::int64_t events = 0;   ///< corrections too
  /// Of what all come to, in thousandths; −1: there is none. Sums add up to all; the highest of a
  /// value, or its distinct values, may be those of another one as well. A last value is no part of
  /// another one.
  std::int64_t share = -1;
};

struct DimensionUsage {
  std::vector<DimensionRow> rows; ///< values, the greatest first, then Others and None
  std::int64_t quantity = 0;      ///< what all that were looked at come to
  std::int64_t events = 0;        ///< how many they are
  bool isLatestOnly = false;      ///< the period has more: these are the latest ones
};

class DimensionListing {
public:
  static constexpr std::int64_t namedIn = 10'000; ///< events that names are looked for in
  static constexpr int mostValues = 1000, mostNames = 100;

  DimensionListing(store::Session &session, business::AppliedBusiness &business)
      : m_session(session), m_business(business) {}

  /// What can be asked for: the dimension that the metric counts by, then those that the latest
  /// events have, the most frequent first. Error `usage.metric_unknown`.
  [[nodiscard]] Result<QStringList> names(const DimensionQuery &query);
  /// Errors `usage.metric_unknown`, `list.page_size` (the number of values).
  [[nodiscard]] Result<DimensionUsage> usage(const DimensionQuery &query);

private:
  struct Window;
  [[nodiscard]] Result<Window> window(const DimensionQuery &query, std::int64_t most);

  store::Session &m_session;
  business::AppliedBusiness &m_business;
};

} // namespace tenantry::usage
