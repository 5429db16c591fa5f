// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/credits.h"

#include "services/payments/adjustment.h"
#include "services/payments/refunds.h"

using namespace Qt::StringLiterals;

namespace tenantry::payments {

Result<billing::PlannedInvoice> Credits::preview(const CreditRequest &request) {
  return billing::Corrections(m_session, m_business)
      .previewCredit(request.organization, request.invoice, request.amount);
}

Result<bool> Credits::knows(const OrganizationId &organization, const CreditNoteId &id) {
  TENANTRY_TRY(rows, m_session.database.query("credit_note_known",
                                              {{"organization", organization}, {"note", id}}));
  return !rows.isEmpty();
}

Result<billing::CreditNote> Credits::act(const CreditRequest &request, const QString &seen) {
  return m_session.database.transaction([&]() -> Result<billing::CreditNote> {
    TENANTRY_CHECK(store::lockOrganization(m_session, request.organization));
    const auto id = request.id.isNull() ? makeId<CreditNoteId>(m_session.clock.now()) : request.id;
    TENANTRY_TRY(known, knows(request.organization, id));
    if (!known)
      TENANTRY_CHECK(issue(request, id, seen));
    return billing::findCreditNote(m_session, request.organization, id);
  });
}

Result<> Credits::issue(const CreditRequest &request, const CreditNoteId &id, const QString &seen) {
  TENANTRY_CHECK(checkNoRefundRuns(m_session, request.organization, request.invoice));
  TENANTRY_TRY(planned, preview(request));
  if (!seen.isEmpty() && seen != billing::digestOf(planned))
    return fail(u"invoice.picture_changed"_s,
                u"Invoice %1 has been paid or credited in the meantime; look at the "
                u"credit again."_s.arg(planned.invoice.number));
  TENANTRY_CHECK(
      billing::Corrections(m_session, m_business).credit(std::move(planned), id, request.reason));
  TENANTRY_CHECK(payFromBalance(m_session, m_business, request.organization));
  return {};
}

} // namespace tenantry::payments
