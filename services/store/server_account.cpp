// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/server_account.h"
#include <QFile>
#include <QProcess>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace tenantry::store {

Failure systemFailure(const QString &path) {
  const int number = errno;
  const QString reason = QString::fromLocal8Bit(std::strerror(number));
  if (number == ENOSPC || number == EDQUOT)
    return fail(u"cluster.disk_full"_s,
                u"No space is left at %1 (%2). Free some, then start again."_s.arg(path, reason));
  return fail(u"cluster.not_writable"_s,
              u"%1 cannot be used (%2). Choose another directory or correct its rights."_s.arg(
                  path, reason));
}

Result<ServerAccount> ServerAccount::find() {
  if (::geteuid() != 0)
    return ServerAccount{::geteuid(), ::getegid()};
  const passwd *entry = ::getpwnam("postgres");
  if (entry == nullptr)
    return fail(
        u"cluster.no_binaries"_s,
        u"PostgreSQL does not run as root and there is no account “postgres”. Install the package postgresql."_s);
  return ServerAccount{entry->pw_uid, entry->pw_gid};
}

QString ServerAccount::name() const {
  const passwd *entry = ::getpwuid(user);
  return entry == nullptr ? QString::number(user) : QString::fromLocal8Bit(entry->pw_name);
}

Result<> ServerAccount::ownDirectory(const QString &path, mode_t mode) const {
  const QByteArray name = QFile::encodeName(path);
  const bool isNew = ::mkdir(name.constData(), mode) == 0;
  if (!isNew && errno != EEXIST)
    return systemFailure(path);
  if (isNew &&
      (::chown(name.constData(), user, group) != 0 || ::chmod(name.constData(), mode) != 0))
    return systemFailure(path);
  struct stat status {};
  if (::lstat(name.constData(), &status) != 0)
    return systemFailure(path);
  if (!S_ISDIR(status.st_mode) || status.st_uid != user)
    return fail(
        u"cluster.locked"_s,
        u"%1 belongs to another account. Choose another directory, or start as its owner."_s.arg(
            path));
  return {};
}

Result<> ServerAccount::ownFile(const QString &path) const {
  const int descriptor =
      ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor < 0)
    return systemFailure(path);
  const bool done = ::fchown(descriptor, user, group) == 0;
  ::close(descriptor);
  return done ? Result<>{} : Result<>(systemFailure(path));
}

ServerAccount::Outcome ServerAccount::run(const QString &program,
                                          const QStringList &arguments) const {
  QProcess process;
  process.setProcessChannelMode(QProcess::MergedChannels);
  process.setStandardInputFile(QProcess::nullDevice());
  process.setWorkingDirectory(u"/"_s);
  process.setChildProcessModifier([account = *this] {
    if (::geteuid() == 0 && (::setgroups(0, nullptr) != 0 || ::setgid(account.group) != 0 ||
                             ::setuid(account.user) != 0))
      ::_exit(126);
    ::umask(077);
  });
  process.start(program, arguments);
  constexpr int patience = 180'000;
  if (!process.waitForFinished(patience) || process.exitStatus() != QProcess::NormalExit) {
    process.kill();
    process.waitForFinished(1000);
    return {-1, process.errorString() + u'\n' + QString::fromLocal8Bit(process.readAll())};
  }
  return {process.exitCode(), QString::fromLocal8Bit(process.readAll())};
}

} // namespace tenantry::store
