// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "tests/support/test_database.h"
#include <QTest>

namespace tenantry::tests {

/// How many statements of its database wait for a lock. `observer` is in no transaction: all
/// through one it would see the same.
inline int lockWaits(store::Database &observer) {
  return expect(observer.adHoc("select count(*) from pg_stat_activity where datname = "
                               "current_database() and wait_event_type = 'Lock'"))[0]
      .get<int>(0);
}

/// Whether so many do, within ten seconds.
inline bool comesToLockWaits(store::Database &observer, int many) {
  for (int i = 0; i < 1'000 && lockWaits(observer) != many; ++i)
    QTest::qSleep(10);
  return lockWaits(observer) == many;
}

} // namespace tenantry::tests
