// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/theme/theme.h"
#include <QSize>

class QPainter;
class QStyleOption;
class QStyleOptionButton;

/// How ConsoleStyle draws buttons and marks.
namespace tenantry::ui {

[[nodiscard]] QSize buttonSize(const QStyleOptionButton &option, const QWidget *widget);
void drawButtonPanel(const QStyleOption &option, QPainter *painter, const QWidget *widget);
void drawButtonLabel(const QStyleOptionButton &option, QPainter *painter, const QWidget *widget);
void drawToolPanel(const QStyleOption &option, QPainter *painter);
void drawCheckMark(const QStyleOption &option, QPainter *painter);
void drawRadioMark(const QStyleOption &option, QPainter *painter);
void drawBranch(const QStyleOption &option, QPainter *painter);
/// 2 px, just inside the rectangle; the same for every control.
void drawFocusRing(const QStyleOption &option, QPainter *painter);

} // namespace tenantry::ui
