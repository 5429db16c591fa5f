// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/result.h"
#include <array>
#include <compare>

class QLocale;

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

/// What a country of ISO 3166-1 is called, in English and German wherever it is; in another
/// language where that is spoken there, else in English. The code where it is none.
[[nodiscard]] QString countryName(const QString &code, const QLocale &locale);

} // namespace tenantry
