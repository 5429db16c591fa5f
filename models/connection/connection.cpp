// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/connection/connection.h"

#include "services/jobs/dispatcher.h"

using namespace Qt::StringLiterals;

namespace tenantry::models {

namespace {

/// Whoever looks at a list has given up by then.
constexpr std::chrono::seconds longestLook{30};

store::ConnectionSettings toRead(store::ConnectionSettings settings) {
  settings.statementTimeout = longestLook;
  return settings;
}

} // namespace

Connection::Lane Connection::makeLane(const store::ConnectionSettings &settings, const Clock &clock,
                                      const QString &actor) {
  return {std::make_unique<store::DbThread>(settings, clock, actor),
          std::make_shared<business::AppliedBusiness>()};
}

Connection::Connection(const store::ConnectionSettings &settings, const Clock &clock,
                       const QString &actor, Rights rights, const Zone &zone, QObject *parent)
    : QObject(parent), m_clock(clock), m_rights(std::move(rights)), m_zone(zone),
      m_read(makeLane(toRead(settings), clock, actor)),
      m_measure(makeLane(toRead(settings), clock, actor)),
      m_find(makeLane(toRead(settings), clock, actor)), m_work(makeLane(settings, clock, actor)),
      m_listener(std::make_unique<store::Listener>(settings, QStringList{jobs::newsChannel})) {
  connect(m_listener.get(), &store::Listener::connectionChanged, this, &Connection::setConnected);
  connect(m_listener.get(), &store::Listener::caughtUp, this, [this] {
    for (const auto *lane : {&m_read, &m_measure, &m_find, &m_work})
      lane->thread->retryNow();
    Q_EMIT caughtUp();
  });
  connect(m_listener.get(), &store::Listener::notified, this,
          [this](const QString &, const QString &payload) { takeNews(payload); });
}

Connection::~Connection() = default;

void Connection::setConnected(bool connected) {
  if (m_connected == connected)
    return;
  m_connected = connected;
  Q_EMIT connectedChanged(connected);
}

void Connection::setZone(const Zone &zone) {
  if (m_zone == zone)
    return;
  m_zone = zone;
  Q_EMIT zoneChanged();
}

void Connection::takeNews(const QString &payload) {
  // What came in by bank, the months of the books and who looked at a run are no organization's:
  // whoever shows them reads them anew whatever changed.
  if (payload == jobs::bankNews || payload == jobs::bookNews || payload == jobs::runNews)
    return Q_EMIT organizationsChanged({OrganizationId()});
  QList<OrganizationId> organizations;
  for (const auto &id : QStringView(payload).split(u',', Qt::SkipEmptyParts))
    organizations.append(OrganizationId::fromString(id.trimmed()));
  if (!organizations.isEmpty())
    Q_EMIT organizationsChanged(organizations);
}

} // namespace tenantry::models
