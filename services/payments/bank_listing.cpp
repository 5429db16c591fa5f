// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/bank_listing.h"

#include "services/core/greatest_id.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace tenantry::payments {

namespace {

const BankEntryId lastEntry(greatestId);

/// Before the first row of that order.
BankCursor startOf(const BankQuery &query) {
  using Day = std::chrono::local_days;
  using Amounts = std::numeric_limits<std::int64_t>;
  const bool up = query.ascending;
  const auto id = up ? lastEntry : BankEntryId();
  if (query.sort == BankSort::Amount)
    return {up ? Amounts::min() : Amounts::max(), id};
  return {up ? LocalDay(Day(std::chrono::year{1} / 1 / 1))
             : LocalDay(Day(std::chrono::year{9999} / 12 / 31)),
          id};
}

BankCursor cursorOf(const BankQuery &query, const KeptEntry &row) {
  if (query.sort == BankSort::Amount)
    return {row.entry.amount.minor(), row.id};
  return {row.entry.bookedOn, row.id};
}

Result<> check(const BankQuery &query) {
  if (query.pageSize < 1 || query.pageSize > BankListing::mostRows)
    return fail(u"list.page_size"_s, u"A page has 1 to %1 rows."_s.arg(BankListing::mostRows));
  if (query.after && query.after->value.index() != startOf(query).value.index())
    return fail(u"list.cursor"_s,
                u"The list cannot go on from there in another order: start from the "
                u"first page."_s);
  return {};
}

} // namespace

Result<BankPage> BankListing::page(const BankQuery &query) {
  TENANTRY_CHECK(check(query));
  const auto cursor = query.after.value_or(startOf(query));
  QByteArray statement("bank_entries_by_");
  statement += query.sort == BankSort::Amount ? "amount" : "booked";
  statement += query.ascending ? "_ascending" : "_descending";
  statement += query.status ? "_of_status" : "";
  const store::Parameter value{
      "value", std::visit([](const auto &at) { return store::Value(at); }, cursor.value)};
  const store::Parameter id{"id", cursor.id};
  const store::Parameter most{"count", query.pageSize + 1}; // one more tells whether more follow
  TENANTRY_TRY(
      rows, query.status
                ? m_session.database.query(statement.constData(),
                                           {{"status", toString(*query.status)}, value, id, most})
                : m_session.database.query(statement.constData(), {value, id, most}));
  BankPage page;
  for (int i = 0; i < std::min(query.pageSize, rows.size()); ++i) {
    TENANTRY_TRY(entry, readKeptEntry(rows[i]));
    page.rows.push_back(std::move(entry));
  }
  if (rows.size() > query.pageSize)
    page.next = cursorOf(query, page.rows.back());
  return page;
}

Result<std::int64_t> BankListing::count(const std::optional<BankEntryStatus> &status) {
  const store::Parameter most{"most", countLimit + 1};
  TENANTRY_TRY(rows, status ? m_session.database.query("bank_entries_counted_of_status",
                                                       {{"status", toString(*status)}, most})
                            : m_session.database.query("bank_entries_counted", {most}));
  return rows[0].get<std::int64_t>(0);
}

} // namespace tenantry::payments
