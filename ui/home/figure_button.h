// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/charts/chart_unit.h"
#include "ui/shell/place.h"
#include "ui/theme/tone.h"
#include <QAbstractButton>

namespace tenantry::ui {

class KeyFigure;
class Sparkline;

/// A figure that leads to the rows behind it. Its tool tip says how it is counted and as of when.
class FigureButton : public QAbstractButton {
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
  [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
  void placeRequested(const tenantry::ui::Place &place);

protected:
  void paintEvent(QPaintEvent *event) override;
  void keyPressEvent(QKeyEvent *event) override;

private:
  const QString m_caption;
  KeyFigure *m_figure;
  Sparkline *m_course;
  Place m_place;
};

} // namespace tenantry::ui
