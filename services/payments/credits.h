// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/corrections.h"
#include "services/billing/credit_notes.h"

namespace tenantry::payments {

/// A credit note by hand for a part of an invoice.
struct CreditRequest {
  OrganizationId organization;
  InvoiceId invoice;
  std::int64_t amount = 0; ///< minor units of the invoice's currency, tax included
  QString reason;          ///< stands on the credit note
  CreditNoteId id{};       ///< given: sent twice it is issued once
};

/// Credits by hand (BILL-2) with what follows from them: what goes to the balance pays what else is
/// open, but never what a provider may be charging for.
class Credits {
public:
  Credits(store::Session &session, business::AppliedBusiness &business)
      : m_session(session), m_business(business) {}

  /// Errors of billing::Corrections::previewCredit.
  [[nodiscard]] Result<billing::PlannedInvoice> preview(const CreditRequest &request);
  /// Likewise, and `payment.refund_running`; `seen` is the digest of the preview that was
  /// confirmed: `invoice.picture_changed` where it comes to something else by now.
  [[nodiscard]] Result<billing::CreditNote> act(const CreditRequest &request,
                                                const QString &seen = {});
  /// Whether a request with this id was carried out.
  [[nodiscard]] Result<bool> knows(const OrganizationId &organization, const CreditNoteId &id);

private:
  [[nodiscard]] Result<> issue(const CreditRequest &request, const CreditNoteId &id,
                               const QString &seen);
  store::Session &m_session;
  business::AppliedBusiness &m_business;
};

} // namespace tenantry::payments
