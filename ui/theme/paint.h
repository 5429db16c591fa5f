// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/theme/text_style.h"
#include "ui/theme/theme.h"
#include <QRectF>
#include <QString>
#include <QVector>

class QPainter;

/// What widgets, delegates and the style draw with, so that a badge in a table cannot look
/// different from one beside a title. None of them restores the painter.
namespace tenantry::ui {

struct TextLook {
  TextStyle style = TextStyle::Body;
  QColor color;
  Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter;
  Figures figures = Figures::Proportional;
};

/// One line, elided at its end only where it does not fit.
void drawText(QPainter *painter, const QRect &rect, const QString &text, const TextLook &look);

/// `part` of `whole`, laid out from the left, where it stands in the direction of the painter.
[[nodiscard]] QRect placed(const QPainter &painter, const QRect &whole, const QRect &part);

[[nodiscard]] int badgeWidth(const QString &text, bool dot = false);
/// 20 px high, its left edge at x, centred on centreY. A dot marks a state; a class has none.
void drawBadge(QPainter *painter, int x, int centreY, const QString &text, const TonePair &pair,
               bool dot = false);

enum class AvatarShape { Round, Square }; ///< people are round, organizations square
[[nodiscard]] QString initials(const QString &name);
void drawAvatar(QPainter *painter, const QRect &rect, const QString &name, AvatarShape shape,
                const Theme &theme);

/// A horizontal bar with round ends; share is clamped to 0..1.
void drawBar(QPainter *painter, const QRectF &rect, double share, const QColor &fill,
             const QColor &track);
/// A line over the values, scaled to fill the rectangle; nothing for fewer than two.
void drawSparkline(QPainter *painter, const QRectF &rect, const QVector<double> &values,
                   const QColor &color);

[[nodiscard]] int keyCapsWidth(const QString &keys);

/// Key caps of a shortcut ("Ctrl K"), right aligned at `right`; returns their width.
int drawKeyCaps(QPainter *painter, int right, int centreY, const QString &keys, const Theme &theme);
/// Below overlays only.
void drawShadow(QPainter *painter, const QRect &rect, int cornerRadius, int spread,
                const Theme &theme);
/// A filled surface with a hairline around it.
void drawSurface(QPainter *painter, const QRect &rect, int cornerRadius, const QColor &fill,
                 const QColor &outline, double width = 1);

} // namespace tenantry::ui
