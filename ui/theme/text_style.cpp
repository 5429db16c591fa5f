// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/text_style.h"
#include <QDir>
#include <QFontDatabase>
#include <array>

// The resources stand in a static library; outside of any namespace, as Q_INIT_RESOURCE asks.
static void initFontResources() { Q_INIT_RESOURCE(fonts); }

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

struct Scale {
  int pixels;
  QFont::Weight weight;
  double tracking = 0;
};

constexpr std::array<Scale, 11> scale{{{11, QFont::Normal},
                                       {11, QFont::Medium},
                                       {12, QFont::Normal},
                                       {12, QFont::Medium},
                                       {13, QFont::Normal},
                                       {13, QFont::Medium},
                                       {14, QFont::DemiBold},
                                       {16, QFont::DemiBold, -0.2},
                                       {20, QFont::DemiBold, -0.4},
                                       {26, QFont::DemiBold, -0.4},
                                       {12, QFont::Normal}}};

QFont makeFont(TextStyle style, Figures figures) {
  const Scale &s = scale[static_cast<std::size_t>(style)];
  QFont font(figures == Figures::Tabular ? u"Tenantry Tab"_s : u"Tenantry Text"_s);
  if (style == TextStyle::Mono)
    font.setFamily(u"Tenantry Mono"_s);
  font.setPixelSize(s.pixels);
  font.setWeight(s.weight);
  // Without hinting, text keeps its widths at every scale factor.
  font.setHintingPreference(QFont::PreferNoHinting);
  font.setStyleStrategy(QFont::StyleStrategy(QFont::PreferAntialias | QFont::NoSubpixelAntialias));
  if (s.tracking != 0)
    font.setLetterSpacing(QFont::AbsoluteSpacing, s.tracking);
  return font;
}

/// Made once: looking a font up for each painted cell costs more than painting it.
struct Fonts {
  std::vector<QFont> fonts;
  std::vector<QFontMetrics> metrics;

  Fonts() {
    for (const auto figures : {Figures::Proportional, Figures::Tabular})
      for (std::size_t i = 0; i < scale.size(); ++i)
        metrics.emplace_back(fonts.emplace_back(makeFont(static_cast<TextStyle>(i), figures)));
  }
  static std::size_t index(TextStyle style, Figures figures) {
    return static_cast<std::size_t>(figures) * scale.size() + static_cast<std::size_t>(style);
  }
};

const Fonts &fontTable() {
  static const Fonts table;
  return table;
}

} // namespace

bool loadFonts() {
  initFontResources();
  const QDir folder(u":/fonts"_s);
  const auto files = folder.entryList({u"*.otf"_s, u"*.ttf"_s});
  return !files.isEmpty() &&
         std::all_of(files.begin(), files.end(), [&folder](const QString &file) {
           return QFontDatabase::addApplicationFont(folder.filePath(file)) >= 0;
         });
}

const QFont &textFont(TextStyle style, Figures figures) {
  return fontTable().fonts[Fonts::index(style, figures)];
}

const QFontMetrics &textMetrics(TextStyle style, Figures figures) {
  return fontTable().metrics[Fonts::index(style, figures)];
}

} // namespace tenantry::ui
