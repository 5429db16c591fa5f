// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/draft_tax.h"

#include "services/billing/composition.h"
#include "services/billing/included_tax.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::billing {

namespace {

constexpr int percentPlaces = 12;

bool isTax(const StoredLine &line) { return line.kind == "tax"_L1; }
bool isDiscount(const StoredLine &line) { return line.kind == "discount"_L1; }

/// A charge of the draft, with its place among the lines.
struct Charge {
  std::size_t place = 0;
  DraftLine draft;
};

std::vector<CouponShare> sharesOf(const StoredLine &line, const std::vector<StoredLine> &lines) {
  std::vector<CouponShare> shares;
  if (line.detail.is_object() && line.detail.contains("coupons")) {
    for (const auto &share : line.detail.at("coupons"))
      shares.push_back({share.at("coupon").get<QString>(), share.at("amount").get<std::int64_t>()});
  } else if (line.discountShare != 0) {
    const auto only = std::find_if(lines.begin(), lines.end(), isDiscount);
    shares.push_back({only == lines.end() ? QString() : only->item, line.discountShare});
  }
  return shares;
}

std::vector<Charge> chargesOf(const std::vector<StoredLine> &lines, const DraftCredits &credits) {
  std::vector<Charge> charges;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto &line = lines[i];
    if (isTax(line) || isDiscount(line) || credits.lines.contains(line.lineNo))
      continue;
    DraftLine draft;
    draft.kind = *business::fromWord<LineKind>(line.kind.toStdString());
    draft.item = line.item;
    draft.quantity = parseDecimal(line.quantity).value_or(Rational(1));
    draft.unit = parseDecimal(line.unit).value_or(Rational(0));
    draft.amount = line.amount;
    draft.discountShare = line.discountShare;
    draft.couponShares = sharesOf(line, lines);
    draft.taxShare = line.taxShare;
    charges.push_back({i, std::move(draft)});
  }
  // As they are composed: what was lowered may be of another kind than it was drafted as.
  std::stable_sort(charges.begin(), charges.end(),
                   [](const Charge &a, const Charge &b) { return a.draft.kind < b.draft.kind; });
  return charges;
}

/// What all charges come to, discounts taken off.
struct Sums {
  std::int64_t net = 0, tax = 0;
  static Sums of(const std::vector<Charge> &charges) {
    Sums sums;
    for (const auto &charge : charges) {
      sums.net = checkedAdd(sums.net, charge.draft.amount + charge.draft.discountShare);
      sums.tax = checkedAdd(sums.tax, charge.draft.taxShare);
    }
    return sums;
  }
};

business::TaxRate rateOf(const StoredLine &line, const std::vector<business::TaxRate> &rates,
                         bool inclusive) {
  business::TaxRate rate;
  for (const auto &known : rates)
    if (line.item == taxItem(known))
      rate = known;
  rate.inclusive = inclusive;
  rate.country = line.item.section(u'-', 0, 0);
  rate.region = line.item.section(u'-', 1);
  rate.percent = parseDecimal(line.unit).value_or(Rational(0));
  return rate;
}

bool areInclusive(const std::vector<Charge> &charges, const std::vector<StoredLine> &lines) {
  return std::any_of(charges.begin(), charges.end(), [&](const Charge &charge) {
    return includesTax(charge.draft, lines[charge.place].detail);
  });
}

/// The rate that the charges were taxed by: the one of the tax lines that makes of their net what
/// they carry. A second one is that of what the draft takes back.
std::optional<business::TaxRate> rateOfCharges(const std::vector<Charge> &charges, const Sums &sums,
                                               const std::vector<StoredLine> &lines,
                                               const std::vector<business::TaxRate> &rates) {
  for (const auto &line : lines) {
    if (!isTax(line))
      continue;
    const auto rate = rateOf(line, rates, areInclusive(charges, lines));
    const auto tax =
        rate.inclusive
            ? roundHalfAwayFromZero((sums.net + sums.tax) * rate.percent / (100 + rate.percent))
            : roundHalfAwayFromZero(sums.net * rate.percent / 100);
    if (tax == sums.tax)
      return rate;
  }
  return {};
}

/// The amount and the discounts as they were sold: with the tax that was part of them. Their sum is
/// exact; what rounding took of the price goes to the discount.
void addIncludedTax(DraftLine &line, const Rational &percent, std::int64_t price) {
  const auto gross = line.amount + line.discountShare + line.taxShare;
  std::int64_t discount = 0;
  for (auto &share : line.couponShares) {
    share.amount = roundHalfAwayFromZero(share.amount * (100 + percent) / 100);
    discount += share.amount;
  }
  const auto off = gross - discount - price;
  if (off != 0 && std::abs(off) <= std::int64_t(line.couponShares.size())) {
    line.couponShares.back().amount += off;
    discount += off;
  }
  line.amount = gross - discount;
  line.discountShare = discount;
}

void write(const DraftLine &from, StoredLine &line) {
  line.amount = from.amount;
  line.discountShare = from.discountShare;
  line.taxShare = from.taxShare;
  sayIncludedTax(from, line.detail);
  if (!line.detail.is_object() || !line.detail.contains("coupons"))
    return;
  line.detail["coupons"] = nlohmann::json::array();
  for (const auto &share : from.couponShares)
    line.detail["coupons"].push_back({{"coupon", share.coupon}, {"amount", share.amount}});
}

std::int64_t ofCoupon(const std::vector<Charge> &charges, const QString &coupon) {
  std::int64_t sum = 0;
  for (const auto &charge : charges)
    for (const auto &share : charge.draft.couponShares)
      if (share.coupon == coupon)
        sum += share.amount;
  return sum;
}

StoredLine taxLine(const business::TaxRate &rate, std::int64_t amount) {
  StoredLine line;
  line.kind = u"tax"_s;
  line.item = taxItem(rate);
  line.quantity = u"1"_s;
  line.unit = formatDecimal(rate.percent, percentPlaces);
  line.amount = amount;
  return line;
}

/// The tax lines keep what belongs to what is taken back; the charges have theirs anew.
void replaceTax(std::vector<StoredLine> &lines, const std::optional<business::TaxRate> &before,
                std::int64_t taxBefore, const std::optional<business::TaxRate> &now,
                std::int64_t taxNow) {
  const auto add = [&lines](const business::TaxRate &rate, std::int64_t amount) {
    auto line = taxLine(rate, amount);
    for (auto &other : lines)
      if (isTax(other) && other.item == line.item && other.unit == line.unit) {
        other.amount += amount;
        return;
      }
    lines.push_back(std::move(line));
  };
  if (before)
    add(*before, -taxBefore);
  if (now && taxNow != 0)
    add(*now, taxNow);
  std::erase_if(lines, [](const StoredLine &line) { return isTax(line) && line.amount == 0; });
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (isTax(lines[i]))
      lines[i].lineNo = i == 0 ? 1 : lines[i - 1].lineNo + 1;
}

void total(Invoice &invoice, const std::vector<StoredLine> &lines) {
  invoice.net = invoice.tax = 0;
  for (const auto &line : lines) {
    auto &sum = isTax(line) ? invoice.tax : invoice.net;
    sum = checkedAdd(sum, line.amount);
  }
  invoice.total = checkedAdd(invoice.net, invoice.tax);
}

bool isSame(const std::vector<StoredLine> &a, const std::vector<StoredLine> &b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto &x, const auto &y) {
    return x.kind == y.kind && x.item == y.item && (!isTax(x) || x.unit == y.unit) &&
           x.amount == y.amount && x.discountShare == y.discountShare && x.taxShare == y.taxShare;
  });
}

/// The lines with the charges taxed by `now` instead of `before`, of which the tax lines have
/// `tax`.
std::vector<StoredLine> taxedBy(const std::optional<business::TaxRate> &now,
                                const std::vector<StoredLine> &lines,
                                const std::vector<Charge> &charges,
                                const std::optional<business::TaxRate> &before, std::int64_t tax) {
  std::vector<DraftLine> sold;
  for (const auto &charge : charges) {
    sold.push_back(charge.draft);
    if (before && before->inclusive)
      addIncludedTax(sold.back(), before->percent,
                     soldAmount(charge.draft, lines[charge.place].detail));
    sold.back().taxShare = 0;
  }
  const auto document = compose(std::move(sold), {}, now);
  auto taxed = lines;
  for (std::size_t i = 0; i < charges.size(); ++i)
    write(document.lines[i], taxed[charges[i].place]);
  std::int64_t taxNow = 0;
  for (const auto &line : document.lines)
    if (line.kind == LineKind::Tax)
      taxNow += line.amount;
    else if (line.kind == LineKind::Discount)
      for (auto &discount : taxed)
        if (isDiscount(discount) && discount.item == line.item)
          discount.amount += line.amount - ofCoupon(charges, line.item);
  replaceTax(taxed, before, tax, now, taxNow);
  return taxed;
}

} // namespace

TaxedDraft withTaxOf(const catalog::TaxTreatment &now, Invoice draft, std::vector<StoredLine> lines,
                     const DraftCredits &credits, const std::vector<business::TaxRate> &rates) {
  const auto charges = chargesOf(lines, credits);
  const auto sums = Sums::of(charges);
  const auto before = rateOfCharges(charges, sums, lines, rates);
  if (draft.reverseCharge == now.reverseCharge && before == now.rate)
    return {TaxedDraft::Tax::Same, std::move(draft), std::move(lines)};
  if (sums.tax != 0 && !before) // nothing says what it was taxed by
    return {TaxedDraft::Tax::Kept, std::move(draft), std::move(lines)};
  const auto taxed = taxedBy(now.rate, lines, charges, before, sums.tax);
  if (draft.reverseCharge == now.reverseCharge && isSame(lines, taxed))
    return {TaxedDraft::Tax::Same, std::move(draft), std::move(lines)};
  Invoice other = draft;
  other.reverseCharge = now.reverseCharge;
  total(other, taxed);
  if (credits.isCreditedItself || other.total < 0)
    return {TaxedDraft::Tax::Kept, std::move(draft), std::move(lines)};
  return {TaxedDraft::Tax::Changed, std::move(other), taxed};
}

void taxAnew(Invoice &draft, std::vector<StoredLine> &lines, const std::vector<StoredLine> &before,
             const DraftCredits &credits, const std::vector<business::TaxRate> &rates) {
  const auto charged = chargesOf(before, credits);
  const auto sums = Sums::of(charged);
  auto rate = rateOfCharges(charged, sums, before, rates);
  if (sums.tax != 0 && !rate)
    rate = rateOf(*std::find_if(before.begin(), before.end(), isTax), rates,
                  areInclusive(charged, before));
  lines = taxedBy(rate, lines, chargesOf(lines, credits), rate, sums.tax);
  total(draft, lines);
}

} // namespace tenantry::billing
