// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/no_database_here.h"
#include "services/core/result.h"

namespace tenantry::store {

namespace {

/// Not from zero: mold 1.10 gives a thread's zeroes an address before the segment that is made
/// read-only after loading. Where that falls on another page, one program in a thousand, the loader
/// refuses it (“cannot apply additional memory protection after relocation”), or mold never ends.
constexpr int allowed = 1;
thread_local int level = allowed;

} // namespace

NoDatabaseHere::NoDatabaseHere() { ++level; }

NoDatabaseHere::~NoDatabaseHere() { --level; }

void requireDatabaseAllowed(const char *what) {
  if (level > allowed)
    throw ProgrammingError(std::string(what) + " on a thread that may not wait for a database");
}

} // namespace tenantry::store
