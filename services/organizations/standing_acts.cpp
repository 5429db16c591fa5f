// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/organizations/standing_acts.h"

#include "services/organizations/moving.h"
#include "services/organizations/repository.h"
#include "services/store/events.h"

using namespace Qt::StringLiterals;

namespace tenantry::organizations {

namespace {

Result<Standing> standingAfter(StandingAct act, const Standing &from) {
  return act == StandingAct::Suspend ? moved(from, Status::Suspended) : resumed(from);
}

StandingVerdict verdictOf(StandingAct act, const Stood &stood) {
  const auto to = standingAfter(act, stood.standing);
  if (!to)
    return {stood.organization, stood.name, false, to.error()};
  return {stood.organization, stood.name, *to != stood.standing};
}

} // namespace

Result<std::vector<StandingVerdict>> StandingActs::preview(StandingAct act,
                                                           const std::vector<OrganizationId> &ids) {
  TENANTRY_TRY(found, Repository(m_session).standings(ids));
  std::map<OrganizationId, StandingVerdict> known;
  for (const auto &stood : found)
    known.emplace(stood.organization, verdictOf(act, stood));
  std::vector<StandingVerdict> verdicts;
  for (const auto &id : ids) {
    const auto one = known.find(id);
    verdicts.push_back(one != known.end() ? one->second
                                          : StandingVerdict{id, {}, false, notFound(id).value()});
  }
  return verdicts;
}

Result<std::optional<StandingChange>> StandingActs::act(StandingAct act, const OrganizationId &id,
                                                        const QString &reason) {
  return m_session.database.transaction([&]() -> Result<std::optional<StandingChange>> {
    TENANTRY_CHECK(store::lockOrganization(m_session, id));
    TENANTRY_TRY(found, Repository(m_session).standings({id}));
    if (found.empty())
      return notFound(id);
    const auto &[organization, name, from, reasonBefore] = found.front();
    TENANTRY_TRY(to, standingAfter(act, from));
    if (to == from)
      return std::nullopt;
    TENANTRY_CHECK(writeMove(m_session, id, from, to, reason));
    TENANTRY_TRY(sequence, lastMove(id));
    return StandingChange{id, from, reasonBefore, sequence};
  });
}

Result<> StandingActs::undo(const StandingChange &change) {
  const auto &id = change.organization;
  return m_session.database.transaction([&]() -> Result<> {
    TENANTRY_CHECK(store::lockOrganization(m_session, id));
    TENANTRY_TRY(last, lastMove(id));
    if (last != change.sequence)
      return fail(u"organization.changed_since"_s,
                  u"The status of the organization has changed again since; it stays "
                  u"as it is now."_s);
    TENANTRY_TRY(from, Repository(m_session).standing(id));
    // A suspended one comes back as what its subscription has made of it by now.
    const bool wasSuspended = change.before.status == Status::Suspended;
    TENANTRY_TRY(to, wasSuspended ? moved(from, Status::Suspended) : resumed(from));
    return writeMove(m_session, id, from, to, change.reasonBefore);
  });
}

Result<std::int64_t> StandingActs::lastMove(const OrganizationId &id) {
  TENANTRY_TRY(rows, m_session.database.query("organization_last_move",
                                              {{"organization", id}, {"types", moveEvents()}}));
  return rows[0].get<std::int64_t>(0);
}

} // namespace tenantry::organizations
