// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/invoice_planner.h"

#include "services/billing/draft_lowering.h"
#include "services/billing/included_tax.h"
#include "services/billing/mid_period.h"
#include "services/billing/usage_credits.h"
#include "services/core/json.h"
#include "services/subscriptions/taxation.h"

#include <set>

using namespace Qt::StringLiterals;

namespace tenantry::billing {

namespace {

using subscriptions::InvoiceOrder;

DraftLine advanceLine(LineKind kind, const QString &item, std::int64_t unit, int quantity,
                      const DayRange &days) {
  DraftLine line;
  line.kind = kind;
  line.item = item;
  line.quantity = quantity;
  line.unit = unit;
  line.amount = checkedMultiply(unit, quantity);
  line.days = days;
  return line;
}

/// The rest of a period, after a suspension or a change: the price for what is left of it.
void proratePart(const InvoiceOrder &order, std::vector<PlannedLine> &lines) {
  const bool isChange = chargesRest(order);
  if (order.whole.isEmpty() || (order.period == order.whole && !order.restAt && !isChange))
    return;
  const auto rest =
      isChange
          ? *order.midPeriod
          : subscriptions::MidPeriod{{}, order.whole, order.period, order.wholeAt, order.restAt};
  for (auto &line : lines) {
    line.draft.kind = LineKind::ProrationCharge;
    prorateRest(rest, line);
  }
}

/// One by one, as everything here: a list of pairs would be built as arrays first, for each line of
/// a run.
nlohmann::json explain(const business::PlanVersion &version, const InvoiceOrder &order) {
  nlohmann::json detail;
  detail["plan"] = version.plan.id;
  detail["plan_version"] = version.number;
  detail["interval"] = toString(order.interval);
  return detail;
}

/// What the customer reads of it is the name that it was sold by.
nlohmann::json explain(const business::Addon &addon, const InvoiceOrder &order,
                       const QString &language) {
  nlohmann::json detail;
  detail["addon"] = addon.name.in(language);
  detail["interval"] = toString(order.interval);
  return detail;
}

std::vector<PlannedLine> advanceLines(const InvoiceOrder &order, const business::Applied &applied,
                                      const QString &language) {
  if (!order.opensPeriod)
    return {};
  const auto &version = applied.planVersion(order.planVersion);
  const auto price = subscriptions::recurringPrice(version.plan, order.currency, order.interval,
                                                   order.priceOverride);
  std::vector<PlannedLine> lines;
  if (price.plan.value_or(0) != 0 && changesItem(order, applied, u"plan"_s))
    lines.push_back({advanceLine(LineKind::Plan, u"plan"_s, *price.plan, 1, order.period),
                     {},
                     explain(version, order)});
  if (price.perSeat.value_or(0) != 0 && changesItem(order, applied, u"seat"_s))
    lines.push_back(
        {advanceLine(LineKind::Seat, u"seat"_s, *price.perSeat, order.seats, order.period),
         {},
         explain(version, order)});
  for (const auto &[id, item] : order.items)
    if (const auto each = subscriptions::priceOf(item.addon, order.currency, order.interval);
        each.value_or(0) != 0 && changesItem(order, applied, id))
      lines.push_back({advanceLine(LineKind::Addon, id, *each, item.quantity, order.period),
                       {},
                       explain(item.addon, order, language)});
  proratePart(order, lines);
  return lines;
}

std::vector<catalog::AppliedDiscount> discountsOf(const InvoiceOrder &order) {
  std::vector<catalog::AppliedDiscount> discounts;
  for (const auto &redemption : order.redemptions)
    if (redemption.isOf(order.currency))
      discounts.push_back(catalog::toDiscount(redemption.coupon));
  return catalog::inDocumentOrder(std::move(discounts));
}

// compose() keeps the order within a kind and leaves out what is zero, so sources and results are
// walked together.
void joinSources(std::vector<DraftLine> lines, std::vector<PlannedLine> sources,
                 PlannedInvoice &planned) {
  auto source = sources.begin();
  planned.lines.reserve(lines.size());
  for (auto &made : lines) {
    PlannedLine joined{std::move(made), {}, {}};
    const auto &line = joined.draft;
    while (source != sources.end() && source->draft.amount == 0)
      ++source;
    if (line.kind != LineKind::Discount && line.kind != LineKind::Tax && source != sources.end()) {
      joined.partFrom = source->partFrom;
      joined.detail = std::move(source->detail);
      joined.parts = std::move(source->parts);
      joined.isLate = source->isLate;
      joined.credits = source->credits;
      ++source;
      nameCoupons(line, joined.detail);
      sayIncludedTax(line, joined.detail);
    }
    const int lineNo = static_cast<int>(planned.lines.size()) + 1;
    if (isAdvance(line.kind) || line.kind == LineKind::ProrationCharge)
      planned.billedSpans.push_back({line.item, line.days, lineNo});
    planned.lines.push_back(std::move(joined));
  }
}

bool billsUsage(const InvoiceOrder &order) {
  return !order.midPeriod || order.midPeriod->closesUsage;
}

/// Those that its subscription had before, of parts that it bills.
std::set<Currency> currenciesBefore(const InvoiceOrder &order, const DueBook &book) {
  std::set<Currency> found;
  if (!billsUsage(order))
    return found;
  const auto add = [&](const DueBook::ByOrganization<std::vector<PartUsage>> &all, bool isLate) {
    const auto parts = all.find(order.organization);
    if (parts == all.end())
      return;
    for (const auto &[part, totals, isClosed, isOfEnded] : parts->second)
      if (!isClosed && part.subscription == order.subscription && part.currency &&
          *part.currency != order.currency && (isLate || order.closesPart(part)))
        found.insert(*part.currency);
  };
  add(book.late, true);
  add(book.open, false);
  return found;
}

/// Usage has an invoice of its own where it was sold in another currency.
InvoiceOrder besideIn(Currency currency, InvoiceOrder order) {
  order.currency = currency;
  order.isBeside = true;
  order.opensPeriod = false;
  order.period = order.whole = {};
  order.wholeAt = order.restAt = {};
  order.midPeriod.reset();
  return order;
}

/// All that the order bills and takes back, before discounts and taxes. The usage of it, and the
/// drafts that it lowers, are written with `planned`.
std::vector<PlannedLine> sourcesOf(const InvoiceOrder &order, const business::Applied &applied,
                                   const QString &language,
                                   const std::optional<business::TaxRate> &rate,
                                   const Agreed *agreed, DueBook &book, PlannedInvoice &planned) {
  const auto id = order.organization;
  if (billsUsage(order))
    planned.usage = rateUsage(order, applied, book.open[id], book.late[id], book.carried[id]);
  auto sources = agreed ? agreed->lines : advanceLines(order, applied, language);
  for (const auto &usage : planned.usage.lines)
    if (usage.rated.amount < 0)
      creditUsage(usage, book.billedUsage[id], applied.business.metrics.at(usage.metric).decimals,
                  book.drafts[id], sources);
    else
      sources.push_back(usageLine(usage));
  if (order.midPeriod)
    addCredits(order, applied, language, rate, book.billed[id], sources);
  if (const auto drafts = book.drafts.find(id); drafts != book.drafts.end())
    planned.lowers = lowerDrafts(sources, drafts->second, applied.business.taxRates);
  return sources;
}

ComposedInvoice documentOf(const std::vector<PlannedLine> &sources, const InvoiceOrder &order,
                           const std::optional<business::TaxRate> &rate) {
  std::vector<DraftLine> drafts;
  drafts.reserve(sources.size());
  for (const auto &source : sources)
    drafts.push_back(source.draft);
  return compose(std::move(drafts), discountsOf(order), rate);
}

/// What is taken back of others, out of the sources.
std::vector<PlannedLine> takeCredits(std::vector<PlannedLine> &sources) {
  const auto credits = std::stable_partition(sources.begin(), sources.end(),
                                             [](const PlannedLine &line) { return !line.credits; });
  std::vector<PlannedLine> taken(std::make_move_iterator(credits),
                                 std::make_move_iterator(sources.end()));
  sources.erase(credits, sources.end());
  return taken;
}

void fillHead(PlannedInvoice &planned, const ComposedInvoice &document, const InvoiceOrder &order,
              const organizations::Organization &organization, const business::Applied &applied,
              Instant issuedAt) {
  Invoice &invoice = planned.invoice;
  invoice.organization = order.organization;
  invoice.id = makeId<InvoiceId>(issuedAt);
  invoice.kind = order.isBeside ? InvoiceKind::Change : InvoiceKind::Recurring;
  invoice.subscription = order.subscription;
  invoice.periodIndex = order.index;
  invoice.currency = order.currency;
  invoice.net = document.net;
  invoice.tax = document.tax;
  invoice.total = document.total;
  invoice.customer = DocumentCustomer::of(organization);
  invoice.createdAt = issuedAt;
  setIssueDates(invoice, organization, applied, issuedAt);
}

void useBalance(PlannedInvoice &planned, DueBook &book) {
  auto &balances = book.balances[planned.invoice.organization];
  const auto balance = balances.find(planned.invoice.currency);
  if (balance == balances.end() || planned.invoice.total <= 0)
    return;
  planned.balanceUsed = std::min(balance->second, planned.invoice.total);
  balance->second -= planned.balanceUsed;
}

void explain(const catalog::RatedPart &part, JsonText &json) {
  json.beginObject();
  json.member("from", formatDecimal(part.from, 9));
  json.member("to", formatDecimal(part.to, 9));
  json.member("unit", formatDecimal(part.unit, 12));
  json.member("flat", part.flat);
  json.member("amount", formatDecimal(part.amount, 12));
  json.member("kind", static_cast<std::int64_t>(part.kind));
  json.endObject();
}

} // namespace

std::string_view PlannedLine::explained(JsonText &json) const {
  const bool isUsage = isLate || !parts.empty();
  if (detail.is_null() && !isUsage)
    return {};
  json.begin();
  json.beginObject();
  for (const auto &[name, value] : detail.items())
    json.member(name, value);
  if (isUsage) {
    json.key("parts");
    json.beginArray();
    for (const auto &part : parts)
      explain(part, json);
    json.endArray();
    json.member("late", isLate);
  }
  json.endObject();
  return json.text();
}

void setIssueDates(Invoice &invoice, const organizations::Organization &organization,
                   const business::Applied &applied, Instant now) {
  invoice.issuedOn = organization.zone.dayOf(now);
  invoice.dueOn = *invoice.issuedOn + std::chrono::days(applied.business.invoice.dueDays);
  invoice.dueAt = organization.zone.midnight(*invoice.dueOn);
}

ComposedInvoice composed(const PlannedInvoice &planned) {
  ComposedInvoice document;
  for (const auto &line : planned.lines)
    document.lines.push_back(line.draft);
  document.net = planned.invoice.net;
  document.tax = planned.invoice.tax;
  document.total = planned.invoice.total;
  return document;
}

void planInvoices(const InvoiceOrder &order, const organizations::Organization &organization,
                  const business::Applied &applied, DueBook &book, Instant issuedAt,
                  std::vector<PlannedInvoice> &planned, const Agreed *agreed) {
  static const Agreed nothing;
  if (!agreed) // one that is issued again bills what it billed
    for (const auto currency : currenciesBefore(order, book))
      planInvoices(besideIn(currency, order), organization, applied, book, issuedAt, planned,
                   &nothing);
  const auto tax = subscriptions::taxOf(organization, applied.business);
  const auto add = [&](PlannedInvoice made, ComposedInvoice document,
                       std::vector<PlannedLine> sources) {
    joinSources(std::move(document.lines), std::move(sources), made);
    fillHead(made, document, order, organization, applied, issuedAt);
    made.invoice.reverseCharge = tax.reverseCharge;
    if (order.midPeriod)
      becomeChange(made, order, applied);
    if (made.invoice.total < 0)
      becomeCreditNote(made, order, book);
    settleHead(made, applied, book);
    planned.push_back(std::move(made));
  };
  PlannedInvoice made;
  auto sources = sourcesOf(order, applied, organization.language, tax.rate, agreed, book, made);
  auto document = documentOf(sources, order, tax.rate);
  if (document.total < 0 && order.opensPeriod && !order.midPeriod) {
    // What outweighs a renewal is a credit note before it, and the balance pays the renewal.
    auto credits = takeCredits(sources);
    auto note = documentOf(credits, order, tax.rate);
    add({}, std::move(note), std::move(credits));
    document = documentOf(sources, order, tax.rate);
  }
  add(std::move(made), std::move(document), std::move(sources));
}

void settleHead(PlannedInvoice &planned, const business::Applied &applied, DueBook &book) {
  if (planned.credit) // final at once
    return;
  const Money total(planned.invoice.total, planned.invoice.currency);
  planned.isOnHold = book.onHold.contains(planned.invoice.organization);
  planned.staysDraft = applied.business.finalize == business::Finalize::Review ||
                       applied.business.invoice.needsApproval(total) || planned.isOnHold;
  if (!planned.lines.empty() && !planned.staysDraft)
    useBalance(planned, book);
}

} // namespace tenantry::billing
