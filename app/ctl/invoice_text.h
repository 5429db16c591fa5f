// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/ctl/answer.h"
#include "services/billing/service.h"

/// Invoices as documents and as text.
namespace tenantry::ctl {

[[nodiscard]] Json describe(const billing::Invoice &invoice);
[[nodiscard]] Json describe(const billing::StoredLine &line);
[[nodiscard]] Json describe(const billing::UsageEvidence &event);
/// An invoice that was not written: without number and id.
[[nodiscard]] Json describePlanned(const billing::PlannedInvoice &planned,
                                   const QString &organizationName);
/// [{"currency", "amount"}]
[[nodiscard]] Json describe(const std::map<Currency, std::int64_t> &totals);

[[nodiscard]] QString headOf(const billing::Invoice &invoice);
[[nodiscard]] QString linesText(const std::vector<billing::StoredLine> &lines, Currency currency);
[[nodiscard]] QString
totalsText(const std::map<Currency, std::int64_t> &totals); ///< "199.00 USD, 49.00 EUR"

} // namespace tenantry::ctl
