// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

namespace tenantry::ui {

/// What a provider said, for people: "Insufficient funds"; a code that nobody knows as it is.
[[nodiscard]] QString declineWord(const QString &code);

} // namespace tenantry::ui
