// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/planned_invoice.h"
#include "services/billing/service.h"

namespace tenantry::billing {

/// Something sold once, in the words of whoever sells it.
struct OneOffLine {
  QString description;
  Rational quantity{1}; ///< above 0, at most 9 decimal places
  Rational unit;        ///< minor units, above 0, at most 12 decimal places; as prices are sold
  bool operator==(const OneOffLine &) const = default;
};

struct OneOffRequest {
  OrganizationId organization;
  std::optional<Currency> currency{}; ///< none: the organization's own
  std::vector<OneOffLine> lines;
  InvoiceId id{}; ///< given: sent twice it is issued once
};

/// Invoices for what is sold once (BILL-1): no period, no coupon; the tax of the customer, the
/// balance and the payment as of every other. Issued at once, or a draft where invoices are
/// reviewed first or the organization is on hold.
class OneOffCharges {
public:
  OneOffCharges(store::Session &session, business::AppliedBusiness &business)
      : m_session(session), m_business(business) {}

  /// Nothing is written. Errors `organization.not_found`, `organization.closed`,
  /// `invoice.line_invalid` (it is the error's line), `invoice.no_lines`.
  [[nodiscard]] Result<PlannedInvoice> preview(const OneOffRequest &request);
  /// Likewise; `seen` is the digest of the preview that was confirmed: `invoice.picture_changed`
  /// where it comes to something else by now.
  [[nodiscard]] Result<Invoice> act(const OneOffRequest &request, const QString &seen = {});

private:
  [[nodiscard]] Result<> write(PlannedInvoice planned);
  store::Session &m_session;
  business::AppliedBusiness &m_business;
};

/// A whole amount without a quantity is one of it. Error `invoice.line_invalid`.
[[nodiscard]] Result<> checkOneOffLines(const std::vector<OneOffLine> &lines);

/// Changes with all that a person sees of an invoice that is not written yet.
[[nodiscard]] QString digestOfCharge(const PlannedInvoice &planned);

} // namespace tenantry::billing
