// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/bulk/bulk_act.h"
#include "models/bulk/bulk_target.h"
#include "services/core/clock.h"
#include <QKeySequence>
#include <QLocale>
#include <algorithm>

namespace tenantry::ui {

/// What somebody says who confirms.
struct BulkAnswer {
  QString reason{};
  std::optional<LocalDay> day{};
  QString way{}; ///< the key of one
  std::optional<models::BulkAmount> amount{};
};

/// One of the ways in which an act is done.
struct BulkWay {
  QString key; ///< never changes
  QString name;
  QString consequence;
  std::function<QString(qint64 rows)> done{};
  bool isFinal = false;
  std::function<bool()> exists{}; ///< now; none: always
};

/// An action that a list offers for the rows that are selected.
struct BulkOffer {
  QString name; ///< "Suspend…"
  QString iconName;
  QKeySequence keys{};
  /// In a list beside another that may have the same; none: with Alt instead of Shift.
  QKeySequence keysBeside{};
  QString blocked{}; ///< why it is not for this login; empty: it is
  std::function<models::BulkAct(const QString &reason)> act{};
  std::function<QString(qint64 rows)> question{}; ///< "Suspend 12 organizations"
  std::function<QString(qint64 rows)> done{};     ///< "12 organizations suspended"
  QString consequence{};                          ///< what it means for them
  bool needsReason = false;
  QString draft{};      ///< as what is kept what was typed until it is done: "suspend"
  bool isFinal = false; ///< it cannot be undone: a deliberate act confirms it
  /// Instead of `act`, where a day is asked for: what it is called, and which is proposed now.
  std::function<models::BulkAct(const QString &reason, LocalDay day)> actWithDay{};
  QString dayName{};
  std::function<LocalDay()> proposedDay{};
  /// Instead of `act`, `done`, `consequence` and `isFinal`, where it is done in one of several
  /// ways: what they are about, the first is proposed.
  std::function<models::BulkAct(const BulkAnswer &answer)> actInWay{};
  QString wayName{};
  QList<BulkWay> ways{};
  /// Where of one row an amount has to be said: what it is called, and why it is asked for and
  /// where it is found.
  QString amountName{};
  std::function<QString(const models::BulkAsked &asked, const QLocale &locale)> whyAmount{};
  QString amounts{}; ///< what the amounts of the preview are, with %1: "At stake: %1."
  /// What of a row it is done to; none: to the row itself.
  models::BulkTarget::Subject subject = nullptr;

  [[nodiscard]] BulkWay way(const QString &key) const {
    for (const auto &one : ways)
      if (one.key == key)
        return one;
    return {{}, {}, consequence, done, isFinal};
  }
  [[nodiscard]] bool mayBeFinal() const {
    return isFinal ||
           std::any_of(ways.begin(), ways.end(), [](const BulkWay &one) { return one.isFinal; });
  }
  [[nodiscard]] models::BulkAct made(const BulkAnswer &answer) const {
    if (actInWay)
      return actInWay(answer);
    return actWithDay ? actWithDay(answer.reason, answer.day.value_or(LocalDay{}))
                      : act(answer.reason);
  }
};

} // namespace tenantry::ui
