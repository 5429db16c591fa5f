// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/usage/usage_repository.h"
#include "services/core/json_text.h"
#include "services/store/copy.h"
#include "services/usage/measures.h"
#include "services/usage/recount.h"
#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::usage {

namespace {

using business::Aggregation;

/// From how many events on the round trips of a COPY are worth while.
constexpr std::size_t copyFrom = 50;

store::Json jsonOf(const std::map<QString, QString> &dimensions) {
  store::Json document = store::Json::object();
  for (const auto &[name, value] : dimensions)
    document[name.toStdString()] = value.toStdString();
  return document;
}

/// One array per column of usage_totals_add.
struct TotalColumns {
  std::vector<OrganizationId> organizations;
  std::vector<QString> metrics;
  std::vector<Instant> parts, lasts;
  std::vector<std::int64_t> quantities, events;

  explicit TotalColumns(const std::vector<Total> &totals) {
    for (const auto &total : totals) {
      organizations.push_back(total.organization);
      metrics.push_back(total.metric->id);
      parts.push_back(total.part);
      quantities.push_back(total.quantity);
      events.push_back(total.events);
      lasts.push_back(total.lastOccurredAt);
    }
  }
};

/// The parts among those of the totals that are not the whole of their period.
struct SplitColumns {
  std::vector<OrganizationId> organizations;
  std::vector<Instant> parts, periods;

  SplitColumns(const std::vector<Total> &totals, const PartBook &book) {
    for (const auto &total : totals) {
      const bool isAgain = !parts.empty() && parts.back() == total.part &&
                           organizations.back() == total.organization;
      const Part *part = isAgain ? nullptr : book.beginningAt(total.organization, total.part);
      if (part && book.isSplit(*part) && !holds(*part))
        add(*part);
    }
  }

private:
  // The totals of one organization stand together, by metric and part.
  bool holds(const Part &part) const {
    for (auto i = organizations.size(); i > 0 && organizations[i - 1] == part.organization; --i)
      if (parts[i - 1] == part.from)
        return true;
    return false;
  }
  void add(const Part &part) {
    organizations.push_back(part.organization);
    parts.push_back(part.from);
    periods.push_back(part.periodFrom);
  }
};

std::map<QString, const business::Metric *> metricsOf(const std::vector<Total> &totals) {
  std::map<QString, const business::Metric *> metrics;
  const business::Metric *last = nullptr;
  for (const auto &total : totals)
    if (std::exchange(last, total.metric) != total.metric)
      metrics.emplace(total.metric->id, total.metric);
  return metrics;
}

/// Without a tree before it: a batch has thousands.
std::string_view textOf(const std::map<QString, QString> &dimensions, JsonText &text) {
  text.begin();
  text.beginObject();
  for (const auto &[name, value] : dimensions)
    text.member(name.toStdString(), QStringView(value));
  text.endObject();
  return text.text();
}

} // namespace

Result<std::vector<Part>> UsageRepository::parts(const std::vector<OrganizationId> &organizations,
                                                 Instant since) {
  TENANTRY_TRY(rows, m_session.database.query(
                         "usage_parts", {{"organizations", organizations}, {"since", since}}));
  std::vector<Part> parts;
  parts.reserve(static_cast<std::size_t>(rows.size()));
  for (const auto row : rows)
    parts.push_back({row.get<OrganizationId>(0), row.get<Instant>(1), row.get<Instant>(2),
                     row.get<Instant>(3), row.get<SubscriptionId>(4)});
  return parts;
}

Result<> UsageRepository::requireOrganizations(const std::vector<OrganizationId> &organizations) {
  TENANTRY_TRY(rows, m_session.database.query("usage_known_organizations",
                                              {{"organizations", organizations}}));
  std::vector<OrganizationId> known;
  for (const auto row : rows)
    known.push_back(row.get<OrganizationId>(0));
  for (const auto &organization : organizations)
    if (std::find(known.begin(), known.end(), organization) == known.end())
      return fail(
          u"organization.not_found"_s,
          u"There is no organization %1; usage can only be counted for one that exists."_s.arg(
              organization.toString()));
  return {};
}

Result<std::vector<Corrected>>
UsageRepository::corrected(const std::vector<OrganizationId> &organizations,
                           const std::vector<QString> &keys) {
  TENANTRY_TRY(rows, m_session.database.query("usage_corrected",
                                              {{"organizations", organizations}, {"keys", keys}}));
  std::vector<Corrected> found;
  for (const auto row : rows)
    found.push_back({row.get<OrganizationId>(0), row.get<QString>(1), row.get<QString>(2),
                     row.get<std::int64_t>(3), row.get<Instant>(4), row.get<bool>(5)});
  return found;
}

Result<std::set<std::pair<OrganizationId, QString>>>
UsageRepository::stored(const std::vector<OrganizationId> &organizations,
                        const std::vector<QString> &keys) {
  TENANTRY_TRY(rows, m_session.database.query("usage_events_stored",
                                              {{"organizations", organizations}, {"keys", keys}}));
  std::set<std::pair<OrganizationId, QString>> found;
  for (const auto row : rows)
    found.emplace(row.get<OrganizationId>(0), row.get<QString>(1));
  return found;
}

// Repeats are rare: a batch goes straight into the table, and only one that meets a key again is
// taken back and written row by row.
Result<> UsageRepository::insert(std::vector<PlannedEvent> &sorted) {
  if (sorted.size() < copyFrom)
    return insertNew(sorted);
  auto copied = m_session.database.transaction([&] { return copyIn(sorted); });
  if (copied || copied.error().code != u"store.duplicate")
    return copied;
  return insertNew(sorted);
}

Result<> UsageRepository::copyIn(const std::vector<PlannedEvent> &sorted) {
  const Instant now = m_session.clock.now();
  store::CopyWriter copy(m_session.database, "usage_event",
                         "organization_id, key, metric, quantity, occurred_at, recorded_at, "
                         "part_from, dimensions, corrects");
  JsonText text;
  for (const auto &planned : sorted) {
    const UsageEvent &event = *planned.event;
    copy.beginRow(9);
    copy.put(event.organization);
    copy.put(event.key);
    copy.put(event.metric);
    copy.put(event.quantity);
    copy.put(event.occurredAt);
    copy.put(now);
    copy.put(planned.part);
    if (event.dimensions.empty())
      copy.putNull();
    else
      copy.putJson(textOf(event.dimensions, text));
    if (event.corrects.isEmpty())
      copy.putNull();
    else
      copy.put(event.corrects);
  }
  TENANTRY_CHECK(copy.finish());
  return {};
}

Result<> UsageRepository::insertNew(std::vector<PlannedEvent> &sorted) {
  std::vector<OrganizationId> organizations;
  std::vector<QString> keys, metrics;
  std::vector<std::int64_t> quantities;
  std::vector<Instant> occurred, parts;
  std::vector<std::optional<store::Json>> dimensions;
  std::vector<std::optional<QString>> corrects;
  for (const auto &planned : sorted) {
    const UsageEvent &event = *planned.event;
    organizations.push_back(event.organization);
    keys.push_back(event.key);
    metrics.push_back(event.metric);
    quantities.push_back(event.quantity);
    occurred.push_back(event.occurredAt);
    parts.push_back(planned.part);
    dimensions.push_back(event.dimensions.empty() ? std::nullopt
                                                  : std::optional(jsonOf(event.dimensions)));
    corrects.push_back(event.corrects.isEmpty() ? std::nullopt : std::optional(event.corrects));
  }
  TENANTRY_TRY(rows,
               m_session.database.query("usage_events_insert", {{"organizations", organizations},
                                                                {"keys", keys},
                                                                {"metrics", metrics},
                                                                {"quantities", quantities},
                                                                {"occurred", occurred},
                                                                {"parts", parts},
                                                                {"dimensions", dimensions},
                                                                {"corrects", corrects},
                                                                {"now", m_session.clock.now()}}));
  for (const auto row : rows)
    sorted.at(static_cast<std::size_t>(row.get<std::int64_t>(0)) - 1).repeated = true;
  return {};
}

// A look at the batch's own parts leaves few: those that are over, and corrections of what happened
// before any of them, which the statement looks up.
Result<> UsageRepository::noteLate(const std::vector<PlannedEvent> &sorted, const PartBook &parts) {
  std::vector<OrganizationId> organizations;
  std::vector<QString> keys, metrics;
  std::vector<std::int64_t> quantities;
  std::vector<Instant> occurred, starts;
  const Instant now = m_session.clock.now();
  for (const auto &planned : sorted) {
    if (planned.repeated || planned.part == noPart)
      continue;
    const UsageEvent &event = *planned.event;
    const Part *part = parts.beginningAt(event.organization, planned.part);
    if (part && part->to > now)
      continue;
    organizations.push_back(event.organization);
    keys.push_back(event.key);
    metrics.push_back(event.metric);
    quantities.push_back(event.quantity);
    occurred.push_back(event.occurredAt);
    starts.push_back(planned.part);
  }
  if (keys.empty())
    return {};
  TENANTRY_CHECK(m_session.database.execute("usage_late_insert", {{"organizations", organizations},
                                                                  {"keys", keys},
                                                                  {"metrics", metrics},
                                                                  {"quantities", quantities},
                                                                  {"occurred", occurred},
                                                                  {"parts", starts},
                                                                  {"now", now}}));
  return {};
}

Result<std::vector<Reached>> UsageRepository::add(BatchTotals &totals, const PartBook &parts) {
  std::vector<Reached> reached;
  TENANTRY_CHECK(addValues(totals));
  TENANTRY_CHECK(addTotals(Aggregation::Sum, totals.additive, parts, reached));
  TENANTRY_CHECK(addTotals(Aggregation::Max, totals.maximum, parts, reached));
  TENANTRY_CHECK(addTotals(Aggregation::Last, totals.last, parts, reached));
  for (const auto &total : totals.recounted)
    TENANTRY_CHECK(countAgain(total));
  return reached;
}

Result<> UsageRepository::addValues(BatchTotals &totals) {
  if (totals.values.empty())
    return {};
  std::vector<OrganizationId> organizations;
  std::vector<QString> metrics, values;
  std::vector<Instant> parts;
  for (const auto &seen : totals.values) {
    organizations.push_back(seen.organization);
    metrics.push_back(seen.metric->id);
    parts.push_back(seen.part);
    values.push_back(seen.value);
  }
  TENANTRY_TRY(rows, m_session.database.query("usage_values_add", {{"organizations", organizations},
                                                                   {"metrics", metrics},
                                                                   {"parts", parts},
                                                                   {"values", values}}));
  std::map<std::tuple<OrganizationId, QString, Instant>, std::int64_t> counts;
  for (const auto row : rows)
    counts[row.as<OrganizationId, QString, Instant>()] = row.get<std::int64_t>(3);
  for (auto &total : totals.additive)
    if (total.metric->aggregation == Aggregation::Unique)
      total.quantity = counts[{total.organization, total.metric->id, total.part}];
  return {};
}

Result<> UsageRepository::addTotals(Aggregation aggregation, const std::vector<Total> &totals,
                                    const PartBook &parts, std::vector<Reached> &reached) {
  if (totals.empty())
    return {};
  const TotalColumns columns(totals);
  const SplitColumns split(totals, parts);
  const auto metrics = metricsOf(totals);
  MeasureColumns measures;
  for (const auto &[id, metric] : metrics)
    measures.add(*metric);
  TENANTRY_TRY(rows, m_session.database.query("usage_totals_add",
                                              {{"organizations", columns.organizations},
                                               {"metrics", columns.metrics},
                                               {"parts", columns.parts},
                                               {"quantities", columns.quantities},
                                               {"events", columns.events},
                                               {"lasts", columns.lasts},
                                               {"now", m_session.clock.now()},
                                               {"aggregation", nameOf(aggregation)},
                                               {"limit_metrics", measures.metrics},
                                               {"scales", measures.scales},
                                               {"mosts", measures.mosts},
                                               {"split_organizations", split.organizations},
                                               {"split_parts", split.parts},
                                               {"split_periods", split.periods}}));
  for (const auto row : rows) {
    const auto organization = row.get<OrganizationId>(0);
    const Part *part = parts.beginningAt(organization, row.get<Instant>(2));
    if (part)
      reached.push_back({organization, metrics.at(row.get<QString>(1)), part->periodFrom,
                         row.get<std::int64_t>(3), row.get<std::int64_t>(4)});
  }
  return {};
}

Result<> UsageRepository::countAgain(const Total &total) {
  auto &database = m_session.database;
  const QString &metric = total.metric->id;
  // The lock comes first, so that the count sees what it has waited for.
  TENANTRY_CHECK(database.query(
      "usage_total_lock",
      {{"organization", total.organization}, {"metric", metric}, {"part", total.part}}));
  TENANTRY_CHECK(database.execute("usage_total_add_events", {{"organization", total.organization},
                                                             {"metric", metric},
                                                             {"part", total.part},
                                                             {"events", total.events}}));
  if (total.metric->aggregation == Aggregation::Unique)
    TENANTRY_CHECK(database.execute("usage_values_forget", {{"organization", total.organization},
                                                            {"metric", metric},
                                                            {"part", total.part},
                                                            {"dimension", total.metric->of}}));
  TENANTRY_TRY(differences,
               recount(m_session, {{metric, *total.metric}}, total.organization, total.part));
  for (const auto &difference : differences)
    TENANTRY_CHECK(database.execute("usage_total_set", {{"organization", total.organization},
                                                        {"metric", metric},
                                                        {"part", total.part},
                                                        {"quantity", difference.counted}}));
  return {};
}

Result<std::vector<Quota>>
UsageRepository::standing(const OrganizationId &organization, Instant period,
                          const std::map<QString, business::Metric> &metrics) {
  const auto measures = MeasureColumns::of(metrics);
  TENANTRY_TRY(rows,
               m_session.database.query("usage_standing", {{"organization", organization},
                                                           {"period", period},
                                                           {"metrics", measures.metrics},
                                                           {"aggregations", measures.aggregations},
                                                           {"scales", measures.scales},
                                                           {"mosts", measures.mosts},
                                                           {"now", m_session.clock.now()}}));
  std::vector<Quota> quotas;
  for (const auto row : rows)
    quotas.push_back({row.get<QString>(0), row.get<std::int64_t>(3),
                      row.get<std::optional<std::int64_t>>(1), row.get<bool>(2),
                      row.get<std::int64_t>(4)});
  return quotas;
}

} // namespace tenantry::usage
