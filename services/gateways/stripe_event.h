// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/json.h"

namespace tenantry::gateways {

/// What a provider tells by itself, without what it knows of people.
struct ProviderEvent {
  QString id;
  QString type;
  QString object; ///< id of what it is about; empty: it has none
  Instant happenedAt{};
  Json facts = Json::object(); ///< payment_intent, amount, currency, reason, where it says them
};

/// Error `stripe.event_invalid`.
[[nodiscard]] Result<ProviderEvent> readStripeEvent(const QByteArray &body);

} // namespace tenantry::gateways
