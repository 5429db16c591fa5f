// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/planned_invoice.h"

/// What a change within a period makes of an invoice (SUB-6). Internal to invoice_planner.
namespace tenantry::billing {

/// Whether it charges the rest of the period that it credits, or that runs.
[[nodiscard]] bool chargesRest(const subscriptions::InvoiceOrder &order);

/// Whether the item costs something else than before; always so where a boundary asks.
[[nodiscard]] bool changesItem(const subscriptions::InvoiceOrder &order,
                               const business::Applied &applied, const QString &item);

/// The line's amount, of the whole period, becomes that of the rest.
void prorateRest(const subscriptions::MidPeriod &mid, PlannedLine &line);

/// Takes back the rest of what was billed in advance, line by line, and puts the sources into the
/// order of a document.
void addCredits(const subscriptions::InvoiceOrder &order, const business::Applied &applied,
                const QString &language, const std::optional<business::TaxRate> &rate,
                const BilledBook &billed, std::vector<PlannedLine> &sources);

/// An invoice of a change.
void becomeChange(PlannedInvoice &planned, const subscriptions::InvoiceOrder &order,
                  const business::Applied &applied);

/// One of less than nothing: it lowers what is open on the invoices whose lines it credits, the
/// rest goes to the balance.
void becomeCreditNote(PlannedInvoice &planned, const subscriptions::InvoiceOrder &order,
                      DueBook &book);

/// Says in the detail of a line what each coupon took of it, so that a credit can name it.
void nameCoupons(const DraftLine &line, nlohmann::json &detail);

} // namespace tenantry::billing
