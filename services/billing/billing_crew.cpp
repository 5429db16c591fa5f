// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/billing_crew.h"

#include "services/billing/due_shares.h"
#include <thread>

namespace tenantry::billing {

Result<RunSummary> runSideBySide(const ConnectWorker &connect, const Clock &clock,
                                 const QString &actor, int workers, int chunkSize) {
  TENANTRY_TRY(first, connect());
  TENANTRY_TRY(shares, DueShares::of(store::Session{*first, clock, actor}, workers, chunkSize));
  const auto bill = [&](store::Database &database) {
    store::Session session{database, clock, actor};
    business::AppliedBusiness business;
    return BillingRun(session, business, chunkSize).run([&] { return shares->take(); });
  };
  const auto connectAndBill = [&]() -> Result<RunSummary> {
    TENANTRY_TRY(database, connect());
    return bill(*database);
  };
  const auto orStop = [&](Result<RunSummary> done) {
    if (!done)
      shares->close();
    return done;
  };
  std::vector<Result<RunSummary>> outcomes(std::size_t(workers), RunSummary{});
  std::vector<std::thread> threads;
  for (std::size_t worker = 1; worker < outcomes.size(); ++worker)
    threads.emplace_back([&, worker] { outcomes[worker] = orStop(connectAndBill()); });
  outcomes.front() = orStop(bill(*first));
  for (auto &thread : threads)
    thread.join();
  RunSummary total;
  for (const auto &outcome : outcomes) {
    TENANTRY_CHECK(outcome);
    total.add(*outcome);
  }
  return total;
}

} // namespace tenantry::billing
