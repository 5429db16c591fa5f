// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/forms/form.h"

namespace tenantry::models {

/// What people write of an organization, over the revision that was read; the fields are those of
/// organizations::Profile.
[[nodiscard]] FormAct amendOrganization(const OrganizationId &id);
/// A new one, which begins with the country, currency and zone of the business. Sent twice, because
/// the answer was lost, it is entered once.
[[nodiscard]] FormAct enterOrganization(Instant now);

} // namespace tenantry::models
