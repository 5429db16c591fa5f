// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/usage/usage_figures.h"

#include "models/connection/when_done.h"

using namespace std::chrono_literals;

namespace tenantry::models {

namespace {

constexpr auto usageNewsPause = 400ms;
constexpr int restShare = 10; ///< it rests so many times as long as it took

Result<UsageFacts> readUsageFacts(store::Session &session, business::AppliedBusiness &business,
                                  const QString &metric) {
  TENANTRY_TRY(applied, business.current(session));
  UsageFacts facts;
  facts.metrics = applied->business.metrics;
  facts.metric = metric;
  if (!facts.metrics.contains(metric) && !facts.metrics.empty())
    facts.metric = facts.metrics.begin()->first;
  if (!facts.metric.isEmpty()) {
    TENANTRY_TRY(levels, usage::Standings(session, business).levels(facts.metric));
    facts.levels = levels;
  }
  facts.asOf = session.clock.now();
  const auto hour = std::chrono::floor<std::chrono::hours>(facts.asOf);
  facts.since = hour - std::chrono::hours(UsageFigures::hours - 1);
  TENANTRY_TRY(recorded, usage::recordedBySteps(session, facts.since, 1h, UsageFigures::hours));
  facts.recorded = std::move(recorded);
  TENANTRY_TRY(before, usage::recordedBySteps(session, facts.since - 24h, 1h, UsageFigures::hours));
  facts.dayBefore = std::move(before);
  return facts;
}

} // namespace

UsageFigures::UsageFigures(Connection &connection, QObject *parent)
    : QObject(parent), m_connection(connection) {
  m_newsPause.setSingleShot(true);
  m_newsPause.setInterval(usageNewsPause);
  m_newsPause.callOnTimeout(this, [this] {
    if (m_hasBegun)
      reload();
  });
  m_minute.setInterval(1min);
  m_minute.callOnTimeout(this, [this] {
    reload();
    Q_EMIT ticked();
  });
  connect(&m_connection, &Connection::organizationsChanged, this, [this] {
    if (!m_newsPause.isActive())
      m_newsPause.start();
  });
  connect(&m_connection, &Connection::caughtUp, this, [this] {
    if (m_hasBegun)
      reload();
  });
}

void UsageFigures::setWatched(bool watched) {
  if (watched && !m_minute.isActive())
    m_minute.start();
  else if (!watched)
    m_minute.stop();
}

void UsageFigures::show(const QString &metric) {
  if (m_hasBegun && metric == m_metric)
    return;
  m_metric = metric;
  reload();
}

void UsageFigures::begin() {
  if (!m_hasBegun)
    reload();
}

void UsageFigures::reload() {
  m_hasBegun = true;
  m_isStale = m_isFetching;
  if (m_isFetching)
    return;
  m_isFetching = true;
  m_took.start();
  whenDone(m_connection.read(
               [metric = m_metric](store::Session &session, business::AppliedBusiness &business) {
                 return readUsageFacts(session, business, metric);
               }),
           this, [this](const Result<UsageFacts> &facts) { take(facts); });
}

void UsageFigures::take(const Result<UsageFacts> &facts) {
  m_isFetching = false;
  m_newsPause.setInterval(
      std::max<std::chrono::milliseconds>(usageNewsPause, m_took.elapsed() * restShare * 1ms));
  if (m_isStale)
    return reload();
  if (facts) {
    m_facts = *facts;
    m_metric = m_facts->metric;
    m_error.reset();
  } else if (facts.error().code != QStringLiteral("store.disconnected") || !m_facts) {
    m_error = facts.error();
  }
  Q_EMIT changed();
}

} // namespace tenantry::models
