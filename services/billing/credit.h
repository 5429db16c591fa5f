// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/draft_line.h"
#include "services/core/money.h"

namespace tenantry::billing {

/// What a line is made of, minor units: on a charge amount ≥ 0, discount ≤ 0, tax ≥ 0, on a credit
/// the reverse.
struct LineParts {
  std::int64_t amount = 0;
  std::int64_t discount = 0;
  std::int64_t tax = 0;

  [[nodiscard]] std::int64_t total() const { return amount + discount + tax; }
  bool operator==(const LineParts &) const = default;
};

/// A charge that may be credited: what it says on its invoice, and what all credits so far took
/// back of each part (with the signs of the charge: the sum of the credits' parts, negated).
struct CreditedLine {
  LineParts billed;
  LineParts credited{};
  bool priceIncludesTax = false;

  [[nodiscard]] LineParts left() const;
};

/// Takes `amount` (≥ 0, before discount and tax) of a line back, at most what is left, with its
/// part of the discount and the tax; what takes the last of the amount takes the rest of them.
/// Returns a credit (amount ≤ 0).
[[nodiscard]] LineParts creditAmount(const CreditedLine &line, std::int64_t amount);

/// Takes `gross` (≥ 0, discount and tax included) of a line back, at most what is left.
[[nodiscard]] LineParts creditGross(const CreditedLine &line, std::int64_t gross);

/// The credit of a change in mid-period: `price` (minor units of the whole period, as sold: with
/// tax where prices include it) × `fraction` (see fractionOf), from the price and not from what was
/// prorated before, at most what is left.
[[nodiscard]] LineParts creditFor(const CreditedLine &line, std::int64_t price,
                                  const Rational &fraction);

/// What of the price as sold a credit by `creditFor` took (≥ 0).
[[nodiscard]] std::int64_t soldFor(const CreditedLine &line, const LineParts &credit);

/// A credit note by hand of `amount` (> 0, gross) over the lines of an invoice (all but its
/// discounts and taxes), shared by what is left of each; the result has one credit per line, those
/// of nothing included. Errors: `amount.invalid`; `invoice.credit_exceeds_total` where less is left
/// of the whole invoice.
[[nodiscard]] Result<std::vector<LineParts>> creditByHand(const std::vector<CreditedLine> &lines,
                                                          std::int64_t amount, Currency currency);

/// The line of a credit note or mixed invoice that takes `parts` of `original` back for `days`. Of
/// what is sold in advance it is a ProrationCredit, else it stays of the kind it credits.
[[nodiscard]] DraftLine creditLine(const DraftLine &original, const QString &originalId,
                                   const LineParts &parts, const DayRange &days);

} // namespace tenantry::billing
