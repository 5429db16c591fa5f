// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/applied.h"
#include "services/core/id.h"
#include "services/store/session.h"

namespace tenantry::billing {

/// The invoice as a PDF in the customer's language. That of a finalized invoice is drawn once, as
/// it was issued (our name and those of the plans too are of that day), and kept: who asks again
/// gets the same bytes. A draft is drawn anew each time.
/// Needs a QGuiApplication (an offscreen one will do): error `document.no_gui`;
/// `invoice.not_found`.
[[nodiscard]] Result<QByteArray> invoicePdf(store::Session &session,
                                            business::AppliedBusiness &business,
                                            const OrganizationId &organization,
                                            const InvoiceId &id);

/// The same of a credit note: by the same layout, with the invoices it corrects and where the money
/// went. Errors `document.no_gui`, `credit_note.not_found`.
[[nodiscard]] Result<QByteArray> creditNotePdf(store::Session &session,
                                               business::AppliedBusiness &business,
                                               const OrganizationId &organization,
                                               const CreditNoteId &id);

} // namespace tenantry::billing
