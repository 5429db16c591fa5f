// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/connection/watched_reading.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace tenantry::models {

namespace {
constexpr auto watchedPause = 400ms;
constexpr int watchedRest = 10; ///< times as long as reading took
} // namespace

WatchedFacts::WatchedFacts(Connection &connection, QObject *parent)
    : QObject(parent), m_connection(connection), m_running(connection) {
  const auto again = [this] {
    if (m_hasBegun)
      reload();
  };
  m_newsPause.setSingleShot(true);
  m_newsPause.setInterval(watchedPause);
  m_newsPause.callOnTimeout(this, again);
  connect(&m_connection, &Connection::organizationsChanged, this, [this] {
    if (!m_newsPause.isActive())
      m_newsPause.start();
  });
  connect(&m_connection, &Connection::caughtUp, this, again);
}

void WatchedFacts::begin() {
  if (!m_hasBegun)
    reload();
}

void WatchedFacts::reload() {
  m_hasBegun = true;
  m_isStale = isFetching();
  if (m_isStale)
    return;
  m_took.start();
  startReading();
}

bool WatchedFacts::endReading() {
  m_newsPause.setInterval(
      std::max<std::chrono::milliseconds>(watchedPause, m_took.elapsed() * watchedRest * 1ms));
  if (!m_isStale)
    return true;
  reload();
  return false;
}

bool WatchedFacts::stop() {
  if (!m_running.stop())
    return false;
  m_isStale = false;
  end(hasFacts() ? m_error : StoppableReading::error());
  return true;
}

void WatchedFacts::end(std::optional<Error> error) {
  m_error = std::move(error);
  Q_EMIT changed();
}

} // namespace tenantry::models
