// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/bulk/bulk_act.h"

namespace tenantry::models {

/// The rows that failed, each with its reason, as a spreadsheet reads them.
[[nodiscard]] QString csvText(const std::vector<FailedRow> &failed);
/// Waits for the disk. Error `csv.not_writable`.
[[nodiscard]] Result<> writeFailedRows(const QString &path, const std::vector<FailedRow> &failed);

} // namespace tenantry::models
