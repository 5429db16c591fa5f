// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/organizations/shown_status.h"

namespace tenantry::models {

std::optional<subscriptions::Status> statusInstead(organizations::Status status,
                                                   const QString &subscription) {
  using organizations::Status;
  const bool isOpen =
      status == Status::Active || status == Status::Onboarding || status == Status::Onboarded;
  const auto known = subscriptions::parseStatus(subscription);
  const bool counts = known && (*known == subscriptions::Status::PastDue ||
                                *known == subscriptions::Status::Trialing ||
                                *known == subscriptions::Status::Paused);
  return isOpen && counts ? std::optional(*known) : std::nullopt;
}

QString shownStatusCode(organizations::Status status, const QString &subscription) {
  const auto instead = statusInstead(status, subscription);
  return instead ? subscriptions::toString(*instead) : organizations::toString(status);
}

} // namespace tenantry::models
