// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/organizations/values.h"
#include "services/store/session.h"

namespace tenantry::organizations {

struct StuckOnboarding {
  OrganizationId organization;
  QString name;
  QString email;
  Instant since{}; ///< when it was created
};

struct StuckOnboardings {
  std::int64_t count = 0;            ///< at most 10,001, which means “more than 10,000”
  std::vector<StuckOnboarding> rows; ///< the longest first
};

/// Still in onboarding, and created before that time.
[[nodiscard]] Result<StuckOnboardings> stuckSince(store::Session &session, Instant before,
                                                  int rows);

} // namespace tenantry::organizations
