// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/jobs/worker_pool.h"
#include "services/jobs/worker.h"
#include <QCoreApplication>
#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace tenantry::jobs {

namespace {

using namespace std::chrono_literals;
using Steady = std::chrono::steady_clock;
constexpr std::chrono::milliseconds dispatchEvery = 100ms;
constexpr auto cleanUpEvery = 10min;
constexpr int dispatchBatch = 200;

QString nameOf(int thread) {
  return u"%1:%2:%3"_s.arg(QSysInfo::machineHostName())
      .arg(QCoreApplication::applicationPid())
      .arg(thread);
}

} // namespace

struct WorkerPool::State {
  State(store::ConnectionSettings connection, const Clock &poolClock, HandlerRegistry handlers,
        std::vector<Consumer> consumers, WorkerPoolOptions poolOptions)
      : settings(std::move(connection)), clock(poolClock), registry(std::move(handlers)),
        options(std::move(poolOptions)), dispatcher(std::move(consumers)) {
    dispatcher.registerRetries(registry);
  }

  void addThread(PoolThread::Round round) {
    threads.push_back(
        std::make_unique<PoolThread>(settings, clock, options.actor, *signal, std::move(round)));
  }
  void addWorker(int number) {
    auto worker = std::make_shared<Worker>(
        Worker::Settings{nameOf(number), options.batch, options.lease}, registry, held, *signal);
    addThread([worker](store::Session &session) { return worker->round(session); });
  }
  Result<std::chrono::milliseconds> dispatch(store::Session &session) {
    TENANTRY_TRY(served, dispatcher.turn(session, dispatchBatch));
    if (served > 0)
      signal->wake(); // what consumers enqueued is due
    return served == dispatchBatch ? 0ms : dispatchEvery;
  }
  Result<std::chrono::milliseconds> keep(store::Session &session);

  store::ConnectionSettings settings;
  const Clock &clock;
  HandlerRegistry registry;
  WorkerPoolOptions options;
  Dispatcher dispatcher;
  HeldJobs held;
  std::unique_ptr<PoolSignal> signal;
  std::optional<Steady::time_point> kept;
  std::optional<Steady::time_point> cleaned;
  std::vector<std::unique_ptr<PoolThread>> threads;
};

Result<std::chrono::milliseconds> WorkerPool::State::keep(store::Session &session) {
  const auto turn = Steady::now();
  const std::chrono::milliseconds every = options.lease / 3;
  if (kept && turn - *kept < every) // woken early
    return std::chrono::ceil<std::chrono::milliseconds>(every - (turn - *kept));
  JobQueue queue(session);
  TENANTRY_CHECK(queue.renewLeases(held.all(), options.lease));
  TENANTRY_CHECK(queue.reclaimExpired());
  TENANTRY_CHECK(queue.enqueueAbsent(registry.recurring(clock.now())));
  TENANTRY_CHECK(queue.notLater(registry.recurringAtLatest(clock.now())));
  if (!cleaned || turn - *cleaned >= cleanUpEvery) {
    TENANTRY_CHECK(
        queue.cleanUp(clock.now() - options.keepFinished, clock.now() - options.keepDead));
    cleaned = turn;
  }
  kept = turn;
  return every;
}

WorkerPool::WorkerPool(store::ConnectionSettings settings, const Clock &clock,
                       HandlerRegistry registry, std::vector<Consumer> consumers,
                       WorkerPoolOptions options)
    : m_state(std::make_unique<State>(std::move(settings), clock, std::move(registry),
                                      std::move(consumers), std::move(options))) {}

WorkerPool::~WorkerPool() { stop(); }

void WorkerPool::start() {
  auto &state = *m_state;
  if (!state.threads.empty())
    return;
  state.signal = std::make_unique<PoolSignal>();
  state.addThread([&state](store::Session &session) { return state.keep(session); });
  state.addThread([&state](store::Session &session) { return state.dispatch(session); });
  for (int number = 1; number <= state.options.threads; ++number)
    state.addWorker(number);
}

void WorkerPool::stop() {
  if (m_state->signal)
    m_state->signal->stop();
  m_state->threads.clear();
}

void WorkerPool::wake() {
  if (m_state->signal)
    m_state->signal->wake();
}

} // namespace tenantry::jobs
