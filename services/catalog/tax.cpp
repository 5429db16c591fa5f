// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/catalog/tax.h"

#include "services/catalog/regions.h"

#include <algorithm>

namespace tenantry::catalog {
namespace {

template <typename F>
const business::TaxRate *findRate(const QString &country,
                                  const std::vector<business::TaxRate> &rates, F isOf) {
  const auto found = std::find_if(rates.begin(), rates.end(), [&](const business::TaxRate &rate) {
    return rate.country == country && isOf(rate.region);
  });
  return found == rates.end() ? nullptr : &*found;
}

/// As it is written before what it may mean.
const business::TaxRate *findRegion(const QString &country, const QString &region,
                                    const std::vector<business::TaxRate> &rates) {
  if (region.isEmpty())
    return nullptr;
  const auto *rate = findRate(country, rates, [&](const QString &of) { return of == region; });
  return rate ? rate : findRate(country, rates, [&](const QString &of) {
    return !of.isEmpty() && isWithinRegion(country, region, of);
  });
}

} // namespace

TaxTreatment chooseTax(const QString &issuerCountry, const TaxPayer &payer,
                       const std::vector<business::TaxRate> &rates) {
  const auto *rate = findRegion(payer.country, payer.region, rates);
  if (!rate)
    rate = findRate(payer.country, rates, [](const QString &of) { return of.isEmpty(); });
  if (!rate)
    return {};
  if (rate->reverseChargeWithVatId && payer.vatIdValid && payer.country != issuerCountry)
    return {std::nullopt, true};
  return {*rate, false};
}

bool isRegionKnown(const QString &country, const QString &region,
                   const std::vector<business::TaxRate> &rates) {
  if (!findRate(country, rates, [](const QString &of) { return !of.isEmpty(); }) ||
      findRegion(country, region, rates))
    return true;
  if (region.isEmpty()) // the rate of the country, where it has one
    return findRate(country, rates, [](const QString &of) { return of.isEmpty(); });
  // Within a greater one several rates may hold.
  return !regionsCalled(country, region).isEmpty() &&
         !findRate(country, rates, [&](const QString &of) {
           return !of.isEmpty() && isWithinRegion(country, of, region);
         });
}

} // namespace tenantry::catalog
