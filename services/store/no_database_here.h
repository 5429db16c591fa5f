// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QtGlobal>

namespace tenantry::store {

/// While one lives, nothing on its thread may wait for a database: opening a connection, running a
/// statement or cancelling one is a ProgrammingError there. The console's GUI thread has one for as
/// long as it handles events.
class NoDatabaseHere {
public:
  NoDatabaseHere();
  ~NoDatabaseHere();
  Q_DISABLE_COPY_MOVE(NoDatabaseHere)
};

/// Throws where a NoDatabaseHere lives on this thread; `what` says what was tried.
void requireDatabaseAllowed(const char *what);

} // namespace tenantry::store
