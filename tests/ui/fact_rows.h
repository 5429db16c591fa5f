// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/widgets/fact_row.h"
#include <QWidget>
#include <algorithm>
#include <map>

namespace tenantry::tests {

/// Facts that stand further below the one above than rows of a card do: they keep their distance
/// themselves, 26 pixels each.
inline QStringList looseFacts(const QWidget &page) {
  constexpr int separator = 5, anotherPart = 12;
  std::map<const QWidget *, QList<const QWidget *>> columns;
  for (const auto *row : page.findChildren<QWidget *>())
    if (dynamic_cast<const ui::FactRow *>(row) && row->isVisible())
      columns[row->parentWidget()] += row;
  QStringList loose;
  for (auto &[column, rows] : columns) {
    std::sort(rows.begin(), rows.end(),
              [](const QWidget *a, const QWidget *b) { return a->y() < b->y(); });
    for (qsizetype i = 1; i < rows.size(); ++i) {
      const int apart = rows[i]->y() - rows[i - 1]->geometry().bottom() - 1;
      if (apart > separator && apart < anotherPart)
        loose += QStringLiteral("%1: %2").arg(rows[i]->accessibleName()).arg(apart);
    }
  }
  return loose;
}

} // namespace tenantry::tests
