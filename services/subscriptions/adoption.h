// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/subscriptions/lifecycle.h"

/// How a subscription that began in another system goes on here: a pure function.
namespace tenantry::subscriptions {

/// What the other system says of it.
struct Adoption {
  OrganizationId organization;
  PlanVersionId planVersion;
  Status status = Status::Active;
  Interval interval = Interval::Month;
  Currency currency;
  int seats = 1;
  std::optional<std::int64_t> priceOverride;
  Instant startedAt{};
  std::optional<InstantRange> period; ///< the one that runs; none: counted from the start
  std::optional<Instant> trialEnd;    ///< needed while trialing
  std::optional<Instant> endedAt;     ///< needed where it has ended
};

/// The subscription as it stands, with the stretches of its life, its MRR from its start on and the
/// usage part of the period that runs. That period counts as invoiced: the first invoice is that of
/// the next boundary. Boundaries fall where the other system has them. Its only event is
/// `subscription.created`, marked as imported. Errors `subscription.period_invalid` (no whole
/// interval), `subscription.date_invalid` (a date that it needs is missing or out of order).
[[nodiscard]] Result<Change> adopt(const Adoption &adoption, const Surroundings &surroundings,
                                   Instant now);

} // namespace tenantry::subscriptions
