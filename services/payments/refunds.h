// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/corrections.h"
#include "services/gateways/payment_gateway.h"
#include "services/payments/invoice_money.h"

namespace tenantry::payments {

struct RefundRequest {
  OrganizationId organization;
  InvoiceId invoice;
  std::int64_t amount = 0; ///< minor units of the invoice's currency
  QString reason;
  RefundId id{}; ///< of the first part; given: sent twice it is made once
};

/// What of one payment goes back, and how.
struct RefundPart {
  InvoicePayment payment;
  std::int64_t amount = 0;
};

/// What a refund comes to: the parts, the latest payment first, and the credit note beside it.
struct RefundPicture {
  QString number; ///< of the invoice
  Currency currency;
  std::int64_t amount = 0;
  std::int64_t refundable = 0; ///< before it
  std::int64_t tax = 0;        ///< of the amount
  std::vector<RefundPart> parts;

  /// Changes with all that a person sees of it.
  [[nodiscard]] QString digest() const;
};

/// Spreads an amount over payments in their order, at most what is left of each.
[[nodiscard]] std::vector<RefundPart> spreadRefund(std::int64_t amount,
                                                   const std::vector<InvoicePayment> &payments);

/// Gives back what was paid for an invoice (BILL-6), with the credit note for it and nothing to the
/// balance. What came through a provider goes back through it: a job asks for it, so its outcome is
/// known later. A transfer is paid out by a person; here it counts as done.
class Refunds {
public:
  Refunds(store::Session &session, business::AppliedBusiness &business)
      : m_session(session), m_business(business) {}

  /// At most what can be given back of the invoice now.
  [[nodiscard]] Result<Money> most(const OrganizationId &organization, const InvoiceId &invoice);
  /// Errors `amount.invalid`, `invoice.not_open`, `payment.refund_exceeds_paid`,
  /// `payment.charged_back`: it went back at the provider, and is booked as a loss.
  [[nodiscard]] Result<RefundPicture> preview(const RefundRequest &request);
  /// Likewise; `seen` is the digest of the preview that was confirmed: `payment.picture_changed`
  /// where it comes to something else by now. Sent twice, the first part alone is answered.
  [[nodiscard]] Result<std::vector<Refund>> act(const RefundRequest &request,
                                                const QString &seen = {});

  /// One that the provider made without us, of that payment: it is booked and not asked for.
  /// `request` names it; `reference` is the provider's own id. Within a transaction of the caller.
  /// Errors of `preview`.
  [[nodiscard]] Result<Refund> bookMade(const RefundRequest &request, const InvoicePayment &payment,
                                        const QString &reference);
  /// Whether a request with this id was carried out.
  [[nodiscard]] Result<bool> knows(const OrganizationId &organization, const RefundId &id);

  /// Asks the provider for one that is on its way, or what became of it. It may be called any
  /// number of times, outside of any transaction. Error `payment.provider_absent`.
  [[nodiscard]] Result<Refund> follow(gateways::PaymentGateway &gateway,
                                      const OrganizationId &organization, const RefundId &id);

  /// What the provider told of one, as it was read there. One that was given back and came back is
  /// told (`payment.refund_returned`): its credit note stays, and a person pays it out.
  [[nodiscard]] Result<> learn(const Refund &refund, const gateways::ChargeAnswer &answer);

private:
  [[nodiscard]] Result<Refund> begin(const RefundRequest &request, const RefundPart &part,
                                     const RefundId &id);
  [[nodiscard]] Refund made(const RefundRequest &request, const RefundPart &part,
                            const RefundId &id) const;
  [[nodiscard]] Result<> insert(const Refund &refund, const std::optional<CreditNoteId> &note);
  [[nodiscard]] Result<gateways::ChargeAnswer> ask(gateways::PaymentGateway &gateway,
                                                   const Refund &refund);
  [[nodiscard]] Result<Refund> settle(Refund refund, const gateways::ChargeAnswer &answer);
  [[nodiscard]] Result<> tell(const Refund &refund, const CreditNoteId &note);
  store::Session &m_session;
  business::AppliedBusiness &m_business;
};

/// Error `payment.refund_running`: what is on its way back still needs the lines that it credits.
[[nodiscard]] Result<> checkNoRefundRuns(store::Session &session,
                                         const OrganizationId &organization,
                                         const std::optional<InvoiceId> &invoice = {});

} // namespace tenantry::payments
