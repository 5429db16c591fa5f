// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/importing/import_draft.h"

namespace tenantry::models {

/// Reads every row of the files with the rules of the import and writes nothing. Customers are
/// those of the customers' file; without one they are not checked.
[[nodiscard]] DryRun runDry(const std::vector<ImportSheet> &sheets,
                            const business::Applied &applied);

} // namespace tenantry::models
