// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/payments/ids.h"
#include "services/payments/service.h"

/// What a provider was asked for and has not answered (BILL-4): it is asked about, never asked for
/// again.
namespace tenantry::payments {

/// A charge or refund of which nobody knows what became of it. What a provider contradicts is not
/// among them: that waits for a person (contradiction_listing.h).
struct Unanswered {
  OrganizationId organization;
  bool isRefund = false;
  QUuid id; ///< of the attempt or refund
  QString customer;
  QString number; ///< of the invoice
  Money amount;
  AttemptStatus status = AttemptStatus::Unknown; ///< or `Pending`: it is on its way
  QString methodLabel;
  int inquiries = 0; ///< how often the provider was asked about it
  Instant since{};
};

/// Of all organizations, those that wait longest first.
[[nodiscard]] Result<std::vector<Unanswered>> unanswered(store::Session &session);

/// How an invoice was tried last.
struct LastTry {
  PaymentAttemptId id;
  Money amount;
  AttemptStatus status = AttemptStatus::Pending;
  QString declineCode;
  QString methodLabel;
  Instant at{};
  bool isContradicted = false; ///< the provider says otherwise than the books: a person decides

  [[nodiscard]] bool isLive() const {
    return status == AttemptStatus::Pending || status == AttemptStatus::Unknown;
  }
};

[[nodiscard]] Result<std::optional<LastTry>> lastTryOf(store::Session &session,
                                                       const billing::InvoiceKey &invoice);

} // namespace tenantry::payments
