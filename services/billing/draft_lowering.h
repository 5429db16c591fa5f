// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/draft_tax.h"
#include "services/billing/planned_invoice.h"
#include "services/store/events.h"

/// What is taken back of a draft is no credit note: nothing was issued that it could correct. The
/// draft itself becomes less (ADR 21). Internal to this domain.
namespace tenantry::billing {

/// Takes out of the sources what they take back of drafts, and makes those less. What would make a
/// draft less than nothing stays among the sources: it takes back what others bill, and more of it.
[[nodiscard]] std::vector<LoweredDraft> lowerDrafts(std::vector<PlannedLine> &sources,
                                                    std::map<InvoiceId, StoredDraft> &drafts,
                                                    const std::vector<business::TaxRate> &rates);

/// Why a draft of which nothing is left is discarded, in its event: nobody has typed it.
constexpr QLatin1StringView nothingLeftReason("nothing-left");

/// Stores it with `invoice.lowered`, or as discarded where nothing is left of it. Error
/// `store.conflict` where the draft is another by now.
[[nodiscard]] Result<> writeLowered(store::Session &session, const LoweredDraft &lowered,
                                    std::vector<store::BulkEvent> &events);

} // namespace tenantry::billing
