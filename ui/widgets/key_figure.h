// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/theme/tone.h"
#include <QWidget>

namespace tenantry::ui {

class FigureLine;
class Label;

/// Says on hover and to screen readers how a figure is computed, and as of when (`formatAsOf`).
void explainFigure(QWidget *figure, const QString &formula, const QString &asOf = {});

/// Caption, figure and one line below that says how it stands ("+8.1% vs Oct").
class KeyFigure : public QWidget {
public:
  enum class Size {
    Large,
    Small
  }; ///< 20 px for figures of a pane, 14 px for the facts of one record

  explicit KeyFigure(const QString &caption, Size size = Size::Large, QWidget *parent = nullptr);

  void setFigure(const QString &figure); ///< of two lines: smaller
  /// How it is computed, and as of when: every figure says it.
  void setFormula(const QString &formula, const QString &asOf = {});
  void setLine(const QString &line, Tone tone = Tone::Muted);
  /// Where there is not room for all figures of a row: the line gives way, elided.
  void setTight(bool isTight);
  [[nodiscard]] QString elidedLine() const; ///< all of it, where it is; else empty

private:
  void updateName();

  Size m_size;
  Label *m_caption;
  Label *m_figure;
  FigureLine *m_line;
};

} // namespace tenantry::ui
