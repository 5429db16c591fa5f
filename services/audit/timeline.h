// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/page.h"
#include "services/store/session.h"
#include <nlohmann/json.hpp>

/// All that happened to a record, in one list: events, and what the audit trail says of each row
/// that was written.
namespace tenantry::audit {

/// One field of a row before and after: null where there was none.
struct FieldChange {
  QString field; ///< the column
  nlohmann::json before;
  nlohmann::json after;
};

struct TimelineId {
  enum class Kind { Event, Change };
  Kind kind = Kind::Event;
  std::int64_t number = 0;                ///< the event's sequence, or the audit entry's id
  [[nodiscard]] QString toString() const; ///< "event/12", "change/345"
  bool operator==(const TimelineId &) const = default;
};

struct TimelineRow {
  TimelineId id;
  QString type;      ///< of the event (docs/events.md), or the table that was written
  QString operation; ///< of a change: "insert", "update", "delete"
  Instant at{};
  QString actor;
  QString source;                   ///< of a change: the program it came through
  nlohmann::json payload;           ///< of an event
  std::vector<FieldChange> changes; ///< what differs; of an insert or delete: what stood in it
  QString currency;                 ///< of the row that was written; empty: it has none

  [[nodiscard]] bool isEvent() const { return id.kind == TimelineId::Kind::Event; }
};

/// Whose timeline, and what of it.
struct TimelineScope {
  enum class What { All, Events, Money, Changes };
  OrganizationId organization;
  std::optional<InvoiceId> invoice; ///< only what concerns this one
  What what = What::All;
  bool operator==(const TimelineScope &) const = default;
};

/// The last of each kind before a page.
struct TimelineCursor {
  std::int64_t event = 0;
  std::int64_t change = 0;
  bool operator==(const TimelineCursor &) const = default;
};

struct TimelinePage : PageOf<TimelineRow, TimelineCursor> {
  bool showsChanges = true; ///< false: the audit trail is not for this role
};

/// Pages of a timeline, the latest first. Each kind is in the order in which it was written; the
/// two are merged by their instants.
class Timeline {
public:
  static constexpr int mostRows = 200;
  static constexpr std::int64_t countLimit = 10'000;

  Timeline(store::Session &session, TimelineScope scope) : m_session(session), m_scope(scope) {}

  /// Error `list.page_size` (1 to 200).
  [[nodiscard]] Result<TimelinePage> page(int pageSize,
                                          const std::optional<TimelineCursor> &after = {});
  /// At most countLimit + 1, which means “more than countLimit”.
  [[nodiscard]] Result<std::int64_t> count();

private:
  [[nodiscard]] QString invoice() const; ///< empty: of all
  [[nodiscard]] Result<bool> maySeeChanges();
  [[nodiscard]] Result<std::vector<TimelineRow>> events(std::int64_t below, int count);
  [[nodiscard]] Result<std::vector<TimelineRow>> changes(std::int64_t below, int count);

  store::Session &m_session;
  TimelineScope m_scope;
};

} // namespace tenantry::audit
