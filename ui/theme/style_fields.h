// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/theme/theme.h"
#include <QStyle>

class QPainter;
class QStyleOptionComboBox;
class QStyleOptionSpinBox;

/// How ConsoleStyle draws whatever one types or picks a value in.
namespace tenantry::ui {

/// Surface and outline of a field: 2 px in the focus colour with focus, red where its state is
/// "error".
void drawField(const QStyleOption &option, QPainter *painter, const QWidget *widget);
void drawComboBox(const QStyleOptionComboBox &option, QPainter *painter, const QWidget *widget);
[[nodiscard]] QRect spinBoxPart(const QRect &rect, QStyle::SubControl part);
void drawSpinBox(const QStyleOptionSpinBox &option, QPainter *painter, const QWidget *widget);
void drawMenuPanel(const QStyleOption &option, QPainter *painter);

} // namespace tenantry::ui
