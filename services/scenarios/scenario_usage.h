// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/scenarios/scenario_world.h"

/// The verbs of usage; quantities are told in whole units of the metric, "0.5" of one included.
namespace tenantry::scenarios {

[[nodiscard]] Result<> recordUsage(ScenarioWorld &world, const Json &with);
[[nodiscard]] Result<> correctUsage(ScenarioWorld &world, const Json &with);

/// A reservation's name is its key, so told twice it is one; it lasts as long as it does elsewhere
/// where nobody says how long. Error `quota.exceeded` where it is not granted.
[[nodiscard]] Result<> reserveUsage(ScenarioWorld &world, const Json &with);
/// Committed twice it counts once. Error `quota.not_held` of a name that was never granted, was
/// released or has run out.
[[nodiscard]] Result<> commitUsage(ScenarioWorld &world, const Json &with);
/// What is not held any more is free already: only a name that was never granted is
/// `quota.not_held`.
[[nodiscard]] Result<> releaseUsage(ScenarioWorld &world, const Json &with);

} // namespace tenantry::scenarios
