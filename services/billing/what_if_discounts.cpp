// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/what_if_discounts.h"

#include "services/business/loader.h"
#include "services/catalog/discount.h"

#include <algorithm>

namespace tenantry::billing {

namespace {

/// By line.
std::vector<std::int64_t> takenOff(const std::vector<std::int64_t> &amounts,
                                   const std::vector<catalog::AppliedDiscount> &discounts) {
  std::vector<std::int64_t> sums(amounts.size(), 0);
  for (const auto &shares : catalog::applyDiscounts(amounts, discounts).shares)
    std::transform(sums.begin(), sums.end(), shares.begin(), sums.begin(), std::plus<>());
  return sums;
}

} // namespace

bool WhatIfDiscounts::Redeemed::holdsFor(const RatedDocument &document) const {
  const bool holds = document.index && from <= *document.index && (!to || *document.index < *to);
  return holds || std::find(documents.begin(), documents.end(), document.id) != documents.end();
}

Result<> WhatIfDiscounts::read(store::Session &session, const OrganizationId &after,
                               const OrganizationId &last) {
  m_coupons.clear();
  m_documents.clear();
  TENANTRY_TRY(rows, session.database.query("what_if_coupons", {{"after", after}, {"last", last}}));
  int position = 0;
  for (const auto row : rows) {
    auto &redeemed = m_coupons[{row.get<OrganizationId>(0), row.get<SubscriptionId>(1)}];
    if (redeemed.empty() || position != row.get<int>(2)) {
      TENANTRY_TRY(coupon, business::couponFromJson(row.get<store::Json>(3)));
      redeemed.push_back({std::move(coupon), row.get<int>(4), row.get<std::optional<int>>(5), {}});
    }
    position = row.get<int>(2);
    if (const auto document = row.get<std::optional<QUuid>>(6))
      redeemed.back().documents.push_back(*document);
  }
  return {};
}

Result<> WhatIfDiscounts::readBeside(store::Session &session, const OrganizationId &after,
                                     const OrganizationId &last, const DayRange &began,
                                     const std::vector<QString> &plans) {
  TENANTRY_TRY(rows, session.database.query("what_if_beside", {{"after", after},
                                                               {"last", last},
                                                               {"from", began.from},
                                                               {"to", began.to},
                                                               {"plans", plans}}));
  for (const auto row : rows) {
    TENANTRY_TRY(currency, Currency::parse(row.get<QString>(4)));
    TENANTRY_TRY(unit, parseDecimal(row.get<QString>(5)));
    TENANTRY_TRY(quantity, parseDecimal(row.get<QString>(6)));
    const auto price =
        roundHalfAwayFromZero(unit * quantity * row.get<int>(7) / std::max(row.get<int>(8), 1));
    add({row.get<OrganizationId>(0), row.get<SubscriptionId>(1), row.get<QUuid>(2),
         row.get<std::optional<int>>(3)},
        {{}, currency, price, price});
  }
  return {};
}

bool WhatIfDiscounts::has(const OrganizationId &organization,
                          const SubscriptionId &subscription) const {
  return m_coupons.contains({organization, subscription});
}

void WhatIfDiscounts::add(const RatedDocument &document, RatedLine line) {
  m_documents[document].push_back(std::move(line));
}

void WhatIfDiscounts::take(const Take &told) const {
  for (const auto &[document, lines] : m_documents) {
    if (std::ranges::all_of(lines, [](const auto &line) { return line.planId.isEmpty(); }))
      continue;
    std::vector<catalog::AppliedDiscount> discounts;
    for (const auto &redeemed : m_coupons.at({document.organization, document.subscription}))
      if (redeemed.holdsFor(document) && redeemed.isOf(lines.front().currency))
        discounts.push_back(catalog::toDiscount(redeemed.coupon));
    if (discounts.empty())
      continue;
    discounts = catalog::inDocumentOrder(std::move(discounts));
    std::vector<std::int64_t> now, then;
    for (const auto &line : lines) {
      now.push_back(line.now);
      then.push_back(line.then);
    }
    const auto offNow = takenOff(now, discounts), offThen = takenOff(then, discounts);
    for (std::size_t i = 0; i < lines.size(); ++i)
      if (!lines[i].planId.isEmpty())
        told(document.organization, lines[i], roundHalfAwayFromZero(offNow[i] * lines[i].kept),
             roundHalfAwayFromZero(offThen[i] * lines[i].kept));
  }
}

} // namespace tenantry::billing
