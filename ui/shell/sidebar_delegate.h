// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QStyledItemDelegate>

namespace tenantry::ui {

/// Draws an item of the sidebar: icon, name, count at the right; a group as a muted head.
class SidebarDelegate : public QStyledItemDelegate {
  Q_OBJECT

public:
  using QStyledItemDelegate::QStyledItemDelegate;

  /// Groups are lines between icons, and as high: every pane stands in the smallest window.
  void setCompact(bool compact) { m_isCompact = compact; }
  void paint(QPainter *painter, const QStyleOptionViewItem &option,
             const QModelIndex &index) const override;
  QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
  bool m_isCompact = false;
};

} // namespace tenantry::ui
