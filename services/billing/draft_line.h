// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/values.h"
#include "services/business/words.h"

namespace tenantry::billing {

/// In the order in which they stand on a document.
enum class LineKind {
  Plan,
  Seat,
  Addon,
  ProrationCredit,
  ProrationCharge,
  Usage,
  OneOff,
  Discount,
  Tax
};

/// A price for a whole period, in advance.
[[nodiscard]] constexpr bool isAdvance(LineKind kind) {
  return kind == LineKind::Plan || kind == LineKind::Seat || kind == LineKind::Addon;
}

/// What one coupon took off a line: ≤ 0 on a charge, ≥ 0 on a credit (minor units).
struct CouponShare {
  QString coupon;
  std::int64_t amount = 0;
  bool operator==(const CouponShare &) const = default;
};

/// A line of an invoice or credit note. Amounts are minor units of the document's currency, credits
/// are negative. `discountShare` and `taxShare` say what of the discount and tax lines falls on
/// this one: they are no part of `amount`, and over all lines they sum to the discount and the tax
/// lines.
struct DraftLine {
  LineKind kind = LineKind::Plan;
  QString item;   ///< "plan", "seat", an add-on, a metric; of a discount its coupon, of a tax its
                  ///< country and region
  QString metric; ///< of a usage line
  Rational quantity{1}; ///< before included units; seats, add-ons
  Rational unit;        ///< minor units; of a percentage (discount, tax, usage) the percent
  std::int64_t amount = 0;
  DayRange days{};                        ///< local to the organization; empty: none
  std::optional<InstantRange> instants{}; ///< where proration is by the second
  std::int64_t discountShare = 0;
  std::vector<CouponShare> couponShares{}; ///< discountShare by coupon
  std::int64_t taxShare = 0;
  std::optional<business::TaxRate> rate{}; ///< the rate taxShare follows
  std::optional<QString>
      creditsLine{}; ///< id of the line it takes back; its shares are given, not computed
};

/// Whether its discount and tax came with it from the line it credits.
[[nodiscard]] bool isCredit(const DraftLine &line);

} // namespace tenantry::billing

template <>
inline constexpr auto tenantry::business::words<tenantry::billing::LineKind> =
    std::to_array<tenantry::business::Word<tenantry::billing::LineKind>>(
        {{tenantry::billing::LineKind::Plan, "plan"},
         {tenantry::billing::LineKind::Seat, "seat"},
         {tenantry::billing::LineKind::Addon, "addon"},
         {tenantry::billing::LineKind::ProrationCredit, "proration_credit"},
         {tenantry::billing::LineKind::ProrationCharge, "proration_charge"},
         {tenantry::billing::LineKind::Usage, "usage"},
         {tenantry::billing::LineKind::OneOff, "one_off"},
         {tenantry::billing::LineKind::Discount, "discount"},
         {tenantry::billing::LineKind::Tax, "tax"}});
