// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/timeline/timeline_list_model.h"
#include "services/core/zone.h"
#include "ui/organizations/timeline_words.h"

/// What the outbox says of a mail, in words.
namespace tenantry::ui {

/// Its subject, in the tone of what became of it.
[[nodiscard]] TimelineText mailText(const audit::TimelineRow &row);

/// To whom, what became of it, and why it failed.
[[nodiscard]] QStringList mailLines(const audit::TimelineRow &row, const Zone &zone,
                                    const QLocale &locale);

} // namespace tenantry::ui
