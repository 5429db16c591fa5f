// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/approvals.h"

#include "services/billing/stored_invoice.h"
#include "services/store/events.h"

using namespace Qt::StringLiterals;

namespace tenantry::billing {

namespace {

store::NewEvent approvalEvent(const QString &type, const InvoiceKey &draft) {
  return {type, {{"invoice", draft.invoice}}};
}

} // namespace

Result<Invoice> Approvals::draftOf(const InvoiceKey &key) {
  TENANTRY_TRY(rows, m_session.database.query("invoice_by_id", {{"organization", key.organization},
                                                                {"invoice", key.invoice}}));
  if (rows.isEmpty())
    return fail(u"invoice.not_found"_s, u"There is no invoice %1."_s.arg(key.invoice.toString()));
  TENANTRY_TRY(invoice, readInvoice(rows[0]));
  if (invoice.status != InvoiceStatus::Draft)
    return fail(u"invoice.not_draft"_s,
                u"Invoice %1 is already %2; only a draft can be approved."_s.arg(
                    invoice.number, toString(invoice.status)));
  return std::move(invoice);
}

Result<bool> Approvals::approve(const InvoiceKey &draft) {
  return m_session.database.transaction([&]() -> Result<bool> {
    TENANTRY_CHECK(store::lockOrganization(m_session, draft.organization));
    TENANTRY_TRY(invoice, draftOf(draft));
    const Instant now = m_session.clock.now();
    TENANTRY_CHECK(m_session.database.execute("invoice_approval_outdated",
                                              {{"organization", draft.organization},
                                               {"invoice", draft.invoice},
                                               {"total", invoice.total},
                                               {"now", now}}));
    TENANTRY_TRY(
        made, m_session.database.execute("invoice_approve", {{"organization", draft.organization},
                                                             {"approval", makeUuidV7(now)},
                                                             {"invoice", draft.invoice},
                                                             {"total", invoice.total},
                                                             {"now", now}}));
    if (made == 0)
      return false;
    TENANTRY_CHECK(store::appendEvents(m_session, draft.organization,
                                       {approvalEvent(u"invoice.approved"_s, draft)}));
    return true;
  });
}

Result<bool> Approvals::withdraw(const InvoiceKey &draft) {
  return m_session.database.transaction([&]() -> Result<bool> {
    TENANTRY_CHECK(store::lockOrganization(m_session, draft.organization));
    TENANTRY_CHECK(draftOf(draft));
    TENANTRY_TRY(ended, m_session.database.execute("invoice_approval_withdraw",
                                                   {{"organization", draft.organization},
                                                    {"invoice", draft.invoice},
                                                    {"now", m_session.clock.now()}}));
    if (ended == 0)
      return false;
    TENANTRY_CHECK(store::appendEvents(m_session, draft.organization,
                                       {approvalEvent(u"invoice.approval_withdrawn"_s, draft)}));
    return true;
  });
}

Result<std::vector<Approval>> Approvals::of(const InvoiceKey &draft) {
  TENANTRY_TRY(rows, m_session.database.query(
                         "invoice_approvals_live",
                         {{"organization", draft.organization}, {"invoice", draft.invoice}}));
  std::vector<Approval> approvals;
  for (const auto row : rows)
    approvals.push_back({row.get<QString>(0), row.get<Instant>(1)});
  return approvals;
}

} // namespace tenantry::billing
