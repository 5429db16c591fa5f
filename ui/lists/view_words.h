// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/views/values.h"

namespace tenantry::ui {

/// What differs between two ways of looking at a list, a line each.
[[nodiscard]] QString differenceText(const views::Settings &mine, const views::Settings &theirs);

} // namespace tenantry::ui
