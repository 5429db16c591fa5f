// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/console/console_benches.h"
#include "benchmarks/console/frames.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace tenantry::benchmarks {

Result<nlohmann::json> consoleStart(ConsoleBook &book) {
  constexpr int starts = 11, most = 60'000;
  const QString program = QCoreApplication::applicationDirPath() + u"/tenantry"_s;
  const QTemporaryDir pictures;
  std::vector<double> milliseconds;
  for (int start = 0; start < starts; ++start) {
    QProcess console;
    QElapsedTimer timer;
    timer.start();
    console.start(program, {u"--database"_s, book.url(), u"--tour"_s, pictures.path(), u"--place"_s,
                            u"tenantry://organizations"_s});
    if (!console.waitForFinished(most) || console.exitCode() != 0)
      return fail(u"benchmark.incomplete"_s, QString::fromUtf8(console.readAllStandardError()));
    if (start > 0) // the first finds the program on the disk
      milliseconds.push_back(double(timer.nsecsElapsed()) / 1e6);
  }
  auto answer = spreadOf(milliseconds);
  answer["name"] = "console-start";
  constexpr double firstRows = 1000; // 4-quality: on a book of a million organizations
  answer["limit_ms"] = firstRows;
  answer["passes"] = answer["p99_ms"].get<double>() < firstRows;
  return answer;
}

} // namespace tenantry::benchmarks
