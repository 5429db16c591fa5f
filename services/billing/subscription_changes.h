// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/planned_invoice.h"
#include "services/core/seen_rows.h"
#include "services/store/events.h"
#include "services/subscriptions/alteration.h"
#include "services/subscriptions/service.h"
#include <QStringList>

namespace tenantry::billing {

/// What a person wants of the live subscription of an organization, or that one begins; what is
/// absent stays.
struct ChangeRequest {
  enum class Kind {
    Alter,
    Cancel,
    Pause,
    Resume,
    Start,
    Redeem,
    EndCoupon,
    Renewal,
    Limits,
    Unschedule ///< what waits for the period's end is taken back
  };
  OrganizationId organization;
  Kind kind = Kind::Alter;
  QString planId;
  bool toNewestVersion = false; ///< of the plan that it has
  std::optional<Interval> interval{};
  std::optional<int> seats{};
  QString addonId{}; ///< of what is altered, where not empty: so many of it, 0 none any more
  int quantity = 1;
  QStringList addonsResold{}; ///< add-ons that it has: from then on as they are sold now
  subscriptions::When when = subscriptions::When::Now;
  std::optional<business::Proration> proration{}; ///< none: as the business says
  bool credit = false;                            ///< cancel now: the remaining days are credited
  QString couponId{};                             ///< of a start, where not empty; redeemed; ended
  std::optional<int> trialDays{};                 ///< of a start; none: no trial
  std::optional<std::int64_t> priceOverride{};    ///< of a start, minor units per interval
  std::optional<subscriptions::AgreedPrice> price{}; ///< of what is altered
  std::optional<Currency> currency{};   ///< likewise; with what else at the period's end
  subscriptions::WantedLimits limits{}; ///< of the contract; of a start, or alone
  std::optional<subscriptions::LimitsAsSet> limitsAsSet{}; ///< of limits that are taken back
  QString reason{};   ///< of limits alone, where given of an end, also of a coupon
  bool renews = true; ///< whether it renews by itself from now on
};

/// What a change comes to, down to the cent: shown before it, and the same after it.
struct ChangePicture {
  Instant at{};
  subscriptions::Subscription before; ///< without an id where it begins
  subscriptions::Subscription after;
  std::int64_t mrrOnceScheduled =
      0; ///< twelfths, once what waits for the period's end is done, in its currency then
  std::vector<PlannedInvoice> awaited;    ///< invoices that are due before the change is made; of
                                          ///< usage in another currency beside it
  std::optional<PlannedInvoice> document; ///< its invoice or credit note; none: nothing is billed
  std::int64_t balanceBefore = 0;         ///< in the subscription's currency, minor units
  std::int64_t balanceAfter = 0;
  std::optional<PlannedInvoice> next; ///< the invoice after it, as it would be with today's usage
  std::optional<PlannedInvoice> nextWithout; ///< of a coupon, or of what is taken back: that
                                             ///< invoice as it would be otherwise
  std::vector<QString> uncharged{}; ///< metrics that its plan charges, but not in the currency that
                                    ///< it has once what waits is done

  [[nodiscard]] bool begins() const { return before.id.isNull(); }
  /// What the change is billed with, less what it takes off drafts; below zero: credited.
  [[nodiscard]] std::int64_t total() const;
  /// What is left to be paid of it once the balance has paid its part.
  [[nodiscard]] std::int64_t dueNow() const;
  /// All that is issued in its currency when it is made, invoices that are due before it too: what
  /// it bills less what it credits, and what of that is left to be paid.
  struct AtOnce {
    std::int64_t billed = 0, due = 0;
  };
  [[nodiscard]] AtOnce atOnce() const;
  /// All that somebody who confirms it has seen, as names and values.
  [[nodiscard]] nlohmann::json figures() const;
  [[nodiscard]] QString digest() const; ///< of the figures

private:
  [[nodiscard]] nlohmann::json firstInvoice() const;
};

/// What was shown, and when.
struct SeenPicture {
  Instant at{};
  nlohmann::json figures; ///< or null: only the digest is known
  QString digest;
  [[nodiscard]] static SeenPicture of(const ChangePicture &picture);
  [[nodiscard]] static std::optional<SeenPicture> of(const Seen &seen); ///< none: nothing was
};

/// Changes of a subscription with what they bill, in one transaction (SUB-6): state, spans, parts,
/// MRR, invoice or credit note, ledger, balance and events. The preview is the same code without
/// the writing.
class SubscriptionChanges {
public:
  SubscriptionChanges(store::Session &session, business::AppliedBusiness &business)
      : m_session(session), m_business(business) {}

  /// Errors as of alteration.h, `subscription.not_found`, `plan.unknown`, `addon.unknown`; of a
  /// start as of prepareStart(), of a coupon as of prepareRedeeming() and endCoupon(), of the
  /// renewal and of what is taken back `subscription.no_change`, of the limits as of setLimits().
  [[nodiscard]] Result<ChangePicture> preview(const ChangeRequest &request);
  /// Errors `subscription.reason_missing` (of limits alone), `subscription.picture_changed`, naming
  /// what differs, where it comes to something else than what was seen. A net credit is in the
  /// balance afterwards: the caller lets that pay what is open.
  [[nodiscard]] Result<ChangePicture> act(const ChangeRequest &request,
                                          const std::optional<SeenPicture> &seen = {});

private:
  struct Computed;
  [[nodiscard]] Result<Computed> compute(const ChangeRequest &request, Instant prorateAt);
  [[nodiscard]] Result<Computed> decide(const ChangeRequest &request, Instant prorateAt);
  [[nodiscard]] Result<Computed> decideStart(const ChangeRequest &request);
  [[nodiscard]] Result<> write(Computed &computed);
  store::Session &m_session;
  business::AppliedBusiness &m_business;
};

} // namespace tenantry::billing
