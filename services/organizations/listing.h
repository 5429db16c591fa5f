// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/page.h"
#include "services/organizations/values.h"
#include "services/store/session.h"
#include <variant>

namespace tenantry::organizations {

enum class Sort { Name, Mrr, Created };

/// What a list is narrowed to besides its filters, each in an order of its own: those with MRR by
/// that, and those that have been in onboarding since before `createdBefore` by their age.
enum class Narrowed { No, Paying, Stuck };

inline constexpr std::chrono::days stuckAfter{14}; ///< an onboarding that goes on for longer

/// The last row before a page: what it is sorted by (name in lower case, MRR in twelfths of a minor
/// unit, or the time of creation), and its id.
struct ListCursor {
  std::variant<QString, std::int64_t, Instant> value;
  OrganizationId id;
  bool operator==(const ListCursor &) const = default;
};

/// Which organizations, in which order. Rows that tie are ordered by id: upwards with ascending
/// names and descending MRR or age, else downwards.
struct ListQuery {
  Sort sort = Sort::Name;
  bool ascending = true;
  std::optional<Status> status;
  QString planId;   ///< empty: any
  QString country;  ///< ISO 3166-1 alpha-2, as the address says; empty: any
  QString currency; ///< ISO 4217; empty: any
  QString search;   ///< part of name, e-mail, URL or customer number, in any case; empty: all
  int pageSize = 100;
  std::optional<ListCursor> after; ///< none: the first page
  Narrowed narrowed = Narrowed::No;
  Instant createdBefore{}; ///< of those that are stuck
};

struct ListRow {
  OrganizationId id;
  QString name;
  QString email;
  QString url;
  QString country;
  Status status = Status::Onboarded;
  QString planId;
  QString subscriptionStatus;
  std::int64_t mrrTwelfths = 0;
  Currency currency;
  Instant createdAt{};
};

using ListPage = PageOf<ListRow, ListCursor>;

/// Pages of organizations for lists: each costs the same, however deep.
class OrganizationListing {
public:
  static constexpr int mostRows = 200; ///< the statements say so too, as 201
  static constexpr std::int64_t countLimit = 10'000;

  explicit OrganizationListing(store::Session &session) : m_session(session) {}

  /// Errors `list.page_size` (1 to 200), `list.cursor` (a cursor of another order), `list.order`
  /// (narrowed, in an order that is not its own).
  [[nodiscard]] Result<ListPage> page(const ListQuery &query);
  /// How many there are, over all pages; at most countLimit + 1, which means “more than
  /// countLimit”.
  [[nodiscard]] Result<std::int64_t> count(const ListQuery &query);
  /// The codes that there are organizations of, in their order.
  [[nodiscard]] Result<QStringList> countries();
  [[nodiscard]] Result<QStringList> currencies();

private:
  [[nodiscard]] Result<store::Rows> find(const ListQuery &query, int count);
  [[nodiscard]] Result<store::Rows> countFound(const ListQuery &query);
  [[nodiscard]] Result<store::Rows> countOfPlace(const ListQuery &query);
  [[nodiscard]] Result<store::Rows> countOfAll(const ListQuery &query);
  [[nodiscard]] Result<QStringList> codes(const char *statement);
  store::Session &m_session;
};

/// The pattern for `like` that finds the text anywhere, taken literally and in lower case.
[[nodiscard]] QString searchPattern(const QString &text);

} // namespace tenantry::organizations
