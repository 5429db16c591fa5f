// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/exchange_rates.h"

#include <algorithm>

namespace tenantry::billing {

namespace {

constexpr int ratePlaces = 12; ///< more than anybody publishes

/// 10 to the power of how many minor units more one currency has than the other: rates are between
/// major units.
Rational minorScale(Currency from, Currency to) {
  Rational scale = 1;
  for (int digits = from.minorDigits(); digits < to.minorDigits(); ++digits)
    scale *= 10;
  for (int digits = to.minorDigits(); digits < from.minorDigits(); ++digits)
    scale /= 10;
  return scale;
}

} // namespace

std::optional<RatesOfDay::Factor> RatesOfDay::direct(Currency from, Currency to) const {
  std::optional<Factor> latest;
  for (const auto &known : m_rates) {
    const bool isTurned = known.base == to && known.quote == from;
    if ((isTurned || (known.base == from && known.quote == to)) &&
        (!latest || latest->day < known.day))
      latest = Factor{isTurned ? 1 / known.rate : known.rate, known.day};
  }
  return latest;
}

std::optional<RatesOfDay::Factor> RatesOfDay::between(Currency from, Currency to) const {
  auto latest = direct(from, to);
  for (const auto &known : m_rates)
    for (const auto over : {known.base, known.quote}) {
      if (over == from || over == to)
        continue;
      const auto first = direct(from, over), second = direct(over, to);
      if (!first || !second)
        continue;
      const auto day = std::min(first->day, second->day);
      if (!latest || latest->day < day)
        latest = Factor{first->rate * second->rate, day};
    }
  return latest;
}

Result<std::int64_t> recordRates(store::Session &session, Currency base,
                                 const std::vector<ExchangeRate> &rates) {
  std::vector<QString> quotes, decimals;
  std::vector<LocalDay> days;
  for (const auto &one : rates) {
    quotes.push_back(one.quote.code());
    days.push_back(one.day);
    decimals.push_back(formatDecimal(one.rate, ratePlaces));
  }
  return session.database.execute("exchange_rates_put", {{"base", base.code()},
                                                         {"quotes", quotes},
                                                         {"days", days},
                                                         {"rates", decimals},
                                                         {"now", session.clock.now()},
                                                         {"actor", session.actor}});
}

Result<RatesOfDay> ratesOn(store::Session &session, LocalDay day) {
  TENANTRY_TRY(rows, session.database.query("exchange_rates_on", {{"day", day}}));
  std::vector<ExchangeRate> rates;
  for (const auto row : rows) {
    TENANTRY_TRY(base, Currency::parse(row.get<QString>(0)));
    TENANTRY_TRY(quote, Currency::parse(row.get<QString>(1)));
    TENANTRY_TRY(rate, parseDecimal(row.get<QString>(3)));
    rates.push_back({base, quote, row.get<LocalDay>(2), rate});
  }
  return RatesOfDay(std::move(rates));
}

ReportedRevenue reportIn(Currency currency, const std::map<Currency, std::int64_t> &twelfths,
                         const RatesOfDay &rates) {
  ReportedRevenue report{currency, {}, {}, {}, {}};
  Rational sum = 0;
  for (const auto &[one, amount] : twelfths) {
    if (one == currency || amount == 0) {
      sum += amount;
      continue;
    }
    const auto factor = rates.between(one, currency);
    if (!factor) {
      report.missing.push_back(one);
      continue;
    }
    report.used.push_back({one, *factor});
    sum += amount * factor->rate * minorScale(one, currency);
  }
  if (report.missing.empty()) {
    report.mrr = roundHalfAwayFromZero(sum / 12);
    report.arr = roundHalfAwayFromZero(sum);
  }
  return report;
}

} // namespace tenantry::billing
