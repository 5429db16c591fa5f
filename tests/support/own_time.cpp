// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/own_time.h"

#include <QCoreApplication>
#include <QDir>
#include <set>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace tenantry::tests {

namespace {

QByteArray procFile(const QString &path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Who started it; what stands before that is a name, which may have spaces.
QByteArray parentOf(const QString &process) {
  const auto stat = procFile(u"/proc/%1/stat"_s.arg(process));
  return stat.mid(stat.lastIndexOf(')') + 2).split(' ').value(1);
}

bool isServerOf(const QString &process, const QByteArrayList &databases) {
  const auto command = procFile(u"/proc/%1/cmdline"_s.arg(process));
  return command.startsWith("postgres: ") &&
         std::any_of(databases.begin(), databases.end(),
                     [&](const QByteArray &one) { return command.contains(one); });
}

/// A process comes after the one that started it, as far as numbers have not begun anew.
QStringList ourProcesses() {
  QStringList all = QDir(u"/proc"_s).entryList(QDir::Dirs);
  all.removeIf([](const QString &one) { return !one.at(0).isDigit(); });
  std::sort(all.begin(), all.end(), [](const QString &one, const QString &other) {
    return one.toLongLong() < other.toLongLong();
  });
  std::set<QByteArray> started{QByteArray::number(QCoreApplication::applicationPid())};
  QStringList ours{QString::number(QCoreApplication::applicationPid())};
  for (const auto &one : all) {
    if (started.contains(parentOf(one)))
      started.insert(one.toLatin1());
    else if (!isServerOf(one, ownDatabases()))
      continue;
    ours += one;
  }
  return ours;
}

} // namespace

QByteArrayList &ownDatabases() {
  static QByteArrayList all;
  return all;
}

qint64 QuietTime::elapsed() const {
  const auto wall = m_timer.elapsed();
  qint64 lost = OwnTime::lost() - m_own; // before looking for the others, which may wait itself
  const auto most = anybody();
  for (const auto &[thread, nanoseconds] : waits()) {
    const auto before = m_lost.find(thread);
    lost += nanoseconds - (before == m_lost.end() ? 0 : before->second);
  }
  if (most && m_anybody)
    lost = std::min(lost, *most - *m_anybody);
  return std::max<qint64>(0, wall - lost / 1'000'000);
}

std::optional<qint64> QuietTime::anybody() {
  const auto pressure = procFile(u"/proc/pressure/cpu"_s); // "some avg10=… total=…"
  const auto some = pressure.left(pressure.indexOf('\n'));
  if (!some.contains("total="))
    return std::nullopt;
  return some.mid(some.indexOf("total=") + 6).trimmed().toLongLong() * 1'000;
}

QuietTime::Waits QuietTime::waits() {
  Waits waits;
  for (const auto &process : ourProcesses())
    for (const auto &thread :
         QDir(u"/proc/%1/task"_s.arg(process)).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
      waits[thread.toLatin1()] = procFile(u"/proc/%1/task/%2/schedstat"_s.arg(process, thread))
                                     .split(' ')
                                     .value(1)
                                     .toLongLong();
  waits.erase(QByteArray::number(qint64(gettid())));
  return waits;
}

} // namespace tenantry::tests
