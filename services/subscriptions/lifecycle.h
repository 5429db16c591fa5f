// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/store/events.h"
#include "services/subscriptions/invoice_order.h"

/// How a subscription moves through time: pure functions, the same for the act, the billing run and
/// every preview.
namespace tenantry::subscriptions {

/// What the rules need to know beside the subscription itself.
struct Surroundings {
  const business::Applied *applied = nullptr;
  Zone zone;                             ///< of the organization
  bool hasPaymentMethod = false;         ///< a trial converts only with one
  std::optional<Rational> includedTax{}; ///< in percent of the price; see taxation.h
  /// The latest day that anything of it begins on, for a command: its day is none before, though
  /// the organization may have moved to a zone in which it is still yesterday.
  std::optional<LocalDay> latestDay{};
};

enum class SpanKind { Trial, Service, Pause, Suspension };
[[nodiscard]] QString toString(SpanKind kind);

/// A stretch of the subscription's life begins on that day; the one before it ends there. No kind:
/// the life ends.
struct SpanCut {
  LocalDay on{};
  std::optional<SpanKind> next;
};

/// Everything that happened to one subscription, to be written in one transaction.
struct Change {
  Subscription after;
  std::int64_t revisionBefore = 0; ///< 0: it is new
  std::vector<SpanCut> spans;
  std::vector<UsagePart> opened;
  std::optional<Instant> cutPartAt; ///< the open usage part ends here instead
  std::optional<Instant> limitsAt;  ///< the part that holds this instant takes over `limits`,
  std::vector<QString> limitsOf{};  ///< of these metrics alone
  std::optional<Instant> raisesAt;  ///< or only those of them that grant more
  OwnLimits limits{};
  std::optional<Currency> currencyBefore; ///< that its parts until then stay in
  std::vector<MrrMovement> movements;
  std::vector<store::NewEvent> events;
  std::vector<InvoiceOrder> orders;
  bool entitlementsChanged = false;
  bool cycleOnly = false; ///< nothing else is new of it but its periods, its next invoice, its MRR
};

/// The limits of its own that a part at `at` has by the change, which had these: those of a
/// contract are taken over, those that add-ons grant where they are more. −1 is more than any.
[[nodiscard]] OwnLimits partLimitsAfter(const Change &change, const InstantRange &at,
                                        OwnLimits limits);

/// What is asked for when a subscription starts.
struct Start {
  OrganizationId organization;
  PlanVersionId planVersion;
  Interval interval = Interval::Month;
  Currency currency;
  int seats = 1;
  int trialDays = 0;
  std::optional<std::int64_t> priceOverride;
  OwnLimits ownLimits{};
  std::optional<business::Coupon> coupon;
  /// Usage until then is counted for the subscription before, which ended this very instant.
  std::optional<Instant> countsFrom{};
};

/// A new subscription from `now` on; its first invoice is due at once, and taken by the next
/// `advance`. Errors `plan.no_price` (not sold in that currency and interval),
/// `coupon.wrong_currency`, `subscription.seats_invalid`.
[[nodiscard]] Result<Change> start(const Start &request, const Surroundings &surroundings,
                                   Instant now);

/// Whether invoices are ordered too, or only time passes (before usage is counted in the period it
/// belongs to).
enum class Advance { WithInvoices, PeriodsOnly };

/// All that is due up to `now` in the order of time: trial reminder and end, boundaries, invoices.
[[nodiscard]] Change advance(Subscription subscription, const Surroundings &surroundings,
                             Instant now, Advance what = Advance::WithInvoices);

/// At the period's end (scheduled) or now. While trialing it ends at once. Error
/// `subscription.not_active` (ended already), `subscription.no_change` (scheduled already).
[[nodiscard]] Result<Change> cancel(Subscription subscription, const Surroundings &surroundings,
                                    Instant now, bool atPeriodEnd);

/// A payment failed or is overdue: it goes on, past due. Nothing happens to one not active.
[[nodiscard]] Change becomePastDue(Subscription subscription, const Surroundings &surroundings,
                                   Instant now);
/// Stands still for what is owed: no more renewals. Nothing happens to one that does not run.
[[nodiscard]] Change suspend(Subscription subscription, const Surroundings &surroundings,
                             Instant now);
/// Nothing overdue is left: past due or suspended becomes active. Where the period has passed
/// meanwhile, the days from now to the next anchor are a period of their own, charged at once.
[[nodiscard]] Change recover(Subscription subscription, const Surroundings &surroundings,
                             Instant now);

/// Takes back what was scheduled. Error `subscription.no_change`.
[[nodiscard]] Result<Change> unschedule(Subscription subscription, const Surroundings &surroundings,
                                        Instant now);

/// Whether its period's end is its own. Error `subscription.not_active` (ended already).
[[nodiscard]] Result<Change> renewByItself(Subscription subscription,
                                           const Surroundings &surroundings, Instant now, bool on);

/// The recurring price for one period in minor units by position: fee and seats, before discounts.
struct RecurringPrice {
  std::optional<std::int64_t> plan;    ///< the fee per subscription
  std::optional<std::int64_t> perSeat; ///< per seat
};
[[nodiscard]] RecurringPrice recurringPrice(const business::Plan &plan, Currency currency,
                                            Interval interval,
                                            std::optional<std::int64_t> priceOverride);

/// What holds instead of the plan's limits: the contract's, and what the plan or it grants with
/// what add-ons add to that. What has no limit gets none by them.
[[nodiscard]] OwnLimits limitsBesidePlan(const business::Plan &plan, const OwnLimits &contract,
                                         const Items &items);

/// What one of an add-on costs; none: it is not sold so.
[[nodiscard]] std::optional<std::int64_t> priceOf(const business::Addon &addon, Currency currency,
                                                  Interval interval);

/// What one period costs in minor units before discounts: fee, seats and add-ons.
[[nodiscard]] std::int64_t recurringSum(const RecurringPrice &price, int seats, const Items &items,
                                        Currency currency, Interval interval);

/// The normalised MRR of a subscription as it stands, in twelfths of a minor unit; 0 unless it is
/// running.
[[nodiscard]] std::int64_t mrrTwelfths(const Subscription &subscription,
                                       const Surroundings &surroundings);

} // namespace tenantry::subscriptions
