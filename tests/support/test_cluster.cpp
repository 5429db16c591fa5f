// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_cluster.h"
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace tenantry::tests {

namespace {

std::unique_ptr<store::EmbeddedCluster> open(const QString &directory) {
  auto opened =
      store::EmbeddedCluster::open(directory, store::EmbeddedCluster::Durability::Throwaway);
  if (!opened)
    qFatal("%s", qPrintable(opened.error().toString()));
  return std::move(*opened);
}

/// The members go in reverse order: the server stops before its directory is removed.
struct OwnCluster {
  // Short, because it is part of messages, and in /tmp, because the server's account must reach it.
  QTemporaryDir directory{u"/tmp/tenantry-test-XXXXXX"_s};
  std::unique_ptr<store::EmbeddedCluster> cluster = open(directory.path());
};

} // namespace

const store::EmbeddedCluster &TestCluster::instance() {
  static const QString shared = qEnvironmentVariable("TENANTRY_TEST_CLUSTER");
  if (!shared.isEmpty()) {
    // Never left, so that the next test program finds it running.
    static const auto *const cluster = open(shared).release();
    return *cluster;
  }
  static const OwnCluster own;
  return *own.cluster;
}

} // namespace tenantry::tests
