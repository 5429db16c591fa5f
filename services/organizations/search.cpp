// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/organizations/search.h"
#include "services/organizations/search_words.h"
#include "services/store/prompt_read.h"

#include <set>

using namespace Qt::StringLiterals;

namespace tenantry::organizations {

namespace {

Result<FoundOrganization> readFound(const store::Row &row) {
  TENANTRY_TRY(status, parseStatus(row.get<QString>(5)));
  TENANTRY_TRY(currency, Currency::parse(row.get<QString>(8)));
  return FoundOrganization{
      row.get<OrganizationId>(0), row.get<QString>(1),      row.get<QString>(2),
      row.get<QString>(3),        row.get<QString>(4),      status,
      row.get<QString>(6),        row.get<std::int64_t>(7), currency,
      row.get<QString>(9),        row.get<QString>(10)};
}

/// Those that are not there yet.
Result<> append(const store::Rows &rows, std::vector<FoundOrganization> &found,
                std::set<OrganizationId> &known) {
  for (const auto row : rows) {
    TENANTRY_TRY(one, readFound(row));
    if (known.insert(one.id).second)
      found.push_back(std::move(one));
  }
  return {};
}

} // namespace

Result<std::vector<FoundOrganization>> OrganizationSearch::organizations(const QString &text) {
  using Found = std::vector<FoundOrganization>;
  const auto words = searchWords(text);
  if (words.beginning.isEmpty())
    return Found();
  auto &database = m_session.database;
  return store::readPromptly(database, [&]() -> Result<Found> {
    Found found;
    std::set<OrganizationId> known;
    TENANTRY_TRY(beginning,
                 database.query("organizations_beginning_with", {{"text", words.beginning}}));
    TENANTRY_CHECK(append(beginning, found, known));
    TENANTRY_TRY(numbered, database.query("organizations_numbered", {{"text", words.beginning}}));
    TENANTRY_CHECK(append(numbered, found, known));
    if (!words.areIndexed)
      return found;
    const auto &[first, second, third] = words.patterns;
    TENANTRY_TRY(containing,
                 database.query("organizations_containing",
                                {{"first", first}, {"second", second}, {"third", third}}));
    TENANTRY_CHECK(append(containing, found, known));
    return found;
  });
}

Result<std::vector<FoundMember>> OrganizationSearch::members(const QString &text) {
  using Found = std::vector<FoundMember>;
  const auto words = searchWords(text);
  if (!words.areIndexed)
    return Found();
  auto &database = m_session.database;
  return store::readPromptly(database, [&]() -> Result<Found> {
    const auto &[first, second, third] = words.patterns;
    TENANTRY_TRY(rows, database.query("members_containing",
                                      {{"first", first}, {"second", second}, {"third", third}}));
    Found found;
    for (const auto row : rows)
      found.push_back({row.get<OrganizationId>(0), row.get<QString>(1), row.get<QString>(2),
                       row.get<QString>(3), row.get<MemberId>(4), row.get<QString>(5),
                       row.get<QString>(6)});
    return found;
  });
}

} // namespace tenantry::organizations
