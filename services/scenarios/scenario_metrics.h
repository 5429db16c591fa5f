// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/scenarios/scenario_world.h"

namespace tenantry::scenarios {

/// The value of a figure of the whole book, of one currency, between two days of the business.
[[nodiscard]] Result<Json> observeMetric(ScenarioWorld &world, const Json &given);

} // namespace tenantry::scenarios
