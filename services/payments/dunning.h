// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/values.h"
#include "services/payments/dunning_waits.h"

/// What becomes of an invoice that is not paid (BILL-5): pure rules. All times count in whole days
/// of 24 hours.
namespace tenantry::payments {

/// A try that ended without money.
struct FailedTry {
  Instant startedAt{};
  Instant failedAt{};
  QString declineCode;
  bool withMethodInForce = false; ///< false: the customer has another method, or none, by now
};

/// One open invoice.
struct OpenDebt {
  Instant issuedAt{};
  Instant dueAt{};
  std::vector<FailedTry> failures; ///< oldest first
  bool hasMethod = false;
  bool isTryRunning = false;      ///< pending or unknown: its outcome decides, nothing else happens
  std::vector<Wait> extensions{}; ///< that were given and not taken back
  /// When this amount was tried in vain with the method in force, of whatever invoice; oldest
  /// first.
  std::vector<Instant> alike{};
};

/// What a plan waits for. `Resume`: an extension ends.
enum class DunningAct { None, PastDue, Retry, Suspend, Finish, Resume };

struct DunningPlan {
  bool isPastDue = false;            ///< a try has failed, or without any the due date has passed
  bool retry = false;                ///< it is to be tried again now
  bool suspend = false;              ///< its subscription does not go on
  bool isFinal = false;              ///< nothing more is awaited
  std::optional<Instant> next{};     ///< when to look again
  DunningAct act = DunningAct::None; ///< for what
  bool operator==(const DunningPlan &) const = default;
};

/// Declines after which the same method is not tried again: those that the policy names, and the
/// one that waits for the customer to act.
[[nodiscard]] bool isRetried(const business::Dunning &policy, const QString &declineCode);

/// The one that waits for the customer to act.
[[nodiscard]] bool needsCustomer(const QString &declineCode);

/// From when on this amount may be tried once more with that method: card networks count its failed
/// tries within 30 days. None: at any time.
[[nodiscard]] std::optional<Instant> mayTryFrom(const business::Dunning &policy,
                                                const std::vector<Instant> &alike);
constexpr std::chrono::hours triesCountFor{24 * 30};

/// Retries come n × 24 h after the first failure. The first failure at or past `suspend_after_days`
/// since issue suspends; where no try will come any more that moment itself does. What no try was
/// ever made for counts from its due date instead, to the final step too. A retry that would be one
/// too many for card networks is left out.
[[nodiscard]] DunningPlan planDunning(const business::Dunning &policy, const OpenDebt &debt,
                                      Instant now);

} // namespace tenantry::payments
