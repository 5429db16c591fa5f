// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/business/business_versions.h"

#include "models/connection/when_done.h"

namespace tenantry::models {

BusinessVersions::BusinessVersions(Connection &connection, QObject *parent)
    : QObject(parent), m_connection(connection) {
  connect(&connection, &Connection::caughtUp, this, [this] {
    if (m_isThere || m_error)
      reload();
  });
}

void BusinessVersions::begin() {
  if (!m_isThere && !isFetching())
    reload();
}

void BusinessVersions::reload() {
  ++m_fetching;
  whenDone(m_connection.read([](store::Session &session, business::AppliedBusiness &) {
    return business::versions(session);
  }),
           this, [this](const Result<std::vector<business::Version>> &versions) {
             --m_fetching;
             takeVersions(versions);
           });
}

void BusinessVersions::takeVersions(const Result<std::vector<business::Version>> &versions) {
  m_error.reset();
  if (!versions) {
    m_error = versions.error();
    return Q_EMIT changed();
  }
  const bool isNews = !m_isThere || *versions != m_versions;
  m_isThere = true;
  m_versions = *versions;
  if (isNews && !m_versions.empty())
    return choose(m_versions.front().number);
  Q_EMIT changed();
}

void BusinessVersions::choose(std::int64_t number) {
  m_chosen = number;
  m_changes.reset();
  m_error.reset();
  ++m_fetching;
  Q_EMIT changed();
  whenDone(m_connection.read([number](store::Session &session, business::AppliedBusiness &) {
    return business::changesOf(session, number);
  }),
           this, [this, number](const Result<std::vector<business::Change>> &changes) {
             --m_fetching;
             if (number != m_chosen)
               return; // another one was chosen meanwhile
             if (changes)
               m_changes = *changes;
             else
               m_error = changes.error();
             Q_EMIT changed();
           });
}

} // namespace tenantry::models
