// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/notification_delegate.h"
#include "ui/shell/notifications.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"
#include <QPainter>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {
constexpr int rowHeight = 52, lineHeight = 18, dotSide = 6;
}

void NotificationDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const {
  const auto &theme = Theme::of(option.palette);
  const QRect box = option.rect.adjusted(space::x1, 1, -space::x1, -1);
  const bool hasFocus = option.state & QStyle::State_HasFocus;
  if (hasFocus || option.state & (QStyle::State_Selected | QStyle::State_MouseOver))
    drawSurface(painter, box, radius::control,
                option.state & QStyle::State_Selected ? theme.selected : theme.hover,
                hasFocus ? theme.focus : Qt::transparent, hasFocus ? 2 : 0);
  const auto tone = Tone(index.data(Notifications::ToneOfRole).toInt());
  const bool isBad = tone == Tone::Danger || tone == Tone::Warning;
  const QRect mark(box.left() + space::x3, box.center().y() - 8, iconSize::control,
                   iconSize::control);
  drawIcon(painter, isBad ? u"alert-triangle"_s : u"check-circle"_s, placed(*painter, box, mark),
           theme.color(tone));
  const auto at =
      option.locale.toString(index.data(Notifications::AtRole).toTime(), QLocale::ShortFormat);
  const int wide = textMetrics(TextStyle::Meta, Figures::Tabular).horizontalAdvance(at) + 1;
  const QRect when(box.right() - space::x3 - wide, box.top(), wide, box.height());
  drawText(painter, placed(*painter, box, when), at,
           {TextStyle::Meta, theme.muted, Qt::AlignRight | Qt::AlignVCenter, Figures::Tabular});
  const int left = mark.right() + 1 + space::x3, top = box.center().y() - lineHeight + 1;
  const QRect what =
      placed(*painter, box, QRect(left, top, when.left() - left - space::x3, lineHeight));
  const bool isUnread = index.data(Notifications::IsUnreadRole).toBool();
  drawText(painter, what, index.data().toString(),
           {isUnread ? TextStyle::BodyStrong : TextStyle::Body, theme.text});
  drawText(painter, what.translated(0, lineHeight), index.data(Notifications::WhereRole).toString(),
           {TextStyle::Meta, theme.muted});
  if (!isUnread)
    return;
  painter->setPen(Qt::NoPen);
  painter->setBrush(theme.accent);
  const QRect dot(box.left() + space::x1 - 1, box.center().y() - dotSide / 2, dotSide, dotSide);
  painter->drawEllipse(QRectF(placed(*painter, box, dot)));
}

QSize NotificationDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const {
  return {200, rowHeight};
}

} // namespace tenantry::ui
