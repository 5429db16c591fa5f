// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/charged_rates.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::billing {

namespace {

bool carriesTax(const StoredLine &line) {
  return line.kind != "tax"_L1 && line.kind != "discount"_L1;
}

/// What the tax of the line would be at that rate, less what it is.
Rational apartFrom(const StoredLine &line, const Rational &percent) {
  const Rational apart = (line.amount + line.discountShare) * percent / 100 - line.taxShare;
  return apart < 0 ? Rational(-apart) : apart;
}

/// A line without tax that no rate of the document makes so little of: what is charged after the
/// customer's tax has changed stands beside what is taken back with the tax of before.
bool hasUntaxed(const std::vector<StoredLine> &lines, const std::vector<ChargedRate> &rates) {
  return std::any_of(lines.begin(), lines.end(), [&](const StoredLine &line) {
    return carriesTax(line) && line.taxShare == 0 &&
           std::all_of(rates.begin(), rates.end(), [&](const ChargedRate &rate) {
             return apartFrom(line, rate.percent) > 1; // less is what rounding gave to another line
           });
  });
}

} // namespace

ChargedRates chargedRates(const std::vector<StoredLine> &lines) {
  ChargedRates charged;
  auto &rates = charged.rates;
  for (const auto &line : lines)
    if (line.kind == "tax"_L1)
      rates.push_back(
          {true, line.item, parseDecimal(line.unit).value_or(Rational(0)), 0, line.amount});
  if (rates.empty() || hasUntaxed(lines, rates))
    rates.push_back({});
  for (const auto &line : lines) {
    charged.ofLines.push_back(0);
    if (!carriesTax(line))
      continue;
    const auto nearest = std::min_element(rates.begin(), rates.end(), [&](auto &a, auto &b) {
      return apartFrom(line, a.percent) < apartFrom(line, b.percent);
    });
    nearest->net += line.amount + line.discountShare;
    charged.ofLines.back() = std::size_t(nearest - rates.begin());
  }
  return charged;
}

} // namespace tenantry::billing
