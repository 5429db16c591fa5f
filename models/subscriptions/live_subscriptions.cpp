// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/subscriptions/live_subscriptions.h"

using namespace Qt::StringLiterals;

namespace tenantry::models {

OrganizationId ownerOf(const QString &key) {
  return OrganizationId::fromString(key.section(u'/', 0, 0));
}

SubscriptionId subscriptionOf(const QString &key) {
  return SubscriptionId::fromString(key.section(u'/', 1, 1));
}

Error hasEndedAlready() {
  return {u"subscription.not_active"_s, u"The subscription has already ended."_s};
}

Result<std::vector<BulkVerdict>> judgeSubscriptions(store::Session &session,
                                                    const QStringList &keys, const Judge &judge) {
  std::vector<OrganizationId> ids;
  for (const auto &key : keys)
    ids.push_back(ownerOf(key));
  TENANTRY_TRY(standings, subscriptions::SubscriptionListing(session).standingOf(ids));
  std::map<OrganizationId, subscriptions::LiveStanding> known;
  for (auto &one : standings)
    known.emplace(one.organization, std::move(one));
  std::vector<BulkVerdict> rows;
  for (const auto &key : keys) {
    BulkVerdict row{key, {}};
    const auto one = known.find(ownerOf(key));
    if (one != known.end())
      row.name = one->second.name;
    if (one == known.end() || one->second.subscription != subscriptionOf(key))
      row.refusal = hasEndedAlready();
    else
      TENANTRY_CHECK(judge(one->second, row));
    rows.push_back(std::move(row));
  }
  return rows;
}

Result<subscriptions::Subscription>
lockLive(store::Session &session, business::AppliedBusiness &business, const QString &key) {
  TENANTRY_CHECK(store::lockOrganization(session, ownerOf(key)));
  auto live = subscriptions::SubscriptionService(session, business).live(ownerOf(key));
  if (!live && live.error().code != "subscription.not_found"_L1)
    return tl::unexpected(live.error());
  if (!live || live->id != subscriptionOf(key))
    return tl::unexpected(hasEndedAlready());
  return live;
}

Result<> takeBackScheduled(store::Session &session, business::AppliedBusiness &business,
                           const QString &key, const subscriptions::Scheduled &what) {
  return session.database.transaction([&]() -> Result<> {
    TENANTRY_TRY(live, lockLive(session, business, key));
    if (live.scheduled.action == subscriptions::ScheduledAction::None)
      return {};
    if (live.scheduled != what)
      return fail(u"subscription.scheduled"_s,
                  u"By now something else is scheduled for the end of its period."_s);
    TENANTRY_CHECK(subscriptions::SubscriptionService(session, business).unschedule(ownerOf(key)));
    return {};
  });
}

} // namespace tenantry::models
