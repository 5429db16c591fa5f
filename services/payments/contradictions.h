// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/payments/refunds.h"
#include "services/payments/service.h"

/// What a provider says of an attempt or a refund and cannot be (ADR 12): nobody asks again by
/// itself, a person looks at it there and ends it.
namespace tenantry::payments {

struct Contradiction {
  OrganizationId organization;
  bool isRefund = false;
  QUuid id; ///< of the attempt or refund
  QString customer;
  QString number;      ///< of the invoice
  Money amount;        ///< as we asked for it
  QString code;        ///< what contradicts: "amount_mismatch", "idempotency_error", …
  QString reference{}; ///< the provider's own id; empty: it never told
  Instant since{};
};

/// Those that wait for a person, the longest first.
[[nodiscard]] Result<std::vector<Contradiction>> contradictions(store::Session &session);
/// One of them; error `payment.not_contradicted`.
[[nodiscard]] Result<Contradiction> findContradiction(store::Session &session, const QUuid &id);

/// Marks it, and tells of it (`payment.contradicted`) the first time.
[[nodiscard]] Result<> contradict(store::Session &session, const Attempt &attempt);
[[nodiscard]] Result<> contradict(store::Session &session, const Refund &refund);

/// What was wrong is mended there: the provider is asked about it again. Error
/// `payment.not_contradicted`.
[[nodiscard]] Result<> askAgain(store::Session &session, const Contradiction &of);

/// A person has seen at the provider what became of it. `moved`: exactly that amount was charged,
/// or given back. Else nothing was: an attempt is withdrawn and what is due is charged anew, a
/// refund has failed. Errors `payment.not_contradicted`, `payment.reason_missing`.
[[nodiscard]] Result<> settleByHand(store::Session &session, business::AppliedBusiness &business,
                                    const Contradiction &of, bool moved, const QString &reason);

} // namespace tenantry::payments
