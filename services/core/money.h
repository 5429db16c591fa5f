// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/result.h"
#include <array>
#include <compare>
#include <cstdint>

namespace tenantry {

/// An ISO 4217 alphabetic code; always three upper-case letters once made by `parse`.
class Currency {
public:
  constexpr Currency() = default; ///< "XXX", no currency
  [[nodiscard]] static Result<Currency>
  parse(QStringView code); ///< any case; error `currency.unknown`

  [[nodiscard]] QString code() const;
  /// Decimal places of the minor unit (ISO 4217): 2 for most, 0 for JPY, 3 for KWD.
  [[nodiscard]] int minorDigits() const;
  friend auto operator<=>(const Currency &, const Currency &) = default;

private:
  std::array<char, 3> m_code{'X', 'X', 'X'};
};

/// An amount in integer minor units of one currency. Arithmetic is checked: overflow and mixed
/// currencies throw ProgrammingError (they are bugs, not input).
class Money {
public:
  constexpr Money() = default;
  constexpr Money(std::int64_t minor, Currency currency) : m_minor(minor), m_currency(currency) {}

  [[nodiscard]] std::int64_t minor() const { return m_minor; }
  [[nodiscard]] Currency currency() const { return m_currency; }
  [[nodiscard]] bool isZero() const { return m_minor == 0; }

  Money operator-() const;
  Money &operator+=(const Money &other);
  Money &operator-=(const Money &other);
  friend Money operator+(Money a, const Money &b) { return a += b; }
  friend Money operator-(Money a, const Money &b) { return a -= b; }
  friend bool operator==(const Money &, const Money &) = default;
  /// Same currency only.
  friend std::strong_ordering operator<=>(const Money &a, const Money &b);

  /// "199.00" → 19900 in that currency's minor units; comma decimals too where there is no
  /// ambiguity
  /// ("1.234,56", "1,234.56", "199,00"). Error `amount.invalid`.
  [[nodiscard]] static Result<Money> parseMajor(QStringView text, Currency currency);
  /// "199.00 USD", independent of locale: for reports, logs, CSV. Windows format with the locale in
  /// ui.
  [[nodiscard]] QString toString() const;
  [[nodiscard]] QString majorString() const; ///< "199.00"

private:
  std::int64_t m_minor = 0;
  Currency m_currency;
};

/// a + b, a × b with overflow as ProgrammingError.
[[nodiscard]] std::int64_t checkedAdd(std::int64_t a, std::int64_t b);
[[nodiscard]] std::int64_t checkedMultiply(std::int64_t a, std::int64_t b);

} // namespace tenantry
