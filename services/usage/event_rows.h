// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/usage/event_listing.h"

namespace tenantry::usage {

/// A row as usage_events_listed and usage_event_found give it; internal to this domain.
[[nodiscard]] CountedEvent readEvent(const store::Row &row);

/// A metric of the business. Error `usage.metric_unknown`.
[[nodiscard]] Result<business::Metric>
findMetric(store::Session &session, business::AppliedBusiness &business, const QString &metric);

} // namespace tenantry::usage
