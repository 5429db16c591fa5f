// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/billing_run.h"
#include "services/billing/service.h"
#include "tests/support/test_database.h"

namespace tenantry::tests {

using namespace Qt::StringLiterals;

/// The value, or the end of the test program with the error.
template <typename T> T expect(Result<T> result) {
  if (!result)
    qFatal("%s", qPrintable(result.error().toString()));
  if constexpr (!std::is_void_v<T>)
    return std::move(*result);
}

/// A worker of its own, as each thread and each process has one.
struct Worker {
  explicit Worker(const TestDatabase &test, const Clock &clock)
      : database(test.connect(u"worker"_s)), session{*database, clock, u"worker"_s} {}
  std::unique_ptr<store::Database> database;
  store::Session session;
  business::AppliedBusiness business;

  [[nodiscard]] billing::BillingRun run(int chunkSize = 5000) {
    return {session, business, chunkSize};
  }
  [[nodiscard]] billing::BillingService invoices() { return {session, business}; }
  [[nodiscard]] subscriptions::SubscriptionService subscriptions() { return {session, business}; }
};

} // namespace tenantry::tests
