// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/corrections.h"

/// Corrections by hand with what follows from them: a balance pays what is open, but never what a
/// provider may be charging for.
namespace tenantry::payments {

[[nodiscard]] Result<> adjustBalance(store::Session &session, business::AppliedBusiness &business,
                                     const OrganizationId &organization, const Money &amount,
                                     const QString &reason);

/// Error `payment.running` while an attempt on the invoice is pending or unknown.
[[nodiscard]] Result<> voidInvoice(store::Session &session, business::AppliedBusiness &business,
                                   const OrganizationId &organization, const InvoiceId &id);

} // namespace tenantry::payments
