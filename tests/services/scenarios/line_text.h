// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/planned_invoice.h"

namespace tenantry::tests {

/// Lines of documents as texts that say all that is stored of them: what was shown is what is
/// written where the texts are the same (F19).
[[nodiscard]] QStringList lineTexts(const std::vector<billing::PlannedLine> &lines);
[[nodiscard]] QStringList lineTexts(const std::vector<billing::StoredLine> &lines);

} // namespace tenantry::tests
