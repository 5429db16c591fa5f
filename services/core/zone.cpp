// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/zone.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QTimeZone>
#include <algorithm>
#include <mutex>
#include <optional>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono;

namespace tenantry {
namespace {

using Wall = local_time<microseconds>;

/// From this instant on the zone stands so many seconds east of UTC.
struct Transition {
  Instant at;
  seconds offset;
};

/// Every offset lies within 16 h of UTC, so a wall time is at most that far from the same figures
/// read as UTC.
constexpr hours kFarthestOffset{16};

constexpr auto kTableFrom = sys_days{year{1900} / 1 / 1};
constexpr auto kTableTo = sys_days{year{2100} / 1 / 1};

QDateTime toQt(sys_days day) {
  return QDateTime::fromSecsSinceEpoch(seconds{day.time_since_epoch()}.count(), Qt::UTC);
}

/// All changes of the offset from 1900 to 2100; the first entry stands for all time before, the
/// last one for all after.
std::vector<Transition> readTransitions(const QTimeZone &zone) {
  std::vector<Transition> table{{Instant::min(), seconds{zone.offsetFromUtc(toQt(kTableFrom))}}};
  // `QTimeZone::transitions` leaves out what follows from the rule at the end of a zone's file
  // (after 2037).
  auto change = zone.nextTransition(toQt(kTableFrom));
  while (change.atUtc.isValid() && change.atUtc < toQt(kTableTo)) {
    if (const seconds offset{change.offsetFromUtc}; offset != table.back().offset)
      table.push_back({Instant(seconds{change.atUtc.toSecsSinceEpoch()}), offset});
    // One second on: asked from the last listed change itself it does not go over to the rule.
    change = zone.nextTransition(change.atUtc.addSecs(1));
  }
  return table;
}

/// Names of the IANA database only: what Qt also takes (POSIX rules, "UTC+01:00", the system's own
/// zone) means other things elsewhere: PostgreSQL reads the sign of UTC+01:00 the other way round.
bool isIanaName(const QString &id) {
  static const QSet<QByteArray> listed = [] {
    const auto ids = QTimeZone::availableTimeZoneIds();
    return QSet<QByteArray>(ids.begin(), ids.end());
  }();
  static const QRegularExpression area(u"^(?!posix/|right/)[A-Za-z_]+(/[A-Za-z0-9_+-]+){1,2}$"_s);
  if (id.startsWith(u"UTC+") || id.startsWith(u"UTC-"))
    return false;
  return listed.contains(id.toUtf8()) || area.match(id).hasMatch();
}

} // namespace

struct Zone::Data {
  QString id;
  std::vector<Transition> transitions;

  explicit Data(const QTimeZone &zone)
      : id(QString::fromUtf8(zone.id())), transitions(readTransitions(zone)) {}

  /// The entry that holds at the instant.
  auto entryAt(Instant instant) const {
    const auto next =
        std::upper_bound(transitions.begin(), transitions.end(), instant,
                         [](Instant value, const Transition &entry) { return value < entry.at; });
    return next - 1;
  }

  struct Resolved {
    Instant instant; ///< the earliest with this wall time; in a gap, by the offset from before it
    std::optional<Instant> gapEnd; ///< the first instant after the gap that swallowed the wall time
  };

  /// Tries each offset that holds near the wall time; `QDateTime` takes the later of two and fails
  /// in a gap.
  Resolved resolve(Wall wall) const {
    const Instant naive(wall.time_since_epoch());
    std::optional<Resolved> gap;
    for (auto entry = entryAt(naive - kFarthestOffset); entry != transitions.end(); ++entry) {
      if (entry->at > naive + kFarthestOffset)
        break;
      const Instant candidate = naive - entry->offset;
      const auto next = entry + 1;
      const bool isBeforeNext = next == transitions.end() || candidate < next->at;
      if (candidate >= entry->at && isBeforeNext)
        return {candidate, std::nullopt};
      if (!gap && !isBeforeNext && naive - next->offset < next->at)
        gap = Resolved{candidate, next->at};
    }
    if (!gap)
      throw ProgrammingError("Zone: a wall time is neither in the zone nor in a gap");
    return *gap;
  }

  static std::shared_ptr<const Data> load(const QString &ianaId);
};

/// One table per zone and process; nullptr when there is no such zone.
std::shared_ptr<const Zone::Data> Zone::Data::load(const QString &ianaId) {
  static std::mutex mutex;
  static QHash<QString, std::shared_ptr<const Data>> cache;
  const std::scoped_lock lock(mutex);
  if (const auto known = cache.constFind(ianaId); known != cache.constEnd())
    return *known;
  if (!isIanaName(ianaId))
    return nullptr;
  const QTimeZone zone(ianaId.toUtf8());
  if (!zone.isValid())
    return nullptr;
  const auto data = std::make_shared<const Data>(zone);
  cache.insert(ianaId, data);
  return data;
}

Zone::Zone() {
  static const auto utc = std::make_shared<const Data>(QTimeZone::utc());
  m_data = utc;
}

Result<Zone> Zone::find(QStringView ianaId) {
  auto data = Data::load(ianaId.toString());
  if (!data)
    return fail(u"time_zone.unknown"_s,
                u"“%1” is not a time zone: give its IANA name, such as Europe/Berlin or UTC."_s.arg(
                    ianaId));
  Zone zone;
  zone.m_data = std::move(data);
  return zone;
}

QString Zone::id() const { return m_data->id; }

LocalDay Zone::dayOf(Instant instant) const {
  return LocalDay(floor<days>(instant + offsetAt(instant)).time_since_epoch());
}

Instant Zone::midnight(LocalDay day) const {
  const Data::Resolved resolved = m_data->resolve(Wall(day));
  return resolved.gapEnd.value_or(resolved.instant);
}

Instant Zone::at(LocalDay day, microseconds timeOfDay) const {
  return m_data->resolve(Wall(day) + timeOfDay).instant;
}

microseconds Zone::timeOfDay(Instant instant) const {
  const Instant wall = instant + offsetAt(instant);
  return wall - floor<days>(wall);
}

seconds Zone::offsetAt(Instant instant) const { return m_data->entryAt(instant)->offset; }

bool operator==(const Zone &a, const Zone &b) { return a.m_data == b.m_data || a.id() == b.id(); }

} // namespace tenantry
