// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/billing/billing_preview.h"
#include "ui/widgets/empty_state.h"

namespace tenantry::ui {

/// Why there is a preview before the one that was wanted, or who is missing in it; empty where it
/// is whole.
[[nodiscard]] QString previewNotice(const models::BillingPreview &preview, const Zone &zone,
                                    const QLocale &locale);

/// What stands in the place of rows where there is none at all: nothing is due, or it is not for
/// this login.
[[nodiscard]] EmptyStateContent noInvoices(const models::BillingPreview &preview,
                                           const QStringList &groups);

/// The same where none matches; `search` is what was looked for in names.
[[nodiscard]] EmptyStateContent noSuchInvoice(const QString &search);

/// Why nobody can say now that findings were looked at; empty: they can.
[[nodiscard]] QString reviewObstacle(const models::Connection &connection);

} // namespace tenantry::ui
