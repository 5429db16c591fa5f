// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/subscriptions/lifecycle.h"

/// Changes of what a subscription is, within its period or at its end (SUB-6): pure functions, the
/// same for the act and its preview.
namespace tenantry::subscriptions {

/// What a contract pays for each interval instead of the plan's fee (SUB-8), in minor units; none:
/// the plan's fee again.
struct AgreedPrice {
  std::optional<std::int64_t> minor;
  bool operator==(const AgreedPrice &) const = default;
};

/// What a subscription is to be; what is absent stays as it is.
struct Alteration {
  std::optional<PlanVersionId> planVersion;
  std::optional<Interval> interval;
  std::optional<int> seats;
  std::optional<AgreedPrice> price{};
  std::optional<Currency> currency{};
  std::optional<Item> item{};            ///< so many of the add-on; 0: none of it any more
  std::vector<business::Addon> resold{}; ///< add-ons that it has, as they are sold from now on
};

/// What waits for the period's end; nothing where that is no change of this kind.
[[nodiscard]] Alteration alterationOf(const Scheduled &scheduled);

/// Twelfths of a minor unit, as if the change that waits were made; as it is where none does.
[[nodiscard]] std::int64_t mrrOnceScheduled(const Subscription &subscription,
                                            const Surroundings &surroundings);

enum class When { Now, PeriodEnd };

/// How a change now is prorated.
struct ProrationBasis {
  business::Proration by = business::Proration::Day;
  Instant at{}; ///< where fractions are by the second: when they are taken, at most `now`
};

/// Scheduled for the period's end, in place of what was; or at once, and what was scheduled is
/// dropped. At once the rest of the period is credited as it was and charged as it is now, in one
/// order; another interval begins a new period, with a new anchor, that day. Prorated by `none`
/// nothing is billed before the boundary, and another interval waits for it. While trialing nothing
/// is billed either.
///
/// Another currency waits for the period's end in any case (ORG-1), with what is altered beside it.
/// What was used until then stays in the one that it was used in.
///
/// A contract's own price and limits go with the plan or interval that they were made for, its
/// price with its currency; another version of that plan leaves them. A price that is agreed with
/// the change is for what comes. Add-ons stay, each as it was sold; more of one is more of what it
/// was, unless it is moved to how it is sold now. Errors `subscription.not_active` (ended, paused
/// or suspended), `subscription.no_change`, `subscription.seats_invalid`,
/// `subscription.price_invalid`, `plan.no_price`, `addon.quantity_invalid`, `addon.no_price` (also
/// of one that it has, in another interval or currency).
[[nodiscard]] Result<Change> alter(Subscription subscription, const Surroundings &surroundings,
                                   Instant now, const Alteration &to, When when,
                                   const ProrationBasis &proration);

/// Ends at once: usage is billed, and with `credit` the remaining days are credited. Error
/// `subscription.not_active` (ended already).
[[nodiscard]] Result<Change> cancelNow(Subscription subscription, const Surroundings &surroundings,
                                       Instant now, bool credit, const ProrationBasis &proration);

/// Stands still by wish: the remaining days are credited, what was used is billed, and nothing more
/// until it goes on but what comes late of that. Error `subscription.not_active`.
[[nodiscard]] Result<Change> pause(Subscription subscription, const Surroundings &surroundings,
                                   Instant now, const ProrationBasis &proration);
/// Goes on: the days from now to the next anchor are charged. Error `subscription.not_paused`.
[[nodiscard]] Result<Change> resume(Subscription subscription, const Surroundings &surroundings,
                                    Instant now);

/// A redeemed coupon takes nothing more off: of what is billed from now on, or for the periods
/// after the one that runs. What is issued or drafted stays. Errors `coupon.not_redeemed`,
/// `coupon.ended` (after that it takes nothing off as it is), `subscription.not_active`.
[[nodiscard]] Result<Change> endCoupon(Subscription subscription, const Surroundings &surroundings,
                                       Instant now, const QString &coupon, When when,
                                       const QString &reason = {});

} // namespace tenantry::subscriptions
