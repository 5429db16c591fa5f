// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/page.h"
#include "services/organizations/members.h"

namespace tenantry::organizations {

enum class MemberSort {
  Person,
  Team, ///< the root team first
  Role,
  Since,
  Expires ///< who stays until removed comes after all others
};

/// The last row before a page: what it is sorted by, and which it is.
struct MemberCursor {
  std::vector<QString> value;
  QUuid id;
  bool operator==(const MemberCursor &) const = default;
};

/// Which roles of an organization's people a list has.
struct MemberFilter {
  OrganizationId organization;
  QString search{}; ///< part of the name, the e-mail or the team's name; empty: any
  QString role{};   ///< empty: any
  bool operator==(const MemberFilter &) const = default;
};

struct MemberQuery {
  MemberFilter filter{};
  MemberSort sort = MemberSort::Team;
  bool ascending = true;
  int pageSize = 100;
  std::optional<MemberCursor> after{}; ///< none: the first page
};

using MemberPage = PageOf<Membership, MemberCursor>;

/// Pages of who has which role in which team of an organization now; an organization that does not
/// exist has nobody.
class MemberListing {
public:
  static constexpr int mostRows = 200;
  static constexpr std::int64_t countLimit = 10'000;

  explicit MemberListing(store::Session &session) : m_session(session) {}

  /// Error `list.page_size` (1 to 200).
  [[nodiscard]] Result<MemberPage> page(const MemberQuery &query);
  /// Over all pages; at most countLimit + 1, which means “more than countLimit”.
  [[nodiscard]] Result<std::int64_t> count(const MemberFilter &filter);

private:
  store::Session &m_session;
};

} // namespace tenantry::organizations
