// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/values.h"
#include <QStringList>

namespace tenantry::ctl {

/// How a line's amount came about, a sentence each: plan and part of the period, the steps of rated
/// usage, coupons. What has no words stands there as its name and value.
[[nodiscard]] QStringList detailWords(const billing::StoredLine &line, Currency currency);

} // namespace tenantry::ctl
