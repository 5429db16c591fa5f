// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/jobs/consumer.h"

namespace tenantry::subscriptions {

/// Who closes an organization ends its subscription with it, at once and without a credit.
[[nodiscard]] jobs::Consumer closingConsumer();

} // namespace tenantry::subscriptions
