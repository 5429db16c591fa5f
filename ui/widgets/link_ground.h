// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
class QAbstractButton;
class QPainter;

namespace tenantry::ui {

/// What lies under something that leads to a place: the hover, and the ring of the keyboard's
/// focus.
void drawLinkGround(QPainter *painter, const QAbstractButton &link);

} // namespace tenantry::ui
