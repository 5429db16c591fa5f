// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/id.h"
#include "services/store/session.h"
#include <QStringList>
#include <map>
#include <set>

/// What entries of the ledger are about that are booked under a payment.
namespace tenantry::billing {

using PaymentKey = std::pair<OrganizationId, QUuid>;

struct PaidDocuments {
  QStringList invoices; ///< the numbers of what it paid, by number
  QString reference;    ///< what the bank or the provider calls it
};

/// Whether entries of that cause may be booked under a payment.
[[nodiscard]] bool isOfPayment(const QString &cause);

/// Of those that are payments.
[[nodiscard]] Result<std::map<PaymentKey, PaidDocuments>>
paidDocuments(store::Session &session, const std::set<PaymentKey> &payments);

} // namespace tenantry::billing
