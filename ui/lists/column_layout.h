// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QList>
#include <QString>

namespace tenantry::ui {

/// A column of a list as somebody wants it.
struct ColumnChoice {
  QString key;   ///< PagedListModel::columnKeys
  int width = 0; ///< 0: as the list has it, or what the others leave
  bool isShown = true;
  bool operator==(const ColumnChoice &) const = default;
};

/// All columns of a list, in their order; empty: as the list has them.
using ColumnLayout = QList<ColumnChoice>;

/// "name:0 plan:120 status:-80": a minus means that it is not shown. What cannot be understood is
/// as if it were not there.
[[nodiscard]] QString toText(const ColumnLayout &layout);
[[nodiscard]] ColumnLayout layoutOf(const QString &text);

} // namespace tenantry::ui
