// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/bulk/bulk_act.h"
#include "models/bulk/bulk_target.h"
#include "services/core/clock.h"
#include <QKeySequence>

namespace tenantry::ui {

/// What somebody says who confirms.
struct BulkAnswer {
  QString reason{};
  std::optional<LocalDay> day{};
};

/// An action that a list offers for the rows that are selected.
struct BulkOffer {
  QString name; ///< "Suspend…"
  QString iconName;
  QKeySequence keys{};
  QString blocked{}; ///< why it is not for this login; empty: it is
  std::function<models::BulkAct(const QString &reason)> act{};
  std::function<QString(qint64 rows)> question{}; ///< "Suspend 12 organizations"
  std::function<QString(qint64 rows)> done{};     ///< "12 organizations suspended"
  QString consequence{};                          ///< what it means for them
  bool needsReason = false;
  QString draft{};      ///< what a reason, and a day, are kept as until it is done: "suspend"
  bool isFinal = false; ///< it cannot be undone: a deliberate act confirms it
  /// Instead of `act`, where a day is asked for: what it is called, and which is proposed now.
  std::function<models::BulkAct(const QString &reason, LocalDay day)> actWithDay{};
  QString dayName{};
  std::function<LocalDay()> proposedDay{};
  /// What of a row it is done to; none: to the row itself.
  models::BulkTarget::Subject subject = nullptr;

  [[nodiscard]] models::BulkAct made(const BulkAnswer &answer) const {
    return actWithDay ? actWithDay(answer.reason, answer.day.value_or(LocalDay{}))
                      : act(answer.reason);
  }
};

} // namespace tenantry::ui
