// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/subscriptions/taxation.h"

#include "services/core/vat_id.h"

namespace tenantry::subscriptions {

catalog::TaxTreatment taxOf(const QString &country, const QString &region, const QString &vatId,
                            const business::Business &business) {
  const bool isValid = !vatId.isEmpty() && VatId::parse(vatId).has_value();
  return catalog::chooseTax(business.issuer.country, {country, region, isValid}, business.taxRates);
}

catalog::TaxTreatment taxOf(const organizations::Organization &organization,
                            const business::Business &business) {
  return taxOf(organization.addressCountry, organization.addressRegion, organization.vatId,
               business);
}

std::optional<Rational> includedTax(const catalog::TaxTreatment &tax) {
  return tax.rate && tax.rate->inclusive ? std::optional(tax.rate->percent) : std::nullopt;
}

} // namespace tenantry::subscriptions
