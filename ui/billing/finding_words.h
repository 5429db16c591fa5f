// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/billing/preview_row.h"
#include "ui/theme/tone.h"
#include <QLocale>

namespace tenantry::ui {

/// "First invoice", "Usage +312.4%"; empty where nothing stands out.
[[nodiscard]] QString findingText(const billing::Finding &finding, const QLocale &locale);
[[nodiscard]] Tone findingTone(const billing::Finding &finding);

} // namespace tenantry::ui
