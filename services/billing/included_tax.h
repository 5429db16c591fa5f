// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/draft_line.h"
#include "services/core/json.h"

/// Whether a price included its tax is a fact of the line that was sold, whatever the rates are by
/// now: the line says it (`inclusive`), an older one by what it came to.
namespace tenantry::billing {

/// What a charge was sold for, minor units before discounts: with its tax where prices include it.
[[nodiscard]] std::int64_t soldAmount(const DraftLine &line, const nlohmann::json &detail);

[[nodiscard]] bool includesTax(const DraftLine &line, const nlohmann::json &detail);

/// Has the detail of a charge say it, where it is taxed.
void sayIncludedTax(const DraftLine &line, nlohmann::json &detail);

} // namespace tenantry::billing
