// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/widgets/key_figure.h"
#include <QAbstractButton>

class QHBoxLayout;

namespace tenantry::ui {

/// A figure that leads to the rows behind it, when clicked. Its tool tip says how it is counted and
/// as of when.
class LinkFigure : public QAbstractButton {
  Q_OBJECT

public:
  explicit LinkFigure(const QString &caption, KeyFigure::Size size = KeyFigure::Size::Large,
                      QWidget *parent = nullptr);

  void setFigure(const QString &figure);
  void setLine(const QString &line, Tone tone = Tone::Muted);
  void setFormula(const QString &formula, const QString &asOf = {});
  void setTight(bool isTight) { m_figure->setTight(isTight); }
  [[nodiscard]] QSize sizeHint() const override;

protected:
  bool event(QEvent *event) override; ///< a line that is cut short is whole in the tool tip
  void addBeside(QWidget *widget);    ///< at the right of the figure
  void paintEvent(QPaintEvent *event) override;
  void keyPressEvent(QKeyEvent *event) override;

private:
  KeyFigure *m_figure;
  QHBoxLayout *m_row;
};

} // namespace tenantry::ui
