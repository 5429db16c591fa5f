// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/store/session.h"

namespace tenantry::payments {

/// What Stripe knew an organization by, where it was deleted there.
struct ForgottenCustomer {
  QString reference;
  bool hadMethod = false; ///< the method in force was kept there, and ends with it
};

/// The next page for a payment method, or the next method, gets a new customer at Stripe; a page
/// that is open leads nowhere any more. What was charged stays, and is asked about as before.
/// Errors `organization.not_found`, `payment.reason_missing`, `payment.no_provider_customer`.
[[nodiscard]] Result<ForgottenCustomer>
forgetCustomer(store::Session &session, const OrganizationId &organization, const QString &reason);

} // namespace tenantry::payments
