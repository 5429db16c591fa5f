// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/subscriptions/onboarding.h"

#include "services/core/log.h"

using namespace Qt::StringLiterals;

namespace tenantry::subscriptions {

namespace {

using organizations::Beginning;

bool isSoldMonthly(const business::Plan &plan, Currency currency) {
  const auto price = recurringPrice(plan, currency, Interval::Month, std::nullopt);
  return price.plan || price.perSeat;
}

/// Nothing where the event promises none.
std::optional<StartRequest> promisedBy(const store::Event &event) {
  const auto plan = QString::fromStdString(event.payload.value("plan", std::string()));
  if (!event.payload.value("onboarding", false) || plan.isEmpty())
    return std::nullopt;
  StartRequest request;
  request.organization = event.organization;
  request.planId = plan;
  request.trialDays = event.payload.value("trial_days", 0);
  return request;
}

/// Locked first: what a person starts meanwhile is seen, and nothing is started beside it.
Result<> startPromised(store::Session &session, const StartRequest &request) {
  TENANTRY_CHECK(store::lockOrganization(session, request.organization));
  TENANTRY_TRY(organization,
               organizations::OrganizationService(session).find(request.organization));
  if (organization.status != organizations::Status::Onboarding)
    return {};
  business::AppliedBusiness business;
  SubscriptionService service(session, business);
  if (const auto had = service.latest(request.organization); had)
    return {};
  else if (had.error().code != "subscription.not_found"_L1)
    return tl::unexpected(had.error());
  const auto started = service.start(request);
  if (started)
    return {};
  // The business files have changed since: trying again would change nothing.
  const auto &code = started.error().code;
  if (code != "plan.unknown"_L1 && code != "plan.no_price"_L1)
    return tl::unexpected(started.error());
  spdlog::warn("organization {} begins without a subscription: {}", request.organization.toString(),
               code);
  return {};
}

} // namespace

Result<Beginning> beginningOf(const business::Applied &applied, Currency currency,
                              const QString &planId) {
  const bool isNamed = !planId.isEmpty();
  const auto found = applied.currentPlan(isNamed ? planId : applied.business.onboarding.trialPlan);
  if (!found)
    return isNamed ? Result<Beginning>(tl::unexpected(found.error())) : Beginning{};
  const auto &plan = (*found)->plan;
  const bool isSold = isSoldMonthly(plan, currency);
  if (isNamed && !isSold)
    return fail(u"plan.no_price"_s,
                u"The plan %1 is not sold in %2 per month."_s.arg(plan.id, currency.code()));
  if (!isNamed && (!isSold || plan.trialDays == 0))
    return Beginning{};
  return Beginning{plan.id, plan.trialDays};
}

Result<OrganizationId> onboard(store::Session &session, business::AppliedBusiness &business,
                               const organizations::Organization &draft, const QString &planId) {
  TENANTRY_TRY(applied, business.current(session));
  TENANTRY_TRY(beginning, beginningOf(*applied, draft.currency, planId));
  return organizations::OrganizationService(session).create(draft, beginning);
}

jobs::Consumer onboardingConsumer() {
  return {u"subscriptions.onboarding"_s,
          [](const QString &type) { return type == "organization.created"_L1; },
          [](store::Session &session, const std::vector<store::Event> &events) -> Result<> {
            for (const auto &event : events)
              if (const auto promised = promisedBy(event))
                TENANTRY_CHECK(startPromised(session, *promised));
            return {};
          }};
}

} // namespace tenantry::subscriptions
