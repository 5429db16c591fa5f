// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/skeleton.h"
#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"
#include <QCoreApplication>
#include <QPainter>
#include <array>

using namespace std::chrono_literals;

namespace tenantry::ui {

namespace {

constexpr auto delay = 300ms;
constexpr int tileSize = 28, textStart = tileSize + space::x3, figureWidth = 72;
/// Names have different lengths; their shares of the space for them, repeated.
constexpr std::array nameShares{0.56, 0.45, 0.66, 0.50, 0.59, 0.40};

void drawRow(QPainter *painter, const QRect &row, double share, const Theme &theme) {
  const auto block = [&](const QRect &rect, int corner, double opacity) {
    painter->setOpacity(opacity);
    drawSurface(painter, placed(*painter, row, rect), corner, theme.track, Qt::transparent, 0);
  };
  const int middle = row.center().y(), names = row.width() - textStart - figureWidth - space::x8;
  block(QRect(row.left(), middle - tileSize / 2, tileSize, tileSize), tileSize / 4, 1);
  block(QRect(row.left() + textStart, middle - 12, int(names * share), 9), 4, 1);
  block(QRect(row.left() + textStart, middle + 3, int(names * share * 0.6), 7), 3, 0.6);
  block(QRect(row.right() - figureWidth, middle - 5, figureWidth, 9), 4, 1);
}

} // namespace

Skeleton::Skeleton(QWidget *parent) : QWidget(parent) {
  m_delay.setSingleShot(true);
  m_delay.callOnTimeout(this, qOverload<>(&QWidget::update));
  setAccessibleName(QCoreApplication::translate("Skeleton", "Loading"));
}

void Skeleton::showEvent(QShowEvent *) { m_delay.start(delay); }

void Skeleton::paintEvent(QPaintEvent *) {
  if (m_delay.isActive())
    return;
  QPainter painter(this);
  const auto &theme = Theme::of(this);
  const QRect area = rect().adjusted(space::x3, 0, -space::x3, 0);
  for (int i = 0; (i + 1) * height::twoLineRow <= area.height(); ++i)
    drawRow(&painter, QRect(area.left(), i * height::twoLineRow, area.width(), height::twoLineRow),
            nameShares[std::size_t(i) % nameShares.size()], theme);
}

} // namespace tenantry::ui
