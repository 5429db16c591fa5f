// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/credit.h"

#include "services/catalog/sharing.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::billing {
namespace {

LineParts negated(const LineParts &parts) { return {-parts.amount, -parts.discount, -parts.tax}; }

/// The proportional part of a share, at most what is left of it.
std::int64_t proportion(std::int64_t whole, std::int64_t part, std::int64_t of, std::int64_t left) {
  return std::min(roundHalfAwayFromZero(Rational(whole) * part / of), left);
}

} // namespace

LineParts CreditedLine::left() const {
  return {billed.amount - credited.amount, billed.discount - credited.discount,
          billed.tax - credited.tax};
}

LineParts creditAmount(const CreditedLine &line, std::int64_t amount) {
  const auto left = line.left();
  if (left.amount <= 0 || amount <= 0)
    return {};
  if (amount >= left.amount)
    return negated(left);
  const auto discount =
      proportion(-line.billed.discount, amount, line.billed.amount, -left.discount);
  const auto tax = proportion(line.billed.tax, amount, line.billed.amount, left.tax);
  return {-amount, discount, -tax};
}

LineParts creditGross(const CreditedLine &line, std::int64_t gross) {
  const auto left = line.left();
  if (left.total() <= 0 || gross <= 0)
    return {};
  if (gross >= left.total())
    return negated(left);
  const auto discount = proportion(-left.discount, gross, left.total(), -left.discount);
  const std::array weights{left.amount, left.tax};
  const auto parts = shareByLargestRemainder(gross + discount, weights);
  return {-parts[0], discount, -parts[1]};
}

LineParts creditFor(const CreditedLine &line, std::int64_t price, const Rational &fraction) {
  const auto credit = roundHalfAwayFromZero(price * fraction);
  if (!line.priceIncludesTax)
    return creditAmount(line, credit);
  const auto &billed = line.billed;
  if (billed.amount <= 0)
    return {};
  // What is sold with its tax is credited with it: the price less the part that the discount took
  // of it.
  return creditGross(
      line,
      roundHalfAwayFromZero(Rational(credit) * (billed.amount + billed.discount) / billed.amount));
}

std::int64_t soldFor(const CreditedLine &line, const LineParts &credit) {
  const auto net = line.billed.amount + line.billed.discount;
  if (!line.priceIncludesTax || net <= 0)
    return -credit.amount;
  return roundHalfAwayFromZero(Rational(-credit.total()) * line.billed.amount / net);
}

Result<std::vector<LineParts>> creditByHand(const std::vector<CreditedLine> &lines,
                                            std::int64_t amount, Currency currency) {
  if (amount <= 0)
    return fail(u"amount.invalid"_s, u"A credit note needs an amount above zero."_s);
  std::int64_t left = 0;
  std::vector<std::int64_t> weights;
  for (const auto &line : lines) {
    const auto ofLine = line.left().total();
    left = checkedAdd(left, ofLine);
    weights.push_back(std::max<std::int64_t>(0, ofLine));
  }
  if (amount > left)
    return fail(
        u"invoice.credit_exceeds_total"_s,
        u"A credit of %1 exceeds the %2 left on the invoice; credit at most "
        u"that much."_s.arg(Money(amount, currency).toString(), Money(left, currency).toString()));
  const auto shares = shareByLargestRemainder(amount, weights);
  std::vector<LineParts> credits;
  for (std::size_t i = 0; i < lines.size(); ++i)
    credits.push_back(creditGross(lines[i], shares[i]));
  return credits;
}

DraftLine creditLine(const DraftLine &original, const QString &originalId, const LineParts &parts,
                     const DayRange &days) {
  DraftLine credit = original;
  if (isAdvance(original.kind) || original.kind == LineKind::ProrationCharge)
    credit.kind = LineKind::ProrationCredit;
  credit.creditsLine = originalId;
  credit.amount = parts.amount;
  credit.discountShare = parts.discount;
  credit.taxShare = parts.tax;
  credit.days = days;
  std::vector<std::int64_t> weights;
  for (const auto &share : original.couponShares)
    weights.push_back(share.amount);
  const auto shares = weights.empty() ? weights : catalog::shareSigned(parts.discount, weights);
  for (std::size_t i = 0; i < shares.size(); ++i)
    credit.couponShares[i].amount = shares[i];
  return credit;
}

} // namespace tenantry::billing
