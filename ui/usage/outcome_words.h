// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/usage/event_list_model.h"
#include "ui/theme/tone.h"

namespace tenantry::ui {

/// "On INV-2026-000012, its own", "With the next invoice".
[[nodiscard]] QString outcomeWord(const usage::Outcome &outcome);
[[nodiscard]] Tone outcomeTone(usage::EventOutcome outcome);

/// "31 Jan – 27 Feb 2026", "08 Dec 2025 – 07 Dec 2026".
[[nodiscard]] QString daysWord(const DayRange &days, const QLocale &locale);
/// Those of a period; of what is outside of any period it says that.
[[nodiscard]] QString periodWord(const usage::EventPeriod &period, const QLocale &locale);

} // namespace tenantry::ui
