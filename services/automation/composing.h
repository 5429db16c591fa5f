// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/automation/delivery.h"
#include "services/automation/smtp_lanes.h"

/// From a mail of the outbox to what goes over the wire; internal to this domain.
namespace tenantry::automation {

struct Composed {
  Letter letter;
  QByteArray token; ///< of the link in it, which works from now on
};

/// With its link, and the invoice where one goes with it.
[[nodiscard]] Result<Composed> compose(store::Session &session, business::AppliedBusiness &business,
                                       const DeliverySettings &settings, const Mail &mail);

} // namespace tenantry::automation
