// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/clock.h"
#include "services/core/rational.h"
#include "services/importing/text_lines.h"
#include <QMap>
#include <functional>

namespace tenantry::importing {

/// One usage event, as a CloudEvents 1.0 object on a line of its own says it: `id`, `source` (the
/// organization's external id), `type` (the metric), `time`, `data.quantity`; everything else in
/// `data` is a dimension.
struct UsageLine {
  Place place; ///< where it stands; of one in a batch `field` says which it is
  QString
      id; ///< unique together with source (CloudEvents 1.0.2 §id); repeats are left to the caller
  QString source;
  QString metric;
  Instant time{};
  Rational quantity; ///< exact; negative for a correction
  QMap<QString, QString> dimensions;
};

/// What only the caller knows. Checks that are not set are skipped.
struct UsageChecks {
  std::function<bool(const QString &metric)> isKnownMetric;
  std::function<bool(const QString &source)> isKnownOrganization;
};

/// Streams the events of a JSON lines file in constant memory. An error concerns its line alone;
/// reading goes on with the line after it. Only `text.unreadable` ends the file.
class UsageLines {
public:
  /// The device is open for reading and outlives the reader; `file` is only named in errors.
  UsageLines(QIODevice &device, const QString &file, UsageChecks checks);

  /// The next event, or nothing at the end; empty lines are skipped. Codes: `json_invalid`,
  /// `specversion_unknown`, `id_missing`, `text_too_long`, `metric_unknown`,
  /// `organization_unknown`, `time_invalid`, `quantity_invalid`, `dimension_invalid`, and those of
  /// TextLines.
  [[nodiscard]] Result<std::optional<UsageLine>> next();
  /// Lines are read one by one: what is wrong with one leaves the next.
  [[nodiscard]] static constexpr bool isBroken() { return false; }

private:
  TextLines m_lines;
  UsageChecks m_checks;
};

/// One event alone, for those that arrive otherwise; `place` is where it begins. A line may be all
/// that is known of it.
[[nodiscard]] Result<UsageLine> parseUsageLine(QByteArrayView json, const UsageChecks &checks,
                                               const Place &place);

/// A member of an event that stands there: "data.quantity", in a batch "[3].data.quantity".
[[nodiscard]] Place memberAt(Place event, const QString &member);

} // namespace tenantry::importing
