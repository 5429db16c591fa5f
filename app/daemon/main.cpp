// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/daemon/composition.h"
#include "app/grammar/program.h"
#include "services/core/log.h"

#include <QCoreApplication>
#include <csignal>
#include <iostream>
#include <pthread.h>

using namespace tenantry;

namespace {

/// Blocked in every thread, so that the main thread can wait for them.
sigset_t blockStopSignals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  return signals;
}

int work(const daemon::Settings &settings, const sigset_t &stopSignals) {
  const SystemClock clock;
  auto workers = daemon::makeWorkers(settings, clock);
  if (!workers) {
    spdlog::critical("{}", workers.error().toString());
    return 1;
  }
  (*workers)->start();
  spdlog::info("{} workers have started", settings.workers);
  int signal = 0;
  sigwait(&stopSignals, &signal);
  spdlog::info("stopping after the jobs at hand");
  (*workers)->stop();
  spdlog::info("stopped");
  return 0;
}

} // namespace

int main(int argc, char **argv) {
  setUpLogging();
  const auto stopSignals = blockStopSignals();
  QCoreApplication application(argc, argv);
  grammar::Program program(
      "tenantryd",
      "Workers of Tenantry: renewals, invoices, payments and events of a server's database.");
  std::string database;
  daemon::Settings settings;
  auto line = program.top();
  line.option("--database", database, "postgresql://…").required().called("URL");
  line.option("--workers", settings.workers, "Threads that do jobs").within(1, 64).showDefault();
  if (const auto ending = program.read(argc, argv))
    return ending->tell();
  settings.database = QString::fromStdString(database);
  try {
    return work(settings, stopSignals);
  } catch (const std::exception &exception) {
    spdlog::critical("a mistake of the program: {}", exception.what());
    return 1;
  }
}
