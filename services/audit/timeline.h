// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/automation/values.h"
#include "services/core/page.h"
#include "services/store/session.h"
#include <nlohmann/json.hpp>

/// All that happened to a record, in one list: events, mails, and what the audit trail says of each
/// row that was written.
namespace tenantry::audit {

/// One field of a row before and after: null where there was none.
struct FieldChange {
  QString field; ///< the column
  nlohmann::json before;
  nlohmann::json after;
};

struct TimelineId {
  enum class Kind { Event, Mail, Change };
  Kind kind = Kind::Event;
  std::int64_t number = 0;                ///< the event's sequence, or the audit entry's id
  automation::MailId mail;                ///< of a mail
  [[nodiscard]] QString toString() const; ///< "event/12", "change/345", "mail/<id>"
  bool operator==(const TimelineId &) const = default;
};

struct TimelineRow {
  TimelineId id;
  QString type;      ///< of the event (docs/events.md), the mail's template, or the table written
  QString operation; ///< of a change: "insert", "update", "delete"
  Instant at{};      ///< a mail: when it was written
  QString actor;     ///< empty of a mail
  QString source;    ///< of a change: the program it came through
  /// Of an event; of a mail {subject, recipient, state, sent_at, last_error}.
  nlohmann::json payload;
  std::vector<FieldChange> changes; ///< what differs; of an insert or delete: what stood in it
  QString currency;                 ///< of the row that was written; empty: it has none

  [[nodiscard]] bool is(TimelineId::Kind kind) const { return id.kind == kind; }
};

/// Whose timeline, and what of it.
struct TimelineScope {
  enum class What { All, Events, Money, Mails, Changes };
  OrganizationId organization;
  std::optional<InvoiceId> invoice; ///< only what concerns this one
  What what = What::All;
  bool operator==(const TimelineScope &) const = default;
};

/// The last of each kind before a page.
struct TimelineCursor {
  std::int64_t event = 0;
  automation::MailId mail;
  std::int64_t change = 0;
  bool operator==(const TimelineCursor &) const = default;
};

struct TimelinePage : PageOf<TimelineRow, TimelineCursor> {
  bool showsChanges = true; ///< false: the audit trail is not for this role
};

/// Pages of a timeline, the latest first. Each kind is in the order in which it was written; they
/// are merged by their instants.
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
  using Rows = Result<std::vector<TimelineRow>>;
  [[nodiscard]] QString invoice() const; ///< empty: of all
  /// The kinds that are asked for, and for this role.
  [[nodiscard]] Result<std::vector<TimelineId::Kind>> shown();
  [[nodiscard]] Rows read(TimelineId::Kind kind, const TimelineCursor &below, int count);
  [[nodiscard]] Rows events(std::int64_t below, int count);
  [[nodiscard]] Rows mails(const automation::MailId &below, int count);
  [[nodiscard]] Rows changes(std::int64_t below, int count);
  [[nodiscard]] Result<std::int64_t> count(TimelineId::Kind kind);

  store::Session &m_session;
  TimelineScope m_scope;
};

} // namespace tenantry::audit
