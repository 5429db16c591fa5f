// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/home/home_facts.h"
#include "ui/widgets/card.h"

namespace tenantry::ui {

class WaterfallChart;

/// How MRR came from the first of the month to today, in the currency that has most of it.
class MrrCard : public Card {
  Q_OBJECT

public:
  explicit MrrCard(QWidget *parent = nullptr);

  void show(const models::HomeFacts &facts);
  using QWidget::show;

private:
  WaterfallChart *m_chart;
};

} // namespace tenantry::ui
