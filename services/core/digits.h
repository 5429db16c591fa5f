// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QStringView>
#include <algorithm>

namespace tenantry {

/// Whether it is one or more of 0 … 9; other scripts' digits are none.
[[nodiscard]] inline bool allDigits(QStringView text) {
  return !text.isEmpty() &&
         std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

} // namespace tenantry
