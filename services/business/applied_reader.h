// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/applied.h"

namespace tenantry::business {

/// Which version of the business holds.
struct VersionMark {
  std::int64_t version = 0; ///< 0: nothing was applied yet
  QString digest;
  bool operator==(const VersionMark &) const = default;
};

[[nodiscard]] Result<VersionMark> latestVersion(store::Session &session);
/// Reads that version with all plan versions there are.
[[nodiscard]] Result<Applied> readApplied(store::Session &session, std::int64_t version);
/// The newest version of each plan, sold now or not.
[[nodiscard]] std::map<QString, const PlanVersion *> newestVersions(const Applied &applied);

} // namespace tenantry::business
