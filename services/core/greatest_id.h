// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/id.h"

namespace tenantry {

/// After every id there is: where lists that descend by ids begin, and where ranges of them end.
inline constexpr QUuid greatestId(0xffffffff, 0xffff, 0xffff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
                                  0xff, 0xff);

} // namespace tenantry
