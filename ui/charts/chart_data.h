// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/charts/chart_unit.h"
#include <optional>
#include <set>
#include <vector>

namespace tenantry::ui {

/// What a place on the horizontal axis is called: in full where it is read, short below the axis.
struct ChartLabel {
  QString text; ///< "15 Nov 2026"
  QString axis; ///< "15 Nov"
};

enum class ChartRole {
  Main,
  Comparison, ///< dashed grey: the period before
  Limit,      ///< dashed, with its name on it: what is included
};

struct ChartSeries {
  QString name;
  ChartRole role = ChartRole::Main;
  std::vector<std::optional<qint64>> values; ///< one for each label; none: nothing is known there
};

/// What a chart shows, and its table says: the same numbers, exactly. Of a heat map each series is
/// a row.
struct ChartData {
  QString title;      ///< what screen readers call it
  QString labelsName; ///< what the labels are: "Month"
  ChartUnit unit;
  std::vector<ChartLabel> labels;
  std::vector<ChartSeries> series;
  std::optional<std::size_t> emphasized; ///< the bar that it is about; the others are grey
  bool isAlarming = false;               ///< that one stands out: it is red
  std::set<std::size_t> totals;          ///< of a waterfall: sums between the steps

  [[nodiscard]] bool isEmpty() const;                 ///< there is no value at all
  [[nodiscard]] bool isStep(std::size_t label) const; ///< of a waterfall
  [[nodiscard]] std::optional<qint64> value(std::size_t series, std::size_t label) const;
  /// Exact; a step of a waterfall with its sign. An en dash where nothing is known.
  [[nodiscard]] QString valueText(std::size_t series, std::size_t label,
                                  const QLocale &locale) const;
  /// "15 Nov 2026: This period 6.99 M, Previous 6.88 M".
  [[nodiscard]] QString pointText(std::size_t label, const QLocale &locale) const;
  /// All of it in words, at most so many points.
  [[nodiscard]] QString summary(std::size_t most, const QLocale &locale) const;
};

[[nodiscard]] ChartLabel dayLabel(LocalDay day, const QLocale &locale);
[[nodiscard]] ChartLabel monthLabel(LocalDay day, const QLocale &locale); ///< "Nov 2026", "Nov"
/// Below the axis: "Nov", and "Nov 2026" where months of two years would read alike.
[[nodiscard]] QStringList monthAxis(const std::vector<LocalDay> &days, const QLocale &locale);

} // namespace tenantry::ui
