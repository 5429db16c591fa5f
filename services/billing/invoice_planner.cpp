// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/invoice_planner.h"

#include "services/billing/draft_lowering.h"
#include "services/billing/included_tax.h"
#include "services/billing/mid_period.h"
#include "services/core/json.h"
#include "services/subscriptions/taxation.h"

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

std::vector<PlannedLine> advanceLines(const InvoiceOrder &order, const business::Applied &applied) {
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
  proratePart(order, lines);
  return lines;
}

PlannedLine usageLine(const RatedUsage &usage) {
  PlannedLine line;
  line.draft.kind = LineKind::Usage;
  line.draft.item = usage.metric;
  line.draft.metric = usage.metric;
  line.draft.quantity = usage.quantity;
  line.draft.amount = usage.rated.amount;
  line.draft.days = usage.part.days;
  line.partFrom = usage.part.at.from;
  line.parts = usage.rated.parts;
  line.isLate = usage.late;
  if (usage.late)
    line.detail["rated"] = usage.rated.amount;
  return line;
}

/// To the smallest unit that is counted, as what a line bills is counted back.
Rational countedShare(const Rational &quantity, const Rational &share, int decimals) {
  Rational smallest = 1;
  for (int i = 0; i < decimals; ++i)
    smallest /= 10;
  return roundHalfAwayFromZero(quantity * share / smallest) * smallest;
}

/// Usage that came to less than was billed goes back as it was charged: line by line, the latest
/// first, with the discount and the tax of each, and of none more than is left of it (BILL-2). Each
/// carries its own part, as one may lower a draft and another stand on a document; what nothing is
/// left to credit of stays with one that stands.
void creditUsage(const RatedUsage &usage, const std::vector<BilledUsage> &billed, int decimals,
                 const std::map<InvoiceId, StoredDraft> &drafts,
                 std::vector<PlannedLine> &sources) {
  auto left = -usage.rated.amount;
  auto quantityLeft = usage.quantity;
  std::optional<std::size_t> last;
  for (auto one = billed.rbegin(); one != billed.rend() && left > 0; ++one) {
    const auto &line = one->line;
    if (one->part != usage.part.at.from || line.draft.metric != usage.metric)
      continue;
    const auto parts = creditFor(line.state, left, 1);
    if (parts.amount == 0)
      continue;
    const auto sold = soldFor(line.state, parts);
    const bool isDraft = drafts.contains(line.ref.document);
    const bool goesWhole =
        isDraft && line.draft.amount + parts.amount == 0 && quantityLeft + line.draft.quantity < 0;
    const Rational quantity = goesWhole
                                  ? Rational(-line.draft.quantity)
                                  : countedShare(quantityLeft, Rational(sold, left), decimals);
    auto credit = usageLine(usage);
    credit.draft = creditLine(line.draft, line.ref.toString(), parts, usage.part.days);
    credit.draft.quantity = quantity;
    credit.draft.unit = 0;
    credit.detail["rated"] = -sold;
    credit.credits = line.ref;
    if (!last || !isDraft || drafts.contains(sources[*last].credits->document))
      last = sources.size();
    sources.push_back(std::move(credit));
    left -= sold;
    quantityLeft -= quantity;
  }
  if (!last)
    return;
  auto &rest = sources[*last];
  rest.draft.quantity += quantityLeft;
  rest.detail["rated"] = rest.detail["rated"].get<std::int64_t>() - left;
}

std::vector<catalog::AppliedDiscount> discountsOf(const InvoiceOrder &order) {
  std::vector<catalog::AppliedDiscount> discounts;
  for (const auto &redemption : order.redemptions)
    discounts.push_back(catalog::toDiscount(redemption.coupon));
  return catalog::inDocumentOrder(std::move(discounts));
}

// compose() keeps the order within a kind and leaves out what is zero, so sources and results are
// walked together.
void joinSources(const ComposedInvoice &document, std::vector<PlannedLine> sources,
                 PlannedInvoice &planned) {
  auto source = sources.begin();
  planned.lines.reserve(document.lines.size());
  for (const auto &line : document.lines) {
    PlannedLine joined{line, {}, {}};
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
    planned.lines.push_back(std::move(joined));
    const int lineNo = static_cast<int>(planned.lines.size());
    if (line.kind == LineKind::Plan || line.kind == LineKind::Seat ||
        line.kind == LineKind::ProrationCharge)
      planned.billedSpans.push_back({line.item, line.days, lineNo});
  }
}

/// All that the order bills and takes back, before discounts and taxes. The usage of it, and the
/// drafts that it lowers, are written with `planned`.
std::vector<PlannedLine> sourcesOf(const InvoiceOrder &order, const business::Applied &applied,
                                   const std::optional<business::TaxRate> &rate,
                                   const Agreed *agreed, DueBook &book, PlannedInvoice &planned) {
  const auto id = order.organization;
  const bool billsUsage = !order.midPeriod || order.midPeriod->closesUsage;
  if (billsUsage)
    planned.usage = rateUsage(order, applied, book.open[id], book.late[id], book.carried[id]);
  auto sources = agreed ? agreed->lines : advanceLines(order, applied);
  for (const auto &usage : planned.usage.lines)
    if (usage.rated.amount < 0)
      creditUsage(usage, book.billedUsage[id], applied.business.metrics.at(usage.metric).decimals,
                  book.drafts[id], sources);
    else
      sources.push_back(usageLine(usage));
  if (order.midPeriod)
    addCredits(order, applied, rate, book.billed[id], sources);
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
  invoice.kind = InvoiceKind::Recurring;
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
  const auto tax = subscriptions::taxOf(organization, applied.business);
  const auto add = [&](PlannedInvoice made, const ComposedInvoice &document,
                       std::vector<PlannedLine> sources) {
    joinSources(document, std::move(sources), made);
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
  auto sources = sourcesOf(order, applied, tax.rate, agreed, book, made);
  auto document = documentOf(sources, order, tax.rate);
  if (document.total < 0 && order.opensPeriod && !order.midPeriod) {
    // What outweighs a renewal is a credit note before it, and the balance pays the renewal.
    auto credits = takeCredits(sources);
    const auto note = documentOf(credits, order, tax.rate);
    add({}, note, std::move(credits));
    document = documentOf(sources, order, tax.rate);
  }
  add(std::move(made), document, std::move(sources));
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
