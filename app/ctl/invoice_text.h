// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/ctl/answer.h"
#include "services/billing/credit_notes.h"
#include "services/billing/service.h"

/// Invoices as documents and as text.
namespace tenantry::ctl {

[[nodiscard]] Json jsonOf(const billing::Invoice &invoice);
[[nodiscard]] Json jsonOf(const billing::CreditNote &note);
[[nodiscard]] Json jsonOf(const billing::StoredLine &line);
[[nodiscard]] Json jsonOf(const usage::CountedEvent &event);
/// An invoice that was not written: without number and id.
[[nodiscard]] Json describePlanned(const billing::PlannedInvoice &planned,
                                   const QString &organizationName);
/// One that would be issued now: with what the balance pays of it, and its digest.
[[nodiscard]] Answer previewOf(const billing::PlannedInvoice &planned);
/// [{"currency", "amount"}]
[[nodiscard]] Json jsonOf(const std::map<Currency, std::int64_t> &totals);

[[nodiscard]] QString headOf(const billing::Invoice &invoice);
[[nodiscard]] QString headOf(const billing::CreditNote &note,
                             const std::vector<billing::LoweredInvoice> &lowered);
[[nodiscard]] QString linesText(const std::vector<billing::StoredLine> &lines, Currency currency);
[[nodiscard]] QString
totalsText(const std::map<Currency, std::int64_t> &totals); ///< "199.00 USD, 49.00 EUR"

/// Writes a paper whole or not at all: {number, file, bytes}. Error `document.not_written`.
[[nodiscard]] Result<Answer> writePaper(const QByteArray &pdf, const QString &number,
                                        const QString &path);

} // namespace tenantry::ctl
