// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/values.h"
#include "services/store/session.h"

namespace tenantry::billing {

/// What of a changed business cannot work with the records there are: metrics that have been
/// counted another way, and numbers that documents have already (code `business.number_taken`).
[[nodiscard]] Result<std::vector<Error>> businessRefusals(store::Session &session,
                                                          const business::Business &before,
                                                          const business::Business &after);

} // namespace tenantry::billing
