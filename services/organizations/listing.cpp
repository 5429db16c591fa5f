// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/organizations/listing.h"

#include "services/core/greatest_id.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace tenantry::organizations {

namespace {

const OrganizationId beforeAllIds;
const OrganizationId afterAllIds = OrganizationId(greatestId);

const char *word(Sort sort) {
  switch (sort) {
  case Sort::Name:
    return "name";
  case Sort::Mrr:
    return "mrr";
  case Sort::Created:
    return "created";
  }
  throw ProgrammingError("an order of lists without a word");
}

/// Whoever is stuck is in onboarding.
std::optional<Status> statusOf(const ListQuery &query) {
  return query.narrowed == Narrowed::Stuck ? Status::Onboarding : query.status;
}

QString statusWord(const ListQuery &query) {
  const auto status = statusOf(query);
  return status ? toString(*status) : QString();
}

bool isSearch(const ListQuery &query) { return !query.search.trimmed().isEmpty(); }

std::string filterSuffix(const ListQuery &query) {
  if (isSearch(query))
    return "_found";
  // What else narrows those is told apart in the same statement.
  if (!query.country.isEmpty())
    return "_of_country";
  if (!query.currency.isEmpty())
    return "_of_currency";
  if (!query.planId.isEmpty())
    return statusOf(query) ? "_of_plan_and_status" : "_of_plan";
  return statusOf(query) ? "_of_status" : "";
}

std::string narrowedWord(const ListQuery &query) {
  switch (query.narrowed) {
  case Narrowed::No:
    return {};
  case Narrowed::Paying:
    return "_paying";
  case Narrowed::Stuck:
    return "_stuck";
  }
  throw ProgrammingError("a list is narrowed without a word");
}

std::string pageStatement(const ListQuery &query) {
  const char *direction = query.ascending ? "_ascending" : "_descending";
  return std::string("organizations_by_") + word(query.sort) + direction + filterSuffix(query);
}

/// Where the rows that a list is narrowed to end, in the order that it then has.
bool isBeyond(const ListQuery &query, const ListRow &row) {
  switch (query.narrowed) {
  case Narrowed::No:
    return false;
  case Narrowed::Paying:
    return row.mrrTwelfths <= 0;
  case Narrowed::Stuck:
    return row.createdAt >= query.createdBefore;
  }
  return false;
}

/// Before the first row of that order.
ListCursor start(const ListQuery &query) {
  const bool up = query.ascending;
  switch (query.sort) {
  case Sort::Name:
    return {QString(), up ? beforeAllIds : afterAllIds};
  case Sort::Mrr:
    if (up && query.narrowed == Narrowed::Paying)
      return {std::int64_t(0), beforeAllIds}; // upwards what ties with it has lower ids: none
    return {up ? std::numeric_limits<std::int64_t>::min()
               : std::numeric_limits<std::int64_t>::max(),
            beforeAllIds};
  case Sort::Created:
    if (!up && query.narrowed == Narrowed::Stuck)
      return {query.createdBefore, afterAllIds};
    return {up ? Instant::min() : Instant::max(), beforeAllIds};
  }
  throw ProgrammingError("an order of lists without a start");
}

store::Value cursorValue(const ListQuery &query, const ListCursor &cursor) {
  // No text is known to come after all others: the statement finds the last name itself.
  if (query.sort == Sort::Name && !query.ascending && !query.after)
    return store::Value(std::optional<QString>());
  return std::visit([](const auto &value) { return store::Value(value); }, cursor.value);
}

ListCursor cursorOf(Sort sort, const ListRow &row, const QString &normalizedName) {
  switch (sort) {
  case Sort::Name:
    return {normalizedName, row.id};
  case Sort::Mrr:
    return {row.mrrTwelfths, row.id};
  case Sort::Created:
    return {row.createdAt, row.id};
  }
  throw ProgrammingError("an order of lists without a cursor");
}

Result<ListRow> readListRow(const store::Row &row) {
  TENANTRY_TRY(status, parseStatus(row.get<QString>(5)));
  TENANTRY_TRY(currency, Currency::parse(row.get<QString>(9)));
  ListRow read;
  read.id = row.get<OrganizationId>(0);
  read.name = row.get<QString>(1);
  read.email = row.get<QString>(2);
  read.url = row.get<QString>(3);
  read.country = row.get<QString>(4);
  read.status = status;
  read.planId = row.get<QString>(6);
  read.subscriptionStatus = row.get<QString>(7);
  read.mrrTwelfths = row.get<std::int64_t>(8);
  read.currency = currency;
  read.createdAt = row.get<Instant>(10);
  return read;
}

Result<> check(const ListQuery &query) {
  if (query.pageSize < 1 || query.pageSize > OrganizationListing::mostRows)
    return fail(u"list.page_size"_s,
                u"A page has 1 to %1 rows."_s.arg(OrganizationListing::mostRows));
  if ((query.narrowed == Narrowed::Paying && query.sort != Sort::Mrr) ||
      (query.narrowed == Narrowed::Stuck && query.sort != Sort::Created))
    return fail(u"list.order"_s,
                u"Organizations with MRR can only be listed by MRR, and those that "
                u"are stuck only by age."_s);
  if (query.after && query.after->value.index() != start(query).value.index())
    return fail(u"list.cursor"_s,
                u"The list cannot go on from there in another order: start from the "
                u"first page."_s);
  return {};
}

} // namespace

QString searchPattern(const QString &text) {
  QString literal;
  for (const QChar c : text.trimmed().toLower()) {
    if (c == u'\\' || c == u'%' || c == u'_')
      literal += u'\\';
    literal += c;
  }
  return u'%' + literal + u'%';
}

Result<ListPage> OrganizationListing::page(const ListQuery &query) {
  TENANTRY_CHECK(check(query));
  const int wanted = query.pageSize;
  TENANTRY_TRY(rows, find(query, wanted + 1)); // one more tells whether there is a next page
  ListPage page;
  page.rows.reserve(static_cast<std::size_t>(std::min(wanted, rows.size())));
  for (int i = 0; i < std::min(wanted, rows.size()); ++i) {
    TENANTRY_TRY(one, readListRow(rows[i]));
    if (isBeyond(query, one))
      return page; // all that follow are, too
    page.rows.push_back(std::move(one));
  }
  if (rows.size() > wanted)
    page.next = cursorOf(query.sort, page.rows.back(), rows[wanted - 1].get<QString>(11));
  return page;
}

Result<store::Rows> OrganizationListing::find(const ListQuery &query, int count) {
  const auto statement = pageStatement(query);
  const auto cursor = query.after.value_or(start(query));
  const store::Parameter value{"value", cursorValue(query, cursor)};
  const store::Parameter id{"id", cursor.id};
  const store::Parameter most{"count", count};
  const store::Parameter status{"status", statusWord(query)};
  const store::Parameter plan{"plan", query.planId};
  const store::Parameter country{"country", query.country};
  const store::Parameter currency{"currency", query.currency};
  auto &database = m_session.database;
  if (isSearch(query))
    return database.query(statement.c_str(), {value,
                                              id,
                                              most,
                                              status,
                                              plan,
                                              country,
                                              currency,
                                              {"pattern", searchPattern(query.search)}});
  if (!query.country.isEmpty())
    return database.query(statement.c_str(), {value, id, most, country, currency, status, plan});
  if (!query.currency.isEmpty())
    return database.query(statement.c_str(), {value, id, most, currency, status, plan});
  if (!query.planId.isEmpty() && statusOf(query))
    return database.query(statement.c_str(), {value, id, most, status, plan});
  if (!query.planId.isEmpty())
    return database.query(statement.c_str(), {value, id, most, plan});
  if (statusOf(query))
    return database.query(statement.c_str(), {value, id, most, status});
  return database.query(statement.c_str(), {value, id, most});
}

Result<std::int64_t> OrganizationListing::count(const ListQuery &query) {
  const auto run = [&] {
    return isSearch(query)                                       ? countFound(query)
           : query.country.isEmpty() && query.currency.isEmpty() ? countOfAll(query)
                                                                 : countOfPlace(query);
  };
  TENANTRY_TRY(rows, run());
  return rows[0].get<std::int64_t>(0);
}

Result<store::Rows> OrganizationListing::countFound(const ListQuery &query) {
  return m_session.database.query(
      "organizations_counted_found",
      {{"most", countLimit + 1},
       {"status", statusWord(query)},
       {"plan", query.planId},
       {"country", query.country},
       {"currency", query.currency},
       {"pattern", searchPattern(query.search)},
       {"mrr_above", query.narrowed == Narrowed::Paying ? std::int64_t(0) : std::int64_t(-1)},
       {"created_before",
        query.narrowed == Narrowed::Stuck ? query.createdBefore : Instant::max()}});
}

Result<store::Rows> OrganizationListing::countOfPlace(const ListQuery &query) {
  const auto statement = "organizations_counted" + narrowedWord(query) + filterSuffix(query);
  const store::Parameter most{"most", countLimit + 1};
  const store::Parameter status{"status", statusWord(query)};
  const store::Parameter plan{"plan", query.planId};
  const store::Parameter currency{"currency", query.currency};
  const store::Parameter country{"country", query.country};
  const store::Parameter before{"before", query.createdBefore};
  auto &database = m_session.database;
  const bool isStuck = query.narrowed == Narrowed::Stuck;
  if (query.country.isEmpty())
    return isStuck ? database.query(statement.c_str(), {most, currency, status, plan, before})
                   : database.query(statement.c_str(), {most, currency, status, plan});
  return isStuck
             ? database.query(statement.c_str(), {most, country, currency, status, plan, before})
             : database.query(statement.c_str(), {most, country, currency, status, plan});
}

Result<store::Rows> OrganizationListing::countOfAll(const ListQuery &query) {
  const auto statement = "organizations_counted" + filterSuffix(query);
  const store::Parameter most{"most", countLimit + 1};
  const store::Parameter status{"status", statusWord(query)};
  const store::Parameter plan{"plan", query.planId};
  auto &database = m_session.database;
  if (query.narrowed == Narrowed::Paying)
    return database.query("organizations_counted_paying", {most, status, plan});
  if (query.narrowed == Narrowed::Stuck)
    return database.query("organizations_counted_stuck",
                          {most, plan, {"before", query.createdBefore}});
  if (!query.planId.isEmpty() && statusOf(query))
    return database.query(statement.c_str(), {most, status, plan});
  if (!query.planId.isEmpty())
    return database.query(statement.c_str(), {most, plan});
  if (statusOf(query))
    return database.query(statement.c_str(), {most, status});
  return database.query(statement.c_str(), {most});
}

Result<QStringList> OrganizationListing::countries() { return codes("organizations_countries"); }

Result<QStringList> OrganizationListing::currencies() { return codes("organizations_currencies"); }

Result<QStringList> OrganizationListing::codes(const char *statement) {
  TENANTRY_TRY(rows, m_session.database.query(statement));
  QStringList codes;
  for (const auto row : rows)
    codes += row.get<QString>(0);
  return codes;
}

} // namespace tenantry::organizations
