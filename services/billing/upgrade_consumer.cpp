// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/upgrade_consumer.h"

#include "services/billing/upgrade_suggestion.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::billing {

namespace {

store::Json limitsOf(const UpgradeSuggestion &suggestion) {
  auto limits = store::Json::object();
  for (const auto &limit : suggestion.limits)
    limits[limit.metric.toStdString()] = limit.then.value_or(business::unlimited);
  return limits;
}

store::NewEvent eventOf(const UpgradeSuggestion &suggestion, const QString &metric) {
  const auto &best = *suggestion.best;
  return {u"usage.upgrade_suggested"_s,
          {{"metric", metric.toStdString()},
           {"plan", best.planId.toStdString()},
           {"plan_version", best.version.toString().toStdString()},
           {"plan_before", suggestion.now.planId.toStdString()},
           {"interval", toString(suggestion.interval).toStdString()},
           {"seats", suggestion.seats},
           {"currency", suggestion.currency.code().toStdString()},
           {"periods", suggestion.periods},
           {"a_month", suggestion.aMonth(best)},
           {"a_month_before", suggestion.aMonth(suggestion.now)},
           {"limits", limitsOf(suggestion)},
           {"period_from", toIso(suggestion.periodFrom).toStdString()}}};
}

Result<> suggest(store::Session &session, const store::Event &exceeded) {
  business::AppliedBusiness business;
  TENANTRY_TRY(suggestion, suggestUpgrade(session, business, exceeded.organization));
  if (!suggestion.best)
    return {};
  TENANTRY_TRY(told, session.database.one<bool>("upgrade_is_suggested",
                                                {{"organization", exceeded.organization},
                                                 {"version", suggestion.best->version.toString()},
                                                 {"period_from", toIso(suggestion.periodFrom)}}));
  if (std::get<0>(*told))
    return {};
  const auto metric = QString::fromStdString(exceeded.payload.value("metric", std::string()));
  return store::appendEvents(session, exceeded.organization, {eventOf(suggestion, metric)});
}

} // namespace

jobs::Consumer upgradeConsumer() {
  return {u"billing.upgrades"_s, [](const QString &type) { return type == "usage.exceeded"_L1; },
          [](store::Session &session, const std::vector<store::Event> &events) -> Result<> {
            const auto &last = events.back();
            if (last.occurredAt < session.clock.now() - suggestsNoLaterThan)
              return {};
            return suggest(session, last);
          }};
}

} // namespace tenantry::billing
