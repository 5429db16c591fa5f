// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/organizations/rules.h"
#include "services/store/session.h"

namespace tenantry::organizations {

/// Writes where an organization stands now and, where its status moved, the event of it. Within a
/// transaction that holds the organization's lock; internal to this domain.
[[nodiscard]] Result<> writeMove(store::Session &session, const OrganizationId &id,
                                 const Standing &from, const Standing &to, const QString &reason);

/// The types of those events.
[[nodiscard]] const std::vector<QString> &moveEvents();

} // namespace tenantry::organizations
