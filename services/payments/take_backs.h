// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/payments/unassignment.h"

namespace tenantry::payments {

/// Takes back payments that were recorded by hand and never came (BILL-4, BILL-6): what they paid
/// is due again, and no credit note is issued.
class TakeBacks {
public:
  TakeBacks(store::Session &session, business::AppliedBusiness &business)
      : m_session(session), m_business(business) {}

  /// Errors of Unassignment.
  [[nodiscard]] Result<UnassignPicture> preview(const RecordedPayment &recorded);
  /// Likewise, `payment.reason_missing`, and `payment.picture_changed` where `seen` is another
  /// picture's digest.
  [[nodiscard]] Result<UnassignPicture> act(const RecordedPayment &recorded,
                                            const QString &seen = {});
  /// Whether that was done.
  [[nodiscard]] Result<bool> isTakenBack(const OrganizationId &organization,
                                         const PaymentId &payment);

private:
  store::Session &m_session;
  business::AppliedBusiness &m_business;
};

} // namespace tenantry::payments
