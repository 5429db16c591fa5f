// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/draft_lowering.h"

#include "services/billing/draft_store.h"
#include "services/billing/holds.h"
#include "services/billing/included_tax.h"
#include "services/billing/proration.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::billing {

namespace {

constexpr int loweredQuantityPlaces = 9;

bool isSummary(const StoredLine &line) {
  return line.kind == "discount"_L1 || line.kind == "tax"_L1;
}

void lowerCoupons(const DraftLine &credit, StoredLine &line) {
  if (!line.detail.is_object() || !line.detail.contains("coupons"))
    return;
  auto left = nlohmann::json::array();
  for (auto share : line.detail["coupons"]) {
    auto amount = share.at("amount").get<std::int64_t>();
    for (const auto &taken : credit.couponShares)
      if (share.at("coupon") == taken.coupon.toStdString())
        amount += taken.amount;
    share["amount"] = amount;
    if (amount != 0)
      left.push_back(std::move(share));
  }
  line.detail["coupons"] = std::move(left);
}

std::chrono::microseconds elapsedShare(const InstantRange &period, const Rational &share) {
  return std::chrono::microseconds(
      roundHalfAwayFromZero(Rational((period.to - period.from).count()) * share));
}

/// By the second, where either is: which of two kinds holds could not be told.
void endBySecond(const PlannedLine &credit, nlohmann::json &detail) {
  const auto period = [](const nlohmann::json &of) {
    return InstantRange{of.at("period_from").get<Instant>(), of.at("period_to").get<Instant>()};
  };
  const auto share = shareOfPrice(detail);
  const auto ended = instantsOf(credit.detail);
  if (const auto had = instantsOf(detail)) {
    const Rational left = share - shareOfPrice(credit.detail);
    detail["to"] =
        ended ? ended->from : std::max(had->from, had->from + elapsedShare(period(detail), left));
    return;
  }
  const auto whole = period(credit.detail);
  const Rational left = share - shareOfPrice(credit.detail);
  detail.erase("days");
  detail.erase("days_of_period");
  detail["from"] = std::min(ended->from, ended->from - elapsedShare(whole, left));
  detail["to"] = ended->from;
  detail["period_from"] = whole.from;
  detail["period_to"] = whole.to;
}

/// What is left of a price is that of its first days, as of every part of a period.
void endWith(const PlannedLine &credit, StoredLine &line) {
  const auto &days = credit.draft.days;
  if (!line.fromDay || !line.toDay || days.isEmpty() || days.from >= *line.toDay)
    return;
  const auto had = (*line.toDay - *line.fromDay).count();
  const bool bySecond = credit.detail.is_object() && credit.detail.contains("period_from");
  if (!bySecond && days.from <= *line.fromDay)
    return;
  line.toDay = std::max(days.from, *line.fromDay + std::chrono::days(1));
  const auto kind = business::fromWord<LineKind>(line.kind.toStdString());
  if (kind && isAdvance(*kind))
    line.kind = u"proration_charge"_s;
  auto &detail = line.detail;
  if (!detail.is_object())
    detail = nlohmann::json::object();
  if (bySecond || instantsOf(detail))
    return endBySecond(credit, detail);
  if (!detail.contains("days_of_period"))
    detail["days_of_period"] = had;
  detail["days"] = (*line.toDay - *line.fromDay).count();
}

DraftLine soldLine(const StoredLine &line) {
  DraftLine draft;
  draft.kind = *business::fromWord<LineKind>(line.kind.toStdString());
  draft.amount = line.amount;
  draft.taxShare = line.taxShare;
  draft.quantity = parseDecimal(line.quantity).value_or(Rational(1));
  draft.unit = parseDecimal(line.unit).value_or(Rational(0));
  return draft;
}

/// What is left of a price, as it was sold: less a rounded part it is not the other part rounded.
std::int64_t soldAfter(const PlannedLine &credit, const StoredLine &line) {
  const auto draft = soldLine(line);
  const auto &taken = credit.draft;
  if (!includesTax(draft, line.detail))
    return checkedAdd(line.amount, taken.amount);
  CreditedLine state;
  state.billed = {line.amount, line.discountShare, line.taxShare};
  state.priceIncludesTax = true;
  return soldAmount(draft, line.detail) -
         soldFor(state, {taken.amount, taken.discountShare, taken.taxShare});
}

void lowerUsage(const PlannedLine &credit, std::int64_t sold, StoredLine &line) {
  const auto quantity = parseDecimal(line.quantity).value_or(Rational(0)) + credit.draft.quantity;
  line.quantity = formatDecimal(quantity, loweredQuantityPlaces);
  if (!line.detail.is_object())
    return;
  line.detail["rated"] = sold + credit.detail.value("rated", credit.draft.amount);
  line.detail["parts"] = nlohmann::json::array(); // they explained what it was
}

void lowerLine(const PlannedLine &credit, std::vector<StoredLine> &lines) {
  const auto &draft = credit.draft;
  for (auto &line : lines) {
    if (line.lineNo != credit.credits->lineNo)
      continue;
    const auto sold = draft.kind == LineKind::Usage ? soldAmount(soldLine(line), line.detail)
                                                    : soldAfter(credit, line);
    line.amount = checkedAdd(line.amount, draft.amount);
    line.discountShare = checkedAdd(line.discountShare, draft.discountShare);
    line.taxShare = checkedAdd(line.taxShare, draft.taxShare);
    lowerCoupons(draft, line);
    if (draft.kind == LineKind::Usage) {
      lowerUsage(credit, sold, line);
    } else {
      endWith(credit, line);
      line.detail["rated"] = sold;
    }
  }
  for (const auto &share : draft.couponShares) {
    const auto isOf = [&share](const StoredLine &line) {
      return line.kind == "discount"_L1 && (line.item == share.coupon || share.coupon.isEmpty());
    };
    if (const auto found = std::ranges::find_if(lines, isOf); found != lines.end())
      found->amount = checkedAdd(found->amount, share.amount);
  }
}

LoweredDraft lowered(const StoredDraft &draft, const std::vector<PlannedLine> &credits,
                     const std::vector<business::TaxRate> &rates) {
  LoweredDraft made{draft.invoice, draft.invoice, draft.lines, {}};
  for (const auto &credit : credits)
    lowerLine(credit, made.lines);
  std::erase_if(made.lines, [&made](const StoredLine &line) {
    const bool isGone = line.amount == 0 && line.kind != "tax"_L1;
    if (isGone)
      made.dropped.push_back(line.lineNo);
    return isGone;
  });
  taxAnew(made.invoice, made.lines, draft.lines, draft.credits, rates);
  return made;
}

} // namespace

std::int64_t loweredBy(const PlannedInvoice &planned) {
  std::int64_t sum = 0;
  for (const auto &lowered : planned.lowers)
    sum = checkedAdd(sum, lowered.by());
  return sum;
}

std::vector<LoweredDraft> lowerDrafts(std::vector<PlannedLine> &sources,
                                      std::map<InvoiceId, StoredDraft> &drafts,
                                      const std::vector<business::TaxRate> &rates) {
  std::vector<LoweredDraft> all;
  for (auto &[id, draft] : drafts) {
    std::vector<PlannedLine> credits;
    for (const auto &source : sources)
      if (source.credits && source.credits->document == id)
        credits.push_back(source);
    if (credits.empty())
      continue;
    auto made = lowered(draft, credits, rates);
    if (made.invoice.total < 0)
      continue;
    std::erase_if(sources, [&id](const PlannedLine &source) {
      return source.credits && source.credits->document == id;
    });
    draft.invoice = made.invoice;
    draft.lines = made.lines;
    all.push_back(std::move(made));
  }
  return all;
}

Result<> writeLowered(store::Session &session, const LoweredDraft &lowered,
                      std::vector<store::BulkEvent> &events) {
  const auto &invoice = lowered.invoice;
  TENANTRY_TRY(written,
               session.database.execute("draft_lower", {{"organization", invoice.organization},
                                                        {"invoice", invoice.id},
                                                        {"net", invoice.net},
                                                        {"tax", invoice.tax},
                                                        {"total", invoice.total},
                                                        {"net_before", lowered.before.net},
                                                        {"total_before", lowered.before.total}}));
  if (written != 1)
    return fail(u"store.conflict"_s,
                u"Someone else changed the draft at the same moment; look at it again."_s);
  TENANTRY_CHECK(storeDraftLines(session, invoice, lowered.lines, lowered.dropped));
  events.push_back({invoice.organization,
                    {u"invoice.lowered"_s,
                     {{"invoice", invoice.id},
                      {"currency", invoice.currency.code()},
                      {"by", lowered.by()},
                      {"total", invoice.total}}}});
  if (std::ranges::any_of(lowered.lines, [](const StoredLine &line) { return !isSummary(line); }))
    return {};
  TENANTRY_CHECK(
      session.database.execute("invoice_discard", {{"organization", invoice.organization},
                                                   {"invoice", invoice.id},
                                                   {"now", session.clock.now()}}));
  TENANTRY_CHECK(Holds(session).release({invoice.organization, invoice.id}));
  events.push_back({invoice.organization,
                    {u"invoice.discarded"_s,
                     {{"invoice", invoice.id},
                      {"currency", invoice.currency.code()},
                      {"total", invoice.total},
                      {"reason", QString(nothingLeftReason)}}}});
  return {};
}

} // namespace tenantry::billing
