// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/rational.h"
#include "services/core/digits.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

using namespace Qt::StringLiterals;

namespace tenantry {
namespace {

using boost::multiprecision::cpp_int;
using Wide = boost::multiprecision::uint128_t;

/// Longer numbers are no amounts of anything; the limit keeps hostile input cheap.
constexpr qsizetype kLongestDecimal = 200;

/// As they stand in it: boost's own functions copy them.
std::pair<const cpp_int &, const cpp_int &> partsOf(const Rational &value) {
  const auto &parts = value.backend().data();
  return {parts.numerator(), parts.denominator()};
}

cpp_int roundToInteger(const Rational &value) {
  const auto &[numerator, denominator] = partsOf(value);
  const cpp_int rounded = (2 * abs(numerator) + denominator) / (2 * denominator);
  return numerator < 0 ? cpp_int(-rounded) : rounded;
}

cpp_int powerOfTen(int exponent) {
  return boost::multiprecision::pow(cpp_int(10), static_cast<unsigned>(exponent));
}

cpp_int toInteger(QStringView digits) {
  cpp_int value = 0;
  for (const QChar c : digits)
    value = value * 10 + (c.unicode() - u'0');
  return value;
}

std::uint64_t magnitudeOf(std::int64_t value) {
  return value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
}

Wide sumOf(std::span<const std::int64_t> weights) {
  Wide sum = 0;
  for (const std::int64_t weight : weights) {
    if (weight < 0)
      throw ProgrammingError("shareByLargestRemainder: a weight is negative");
    sum += static_cast<std::uint64_t>(weight);
  }
  return sum;
}

std::vector<std::uint64_t> shareMagnitude(std::uint64_t total,
                                          std::span<const std::int64_t> weights, const Wide &sum) {
  std::vector<std::uint64_t> parts;
  std::vector<Wide> remainders;
  std::uint64_t left = total;
  for (const std::int64_t weight : weights) {
    const Wide product = Wide(total) * static_cast<std::uint64_t>(weight);
    parts.push_back(static_cast<std::uint64_t>(product / sum));
    remainders.push_back(product % sum);
    left -= parts.back();
  }
  std::vector<std::size_t> order(weights.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
  for (std::size_t i = 0; i < left; ++i)
    ++parts[order[i]];
  return parts;
}

} // namespace

std::int64_t roundHalfAwayFromZero(const Rational &value) {
  const auto &[top, bottom] = partsOf(value);
  const cpp_int rounded = bottom == 1 ? top : roundToInteger(value);
  if (rounded > std::numeric_limits<std::int64_t>::max() ||
      rounded < std::numeric_limits<std::int64_t>::min())
    throw std::overflow_error("roundHalfAwayFromZero: the value does not fit into 64 bits");
  return static_cast<std::int64_t>(rounded);
}

Result<Rational> parseDecimal(QStringView text) {
  const bool isNegative = text.startsWith(u'-');
  const QStringView number = isNegative ? text.sliced(1) : text;
  const qsizetype point = number.indexOf(u'.');
  const QStringView whole = point < 0 ? number : number.first(point);
  const QStringView fraction = point < 0 ? QStringView() : number.sliced(point + 1);
  if (text.size() > kLongestDecimal || !allDigits(whole) || (point >= 0 && !allDigits(fraction)))
    return fail(
        u"number.invalid"_s,
        u"“%1” is not a number: write it with digits and one decimal point, such as 0.25 or -3."_s
            .arg(text.first(std::min(text.size(), kLongestDecimal))));
  const cpp_int scale = powerOfTen(static_cast<int>(fraction.size()));
  const Rational value(toInteger(whole) * scale + toInteger(fraction), scale);
  return isNegative ? Rational(-value) : value;
}

QString formatDecimal(const Rational &value, int places) {
  const auto &[whole, denominator] = partsOf(value);
  if (denominator == 1) {
    if (whole >= std::numeric_limits<qint64>::min() && whole <= std::numeric_limits<qint64>::max())
      return QString::number(static_cast<qint64>(whole)); // nearly all that a run writes
    return QString::fromStdString(whole.str());
  }
  const cpp_int scaled = roundToInteger(value * powerOfTen(places));
  QString digits =
      QString::fromStdString(cpp_int(abs(scaled)).str()).rightJustified(places + 1, u'0');
  if (places > 0) {
    digits.insert(digits.size() - places, u'.');
    qsizetype end = digits.size();
    while (digits[end - 1] == u'0')
      --end;
    digits.truncate(digits[end - 1] == u'.' ? end - 1 : end);
  }
  return scaled < 0 ? u'-' + digits : digits;
}

std::vector<std::int64_t> shareByLargestRemainder(std::int64_t total,
                                                  std::span<const std::int64_t> weights) {
  if (weights.empty() && total != 0)
    throw ProgrammingError("shareByLargestRemainder: there is nobody to share among");
  std::vector<std::int64_t> result(weights.size(), 0);
  const Wide sum = sumOf(weights);
  if (sum == 0) {
    if (!result.empty())
      result.front() = total;
    return result;
  }
  const auto parts = shareMagnitude(magnitudeOf(total), weights, sum);
  std::transform(parts.begin(), parts.end(), result.begin(), [total](std::uint64_t part) {
    return static_cast<std::int64_t>(total < 0 ? 0 - part : part);
  });
  return result;
}

} // namespace tenantry
