// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/paging/paged_list_model.h"
#include <QLocale>

namespace tenantry::ui {

/// How many match, capped: "10,000+".
[[nodiscard]] QString countText(const models::PagedListModel &list, const QLocale &locale);
[[nodiscard]] QString countText(qint64 count, const QLocale &locale);

} // namespace tenantry::ui
