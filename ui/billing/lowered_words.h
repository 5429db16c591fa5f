// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/billing/billing_preview.h"
#include "ui/shell/place.h"

namespace tenantry::ui {

/// "A run lowers 1 draft by $6.00: Acme $109.00 → $103.00."; empty where none is lowered.
[[nodiscard]] QString loweredDrafts(const std::vector<billing::RunLowering> &lowered,
                                    const QLocale &locale);
/// Where those and the others that wait are.
[[nodiscard]] Place draftsPlace();

} // namespace tenantry::ui
