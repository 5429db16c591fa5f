// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/values.h"
#include "services/store/session.h"
#include "services/usage/values.h"

namespace tenantry::usage {

/// The latest `most` periods that have begun, oldest first, the running one included, and what the
/// metrics came to in them (USE-5): the same totals that quotas and invoices are made of.
[[nodiscard]] Result<std::vector<PeriodUsage>>
history(store::Session &session, const OrganizationId &organization,
        const std::map<QString, business::Metric> &metrics, int most);

} // namespace tenantry::usage
