// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/values.h"
#include "services/store/session.h"

namespace tenantry::usage {

/// Metrics that are to be counted another way although they have been counted: their totals would
/// mean something else. Code `business.metric_counted`.
[[nodiscard]] Result<std::vector<Error>> metricRefusals(store::Session &session,
                                                        const business::Business &before,
                                                        const business::Business &after);

} // namespace tenantry::usage
