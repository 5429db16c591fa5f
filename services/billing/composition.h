// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/draft_line.h"
#include "services/catalog/discount.h"

namespace tenantry::billing {

/// A whole document. Σ lines = total = net + tax; a total below zero is a credit note, not an
/// invoice.
struct ComposedInvoice {
  std::vector<DraftLine> lines; ///< by kind, within a kind as given
  std::int64_t net = 0;         ///< all lines but the taxes
  std::int64_t tax = 0;
  std::int64_t total = 0;
};

/// Makes a document of its priced lines (of any kind but Discount and Tax): leaves out those of
/// amount zero, discounts and taxes the others, and adds a line per coupon and per rate. Lines
/// without a rate of their own get `rate` (none: no tax). Credits keep the shares they came with,
/// which join the coupon's and the rate's line.
///
/// Discounts: percentages one after the other, then amounts, each on what is left, never below
/// zero. Tax: per rate on the net of its lines, rounded once (EN 16931 BR-CO-17), shared by largest
/// remainder. Where prices include it, tax = round(gross × r ÷ (100 + r)); the other lines then
/// carry the net, `unit` stays the price as sold.
[[nodiscard]] ComposedInvoice compose(std::vector<DraftLine> lines,
                                      const std::vector<catalog::AppliedDiscount> &discounts,
                                      const std::optional<business::TaxRate> &rate);

/// How a tax line names its rate: "DE", "US-NY".
[[nodiscard]] QString taxItem(const business::TaxRate &rate);

} // namespace tenantry::billing
