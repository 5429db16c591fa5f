// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/bulk/bulk_act.h"
#include <QLocale>

namespace tenantry::ui {

/// What an action would do: which rows change, which stay, which are refused and why, and what is
/// at stake.
[[nodiscard]] QStringList previewSentences(const models::BulkPreview &preview,
                                           const QLocale &locale, const QString &amounts = {});
/// What besides the rows that were changed came of it; empty where nothing did.
[[nodiscard]] QString remainder(const models::BulkReport &report);

} // namespace tenantry::ui
