// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/scenarios/backup.h"

#include "services/store/server_binaries.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <cerrno>
#include <cstring>

using namespace Qt::StringLiterals;

namespace tenantry::scenarios {

namespace {

/// What the program wrote to its standard output.
Result<QByteArray> run(const QString &name, const QStringList &arguments, const QString &code) {
  TENANTRY_TRY(binaries, store::ServerBinaries::find(0));
  QProcess process;
  process.start(binaries.program(name), arguments);
  process.waitForFinished(-1);
  if (process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0)
    return process.readAllStandardOutput();
  const auto said = QString::fromUtf8(process.readAllStandardError()).trimmed();
  return fail(code, u"%1 failed: %2"_s.arg(name, said.isEmpty() ? process.errorString() : said));
}

} // namespace

Result<> backUp(const QString &url, const QString &file) {
  if (const QFileInfo info(file); info.exists() && !info.isFile())
    return fail(u"backup.failed"_s, u"%1 is not a file; name one that may be written."_s.arg(file));
  const QString unfinished =
      u"%1.%2.part"_s.arg(file).arg(QCoreApplication::applicationPid()); // another may run
  // It has what customers trusted us with: nobody else reads it.
  if (QFile made(unfinished);
      !made.open(QIODevice::WriteOnly, QFileDevice::ReadOwner | QFileDevice::WriteOwner))
    return fail(u"backup.failed"_s, u"%1 cannot be written: %2."_s.arg(file, made.errorString()));
  const auto dumped =
      run(u"pg_dump"_s, {u"-Fc"_s, u"-f"_s, unfinished, u"-d"_s, url}, u"backup.failed"_s);
  if (!dumped) {
    QFile::remove(unfinished);
    return tl::unexpected(dumped.error());
  }
  // At no moment is there neither the backup before nor this one.
  if (std::rename(QFile::encodeName(unfinished), QFile::encodeName(file)) == 0)
    return {};
  const auto reason = QString::fromLocal8Bit(std::strerror(errno));
  QFile::remove(unfinished);
  return fail(u"backup.failed"_s, u"%1 cannot be written: %2."_s.arg(file, reason));
}

Result<QString> rolePrefixIn(const QString &file) {
  TENANTRY_TRY(text, run(u"pg_restore"_s,
                         {u"--data-only"_s, u"--schema=tenantry"_s, u"--table=installation"_s,
                          u"-f"_s, u"-"_s, file},
                         u"restore.not_a_backup"_s));
  // COPY tenantry.installation (singleton, role_prefix, created_at) FROM stdin; and its one row
  const auto lines = QString::fromUtf8(text).split(u'\n');
  for (qsizetype number = 0; number + 1 < lines.size(); ++number) {
    if (!lines[number].startsWith(u"COPY tenantry.installation "_s))
      continue;
    const auto columns = lines[number].section(u'(', 1).section(u')', 0, 0).split(u", "_s);
    const auto position = columns.indexOf(u"role_prefix"_s);
    if (position >= 0)
      return lines[number + 1].section(u'\t', position, position);
  }
  return fail(u"restore.not_a_backup"_s, u"%1 is not a backup of a Tenantry database."_s.arg(file));
}

Result<> restoreInto(const QString &url, const QString &file) {
  TENANTRY_CHECK(run(u"pg_restore"_s,
                     {u"--exit-on-error"_s, u"--single-transaction"_s, u"-d"_s, url, file},
                     u"restore.failed"_s));
  return {};
}

} // namespace tenantry::scenarios
