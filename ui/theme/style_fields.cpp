// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/style_fields.h"
#include "ui/theme/console_style.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QPainter>
#include <QStyleOption>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

constexpr int stepWidth = 22;

void drawStep(const QStyleOptionSpinBox &option, QPainter *painter, QStyle::SubControl part,
              const QString &name, bool possible) {
  const auto &theme = Theme::of(option.palette);
  const bool touched = option.activeSubControls & part && option.state & QStyle::State_MouseOver;
  const QRectF rect = spinBoxPart(option.rect, part);
  drawIcon(painter, name, QRectF(rect.center().x() - 5, rect.center().y() - 5, 10, 10),
           !possible ? theme.disabled
           : touched ? theme.text
                     : theme.muted);
}

} // namespace

void drawField(const QStyleOption &option, QPainter *painter, const QWidget *widget) {
  const auto &theme = Theme::of(option.palette);
  const bool focused = option.state & QStyle::State_HasFocus;
  const bool enabled = option.state & QStyle::State_Enabled;
  const bool wrong = widget && widget->property(style_property::state).toByteArray() == "error";
  const double wide = focused ? width::focusRing : wrong ? 1.5 : 1;
  // The viewport of a text area paints its own base.
  const bool area = qobject_cast<const QAbstractScrollArea *>(widget);
  const QColor fill = area      ? option.palette.color(QPalette::Base)
                      : enabled ? theme.raised
                                : theme.subtle;
  drawSurface(painter, option.rect, radius::control, fill,
              wrong     ? theme.danger.foreground
              : focused ? theme.focus
                        : theme.borderStrong,
              wide);
}

void drawComboBox(const QStyleOptionComboBox &option, QPainter *painter, const QWidget *widget) {
  drawField(option, painter, widget);
  const auto &theme = Theme::of(option.palette);
  const QRectF arrow(option.rect.right() - 22, QRectF(option.rect).center().y() - 7, 14, 14);
  drawIcon(painter, u"chevron-down"_s,
           QStyle::visualRect(option.direction, option.rect, arrow.toRect()),
           option.state & QStyle::State_Enabled ? theme.muted : theme.disabled);
}

QRect spinBoxPart(const QRect &rect, QStyle::SubControl part) {
  const QRect steps(rect.right() - stepWidth, rect.top() + 2, stepWidth - 2, rect.height() - 4);
  switch (part) {
  case QStyle::SC_SpinBoxUp:
    return steps.adjusted(0, 0, 0, -steps.height() / 2);
  case QStyle::SC_SpinBoxDown:
    return steps.adjusted(0, steps.height() / 2, 0, 0);
  case QStyle::SC_SpinBoxEditField:
    return rect.adjusted(space::x2, 1, -stepWidth - 2, -1);
  default:
    return rect;
  }
}

void drawSpinBox(const QStyleOptionSpinBox &option, QPainter *painter, const QWidget *widget) {
  drawField(option, painter, widget);
  if (option.buttonSymbols == QAbstractSpinBox::NoButtons)
    return;
  drawStep(option, painter, QStyle::SC_SpinBoxUp, u"chevron-up"_s,
           option.stepEnabled & QAbstractSpinBox::StepUpEnabled);
  drawStep(option, painter, QStyle::SC_SpinBoxDown, u"chevron-down"_s,
           option.stepEnabled & QAbstractSpinBox::StepDownEnabled);
}

void drawMenuPanel(const QStyleOption &option, QPainter *painter) {
  const auto &theme = Theme::of(option.palette);
  painter->fillRect(option.rect, theme.raised);
  painter->setPen(theme.borderStrong);
  painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
}

} // namespace tenantry::ui
