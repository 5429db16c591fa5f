// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/values.h"
#include "services/core/id.h"
#include "services/core/period.h"
#include "services/store/session.h"
#include <functional>

/// What coupons take off documents that are rated again: as on the documents themselves, each on
/// the whole of what stands on it, of which a part may have been taken back since.
namespace tenantry::billing {

/// A document that was issued, or the next one of a subscription.
struct RatedDocument {
  OrganizationId organization;
  SubscriptionId subscription;
  QUuid id{};                 ///< null: it is to come
  std::optional<int> index{}; ///< the period whose coupons it has; none: of a credit note
  friend bool operator<(const RatedDocument &a, const RatedDocument &b) {
    return std::tie(a.organization, a.subscription, a.id, a.index) <
           std::tie(b.organization, b.subscription, b.id, b.index);
  }
};

/// A line of it, both times.
struct RatedLine {
  QString planId; ///< empty: it stays as it is, and only bears its share of an amount
  Currency currency;
  std::int64_t now = 0;
  std::int64_t then = 0;
  Rational kept = 1; ///< the part of it that stands
};

class WhatIfDiscounts {
public:
  /// The coupons of the organizations in (after, last], in place of those before.
  [[nodiscard]] Result<> read(store::Session &session, const OrganizationId &after,
                              const OrganizationId &last);
  /// What stands on documents beside the lines of those plans, in periods that began in [from, to).
  [[nodiscard]] Result<> readBeside(store::Session &session, const OrganizationId &after,
                                    const OrganizationId &last, const DayRange &began,
                                    const std::vector<QString> &plans);
  [[nodiscard]] bool has(const OrganizationId &organization,
                         const SubscriptionId &subscription) const;
  void add(const RatedDocument &document, RatedLine line);
  /// What they take of each line of a plan that was added, both times, at most zero.
  using Take = std::function<void(const OrganizationId &organization, const RatedLine &line,
                                  std::int64_t now, std::int64_t then)>;
  void take(const Take &told) const;

private:
  struct Redeemed {
    business::Coupon coupon;
    int from = 0;
    std::optional<int> to;
    std::vector<QUuid> documents; ///< that it has discounted, also where it was ended since
    [[nodiscard]] bool holdsFor(const RatedDocument &document) const;
    [[nodiscard]] bool isOf(Currency currency) const {
      return !coupon.amount || coupon.amount->currency() == currency;
    }
  };
  std::map<std::pair<OrganizationId, SubscriptionId>, std::vector<Redeemed>> m_coupons;
  std::map<RatedDocument, std::vector<RatedLine>> m_documents;
};

} // namespace tenantry::billing
