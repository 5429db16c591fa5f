// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/service.h"

namespace tenantry::payments {

struct VoidRequest {
  OrganizationId organization;
  InvoiceId invoice;
  QString reason; ///< stands in the timeline
};

/// What taking an invoice back comes to; minor units of its currency.
struct VoidPicture {
  QString number;
  Currency currency;
  std::int64_t due = 0; ///< nobody owes it any more
  std::int64_t net = 0; ///< revenue taken back
  std::int64_t tax = 0;
  std::int64_t toBalance = 0; ///< what the balance had paid of it
  std::int64_t pays = 0;      ///< what the balance then pays of other invoices at once

  /// Changes with all that a person sees of it.
  [[nodiscard]] QString digest() const;
};

/// Taking back an invoice that should not be (BILL-2): it keeps its number, nobody owes it, and the
/// usage that it billed waits for the next one. It cannot be undone.
class Voids {
public:
  Voids(store::Session &session, business::AppliedBusiness &business)
      : m_session(session), m_business(business) {}

  /// Nothing is written. Errors `invoice.not_open` (not open, or paid or credited in part),
  /// `payment.running`.
  [[nodiscard]] Result<VoidPicture> preview(const billing::InvoiceKey &key);
  /// Likewise, and `invoice.reason_missing`; `seen` is the digest of the preview that was
  /// confirmed: `invoice.picture_changed` where it comes to something else by now.
  [[nodiscard]] Result<VoidPicture> act(const VoidRequest &request, const QString &seen = {});
  /// Whether it is void.
  [[nodiscard]] Result<bool> isVoid(const billing::InvoiceKey &key);

private:
  store::Session &m_session;
  business::AppliedBusiness &m_business;
};

} // namespace tenantry::payments
