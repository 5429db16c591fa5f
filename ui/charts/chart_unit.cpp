// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_unit.h"
#include <QCoreApplication>
#include <array>
#include <boost/multiprecision/cpp_int.hpp>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

struct Scale {
  int exponent;
  const char *text;
};

constexpr std::array scales{Scale{12, QT_TRANSLATE_NOOP("Charts", "%1tn")},
                            Scale{9, QT_TRANSLATE_NOOP("Charts", "%1bn")},
                            Scale{6, QT_TRANSLATE_NOOP("Charts", "%1M")},
                            Scale{3, QT_TRANSLATE_NOOP("Charts", "%1k")}, Scale{0, "%1"}};

using Wide = boost::multiprecision::int128_t;

Wide powerOfTen(int digits) {
  Wide power = 1;
  while (digits-- > 0)
    power *= 10;
  return power;
}

Wide magnitude(qint64 value) { return value < 0 ? -Wide(value) : Wide(value); }

/// Ten of the scale at least: 1,160 thousand says more than 1.2 million.
const Scale &scaleOf(qint64 largest, int decimals) {
  for (const auto &scale : scales)
    if (magnitude(largest) >= powerOfTen(scale.exponent + 1 + decimals))
      return scale;
  return scales.back();
}

/// How many places a step needs to be exact, in units of 10^`digits`.
int placesOf(qint64 step, int digits) {
  Wide rest = magnitude(step) % powerOfTen(digits);
  int places = digits;
  while (places > 0 && (rest == 0 || rest % 10 == 0)) {
    rest /= 10;
    --places;
  }
  return places;
}

/// value / 10^digits, rounded half away from zero to so many places; zeros at the end are left out.
QString scaled(qint64 value, int digits, int places, const QLocale &locale) {
  places = std::min(places, digits);
  const Wide unit = powerOfTen(digits - places);
  const Wide rounded = (magnitude(value) + unit / 2) / unit;
  const auto text = formatQuantity(qint64(rounded), places, locale);
  return value < 0 && rounded != 0 ? QChar(0x2212) + text : text;
}

} // namespace

ChartUnit ChartUnit::money(const Currency &currency, MinorUnits minor) {
  ChartUnit unit;
  unit.m_kind = Kind::Money;
  unit.m_currency = currency;
  unit.m_minor = minor;
  return unit;
}

ChartUnit ChartUnit::count(int decimals) {
  ChartUnit unit;
  unit.m_decimals = decimals;
  return unit;
}

ChartUnit ChartUnit::permille() {
  ChartUnit unit;
  unit.m_kind = Kind::Permille;
  unit.m_decimals = 1;
  return unit;
}

int ChartUnit::decimals() const {
  return m_kind == Kind::Money ? m_currency.minorDigits() : m_decimals;
}

QString ChartUnit::decorated(const QString &number, const QLocale &locale) const {
  const QChar minus(0x2212);
  const bool isNegative = number.startsWith(minus);
  if (m_kind == Kind::Money)
    return (isNegative ? QString(minus) : QString()) +
           withCurrency(isNegative ? number.mid(1) : number, m_currency, locale);
  return m_kind == Kind::Permille ? withPercent(number, locale) : number;
}

QString ChartUnit::text(qint64 value, const QLocale &locale) const {
  switch (m_kind) {
  case Kind::Money:
    return formatMoney({value, m_currency}, locale, m_minor);
  case Kind::Permille:
    return withPercent(formatQuantity(value, m_decimals, locale), locale);
  case Kind::Count:
    break;
  }
  return formatQuantity(value, m_decimals, locale);
}

/// What would be rounded to nothing is written in its own scale.
int ChartUnit::exponentOf(qint64 value, qint64 largest, int places) const {
  const int common = scaleOf(largest, decimals()).exponent;
  const Wide least = powerOfTen(std::max(0, common + decimals() - places));
  return magnitude(value) < least ? scaleOf(value, decimals()).exponent : common;
}

QString ChartUnit::scaledText(qint64 value, int exponent, int places, const QLocale &locale) const {
  const auto scale = std::find_if(scales.begin(), scales.end(), [exponent](const Scale &one) {
    return one.exponent == exponent;
  });
  const auto number = scaled(value, exponent + decimals(), places, locale);
  return decorated(QCoreApplication::translate("Charts", scale->text).arg(number), locale);
}

QString ChartUnit::shortText(qint64 value, qint64 largest, int places,
                             const QLocale &locale) const {
  const int exponent = exponentOf(value, largest, places);
  if (m_kind != Kind::Money || exponent > 0)
    return scaledText(value, exponent, places, locale);
  // A tenth of a dollar is no money: it has its cents where it is nothing else, or none.
  const bool wouldVanish = value != 0 && 2 * magnitude(value) < powerOfTen(decimals());
  return wouldVanish ? text(value, locale) : scaledText(value, exponent, 0, locale);
}

QString ChartUnit::tickText(qint64 value, qint64 step, qint64 largest,
                            const QLocale &locale) const {
  const int places = placesOf(step, scaleOf(largest, decimals()).exponent + decimals());
  return scaledText(value, exponentOf(value, largest, places), places, locale);
}

} // namespace tenantry::ui
