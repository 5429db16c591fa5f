// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/values.h"
#include "services/catalog/tax.h"

#include <set>

namespace tenantry::billing {

/// A draft as it would be finalized: with the tax of its customer by now.
struct TaxedDraft {
  enum class Tax {
    Same,    ///< as it was drafted
    Changed, ///< invoice and lines say what it comes to now
    /// Another by now, but it keeps that of the customer it was drafted for, and with it that
    /// customer's data: something of it was credited with its tax already, or it would come to less
    /// than nothing.
    Kept
  };
  Tax tax = Tax::Same;
  Invoice invoice;
  std::vector<StoredLine> lines;
};

/// What else is known of its lines.
struct DraftCredits {
  std::set<int> lines;           ///< numbers of those that take something back: they keep their tax
  bool isCreditedItself = false; ///< something of it was taken back before it was final
};

struct StoredDraft {
  Invoice invoice;
  std::vector<StoredLine> lines;
  DraftCredits credits;
};

/// The tax of `now` on a stored draft, as if it was planned today: on its charges, on their prices
/// as they were sold. What it takes back goes back with the tax that it was charged with. `rates`:
/// of the business, which say of a stored rate whether prices include it.
[[nodiscard]] TaxedDraft withTaxOf(const catalog::TaxTreatment &now, Invoice draft,
                                   std::vector<StoredLine> lines, const DraftCredits &credits,
                                   const std::vector<business::TaxRate> &rates);

/// The same draft after some of its charges were lowered, with the tax that it was drafted with: of
/// each rate rounded once, as on every document. `before`: the lines with the charges as they were.
void taxAnew(Invoice &draft, std::vector<StoredLine> &lines, const std::vector<StoredLine> &before,
             const DraftCredits &credits, const std::vector<business::TaxRate> &rates);

} // namespace tenantry::billing
