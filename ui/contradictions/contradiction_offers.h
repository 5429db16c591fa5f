// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tenantry::models {
struct Rights;
}

namespace tenantry::ui {

class ListActs;

/// What can be done about what is contradicted: first asking again, then booking what was found,
/// then ending it as carried out, then as not carried out.
void offerContradictions(ListActs &acts, const models::Rights &rights);

} // namespace tenantry::ui
