// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/store/session.h"
#include <nlohmann/json.hpp>
#include <vector>

namespace tenantry::organizations {

/// Something that happened to an organization; types and payloads are those of docs/events.md.
struct TimelineEntry {
  QString type;
  Instant at{};
  QString actor;
  nlohmann::json payload;
};

/// The latest of them, newest first, without what another entry says as well (an invoice that was
/// written and made final at once; the attempt that paid it).
[[nodiscard]] Result<std::vector<TimelineEntry>>
latestOf(store::Session &session, const OrganizationId &organization, int count);

} // namespace tenantry::organizations
