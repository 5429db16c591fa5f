// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/id.h"
#include "services/core/money.h"
#include "services/store/session.h"

namespace tenantry::payments {

/// Money that came in, minor units by currency.
struct Receipts {
  std::int64_t count = 0;
  std::map<Currency, std::int64_t> amounts;
};

/// Payments received since then, as they came: what was refunded later is not taken off.
[[nodiscard]] Result<Receipts> receivedSince(store::Session &session, Instant since);

/// An invoice that is still open after an attempt to charge it failed.
struct FailedPayment {
  OrganizationId organization;
  InvoiceId invoice;
  QString name; ///< of the organization
  QString number;
  Money due;
  QString declineCode; ///< what the provider said last
  Instant at{};
};

struct FailedPayments {
  bool isAtLeast = false;          ///< there were more attempts than were looked at
  std::vector<FailedPayment> rows; ///< one for each invoice, the latest first
};

/// Of the latest 10,000 attempts since then.
[[nodiscard]] Result<FailedPayments> failedSince(store::Session &session, Instant since);

} // namespace tenantry::payments
