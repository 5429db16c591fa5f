// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/style_bars.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"
#include "ui/theme/style_buttons.h"
#include <QHeaderView>
#include <QPainter>
#include <QStyleOption>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

constexpr int tabPadding = 12, tabCountGap = 6;

struct TabText {
  QString name, count;
};

TabText splitTab(const QString &text) {
  const auto cut = text.lastIndexOf(u' ');
  if (cut <= 0 || cut + 1 == text.size() || !text[cut + 1].isDigit())
    return {text, {}};
  return {text.left(cut), text.sliced(cut + 1)};
}

/// The whole section, not the part Fusion leaves beside its own arrow.
QRect sectionRect(const QStyleOptionHeader &option, const QWidget *widget) {
  const auto *header = qobject_cast<const QHeaderView *>(widget);
  if (!header || header->orientation() != Qt::Horizontal)
    return option.rect;
  return {header->sectionViewportPosition(option.section), 0, header->sectionSize(option.section),
          header->height()};
}

QString sortIcon(const QStyleOptionHeader &option) {
  // Qt says SortDown for ascending order, whose arrow points up here: the smallest stands on top.
  return option.sortIndicator == QStyleOptionHeader::SortDown ? u"chevron-up"_s : u"chevron-down"_s;
}

} // namespace

void drawHeaderSection(const QStyleOption &option, QPainter *painter) {
  const auto &theme = Theme::of(option.palette);
  painter->fillRect(option.rect, theme.subtle);
  painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                    theme.border);
}

void drawHeaderLabel(const QStyleOptionHeader &option, QPainter *painter, const QWidget *widget) {
  const auto &theme = Theme::of(option.palette);
  QRect rect = sectionRect(option, widget).adjusted(space::x3, 0, -space::x3, 0);
  const bool right = option.textAlignment & Qt::AlignRight;
  const bool sorted = option.sortIndicator != QStyleOptionHeader::None;
  if (sorted) {
    const int text = textMetrics(TextStyle::CaptionStrong).horizontalAdvance(option.text);
    const int x = right ? rect.right() - text - 15 : rect.left() + text + 4;
    drawIcon(painter, sortIcon(option),
             placed(*painter, rect, QRect(x, rect.center().y() - 5, 12, 12)), theme.text2);
  }
  drawText(painter, rect, option.text,
           {TextStyle::CaptionStrong, sorted ? theme.text2 : theme.muted,
            (right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter});
}

QSize tabSize(const QStyleOptionTab &option) {
  return {textMetrics(TextStyle::BodyStrong, Figures::Tabular).horizontalAdvance(option.text) +
              2 * tabPadding,
          height::tabStrip};
}

/// Where there is little room for all tabs, what is around their texts goes before a letter does.
int paddingOf(const QStyleOptionTab &option) {
  const int lacking = tabSize(option).width() - option.rect.width();
  return std::clamp(2 * tabPadding - lacking, 2, tabPadding); // first what follows the text
}

void drawTabShape(const QStyleOptionTab &option, QPainter *painter) {
  constexpr int beyond = 2; // of the line, on both sides of the text
  const int text = tabSize(option).width() - 2 * tabPadding;
  const QRect line(option.rect.left() + paddingOf(option) - beyond, option.rect.bottom() - 1,
                   text + 2 * beyond, 2);
  if (option.state & QStyle::State_Selected)
    painter->fillRect(placed(*painter, option.rect, line), Theme::of(option.palette).accent);
}

void drawTabLabel(const QStyleOptionTab &option, QPainter *painter) {
  const auto &theme = Theme::of(option.palette);
  const bool selected = option.state & QStyle::State_Selected;
  const bool strong = selected || option.state & QStyle::State_MouseOver;
  const auto [name, count] = splitTab(option.text);
  QRect rect = option.rect.adjusted(paddingOf(option), 0, 0, 0);
  const auto color = !(option.state & QStyle::State_Enabled) ? theme.disabled
                     : strong                                ? theme.text
                                                             : theme.muted;
  drawText(painter, placed(*painter, option.rect, rect), name, {TextStyle::BodyStrong, color});
  rect.setLeft(rect.left() + textMetrics(TextStyle::BodyStrong).horizontalAdvance(name) +
               tabCountGap);
  if (!count.isEmpty())
    drawText(painter, placed(*painter, option.rect, rect), count,
             {TextStyle::Body, theme.muted, Qt::AlignLeft | Qt::AlignVCenter, Figures::Tabular});
  if (selected && option.state & QStyle::State_HasFocus &&
      option.state & QStyle::State_KeyboardFocusChange) {
    QStyleOption ring(option);
    ring.rect.adjust(2, 4, -2, -4);
    drawFocusRing(ring, painter);
  }
}

QRect scrollBarPart(const QStyleOptionSlider &option, QStyle::SubControl part) {
  const bool flat = option.orientation == Qt::Horizontal;
  const int length = flat ? option.rect.width() : option.rect.height();
  const qint64 range = qint64(option.maximum) - option.minimum;
  const int thumb = range > 0 ? std::min(length, std::max(32, int(length * qint64(option.pageStep) /
                                                                  (range + option.pageStep))))
                              : length;
  const int start = QStyle::sliderPositionFromValue(
      option.minimum, option.maximum, option.sliderPosition, length - thumb, option.upsideDown);
  const auto along = [&](int from, int size) {
    return flat ? QRect(from, 0, size, option.rect.height())
                : QRect(0, from, option.rect.width(), size);
  };
  switch (part) {
  case QStyle::SC_ScrollBarGroove:
    return option.rect;
  case QStyle::SC_ScrollBarSlider:
    return along(start, thumb);
  case QStyle::SC_ScrollBarSubPage:
    return along(0, start);
  case QStyle::SC_ScrollBarAddPage:
    return along(start + thumb, length - start - thumb);
  default:
    return {};
  }
}

void drawScrollBar(const QStyleOptionSlider &option, QPainter *painter) {
  const auto &theme = Theme::of(option.palette);
  painter->fillRect(option.rect, option.palette.color(QPalette::Base));
  if (option.maximum <= option.minimum)
    return;
  const QRect rect = scrollBarPart(option, QStyle::SC_ScrollBarSlider);
  constexpr int side = (width::scrollBar - width::scrollThumb) / 2;
  const bool flat = option.orientation == Qt::Horizontal;
  const bool active = option.activeSubControls & QStyle::SC_ScrollBarSlider &&
                      option.state & (QStyle::State_MouseOver | QStyle::State_Sunken);
  drawSurface(painter, flat ? rect.adjusted(2, side, -2, -side) : rect.adjusted(side, 2, -side, -2),
              3, active ? theme.muted : theme.borderStrong, Qt::transparent, 0);
}

void drawProgress(const QStyleOptionProgressBar &option, QPainter *painter) {
  const auto &theme = Theme::of(option.palette);
  const double range = double(option.maximum) - option.minimum;
  const QRectF rect(option.rect.x(), QRectF(option.rect).center().y() - 2, option.rect.width(), 4);
  drawBar(painter, rect, range > 0 ? (option.progress - option.minimum) / range : 0, theme.accent,
          theme.track);
}

} // namespace tenantry::ui
