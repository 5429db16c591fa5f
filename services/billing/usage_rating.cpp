// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/usage_rating.h"

#include <algorithm>

namespace tenantry::billing {

namespace {

Rational inUnits(std::int64_t stored, const business::Metric &metric) {
  Rational units(stored);
  for (int i = 0; i < metric.decimals; ++i)
    units /= 10;
  return units;
}

std::optional<std::int64_t> limitIn(const business::Plan &plan,
                                    const subscriptions::UsagePart &part, const QString &metric) {
  if (const auto own = part.ownLimits.find(metric); own != part.ownLimits.end())
    return own->second;
  const auto found = plan.limits.find(metric);
  return found == plan.limits.end() ? std::nullopt : std::optional(found->second);
}

class Rater {
public:
  Rater(const subscriptions::InvoiceOrder &order, const business::Applied &applied,
        std::map<QString, std::int64_t> &carried)
      : m_order(order), m_applied(applied), m_carried(carried) {}

  void close(const PartUsage &usage) {
    if (usage.isClosed)
      return carry(usage);
    m_found.closes.push_back(usage.part.at.from);
    if (usage.part.billable)
      rate(usage);
    carry(usage);
  }

  void rate(const PartUsage &usage) {
    forEachCharge(usage.part, [&](const business::Charge &charge, const business::Metric &metric) {
      const std::int64_t stored = quantityOf(usage, metric);
      const Rational quantity = inUnits(stored, metric);
      auto rated = catalog::rateExplained(charge, quantity, limitOf(usage.part, charge.metric));
      const auto found = usage.totals.find(charge.metric);
      const bool isRest = found != usage.totals.end() && found->second.billedAmount != 0;
      if (isRest) { // what came late to it was billed, and the invoice that closed it is void
        rated.amount -= found->second.billedAmount;
        rated.quantity -= inUnits(found->second.billedQuantity, metric);
        rated.parts.clear();
      }
      if (found != usage.totals.end())
        remember({usage.part.at.from, charge.metric, stored, rated.amount, found->second});
      if (rated.amount != 0)
        m_found.lines.push_back(
            {usage.part, charge.metric, rated.quantity, std::move(rated), isRest});
    });
  }

  void addLate(const PartUsage &usage) {
    forEachCharge(usage.part, [&](const business::Charge &charge, const business::Metric &metric) {
      const auto found = usage.totals.find(charge.metric);
      if (found == usage.totals.end())
        return;
      const Rational before = inUnits(found->second.billedQuantity, metric);
      const Rational after = inUnits(found->second.quantity, metric);
      catalog::RatingResult rated;
      rated.quantity = after - before;
      rated.amount = differenceOf(charge, before, after, found->second.billedAmount,
                                  limitOf(usage.part, charge.metric));
      remember(
          {usage.part.at.from, charge.metric, found->second.quantity, rated.amount, found->second});
      if (rated.amount != 0)
        m_found.lines.push_back(
            {usage.part, charge.metric, after - before, std::move(rated), true});
    });
  }

  [[nodiscard]] UsageOfInvoice take() { return std::move(m_found); }

private:
  // Two charges of one metric are two lines and one total.
  void remember(BilledTotal billed) {
    const auto same = std::ranges::find_if(m_found.billed, [&billed](const BilledTotal &other) {
      return other.partFrom == billed.partFrom && other.metric == billed.metric;
    });
    if (same == m_found.billed.end())
      m_found.billed.push_back(std::move(billed));
    else
      same->amount += billed.amount;
  }

  // What was billed is what was rated before, unless an invoice in between was voided. A minimum
  // that was billed says nothing of that.
  static std::int64_t differenceOf(const business::Charge &charge, const Rational &before,
                                   const Rational &after, std::int64_t billed,
                                   std::optional<std::int64_t> limit) {
    if (charge.minimum > 0)
      return catalog::rateDelta(charge, before, after, limit);
    return catalog::rate(charge, after, limit) - billed;
  }

  template <typename F> void forEachCharge(const subscriptions::UsagePart &part, F use) {
    for (const auto &charge : m_applied.planVersion(part.planVersion).plan.charges) {
      const auto metric = m_applied.business.metrics.find(charge.metric);
      if (charge.currency == m_order.currency && metric != m_applied.business.metrics.end())
        use(charge, metric->second);
    }
  }

  std::int64_t quantityOf(const PartUsage &usage, const business::Metric &metric) const {
    const auto found = usage.totals.find(metric.id);
    if (found != usage.totals.end())
      return found->second.quantity;
    const auto last = m_carried.find(metric.id);
    const bool keeps = metric.aggregation == business::Aggregation::Last && last != m_carried.end();
    return keeps ? last->second : 0;
  }

  // Only after the part itself was rated: its own value is what the next parts begin with.
  void carry(const PartUsage &usage) {
    for (const auto &[id, total] : usage.totals) {
      const auto metric = m_applied.business.metrics.find(id);
      if (metric != m_applied.business.metrics.end() &&
          metric->second.aggregation == business::Aggregation::Last)
        m_carried[id] = total.quantity;
    }
  }

  std::optional<std::int64_t> limitOf(const subscriptions::UsagePart &part,
                                      const QString &metric) const {
    return limitIn(m_applied.planVersion(part.planVersion).plan, part, metric);
  }

  const subscriptions::InvoiceOrder &m_order;
  const business::Applied &m_applied;
  std::map<QString, std::int64_t> &m_carried;
  UsageOfInvoice m_found;
};

} // namespace

bool mayComeToLess(const PartUsage &usage, const QString &metric,
                   const business::Applied &applied) {
  const auto &total = usage.totals.at(metric);
  if (total.quantity < total.billedQuantity)
    return true;
  const auto known = applied.business.metrics.find(metric);
  if (known == applied.business.metrics.end())
    return false;
  const auto &plan = applied.planVersion(usage.part.planVersion).plan;
  return std::ranges::any_of(plan.charges, [&](const business::Charge &charge) {
    return charge.metric == metric &&
           catalog::rate(charge, inUnits(total.quantity, known->second),
                         limitIn(plan, usage.part, metric)) < total.billedAmount;
  });
}

UsageOfInvoice rateUsage(const subscriptions::InvoiceOrder &order, const business::Applied &applied,
                         std::vector<PartUsage> &open, std::vector<PartUsage> &late,
                         std::map<QString, std::int64_t> &carried) {
  Rater rater(order, applied, carried);
  const auto isOwn = [&order](const PartUsage &usage) {
    return usage.part.subscription == order.subscription;
  };
  for (const auto &usage : late)
    if (isOwn(usage))
      rater.addLate(usage);
  std::erase_if(late, isOwn);
  const auto ended = [&order, isOwn](const PartUsage &usage) {
    if (usage.isClosed)
      return usage.part.at.to <= order.closes;
    return isOwn(usage) && order.closesPart(usage.part);
  };
  for (const auto &usage : open)
    if (ended(usage))
      rater.close(usage);
  open.erase(std::remove_if(open.begin(), open.end(), ended), open.end());
  return rater.take();
}

} // namespace tenantry::billing
