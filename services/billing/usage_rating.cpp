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
    else
      settle(usage);
    carry(usage);
  }

  void rate(const PartUsage &usage) {
    forEachMetric(usage.part, [&](const Charges &charges, const business::Metric &metric) {
      const std::int64_t stored = quantityOf(usage, metric);
      const Rational quantity = inUnits(stored, metric);
      const auto limit = limitOf(usage.part, metric.id);
      const auto found = usage.totals.find(metric.id);
      if (found != usage.totals.end() && found->second.chargedAmount() != 0) {
        // what came late to it was billed, and the invoice that closed it is void
        std::int64_t amount = -found->second.chargedAmount();
        for (const auto *charge : charges)
          amount += catalog::rate(*charge, quantity, limit);
        return addDifference(usage.part, charges, metric, found->second, stored, amount);
      }
      std::int64_t amount = 0;
      for (const auto *charge : charges) {
        auto rated = catalog::rateExplained(*charge, quantity, limit);
        amount += rated.amount;
        if (rated.amount != 0)
          m_found.lines.push_back({usage.part, metric.id, quantity, std::move(rated), false});
      }
      if (found != usage.totals.end() && !found->second.isCarried)
        m_found.billed.push_back({usage.part.at.from, metric.id, stored, amount, found->second});
    });
  }

  void addLate(const PartUsage &usage) {
    if (!usage.part.billable)
      return settle(usage);
    forEachMetric(usage.part, [&](const Charges &charges, const business::Metric &metric) {
      const auto found = usage.totals.find(metric.id);
      if (found != usage.totals.end())
        addDifference(usage.part, charges, metric, found->second, found->second.quantity,
                      differenceOf(charges, inUnits(found->second.chargedQuantity(), metric),
                                   inUnits(found->second.quantity, metric),
                                   found->second.chargedAmount(), limitOf(usage.part, metric.id)));
    });
  }

  [[nodiscard]] UsageOfInvoice take() { return std::move(m_found); }

private:
  using Charges = std::vector<const business::Charge *>;

  // A trial is not billed. What its last values were is remembered, so that a late one is seen.
  void settle(const PartUsage &usage) {
    for (const auto &[id, total] : usage.totals)
      if (isKept(id) && total.quantity != total.billedQuantity)
        m_found.billed.push_back({usage.part.at.from, id, total.quantity, 0, total});
  }

  [[nodiscard]] bool isKept(const QString &id) const {
    const auto metric = m_applied.business.metrics.find(id);
    return metric != m_applied.business.metrics.end() &&
           metric->second.aggregation == business::Aggregation::Last;
  }

  // One line, whatever charges of the metric it comes from: so is the total that they share.
  void addDifference(const subscriptions::UsagePart &part, const Charges &charges,
                     const business::Metric &metric, const PartTotal &before, std::int64_t quantity,
                     std::int64_t amount) {
    if (!before.isCarried)
      m_found.billed.push_back(
          {part.at.from, metric.id, quantity, amount + before.unsaidAmount, before});
    if (amount == 0)
      return;
    catalog::RatingResult rated;
    rated.quantity = inUnits(quantity - before.chargedQuantity(), metric);
    rated.amount = amount;
    m_found.lines.push_back({part, metric.id, rated.quantity, std::move(rated), true});
    if (amount > 0 || charges.size() == 1)
      return;
    const auto limit = limitOf(part, metric.id);
    for (const auto *charge : charges)
      m_found.lines.back().charges.push_back(
          {catalog::rate(*charge, inUnits(before.chargedQuantity(), metric), limit),
           catalog::rate(*charge, inUnits(quantity, metric), limit)});
  }

  // What was billed is what was rated before, unless an invoice in between was voided. A minimum
  // that was billed says nothing of that.
  static std::int64_t differenceOf(const Charges &charges, const Rational &before,
                                   const Rational &after, std::int64_t billed,
                                   std::optional<std::int64_t> limit) {
    const bool hasMinimum =
        std::ranges::any_of(charges, [](const auto *charge) { return charge->minimum > 0; });
    std::int64_t amount = hasMinimum ? 0 : -billed;
    for (const auto *charge : charges)
      amount += hasMinimum ? catalog::rateDelta(*charge, before, after, limit)
                           : catalog::rate(*charge, after, limit);
    return amount;
  }

  /// A plan may charge a metric in more than one way: each is a line where the part is closed.
  template <typename F> void forEachMetric(const subscriptions::UsagePart &part, F use) {
    const auto &all = m_applied.planVersion(part.planVersion).plan.charges;
    for (auto charge = all.begin(); charge != all.end(); ++charge) {
      const auto metric = m_applied.business.metrics.find(charge->metric);
      const auto isSame = [&](const business::Charge &other) {
        return other.metric == charge->metric && other.currency == charge->currency;
      };
      if (charge->currency != m_order.currency || metric == m_applied.business.metrics.end() ||
          std::any_of(all.begin(), charge, isSame))
        continue;
      m_charges.clear();
      for (auto other = charge; other != all.end(); ++other)
        if (isSame(*other))
          m_charges.push_back(&*other);
      use(m_charges, metric->second);
    }
  }

  std::int64_t quantityOf(const PartUsage &usage, const business::Metric &metric) const {
    const auto found = usage.totals.find(metric.id);
    if (found != usage.totals.end() && !found->second.isCarried)
      return found->second.quantity;
    const auto last = m_carried.find(metric.id);
    const bool keeps = metric.aggregation == business::Aggregation::Last && last != m_carried.end();
    return keeps ? last->second : 0;
  }

  // Only after the part itself was rated: its own value is what the next parts begin with.
  void carry(const PartUsage &usage) {
    for (const auto &[id, total] : usage.totals)
      if (isKept(id) && !total.isCarried)
        m_carried[id] = total.quantity;
  }

  std::optional<std::int64_t> limitOf(const subscriptions::UsagePart &part,
                                      const QString &metric) const {
    return limitIn(m_applied.planVersion(part.planVersion).plan, part, metric);
  }

  const subscriptions::InvoiceOrder &m_order;
  const business::Applied &m_applied;
  std::map<QString, std::int64_t> &m_carried;
  UsageOfInvoice m_found;
  Charges m_charges; ///< of the metric that is looked at
};

} // namespace

bool mayComeToLess(const PartUsage &usage, const QString &metric,
                   const business::Applied &applied) {
  const auto &total = usage.totals.at(metric);
  if (total.quantity < total.chargedQuantity())
    return true;
  const auto known = applied.business.metrics.find(metric);
  if (known == applied.business.metrics.end())
    return false;
  const auto &plan = applied.planVersion(usage.part.planVersion).plan;
  std::map<Currency, std::int64_t> sums; // all charges of it share what was charged
  for (const auto &charge : plan.charges) {
    if (charge.metric != metric)
      continue;
    const auto rated = catalog::rate(charge, inUnits(total.quantity, known->second),
                                     limitIn(plan, usage.part, metric));
    if (charge.minimum > 0 && rated < total.chargedAmount()) // has no part in what comes late
      return true;
    sums[charge.currency] = checkedAdd(sums[charge.currency], rated);
  }
  return std::ranges::any_of(
      sums, [&total](const auto &sum) { return sum.second < total.chargedAmount(); });
}

UsageOfInvoice rateUsage(const subscriptions::InvoiceOrder &order, const business::Applied &applied,
                         std::vector<PartUsage> &open, std::vector<PartUsage> &late,
                         std::map<QString, std::int64_t> &carried) {
  Rater rater(order, applied, carried);
  const auto isOwn = [&order](const PartUsage &usage) {
    return usage.part.subscription == order.subscription &&
           usage.part.currency.value_or(order.currency) == order.currency;
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
