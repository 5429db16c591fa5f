// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/store/database.h"

namespace tenantry::store {

/// Reads for a person who is still typing: through indexes only, however few rows a limit leaves to
/// find, and for two seconds at most (`store.cancelled`).
template <typename F> auto readPromptly(Database &database, F &&work) -> std::invoke_result_t<F> {
  return database.transaction([&]() -> std::invoke_result_t<F> {
    TENANTRY_CHECK(database.query("read_promptly"));
    return work();
  });
}

} // namespace tenantry::store
