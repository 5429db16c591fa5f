// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/billing/billing_preview.h"
#include "ui/widgets/empty_state.h"

namespace tenantry::ui {

/// Why there is a preview before the one that was wanted; empty where there is not.
[[nodiscard]] QString previewNotice(const models::BillingPreview &preview, const Zone &zone,
                                    const QLocale &locale);

/// The picture in the place of rows: what was looked for among them is `search`.
void showNoPreview(EmptyState *picture, models::BillingPreview &preview, const QStringList &groups,
                   const QString &search);

} // namespace tenantry::ui
