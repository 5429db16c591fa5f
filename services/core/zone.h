// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/clock.h"
#include <memory>

namespace tenantry {

/// An IANA time zone. The only place where local days become instants and back. Cheap to copy,
/// thread-safe.
class Zone {
public:
  Zone();                                                     ///< UTC
  [[nodiscard]] static Result<Zone> find(QStringView ianaId); ///< error `time_zone.unknown`

  [[nodiscard]] QString id() const;
  [[nodiscard]] LocalDay dayOf(Instant instant) const;
  /// The instant at which the local day begins: a midnight that DST skips moves forward to the
  /// first instant after the gap, of two the earlier counts; a day that does not exist (Apia
  /// 2011-12-30) begins where the next one does.
  [[nodiscard]] Instant midnight(LocalDay day) const;
  /// A local wall time: in a gap with the offset from before it, in a fold the earlier instant.
  [[nodiscard]] Instant at(LocalDay day, std::chrono::microseconds timeOfDay) const;
  [[nodiscard]] std::chrono::microseconds timeOfDay(Instant instant) const;
  /// Seconds east of UTC at that instant.
  [[nodiscard]] std::chrono::seconds offsetAt(Instant instant) const;

  friend bool operator==(const Zone &a, const Zone &b);

private:
  struct Data;
  std::shared_ptr<const Data> m_data;
};

} // namespace tenantry
