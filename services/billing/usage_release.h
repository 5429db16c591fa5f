// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/values.h"
#include "services/business/applied.h"
#include "services/store/session.h"

namespace tenantry::billing {

/// The usage that an invoice billed is billed no longer, in the running transaction: parts that it
/// closed are open again, and what came late to others is late again. The next invoice of the
/// subscription has it, with the difference to what other invoices still bill; where it has ended
/// there is one more. `lines`: of that invoice.
[[nodiscard]] Result<> releaseUsage(store::Session &session, business::AppliedBusiness &business,
                                    const OrganizationId &organization, const InvoiceId &invoice,
                                    const std::vector<StoredLine> &lines);

} // namespace tenantry::billing
