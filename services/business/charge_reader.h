// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/table_reader.h"

namespace tenantry::business {

/// One `[[charge]]` of a plan; `business` has the metrics already.
[[nodiscard]] Charge readCharge(const TableReader &reader, const Business &business);

/// Whether the id is a metric of the business, else it is reported at the key as a bad reference.
bool checkMetric(const TableReader &reader, std::string_view key, const QString &metric,
                 const Business &business);

} // namespace tenantry::business
