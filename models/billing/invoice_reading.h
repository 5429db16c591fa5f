// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/billing/invoice_sheet.h"
#include "services/business/applied.h"
#include "services/store/session.h"

/// From the book to what is looked at.
namespace tenantry::models {

/// Error `preview.outdated`: it is not due any more.
[[nodiscard]] Result<InvoiceSheet> readPreviewed(store::Session &session,
                                                 business::AppliedBusiness &business,
                                                 const OrganizationId &organization, int position,
                                                 Instant asOf);
/// By its number, or else by its key.
[[nodiscard]] Result<InvoiceSheet> readStored(store::Session &session,
                                              business::AppliedBusiness &business,
                                              const QString &number,
                                              const std::optional<billing::InvoiceKey> &key);
/// The same of a credit note.
[[nodiscard]] Result<InvoiceSheet> readCreditNote(store::Session &session,
                                                  business::AppliedBusiness &business,
                                                  const QString &number,
                                                  const std::optional<billing::InvoiceKey> &key);

/// What a credit by hand of so much (minor units, tax included) would be, as the credit note.
/// Errors of payments::Credits::preview.
[[nodiscard]] Result<CreditPicture> readCreditPreview(store::Session &session,
                                                      business::AppliedBusiness &business,
                                                      const billing::InvoiceKey &invoice,
                                                      std::int64_t amount);

/// A void invoice as it would be issued again.
[[nodiscard]] Result<AgainPicture> readAgainPreview(store::Session &session,
                                                    business::AppliedBusiness &business,
                                                    const billing::InvoiceKey &voided);

} // namespace tenantry::models
