// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/connection/connection.h"

namespace tenantry::ui {

class ListActs;

/// What is done with the cases that are selected: another try, time (which can be undone), giving
/// up.
void offerDunning(ListActs &acts, const models::Connection &connection);

} // namespace tenantry::ui
