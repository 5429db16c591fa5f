// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/business/json_business.h"
#include "services/business/json_catalog.h"
#include "services/business/loader.h"

using namespace Qt::StringLiterals;

namespace tenantry::business {
namespace {

template <typename T> Result<T> fromStored(const nlohmann::json &document) {
  try {
    T value;
    stored::get(document, value);
    return value;
  } catch (const std::exception &error) {
    return fail(u"business.document_invalid"_s,
                u"The stored business document cannot be read: %1. It was changed outside of "
                u"Tenantry; apply the "
                u"business files again."_s.arg(QString::fromUtf8(error.what())));
  }
}

} // namespace

nlohmann::json toJson(const Business &business) { return stored::of(business); }
nlohmann::json toJson(const Plan &plan) { return stored::of(plan); }
nlohmann::json toJson(const Addon &addon) { return stored::of(addon); }
nlohmann::json toJson(const Coupon &coupon) { return stored::of(coupon); }

Result<Business> fromJson(const nlohmann::json &document) { return fromStored<Business>(document); }
Result<Plan> planFromJson(const nlohmann::json &document) { return fromStored<Plan>(document); }
Result<Addon> addonFromJson(const nlohmann::json &document) { return fromStored<Addon>(document); }
Result<Coupon> couponFromJson(const nlohmann::json &document) {
  return fromStored<Coupon>(document);
}

} // namespace tenantry::business
