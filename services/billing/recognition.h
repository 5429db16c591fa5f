// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/apply.h"
#include "services/core/id.h"
#include "services/jobs/handler.h"

/// What was sold in advance becomes revenue as its days pass (BILL-6).
namespace tenantry::billing {

/// Recognizes every month that has ended, in order, each in chunks of organizations: per
/// organization and currency one transaction, booked on the month's last day of the business. What
/// was done before is not done again. `goOn` is asked after each chunk. Gives the first day after
/// the last month that is recognized now; none where nothing was ever booked.
[[nodiscard]] Result<std::optional<LocalDay>> recognizeRevenue(
    store::Session &session, business::AppliedBusiness &business,
    const std::function<bool()> &goOn = [] { return true; });

/// What of a document is revenue by now, minor units.
[[nodiscard]] Result<std::int64_t>
recognizedOf(store::Session &session, const OrganizationId &organization, const QUuid &document);

/// Adds the recurring `billing.recognize`.
void registerRecognition(jobs::HandlerRegistry &registry);

} // namespace tenantry::billing
