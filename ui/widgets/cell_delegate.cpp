// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/cell_delegate.h"
#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"
#include "ui/widgets/cell_content.h"
#include "ui/widgets/format.h"
#include "ui/widgets/table_view.h"
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

CellKind kindOf(const QModelIndex &index) {
  return static_cast<CellKind>(index.data(KindRole).toInt());
}

bool isFirstShown(const TableView &view, int column) {
  return view.horizontalHeader()->visualIndex(column) == 0;
}

/// Where the row begins.
QRect edgeOf(const QPainter &painter, const QRect &cell) {
  return placed(painter, cell, QRect(cell.left(), cell.top(), width::focusRing, cell.height()));
}

void drawBackground(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                    const TableView *view, const Theme &theme) {
  const bool selected = option.state & QStyle::State_Selected;
  if (selected)
    painter->fillRect(option.rect, theme.selected);
  else if (view && view->hoverRow() == index.row())
    painter->fillRect(option.rect, theme.hover);
  painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                    theme.border);
  if (selected && view && isFirstShown(*view, index.column()))
    painter->fillRect(edgeOf(*painter, option.rect), theme.accent);
}

/// The keyboard's row, when it is not what a click has selected: a frame around the row, drawn cell
/// by cell.
void drawCurrentRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                    const TableView &view, const Theme &theme) {
  const QRect &r = option.rect;
  painter->fillRect(QRect(r.left(), r.top(), r.width(), width::focusRing), theme.focus);
  painter->fillRect(QRect(r.left(), r.bottom() - 1, r.width(), width::focusRing), theme.focus);
  if (isFirstShown(view, index.column()))
    painter->fillRect(edgeOf(*painter, r), theme.focus);
}

void toggle(QAbstractItemModel *model, const QModelIndex &index) {
  const bool checked = index.data(Qt::CheckStateRole).value<Qt::CheckState>() == Qt::Checked;
  model->setData(index, checked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

} // namespace

bool isRightAligned(CellKind kind) {
  return kind == CellKind::Money || kind == CellKind::Number || kind == CellKind::Delta;
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const {
  const auto &theme = Theme::of(option.palette);
  const auto *view = qobject_cast<const TableView *>(option.widget);
  drawBackground(painter, option, index, view, theme);
  drawCellContent({painter, option.rect.adjusted(space::x3, 0, -space::x3, 0), theme, option.locale,
                   option.palette, kindOf(index), index});
  const bool current = view && view->hasFocus() && view->currentIndex().row() == index.row();
  if (current && (!(option.state & QStyle::State_Selected) ||
                  view->window()->testAttribute(Qt::WA_KeyboardFocusChange)))
    drawCurrentRow(painter, option, index, *view, theme);
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const {
  const bool twoLines = kindOf(index) == CellKind::TwoLine;
  return {cellContentWidth(kindOf(index), index, option.locale) + 2 * space::x3,
          twoLines ? height::twoLineRow : height::row};
}

bool CellDelegate::editorEvent(QEvent *event, QAbstractItemModel *model,
                               const QStyleOptionViewItem &option, const QModelIndex &index) {
  if (kindOf(index) != CellKind::Check)
    return QStyledItemDelegate::editorEvent(event, model, option, index);
  const bool clicked = event->type() == QEvent::MouseButtonRelease &&
                       static_cast<QMouseEvent *>(event)->button() == Qt::LeftButton;
  const bool typed =
      event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space;
  if (!(clicked || typed) || !(index.flags() & Qt::ItemIsUserCheckable))
    return false;
  toggle(model, index);
  return true;
}

bool CellDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                             const QStyleOptionViewItem &option, const QModelIndex &index) {
  const bool elided = index.isValid() && sizeHint(option, index).width() > option.rect.width();
  if (event->type() != QEvent::ToolTip || !elided ||
      !index.data(Qt::ToolTipRole).toString().isEmpty())
    return QStyledItemDelegate::helpEvent(event, view, option, index);
  QToolTip::showText(event->globalPos(), cellText(index, option.locale).toHtmlEscaped(), view);
  return true;
}

} // namespace tenantry::ui
