// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/business/readers.h"
#include <set>

using namespace Qt::StringLiterals;

namespace tenantry::business {

void readTax(const TableReader &section, Business &business) {
  std::set<std::pair<QString, QString>> seen;
  for (const TableReader &row : section.rows("rate", keys::rate)) {
    TaxRate rate;
    row.readCountry("country", rate.country, Need::Required);
    row.read("region", rate.region);
    row.read("percent", rate.percent, Range{0, 100}, Need::Required);
    row.read("inclusive", rate.inclusive);
    row.read("reverse_charge_with_vat_id", rate.reverseChargeWithVatId);
    if (!rate.country.isEmpty() && !seen.emplace(rate.country, rate.region).second)
      row.reportTable(u"duplicate"_s, u"is a second rate of %1; keep one."_s.arg(rate.country));
    business.taxRates.push_back(rate);
  }
}

} // namespace tenantry::business
