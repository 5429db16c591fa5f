// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/connection/stoppable_reading.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tenantry::models {

namespace {
constexpr auto unnoticed = 200ms;
} // namespace

StoppableReading::StoppableReading(Connection &connection, QObject *parent)
    : QObject(parent), m_connection(connection) {
  m_patience.setSingleShot(true);
  m_patience.setInterval(unnoticed);
  m_patience.callOnTimeout(this, &StoppableReading::changed);
}

quint64 StoppableReading::start(const QFuture<void> &future) {
  if (m_running.empty())
    m_patience.start();
  m_running.emplace(++m_last, future);
  if (std::exchange(m_isStopped, false))
    Q_EMIT changed();
  return m_last;
}

void StoppableReading::end(quint64 number, bool isRead) {
  m_running.erase(number);
  if (isRead)
    m_readAt = m_connection.clock().now();
  if (isRunning())
    return;
  m_patience.stop();
  Q_EMIT changed();
}

void StoppableReading::cancel() {
  // The last one first: else each that was waiting begins in the database before it is cancelled.
  auto running = std::exchange(m_running, {});
  for (auto one = running.rbegin(); one != running.rend(); ++one)
    one->second.cancel();
  m_patience.stop();
}

void StoppableReading::forget() {
  cancel();
  m_readAt.reset();
  m_isStopped = false;
  Q_EMIT changed();
}

bool StoppableReading::stop(Reach reach) {
  if (reach == Reach::All ? !isRunning() : !isLong())
    return false;
  cancel();
  m_isStopped = true;
  Q_EMIT changed();
  return true;
}

Error StoppableReading::error() { return {u"store.cancelled"_s, tr("This was cancelled."), {}}; }

} // namespace tenantry::models
