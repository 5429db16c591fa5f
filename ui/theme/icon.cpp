// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"
#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

static void initIconResources() { Q_INIT_RESOURCE(icons); }

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

/// Qt's SVG knows no currentColor from outside: the placeholders of the files are replaced instead.
/// Small icons get a heavier stroke on the 24 grid, so that lines stay about one pixel.
QByteArray coloured(const QString &name, int pixels, const QColor &color) {
  initIconResources();
  QFile file(u":/icons/%1.svg"_s.arg(name));
  if (!file.open(QIODevice::ReadOnly))
    qFatal("no icon named %s", qPrintable(name));
  auto svg = file.readAll();
  svg.replace("#000000", color.name().toLatin1());
  if (pixels < 14)
    svg.replace("stroke-width=\"1.75\"", "stroke-width=\"2.2\"");
  return svg;
}

QPixmap render(const QString &name, int pixels, const QColor &color, qreal ratio) {
  const auto key = u"icon:%1:%2:%3:%4"_s.arg(name).arg(pixels).arg(color.rgba()).arg(ratio);
  QPixmap pixmap;
  if (QPixmapCache::find(key, &pixmap))
    return pixmap;
  const int side = qRound(pixels * ratio);
  pixmap = QPixmap(side, side);
  pixmap.fill(Qt::transparent);
  QSvgRenderer renderer(coloured(name, pixels, color));
  QPainter painter(&pixmap);
  painter.setOpacity(color.alphaF());
  renderer.render(&painter, QRectF(0, 0, side, side));
  painter.end();
  pixmap.setDevicePixelRatio(ratio);
  QPixmapCache::insert(key, pixmap);
  return pixmap;
}

class IconEngine final : public QIconEngine {
public:
  IconEngine(QString name, Tone tone) : m_name(std::move(name)), m_tone(tone) {}

  void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override {
    drawIcon(painter, m_name, rect, color(mode));
  }
  QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override {
    return scaledPixmap(size, mode, state, 1.0);
  }
  QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override {
    auto pixmap =
        render(m_name, qRound(std::min(size.width(), size.height()) / scale), color(mode), scale);
    pixmap.setDevicePixelRatio(1.0); // QIcon sets its own
    return pixmap;
  }
  QString iconName() override { return m_name; }
  QIconEngine *clone() const override { return new IconEngine(*this); }

private:
  /// An icon does not know its widget, so the application's palette decides.
  [[nodiscard]] QColor color(QIcon::Mode mode) const {
    const auto &theme = Theme::of(QGuiApplication::palette());
    return mode == QIcon::Disabled ? theme.disabled : theme.color(m_tone);
  }

  QString m_name;
  Tone m_tone;
};

} // namespace

QIcon icon(const QString &name, Tone tone) { return QIcon(new IconEngine(name, tone)); }

void drawIcon(QPainter *painter, const QString &name, const QRectF &rect, const QColor &color) {
  const int pixels = qRound(std::min(rect.width(), rect.height()));
  const QPointF corner(qRound(rect.center().x() - pixels / 2.0),
                       qRound(rect.center().y() - pixels / 2.0));
  painter->drawPixmap(corner, render(name, pixels, color, painter->device()->devicePixelRatioF()));
}

} // namespace tenantry::ui
