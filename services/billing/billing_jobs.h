// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/jobs/consumer.h"
#include "services/jobs/handler.h"

/// Billing by itself: what is due is renewed and invoiced as time goes on, and at once after a
/// command that asks for it.
namespace tenantry::billing {

/// Adds the recurring `billing.tick` and `billing.wake` (which runs at the moment the next
/// subscription is due).
void registerJobs(jobs::HandlerRegistry &registry,
                  std::chrono::seconds tickEvery = std::chrono::hours(1));
/// Lets a run begin when the next that is due after then is.
[[nodiscard]] Result<> wakeWhenNextIsDue(store::Session &session, Instant after);
[[nodiscard]] jobs::Consumer dueConsumer();

} // namespace tenantry::billing
