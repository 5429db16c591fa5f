// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/usage/share_delegate.h"
#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

namespace tenantry::ui {

namespace {
constexpr int shareTextWidth = 56, shareBarHeight = 8;
} // namespace

void ShareDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const {
  CellDelegate::paint(painter, option, index); // the text, which stands at the end
  const auto share = index.data(ShareRole);
  if (!share.isValid())
    return;
  const auto &theme = Theme::of(option.palette);
  const QRect room = option.rect.adjusted(space::x3, 0, -space::x3 - shareTextWidth, 0);
  const QRect bar(room.left(), room.center().y() - shareBarHeight / 2, room.width(),
                  shareBarHeight);
  if (bar.width() > shareBarHeight)
    drawBar(painter, placed(*painter, option.rect, bar), share.toDouble(),
            index.data(StateDotRole).toBool() ? theme.accent : theme.chart.back(), theme.track);
}

} // namespace tenantry::ui
