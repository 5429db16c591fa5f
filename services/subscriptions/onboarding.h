// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/jobs/consumer.h"
#include "services/subscriptions/service.h"

/// How a new customer comes to a subscription (ORG-3).
namespace tenantry::subscriptions {

/// What an organization in that currency begins with: the named plan, with its trial where it has
/// one, or, named none, the trial of the business files. None where those have no trial, or its
/// plan is not sold in that currency by the month. Errors `plan.unknown`, `plan.no_price`, of a
/// plan that was named.
[[nodiscard]] Result<organizations::Beginning>
beginningOf(const business::Applied &applied, Currency currency, const QString &planId = {});

/// Creates an organization that is in onboarding: it is told of by `organization.created`, and the
/// consumers of that event start its subscription and welcome it. Errors of `beginningOf` and of
/// `OrganizationService::create`.
[[nodiscard]] Result<OrganizationId> onboard(store::Session &session,
                                             business::AppliedBusiness &business,
                                             const organizations::Organization &draft,
                                             const QString &planId = {});

/// Starts what `organization.created` promises, by the month; not for an organization that has had
/// a subscription by then, or is not in onboarding any more.
[[nodiscard]] jobs::Consumer onboardingConsumer();

} // namespace tenantry::subscriptions
