// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QFont>
#include <QFontMetrics>

namespace tenantry::ui {

/// The type scale. Pixels and weight: Caption 11, Meta 12, Body 13, Section 14, Title 16, KeyFigure
/// 20, Display 26; "Strong" is medium weight, from Section on it is semibold.
enum class TextStyle {
  Caption,       ///< axis labels
  CaptionStrong, ///< table header, badge, group of the navigation
  Meta,          ///< second line, timestamp, status bar
  MetaStrong,
  Body,       ///< cells, fields
  BodyStrong, ///< buttons, names, titles of cards
  Section,
  Title,
  KeyFigure,
  Display,
  Mono,
};

/// Tabular figures have one width: for whatever stands in columns or changes while one looks at it.
enum class Figures { Proportional, Tabular };

/// Registers the fonts the console brings along. False if one of them is damaged.
[[nodiscard]] bool loadFonts();

/// Not called `font`: QWidget::font would hide it. Needs a QGuiApplication.
[[nodiscard]] const QFont &textFont(TextStyle style, Figures figures = Figures::Proportional);
[[nodiscard]] const QFontMetrics &textMetrics(TextStyle style,
                                              Figures figures = Figures::Proportional);

} // namespace tenantry::ui
