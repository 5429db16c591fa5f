// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/subscriptions/alteration.h"

namespace tenantry::subscriptions {

/// Add-ons that are moved to how they are sold now: whole, and by their ids.
[[nodiscard]] nlohmann::json resoldJson(const Alteration &to);
[[nodiscard]] nlohmann::json resoldIds(const Alteration &to);
void noteAddons(const Items &before, const Items &after, nlohmann::json &payload);

/// The single steps of a subscription's life, each applied to the state and noted in the Change.
/// Internal to lifecycle.
class Steps {
public:
  Steps(Subscription subscription, const Surroundings &surroundings);

  /// Day 0: a trial, or the first period with its invoice at once.
  void begin(int trialDays, std::chrono::microseconds boundaryTime, Instant now,
             Instant countsFrom);
  /// Takes the earliest step that is due; false when none is.
  [[nodiscard]] bool takeNext(Instant now, Advance what);
  /// Whoever asked that it be looked at beside its own steps gets that now, where it is due.
  void meetRequest(Instant now);
  /// Error `subscription.no_change` where it is what is scheduled already.
  [[nodiscard]] Result<> schedule(Scheduled scheduled);
  void renewByItself(bool on);
  void setLimits(OwnLimits limits, const QString &reason, Instant now); ///< see contract.h
  /// Ends at once: what was used is billed at once, nothing is given back.
  void endNow(Status as, Instant now);
  void becomePastDue();
  void becomeActive();
  void suspend(Instant now);
  void endSuspension(Instant now);
  /// See alteration.h, for each of them.
  void alterNow(const Alteration &to, const ProrationBasis &proration, Instant now);
  [[nodiscard]] Result<> alterAtPeriodEnd(const Alteration &to);
  [[nodiscard]] Result<> endCoupon(const QString &coupon, When when, const QString &reason);
  void cancelNow(bool credit, const ProrationBasis &proration, Instant now);
  [[nodiscard]] std::int64_t mrrOnceScheduled() const; ///< changes nothing
  void pause(const ProrationBasis &proration, Instant now);
  void resume(Instant now);
  [[nodiscard]] const Subscription &state() const { return m_change.after; }
  [[nodiscard]] Status status() const { return m_change.after.status; }

  /// Settles MRR and the next due time, and hands over what was noted.
  [[nodiscard]] Change finish(Instant now) &&;

private:
  enum class Step { None, Remind, EndTrial, RemindOfExpiry, Boundary, Invoice };
  struct Next {
    Step step = Step::None;
    Instant at{};
  };
  [[nodiscard]] Next next(Advance what) const;
  void remind(Instant at);
  void remindOfExpiry();
  void endTrial(Instant at);
  void passBoundary(Instant at);
  void orderInvoice(Instant at);

  [[nodiscard]] Instant closingInstant(const InvoiceOrder &order) const;
  void planInvoiceAfter(int index, Instant at);
  void openPeriod(int index, Instant at);
  void openPart(bool billable);
  void cutPart(Instant at);
  void replacePart(UsagePart part);
  void openRestOfPeriod(Instant now);
  void sayRestAt(InvoiceOrder &order) const;
  void end(Status as, LocalDay on, Instant at, Instant invoiceAt);
  void note(const QString &type, nlohmann::json payload = nlohmann::json::object());
  void settleMrr(Instant at);
  void noteMovement(Currency currency, std::int64_t before, std::int64_t after, Instant at);
  [[nodiscard]] InvoiceOrder makeOrder(int index, Instant at) const;
  void billAwaited(Instant now);
  [[nodiscard]] DayRange anchored(int index) const;
  [[nodiscard]] LocalDay dayInPeriod(Instant now) const;
  [[nodiscard]] MidPeriod restOfPeriod(const ProrationBasis &proration, Instant now) const;
  void takeOver(const Alteration &to);
  void takeOver(const Item &item);
  void takeOver(const std::vector<business::Addon> &resold);
  [[nodiscard]] bool grantsMore(const Alteration &to) const; ///< by its add-ons
  void raiseLimits(Instant now);
  [[nodiscard]] OwnLimits partLimits() const; ///< as they are now, see limitsBesidePlan()
  void dropContract();
  void takeCurrency(Currency currency);
  void applyScheduled(LocalDay boundary);
  void beginAnew(Instant now);
  void noteAlteration(const Terms &before, const QString &planBefore, Currency currencyBefore);
  [[nodiscard]] Instant boundaryAt(LocalDay day) const; ///< of one to come: zones change
  [[nodiscard]] LocalDay dayOf(Instant now) const;
  [[nodiscard]] std::chrono::hours grace() const;
  [[nodiscard]] Instant reminderAt() const;
  [[nodiscard]] bool mustTellOfExpiry() const;
  [[nodiscard]] Instant expiryReminderAt() const;
  [[nodiscard]] int months() const { return monthsOf(m_change.after.interval); }

  const Surroundings &m_around;
  Change m_change;
  Currency m_countsIn;                  ///< its MRR until it is settled
  std::optional<Instant> m_requestedAt; ///< due for something else than its own steps
  bool m_movedOn = false;               ///< passed a boundary, ordered an invoice
  bool m_didMore = false;               ///< something that those two do not do
};

} // namespace tenantry::subscriptions
