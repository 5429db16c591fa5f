// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/widgets/cell_delegate.h"

namespace tenantry::ui {

/// A share as a bar as wide as its column leaves, with its text at the end: rows are compared by
/// their bars. Those that have StateDotRole are in the accent, the others grey.
class ShareDelegate : public CellDelegate {
  Q_OBJECT

public:
  using CellDelegate::CellDelegate;

  void paint(QPainter *painter, const QStyleOptionViewItem &option,
             const QModelIndex &index) const override;
};

} // namespace tenantry::ui
