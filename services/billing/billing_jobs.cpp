// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/billing_jobs.h"

#include "services/billing/billing_run.h"
#include "services/jobs/job_queue.h"
#include <spdlog/spdlog.h>

using namespace Qt::StringLiterals;

namespace tenantry::billing {

namespace {

const QString queue = u"billing"_s;
const QString tickKind = u"billing.tick"_s;
const QString wakeKind = u"billing.wake"_s;

Result<> runEverythingDue(store::Session &session, jobs::JobProgress &progress) {
  business::AppliedBusiness business;
  const Instant begun = session.clock.now();
  Result<> reported;
  TENANTRY_TRY(
      total, session.database.one<std::int64_t>(
                 "subscription_due_count", {{"as_of", session.clock.now()}, {"most", 1'000'000}}));
  const auto goOn = [&](std::int64_t done) {
    reported = progress.report(done, std::get<0>(*total));
    return reported.has_value();
  };
  TENANTRY_TRY(done, BillingRun(session, business).runAlone(goOn));
  TENANTRY_CHECK(reported);
  for (const auto &[organization, error] : done.leftOut)
    spdlog::error("billing left out organization {}: {}", organization.toString().toStdString(),
                  error.code.toStdString());
  // The run that it gave way to looks at its own end for what is due next.
  return done.gaveWay ? Result<>() : wakeWhenNextIsDue(session, begun);
}

} // namespace

// Whom a run left out stays due, and waits for the next tick: nothing wakes for what was due
// before.
Result<> wakeWhenNextIsDue(store::Session &session, Instant after) {
  TENANTRY_TRY(next, session.database.one<std::optional<Instant>>("subscription_due_next",
                                                                  {{"after", after}}));
  const auto at = next ? std::get<0>(*next) : std::nullopt;
  if (!at)
    return {};
  TENANTRY_CHECK(jobs::JobQueue(session).enqueue({.queue = queue,
                                                  .kind = wakeKind,
                                                  .key = u"next"_s,
                                                  .runAt = std::max(*at, session.clock.now())}));
  return {};
}

void registerJobs(jobs::HandlerRegistry &registry, std::chrono::seconds tickEvery) {
  const jobs::Handler run = [](store::Session &session, const jobs::Job &,
                               jobs::JobProgress &progress) {
    return runEverythingDue(session, progress);
  };
  registry.addRecurring({tickKind, queue, tickEvery}, run);
  registry.add(wakeKind, queue, run);
}

jobs::Consumer dueConsumer() {
  return {u"billing.due"_s,
          [](const QString &type) {
            return type == "subscription.created"_L1 || type == "subscription.cancelled"_L1 ||
                   type == "subscription.changed"_L1 || type == "subscription.upgraded"_L1 ||
                   type == "subscription.downgraded"_L1 || type == "subscription.resumed"_L1 ||
                   type == "subscription.reactivated"_L1;
          },
          [](store::Session &session, const std::vector<store::Event> &events) -> Result<> {
            business::AppliedBusiness business;
            TENANTRY_CHECK(BillingRun(session, business).runFor({events.front().organization}));
            return wakeWhenNextIsDue(session, session.clock.now());
          }};
}

} // namespace tenantry::billing
