// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/connection/catalog_names.h"
#include <QLocale>
#include <optional>

/// What the audit trail's codes are called, by the words that the console has for them elsewhere.
namespace tenantry::ui {

/// "paid" in the status of an invoice as "Paid", "month" as "monthly", "DE" as "Germany"; none
/// where that column of that row holds no code, or one that is not known.
[[nodiscard]] std::optional<QString> valueWord(const QString &row, const QString &column,
                                               const QString &value,
                                               const models::CatalogNames &names,
                                               const QLocale &locale);

} // namespace tenantry::ui
