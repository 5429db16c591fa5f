// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/usage/event_outcome.h"

#include "services/business/apply.h"

#include <algorithm>

namespace tenantry::usage {

Outcome outcomeOf(const OutcomeFacts &facts) {
  if (!facts.isCharged)
    return {EventOutcome::Free, facts.closing};
  if (!facts.closing.isEmpty() && !facts.wasClosed)
    return {EventOutcome::OnItsInvoice, facts.closing}; // a later one bills what came still later
  if (!facts.billed.isEmpty())
    return {EventOutcome::Billed, facts.billed};
  return {facts.isUnbilled ? EventOutcome::Waits : EventOutcome::NoCharge, facts.closing};
}

bool isCharged(const business::Applied &applied, const PlanVersionId &version,
               const QString &metric) {
  const auto found = applied.planVersions.find(version);
  if (found == applied.planVersions.end())
    return true; // its totals tell
  const auto &charges = found->second.plan.charges;
  return std::any_of(charges.begin(), charges.end(),
                     [&](const auto &charge) { return charge.metric == metric; });
}

} // namespace tenantry::usage
