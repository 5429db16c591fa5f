// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/subscriptions/unschedule_bulk.h"

#include "services/subscriptions/listing.h"
#include "services/subscriptions/service.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tenantry::models {

namespace {

OrganizationId organizationOf(const QString &key) {
  return OrganizationId::fromString(key.section(u'/', 0, 0));
}

Result<std::vector<BulkVerdict>>
unscheduleVerdicts(store::Session &session, business::AppliedBusiness &, const QStringList &keys) {
  std::vector<OrganizationId> ids;
  for (const auto &key : keys)
    ids.push_back(organizationOf(key));
  TENANTRY_TRY(standings, subscriptions::SubscriptionListing(session).scheduledOf(ids));
  std::map<OrganizationId, subscriptions::ScheduledStanding> known;
  for (auto &one : standings)
    known.emplace(one.organization, std::move(one));
  std::vector<BulkVerdict> rows;
  for (const auto &key : keys) {
    BulkVerdict row{key, {}};
    const auto one = known.find(organizationOf(key));
    if (one != known.end())
      row.name = one->second.name;
    if (one == known.end() || !one->second.hasSubscription)
      row.refusal = Error{u"subscription.not_found"_s, u"There is no running subscription."_s};
    else
      row.changes = one->second.isScheduled;
    rows.push_back(std::move(row));
  }
  return rows;
}

} // namespace

BulkAct unscheduleChanges() {
  return {
      QCoreApplication::translate("tenantry::models::UnscheduleBulk",
                                  "Taking back scheduled changes"),
      unscheduleVerdicts,
      [](store::Session &session, business::AppliedBusiness &business,
         const QString &key) -> Result<BulkChange> {
        TENANTRY_CHECK(
            subscriptions::SubscriptionService(session, business).unschedule(organizationOf(key)));
        return BulkChange{.changed = true};
      }};
}

} // namespace tenantry::models
