// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/views/list_count.h"

namespace tenantry::ui {

class Pane;

/// Keeps the pane's count in the sidebar: how many rows of its list match those settings, also
/// before it is opened. The count is the pane's.
models::ListCount *countInSidebar(Pane *pane, models::Connection &connection,
                                  const models::SavedViews::Counting &counting,
                                  const views::Settings &settings);

} // namespace tenantry::ui
