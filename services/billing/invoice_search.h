// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/values.h"
#include "services/business/applied.h"
#include "services/store/session.h"

namespace tenantry::billing {

struct FoundInvoice {
  OrganizationId organization;
  QString organizationName;
  QString number;
  InvoiceStatus status = InvoiceStatus::Open;
  Money total;
  bool isCreditNote = false; ///< `status` then says nothing
};

/// Invoices and credit notes whose number begins with the text, in any case, the latest first,
/// invoices before notes; for digits alone those with that sequence in the last years ("123" finds
/// INV-2026-000123). At most some dozen; none for less than a digit or three letters. Error
/// `store.cancelled` after two seconds.
[[nodiscard]] Result<std::vector<FoundInvoice>>
searchInvoices(store::Session &session, business::AppliedBusiness &business, const QString &text);

} // namespace tenantry::billing
