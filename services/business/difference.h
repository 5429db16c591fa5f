// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/values.h"

namespace tenantry::business {

/// One fact of the business that two versions state differently, as a person reads it.
struct Change {
  enum class Kind { Added, Removed, Changed };

  QString path; ///< "plans.professional.price USD month", "coupons.launch20.percent",
                ///< "business.invoice.due_days"
  Kind kind = Kind::Changed;
  QString before; ///< "199.00 USD"; empty when added
  QString after;  ///< empty when removed
  bool operator==(const Change &) const = default;
};

/// What changes from one business to the other: the sections in the order of the files (business,
/// metrics, plans, coupons, tax, dunning, roles, onboarding, mail), by path within. What comes or
/// goes whole has a line of its own
/// ("plans.gold") before those of its facts. The order
/// of prices, charges and tax rates in a file is no fact.
[[nodiscard]] std::vector<Change> difference(const Business &before, const Business &after);

} // namespace tenantry::business
