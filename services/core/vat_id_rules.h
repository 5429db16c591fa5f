// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string_view>

namespace tenantry {

/// What a country's VAT ids look like after the two letters of the prefix, upper case and without
/// separators.
struct VatRule {
  std::string_view prefix;
  bool (*matches)(std::string_view number);
};

[[nodiscard]] const VatRule *
findVatRule(std::string_view prefix); ///< nullptr: not a country we know

} // namespace tenantry
