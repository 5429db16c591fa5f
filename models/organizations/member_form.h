// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/forms/form.h"

namespace tenantry::models {

/// Somebody is given a role in a team: `email`, `givenName`, `familyName`, `team` (an id), `role`
/// (empty: the team's default one) and `expires`, the last day of it in that zone.
[[nodiscard]] FormAct addMember(const OrganizationId &organization, const Zone &zone);

} // namespace tenantry::models
