// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/holds.h"

#include "services/billing/stored_invoice.h"
#include "services/organizations/service.h"
#include "services/store/events.h"

using namespace Qt::StringLiterals;

namespace tenantry::billing {

namespace {

store::NewEvent holdEvent(const QString &type, const std::optional<InvoiceId> &draft,
                          const QString &reason) {
  store::Json payload{{"reason", reason}};
  if (draft)
    payload["invoice"] = *draft;
  return {type, std::move(payload)};
}

} // namespace

Result<bool> Holds::hold(const InvoiceKey &draft, const QString &reason) {
  return m_session.database.transaction([&]() -> Result<bool> {
    TENANTRY_CHECK(store::lockOrganization(m_session, draft.organization));
    TENANTRY_TRY(rows,
                 m_session.database.query("invoice_by_id", {{"organization", draft.organization},
                                                            {"invoice", draft.invoice}}));
    if (rows.isEmpty())
      return fail(u"invoice.not_found"_s,
                  u"There is no invoice %1."_s.arg(draft.invoice.toString()));
    TENANTRY_TRY(invoice, readInvoice(rows[0]));
    if (invoice.status != InvoiceStatus::Draft)
      return fail(u"invoice.not_draft"_s,
                  u"Invoice %1 is already %2; only a draft can be held."_s.arg(
                      invoice.number, toString(invoice.status)));
    return add(draft.organization, draft.invoice, reason);
  });
}

Result<bool> Holds::holdOrganization(const OrganizationId &organization, const QString &reason) {
  return m_session.database.transaction([&]() -> Result<bool> {
    TENANTRY_CHECK(organizations::OrganizationService(m_session).find(organization));
    TENANTRY_CHECK(store::lockOrganization(m_session, organization));
    return add(organization, {}, reason);
  });
}

Result<bool> Holds::add(const OrganizationId &organization, const std::optional<InvoiceId> &draft,
                        const QString &reason) {
  if (reason.trimmed().isEmpty())
    return fail(u"hold.reason_missing"_s, u"A hold needs a reason that others can read."_s);
  TENANTRY_TRY(live, of({organization, draft.value_or(InvoiceId())}));
  for (const auto &one : live)
    if (one.invoice == draft)
      return false;
  const Instant now = m_session.clock.now();
  TENANTRY_CHECK(m_session.database.execute("invoice_hold_add", {{"organization", organization},
                                                                 {"hold", makeUuidV7(now)},
                                                                 {"invoice", draft},
                                                                 {"reason", reason.trimmed()},
                                                                 {"actor", m_session.actor},
                                                                 {"now", now}}));
  TENANTRY_CHECK(store::appendEvents(m_session, organization,
                                     {holdEvent(u"invoice.held"_s, draft, reason.trimmed())}));
  return true;
}

Result<std::optional<QString>> Holds::release(const InvoiceKey &draft) {
  return end(draft.organization, draft.invoice);
}

Result<std::optional<QString>> Holds::releaseOrganization(const OrganizationId &organization) {
  return end(organization, {});
}

Result<std::optional<QString>> Holds::end(const OrganizationId &organization,
                                          const std::optional<InvoiceId> &draft) {
  using Reason = std::optional<QString>;
  return m_session.database.transaction([&]() -> Result<Reason> {
    TENANTRY_CHECK(store::lockOrganization(m_session, organization));
    TENANTRY_TRY(ended, m_session.database.one<QString>("invoice_hold_release",
                                                        {{"organization", organization},
                                                         {"invoice", draft},
                                                         {"actor", m_session.actor},
                                                         {"now", m_session.clock.now()}}));
    if (!ended)
      return Reason();
    const auto &reason = std::get<0>(*ended);
    TENANTRY_CHECK(store::appendEvents(m_session, organization,
                                       {holdEvent(u"invoice.released"_s, draft, reason)}));
    return Reason(reason);
  });
}

Result<std::vector<OrganizationStanding>>
Holds::standings(const std::vector<OrganizationId> &organizations) {
  TENANTRY_TRY(
      rows, m_session.database.query("organizations_to_hold", {{"organizations", organizations}}));
  std::vector<OrganizationStanding> standings;
  for (const auto row : rows)
    standings.push_back({row.get<OrganizationId>(0), row.get<QString>(1), row.get<QString>(2)});
  return standings;
}

Result<std::vector<OrganizationId>> Holds::heldOrganizations() {
  TENANTRY_TRY(rows, m_session.database.query("organizations_held"));
  std::vector<OrganizationId> held;
  held.reserve(static_cast<std::size_t>(rows.size()));
  for (const auto row : rows)
    held.push_back(row.get<OrganizationId>(0));
  return held;
}

Result<std::vector<Hold>> Holds::of(const InvoiceKey &draft) {
  TENANTRY_TRY(rows,
               m_session.database.query("invoice_holds_live", {{"organization", draft.organization},
                                                               {"invoice", draft.invoice}}));
  std::vector<Hold> holds;
  for (const auto row : rows)
    holds.push_back({row.get<std::optional<InvoiceId>>(0), row.get<QString>(1), row.get<QString>(2),
                     row.get<Instant>(3)});
  return holds;
}

} // namespace tenantry::billing
