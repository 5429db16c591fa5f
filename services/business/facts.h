// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/values.h"

namespace tenantry::business {

/// Where a fact stands: the section's number in the order of the files, then the path.
using FactKey = std::pair<int, QString>;
using Facts = std::map<FactKey, QString>;

/// Every fact of a business as readable, exact text.
[[nodiscard]] Facts factsOf(const Business &business);

} // namespace tenantry::business
