// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/values.h"
#include "services/store/session.h"

namespace tenantry::usage {

/// A total that is not what its events come to.
struct Difference {
  OrganizationId organization;
  QString metric;
  Instant part{}; ///< noPart: outside of any subscription
  std::int64_t stored = 0;
  std::int64_t counted = 0;
};

/// A correction that was not made.
struct Supposed {
  QString corrects;       ///< the key of an event of that organization and part
  std::int64_t taken = 0; ///< below zero
};

/// Counts every total of these metrics again from its events and names those that differ: of all
/// organizations, or of one and of one part, there perhaps as if something were corrected. Reads
/// only.
[[nodiscard]] Result<std::vector<Difference>>
recount(store::Session &session, const std::map<QString, business::Metric> &metrics,
        const std::optional<OrganizationId> &organization = {},
        const std::optional<Instant> &part = {}, const std::optional<Supposed> &supposed = {});

} // namespace tenantry::usage
