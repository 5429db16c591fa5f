// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/take_backs.h"

using namespace Qt::StringLiterals;

namespace tenantry::payments {

Result<UnassignPicture> TakeBacks::preview(const RecordedPayment &recorded) {
  return Unassignment(m_session, m_business).preview(recorded);
}

Result<UnassignPicture> TakeBacks::act(const RecordedPayment &recorded, const QString &seen) {
  if (recorded.reason.trimmed().isEmpty())
    return fail(u"payment.reason_missing"_s,
                u"A payment is taken back with a reason; say why it is none."_s);
  return m_session.database.transaction([&]() -> Result<UnassignPicture> {
    return Unassignment(m_session, m_business).act(recorded, seen);
  });
}

Result<bool> TakeBacks::isTakenBack(const OrganizationId &organization, const PaymentId &payment) {
  TENANTRY_TRY(rows, m_session.database.query("payments_came_by",
                                              {{"organization", organization},
                                               {"payments", std::vector<PaymentId>{payment}}}));
  return !rows.isEmpty() && rows[0].get<bool>(2);
}

} // namespace tenantry::payments
