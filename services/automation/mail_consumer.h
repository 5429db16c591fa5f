// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/jobs/consumer.h"

namespace tenantry::automation {

/// What is older makes no mail: a book that was imported, or a consumer that is new, must not tell
/// people of the past.
inline constexpr std::chrono::days tellsNoOlderThan{7};

/// Writes mails into the outbox (AUTO-3), one for each recipient of an event: about money, and the
/// welcome of a new organization, whose check-ins it schedules.
[[nodiscard]] jobs::Consumer mailConsumer();

} // namespace tenantry::automation
