// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/importing/column_mapping.h"

namespace tenantry::importing {

/// The fields of customers, subscriptions and invoices with the column names of Stripe's dashboard
/// exports. The columns of such a file are chosen by whoever exports it, so names are matched in
/// any order and most fields are optional.
[[nodiscard]] const ImportFormat &customersFormat();
[[nodiscard]] const ImportFormat &subscriptionsFormat();
[[nodiscard]] const ImportFormat &invoicesFormat();

} // namespace tenantry::importing
