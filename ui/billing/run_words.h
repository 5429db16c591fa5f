// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/lists/list_pane.h"

namespace tenantry::models {
class BillingPreview;
class PreviewList;
} // namespace tenantry::models

namespace tenantry::ui {

/// How the list of a billing run is made: its columns, and what narrows it.
[[nodiscard]] ListSpec runListOf(const models::PreviewList &list);

/// What the count beside the pane in the sidebar means, and as of when: of the preview, or of the
/// one that Home has until there is one.
[[nodiscard]] QString runCounted(const models::BillingPreview &preview,
                                 const models::Connection &connection, const QLocale &locale);

} // namespace tenantry::ui
