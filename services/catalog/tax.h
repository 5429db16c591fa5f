// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/values.h"

namespace tenantry::catalog {

/// Whom a tax is for. Countries are ISO 3166-1 alpha-2; a region is as the rates name it.
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

/// The rate of the customer's region, else of its whole country. Reverse charge (directive
/// 2006/112/EC, art. 196): a valid VAT id, another country than the issuer's, and a rate that
/// allows it.
[[nodiscard]] TaxTreatment chooseTax(const QString &issuerCountry, const TaxPayer &payer,
                                     const std::vector<business::TaxRate> &rates);

} // namespace tenantry::catalog
