// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/charged_usage.h"

#include "services/billing/included_tax.h"

#include <algorithm>

namespace tenantry::billing {

namespace {

/// Of one metric in one part each, the same place in all.
struct AskedTotals {
  std::vector<OrganizationId> organizations;
  std::vector<QString> metrics;
  std::vector<Instant> parts;
  std::vector<std::int64_t> quantities;

  template <typename F> static AskedTotals of(const LateUsage &late, F isAsked) {
    AskedTotals asked;
    for (const auto &[organization, parts] : late)
      for (const auto &usage : parts)
        for (const auto &[metric, total] : usage.totals)
          if (isAsked(metric, total)) {
            asked.organizations.push_back(organization);
            asked.metrics.push_back(metric);
            asked.parts.push_back(usage.part.at.from);
            asked.quantities.push_back(total.quantity);
          }
    return asked;
  }
};

auto placeOf(Instant part, std::vector<PartUsage> &parts) {
  return std::ranges::lower_bound(parts, part, {},
                                  [](const PartUsage &usage) { return usage.part.at.from; });
}

PartUsage partOf(const store::Row &row) {
  PartUsage usage;
  usage.part.organization = row.get<OrganizationId>(0);
  usage.part.at = {row.get<Instant>(2), row.get<Instant>(4)};
  usage.part.subscription = row.get<SubscriptionId>(5);
  usage.part.planVersion = row.get<PlanVersionId>(6);
  usage.part.days = {row.get<LocalDay>(7), row.get<LocalDay>(8)};
  if (const auto limits = row.get<std::optional<store::Json>>(9))
    usage.part.ownLimits = subscriptions::limitsFromJson(*limits);
  if (const auto code = row.get<std::optional<QString>>(10))
    if (const auto currency = Currency::parse(*code))
      usage.part.currency = *currency;
  return usage;
}

/// In the metric's smallest units.
std::int64_t storedOf(const QString &quantity, const business::Metric &metric) {
  Rational stored = parseDecimal(quantity).value_or(Rational(0));
  for (int i = 0; i < metric.decimals; ++i)
    stored *= 10;
  return roundHalfAwayFromZero(stored);
}

} // namespace

Result<> loadFollowing(store::Session &session, const business::Applied &applied, LateUsage &late) {
  const auto &metrics = applied.business.metrics;
  const auto asked = AskedTotals::of(late, [&](const QString &id, const PartTotal &) {
    const auto metric = metrics.find(id);
    return metric != metrics.end() && metric->second.aggregation == business::Aggregation::Last;
  });
  if (asked.parts.empty())
    return {};
  TENANTRY_TRY(rows, session.database.query("billing_following_parts",
                                            {{"organizations", asked.organizations},
                                             {"metrics", asked.metrics},
                                             {"parts", asked.parts},
                                             {"quantities", asked.quantities}}));
  for (const auto row : rows) {
    auto usage = partOf(row);
    auto &parts = late[usage.part.organization];
    auto at = placeOf(usage.part.at.from, parts);
    if (at == parts.end() || at->part.at.from != usage.part.at.from)
      at = parts.insert(at, std::move(usage));
    auto &total = at->totals[row.get<QString>(1)];
    total.quantity = row.get<std::int64_t>(3);
    total.isCarried = true;
  }
  return {};
}

Result<> loadUnsaid(store::Session &session, const business::Applied &applied, LateUsage &late) {
  const auto asked = AskedTotals::of(late, [](const QString &, const PartTotal &total) {
    return total.billedQuantity == 0 && total.billedAmount == 0;
  });
  if (asked.parts.empty())
    return {};
  TENANTRY_TRY(
      rows, session.database.query("billing_charged_usage", {{"organizations", asked.organizations},
                                                             {"metrics", asked.metrics},
                                                             {"parts", asked.parts}}));
  std::map<PartTotal *, std::int64_t> closing; // each charge of a metric says all of it
  for (const auto row : rows) {
    DraftLine line;
    line.kind = LineKind::Usage;
    line.amount = row.get<std::int64_t>(4);
    const auto detail = row.get<std::optional<nlohmann::json>>(5).value_or(nlohmann::json());
    const auto id = row.get<QString>(1);
    auto &total = placeOf(row.get<Instant>(2), late[row.get<OrganizationId>(0)])->totals[id];
    total.unsaidAmount += soldAmount(line, detail);
    const auto metric = applied.business.metrics.find(id);
    if (metric == applied.business.metrics.end())
      continue;
    const auto quantity = storedOf(row.get<QString>(3), metric->second);
    if (detail.is_object() && detail.contains("rated")) {
      total.unsaidQuantity += quantity; // a late line
      continue;
    }
    const auto [known, isFirst] = closing.try_emplace(&total, quantity);
    if (!isFirst) // one that was lowered has what is left
      known->second = std::min(known->second, quantity);
  }
  for (const auto &[total, quantity] : closing)
    total->unsaidQuantity += quantity;
  return {};
}

} // namespace tenantry::billing
