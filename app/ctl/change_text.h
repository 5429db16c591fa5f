// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/subscription_changes.h"

namespace tenantry::ctl {

/// What a change of a subscription comes to, for a person.
[[nodiscard]] QString changeText(const billing::ChangePicture &picture, bool isPreview);

} // namespace tenantry::ctl
