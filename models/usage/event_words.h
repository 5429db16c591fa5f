// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/usage/event_listing.h"
#include <QMap>

namespace tenantry::models {

/// What pages of events bring along.
struct EventWords {
  std::map<QString, business::Metric> metrics;
  QString organizationName;
  Zone zone; ///< the organization's
  std::vector<usage::EventPeriod> periods;
  usage::EventPeriod period; ///< that is looked at
  QString metric;            ///< likewise
  usage::EventTotals totals; ///< of all events of the period
  bool mayCorrect = false;   ///< this login

  [[nodiscard]] int decimals() const; ///< of that metric
};

/// Whose events of which period are asked for, as links and settings of lists have it.
struct AskedEvents {
  OrganizationId organization;
  QString metric;                ///< empty: the first of the business
  std::optional<LocalDay> day{}; ///< one of the period; none: the one that runs
  bool isOutside = false;        ///< of any period

  /// Metric and period as settings, as they are asked for, whether or not they have come; where
  /// none was given, what is looked at has a name once it came.
  [[nodiscard]] QMap<QString, QString> settings(const EventWords *words) const;
  /// The metric and the period of settings; what they lack stays of the metric.
  void take(const QMap<QString, QString> &settings);
  bool operator==(const AskedEvents &) const = default;
};

/// How settings call a period: its first day, "outside".
[[nodiscard]] QString periodKey(const usage::EventPeriod &period);
/// All but the totals. Errors `organization.not_found`, `usage.period_unknown`.
[[nodiscard]] Result<EventWords> readEventWords(store::Session &session,
                                                business::AppliedBusiness &business,
                                                const AskedEvents &asked);

/// A value of a dimension as settings call it: "region=eu", "region" where there is none.
[[nodiscard]] QString dimensionKey(const usage::DimensionValue &value);
[[nodiscard]] std::optional<usage::DimensionValue> dimensionOf(const QString &key);

} // namespace tenantry::models
