// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/lists/list_filters.h"

namespace tenantry::ui {

/// The chip that narrows a list of invoices to those in a status, or to credit notes instead.
[[nodiscard]] FilterOffer invoiceKinds();

} // namespace tenantry::ui
