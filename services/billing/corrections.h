// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/planned_invoice.h"
#include "services/billing/service.h"

namespace tenantry::billing {

/// How a balance is changed by hand: against refunds, or because money was sent to the customer.
enum class ByHand { Adjusted, PaidOut };

/// What finance puts right by hand. Whether a provider is charging just now is for the caller to
/// know.
class Corrections {
public:
  Corrections(store::Session &session, business::AppliedBusiness &business)
      : m_session(session), m_business(business) {}

  /// What the balance is before it is given to (amount > 0) or taken from, where that can be.
  /// Errors `amount.invalid`, `balance.insufficient`.
  [[nodiscard]] Result<std::int64_t> checkAdjustment(const OrganizationId &organization,
                                                     const Money &amount);
  /// Gives to the customer's balance or takes from it. Errors likewise. `id`: of the movement and
  /// its transaction; null: a new one.
  [[nodiscard]] Result<> adjustBalance(const OrganizationId &organization, const Money &amount,
                                       const QString &reason, const QUuid &id = {},
                                       ByHand how = ByHand::Adjusted);
  /// The invoice, where it can be voided. Error `invoice.not_open`: it is not open, or something of
  /// it was paid or credited.
  [[nodiscard]] Result<Invoice> checkVoid(const OrganizationId &organization, const InvoiceId &id);
  /// Takes an open invoice back on which nothing was paid: it keeps its number, its usage waits
  /// for the next invoice, what the balance paid goes back to it. Errors likewise.
  [[nodiscard]] Result<> voidInvoice(const OrganizationId &organization, const InvoiceId &id,
                                     const QString &reason = {});

  /// What a credit note by hand (amount > 0, with tax) would be: its lines, what it lowers of the
  /// invoice, and what goes to the balance. Nothing is written. Errors `amount.invalid`,
  /// `invoice.not_open` (a draft, void or given up), `invoice.credit_exceeds_total`.
  [[nodiscard]] Result<PlannedInvoice> previewCredit(const OrganizationId &organization,
                                                     const InvoiceId &id, std::int64_t amount);
  /// Issues what was planned now, in the running transaction of the caller, under the given id.
  [[nodiscard]] Result<> credit(PlannedInvoice planned, const CreditNoteId &note,
                                const QString &reason);

  /// The credit note that goes with money given back, not written. Errors `amount.invalid`,
  /// `invoice.not_open` (a draft or void), `payment.refund_exceeds_paid` where less was paid or
  /// less is left to be credited.
  [[nodiscard]] Result<PlannedInvoice> planRefund(const OrganizationId &organization,
                                                  const InvoiceId &id, std::int64_t amount,
                                                  const QString &reason);
  /// Writes it, with the ledger entries of the money. Within a transaction of the caller.
  [[nodiscard]] Result<CreditNoteId> refund(const OrganizationId &organization, const InvoiceId &id,
                                            std::int64_t amount, const QString &reason);

private:
  [[nodiscard]] Result<> moveBalance(const OrganizationId &organization, const Money &amount,
                                     const QString &cause, const QUuid &document);
  store::Session &m_session;
  business::AppliedBusiness &m_business;
};

/// Changes with all that a person sees of a credit by hand.
[[nodiscard]] QString digestOf(const PlannedInvoice &credit);

} // namespace tenantry::billing
