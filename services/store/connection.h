// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/store/database.h"

namespace tenantry::store {

struct CloseConnection {
  void operator()(pg_conn *connection) const;
};
using Connection = std::unique_ptr<pg_conn, CloseConnection>;

/// "name" with its quotation marks, for statements that take no parameters.
[[nodiscard]] std::string quotedName(pg_conn *connection, const QString &name);

/// Connects and sets the session up (search path, UTC, timeout, role). See Database::open.
[[nodiscard]] Result<Connection> connectTo(const ConnectionSettings &settings,
                                           int interruptDescriptor);

} // namespace tenantry::store
