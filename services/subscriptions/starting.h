// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/subscriptions/service.h"

/// A beginning that is decided and not written yet: what the act writes, and what its preview
/// shows.
namespace tenantry::subscriptions {

struct PreparedStart {
  Change change;
  SubscriptionService::Around around;
};

/// Whether the first invoice comes with it, or with the next run of billing.
enum class FirstInvoice { AtOnce, WithTheRun };

/// Errors `subscription.exists`, `organization.closed`, `plan.unknown`, `plan.no_price`, those of
/// redeemable(), `coupon.wrong_currency`, `subscription.seats_invalid`,
/// `subscription.trial_invalid`, `subscription.price_invalid`, those of limitsThen().
[[nodiscard]] Result<PreparedStart> prepareStart(store::Session &session,
                                                 business::AppliedBusiness &business,
                                                 const StartRequest &request, FirstInvoice first);

/// The trial that an organization gets by itself: as the plan offers it to who never had a
/// subscription, none (0) to who comes back. Error `plan.unknown`.
[[nodiscard]] Result<int> usualTrial(store::Session &session, business::AppliedBusiness &business,
                                     const OrganizationId &organization, const QString &planId);

} // namespace tenantry::subscriptions
