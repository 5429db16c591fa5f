// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/organizations/moving.h"

#include "services/organizations/repository.h"
#include "services/store/events.h"

using namespace Qt::StringLiterals;

namespace tenantry::organizations {

namespace {

store::NewEvent moveEvent(const Standing &from, const Standing &to, const QString &reason) {
  return {eventOf(from, to),
          {{"from", toString(from.status).toStdString()},
           {"to", toString(to.status).toStdString()},
           {"reason", reason.toStdString()}}};
}

} // namespace

Result<> writeMove(store::Session &session, const OrganizationId &id, const Standing &from,
                   const Standing &to, const QString &reason) {
  if (to == from)
    return {};
  TENANTRY_CHECK(Repository(session).writeStanding(id, to, reason));
  if (to.status == from.status)
    return {};
  return store::appendEvents(session, id, {moveEvent(from, to, reason)});
}

const std::vector<QString> &moveEvents() {
  static const std::vector<QString> types{
      u"organization.onboarded"_s,   u"organization.activated"_s, u"organization.suspended"_s,
      u"organization.reactivated"_s, u"organization.churned"_s,   u"organization.closed"_s};
  return types;
}

} // namespace tenantry::organizations
