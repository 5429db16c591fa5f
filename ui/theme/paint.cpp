// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/paint.h"
#include "ui/theme/metrics.h"
#include "ui/theme/whole_parts.h"
#include <QPainter>
#include <QPixmapCache>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

void drawText(QPainter *painter, const QRect &rect, const QString &text, const TextLook &look) {
  const auto &metrics = textMetrics(look.style, look.figures);
  painter->setFont(textFont(look.style, look.figures));
  painter->setPen(look.color);
  painter->drawText(rect, int(look.alignment) | Qt::TextSingleLine,
                    elidedByParts(text, metrics, rect.width()));
}

int badgeWidth(const QString &text, bool dot) {
  return textMetrics(TextStyle::CaptionStrong, Figures::Tabular).horizontalAdvance(text) + 12 +
         (dot ? 12 : 0);
}

void drawBadge(QPainter *painter, int x, int centreY, const QString &text, const TonePair &pair,
               bool dot) {
  const QRect rect(x, centreY - height::badge / 2, badgeWidth(text, dot), height::badge);
  painter->setRenderHint(QPainter::Antialiasing);
  painter->setPen(Qt::NoPen);
  painter->setBrush(pair.background);
  painter->drawRoundedRect(rect, radius::badge, radius::badge);
  if (dot) {
    painter->setBrush(pair.foreground);
    painter->drawEllipse(QRectF(placed(*painter, rect, QRect(x + 7, centreY - 3, 6, 6))));
  }
  drawText(painter, placed(*painter, rect, rect.adjusted(dot ? 18 : 6, 0, -6, 0)), text,
           {TextStyle::CaptionStrong, pair.foreground, Qt::AlignLeft | Qt::AlignVCenter,
            Figures::Tabular});
}

QRect placed(const QPainter &painter, const QRect &whole, const QRect &part) {
  return QStyle::visualRect(painter.layoutDirection(), whole, part);
}

QString initials(const QString &name) {
  const auto words = name.split(u' ', Qt::SkipEmptyParts);
  QString letters = words.value(0).left(1);
  for (qsizetype i = 1; i < words.size() && letters.size() < 2; ++i)
    if (words[i].front().isLetter())
      letters += words[i].front();
  return letters.toUpper();
}

namespace {

int keyCapWidth(const QString &cap) {
  return std::max(18, textMetrics(TextStyle::Caption).horizontalAdvance(cap) + 8);
}

QPixmap makeAvatar(const QSize &size, qreal ratio, const QString &letters, AvatarShape shape,
                   const TonePair &pair) {
  QPixmap pixmap(size * ratio);
  pixmap.setDevicePixelRatio(ratio);
  pixmap.fill(Qt::transparent);
  QPainter painter(&pixmap);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(pair.background);
  const QRectF rect(QPointF(), size);
  const double corner = size.width() / (shape == AvatarShape::Round ? 2.0 : 4.0);
  painter.drawRoundedRect(rect, corner, corner);
  QFont font = textFont(TextStyle::Section);
  font.setPixelSize(std::max(8, qRound(size.width() * 0.4)));
  painter.setFont(font);
  painter.setPen(pair.foreground);
  painter.drawText(rect, Qt::AlignCenter, letters);
  return pixmap;
}

} // namespace

void drawAvatar(QPainter *painter, const QRect &rect, const QString &name, AvatarShape shape,
                const Theme &theme) {
  const qreal ratio = painter->device()->devicePixelRatioF();
  const auto pair = theme.avatar(name);
  const QString letters = initials(name);
  // Many names look alike: what is drawn is kept, not for whom.
  const auto key = u"avatar:%1:%2:%3:%4:%5"_s.arg(rect.width())
                       .arg(int(shape))
                       .arg(pair.background.rgb())
                       .arg(ratio)
                       .arg(letters);
  QPixmap pixmap;
  if (!QPixmapCache::find(key, &pixmap)) {
    pixmap = makeAvatar(rect.size(), ratio, letters, shape, pair);
    QPixmapCache::insert(key, pixmap);
  }
  painter->drawPixmap(rect.topLeft(), pixmap);
}

void drawBar(QPainter *painter, const QRectF &rect, double share, const QColor &fill,
             const QColor &track) {
  const double corner = rect.height() / 2;
  painter->setRenderHint(QPainter::Antialiasing);
  painter->setPen(Qt::NoPen);
  painter->setBrush(track);
  painter->drawRoundedRect(rect, corner, corner);
  if (share <= 0)
    return;
  QRectF filled = rect;
  filled.setWidth(std::max(rect.height(), rect.width() * std::min(1.0, share)));
  if (painter->layoutDirection() == Qt::RightToLeft)
    filled.moveRight(rect.right());
  painter->setBrush(fill);
  painter->drawRoundedRect(filled, corner, corner);
}

void drawSparkline(QPainter *painter, const QRectF &rect, const QVector<double> &values,
                   const QColor &color) {
  if (values.size() < 2)
    return;
  const auto [lowest, highest] = std::minmax_element(values.begin(), values.end());
  const double range = *highest > *lowest ? *highest - *lowest : 1;
  QPolygonF line;
  line.reserve(values.size());
  for (qsizetype i = 0; i < values.size(); ++i)
    line << QPointF(rect.left() + rect.width() * double(i) / double(values.size() - 1),
                    rect.bottom() - (values[i] - *lowest) / range * rect.height());
  painter->setRenderHint(QPainter::Antialiasing);
  painter->setBrush(Qt::NoBrush);
  painter->setPen(QPen(color, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter->drawPolyline(line);
}

int keyCapsWidth(const QString &keys) {
  int wide = 0;
  for (const auto &cap : keys.split(u' ', Qt::SkipEmptyParts))
    wide += keyCapWidth(cap) + space::x1;
  return std::max(0, wide - space::x1);
}

int drawKeyCaps(QPainter *painter, int right, int centreY, const QString &keys,
                const Theme &theme) {
  int x = right;
  const auto caps = keys.split(u' ', Qt::SkipEmptyParts);
  for (auto cap = caps.rbegin(); cap != caps.rend(); ++cap) {
    const int width = keyCapWidth(*cap);
    const QRect rect(x - width, centreY - 9, width, 18);
    drawSurface(painter, rect, radius::badge, theme.canvas, theme.border);
    drawText(painter, rect, *cap, {TextStyle::Caption, theme.muted, Qt::AlignCenter});
    x -= width + space::x1;
  }
  return right - x;
}

void drawShadow(QPainter *painter, const QRect &rect, int cornerRadius, int spread,
                const Theme &theme) {
  painter->setRenderHint(QPainter::Antialiasing);
  painter->setPen(Qt::NoPen);
  const double strength = theme.isDark ? 0.55 : 0.14;
  for (int i = spread; i > 0; --i) {
    const double nearness = 1.0 - double(i) / spread;
    QColor shade(Qt::black);
    shade.setAlphaF(float(strength * nearness * nearness * 2.2 / spread));
    painter->setBrush(shade);
    const double drop = spread * 0.35;
    painter->drawRoundedRect(QRectF(rect).adjusted(-i, -i + drop, i, i + drop), cornerRadius + i,
                             cornerRadius + i);
  }
}

void drawSurface(QPainter *painter, const QRect &rect, int cornerRadius, const QColor &fill,
                 const QColor &outline, double width) {
  painter->setRenderHint(QPainter::Antialiasing);
  painter->setPen(outline.alpha() == 0 ? QPen(Qt::NoPen) : QPen(outline, width));
  painter->setBrush(fill);
  const double inset = width / 2;
  painter->drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), cornerRadius,
                           cornerRadius);
}

} // namespace tenantry::ui
