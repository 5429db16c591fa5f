// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/composition.h"

#include "services/catalog/sharing.h"

#include <algorithm>

namespace tenantry::billing {
namespace {

using Indexes = std::vector<std::size_t>;

std::int64_t netOf(const DraftLine &line) { return line.amount + line.discountShare; }

void addShare(DraftLine &line, const QString &coupon, std::int64_t amount) {
  if (amount == 0)
    return;
  line.couponShares.push_back({coupon, amount});
  line.discountShare += amount;
}

/// Zero lines go, the others stand in the order of their kinds and know their rate.
void arrange(std::vector<DraftLine> &lines, const std::optional<business::TaxRate> &rate) {
  std::erase_if(lines, [](const DraftLine &line) { return line.amount == 0; });
  std::stable_sort(lines.begin(), lines.end(),
                   [](const DraftLine &a, const DraftLine &b) { return a.kind < b.kind; });
  for (auto &line : lines)
    if (!line.rate)
      line.rate = rate;
}

void shareDiscounts(std::vector<DraftLine> &lines,
                    const std::vector<catalog::AppliedDiscount> &discounts) {
  Indexes charges;
  std::vector<std::int64_t> amounts;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (isCredit(lines[i]))
      continue;
    charges.push_back(i);
    amounts.push_back(lines[i].amount);
  }
  const auto discounted = catalog::applyDiscounts(amounts, discounts);
  for (std::size_t d = 0; d < discounts.size(); ++d)
    for (std::size_t i = 0; i < charges.size(); ++i)
      addShare(lines[charges[i]], discounts[d].coupon, discounted.shares[d][i]);
}

/// Beside which a document has no second line: whether prices included it does not matter to it.
bool isSameTax(const std::optional<business::TaxRate> &a,
               const std::optional<business::TaxRate> &b) {
  return a && b ? a->country == b->country && a->region == b->region && a->percent == b->percent
                : !a && !b;
}

std::vector<business::TaxRate> ratesOf(const std::vector<DraftLine> &lines) {
  std::vector<business::TaxRate> rates;
  for (const auto &line : lines)
    if (line.rate && std::find(rates.begin(), rates.end(), *line.rate) == rates.end())
      rates.push_back(*line.rate);
  return rates;
}

/// A gross share of a coupon becomes net: rounded once over the document, then shared over its
/// lines.
void takeTaxOffCoupon(std::vector<DraftLine> &lines, const Indexes &taxed, const QString &coupon,
                      const Rational &netShare) {
  std::vector<CouponShare *> shares;
  std::vector<std::int64_t> gross;
  std::int64_t sum = 0;
  for (const auto i : taxed) {
    for (auto &share : lines[i].couponShares) {
      if (share.coupon != coupon)
        continue;
      shares.push_back(&share);
      gross.push_back(share.amount);
      sum += share.amount;
    }
  }
  const auto net = catalog::shareSigned(roundHalfAwayFromZero(sum * netShare), gross);
  for (std::size_t i = 0; i < shares.size(); ++i)
    shares[i]->amount = net[i];
}

std::vector<QString> couponsOf(const std::vector<DraftLine> &lines) {
  std::vector<QString> coupons;
  for (const auto &line : lines)
    for (const auto &share : line.couponShares)
      if (std::find(coupons.begin(), coupons.end(), share.coupon) == coupons.end())
        coupons.push_back(share.coupon);
  return coupons;
}

void taxIncluded(std::vector<DraftLine> &lines, const Indexes &taxed,
                 std::vector<std::int64_t> gross, std::int64_t grossSum, const Rational &percent) {
  const Rational netShare = Rational(100) / (100 + percent);
  const auto tax = roundHalfAwayFromZero(grossSum * percent / (100 + percent));
  const auto net = catalog::shareSigned(grossSum - tax, gross);
  for (const auto &coupon : couponsOf(lines))
    takeTaxOffCoupon(lines, taxed, coupon, netShare);
  for (std::size_t i = 0; i < taxed.size(); ++i) {
    auto &line = lines[taxed[i]];
    line.discountShare = 0;
    for (const auto &share : line.couponShares)
      line.discountShare += share.amount;
    line.taxShare = gross[i] - net[i];
    line.amount = net[i] - line.discountShare;
  }
}

void taxOnTop(std::vector<DraftLine> &lines, const Indexes &taxed,
              const std::vector<std::int64_t> &net, std::int64_t netSum, const Rational &percent) {
  const auto shares = catalog::shareSigned(roundHalfAwayFromZero(netSum * percent / 100), net);
  for (std::size_t i = 0; i < taxed.size(); ++i)
    lines[taxed[i]].taxShare = shares[i];
}

void shareTax(std::vector<DraftLine> &lines, const business::TaxRate &rate) {
  Indexes taxed;
  std::vector<std::int64_t> amounts;
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (isCredit(lines[i]) || lines[i].rate != rate)
      continue;
    taxed.push_back(i);
    amounts.push_back(netOf(lines[i]));
    sum = checkedAdd(sum, amounts.back());
  }
  if (rate.inclusive)
    taxIncluded(lines, taxed, amounts, sum, rate.percent);
  else
    taxOnTop(lines, taxed, amounts, sum, rate.percent);
}

DraftLine discountLine(const std::vector<DraftLine> &lines, const QString &coupon,
                       const std::vector<catalog::AppliedDiscount> &discounts) {
  DraftLine made;
  made.kind = LineKind::Discount;
  made.item = coupon;
  for (const auto &line : lines)
    for (const auto &share : line.couponShares)
      if (share.coupon == coupon)
        made.amount = checkedAdd(made.amount, share.amount);
  made.unit = made.amount;
  for (const auto &discount : discounts)
    if (discount.coupon == coupon)
      made.unit = discount.percent.value_or(Rational(discount.amount));
  return made;
}

/// One per coupon: those that hold now in their order, then those that only credits bring along.
std::vector<DraftLine> discountLines(const std::vector<DraftLine> &lines,
                                     const std::vector<catalog::AppliedDiscount> &discounts) {
  std::vector<QString> coupons;
  const auto add = [&](const QString &coupon) {
    if (std::find(coupons.begin(), coupons.end(), coupon) == coupons.end())
      coupons.push_back(coupon);
  };
  for (const auto &discount : discounts)
    add(discount.coupon);
  for (const auto &coupon : couponsOf(lines))
    add(coupon);
  std::vector<DraftLine> made;
  for (const auto &coupon : coupons)
    made.push_back(discountLine(lines, coupon, discounts));
  return made;
}

DraftLine taxLine(const std::vector<DraftLine> &lines,
                  const std::optional<business::TaxRate> &rate) {
  DraftLine made;
  made.kind = LineKind::Tax;
  made.rate = rate;
  if (rate) {
    made.item = taxItem(*rate);
    made.unit = rate->percent;
  }
  for (const auto &line : lines)
    if (isSameTax(line.rate, rate))
      made.amount = checkedAdd(made.amount, line.taxShare);
  return made;
}

void total(ComposedInvoice &invoice) {
  for (const auto &line : invoice.lines) {
    auto &sum = line.kind == LineKind::Tax ? invoice.tax : invoice.net;
    sum = checkedAdd(sum, line.amount);
  }
  invoice.total = checkedAdd(invoice.net, invoice.tax);
}

/// Credits that came with a share whose coupon nobody knows any more.
void nameShares(std::vector<DraftLine> &lines) {
  for (auto &line : lines) {
    std::int64_t named = 0;
    for (const auto &share : line.couponShares)
      named += share.amount;
    if (named != line.discountShare)
      line.couponShares.push_back({QString(), line.discountShare - named});
  }
}

} // namespace

bool isCredit(const DraftLine &line) {
  return line.kind == LineKind::ProrationCredit || line.creditsLine.has_value();
}

ComposedInvoice compose(std::vector<DraftLine> lines,
                        const std::vector<catalog::AppliedDiscount> &discounts,
                        const std::optional<business::TaxRate> &rate) {
  const auto ordered = catalog::inDocumentOrder(discounts);
  arrange(lines, rate);
  nameShares(lines);
  shareDiscounts(lines, ordered);
  const auto rates = ratesOf(lines);
  for (const auto &each : rates)
    shareTax(lines, each);

  ComposedInvoice invoice;
  auto more = discountLines(lines, ordered);
  for (auto each = rates.begin(); each != rates.end(); ++each)
    if (std::none_of(rates.begin(), each,
                     [&](const auto &other) { return isSameTax(other, *each); }))
      more.push_back(taxLine(lines, *each));
  more.push_back(taxLine(lines, std::nullopt));
  std::erase_if(more, [](const DraftLine &line) { return line.amount == 0; });
  invoice.lines = std::move(lines);
  invoice.lines.insert(invoice.lines.end(), more.begin(), more.end());
  total(invoice);
  return invoice;
}

QString taxItem(const business::TaxRate &rate) {
  return rate.region.isEmpty() ? rate.country : rate.country + u'-' + rate.region;
}

} // namespace tenantry::billing
