// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/daemon/composition.h"
#include "services/core/log.h"

#include <CLI/CLI.hpp>
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
  CLI::App app(
      "Workers of Tenantry: renewals, invoices, payments and events of a server's database.",
      "tenantryd");
  std::string database;
  daemon::Settings settings;
  app.add_option("--database", database, "postgresql://…")->required()->type_name("URL");
  app.add_option("--workers", settings.workers, "Threads that do jobs")
      ->check(CLI::Range(1, 64))
      ->capture_default_str();
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError &error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  settings.database = QString::fromStdString(database);
  try {
    return work(settings, stopSignals);
  } catch (const std::exception &exception) {
    spdlog::critical("a mistake of the program: {}", exception.what());
    return 1;
  }
}
