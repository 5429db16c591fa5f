// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/catalog/tax.h"
#include "services/organizations/values.h"

namespace tenantry::subscriptions {

/// The tax that a customer of that country, region and VAT id (as typed) pays now.
[[nodiscard]] catalog::TaxTreatment taxOf(const QString &country, const QString &region,
                                          const QString &vatId, const business::Business &business);
[[nodiscard]] catalog::TaxTreatment taxOf(const organizations::Organization &organization,
                                          const business::Business &business);

/// The percentage that is part of the prices as sold; none where tax comes on top or there is none.
[[nodiscard]] std::optional<Rational> includedTax(const catalog::TaxTreatment &tax);

} // namespace tenantry::subscriptions
