// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/store/embedded_cluster.h"

namespace tenantry::tests {

/// A PostgreSQL of the tests' own, without fsync. One per process, in a temporary directory that
/// goes at exit; where TENANTRY_TEST_CLUSTER names a directory all test programs share the one
/// there, which then stays running.
class TestCluster {
public:
  /// Started at the first call; ends the process with a message if that fails.
  [[nodiscard]] static const store::EmbeddedCluster &instance();
};

} // namespace tenantry::tests
