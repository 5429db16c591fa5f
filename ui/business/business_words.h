// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/business/business_versions.h"
#include "ui/theme/tone.h"

namespace tenantry::ui {

/// Heads of columns that more than one table of the business has.
enum class BusinessWord { Fact, Change, Before, After, Plan, Currency };
[[nodiscard]] QString businessWord(BusinessWord word);

[[nodiscard]] QString changeWord(business::Change::Kind kind);
[[nodiscard]] Tone changeTone(business::Change::Kind kind);

} // namespace tenantry::ui
