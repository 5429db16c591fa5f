// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/business/business_plan.h"
#include <QStackedWidget>

namespace tenantry::ui {

class EmptyState;
class FactRows;
class Label;
class TableView;

/// What a change of plans would do to the live subscriptions: by plan, currency and interval.
class EffectPage : public QStackedWidget {
  Q_OBJECT

public:
  explicit EffectPage(QWidget *parent = nullptr);

  void show(const subscriptions::PlanReport &report);
  using QWidget::show;
  [[nodiscard]] TableView *table() const { return m_table; }

private:
  FactRows *m_rows;
  TableView *m_table;
  Label *m_note;
  EmptyState *m_empty;
};

} // namespace tenantry::ui
