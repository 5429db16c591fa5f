// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/money.h"
#include <QLocale>
#include <map>

namespace tenantry::ui {

/// Amounts of several currencies: "$120.00 + €99.00 and 1 more"; a dash where there is none.
[[nodiscard]] QString sumText(const std::map<Currency, std::int64_t> &sum, const QLocale &locale);

} // namespace tenantry::ui
