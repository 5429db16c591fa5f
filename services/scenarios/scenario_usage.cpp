// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/scenarios/scenario_usage.h"

#include "services/core/rational.h"
#include "services/usage/reservations.h"
#include "services/usage/service.h"

using namespace Qt::StringLiterals;

namespace tenantry::scenarios {

namespace {

/// Quantities are told in whole units of the metric, "0.5" of one included.
Result<std::int64_t> smallestUnits(ScenarioWorld &world, const Json &with) {
  TENANTRY_TRY(applied, world.business().current(world.session()));
  const auto metric = applied->business.metrics.find(textOf(with, "metric"));
  const int decimals = metric == applied->business.metrics.end() ? 0 : metric->second.decimals;
  const auto &told = with.at("quantity");
  TENANTRY_TRY(quantity, told.is_string() ? parseDecimal(told.get<QString>())
                                          : Result<Rational>(told.get<std::int64_t>()));
  Rational units = quantity;
  for (int i = 0; i < decimals; ++i)
    units *= 10;
  if (denominator(units) != 1)
    return fail(u"usage.quantity_invalid"_s,
                u"%1 has more places than the metric “%2” takes: %3."_s
                    .arg(formatDecimal(quantity, 12), textOf(with, "metric"))
                    .arg(decimals));
  return static_cast<std::int64_t>(numerator(units));
}

Result<usage::UsageEvent> usageEvent(ScenarioWorld &world, const Json &with) {
  TENANTRY_TRY(id, world.organization(with));
  usage::UsageEvent event;
  event.organization = id;
  event.key = textOf(with, "key");
  event.metric = textOf(with, "metric");
  TENANTRY_TRY(quantity, smallestUnits(world, with));
  event.quantity = quantity;
  event.occurredAt = world.session().clock.now();
  event.corrects = textOf(with, "corrects");
  if (with.contains("occurred_at"))
    event.occurredAt = with.at("occurred_at").get<Instant>();
  const Json dimensions = with.value("dimensions", Json::object());
  for (const auto &[name, value] : dimensions.items())
    event.dimensions[QString::fromStdString(name)] =
        QString::fromStdString(value.is_string() ? value.get<std::string>() : value.dump());
  return event;
}

} // namespace

Result<> recordUsage(ScenarioWorld &world, const Json &with) {
  TENANTRY_TRY(event, usageEvent(world, with));
  TENANTRY_CHECK(usage::UsageService(world.session(), world.business()).record(event));
  return {};
}

Result<> correctUsage(ScenarioWorld &world, const Json &with) {
  TENANTRY_TRY(event, usageEvent(world, with));
  return usage::UsageService(world.session(), world.business()).correct(event);
}

Result<> reserveUsage(ScenarioWorld &world, const Json &with) {
  TENANTRY_TRY(id, world.organization(with));
  TENANTRY_TRY(quantity, smallestUnits(world, with));
  const auto ref = textOf(with, "ref");
  const auto metric = textOf(with, "metric");
  usage::Reservations reservations(world.session(), world.business());
  TENANTRY_TRY(decisions,
               reservations.reserve(id, {{ref, metric, quantity}}, usage::usualReservation));
  if (!decisions.front().granted)
    return fail(u"quota.exceeded"_s,
                u"“%1” does not fit into what is left of “%2”."_s.arg(ref, metric));
  world.rememberReservation(ref, id);
  return {};
}

Result<> commitUsage(ScenarioWorld &world, const Json &with) {
  TENANTRY_TRY(id, world.reservedBy(with));
  const auto ref = textOf(with, "ref");
  usage::Reservations reservations(world.session(), world.business());
  TENANTRY_TRY(outcomes, reservations.commit(id, {{ref, {}, {}}}));
  if (outcomes.front() == usage::CommitOutcome::NotHeld)
    return fail(u"quota.not_held"_s, u"“%1” was released, or has run out."_s.arg(ref));
  return {};
}

Result<> releaseUsage(ScenarioWorld &world, const Json &with) {
  TENANTRY_TRY(id, world.reservedBy(with));
  TENANTRY_CHECK(
      usage::Reservations(world.session(), world.business()).release(id, {textOf(with, "ref")}));
  return {};
}

} // namespace tenantry::scenarios
