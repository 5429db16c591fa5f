// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/style_buttons.h"
#include "ui/theme/console_style.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"
#include <QIcon>
#include <QPainter>
#include <QStyleOption>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

constexpr int menuArrowSpace = 16;

QByteArray variantOf(const QWidget *widget) {
  return widget ? widget->property(style_property::variant).toByteArray() : QByteArray();
}

struct ButtonColors {
  QColor fill, outline;
};

ButtonColors buttonColors(const QStyleOption &option, const QByteArray &variant) {
  const auto &theme = Theme::of(option.palette);
  const bool enabled = option.state & QStyle::State_Enabled;
  const bool pressed = option.state & (QStyle::State_Sunken | QStyle::State_On);
  const bool active = enabled && (pressed || (option.state & QStyle::State_MouseOver));
  if (variant == "primary" && !enabled)
    return {theme.track, Qt::transparent};
  if (variant == "primary")
    return {active ? theme.accentHover : theme.accent, Qt::transparent};
  if (variant == "danger" && active)
    return {theme.danger.background, theme.danger.foreground};
  if (variant == "ghost")
    return {pressed  ? theme.selected
            : active ? theme.hover
                     : QColor(Qt::transparent),
            Qt::transparent};
  return {active ? theme.hover : theme.raised, theme.borderStrong};
}

QColor labelColor(const QStyleOption &option, const QByteArray &variant) {
  const auto &theme = Theme::of(option.palette);
  if (!(option.state & QStyle::State_Enabled))
    return theme.disabled;
  if (variant == "primary")
    return theme.onAccent;
  if (variant == "danger")
    return theme.danger.foreground;
  return variant == "ghost" ? theme.text2 : theme.text;
}

int textWidth(const QStyleOptionButton &option) {
  return option.fontMetrics.size(Qt::TextShowMnemonic, option.text).width();
}

/// Icon, text and the arrow of a menu, with the gaps between them.
int contentWidth(const QStyleOptionButton &option, const QByteArray &variant) {
  const int text = option.text.isEmpty() ? 0 : textWidth(option);
  const int icon = option.icon.isNull() ? 0 : iconSize::control;
  return text + icon + (text && icon ? 6 : 0) + (variant == "menu" ? menuArrowSpace : 0);
}

} // namespace

QSize buttonSize(const QStyleOptionButton &option, const QWidget *widget) {
  const bool compact = widget && widget->property(style_property::compact).toBool();
  const int tall = compact ? height::compactControl : height::control;
  const int padding = option.text.isEmpty() ? (tall - iconSize::control) / 2 : space::x3;
  return {contentWidth(option, variantOf(widget)) + 2 * padding, tall};
}

void drawButtonPanel(const QStyleOption &option, QPainter *painter, const QWidget *widget) {
  const auto colors = buttonColors(option, variantOf(widget));
  drawSurface(painter, option.rect, radius::control, colors.fill, colors.outline);
}

void drawButtonLabel(const QStyleOptionButton &option, QPainter *painter, const QWidget *widget) {
  const auto variant = variantOf(widget);
  const auto color = labelColor(option, variant);
  const int middle = option.rect.center().y() + 1;
  int x = option.rect.left() + (option.rect.width() - contentWidth(option, variant)) / 2;
  if (!option.icon.isNull()) {
    const bool enabled = option.state & QStyle::State_Enabled;
    option.icon.paint(painter, placed(*painter, option.rect, QRect(x, middle - 8, 16, 16)),
                      Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
    x += iconSize::control + 6;
  }
  painter->setPen(color);
  const bool showsKeys = option.state & QStyle::State_KeyboardFocusChange;
  const int mnemonic = showsKeys ? Qt::TextShowMnemonic : Qt::TextHideMnemonic;
  const QRect text(x, option.rect.top(), textWidth(option) + 2, option.rect.height());
  painter->drawText(placed(*painter, option.rect, text),
                    Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine | mnemonic, option.text);
  if (variant == "menu")
    drawIcon(painter, u"chevron-down"_s,
             placed(*painter, option.rect,
                    QRect(option.rect.right() - space::x3 - 11, middle - 6, 12, 12)),
             Theme::of(option.palette).muted);
}

void drawToolPanel(const QStyleOption &option, QPainter *painter) {
  const auto colors = buttonColors(option, "ghost");
  drawSurface(painter, option.rect, radius::control, colors.fill, Qt::transparent);
}

void drawCheckMark(const QStyleOption &option, QPainter *painter) {
  const auto &theme = Theme::of(option.palette);
  const bool enabled = option.state & QStyle::State_Enabled;
  const bool partly = option.state & QStyle::State_NoChange;
  const QRect box(option.rect.center().x() - 7, option.rect.center().y() - 7, 16, 16);
  if (!partly && !(option.state & QStyle::State_On)) {
    drawSurface(painter, box, radius::badge, theme.raised,
                enabled ? theme.muted : theme.borderStrong);
    return;
  }
  drawSurface(painter, box, radius::badge, enabled ? theme.accent : theme.disabled,
              Qt::transparent);
  drawIcon(painter, partly ? u"minus"_s : u"check"_s, QRectF(box).adjusted(2, 2, -2, -2),
           theme.onAccent);
}

void drawRadioMark(const QStyleOption &option, QPainter *painter) {
  const auto &theme = Theme::of(option.palette);
  const bool on = option.state & QStyle::State_On;
  const QColor strong = option.state & QStyle::State_Enabled ? theme.accent : theme.disabled;
  const QRect circle(option.rect.center().x() - 7, option.rect.center().y() - 7, 16, 16);
  drawSurface(painter, circle, 8, on ? strong : theme.raised, on ? strong : theme.muted);
  if (!on)
    return;
  painter->setBrush(theme.onAccent);
  painter->setPen(Qt::NoPen);
  painter->drawEllipse(QRectF(circle).adjusted(5, 5, -5, -5));
}

void drawBranch(const QStyleOption &option, QPainter *painter) {
  if (!(option.state & QStyle::State_Children))
    return;
  const QPointF centre = QRectF(option.rect).center();
  const auto name = option.state & QStyle::State_Open ? u"chevron-down"_s : u"chevron-right"_s;
  drawIcon(painter, name, QRectF(centre.x() - 6, centre.y() - 6, 12, 12),
           Theme::of(option.palette).muted);
}

void drawFocusRing(const QStyleOption &option, QPainter *painter) {
  drawSurface(painter, option.rect, radius::control, Qt::transparent,
              Theme::of(option.palette).focus, width::focusRing);
}

} // namespace tenantry::ui
