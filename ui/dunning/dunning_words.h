// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/dunning/dunning_figures.h"
#include "ui/organizations/words.h"
#include "ui/widgets/decline_word.h"
#include <QLocale>

/// How the console says how a case stands.
namespace tenantry::ui {

[[nodiscard]] QString stepWord(payments::DunningStep step);
[[nodiscard]] Tone stepTone(payments::DunningStep step);
[[nodiscard]] QString declineClassWord(payments::DeclineClass decline);
/// Why there is no money: the last decline, or that nothing could be tried.
[[nodiscard]] QString declineWord(const payments::DunningRow &row);
[[nodiscard]] QString actWord(payments::DunningAct act); ///< "Retry"
/// "Retry 26 Nov", "Being tried": what comes next.
[[nodiscard]] StatusLook nextLook(const payments::DunningRow &row, Instant now, const Zone &zone,
                                  const QLocale &locale);

} // namespace tenantry::ui
