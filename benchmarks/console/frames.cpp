// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/console/frames.h"

#include "benchmarks/harness.h"

#include <QCoreApplication>
#include <QFile>
#include <QThread>
#include <unistd.h>

using namespace std::chrono;

namespace tenantry::benchmarks {

namespace {
constexpr auto frameTime = microseconds(16'667);

double millisecondsSince(steady_clock::time_point start) {
  return duration<double, std::milli>(steady_clock::now() - start).count();
}
} // namespace

std::vector<double> frames(int count, const std::function<void(int)> &step) {
  std::vector<double> busy;
  auto next = steady_clock::now();
  for (int frame = 0; frame < count; ++frame) {
    next = std::max(next + frameTime, steady_clock::now());
    const auto start = steady_clock::now();
    step(frame);
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
    busy.push_back(millisecondsSince(start));
    const auto rest = duration_cast<microseconds>(next - steady_clock::now());
    if (rest.count() > 0)
      QThread::usleep(static_cast<unsigned long>(rest.count()));
  }
  return busy;
}

std::optional<double> until(const std::function<bool()> &isDone, int most) {
  const auto start = steady_clock::now();
  while (!isDone()) {
    if (millisecondsSince(start) > most)
      return std::nullopt;
    QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
  }
  return millisecondsSince(start);
}

nlohmann::json spreadOf(const std::vector<double> &milliseconds) {
  return {{"p50_ms", quantile(milliseconds, 0.5)},
          {"p99_ms", quantile(milliseconds, 0.99)},
          {"worst_ms", quantile(milliseconds, 1)}};
}

double residentMegabytes() {
  QFile file(QStringLiteral("/proc/self/statm"));
  if (!file.open(QIODevice::ReadOnly))
    return 0;
  constexpr double megabyte = 1024.0 * 1024.0;
  return file.readAll().split(' ').value(1).toDouble() * double(sysconf(_SC_PAGESIZE)) / megabyte;
}

} // namespace tenantry::benchmarks
