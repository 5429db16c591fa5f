// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/theme/theme.h"
#include "ui/widgets/cell_roles.h"
#include <QLocale>
#include <QModelIndex>
#include <QRect>

class QPainter;

namespace tenantry::ui {

/// What CellDelegate hands down for one cell; lives while it is painted.
struct Cell {
  QPainter *painter;
  QRect rect; ///< inside the padding
  const Theme &theme;
  const QLocale &locale;
  const QPalette &palette;
  CellKind kind;
  const QModelIndex &index;
};

void drawCellContent(const Cell &cell);
/// In pixels, without the padding.
[[nodiscard]] int cellContentWidth(CellKind kind, const QModelIndex &index, const QLocale &locale);

} // namespace tenantry::ui
