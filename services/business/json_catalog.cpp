// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/business/json_catalog.h"

using namespace Qt::StringLiterals;

namespace tenantry::business::stored {
// Static and not in a namespace of their own: that would hide the overloads for the plain values.

template <typename T> static Json orNull(const std::optional<T> &value) {
  if (!value)
    return nullptr;
  if constexpr (std::is_integral_v<T>)
    return *value;
  else
    return of(*value);
}

static Json of(const Price &price) {
  return {{"amount", of(price.amount)}, {"interval", of(price.interval)}, {"per", of(price.per)}};
}

static Json of(const Tier &tier) {
  return {{"up_to", orNull(tier.upTo)}, {"unit", of(tier.unit)}, {"flat", tier.flat}};
}

static Json of(const Charge &charge) {
  return {{"metric", of(charge.metric)},
          {"currency", of(charge.currency.code())},
          {"model", of(charge.model)},
          {"included", charge.included},
          {"included_is_limit", charge.includedIsLimit},
          {"unit", of(charge.unit)},
          {"package", charge.packageSize},
          {"tiers", list(charge.tiers, of)},
          {"minimum", charge.minimum}};
}

static void get(const Json &json, Price &price) {
  get(json.at("amount"), price.amount);
  get(json.at("interval"), price.interval);
  get(json.at("per"), price.per);
}

static void get(const Json &json, Tier &tier) {
  get(json.at("up_to"), tier.upTo);
  get(json.at("unit"), tier.unit);
  get(json.at("flat"), tier.flat);
}

static void get(const Json &json, Charge &charge) {
  get(json.at("metric"), charge.metric);
  get(json.at("currency"), charge.currency);
  get(json.at("model"), charge.model);
  get(json.at("included"), charge.included);
  get(json.at("included_is_limit"), charge.includedIsLimit);
  get(json.at("unit"), charge.unit);
  get(json.at("package"), charge.packageSize);
  getList(json.at("tiers"), charge.tiers, get);
  get(json.at("minimum"), charge.minimum);
}

static Json limitsOf(const std::map<QString, std::int64_t> &limits) {
  Json json = Json::object();
  for (const auto &[metric, limit] : limits)
    json[metric.toStdString()] = limit;
  return json;
}

static void getLimits(const Json &json, std::map<QString, std::int64_t> &limits) {
  for (const auto &[metric, limit] : json.get_ref<const Json::object_t &>())
    get(limit, limits[QString::fromStdString(metric)]);
}

Json of(const Plan &plan) {
  return {{"id", of(plan.id)},
          {"name", of(plan.name)},
          {"trial_days", plan.trialDays},
          {"features", of(plan.features)},
          {"limits", limitsOf(plan.limits)},
          {"prices", list(plan.prices, of)},
          {"charges", list(plan.charges, of)}};
}

void get(const Json &json, Plan &plan) {
  get(json.at("id"), plan.id);
  get(json.at("name"), plan.name);
  get(json.at("trial_days"), plan.trialDays);
  get(json.at("features"), plan.features);
  getLimits(json.at("limits"), plan.limits);
  getList(json.at("prices"), plan.prices, get);
  getList(json.at("charges"), plan.charges, get);
}

Json of(const Addon &addon) {
  return {{"id", of(addon.id)},
          {"name", of(addon.name)},
          {"features", of(addon.features)},
          {"limits", limitsOf(addon.limits)},
          {"prices", list(addon.prices, of)},
          {"most", addon.most}};
}

void get(const Json &json, Addon &addon) {
  get(json.at("id"), addon.id);
  get(json.at("name"), addon.name);
  get(json.at("features"), addon.features);
  getLimits(json.at("limits"), addon.limits);
  getList(json.at("prices"), addon.prices, get);
  get(json.at("most"), addon.most);
}

Json of(const Coupon &coupon) {
  return {{"id", of(coupon.id)},
          {"percent", orNull(coupon.percent)},
          {"amount", orNull(coupon.amount)},
          {"cycles", orNull(coupon.cycles)},
          {"valid_from", orNull(coupon.validFrom)},
          {"valid_to", orNull(coupon.validTo)},
          {"redemptions", orNull(coupon.redemptions)},
          {"active", coupon.active}};
}

void get(const Json &json, Coupon &coupon) {
  get(json.at("id"), coupon.id);
  get(json.at("percent"), coupon.percent);
  get(json.at("amount"), coupon.amount);
  get(json.at("cycles"), coupon.cycles);
  get(json.at("valid_from"), coupon.validFrom);
  get(json.at("valid_to"), coupon.validTo);
  get(json.at("redemptions"), coupon.redemptions);
  get(json.at("active"), coupon.active);
}

} // namespace tenantry::business::stored
