// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/subscription_changes.h"

/// Customers keep the version of a plan that they bought (SUB-2), and add-ons as they were sold
/// (SUB-9), until somebody moves them to how it is sold now: one by one, each in a transaction of
/// its own, as if each were changed by hand.
namespace tenantry::payments {

struct MoveWhat {
  bool plan = true;    ///< to the version of it that is sold now
  bool addons = false; ///< to how those that it has are sold now; what is sold no more stays
  QString addonId{};   ///< of these only that one; empty: all
};

struct MoveHow {
  subscriptions::When when = subscriptions::When::PeriodEnd;
  std::optional<business::Proration> proration{}; ///< of a move now; none: as the business says
  bool preview = true;                            ///< nothing is written
  MoveWhat what{};
};

/// What became, or would become, of one.
struct Moved {
  bool waitsAlready = false; ///< its period's end does it anyway, and it is to move no sooner
  std::int64_t mrrBefore = 0, mrrAfter = 0; ///< twelfths, once it has moved
  std::int64_t dueNow = 0;                  ///< minor units, with invoices that are due before it
  Currency currency;
  Seen seen{}; ///< what it was shown as
  /// Why, where the plan was to move as well and its add-ons alone do.
  std::optional<Error> planStays{};
};

/// To the version of its plan and to the add-ons that are sold now; a contract's own price stays,
/// and how many it has of each. A move takes the place of the same move, or of a part of it, that
/// waits for its period's end. Errors as of SubscriptionChanges, `subscription.no_change` (it
/// has all of that), `subscription.scheduled` (its period's end does something else, or more than
/// that: that is not replaced). `seen`: of the preview that was confirmed.
[[nodiscard]] Result<Moved> moveToNewest(store::Session &session,
                                         business::AppliedBusiness &business,
                                         const OrganizationId &organization, const MoveHow &how,
                                         const Seen &seen = {});

/// What the move of all of them came to, or would.
struct MoveReport {
  struct Sum {
    std::int64_t subscriptions = 0;
    std::int64_t mrrBefore = 0, mrrAfter = 0; ///< twelfths
    std::int64_t dueNow = 0;                  ///< minor units
  };
  struct Refused {
    OrganizationId organization; ///< null: it is the plan that stays, whoever has it
    QString name;
    Error why;
  };
  static constexpr std::size_t mostListed = 1000;

  std::map<Currency, Sum> moved;
  std::int64_t waitedAlready = 0;
  std::int64_t refusedCount = 0;
  std::vector<Refused> refused; ///< the first of them
  QString digest;               ///< changes with what becomes of any of them
};

/// All live subscriptions that have something of that otherwise than it is sold now: of the plan,
/// where one is named, else of any (add-ons alone). Of a plan that is sold no more the add-ons
/// move, and the plan is among the refused. Run again it does what is left. `expected` is the
/// digest of the preview that was confirmed: where it comes to something else, nothing is moved,
/// and who changes while it runs stays. Errors `plan.unknown`, `addon.unknown`,
/// `subscription.picture_changed`.
[[nodiscard]] Result<MoveReport> moveAll(store::Session &session,
                                         business::AppliedBusiness &business, const QString &planId,
                                         const MoveHow &how, const QString &expected = {});

} // namespace tenantry::payments
