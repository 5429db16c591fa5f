// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/contrast.h"
#include <algorithm>
#include <cmath>

namespace tenantry::ui {

namespace {

double linear(double channel) {
  return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

/// Relative luminance, WCAG 2.1.
double luminance(const QColor &color) {
  return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) +
         0.0722 * linear(color.blueF());
}

} // namespace

double contrast(const QColor &a, const QColor &b) {
  const auto [darker, lighter] = std::minmax({luminance(a), luminance(b)});
  return (lighter + 0.05) / (darker + 0.05);
}

QColor readableOn(const QColor &background, const QColor &preferred) {
  if (contrast(background, preferred) >= textContrast)
    return preferred;
  const QColor black(Qt::black), white(Qt::white);
  return contrast(background, black) > contrast(background, white) ? black : white;
}

} // namespace tenantry::ui
