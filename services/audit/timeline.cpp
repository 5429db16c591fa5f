// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/audit/timeline.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace tenantry::audit {

namespace {

constexpr auto beyondAll = std::numeric_limits<std::int64_t>::max();

/// What says nothing to people: whose row it is, how often it was written, copies made for
/// look-ups, and what is as good as a secret.
bool isShown(std::string_view field) {
  static constexpr std::string_view hidden[] = {
      "organization_id", "revision",        "updated_at",     "name_normalized",
      "digest",          "idempotency_key", "search_text",    "email_normalized",
      "period_from_at",  "period_to_at",    "anchor_time_us", "trial_end_at",
      "due_at",          "inquiries",       "invoice_index",  "anchor_index"};
  return std::find(std::begin(hidden), std::end(hidden), field) == std::end(hidden);
}

std::vector<FieldChange> differences(const nlohmann::json &before, const nlohmann::json &after) {
  std::vector<FieldChange> changes;
  const auto &named = after.is_object() ? after : before;
  for (const auto &[field, value] : named.items()) {
    const auto of = [&field](const nlohmann::json &row) {
      const auto found = row.is_object() ? row.value(field, nlohmann::json()) : nlohmann::json();
      return found == "" ? nlohmann::json() : found; // what is empty was not said
    };
    if (auto was = of(before), is = of(after); was != is && isShown(field))
      changes.push_back({QString::fromStdString(field), std::move(was), std::move(is)});
  }
  // What people ask for first.
  std::stable_partition(changes.begin(), changes.end(),
                        [](const FieldChange &change) { return change.field == u"status"; });
  return changes;
}

QString currencyOf(const nlohmann::json &row) {
  const auto found = row.is_object() ? row.find("currency") : row.end();
  return row.is_object() && found != row.end() && found->is_string()
             ? QString::fromStdString(found->get<std::string>())
             : QString();
}

bool wantsEvents(TimelineScope::What what) { return what != TimelineScope::What::Changes; }
bool wantsChanges(TimelineScope::What what) {
  return what == TimelineScope::What::All || what == TimelineScope::What::Changes;
}

} // namespace

QString TimelineId::toString() const {
  return (kind == Kind::Event ? u"event/%1"_s : u"change/%1"_s).arg(number);
}

QString Timeline::invoice() const {
  return m_scope.invoice ? m_scope.invoice->toString() : QString();
}

Result<bool> Timeline::maySeeChanges() {
  TENANTRY_TRY(rows, m_session.database.query("timeline_sees_changes", {}));
  return rows[0].get<bool>(0);
}

Result<std::vector<TimelineRow>> Timeline::events(std::int64_t below, int count) {
  TENANTRY_TRY(rows, m_session.database.query(
                         "timeline_events", {{"organization", m_scope.organization},
                                             {"invoice", invoice()},
                                             {"money", m_scope.what == TimelineScope::What::Money},
                                             {"below", below},
                                             {"count", count}}));
  std::vector<TimelineRow> read;
  for (const auto row : rows) {
    TimelineRow event;
    std::tie(event.id.number, event.type, event.at, event.actor, event.payload) =
        row.as<std::int64_t, QString, Instant, QString, nlohmann::json>();
    read.push_back(std::move(event));
  }
  return read;
}

Result<std::vector<TimelineRow>> Timeline::changes(std::int64_t below, int count) {
  TENANTRY_TRY(rows,
               m_session.database.query("timeline_changes", {{"organization", m_scope.organization},
                                                             {"invoice", invoice()},
                                                             {"below", below},
                                                             {"count", count}}));
  std::vector<TimelineRow> read;
  for (const auto row : rows) {
    TimelineRow change;
    change.id.kind = TimelineId::Kind::Change;
    std::tie(change.id.number, change.type, change.operation, change.at, change.actor,
             change.source) = row.as<std::int64_t, QString, QString, Instant, QString, QString>();
    const auto before = row.get<std::optional<nlohmann::json>>(6).value_or(nlohmann::json());
    const auto after = row.get<std::optional<nlohmann::json>>(7).value_or(nlohmann::json());
    change.changes = differences(before, after);
    change.currency = currencyOf(after.is_object() ? after : before);
    read.push_back(std::move(change));
  }
  return read;
}

Result<TimelinePage> Timeline::page(int pageSize, const std::optional<TimelineCursor> &after) {
  if (pageSize < 1 || pageSize > mostRows)
    return fail(u"list.page_size"_s, u"A page has 1 to %1 rows."_s.arg(mostRows));
  TimelinePage page;
  auto last = after.value_or(TimelineCursor{beyondAll, beyondAll});
  std::vector<TimelineRow> happened, written;
  // One more of each tells whether there is a next page.
  if (wantsEvents(m_scope.what)) {
    TENANTRY_TRY(read, events(last.event, pageSize + 1));
    happened = std::move(read);
  }
  if (wantsChanges(m_scope.what)) {
    TENANTRY_TRY(may, maySeeChanges());
    page.showsChanges = may;
    if (may) {
      TENANTRY_TRY(read, changes(last.change, pageSize + 1));
      written = std::move(read);
    }
  }
  auto event = happened.begin(), change = written.begin();
  while (int(page.rows.size()) < pageSize && (event != happened.end() || change != written.end())) {
    const bool isEvent =
        change == written.end() || (event != happened.end() && event->at >= change->at);
    auto &next = isEvent ? event : change;
    (isEvent ? last.event : last.change) = next->id.number;
    page.rows.push_back(std::move(*next++));
  }
  if (event != happened.end() || change != written.end())
    page.next = last;
  return page;
}

Result<std::int64_t> Timeline::count() {
  std::int64_t count = 0;
  if (wantsEvents(m_scope.what)) {
    TENANTRY_TRY(rows,
                 m_session.database.query("timeline_events_counted",
                                          {{"organization", m_scope.organization},
                                           {"invoice", invoice()},
                                           {"money", m_scope.what == TimelineScope::What::Money},
                                           {"most", countLimit + 1}}));
    count += rows[0].get<std::int64_t>(0);
  }
  if (wantsChanges(m_scope.what)) {
    TENANTRY_TRY(may, maySeeChanges());
    if (!may)
      return count;
    TENANTRY_TRY(rows, m_session.database.query("timeline_changes_counted",
                                                {{"organization", m_scope.organization},
                                                 {"invoice", invoice()},
                                                 {"most", countLimit + 1}}));
    count += rows[0].get<std::int64_t>(0);
  }
  return std::min(count, countLimit + 1);
}

} // namespace tenantry::audit
