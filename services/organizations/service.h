// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/values.h"
#include "services/organizations/values.h"
#include "services/store/events.h"

namespace tenantry::organizations {

/// What a subscription makes of its organization: what lists show, and what holds for it.
struct SubscriptionFacts {
  OrganizationId organization;
  QString planId; ///< empty: none
  QString subscriptionStatus;
  std::int64_t mrrTwelfths = 0;
  std::optional<Currency> currency{}; ///< where it is another now
};

/// Organizations, their people and what holds for them now. Every command writes its event in the
/// same transaction.
class OrganizationService {
public:
  explicit OrganizationService(store::Session &session) : m_session(session) {}

  /// Writes organization, head, root team and `organization.created`. Everything but the name,
  /// e-mail, country, zone and currency may be empty. With a beginning it is in onboarding, and the
  /// event says so: consumers do the rest. Errors `organization.name_missing`, `email.invalid`,
  /// `organization.vat_id_invalid`.
  [[nodiscard]] Result<OrganizationId> create(const Organization &draft,
                                              const std::optional<Beginning> &beginning = {});
  /// The bulk path of an import: organizations as they are, with their status; one event each.
  /// None begins anything: they are customers already.
  [[nodiscard]] Result<> createMany(const std::vector<Organization> &organizations);

  /// Writes those fields over the revision that was read, and `organization.changed`; gives the
  /// new revision. What is there already changes nothing. Errors `organization.edited_since` where
  /// there is another revision by now, `organization.currency_fixed` (its subscription is in the
  /// one that it has: that changes with the subscription), and those of `withProfile`.
  [[nodiscard]] Result<std::int64_t> amend(const OrganizationId &id, const Profile &changes,
                                           std::int64_t revision);

  /// Whether its currency changes with its subscription, which has not ended.
  [[nodiscard]] Result<bool> isCurrencyFixed(const OrganizationId &id);

  [[nodiscard]] Result<Organization>
  find(const OrganizationId &id); ///< error `organization.not_found`
  /// Sorted by id; those that do not exist are left out.
  [[nodiscard]] Result<std::vector<Organization>> byIds(const std::vector<OrganizationId> &ids);

  /// Moves the status with its event
  /// (`organization.onboarded|activated|suspended|reactivated|churned|closed`). Already there:
  /// nothing happens. Error `organization.illegal_move`.
  [[nodiscard]] Result<> move(const OrganizationId &id, Status to, const QString &reason);
  /// What the subscription makes of it, active or churned; see `followed`.
  [[nodiscard]] Result<> follow(const OrganizationId &id, Status subscription,
                                const QString &reason);
  /// Back from suspension to what it was before.
  [[nodiscard]] Result<> reactivate(const OrganizationId &id, const QString &reason);

  /// Written by the subscriptions domain in the transaction that changes the fact.
  [[nodiscard]] Result<> recordSubscriptions(const std::vector<SubscriptionFacts> &facts);
  [[nodiscard]] Result<> setEntitlements(const OrganizationId &id,
                                         const Entitlements &entitlements);
  /// What it may use now, with what granted it (SUB-9).
  [[nodiscard]] Result<Entitlements> entitlements(const OrganizationId &id);
  [[nodiscard]] Result<std::map<QString, Limit>> limits(const OrganizationId &id);

private:
  store::Session &m_session;
};

} // namespace tenantry::organizations
