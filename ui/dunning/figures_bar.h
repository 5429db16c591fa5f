// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/dunning/dunning_figures.h"
#include <QWidget>

namespace tenantry::ui {

class KeyFigure;
class FigureTile;

/// The steps of the board with what stands in them, and what the month brought in and lost.
class FiguresBar : public QWidget {
  Q_OBJECT

public:
  explicit FiguresBar(QWidget *parent = nullptr);

  void show(const models::DunningFacts &facts, const Zone &zone);
  using QWidget::show;
  void setChosen(const std::optional<payments::DunningStep> &step);
  [[nodiscard]] FigureTile *tile(payments::DunningStep step) const { return m_tiles.at(step); }

Q_SIGNALS:
  void stepPressed(tenantry::payments::DunningStep step);

private:
  std::map<payments::DunningStep, FigureTile *> m_tiles;
  KeyFigure *m_recovered;
  KeyFigure *m_lost;
};

} // namespace tenantry::ui
