// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/store/database.h"

namespace tenantry::store {

/// What every service works with: a connection, the time, and who acts. One per thread.
struct Session {
  Database &database;
  const Clock &clock;
  QString actor; ///< "worker", a staff login, "import": written to events and audit rows
};

} // namespace tenantry::store
