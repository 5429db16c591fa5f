// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <QStringView>
#include <chrono>

#include "services/core/result.h"

namespace tenantry {

/// A point in time, UTC, microseconds: exactly what PostgreSQL's timestamptz holds.
using Instant = std::chrono::sys_time<std::chrono::microseconds>;

/// A calendar day in the time zone of an organization (or of the business), never a point in time.
using LocalDay = std::chrono::local_days;

/// Where every "now" of the product comes from, so that scenarios can move time.
class Clock {
public:
  virtual ~Clock() = default;
  [[nodiscard]] virtual Instant now() const = 0;
};

class SystemClock final : public Clock {
public:
  [[nodiscard]] Instant now() const override;
};

/// Stands still until it is set; scenarios and tests.
class VirtualClock final : public Clock {
public:
  explicit VirtualClock(Instant start) : m_now(start) {}
  [[nodiscard]] Instant now() const override { return m_now; }
  void set(Instant now) { m_now = now; }

private:
  Instant m_now;
};

[[nodiscard]] QString
toIso(Instant instant); ///< 2026-01-31T09:00:00Z, with fraction only where there is one
[[nodiscard]] QString toIso(LocalDay day); ///< 2026-01-31
[[nodiscard]] Result<Instant>
parseInstant(QStringView iso); ///< RFC 3339; an offset is needed; error `time.invalid`
[[nodiscard]] Result<LocalDay> parseDay(QStringView iso); ///< YYYY-MM-DD; error `date.invalid`

} // namespace tenantry
