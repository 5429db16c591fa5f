// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/values.h"
#include "services/jobs/handler.h"
#include "services/store/events.h"

/// Mails that ask a new customer how it goes, some time after it was created (ORG-3).
namespace tenantry::automation {

/// Leaves a job for each check-in of the business, in the running transaction. `created` is the
/// organization's `organization.created`.
[[nodiscard]] Result<> scheduleCheckIns(store::Session &session,
                                        const business::Onboarding &onboarding,
                                        const store::Event &created);

/// Writes the mail when its time has come, as the organization, its people and the business files
/// are then: none where it is suspended, churned or closed, where the business files have no such
/// check-in any more, or when it comes later than mails may.
void registerCheckIns(jobs::HandlerRegistry &registry);

} // namespace tenantry::automation
