// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArrayList>
#include <QElapsedTimer>
#include <QFile>
#include <algorithm>
#include <map>
#include <optional>

/// Times that other work on the machine does not lengthen: what a promise of so many milliseconds
/// is held to where tests share two processors with each other.
namespace tenantry::tests {

/// Sanitizers make what a program does several times as long, and each part of it by another
/// factor: there the promises are held loosely, in the release build to the millisecond.
constexpr qint64 underSanitizers(qint64 milliseconds) {
#if defined(__SANITIZE_ADDRESS__)
  return 5 * milliseconds;
#else
  return milliseconds;
#endif
}

/// Wall time of this thread without that in which it was ready to run and another ran, as the
/// kernel counts it; where it does not, wall time. Asleep or at work it counts.
class OwnTime {
public:
  OwnTime() { start(); }
  void start() {
    m_lost = lost();
    m_timer.start();
  }
  [[nodiscard]] qint64 elapsed() const { ///< milliseconds
    return std::max<qint64>(0, m_timer.elapsed() - (lost() - m_lost) / 1'000'000);
  }

  [[nodiscard]] static qint64 lost() { ///< nanoseconds, since it began
    QFile file(QStringLiteral("/proc/thread-self/schedstat"));
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1).toLongLong() : 0;
  }

private:
  QElapsedTimer m_timer;
  qint64 m_lost = 0;
};

/// What several programs took together that wait for each other: wall time without that in which
/// one of ours was ready to run and another ran. Ours are this program with all its threads, what
/// it has started, and the servers of its databases. What anybody else on the machine waits for
/// shortens nothing, nor does a pause that nobody was kept from ending; and where several of ours
/// waited at once, no more than the time in which anybody did.
class QuietTime {
public:
  QuietTime() : m_lost(waits()), m_anybody(anybody()), m_own(OwnTime::lost()) { m_timer.start(); }
  [[nodiscard]] qint64 elapsed() const; ///< milliseconds

private:
  using Waits = std::map<QByteArray, qint64>; ///< nanoseconds, by thread
  static Waits waits();                       ///< of ours but this one, so far
  static std::optional<qint64> anybody();     ///< in which anybody waited; none: nobody counts it

  QElapsedTimer m_timer;
  Waits m_lost;
  std::optional<qint64> m_anybody;
  qint64 m_own;
};

/// Whose servers are ours: databases of tests add themselves.
QByteArrayList &ownDatabases();

} // namespace tenantry::tests
