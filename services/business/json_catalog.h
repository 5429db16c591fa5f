// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/json_fields.h"

/// The stored form of what the catalog keeps version by version.
namespace tenantry::business::stored {

[[nodiscard]] Json of(const Plan &plan);
[[nodiscard]] Json of(const Addon &addon);
[[nodiscard]] Json of(const Coupon &coupon);
void get(const Json &json, Plan &plan);
void get(const Json &json, Addon &addon);
void get(const Json &json, Coupon &coupon);

} // namespace tenantry::business::stored
