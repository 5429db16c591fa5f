// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/no_database_here.h"
#include "services/core/result.h"

namespace tenantry::store {

namespace {
thread_local int forbidden = 0;
} // namespace

NoDatabaseHere::NoDatabaseHere() { ++forbidden; }

NoDatabaseHere::~NoDatabaseHere() { --forbidden; }

void requireDatabaseAllowed(const char *what) {
  if (forbidden > 0)
    throw ProgrammingError(std::string(what) + " on a thread that may not wait for a database");
}

} // namespace tenantry::store
