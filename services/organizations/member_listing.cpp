// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/organizations/member_listing.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::organizations {

namespace {

QString keyOf(MemberSort sort) {
  switch (sort) {
  case MemberSort::Person:
    return u"person"_s;
  case MemberSort::Team:
    return u"team"_s;
  case MemberSort::Role:
    return u"role"_s;
  case MemberSort::Since:
    return u"since"_s;
  case MemberSort::Expires:
    return u"expires"_s;
  }
  throw ProgrammingError("an order of members without a name");
}

Membership readMembership(const store::Row &row) {
  Membership read;
  read.id = row.get<QUuid>(0);
  read.member = row.get<MemberId>(1);
  read.team = row.get<TeamId>(2);
  read.teamName = row.get<QString>(3);
  read.email = row.get<QString>(4);
  read.givenName = row.get<QString>(5);
  read.familyName = row.get<QString>(6);
  read.role = row.get<QString>(7);
  read.permissions = row.get<std::optional<std::vector<QString>>>(8);
  read.assignedAt = row.get<Instant>(9);
  read.expiresAt = row.get<std::optional<Instant>>(10);
  return read;
}

} // namespace

Result<MemberPage> MemberListing::page(const MemberQuery &query) {
  if (query.pageSize < 1 || query.pageSize > mostRows)
    return fail(u"list.page_size"_s, u"A page has 1 to %1 rows."_s.arg(mostRows));
  const auto &after = query.after;
  // One more tells whether there is a next page.
  TENANTRY_TRY(
      rows, m_session.database.query("members_listed",
                                     {{"organization", query.filter.organization},
                                      {"now", m_session.clock.now()},
                                      {"search", query.filter.search},
                                      {"role", query.filter.role},
                                      {"sort", keyOf(query.sort)},
                                      {"ascending", query.ascending},
                                      {"value", after ? std::optional(after->value) : std::nullopt},
                                      {"id", after ? std::optional(after->id) : std::nullopt},
                                      {"count", query.pageSize + 1}}));
  MemberPage page;
  for (int i = 0; i < std::min(query.pageSize, rows.size()); ++i)
    page.rows.push_back(readMembership(rows[i]));
  if (rows.size() > query.pageSize)
    page.next = {rows[query.pageSize - 1].get<std::vector<QString>>(11), page.rows.back().id};
  return page;
}

Result<std::int64_t> MemberListing::count(const MemberFilter &filter) {
  TENANTRY_TRY(rows,
               m_session.database.query("members_counted", {{"organization", filter.organization},
                                                            {"now", m_session.clock.now()},
                                                            {"search", filter.search},
                                                            {"role", filter.role},
                                                            {"most", countLimit + 1}}));
  return rows[0].get<std::int64_t>(0);
}

} // namespace tenantry::organizations
