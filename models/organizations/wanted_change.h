// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/money.h"
#include "services/subscriptions/values.h"
#include <QList>

namespace tenantry::models {

/// What can be had in the subscription's currency; the organization's, where there is none.
struct PlanOffer {
  QString id;
  QString name;
  QList<Interval> intervals;
  int trialDays = 0;
  subscriptions::OwnLimits limits{}; ///< by metric, −1: unlimited
};

/// An add-on as it is sold, or as the subscription has it.
struct AddonOffer {
  QString id;
  QString name;
  int held = 0;
  int most = 1;
  Money each; ///< for a period
};

/// What is to become of limits, by metric: −1 is unlimited, none gives the plan's back.
using WantedLimits = std::map<QString, std::optional<std::int64_t>>;

/// What limits stood on when they were set.
struct LimitsAsSet {
  SubscriptionId subscription;
  QString planId;
  Interval interval = Interval::Month;
  subscriptions::OwnLimits limits{};
  bool operator==(const LimitsAsSet &) const = default;
};

/// What a person wants of the subscription, whole: what stays is given as it is.
struct WantedChange {
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
    Addon,
    TakeBack
  };
  Kind kind = Kind::Alter;
  QString planId;
  Interval interval = Interval::Month;
  int seats = 1;
  bool now = true, agreesPrice = false; ///< of another plan: the price is agreed anew, to `price`
  bool credit = false;                  ///< of an end now
  std::optional<business::Proration> proration{}; ///< none: as the business says
  QString couponId{};                             ///< of a start, where not empty; redeemed; ended
  int trialDays = 0;                              ///< of a start
  std::optional<std::int64_t> price{};            ///< of a start or plan, instead of the plan's
  WantedLimits limits{};                          ///< of the contract; of a start, or alone
  QString reason{};                               ///< of limits alone
  std::optional<LimitsAsSet> limitsAsSet{};       ///< of limits that are taken back
  subscriptions::Scheduled scheduled{};           ///< that is taken back: as it was set
  std::optional<Currency> currency{};             ///< of another plan: from the next period on
  bool renews = true;
  QString addonId{}; ///< so many of it, 0 none
  int quantity = 1;
  bool operator==(const WantedChange &) const = default;
};

struct ChangeLine {
  QString kind; ///< plan, seat, proration_credit, …
  QString item;
  DayRange days; ///< empty: none
  Money amount;
  QString name{}; ///< of an add-on
};

/// What it comes to, to the cent.
struct ChangePreview {
  subscriptions::Subscription before;
  subscriptions::Subscription after;
  std::vector<ChangeLine> lines; ///< empty: nothing is billed now
  bool isCreditNote = false;
  Money total; ///< of the invoice; of a credit note what is credited
  Money fromBalance, dueNow, toBalance;
  Money lowersInvoices, lowersDrafts; ///< by a credit note; by what it takes back of them itself
  Money balanceAfter;
  Money awaited; ///< invoices that are due before it
  bool staysDraft = false;
  std::optional<Money> next, awaitedBefore; ///< that: of usage in the currency it had
  std::optional<LocalDay> nextOn;
  std::optional<Money> nextWithout; ///< of a coupon: the next invoice as it would be otherwise
  QStringList uncharged{}; ///< metrics that the plan does not charge in the currency that waits
  [[nodiscard]] bool begins() const { return before.id.isNull(); }
};

} // namespace tenantry::models
