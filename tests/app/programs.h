// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QCoreApplication>
#include <QProcess>
#include <QProcessEnvironment>
#include <nlohmann/json.hpp>

namespace tenantry::tests {

/// How long a program may take for what it does, in milliseconds: with sanitizers, and others
/// beside it.
constexpr int patience = 240'000;

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

/// `crashAt` names the crash point at which the program is to be killed: its status is then -1.
inline Ran runProgram(const QString &name, const QStringList &arguments,
                      const QString &crashAt = {}) {
  QProcess process;
  auto environment = QProcessEnvironment::systemEnvironment();
  if (!crashAt.isEmpty())
    environment.insert(QStringLiteral("TENANTRY_CRASH_AT"), crashAt);
  process.setProcessEnvironment(environment);
  process.start(programPath(name), arguments);
  process.waitForFinished(patience);
  return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
          process.readAllStandardOutput(), process.readAllStandardError()};
}

/// The command line on a database of its own, from nothing.
class Ctl {
public:
  explicit Ctl(QString directory) : m_directory(std::move(directory)) {}

  [[nodiscard]] Ran run(const QStringList &arguments, const QString &crashAt = {}) const {
    return runProgram(QStringLiteral("tenantryctl"),
                      QStringList{QStringLiteral("--embedded"), m_directory} + arguments, crashAt);
  }
  /// The document that it answers with; null where it ends with another status.
  [[nodiscard]] nlohmann::json answer(const QStringList &arguments, int status = 0) const {
    const auto ran = run(arguments + QStringList{QStringLiteral("--json")});
    if (ran.status != status)
      qWarning("status %d: %s%s", ran.status, ran.output.constData(), ran.errors.constData());
    return ran.status == status ? ran.json() : nlohmann::json();
  }

private:
  QString m_directory;
};

} // namespace tenantry::tests
