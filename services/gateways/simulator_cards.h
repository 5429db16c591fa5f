// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/result.h"
#include <vector>

namespace tenantry::gateways {

/// A number that the simulator's form takes, and what comes of it. No real card has one.
struct SimulatorCard {
  QString number;    ///< digits only
  QString behaviour; ///< of the simulator
};

[[nodiscard]] const std::vector<SimulatorCard> &simulatorCards();

/// A payment method as the simulator's form makes it.
struct EnteredCard {
  QString label;     ///< ends with the last four digits
  QString reference; ///< what the simulator knows it by
};

/// Blanks and dashes do not matter. Error `payment_method.number_unknown`, which does not repeat
/// the number: it could be a real one.
[[nodiscard]] Result<EnteredCard> readSimulatorCard(const QString &typed);

} // namespace tenantry::gateways
