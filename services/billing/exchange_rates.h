// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/money.h"
#include "services/core/rational.h"
#include "services/store/session.h"

namespace tenantry::billing {

/// So much of `quote` for one of `base`, on that day.
struct ExchangeRate {
  Currency base;
  Currency quote;
  LocalDay day{};
  Rational rate;
};

/// What currencies were worth on a day, as it was published then or last before it. For figures
/// about the book: no invoice, payment or ledger entry is ever converted.
class RatesOfDay {
public:
  explicit RatesOfDay(std::vector<ExchangeRate> rates) : m_rates(std::move(rates)) {}

  struct Factor {
    Rational rate; ///< what one of the first currency is in the second
    LocalDay day;  ///< when it was published; of two, the earlier
  };
  /// As published, turned around, or over one currency that both have a rate with, whichever is of
  /// the latest day; none where they have none.
  [[nodiscard]] std::optional<Factor> between(Currency from, Currency to) const;
  [[nodiscard]] const std::vector<ExchangeRate> &all() const { return m_rates; }

private:
  [[nodiscard]] std::optional<Factor> direct(Currency from, Currency to) const;

  std::vector<ExchangeRate> m_rates;
};

/// Adds them, all or none; a day that is known already is corrected, and by whom is kept. All have
/// the same base. Gives how many are new or other than before.
[[nodiscard]] Result<std::int64_t> recordRates(store::Session &session, Currency base,
                                               const std::vector<ExchangeRate> &rates);
[[nodiscard]] Result<RatesOfDay> ratesOn(store::Session &session, LocalDay day);

/// MRR of several currencies as one figure. What cannot be converted makes no figure (never a part
/// of one): `mrr` and `arr` are empty then, and `missing` says why.
struct ReportedRevenue {
  Currency currency;
  std::optional<std::int64_t> mrr; ///< minor units, rounded once
  std::optional<std::int64_t> arr;
  struct Used {
    Currency currency;
    RatesOfDay::Factor factor;
  };
  std::vector<Used> used; ///< of the other currencies
  std::vector<Currency> missing;
};

/// `twelfths`: exact MRR in twelfths of a minor unit, by currency. Currencies with nothing need no
/// rate.
[[nodiscard]] ReportedRevenue reportIn(Currency currency,
                                       const std::map<Currency, std::int64_t> &twelfths,
                                       const RatesOfDay &rates);

} // namespace tenantry::billing
