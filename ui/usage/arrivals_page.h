// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/usage/usage_figures.h"
#include "ui/widgets/scroll_page.h"

namespace tenantry::ui {

class Card;
class KeyFigure;
class LineChart;

/// How many events come in, hour by hour.
class ArrivalsPage : public ScrollPage {
  Q_OBJECT

public:
  explicit ArrivalsPage(Zone zone, QWidget *parent = nullptr);

  void show(const models::UsageFacts &facts);
  using QWidget::show;
  [[nodiscard]] LineChart *chart() const { return m_chart; }
  [[nodiscard]] KeyFigure *lastDay() const { return m_lastDay; }

private:
  const Zone m_zone;
  KeyFigure *m_lastDay;
  KeyFigure *m_rate;
  KeyFigure *m_most;
  Card *m_card;
  LineChart *m_chart;
};

} // namespace tenantry::ui
