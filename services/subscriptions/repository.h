// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/store/session.h"
#include "services/subscriptions/lifecycle.h"

namespace tenantry::subscriptions {

/// Subscriptions ↔ rows; internal to this domain.
class Repository {
public:
  explicit Repository(store::Session &session) : m_session(session) {}

  [[nodiscard]] Result<std::vector<Subscription>>
  load(const char *query, std::initializer_list<store::Parameter> parameters);
  /// Adds or changes; `store.conflict` when one was changed since it was read,
  /// `subscription.exists` when an organization has a live one already.
  [[nodiscard]] Result<> write(const std::vector<Change> &changes);
  [[nodiscard]] Result<> writeSpans(const std::vector<Change> &changes);
  [[nodiscard]] Result<> writeParts(const std::vector<Change> &changes,
                                    const std::map<OrganizationId, Zone> &zones);
  [[nodiscard]] Result<> writeMovements(const std::vector<Change> &changes,
                                        const Zone &businessZone);
  /// Counts and writes the redemptions from that position on. Error `coupon.exhausted`.
  [[nodiscard]] Result<> redeem(const Subscription &subscription, Instant now, int from = 1);

private:
  struct Columns;
  struct CycleColumns;
  [[nodiscard]] Result<> writeRows(const char *query, const Columns &rows);
  [[nodiscard]] Result<> moveOn(const CycleColumns &rows);
  [[nodiscard]] Result<> openSpans(const std::vector<const Change *> &begun);
  [[nodiscard]] Result<> cutSpan(const Subscription &subscription, const SpanCut &cut);
  [[nodiscard]] Result<bool> replacePart(const Change &change);
  /// Of the parts that run, of all of them at once.
  [[nodiscard]] Result<> setLimits(const std::vector<Change> &changes);
  /// Of the parts of those that get another; whether any does.
  [[nodiscard]] Result<bool> keepCurrencies(const std::vector<Change> &changes);
  [[nodiscard]] Result<> addRedemptions(std::vector<Subscription> &subscriptions);
  store::Session &m_session;
};

} // namespace tenantry::subscriptions
