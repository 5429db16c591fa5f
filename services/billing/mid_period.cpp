// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/mid_period.h"

#include "services/billing/proration.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::billing {

namespace {

using subscriptions::InvoiceOrder;
using subscriptions::MidPeriod;
using subscriptions::Terms;

/// All that is credited, in the order of a document.
std::vector<QString> itemsOf(const Terms &terms) {
  std::vector items{u"plan"_s, u"seat"_s};
  for (const auto &[id, item] : terms.items)
    items.push_back(id);
  return items;
}

/// What an item costs for a whole period: the price of one, and how many.
struct ItemPrice {
  std::int64_t unit = 0;
  int quantity = 1;
  [[nodiscard]] std::int64_t whole() const { return checkedMultiply(unit, quantity); }
  bool operator==(const ItemPrice &) const = default;
};

ItemPrice itemPrice(const QString &item, const Terms &terms, Currency currency,
                    const business::Applied &applied) {
  if (item != "plan"_L1 && item != "seat"_L1) {
    const auto held = terms.items.find(item);
    if (held == terms.items.end())
      return {0, 0};
    const auto each = subscriptions::priceOf(held->second.addon, currency, terms.interval);
    return {each.value_or(0), held->second.quantity};
  }
  const auto price = subscriptions::recurringPrice(applied.planVersion(terms.planVersion).plan,
                                                   currency, terms.interval, terms.priceOverride);
  if (item == "plan"_L1)
    return {price.plan.value_or(0), 1};
  return {price.perSeat.value_or(0), terms.seats};
}

Rational fraction(const MidPeriod &mid) {
  return mid.restAt ? fractionOf(*mid.wholeAt, *mid.restAt) : fractionOf(mid.whole, mid.rest);
}

void explain(const MidPeriod &mid, nlohmann::json &detail) {
  if (!mid.restAt) {
    detail["days"] = (mid.rest.to - mid.rest.from).count();
    detail["days_of_period"] = (mid.whole.to - mid.whole.from).count();
    return;
  }
  detail["from"] = mid.restAt->from;
  detail["to"] = mid.restAt->to;
  detail["period_from"] = mid.wholeAt->from;
  detail["period_to"] = mid.wholeAt->to;
}

/// What was billed before we knew of it, as we would have billed it: plan and seats.
BilledLine asBilled(const QString &item, const ItemPrice &price, const InvoiceOrder &order,
                    const std::optional<business::TaxRate> &rate) {
  DraftLine line;
  line.kind = item == "plan"_L1 ? LineKind::Plan : LineKind::Seat;
  line.item = item;
  line.quantity = price.quantity;
  line.unit = price.unit;
  line.amount = price.whole();
  line.days = order.midPeriod->whole;
  std::vector<catalog::AppliedDiscount> discounts;
  for (const auto &redemption : order.redemptions)
    if (redemption.isOf(order.currency))
      discounts.push_back(catalog::toDiscount(redemption.coupon));
  BilledLine billed;
  billed.draft = compose({line}, discounts, rate).lines.front();
  billed.span = line.days;
  billed.state.billed = {billed.draft.amount, billed.draft.discountShare, billed.draft.taxShare};
  billed.state.priceIncludesTax = rate && rate->inclusive;
  return billed;
}

// From the price that it was billed at: a change without proration leaves lines of what was before.
std::optional<PlannedLine> creditOf(const BilledLine &billed, const MidPeriod &mid) {
  const auto price = roundHalfAwayFromZero(billed.draft.unit * billed.draft.quantity);
  const auto parts = creditFor(billed.state, price, fraction(mid));
  if (parts.total() == 0 && parts.amount == 0)
    return {};
  const auto &document = billed.ref.document;
  PlannedLine line;
  line.draft = creditLine(billed.draft, billed.ref.toString(), parts, mid.rest);
  line.draft.kind = LineKind::ProrationCredit;
  if (mid.restAt)
    line.draft.instants = mid.restAt;
  if (!document.isNull())
    line.credits = billed.ref;
  explain(mid, line.detail);
  return line;
}

void addCreditsOf(const QString &item, const ItemPrice &price, const InvoiceOrder &order,
                  const QString &language, const std::optional<business::TaxRate> &rate,
                  const BilledBook &billed, std::vector<PlannedLine> &sources) {
  const auto &mid = *order.midPeriod;
  const auto held = mid.credits->items.find(item);
  const bool isAddon = held != mid.credits->items.end();
  const auto add = [&](const BilledLine &line) {
    auto credit = creditOf(line, mid);
    if (!credit)
      return;
    if (isAddon)
      credit->detail["addon"] = held->second.addon.name.in(language);
    sources.push_back(std::move(*credit));
  };
  if (billed.elsewhere && !isAddon && price.whole() > 0)
    add(asBilled(item, price, order, rate));
  for (const auto &line : billed.lines)
    if (line.draft.item == item && line.span.contains(mid.rest.from))
      add(line);
}

std::map<InvoiceId, std::int64_t> takenBy(const PlannedInvoice &planned) {
  std::map<InvoiceId, std::int64_t> taken;
  for (const auto &line : planned.lines)
    if (line.credits)
      taken[line.credits->document] -=
          line.draft.amount + line.draft.discountShare + line.draft.taxShare;
  return taken;
}

/// What is open of all that it may credit.
BilledBook withUsage(const DueBook &book, const OrganizationId &organization) {
  BilledBook all;
  if (const auto sold = book.billed.find(organization); sold != book.billed.end())
    all.open = sold->second.open;
  const auto usage = book.billedUsage.find(organization);
  if (usage == book.billedUsage.end())
    return all;
  for (const auto &billed : usage->second) {
    const auto &document = billed.line.ref.document;
    if (billed.due > 0 && std::none_of(all.open.begin(), all.open.end(),
                                       [&](const auto &known) { return known.first == document; }))
      all.open.emplace_back(document, billed.due);
  }
  return all;
}

/// Another note of the same transaction finds the rest.
void lowerOpen(const CreditSplit &split, const OrganizationId &organization, DueBook &book) {
  for (const auto &[invoice, amount] : split.reduces) {
    for (auto &[open, due] : book.billed[organization].open)
      due -= open == invoice ? amount : 0;
    for (auto &usage : book.billedUsage[organization])
      usage.due -= usage.line.ref.document == invoice ? amount : 0;
  }
}

} // namespace

bool chargesRest(const InvoiceOrder &order) {
  return order.midPeriod && order.opensPeriod && order.whole == order.midPeriod->whole;
}

bool changesItem(const InvoiceOrder &order, const business::Applied &applied, const QString &item) {
  if (!order.midPeriod || !order.midPeriod->credits || !chargesRest(order))
    return true;
  return itemPrice(item, *order.midPeriod->credits, order.currency, applied) !=
         itemPrice(item, order.terms(), order.currency, applied);
}

void prorateRest(const MidPeriod &mid, PlannedLine &line) {
  line.draft.amount = roundHalfAwayFromZero(line.draft.amount * fraction(mid));
  line.draft.instants = mid.restAt;
  explain(mid, line.detail);
}

void addCredits(const InvoiceOrder &order, const business::Applied &applied,
                const QString &language, const std::optional<business::TaxRate> &rate,
                const BilledBook &billed, std::vector<PlannedLine> &sources) {
  const auto &mid = *order.midPeriod;
  if (mid.credits)
    for (const auto &item : itemsOf(*mid.credits))
      if (changesItem(order, applied, item))
        addCreditsOf(item, itemPrice(item, *mid.credits, order.currency, applied), order, language,
                     rate, billed, sources);
  std::stable_sort(sources.begin(), sources.end(), [](const PlannedLine &a, const PlannedLine &b) {
    return a.draft.kind < b.draft.kind;
  });
}

void becomeChange(PlannedInvoice &planned, const InvoiceOrder &order,
                  const business::Applied &applied) {
  const auto &mid = *order.midPeriod;
  planned.invoice.kind = InvoiceKind::Change;
  if (mid.credits)
    for (const auto &item : itemsOf(*mid.credits))
      if (changesItem(order, applied, item))
        planned.cuts.push_back({item, mid.rest.from});
}

void becomeCreditNote(PlannedInvoice &planned, const InvoiceOrder &order, DueBook &book) {
  planned.invoice.kind = InvoiceKind::Change;
  const auto split = splitOverInvoices(-planned.invoice.total, takenBy(planned),
                                       withUsage(book, order.organization));
  auto &balance = book.balances[order.organization][order.currency];
  balance = checkedAdd(balance, split.toBalance);
  lowerOpen(split, order.organization, book);
  planned.credit = split;
}

void nameCoupons(const DraftLine &line, nlohmann::json &detail) {
  for (const auto &share : line.couponShares)
    detail["coupons"].push_back({{"coupon", share.coupon}, {"amount", share.amount}});
}

} // namespace tenantry::billing
