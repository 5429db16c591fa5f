// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/home/home_facts.h"
#include "ui/shell/place.h"
#include "ui/widgets/card.h"

namespace tenantry::ui {

class WaterfallChart;

/// How MRR came from the first of the month to today, in the currency that has most of it.
class MrrCard : public Card {
  Q_OBJECT

public:
  explicit MrrCard(QWidget *parent = nullptr);

  void show(const models::HomeFacts &facts, const QString &asOf);
  using QWidget::show;

Q_SIGNALS:
  void placeRequested(const tenantry::ui::Place &place); ///< the rows behind a step

private:
  WaterfallChart *m_chart;
  QList<Place> m_places; ///< of the steps
};

} // namespace tenantry::ui
