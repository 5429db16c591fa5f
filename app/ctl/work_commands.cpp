// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "services/jobs/job_queue.h"
#include "services/jobs/worker_pool.h"
#include "services/scenarios/house.h"

#include <csignal>
#include <thread>

using namespace Qt::StringLiterals;

namespace tenantry::ctl {

namespace {

volatile std::sig_atomic_t stopRequested = 0;

struct WorkOptions {
  bool untilIdle = false;
  int workers = 2;
  gateways::StripeOptions stripe;
};

/// Nothing is running or due: neither a job nor an event that a consumer has not seen.
Result<bool> isIdle(store::Session &session) {
  TENANTRY_TRY(counts, jobs::JobQueue(session).counts());
  for (const auto &count : counts)
    if (count.state == jobs::JobState::Running && count.count > 0)
      return false;
  const Instant now = session.clock.now();
  TENANTRY_TRY(job, jobs::JobQueue(session).nextDue());
  TENANTRY_TRY(events, jobs::Dispatcher::nextDue(session));
  return (!job || *job > now) && (!events || *events > now);
}

Result<> waitUntilDone(store::Session &session, bool untilIdle) {
  constexpr std::chrono::milliseconds look{200};
  constexpr int quietLooks = 5; // a consumer's work may enqueue more in the next moment
  for (int quiet = 0; stopRequested == 0 && quiet < quietLooks;) {
    std::this_thread::sleep_for(look);
    if (!untilIdle)
      continue;
    TENANTRY_TRY(idle, isIdle(session));
    quiet = idle ? quiet + 1 : 0;
  }
  return {};
}

Result<Answer> work(Composition &composition, const WorkOptions &options) {
  const auto begun = composition.clock().now();
  TENANTRY_TRY(stripe, gateways::stripeSettings(options.stripe));
  scenarios::HouseOptions house;
  if (stripe)
    house.stripe = std::make_shared<gateways::StripeClient>(*stripe);
  jobs::HandlerRegistry registry;
  scenarios::registerHouse(registry, house);
  jobs::WorkerPoolOptions pool;
  pool.threads = options.workers;
  jobs::WorkerPool workers(composition.workSettings(), composition.clock(), registry,
                           scenarios::houseConsumers(), pool);
  std::signal(SIGINT, [](int) { stopRequested = 1; });
  std::signal(SIGTERM, [](int) { stopRequested = 1; });
  workers.start();
  TENANTRY_CHECK(waitUntilDone(composition.session(), options.untilIdle));
  workers.stop();
  jobs::JobFilter filter;
  filter.states = {jobs::JobState::Dead};
  TENANTRY_TRY(dead, jobs::JobQueue(composition.session()).list(filter));
  Answer answer;
  answer.json = {{"dead_jobs", Json::array()}};
  for (const auto &job : dead) {
    if (job.finishedAt.value_or(begun) < begun)
      continue;
    answer.json["dead_jobs"].push_back(
        {{"kind", job.kind}, {"key", job.key}, {"error", job.lastError.value_or(u""_s)}});
    answer.text += u"%1 %2: %3\n"_s.arg(job.kind, job.key, job.lastError.value_or(u""_s));
    answer.isPartlyBad = true;
  }
  answer.text +=
      answer.isPartlyBad ? u"These jobs failed for good.\n"_s : u"The workers have stopped.\n"_s;
  return answer;
}

} // namespace

void addWorkCommands(CommandLine &line) {
  auto command =
      line.top().command("work", "Run workers here: renewals, invoices, payments, events");
  const auto options = std::make_shared<WorkOptions>();
  command.flag("--until-idle", options->untilIdle, "End when nothing is due any more");
  command.option("--workers", options->workers, "Threads that do jobs").within(1, 64).showDefault();
  command
      .option("--stripe-key-file", options->stripe.keyFile, "With Stripe's secret key, mode 0600")
      .called("FILE");
  command
      .option("--stripe-url", options->stripe.url,
              "A stand-in for Stripe on this machine, for trials")
      .called("URL");
  line.on(command,
          {.work = [options](Composition &composition) { return work(composition, *options); }});
}

} // namespace tenantry::ctl
