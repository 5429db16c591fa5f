// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/theme/tone.h"
#include <QColor>
#include <QIcon>
#include <QRectF>

class QPainter;

namespace tenantry::ui {

/// An icon of resources/icons by its file name ("alert-triangle"), in the colour the tone has when
/// it is drawn: it follows a switch of the theme. Sharp at every scale factor.
[[nodiscard]] QIcon icon(const QString &name, Tone tone = Tone::Text2);

/// Draws the icon centred in the rectangle, as large as its shorter side.
void drawIcon(QPainter *painter, const QString &name, const QRectF &rect, const QColor &color);

} // namespace tenantry::ui
