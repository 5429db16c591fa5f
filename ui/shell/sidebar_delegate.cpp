// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/sidebar_delegate.h"
#include "ui/shell/sidebar_roles.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"
#include <QPainter>

namespace tenantry::ui {

namespace {

constexpr int outer = space::x2, inner = space::x2, iconGap = 10;
constexpr int markSide = 8, markRadius = 2;

bool isCompact(const QStyleOptionViewItem &option) {
  return option.rect.width() < width::sidebar / 2;
}

void paintGroup(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                const Theme &theme) {
  if (isCompact(option))
    return painter->fillRect(option.rect.left() + space::x4, option.rect.center().y(),
                             option.rect.width() - 2 * space::x4, 1, theme.border);
  drawText(painter, option.rect.adjusted(space::x4, space::x2, -space::x4, 0),
           index.data().toString(), {TextStyle::CaptionStrong, theme.muted});
}

/// Views are told apart by their names: the colour only finds one again.
void paintMark(QPainter *painter, const QRect &icon, const TonePair &tone) {
  QRect mark(0, 0, markSide, markSide);
  mark.moveCenter(icon.center());
  drawSurface(painter, mark, markRadius, tone.foreground, Qt::transparent, 0);
}

void paintPlace(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                const Theme &theme) {
  const bool selected = option.state & QStyle::State_Selected;
  const QRect box = option.rect.adjusted(outer, 1, -outer, -1);
  painter->setRenderHint(QPainter::Antialiasing);
  if (selected || option.state & QStyle::State_MouseOver)
    drawSurface(painter, box, radius::control, selected ? theme.track : theme.hover,
                Qt::transparent, 0);
  if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange)
    drawSurface(painter, box.adjusted(1, 1, -1, -1), radius::control, Qt::transparent, theme.focus,
                width::focusRing);
  const int left = box.left() + inner;
  const QRect icon(left, box.center().y() - 7, iconSize::control, iconSize::control);
  if (index.data(IsPinRole).toBool())
    paintMark(painter, placed(*painter, box, icon), theme.avatar(index.data().toString()));
  else
    drawIcon(painter, index.data(IconNameRole).toString(), placed(*painter, box, icon),
             selected ? theme.accentText : theme.text2);
  if (isCompact(option))
    return;
  const auto count = index.data(CountRole).toString();
  const QRect text(QPoint(left + iconSize::control + iconGap, box.top()),
                   QPoint(box.right() - inner, box.bottom()));
  const auto tone =
      index.data(CountToneRole).isValid() ? Tone(index.data(CountToneRole).toInt()) : Tone::Muted;
  const int countWidth =
      tone == Tone::Muted ? textMetrics(TextStyle::Meta, Figures::Tabular).horizontalAdvance(count)
                          : badgeWidth(count);
  const int room = count.isEmpty() ? 0 : countWidth + space::x2;
  drawText(
      painter, placed(*painter, box, text.adjusted(0, 0, -room, 0)), index.data().toString(),
      {selected ? TextStyle::BodyStrong : TextStyle::Body, selected ? theme.text : theme.text2});
  if (tone != Tone::Muted && !count.isEmpty()) {
    const QRect badge(text.right() + 1 - countWidth, text.top(), countWidth, text.height());
    const auto at = placed(*painter, box, badge);
    return drawBadge(painter, at.left(), at.center().y(), count, theme.pair(tone));
  }
  drawText(painter, placed(*painter, box, text), count,
           {TextStyle::Meta, theme.muted, Qt::AlignRight | Qt::AlignVCenter, Figures::Tabular});
}

} // namespace

void SidebarDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const {
  const auto &theme = Theme::of(option.palette);
  if (index.data(IconNameRole).toString().isEmpty())
    paintGroup(painter, option, index, theme);
  else
    paintPlace(painter, option, index, theme);
}

QSize SidebarDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const {
  const bool isGroup = index.data(IconNameRole).toString().isEmpty();
  const int group = m_isCompact ? space::x4 : height::groupHead;
  return {width::compactSidebar, isGroup ? group : height::navItem};
}

} // namespace tenantry::ui
