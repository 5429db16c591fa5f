// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/lists/list_pane.h"

namespace tenantry::models {
class PreviewList;
}

namespace tenantry::ui {

/// How the list of a billing run is made: its columns, and what narrows it.
[[nodiscard]] ListSpec runListOf(const models::PreviewList &list);

} // namespace tenantry::ui
