// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/rational.h"

namespace tenantry::business {

/// A decimal of at most 18 places where one is exact ("0.25"), else a fraction ("1/3"): never a
/// rounded number.
[[nodiscard]] QString exactText(const Rational &value);

} // namespace tenantry::business
