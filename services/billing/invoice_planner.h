// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/planned_invoice.h"

namespace tenantry::billing {

/// What is billed in advance where it was agreed before, instead of what the order would come to.
struct Agreed {
  std::vector<PlannedLine> lines; ///< amounts as sold, before discount and tax
};

/// The one function behind every invoice, previewed or written (BILL-1, BILL-3): prices in advance,
/// usage in arrears, discounts, tax, balance, in this order. Takes what it bills out of `book`, so
/// that a run over several boundaries of one organization bills nothing twice. `issuedAt` gives the
/// issue date, local to the organization. Appends the invoice to `planned`; before that of a
/// renewal a credit note, where what is taken back of usage comes to more than all it bills (ADR
/// 5), and first of all one in each other currency that some of the usage was sold in (ORG-1).
void planInvoices(const subscriptions::InvoiceOrder &order,
                  const organizations::Organization &organization, const business::Applied &applied,
                  DueBook &book, Instant issuedAt, std::vector<PlannedInvoice> &planned,
                  const Agreed *agreed = nullptr);

/// Issue and due date, local to the organization.
void setIssueDates(Invoice &invoice, const organizations::Organization &organization,
                   const business::Applied &applied, Instant now);

/// Whether it stays a draft, and else what the customer's balance pays of it, taken out of `book`.
void settleHead(PlannedInvoice &planned, const business::Applied &applied, DueBook &book);

} // namespace tenantry::billing
