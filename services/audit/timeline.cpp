// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/audit/timeline.h"

#include "services/core/greatest_id.h"

#include <algorithm>
#include <array>
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

using Kind = TimelineId::Kind;
using What = TimelineScope::What;

constexpr std::array kinds{Kind::Event, Kind::Mail, Kind::Change};

bool wants(What what, Kind kind) {
  switch (what) {
  case What::All:
    return true;
  case What::Events:
  case What::Money:
    return kind == Kind::Event;
  case What::Mails:
    return kind == Kind::Mail;
  case What::Changes:
    break;
  }
  return kind == Kind::Change;
}

void goOn(TimelineCursor &cursor, const TimelineId &last) {
  switch (last.kind) {
  case Kind::Event:
    cursor.event = last.number;
    return;
  case Kind::Mail:
    cursor.mail = last.mail;
    return;
  case Kind::Change:
    cursor.change = last.number;
    return;
  }
}

/// What is left of one kind, the latest first.
struct Stream {
  std::vector<TimelineRow> rows;
  std::size_t next = 0;
  [[nodiscard]] const TimelineRow *head() const {
    return next < rows.size() ? &rows[next] : nullptr;
  }
};

bool isEarlier(const Stream &one, const Stream &other) {
  const auto *a = one.head(), *b = other.head();
  return a && b ? a->at < b->at : !a && b;
}

} // namespace

QString TimelineId::toString() const {
  switch (kind) {
  case Kind::Event:
    return u"event/%1"_s.arg(number);
  case Kind::Mail:
    return u"mail/%1"_s.arg(mail.toString());
  case Kind::Change:
    break;
  }
  return u"change/%1"_s.arg(number);
}

QString Timeline::invoice() const {
  return m_scope.invoice ? m_scope.invoice->toString() : QString();
}

Result<std::vector<Kind>> Timeline::shown() {
  TENANTRY_TRY(rows, m_session.database.query("timeline_may_see", {}));
  const bool seesMails = rows[0].get<bool>(0), seesChanges = rows[0].get<bool>(1);
  std::vector<Kind> shown;
  for (const auto kind : kinds)
    if (wants(m_scope.what, kind) && (kind != Kind::Mail || seesMails) &&
        (kind != Kind::Change || seesChanges))
      shown.push_back(kind);
  return shown;
}

Timeline::Rows Timeline::read(Kind kind, const TimelineCursor &below, int count) {
  switch (kind) {
  case Kind::Event:
    return events(below.event, count);
  case Kind::Mail:
    return mails(below.mail, count);
  case Kind::Change:
    break;
  }
  return changes(below.change, count);
}

Timeline::Rows Timeline::events(std::int64_t below, int count) {
  TENANTRY_TRY(rows,
               m_session.database.query("timeline_events", {{"organization", m_scope.organization},
                                                            {"invoice", invoice()},
                                                            {"money", m_scope.what == What::Money},
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

Timeline::Rows Timeline::mails(const automation::MailId &below, int count) {
  TENANTRY_TRY(rows,
               m_session.database.query("timeline_mails", {{"organization", m_scope.organization},
                                                           {"invoice", invoice()},
                                                           {"below", below},
                                                           {"count", count}}));
  std::vector<TimelineRow> read;
  for (const auto row : rows) {
    TimelineRow mail;
    mail.id = {Kind::Mail, 0, row.get<automation::MailId>(0)};
    mail.type = row.get<QString>(1);
    mail.at = row.get<Instant>(2);
    mail.payload = row.get<nlohmann::json>(3);
    read.push_back(std::move(mail));
  }
  return read;
}

Timeline::Rows Timeline::changes(std::int64_t below, int count) {
  TENANTRY_TRY(rows,
               m_session.database.query("timeline_changes", {{"organization", m_scope.organization},
                                                             {"invoice", invoice()},
                                                             {"below", below},
                                                             {"count", count}}));
  std::vector<TimelineRow> read;
  for (const auto row : rows) {
    TimelineRow change;
    change.id.kind = Kind::Change;
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
  auto last = after.value_or(TimelineCursor{beyondAll, automation::MailId(greatestId), beyondAll});
  TENANTRY_TRY(kindsShown, shown());
  page.showsChanges =
      !wants(m_scope.what, Kind::Change) ||
      std::find(kindsShown.begin(), kindsShown.end(), Kind::Change) != kindsShown.end();
  std::array<Stream, kinds.size()> streams; // one that is not shown stays empty
  for (std::size_t i = 0; i < kindsShown.size(); ++i) {
    // One more of each tells whether there is a next page.
    TENANTRY_TRY(rows, read(kindsShown[i], last, pageSize + 1));
    streams[i].rows = std::move(rows);
  }
  const auto latest = [&streams]() -> Stream & {
    return *std::max_element(streams.begin(), streams.end(), isEarlier);
  };
  while (int(page.rows.size()) < pageSize && latest().head()) {
    auto &stream = latest();
    goOn(last, stream.head()->id);
    page.rows.push_back(std::move(stream.rows[stream.next++]));
  }
  if (latest().head())
    page.next = last;
  return page;
}

Result<std::int64_t> Timeline::count(Kind kind) {
  const auto counted = [&]() {
    if (kind == Kind::Event)
      return m_session.database.query("timeline_events_counted",
                                      {{"organization", m_scope.organization},
                                       {"invoice", invoice()},
                                       {"money", m_scope.what == What::Money},
                                       {"most", countLimit + 1}});
    return m_session.database.query(
        kind == Kind::Mail ? "timeline_mails_counted" : "timeline_changes_counted",
        {{"organization", m_scope.organization}, {"invoice", invoice()}, {"most", countLimit + 1}});
  };
  TENANTRY_TRY(rows, counted());
  return rows[0].get<std::int64_t>(0);
}

Result<std::int64_t> Timeline::count() {
  std::int64_t all = 0;
  TENANTRY_TRY(kindsShown, shown());
  for (const auto kind : kindsShown) {
    TENANTRY_TRY(some, count(kind));
    all += some;
  }
  return std::min(all, countLimit + 1);
}

} // namespace tenantry::audit
