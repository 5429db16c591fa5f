// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/json_fields.h"

namespace tenantry::business::stored {

/// The whole business as one document; what has an id is an object by id.
[[nodiscard]] Json of(const Business &business);
void get(const Json &json, Business &business);

} // namespace tenantry::business::stored
