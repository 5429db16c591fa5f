// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/organizations/timeline_words.h"

namespace tenantry::ui {

/// How a change of add-ons reads; none: the entry is of none.
[[nodiscard]] std::optional<TimelineText>
addonTimelineText(const organizations::TimelineEntry &entry, const models::CatalogNames &names,
                  const QLocale &locale);

} // namespace tenantry::ui
