// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/widgets/cell_roles.h"
#include <QStyledItemDelegate>

namespace tenantry::ui {

/// Draws every cell of the console's tables; what a cell is, its KindRole says. A cell is one fill
/// (only if hovered or selected), one hairline and its content, without allocations where text
/// fits.
class CellDelegate : public QStyledItemDelegate {
  Q_OBJECT

public:
  using QStyledItemDelegate::QStyledItemDelegate;

  void paint(QPainter *painter, const QStyleOptionViewItem &option,
             const QModelIndex &index) const override;
  QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
  bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;
  /// Shows the whole text of a cell that is too narrow for it.
  bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                 const QModelIndex &index) override;
};

/// The text a cell shows: for tool tips, copies, exports and models' accessible texts.
[[nodiscard]] QString cellText(const QModelIndex &index, const QLocale &locale);
[[nodiscard]] bool isRightAligned(CellKind kind); ///< money, numbers, deltas

} // namespace tenantry::ui
