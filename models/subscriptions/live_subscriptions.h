// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/bulk/bulk_act.h"
#include "services/subscriptions/listing.h"
#include "services/subscriptions/service.h"

/// What acts on many subscriptions have in common: each is named "organization/subscription", and
/// is acted on while it lives.
namespace tenantry::models {

[[nodiscard]] OrganizationId ownerOf(const QString &key);
[[nodiscard]] SubscriptionId subscriptionOf(const QString &key);
[[nodiscard]] Error hasEndedAlready(); ///< code `subscription.not_active`

/// What would become of one that lives: says so in the verdict.
using Judge = std::function<Result<>(const subscriptions::LiveStanding &, BulkVerdict &)>;
/// In the order of the keys; those that have ended are refused.
[[nodiscard]] Result<std::vector<BulkVerdict>>
judgeSubscriptions(store::Session &session, const QStringList &keys, const Judge &judge);

/// Its organization is locked until the running transaction ends. Error `subscription.not_active`.
[[nodiscard]] Result<subscriptions::Subscription>
lockLive(store::Session &session, business::AppliedBusiness &business, const QString &key);

/// Takes back what an act has scheduled, where that still waits. Error `subscription.scheduled`:
/// by now something else does.
[[nodiscard]] Result<> takeBackScheduled(store::Session &session,
                                         business::AppliedBusiness &business, const QString &key,
                                         const subscriptions::Scheduled &what);

} // namespace tenantry::models
