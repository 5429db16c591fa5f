// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/usage/alerts.h"
#include "services/store/events.h"
#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::usage {

namespace {

using AlertKey = std::tuple<OrganizationId, QString, Instant, std::int64_t>;

QString eventType(std::int64_t threshold) {
  if (threshold == thresholds[0])
    return u"usage.approaching"_s;
  return threshold == thresholds[1] ? u"usage.warning"_s : u"usage.exceeded"_s;
}

store::NewEvent eventOf(const Reached &reached, std::int64_t threshold) {
  return {eventType(threshold),
          {{"metric", reached.metric->id.toStdString()},
           {"used", reached.used},
           {"limit", reached.limit},
           {"decimals", reached.metric->decimals},
           {"period_from", toIso(reached.periodFrom).toStdString()}}};
}

/// In key order; where two parts of a period are there, the one with more.
std::map<AlertKey, const Reached *> alertsOf(const std::vector<Reached> &all) {
  std::map<AlertKey, const Reached *> alerts;
  for (const auto &reached : all)
    for (const auto threshold : thresholds) {
      if (!hasReached(reached.used, reached.limit, threshold))
        continue;
      auto &known =
          alerts[{reached.organization, reached.metric->id, reached.periodFrom, threshold}];
      if (!known || known->used < reached.used)
        known = &reached;
    }
  return alerts;
}

} // namespace

bool hasReached(std::int64_t used, std::int64_t limit, std::int64_t percent) {
  const auto whole = limit / 100 * percent;
  const auto rest = (limit % 100 * percent + 99) / 100;
  return used >= whole + rest;
}

Result<> raiseAlerts(store::Session &session, const std::vector<Reached> &reached) {
  const auto alerts = alertsOf(reached);
  if (alerts.empty())
    return {};
  std::vector<OrganizationId> organizations;
  std::vector<QString> metrics;
  std::vector<Instant> periods;
  std::vector<std::int64_t> percents;
  for (const auto &[key, of] : alerts) {
    organizations.push_back(std::get<0>(key));
    metrics.push_back(std::get<1>(key));
    periods.push_back(std::get<2>(key));
    percents.push_back(std::get<3>(key));
  }
  TENANTRY_TRY(rows, session.database.query("usage_alerts_raise", {{"organizations", organizations},
                                                                   {"metrics", metrics},
                                                                   {"periods", periods},
                                                                   {"thresholds", percents},
                                                                   {"now", session.clock.now()}}));
  std::vector<AlertKey> raised;
  for (const auto row : rows)
    raised.push_back(row.as<OrganizationId, QString, Instant, std::int64_t>());
  std::sort(raised.begin(), raised.end());
  std::vector<store::BulkEvent> events;
  for (const auto &key : raised)
    events.push_back({std::get<0>(key), eventOf(*alerts.at(key), std::get<3>(key))});
  return store::appendEventsBulk(session, events);
}

} // namespace tenantry::usage
