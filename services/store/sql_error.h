// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/result.h"
#include <string_view>

struct pg_conn;
struct pg_result;

namespace tenantry::store {

/// The error code of an SQLSTATE: the table is in database.h. `store.disconnected` when there is
/// none.
[[nodiscard]] QString codeOf(std::string_view sqlState);

/// Whether the server says so. A connection that is refused, or torn down, has no SQLSTATE, nor has
/// the output of initdb: there is only the sentence.
[[nodiscard]] bool isDiskFull(const QString &message);

/// What a failed result says. The server's DETAIL stays out of the sentence, because it quotes
/// rows.
[[nodiscard]] Error errorOf(const pg_conn *connection, const pg_result *result);

/// What a connection says that could not be made, or was lost: `store.disconnected`, or
/// `store.disk_full` where that is why.
[[nodiscard]] Error connectionError(const pg_conn *connection);

} // namespace tenantry::store
