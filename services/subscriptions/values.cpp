// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/subscriptions/values.h"

#include "services/business/loader.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tenantry::subscriptions {

namespace {
const std::array<std::pair<Status, QLatin1StringView>, 7> statusNames{{
    {Status::Trialing, "trialing"_L1},
    {Status::Active, "active"_L1},
    {Status::PastDue, "past_due"_L1},
    {Status::Suspended, "suspended"_L1},
    {Status::Paused, "paused"_L1},
    {Status::Cancelled, "cancelled"_L1},
    {Status::Expired, "expired"_L1},
}};

/// As the column says it.
const std::array<std::pair<ScheduledAction, QLatin1StringView>, 7> actionNames{{
    {ScheduledAction::None, ""_L1},
    {ScheduledAction::Cancel, "cancel"_L1},
    {ScheduledAction::ChangePlan, "change_plan"_L1},
    {ScheduledAction::ChangeSeats, "change_seats"_L1},
    {ScheduledAction::ChangeAddon, "change_addon"_L1},
    {ScheduledAction::ChangePrice, "change_price"_L1},
    {ScheduledAction::ChangeCurrency, "change_currency"_L1},
}};
} // namespace

QString toString(Status status) {
  for (const auto &[value, name] : statusNames)
    if (value == status)
      return name;
  return {};
}

Result<Status> parseStatus(QStringView text) {
  for (const auto &[value, name] : statusNames)
    if (text == name)
      return value;
  return fail(u"subscription.status_unknown"_s,
              u"“%1” is not a status of a subscription."_s.arg(text));
}

QString toString(ScheduledAction action) {
  for (const auto &[value, name] : actionNames)
    if (value == action)
      return name;
  return {};
}

ScheduledAction parseAction(QStringView text) {
  for (const auto &[value, name] : actionNames)
    if (text == name)
      return value;
  throw ProgrammingError("unknown scheduled action");
}

Currency currencyThen(const Scheduled &scheduled, Currency now) {
  if (!scheduled.detail.is_object() || !scheduled.detail.contains("currency"))
    return now;
  return Currency::parse(scheduled.detail.at("currency").get<QString>()).value_or(now);
}

bool isAhead(const Redemption &redemption, const Subscription &subscription) {
  const int next = subscription.invoiceIndex.value_or(subscription.periodIndex);
  return redemption.isOf(subscription.currency) &&
         (!redemption.toIndex || *redemption.toIndex > std::max(next, redemption.fromIndex));
}

bool hasEnded(Status status) { return status == Status::Cancelled || status == Status::Expired; }

bool isRunning(Status status) { return status == Status::Active || status == Status::PastDue; }

nlohmann::json toJson(const OwnLimits &limits) {
  if (limits.empty())
    return {};
  auto json = nlohmann::json::object();
  for (const auto &[metric, limit] : limits)
    json[metric.toStdString()] = limit;
  return json;
}

OwnLimits limitsFromJson(const nlohmann::json &json) {
  OwnLimits limits;
  if (json.is_object())
    for (const auto &[metric, limit] : json.items())
      limits[QString::fromStdString(metric)] = limit.get<std::int64_t>();
  return limits;
}

} // namespace tenantry::subscriptions
