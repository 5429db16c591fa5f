// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ledger/revenue_outlook.h"

#include "models/connection/when_done.h"

using namespace Qt::StringLiterals;

namespace tenantry::models {

RevenueOutlook::RevenueOutlook(Connection &connection, RunningWork &work, QObject *parent)
    : QObject(parent), m_connection(connection), m_work(connection, work, u"revenue"_s) {
  const auto age = [this] {
    if (!m_schedule || m_isOutdated)
      return;
    m_isOutdated = true;
    Q_EMIT changed();
  };
  connect(&m_connection, &Connection::organizationsChanged, this, age);
  connect(&m_connection, &Connection::caughtUp, this, age);
}

void RevenueOutlook::begin() {
  if (!m_hasBegun || m_isOutdated)
    reload();
}

void RevenueOutlook::reload() {
  if (isFetching())
    return;
  m_hasBegun = true;
  m_isOutdated = m_isCancelled = false;
  m_work.begin(tr("Revenue to come"), 0);
  Q_EMIT changed();
  whenDone(m_connection.work([goOn = m_work.goOn()](store::Session &session,
                                                    business::AppliedBusiness &business) {
    return billing::revenueSchedule(session, business, goOn);
  }),
           this, [this](const Result<std::optional<billing::RevenueSchedule>> &schedule) {
             m_work.end();
             take(schedule);
           });
}

void RevenueOutlook::take(const Result<std::optional<billing::RevenueSchedule>> &schedule) {
  m_error.reset();
  if (!schedule) {
    m_error = schedule.error();
  } else if (*schedule) {
    m_schedule = **schedule;
    m_asOf = m_connection.clock().now();
  } else {
    m_isCancelled = true;
  }
  Q_EMIT changed();
}

} // namespace tenantry::models
