// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/values.h"

namespace tenantry::catalog {

/// Whom a tax is for. Countries are ISO 3166-1 alpha-2; a region is as somebody typed it.
struct TaxPayer {
  QString country;
  QString region;
  bool vatIdValid = false;
};

/// No rate: no tax is charged. `reverseCharge`: because the customer owes it in its own country.
struct TaxTreatment {
  std::optional<business::TaxRate> rate;
  bool reverseCharge = false;
  bool operator==(const TaxTreatment &) const = default;
};

/// The rate of the customer's region, by its code or name (regions.h), else of its whole country.
/// Reverse charge (directive 2006/112/EC, art. 196): a valid VAT id, another country than the
/// issuer's, and a rate that allows it.
[[nodiscard]] TaxTreatment chooseTax(const QString &issuerCountry, const TaxPayer &payer,
                                     const std::vector<business::TaxRate> &rates);

/// Whether it can be told which rate a payer of that country and region has: no where the country
/// has rates of regions, and the text means neither one of them nor another region of the country,
/// or one within which some of them are; and where it is empty and the country has no rate itself.
[[nodiscard]] bool isRegionKnown(const QString &country, const QString &region,
                                 const std::vector<business::TaxRate> &rates);

} // namespace tenantry::catalog
