// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/business/what_if_reading.h"
#include "ui/shell/place.h"
#include <QWidget>

class QPushButton;
class QSpinBox;

namespace tenantry::ui {

class EmptyState;
class FactRows;
class KeyFigure;
class Label;
class TableView;

/// What was sold and used in the last months, rated again by the chosen files: who would have paid
/// more or less, and who would be over a new limit today. A customer leads to their record.
class WhatIfPage : public QWidget {
  Q_OBJECT

public:
  WhatIfPage(models::Connection &connection, models::RunningWork &work, QWidget *parent = nullptr);

  /// The files that are rated by, and why not where they cannot be.
  void setWanted(const std::shared_ptr<const business::Business> &wanted);
  void setBlocked(const QString &reason);
  void run(); ///< rates again, or cancels where it is being done
  [[nodiscard]] models::WhatIfReading &reading() { return m_reading; }
  [[nodiscard]] QSpinBox *months() const { return m_months; }
  [[nodiscard]] QPushButton *button() const { return m_run; }
  [[nodiscard]] TableView *customers() const { return m_customerTable; }
  [[nodiscard]] TableView *plans() const { return m_planTable; }

Q_SIGNALS:
  void placeRequested(const tenantry::ui::Place &place);
  void settled();

private:
  [[nodiscard]] QWidget *makePage();
  [[nodiscard]] QWidget *makeHead();
  void showReading();
  void showReport(const billing::WhatIf &report);
  void showPlans(const billing::WhatIf &report);
  void showCustomers(const billing::WhatIf &report);
  void showLimits(const billing::WhatIf &report);
  void showWhetherPossible();

  const Zone m_zone;
  models::WhatIfReading m_reading;
  std::shared_ptr<const business::Business> m_wanted;
  QString m_blocked;
  QSpinBox *m_months;
  QPushButton *m_run;
  KeyFigure *m_more;
  KeyFigure *m_less;
  KeyFigure *m_same;
  KeyFigure *m_over;
  Label *m_note;
  FactRows *m_plans;
  FactRows *m_customers;
  FactRows *m_limits;
  TableView *m_planTable;
  TableView *m_customerTable;
  TableView *m_limitTable;
  std::vector<OrganizationId> m_customerIds, m_limitIds;
  EmptyState *m_state;
};

} // namespace tenantry::ui
