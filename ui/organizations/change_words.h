// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/timeline/timeline_list_model.h"
#include "services/core/zone.h"
#include <QLocale>

/// What the audit trail says of a row, in words.
namespace tenantry::ui {

/// "Invoice changed", "Hold entered", "Limit removed".
[[nodiscard]] QString changeHeadline(const audit::TimelineRow &row);

/// One line for each field: "E-mail: a@x.example → b@x.example"; of a row that was entered or
/// removed, what stood in it. Of another row that is named by its id nothing but that it changed.
[[nodiscard]] QStringList changeLines(const audit::TimelineRow &row,
                                      const models::CatalogNames &names, const Zone &zone,
                                      const QLocale &locale);

/// What a column of the database is called: "Due on"; one without a name by the words of its own.
[[nodiscard]] QString columnWord(const QString &column);

} // namespace tenantry::ui
