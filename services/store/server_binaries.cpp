// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/server_binaries.h"
#include <QDir>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace tenantry::store {

namespace {

constexpr int oldestMajor = 15;

QString outputOf(const QString &program, const QStringList &arguments) {
  QProcess process;
  process.start(program, arguments);
  if (!process.waitForFinished(10'000))
    return {};
  return QString::fromLocal8Bit(process.readAllStandardOutput()).trimmed();
}

int majorVersionOf(const QString &directory) {
  static const QRegularExpression pattern(u"\\) (\\d+)"_s); // postgres (PostgreSQL) 15.4 …
  return pattern.match(outputOf(directory + u"/postgres"_s, {u"--version"_s})).captured(1).toInt();
}

QStringList candidates() {
  const QString chosen = qEnvironmentVariable("TENANTRY_PG_BIN");
  if (!chosen.isEmpty())
    return {chosen};
  QStringList directories;
  const QDir debian(u"/usr/lib/postgresql"_s);
  for (const auto &version : debian.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
    directories.append(debian.filePath(version + u"/bin"_s));
  if (const QString config = QStandardPaths::findExecutable(u"pg_config"_s); !config.isEmpty())
    directories.append(outputOf(config, {u"--bindir"_s}));
  return directories;
}

std::vector<ServerBinaries> installed() {
  std::vector<ServerBinaries> found;
  for (const auto &directory : candidates()) {
    const bool isComplete = QFile::exists(directory + u"/initdb"_s) &&
                            QFile::exists(directory + u"/pg_ctl"_s) &&
                            QFile::exists(directory + u"/postgres"_s);
    if (isComplete)
      found.push_back({majorVersionOf(directory), directory});
  }
  std::sort(found.begin(), found.end(),
            [](const auto &a, const auto &b) { return a.majorVersion > b.majorVersion; });
  return found;
}

} // namespace

Result<ServerBinaries> ServerBinaries::find(int majorVersion) {
  const auto all = installed();
  for (const auto &one : all) {
    if (one.majorVersion >= oldestMajor && (majorVersion == 0 || one.majorVersion == majorVersion))
      return one;
  }
  if (majorVersion != 0 && !all.empty())
    return fail(u"cluster.wrong_version"_s,
                u"The data was made by PostgreSQL %1, which is not installed. Install "
                u"postgresql-%1, or restore a backup into a new directory."_s.arg(majorVersion));
  if (const QString chosen = qEnvironmentVariable("TENANTRY_PG_BIN"); !chosen.isEmpty())
    return fail(u"cluster.no_binaries"_s,
                u"%1, which TENANTRY_PG_BIN names, does not hold the programs of PostgreSQL %2 or "
                u"newer (initdb, pg_ctl, postgres). Correct or unset TENANTRY_PG_BIN."_s.arg(chosen)
                    .arg(oldestMajor));
  return fail(
      u"cluster.no_binaries"_s,
      u"PostgreSQL %1 or newer was not found. Install the package postgresql, or name the "
      u"directory of its programs in TENANTRY_PG_BIN."_s.arg(std::max(majorVersion, oldestMajor)));
}

} // namespace tenantry::store
