// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/values.h"
#include "services/store/events.h"

namespace tenantry::billing {

/// Nothing is due of an invoice any more. `writtenOff`: what of it was given up before; said where
/// there is any.
[[nodiscard]] inline store::NewEvent paidEvent(const InvoiceId &invoice, const QString &number,
                                               const Money &total, std::int64_t writtenOff) {
  store::NewEvent event{QStringLiteral("invoice.paid"),
                        {{"invoice", invoice},
                         {"number", number},
                         {"currency", total.currency().code()},
                         {"total", total.minor()}}};
  if (writtenOff > 0)
    event.payload["written_off"] = writtenOff;
  return event;
}

} // namespace tenantry::billing
