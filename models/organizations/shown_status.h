// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/organizations/values.h"
#include "services/subscriptions/values.h"

namespace tenantry::models {

/// What stands in the status of an organization instead of its own: that its subscription is past
/// due, on trial or paused, while it is open itself; none: its own.
[[nodiscard]] std::optional<subscriptions::Status> statusInstead(organizations::Status status,
                                                                 const QString &subscription);
/// The stable code of what is shown, as files have it.
[[nodiscard]] QString shownStatusCode(organizations::Status status, const QString &subscription);

} // namespace tenantry::models
