// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/database.h"
#include "services/store/no_database_here.h"
#include <array>
#include <libpq-fe.h>

using namespace Qt::StringLiterals;

namespace tenantry::store {

struct PgCancel {
  explicit PgCancel(pg_conn *connection) : handle(PQgetCancel(connection)) {}
  ~PgCancel() { PQfreeCancel(handle); }
  PgCancel(const PgCancel &) = delete;
  PgCancel &operator=(const PgCancel &) = delete;
  PGcancel *handle;
};

Canceller::Canceller(pg_conn *connection) : m_cancel(std::make_shared<PgCancel>(connection)) {}

Result<> Canceller::cancel() const {
  requireDatabaseAllowed("cancelling a statement");
  std::array<char, 256> message{};
  if (m_cancel->handle != nullptr &&
      PQcancel(m_cancel->handle, message.data(), message.size()) == 1)
    return {};
  return fail(
      u"store.disconnected"_s,
      u"The statement could not be cancelled: %1. It ends by itself or with its connection."_s.arg(
          QString::fromUtf8(message.data()).simplified()));
}

} // namespace tenantry::store
