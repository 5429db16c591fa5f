// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/result.h"
#include <array>
#include <compare>

namespace tenantry {

/// An officially assigned ISO 3166-1 alpha-2 code ("DE"); user-assigned and reserved ones (XK, UK,
/// EU) are not.
class Country {
public:
  [[nodiscard]] static Result<Country>
  parse(QStringView code);                             ///< any case; error `country.unknown`
  [[nodiscard]] static bool isValid(QStringView code); ///< upper case only

  [[nodiscard]] QString code() const;
  friend auto operator<=>(const Country &, const Country &) = default;

private:
  constexpr Country(char first, char second) : m_code{first, second} {}
  std::array<char, 2> m_code;
};

} // namespace tenantry
