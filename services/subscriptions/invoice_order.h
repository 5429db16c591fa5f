// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/subscriptions/values.h"

/// What a subscription's life asks billing for: the language between the two.
namespace tenantry::subscriptions {

/// What a subscription pays for in advance.
struct Terms {
  PlanVersionId planVersion;
  Interval interval = Interval::Month;
  int seats = 1;
  std::optional<std::int64_t> priceOverride;
  Items items;
  bool operator==(const Terms &) const = default;
};
[[nodiscard]] Terms termsOf(const Subscription &subscription);

/// What a change within a period asks for beside what it charges: what is left of the period is
/// credited as it was paid for. The day of the change belongs to what comes after it.
struct MidPeriod {
  std::optional<Terms> credits; ///< as it was; none: nothing was paid for (after a pause)
  DayRange whole;               ///< the anchored period
  DayRange rest;                ///< what is left of it
  std::optional<InstantRange> wholeAt{}, restAt{}; ///< again where proration is by the second
  bool closesUsage = false;                        ///< a period, or the subscription, ends with it
};

/// An invoice that a boundary or a change asks for: the coming period in advance, the usage of what
/// ended in arrears.
struct InvoiceOrder {
  OrganizationId organization;
  SubscriptionId subscription;
  int index = 0; ///< of the boundary: the period it opens
  Instant at{};  ///< when it is to be issued: the boundary, or that much later as usage is awaited
  Instant closes{};        ///< usage parts that end at or before this instant are billed with it
  bool opensPeriod = true; ///< false: the subscription ended at that boundary, only usage is billed
  DayRange period;         ///< of the prices in advance; empty where none are
  DayRange whole{};        ///< the anchored period that `period` is, or is the rest of
  std::optional<InstantRange> wholeAt{},
      restAt{}; ///< again where it is the rest and proration is by the second
  PlanVersionId planVersion;
  Interval interval = Interval::Month;
  Currency currency;
  int seats = 1;
  std::optional<std::int64_t> priceOverride;
  Items items{};
  std::vector<Redemption> redemptions;  ///< those that hold for this index
  std::optional<MidPeriod> midPeriod{}; ///< of a change; none: a boundary asks for it
  bool isBeside =
      false; ///< usage alone, beside the invoices of boundaries and of no number of theirs
  /// Instead of `closes`: a boundary that others have followed since; the zone may be another now.
  std::optional<LocalDay> closesBy{};
  [[nodiscard]] Terms terms() const { return {planVersion, interval, seats, priceOverride, items}; }
  [[nodiscard]] bool closesPart(const UsagePart &part) const {
    return closesBy ? part.days.to <= *closesBy : part.at.to <= closes;
  }
};

} // namespace tenantry::subscriptions
