// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/json.h"
#include "services/payments/bank_chain.h"

namespace tenantry::ctl {

[[nodiscard]] Json gapJson(const payments::StatementGap &gap);

} // namespace tenantry::ctl
