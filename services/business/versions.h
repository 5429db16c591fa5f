// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/difference.h"
#include "services/store/session.h"

/// What the business was, apply by apply.
namespace tenantry::business {

struct Version {
  std::int64_t number = 0;
  QString author;
  Instant appliedAt{};
  bool operator==(const Version &) const = default;
};

/// The newest first, at most so many.
[[nodiscard]] Result<std::vector<Version>> versions(store::Session &session, int limit = 200);
/// What that version changed to the one before it; the first one brought all that it has. Error
/// `business.version_unknown`.
[[nodiscard]] Result<std::vector<Change>> changesOf(store::Session &session, std::int64_t version);

} // namespace tenantry::business
