// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tenantry::models {
struct Rights;
}

namespace tenantry::ui {

class ListActs;

/// What can be done with mails: first sending them now, then cancelling them.
void offerMails(ListActs &acts, const models::Rights &rights);

} // namespace tenantry::ui
