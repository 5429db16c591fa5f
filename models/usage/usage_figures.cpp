// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/usage/usage_figures.h"

using namespace std::chrono_literals;

namespace tenantry::models {

namespace {

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
    : WatchedReading(connection, parent) {
  m_minute.setInterval(1min);
  m_minute.callOnTimeout(this, [this] {
    reload();
    Q_EMIT ticked();
  });
}

void UsageFigures::setWatched(bool watched) {
  if (watched && !m_minute.isActive())
    m_minute.start();
  else if (!watched)
    m_minute.stop();
}

void UsageFigures::show(const QString &metric) {
  if (hasBegun() && metric == m_metric)
    return;
  m_metric = metric;
  reload();
}

UsageFigures::Reading UsageFigures::reading() {
  return [metric = m_metric](store::Session &session, business::AppliedBusiness &business) {
    return readUsageFacts(session, business, metric);
  };
}

} // namespace tenantry::models
