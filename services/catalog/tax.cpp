// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/catalog/tax.h"

#include <algorithm>

namespace tenantry::catalog {
namespace {

const business::TaxRate *findRate(const TaxPayer &payer, const QString &region,
                                  const std::vector<business::TaxRate> &rates) {
  const auto found = std::find_if(rates.begin(), rates.end(), [&](const business::TaxRate &rate) {
    return rate.country == payer.country && rate.region == region;
  });
  return found == rates.end() ? nullptr : &*found;
}

} // namespace

TaxTreatment chooseTax(const QString &issuerCountry, const TaxPayer &payer,
                       const std::vector<business::TaxRate> &rates) {
  const auto *rate = findRate(payer, payer.region, rates);
  if (!rate)
    rate = findRate(payer, QString(), rates);
  if (!rate)
    return {};
  if (rate->reverseChargeWithVatId && payer.vatIdValid && payer.country != issuerCountry)
    return {std::nullopt, true};
  return {*rate, false};
}

} // namespace tenantry::catalog
