// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/usage/dimensions.h"

#include "services/usage/event_rows.h"
#include "services/usage/measures.h"
#include "services/usage/usage_repository.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace tenantry::usage {

namespace {

using Kind = DimensionRow::Kind;

/// In thousandths, rounded to the nearest; quantities may be so great that a product is not.
std::int64_t shareOf(std::int64_t quantity, std::int64_t whole, business::Aggregation aggregation) {
  if (aggregation == business::Aggregation::Last || whole <= 0 || quantity < 0)
    return -1;
  return std::llround(double(quantity) / double(whole) * 1000);
}

} // namespace

/// The parts of a period, the latest first, and how many events of each are looked at.
struct DimensionListing::Window {
  std::vector<Instant> parts{};
  std::vector<std::int64_t> counts{};
  std::int64_t left = 0;
  bool isWhole = true;

  void add(Instant part, std::int64_t events) {
    isWhole = isWhole && events <= left;
    if (left == 0)
      return;
    parts.push_back(part);
    counts.push_back(left); // some may have come since they were counted
    left -= std::min(left, events);
  }
};

Result<DimensionListing::Window> DimensionListing::window(const DimensionQuery &query,
                                                          std::int64_t most) {
  Window window{.left = most};
  if (query.period == noPart) {
    TENANTRY_TRY(rows, m_session.database.query(
                           "usage_outside_of_parts",
                           {{"organization", query.organization}, {"metric", query.metric}}));
    window.add(noPart, rows.isEmpty() ? 0 : rows[0].get<std::int64_t>(1));
    return window;
  }
  TENANTRY_TRY(
      rows, m_session.database.query("usage_parts_of_period", {{"organization", query.organization},
                                                               {"metric", query.metric},
                                                               {"period", query.period}}));
  std::vector<std::pair<Instant, std::int64_t>> parts;
  for (const auto row : rows) // the oldest first
    parts.emplace_back(row.get<Instant>(0), row.get<std::int64_t>(7));
  for (auto part = parts.rbegin(); part != parts.rend(); ++part)
    window.add(part->first, part->second);
  return window;
}

Result<QStringList> DimensionListing::names(const DimensionQuery &query) {
  TENANTRY_TRY(metric, findMetric(m_session, m_business, query.metric));
  TENANTRY_TRY(window, this->window(query, namedIn));
  TENANTRY_TRY(rows,
               m_session.database.query("usage_dimensions", {{"organization", query.organization},
                                                             {"metric", query.metric},
                                                             {"parts", window.parts},
                                                             {"counts", window.counts},
                                                             {"top", mostNames}}));
  QStringList names;
  if (!metric.of.isEmpty())
    names += metric.of;
  for (const auto row : rows)
    if (const auto name = row.get<QString>(0); name != metric.of)
      names += name;
  return names;
}

Result<DimensionUsage> DimensionListing::usage(const DimensionQuery &query) {
  if (query.values < 1 || query.values > mostValues)
    return fail(u"list.page_size"_s, u"Ask for 1 to %1 values."_s.arg(mostValues));
  TENANTRY_TRY(metric, findMetric(m_session, m_business, query.metric));
  TENANTRY_TRY(window, this->window(query, query.events));
  TENANTRY_TRY(rows, m_session.database.query("usage_by_dimension",
                                              {{"organization", query.organization},
                                               {"metric", query.metric},
                                               {"aggregation", nameOf(metric.aggregation)},
                                               {"counted", metric.of},
                                               {"dimension", query.dimension},
                                               {"parts", window.parts},
                                               {"counts", window.counts},
                                               {"top", query.values}}));
  DimensionUsage usage;
  usage.isLatestOnly = !window.isWhole;
  std::optional<DimensionRow> none;
  for (const auto row : rows) {
    const auto place = row.get<std::optional<std::int64_t>>(0);
    if (!place) {
      usage.quantity = row.get<std::int64_t>(3);
      usage.events = row.get<std::int64_t>(4);
      continue;
    }
    DimensionRow read{*place == 0              ? Kind::None
                      : *place <= query.values ? Kind::Value
                                               : Kind::Others,
                      {},
                      row.get<std::int64_t>(2),
                      row.get<std::int64_t>(3),
                      row.get<std::int64_t>(4)};
    if (read.kind == Kind::Value)
      read.value = row.get<QString>(1);
    if (read.kind == Kind::None)
      none = read;
    else
      usage.rows.push_back(read);
  }
  if (none)
    usage.rows.push_back(*none);
  for (auto &row : usage.rows)
    row.share = shareOf(row.quantity, usage.quantity, metric.aggregation);
  return usage;
}

} // namespace tenantry::usage
