// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/figure_rows.h"

#include "services/core/greatest_id.h"
#include "services/subscriptions/outlook.h"
#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace tenantry::payments {

namespace {

bool isMrr(FigureList list) {
  return list == FigureList::Renewals || list == FigureList::Attention ||
         list == FigureList::Movements;
}

QString kindWord(const MovementSpan &span) {
  return span.kind ? subscriptions::toString(*span.kind) : QString();
}

Result<FigureRow> readFigureRow(const store::Row &row, FigureList list) {
  TENANTRY_TRY(currency, Currency::parse(row.get<QString>(8)));
  FigureRow read;
  read.organization = row.get<OrganizationId>(0);
  read.name = row.get<QString>(1);
  read.id = row.get<QUuid>(2);
  read.number = row.get<QString>(3);
  read.word = row.get<QString>(4);
  read.at = row.get<Instant>(5);
  read.day = row.get<std::optional<LocalDay>>(6);
  read.twelfths = isMrr(list) ? row.get<std::int64_t>(7) : 0;
  read.amount = Money(
      isMrr(list) ? subscriptions::mrrMinor(read.twelfths) : row.get<std::int64_t>(7), currency);
  return read;
}

} // namespace

FigureRows::FigureRows(store::Session &session, const Zone &zone, FigureList list,
                       const MovementSpan &span)
    : m_session(session), m_zone(zone), m_list(list), m_span(span) {
  // What is to come is no movement yet.
  m_span.to = std::min(m_span.to, zone.dayOf(session.clock.now()) + std::chrono::days(1));
}

/// Of the running month, by the days of the business.
Instant FigureRows::monthBegan() const {
  return m_zone.midnight(subscriptions::firstOfMonth(m_zone.dayOf(m_session.clock.now())));
}

/// Before the first row.
FigureCursor FigureRows::start() const {
  switch (m_list) {
  case FigureList::Received:
  case FigureList::Failed:
    return {Instant::max(), OrganizationId(greatestId), greatestId};
  case FigureList::Renewals:
    return {m_session.clock.now(), OrganizationId(greatestId), greatestId};
  case FigureList::Attention:
    return {std::numeric_limits<std::int64_t>::max(), {}, {}};
  case FigureList::Movements:
    return {m_span.to, {}, {}};
  }
  throw ProgrammingError("a figure whose rows have no beginning");
}

FigureCursor FigureRows::cursorOf(const FigureRow &row) const {
  if (m_list == FigureList::Movements)
    return {row.day.value_or(m_span.from), row.organization, row.id};
  if (m_list == FigureList::Attention)
    return {row.twelfths, row.organization, row.id};
  return {row.at, row.organization, row.id};
}

Result<FigurePage> FigureRows::page(int rows, const std::optional<FigureCursor> &after) {
  if (rows < 1 || rows > mostRows)
    return fail(u"list.page_size"_s, u"A page has 1 to %1 rows."_s.arg(mostRows));
  // One more tells whether there is a next page.
  TENANTRY_TRY(found, find(after.value_or(start()), rows + 1));
  FigurePage page;
  for (int i = 0; i < std::min(rows, found.size()); ++i) {
    TENANTRY_TRY(one, readFigureRow(found[i], m_list));
    page.rows.push_back(std::move(one));
  }
  if (found.size() > rows)
    page.next = cursorOf(page.rows.back());
  return page;
}

Result<store::Rows> FigureRows::find(const FigureCursor &cursor, int count) {
  auto &database = m_session.database;
  const auto now = m_session.clock.now();
  const store::Parameter value{
      "value", std::visit([](const auto &at) { return store::Value(at); }, cursor.value)};
  const store::Parameter organization{"organization", cursor.organization};
  const store::Parameter id{"id", cursor.id};
  const store::Parameter rows{"count", count};
  const store::Parameter most{"most", countLimit + 1};
  switch (m_list) {
  case FigureList::Received:
    return database.query("rows_received",
                          {{"since", monthBegan()}, {"now", now}, value, organization, id, rows});
  case FigureList::Failed:
    return database.query("rows_failed",
                          {{"since", now - failedWithin}, most, value, organization, id, rows});
  case FigureList::Renewals:
    return database.query(
        "rows_renewing",
        {{"now", now}, {"until", now + renewsWithin}, value, organization, id, rows});
  case FigureList::Attention:
    return database.query("rows_attention", {{"failed_since", now - failedWithin},
                                             {"stuck_before", now - organizations::stuckAfter},
                                             most,
                                             value,
                                             organization,
                                             rows});
  case FigureList::Movements:
    return database.query("rows_movements", {{"from", m_span.from},
                                             {"day", m_span.to},
                                             {"currency", m_span.currency.code()},
                                             {"kind", kindWord(m_span)},
                                             value,
                                             organization,
                                             id,
                                             rows});
  }
  throw ProgrammingError("a figure without rows");
}

Result<std::int64_t> FigureRows::count() {
  auto &database = m_session.database;
  const auto now = m_session.clock.now();
  const store::Parameter most{"most", countLimit + 1};
  const auto run = [&]() -> Result<store::Rows> {
    switch (m_list) {
    case FigureList::Received:
      return database.query("rows_received_counted", {{"since", monthBegan()}, {"now", now}, most});
    case FigureList::Failed:
      return database.query("rows_failed_counted", {{"since", now - failedWithin}, most});
    case FigureList::Renewals:
      return database.query("rows_renewing_counted",
                            {{"now", now}, {"until", now + renewsWithin}, most});
    case FigureList::Attention:
      return database.query("rows_attention_counted",
                            {{"failed_since", now - failedWithin},
                             {"stuck_before", now - organizations::stuckAfter},
                             most});
    case FigureList::Movements:
      return database.query("rows_movements_counted", {{"from", m_span.from},
                                                       {"day", m_span.to},
                                                       {"currency", m_span.currency.code()},
                                                       {"kind", kindWord(m_span)},
                                                       most});
    }
    throw ProgrammingError("a figure whose rows nobody counts");
  };
  TENANTRY_TRY(counted, run());
  return counted[0].get<std::int64_t>(0);
}

} // namespace tenantry::payments
