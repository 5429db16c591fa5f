// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/charts/chart_unit.h"
#include "ui/shell/place.h"
#include "ui/widgets/link_figure.h"

namespace tenantry::ui {

class Sparkline;

/// A figure of the home: it leads to a place, and may show how it came to be.
class FigureButton : public LinkFigure {
  Q_OBJECT

public:
  explicit FigureButton(const QString &caption, QWidget *parent = nullptr);

  struct Content {
    QString figure;
    QString line;
    Tone tone = Tone::Muted; ///< of the line
    QString formula{};       ///< with its "as of"
    Place place{};
    QList<qint64> course{}; ///< how the figure came to be, oldest first; none: not shown
    ChartUnit unit{};       ///< of the course
  };
  void show(const Content &content);
  using QWidget::show;
  [[nodiscard]] const Place &place() const { return m_place; }

Q_SIGNALS:
  void placeRequested(const tenantry::ui::Place &place);

private:
  const QString m_caption;
  Sparkline *m_course;
  Place m_place;
};

} // namespace tenantry::ui
