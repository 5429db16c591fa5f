// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/scenarios/scenario.h"
#include "services/store/database.h"

namespace tenantry::scenarios {

/// One thing that was not as it should be.
struct ScenarioFailure {
  Place place;
  Instant at{};
  QString what; ///< "step subscription.start", "invoice", "invariant"
  Json expected;
  Json actual;
  [[nodiscard]] QString toString() const;
};

struct ScenarioOutcome {
  QString name;
  QString file;
  std::vector<ScenarioFailure> failures;
  Json state;
  [[nodiscard]] bool passed() const { return failures.empty(); }
};

/// Runs a scenario in that database, which must be fresh and migrated and the session a worker's. A
/// failed step ends it; a failed expectation does not. Errors are those of the house (a dead job, a
/// lost connection).
[[nodiscard]] Result<ScenarioOutcome> runScenario(const Scenario &scenario,
                                                  store::Database &database);

} // namespace tenantry::scenarios
