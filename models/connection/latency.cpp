// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/connection/latency.h"

#include "models/connection/when_done.h"

using namespace std::chrono;
using namespace std::chrono_literals;

namespace tenantry::models {

namespace {

constexpr auto interval = 5s;

Result<microseconds> askOnce(store::Session &session) {
  const auto start = steady_clock::now();
  TENANTRY_CHECK(session.database.query("ping"));
  return duration_cast<microseconds>(steady_clock::now() - start);
}

} // namespace

Latency::Latency(Connection &connection, QObject *parent)
    : QObject(parent), m_connection(connection) {
  m_timer.setInterval(interval);
  m_timer.callOnTimeout(this, &Latency::ask);
  m_timer.start();
  connect(&m_connection, &Connection::connectedChanged, this,
          [this](bool connected) { connected ? ask() : set(std::nullopt); });
  ask();
}

void Latency::ask() {
  if (m_isAsking || !m_connection.isConnected())
    return;
  m_isAsking = true;
  whenDone(m_connection.read([](store::Session &session, business::AppliedBusiness &) {
    return askOnce(session);
  }),
           this, [this](const Result<microseconds> &answer) {
             m_isAsking = false;
             set(answer ? std::optional(*answer) : std::nullopt);
             if (answer)
               Q_EMIT answered();
           });
}

void Latency::set(std::optional<microseconds> value) {
  if (value == m_value)
    return;
  m_value = value;
  Q_EMIT changed();
}

} // namespace tenantry::models
