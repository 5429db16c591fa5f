// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QColor>

namespace tenantry::ui {

inline constexpr double textContrast = 4.5;     ///< WCAG 2.1, 1.4.3 (AA)
inline constexpr double graphicsContrast = 3.0; ///< WCAG 2.1, 1.4.11

/// The contrast ratio of WCAG 2.1 between two opaque colours, 1 to 21.
[[nodiscard]] double contrast(const QColor &a, const QColor &b);

/// `preferred` where it is readable on the background, else black or white, whichever is more so.
[[nodiscard]] QColor readableOn(const QColor &background, const QColor &preferred);

} // namespace tenantry::ui
