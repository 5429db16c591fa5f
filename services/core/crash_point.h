// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tenantry {

/// A named place where a test may kill the process (SIGKILL) to show that nothing is lost or
/// doubled: it does so when the environment's TENANTRY_CRASH_AT has this name. Costs one comparison
/// otherwise. The names are listed in docs/operations.md.
void crashPoint(const char *name);

} // namespace tenantry
