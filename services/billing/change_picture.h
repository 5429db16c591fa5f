// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/subscription_changes.h"

namespace tenantry::billing {

/// Error `subscription.picture_changed`, which names what differs from what was seen.
[[nodiscard]] Result<> checkSeen(const SeenPicture &seen, const ChangePicture &now);

} // namespace tenantry::billing
