// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/organizations/timeline_words.h"

namespace tenantry::ui {

/// What an event of a payment says, where that is a sentence and its amount; none: it says more.
/// `outcome`: of a dispute.
[[nodiscard]] std::optional<TimelineText> paymentText(const QString &type, const QString &outcome,
                                                      const QString &amount);

} // namespace tenantry::ui
