// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/subscriptions/renewal_bulk.h"

#include "services/subscriptions/listing.h"
#include "services/subscriptions/service.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tenantry::models {

namespace {

struct Renewed {
  Q_DECLARE_TR_FUNCTIONS(RenewalBulk)
};

OrganizationId ownerOf(const QString &key) {
  return OrganizationId::fromString(key.section(u'/', 0, 0));
}

SubscriptionId subscriptionOf(const QString &key) {
  return SubscriptionId::fromString(key.section(u'/', 1, 1));
}

Error hasEndedAlready() {
  return {u"subscription.not_active"_s, u"The subscription has already ended."_s};
}

Result<std::vector<BulkVerdict>> renewalVerdicts(store::Session &session, const QStringList &keys,
                                                 bool renews) {
  std::vector<OrganizationId> ids;
  for (const auto &key : keys)
    ids.push_back(ownerOf(key));
  TENANTRY_TRY(standings, subscriptions::SubscriptionListing(session).scheduledOf(ids));
  std::map<OrganizationId, subscriptions::ScheduledStanding> known;
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
      row.changes = one->second.renews != renews;
    rows.push_back(std::move(row));
  }
  return rows;
}

/// Whether it was otherwise before.
Result<bool> setRenewal(store::Session &session, business::AppliedBusiness &business,
                        const QString &key, bool renews) {
  return session.database.transaction([&]() -> Result<bool> {
    const auto owner = ownerOf(key);
    TENANTRY_CHECK(store::lockOrganization(session, owner));
    subscriptions::SubscriptionService service(session, business);
    const auto live = service.live(owner);
    if (!live && live.error().code != "subscription.not_found"_L1)
      return tl::unexpected(live.error());
    if (!live || live->id != subscriptionOf(key))
      return tl::unexpected(hasEndedAlready());
    if (live->autoRenew == renews)
      return false;
    TENANTRY_CHECK(service.setAutoRenew(owner, renews));
    return true;
  });
}

} // namespace

BulkAct renewSubscriptions(bool renews) {
  return {renews ? Renewed::tr("Renewing again") : Renewed::tr("Switching renewal off"),
          [renews](store::Session &session, business::AppliedBusiness &, const QStringList &keys) {
            return renewalVerdicts(session, keys, renews);
          },
          [renews](store::Session &session, business::AppliedBusiness &business,
                   const QString &key) -> Result<BulkChange> {
            TENANTRY_TRY(changed, setRenewal(session, business, key, renews));
            if (!changed)
              return BulkChange{};
            return BulkChange{.changed = true,
                              .undo = [key, renews](store::Session &later,
                                                    business::AppliedBusiness &now) -> Result<> {
                                TENANTRY_CHECK(setRenewal(later, now, key, !renews));
                                return {};
                              }};
          }};
}

} // namespace tenantry::models
