// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QFontMetrics>
#include <QStringList>

/// Facts that stand in one line behind each other, "12 Nov 2026 · $490.00": a date or a number that
/// is cut would be read as another.
namespace tenantry::ui {

/// As many of the parts as have room, whole; the first alone is cut where it must be.
[[nodiscard]] QString elidedByParts(const QString &text, const QFontMetrics &metrics, int width);
/// In as many lines as that width needs, none of which begins or ends within a part.
[[nodiscard]] QStringList linesOfParts(const QString &text, const QFontMetrics &metrics, int width);

} // namespace tenantry::ui
