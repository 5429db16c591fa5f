// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/organizations/organization_record.h"
#include "ui/theme/tone.h"
#include <QLocale>

namespace tenantry::ui {

/// What happened, in words; with the icon and the tone of its kind.
struct TimelineText {
  QString what;     ///< "Issued: INV-2026-000012"
  QString amount{}; ///< "$199.00", where it is about money
  QString icon;
  Tone tone = Tone::Neutral;
};

[[nodiscard]] TimelineText timelineText(const organizations::TimelineEntry &entry,
                                        const models::CatalogNames &names, const QLocale &locale);

} // namespace tenantry::ui
