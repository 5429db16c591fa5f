// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/subscriptions/lifecycle_steps.h"

namespace tenantry::subscriptions {

// What it was in another currency goes, and what it is in this one comes.
void Steps::settleMrr(Instant at) {
  auto &state = m_change.after;
  const auto before = state.mrrTwelfths;
  state.mrrTwelfths = mrrTwelfths(state, m_around);
  const auto countedIn = std::exchange(m_countsIn, state.currency);
  if (countedIn == state.currency)
    return noteMovement(state.currency, before, state.mrrTwelfths, at);
  noteMovement(countedIn, before, 0, at);
  noteMovement(state.currency, 0, state.mrrTwelfths, at);
}

void Steps::noteMovement(Currency currency, std::int64_t before, std::int64_t after, Instant at) {
  if (before == after)
    return;
  MrrMovement movement;
  movement.organization = m_change.after.organization;
  movement.subscription = m_change.after.id;
  movement.currency = currency;
  movement.beforeTwelfths = before;
  movement.afterTwelfths = after;
  movement.at = at;
  m_change.movements.push_back(movement);
}

} // namespace tenantry::subscriptions
