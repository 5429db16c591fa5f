// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/theme/theme.h"
#include <QStyle>

class QPainter;
class QStyleOptionHeader;
class QStyleOptionProgressBar;
class QStyleOptionSlider;
class QStyleOptionTab;

/// How ConsoleStyle draws headers, tabs, scroll bars and progress.
namespace tenantry::ui {

void drawHeaderSection(const QStyleOption &option, QPainter *painter);
/// A sorted column has an arrow before its right-aligned or after its left-aligned label.
void drawHeaderLabel(const QStyleOptionHeader &option, QPainter *painter, const QWidget *widget);
[[nodiscard]] QSize tabSize(const QStyleOptionTab &option);
void drawTabShape(const QStyleOptionTab &option, QPainter *painter);
/// A number at the end of the label ("Tickets 5") is a count and drawn muted.
void drawTabLabel(const QStyleOptionTab &option, QPainter *painter);
[[nodiscard]] QRect scrollBarPart(const QStyleOptionSlider &option, QStyle::SubControl part);
void drawScrollBar(const QStyleOptionSlider &option, QPainter *painter);
void drawProgress(const QStyleOptionProgressBar &option, QPainter *painter);

} // namespace tenantry::ui
