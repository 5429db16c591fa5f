// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QCoreApplication>
#include <QProcess>
#include <nlohmann/json.hpp>

namespace tenantry::tests {

/// Where the programs of this build are.
inline QString programPath(const QString &name) {
  const auto folder = qEnvironmentVariable("TENANTRY_BIN", QCoreApplication::applicationDirPath() +
                                                               QStringLiteral("/../bin"));
  return folder + u'/' + name;
}

struct Ran {
  int status = -1;
  QByteArray output;
  QByteArray errors;

  /// The one document on standard output; null if it is none.
  [[nodiscard]] nlohmann::json json() const {
    return nlohmann::json::parse(output.toStdString(), nullptr, false);
  }
};

inline Ran runProgram(const QString &name, const QStringList &arguments) {
  QProcess process;
  process.start(programPath(name), arguments);
  process.waitForFinished(240'000);
  return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
          process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace tenantry::tests
