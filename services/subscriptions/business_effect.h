// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/apply.h"
#include "services/core/period.h"

/// What a change of the business files does to the subscriptions there are.
namespace tenantry::subscriptions {

/// The live subscriptions of one plan in one currency and interval, whatever their version.
struct BookEffect {
  Currency currency;
  Interval interval = Interval::Month;
  std::int64_t subscriptions = 0;
  std::int64_t unpriced = 0; ///< of them: what is new has no price for them
  std::int64_t mrrNow = 0;   ///< twelfths of a minor unit
  std::int64_t mrrMoved = 0; ///< if all that have a price moved to the new version
  bool operator==(const BookEffect &) const = default;
};

/// What happens to one plan that changes. Live subscriptions keep the version they have until they
/// are moved.
struct PlanEffect {
  QString planId;
  std::optional<std::int64_t> newVersion; ///< none: the plan is no longer sold
  std::vector<BookEffect> book;           ///< by currency and interval
  [[nodiscard]] std::int64_t subscriptions() const;
  bool operator==(const PlanEffect &) const = default;
};

/// What happens to an add-on that is sold otherwise, or no longer. Who has it keeps it as it was
/// sold.
struct AddonEffect {
  QString addonId;
  bool isSold = true;
  std::vector<BookEffect> book; ///< of those that have it; `mrrMoved`: if they had it as it is sold
  [[nodiscard]] std::int64_t subscriptions() const;
  bool operator==(const AddonEffect &) const = default;
};

struct PlanReport {
  std::vector<business::Change> changes;
  std::vector<PlanEffect> effects;   ///< by plan; plans that nobody has yet are left out
  std::vector<Error> refusals;       ///< `business.metric_in_use`: what is live needs it
  std::vector<AddonEffect> addons{}; ///< as the effects
};

/// What else cannot work with the records there are; supplied by the later domains that own them.
using RecordCheck = std::function<Result<std::vector<Error>>(
    store::Session &session, const business::Business &before, const business::Business &after)>;

/// Reads the book and says what would happen. Nothing is written.
[[nodiscard]] Result<PlanReport> planReport(store::Session &session,
                                            const business::Applied &before,
                                            const business::Business &after,
                                            const RecordCheck &check = {});
/// Applies and reports what happened, in one transaction. `seen`: the version that its plan was
/// compared to. Errors `business.refused`, `business.version_changed`.
[[nodiscard]] Result<PlanReport> applyBusiness(store::Session &session,
                                               const business::Business &after,
                                               const QString &author, const RecordCheck &check = {},
                                               std::optional<std::int64_t> seen = std::nullopt);

/// One line for each change, effect and refusal, the same for what would happen and what did.
[[nodiscard]] QStringList toLines(const PlanReport &report);

} // namespace tenantry::subscriptions
