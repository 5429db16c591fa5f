// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/payments/contradiction_listing.h"
#include "services/payments/refunds.h"
#include "services/payments/service.h"

/// What a provider says of an attempt, a refund or a setup and cannot be (ADR 12): nobody asks
/// again by itself, a person looks at it there and ends it. What it did without us (a finding)
/// waits for a person, too.
namespace tenantry::payments {

/// Marks it, and tells of it (`payment.contradicted`) the first time. Of a setup that is
/// `MethodSetups`' own.
[[nodiscard]] Result<> contradict(store::Session &session, const Attempt &attempt);
[[nodiscard]] Result<> contradict(store::Session &session, const Refund &refund);

/// Whether it can be asked about again; errors `payment.setup_superseded`: the customer is at
/// another page by now, and what comes of that one counts; `payment.finding_not_asked`.
[[nodiscard]] Result<> mayAskAgain(const Contradiction &of);
/// Whether it can end so; errors `payment.setup_moves_nothing`: no money moves at such a page;
/// `payment.finding_not_moved`.
[[nodiscard]] Result<> maySettle(const Contradiction &of, bool moved);

/// What was wrong is mended there: the provider is asked about it again. Errors of `mayAskAgain`,
/// `payment.not_contradicted`.
[[nodiscard]] Result<> askAgain(store::Session &session, const Contradiction &of);

/// A person has seen at the provider what became of it. `moved`: exactly that amount was charged,
/// or given back. Else nothing was: an attempt is withdrawn and what is due is charged anew, a
/// refund has failed; nothing is taken over from a setup, and nothing of a finding is booked.
/// Errors of `maySettle`, `payment.not_contradicted`, `payment.reason_missing`; `seen` is the
/// digest of what was shown: `payment.picture_changed` where it is another by now.
[[nodiscard]] Result<> settleByHand(store::Session &session, business::AppliedBusiness &business,
                                    const Contradiction &of, bool moved, const QString &reason,
                                    const QString &seen = {});

} // namespace tenantry::payments
