// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/home/home_facts.h"
#include "services/business/applied.h"
#include <functional>

namespace tenantry::models {

inline constexpr int homeRows = 5; ///< of each list; the rest is one step on
inline constexpr std::chrono::days runAhead{31};

/// What a reading changes in the facts.
using HomeNews = std::function<void(HomeFacts &)>;

/// Reads one figure. Months of MRR that are `known` are not read again.
[[nodiscard]] Result<HomeNews> readHome(HomeFigure figure, store::Session &session,
                                        business::AppliedBusiness &business,
                                        const subscriptions::MrrMovements &known);

} // namespace tenantry::models
