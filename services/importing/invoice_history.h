// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/values.h"
#include "services/business/applied.h"

namespace tenantry::importing {

/// An invoice that another system issued. Its figures and its number stay as they are.
struct PastInvoice {
  billing::Invoice invoice;
  DayRange days;                     ///< of its line; empty: not said
  bool billsPeriod = false;          ///< its days are those of the subscription's running period
  std::optional<Instant> receivedAt; ///< of what was paid
};

/// Writes such invoices in the running transaction: a line of the net and one of the tax, the
/// payment, and the ledger as of today. They take no number of ours.
class InvoiceHistory {
public:
  InvoiceHistory(store::Session &session, const business::Applied &applied)
      : m_session(session), m_applied(applied) {}
  [[nodiscard]] Result<> write(const std::vector<PastInvoice> &invoices);

private:
  [[nodiscard]] Result<> writeLines(const std::vector<PastInvoice> &invoices);
  [[nodiscard]] Result<> writeInvoices(const std::vector<PastInvoice> &invoices);
  [[nodiscard]] Result<> writeBilledPeriods(const std::vector<PastInvoice> &invoices);
  [[nodiscard]] Result<> writePayments(const std::vector<PastInvoice> &invoices,
                                       const std::vector<QUuid> &payments);
  [[nodiscard]] Result<> writeLedger(const std::vector<PastInvoice> &invoices,
                                     const std::vector<QUuid> &payments);

  store::Session &m_session;
  const business::Applied &m_applied;
};

} // namespace tenantry::importing
