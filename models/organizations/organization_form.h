// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/forms/form.h"

namespace tenantry::models {

/// What people write of an organization, over the revision that was read; the fields are those of
/// organizations::Profile.
[[nodiscard]] FormAct amendOrganization(const OrganizationId &id);
/// Of a new one only: whether it is welcomed and its trial starts (ORG-3), or nothing begins by
/// itself.
inline const QString beginningField = QStringLiteral("beginning");
inline const QString withOnboarding = QStringLiteral("onboarding");
inline const QString withoutOnboarding = QStringLiteral("none");

/// A new one, in onboarding if not chosen otherwise, which begins with the country, currency and
/// zone of the business. Sent twice, because the answer was lost, it is entered once.
[[nodiscard]] FormAct enterOrganization(Instant now);

} // namespace tenantry::models
