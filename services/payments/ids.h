// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/id.h"

namespace tenantry::payments {

using PaymentId = Id<struct PaymentTag>;
using RefundId = Id<struct RefundTag>;
using ExtensionId = Id<struct ExtensionTag>;
using MethodSetupId = Id<struct MethodSetupTag>;

} // namespace tenantry::payments
