// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/values.h"
#include "services/core/rational.h"

namespace tenantry::billing {

/// What of a document was taxed by one rate, minor units; or not at all: then without item and tax.
struct ChargedRate {
  bool isTaxed = false;
  QString item; ///< as its tax line names it: "DE", "US-NY"
  Rational percent{};
  std::int64_t net = 0;
  std::int64_t tax = 0;
};

struct ChargedRates {
  std::vector<ChargedRate> rates;   ///< in the order of the tax lines; what is not taxed last
  std::vector<std::size_t> ofLines; ///< which of them each line follows; of discounts and taxes 0
};

/// By what each line of a document was taxed. A line keeps its tax and not its rate: it follows
/// that of the document's rates which its tax comes nearest to. There is always one.
[[nodiscard]] ChargedRates chargedRates(const std::vector<StoredLine> &lines);

} // namespace tenantry::billing
