// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/business/exact_text.h"

namespace tenantry::business {

QString exactText(const Rational &value) {
  const QString decimal = formatDecimal(value, 18);
  const auto back = parseDecimal(decimal);
  return back && *back == value ? decimal : QString::fromStdString(value.str());
}

} // namespace tenantry::business
