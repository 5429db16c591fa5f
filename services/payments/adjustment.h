// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/corrections.h"
#include "services/billing/subscription_changes.h"

/// Corrections by hand with what follows from them: a balance pays what is open, but never what a
/// provider may be charging for.
namespace tenantry::payments {

/// What we owe the customer pays the invoices that are open, but those a provider may be charging
/// for. Gives what it paid.
[[nodiscard]] Result<std::vector<billing::BalanceUse>>
payFromBalance(store::Session &session, business::AppliedBusiness &business,
               const OrganizationId &organization);

[[nodiscard]] Result<> adjustBalance(store::Session &session, business::AppliedBusiness &business,
                                     const OrganizationId &organization, const Money &amount,
                                     const QString &reason, const QUuid &id = {},
                                     billing::ByHand how = billing::ByHand::Adjusted);

/// See SubscriptionChanges::act. Error `payment.refund_running`.
[[nodiscard]] Result<billing::ChangePicture>
changeSubscription(store::Session &session, business::AppliedBusiness &business,
                   const billing::ChangeRequest &request,
                   const std::optional<billing::SeenPicture> &seen = {});

/// Error `payment.running` while an attempt on the invoice is pending or unknown.
[[nodiscard]] Result<> checkNothingIsTried(store::Session &session,
                                           const OrganizationId &organization, const InvoiceId &id);

/// Likewise.
[[nodiscard]] Result<> voidInvoice(store::Session &session, business::AppliedBusiness &business,
                                   const OrganizationId &organization, const InvoiceId &id,
                                   const QString &reason = {});

} // namespace tenantry::payments
