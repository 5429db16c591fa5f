// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/paging/paged_list_model.h"
#include "services/views/values.h"
#include "ui/lists/list_filters.h"

namespace tenantry::ui {

/// What differs between two ways of looking at a list, a line each; columns by their titles, what
/// narrows it as its chips say it.
[[nodiscard]] QString differenceText(const views::Settings &mine, const views::Settings &theirs,
                                     const models::PagedListModel &list,
                                     const ListFilters &filters);

} // namespace tenantry::ui
