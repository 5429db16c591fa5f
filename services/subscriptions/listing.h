// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/page.h"
#include "services/store/session.h"
#include "services/subscriptions/values.h"

namespace tenantry::subscriptions {

/// What narrows a list of subscriptions. Without a status it has those that have not ended.
struct ListFilter {
  std::optional<Status> status{};
  QString planId{};                   ///< empty: any
  std::optional<Instant> endsAfter{}; ///< of the running period; with `endsBy`: who renews soon
  std::optional<Instant> endsBy{};
  bool scheduledOnly = false; ///< a change waits for the period's end
  bool operator==(const ListFilter &) const = default;
};

/// The last row before a page: the end of its period, and which it is.
struct ListCursor {
  Instant periodTo{};
  OrganizationId organization;
  SubscriptionId subscription;
  bool operator==(const ListCursor &) const = default;
};

struct ListQuery {
  ListFilter filter{};
  bool ascending = true; ///< in the order of their renewal
  int pageSize = 100;
  std::optional<ListCursor> after{}; ///< none: the first page
};

struct ListRow {
  OrganizationId organization;
  SubscriptionId id;
  QString organizationName;
  QString planId;
  std::int64_t planVersion = 0;
  Status status = Status::Active;
  Interval interval = Interval::Month;
  Currency currency;
  int seats = 1;
  std::int64_t mrrTwelfths = 0;
  LocalDay periodTo{}; ///< the day of the renewal, where the customer lives
  Instant periodToAt{};
  bool renews = true; ///< at that day; else it ends
  Scheduled scheduled;
};

using ListPage = PageOf<ListRow, ListCursor>;

/// How an organization's live subscription stands.
struct LiveStanding {
  OrganizationId organization;
  QString name;
  SubscriptionId subscription; ///< null: none is live; the rest says nothing then
  ScheduledAction scheduled = ScheduledAction::None;
  bool renews = false; ///< by itself
  Status status = Status::Active;
  QString planId;
  PlanVersionId planVersion;
  std::int64_t mrrTwelfths = 0;
  Currency currency;
  Items items{};
};

/// Pages of subscriptions over all organizations: each costs the same, however deep.
class SubscriptionListing {
public:
  static constexpr int mostRows = 200; ///< the statements say so too, as 201
  static constexpr std::int64_t countLimit = 10'000;

  explicit SubscriptionListing(store::Session &session) : m_session(session) {}

  /// Error `list.page_size` (1 to 200).
  [[nodiscard]] Result<ListPage> page(const ListQuery &query);
  /// At most countLimit + 1, which means “more than countLimit”.
  [[nodiscard]] Result<std::int64_t> count(const ListFilter &filter);
  /// In the order of the ids; what is not there is left out.
  [[nodiscard]] Result<std::vector<LiveStanding>>
  standingOf(const std::vector<OrganizationId> &organizations);

private:
  store::Session &m_session;
};

} // namespace tenantry::subscriptions
