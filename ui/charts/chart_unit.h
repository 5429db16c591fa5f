// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/widgets/format.h"

namespace tenantry::ui {

/// What the whole numbers of a chart count, and how they are written. Where a value is read it is
/// exact; on axes and above bars it is short.
class ChartUnit {
public:
  ChartUnit() = default; ///< a plain count
  [[nodiscard]] static ChartUnit money(const Currency &currency,
                                       MinorUnits minor = MinorUnits::Shown);
  /// In the smallest unit, 10^-decimals of what is counted.
  [[nodiscard]] static ChartUnit count(int decimals);
  [[nodiscard]] static ChartUnit permille(); ///< shares, written in percent

  [[nodiscard]] QString text(qint64 value, const QLocale &locale) const;
  /// In thousands, millions … where the largest of its chart asks for it: "$52.7k". `places` of a
  /// fraction at most; money below thousands is whole, unless it is nothing but minor units.
  [[nodiscard]] QString shortText(qint64 value, qint64 largest, int places,
                                  const QLocale &locale) const;
  /// A mark of an axis with steps of that size: short, and yet exact.
  [[nodiscard]] QString tickText(qint64 value, qint64 step, qint64 largest,
                                 const QLocale &locale) const;

private:
  enum class Kind { Count, Money, Permille };
  [[nodiscard]] int decimals() const;
  [[nodiscard]] int exponentOf(qint64 value, qint64 largest, int places) const;
  [[nodiscard]] QString scaledText(qint64 value, int exponent, int places,
                                   const QLocale &locale) const;
  [[nodiscard]] QString decorated(const QString &number, const QLocale &locale) const;

  Kind m_kind = Kind::Count;
  int m_decimals = 0;
  Currency m_currency;
  MinorUnits m_minor = MinorUnits::Shown;
};

} // namespace tenantry::ui
