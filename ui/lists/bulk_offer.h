// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/bulk/bulk_act.h"
#include <QKeySequence>

namespace tenantry::ui {

/// An action that a list offers for the rows that are selected.
struct BulkOffer {
  QString name; ///< "Suspend…"
  QString iconName;
  QKeySequence keys{};
  QString blocked{}; ///< why it is not for this login; empty: it is
  std::function<models::BulkAct(const QString &reason)> act;
  std::function<QString(qint64 rows)> question; ///< "Suspend 12 organizations"
  std::function<QString(qint64 rows)> done;     ///< "12 organizations suspended"
  QString consequence;                          ///< what it means for them
  bool needsReason = false;
  bool isFinal = false; ///< it cannot be undone: a deliberate act confirms it
};

} // namespace tenantry::ui
