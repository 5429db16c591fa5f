// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/scenarios/scenario_world.h"

namespace tenantry::scenarios {

/// Carries out one verb through the services; its keys are those of the vocabulary.
using Verb = Result<> (*)(ScenarioWorld &world, const Json &with);
[[nodiscard]] const std::map<QString, Verb> &verbs();

/// Looks at one subject.
using Observer = Result<Json> (*)(ScenarioWorld &world, const Json &given);
[[nodiscard]] const std::map<QString, Observer> &observers();

} // namespace tenantry::scenarios
