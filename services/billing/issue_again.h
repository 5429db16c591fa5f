// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/planned_invoice.h"
#include "services/billing/service.h"

namespace tenantry::billing {

/// A void invoice and the one that was issued in its place; a number is empty while that is a
/// draft.
struct AgainLinks {
  std::optional<InvoiceKey> again; ///< of a void one: what bills it now
  QString againNumber;
  std::optional<InvoiceKey> instead; ///< of what bills it now: the void one
  QString insteadNumber;
};

/// An invoice in place of one that is void (BILL-2): the same items and days at the prices that
/// were agreed, with the coupons that it had; customer and tax of today; and what is open and late
/// of its subscription's usage up to its days, but for what takes back more than it bills. Once.
class IssueAgain {
public:
  IssueAgain(store::Session &session, business::AppliedBusiness &business)
      : m_session(session), m_business(business) {}

  /// Nothing is written. Errors `invoice.not_void`, `invoice.imported` (it was issued elsewhere),
  /// `invoice.issued_again` (already),
  /// `invoice.takes_back` (it credited what others bill), `invoice.days_billed` (some of its days
  /// by another by now), `invoice.nothing_left`.
  [[nodiscard]] Result<PlannedInvoice> preview(const InvoiceKey &voided);
  /// Likewise; `seen` is the digest of the preview that was confirmed: `invoice.picture_changed`
  /// where it comes to something else by now.
  [[nodiscard]] Result<Invoice> act(const InvoiceKey &voided, const QString &seen = {});
  [[nodiscard]] Result<AgainLinks> linksOf(const InvoiceKey &invoice);

private:
  [[nodiscard]] Result<> checkDays(const Invoice &invoice, const std::vector<PlannedLine> &lines);
  store::Session &m_session;
  business::AppliedBusiness &m_business;
};

} // namespace tenantry::billing
