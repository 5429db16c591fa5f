// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/planned_invoice.h"
#include "services/store/events.h"

namespace tenantry::billing {

/// Writes planned invoices, one or thousands alike, in the running transaction: lines, billed days,
/// usage, balance and ledger first; the numbers, which the whole business waits for, last. All at
/// one moment, that of its making: a document is in the books of the day on which it is finalized.
class InvoiceWriter {
public:
  InvoiceWriter(store::Session &session, const business::Applied &applied)
      : m_clock(session.clock.now()), m_session{session.database, m_clock, session.actor},
        m_applied(applied) {}
  Q_DISABLE_COPY_MOVE(InvoiceWriter) // its session has its clock

  /// Finalizes them, or leaves drafts where the business reviews its invoices first. Fills in
  /// numbers, dates and status, and appends to `events` what is to be told, in order.
  [[nodiscard]] Result<> write(std::vector<PlannedInvoice> &invoices,
                               std::vector<store::BulkEvent> &events);

  /// Gives numbers to drafts and finalizes them. Lines stay as they are.
  [[nodiscard]] Result<> finalizeDrafts(std::vector<PlannedInvoice> &drafts,
                                        std::vector<store::BulkEvent> &events);

private:
  [[nodiscard]] Result<> writeLines(const std::vector<PlannedInvoice> &invoices);
  [[nodiscard]] Result<> cutBilledSpans(const std::vector<PlannedInvoice> &invoices);
  [[nodiscard]] Result<> writeBilledSpans(const std::vector<PlannedInvoice> &invoices);
  [[nodiscard]] Result<> writeUsage(const std::vector<PlannedInvoice> &invoices);
  [[nodiscard]] Result<> writeMoney(const std::vector<PlannedInvoice> &invoices);
  [[nodiscard]] Result<> takeNumbers(std::vector<PlannedInvoice> &invoices);
  [[nodiscard]] Result<> writeInvoices(const std::vector<PlannedInvoice> &invoices);

  VirtualClock m_clock;
  store::Session m_session;
  const business::Applied &m_applied;
};

} // namespace tenantry::billing
