// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/walked_lists.h"

namespace tenantry::benchmarks {

Result<> fillWithoutIndexes(store::Database &owner, const QByteArray &table, const QByteArray &fill,
                            int count) {
  TENANTRY_CHECK(owner.script("set session_replication_role = replica"));
  TENANTRY_TRY(indexes, owner.adHoc("select indexname::text, indexdef from pg_indexes "
                                    "where tablename = '" +
                                    table + "' and indexname <> '" + table + "_pkey'"));
  for (const auto index : indexes)
    TENANTRY_CHECK(owner.script("drop index " + index.get<QString>(0).toUtf8()));
  TENANTRY_CHECK(owner.adHoc(fill, {{"count", count}}));
  for (const auto index : indexes)
    TENANTRY_CHECK(owner.script(index.get<QString>(1).toUtf8()));
  return owner.script("vacuum analyze " + table);
}

} // namespace tenantry::benchmarks
