// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/connection/connection.h"
#include "models/ledger/revenue_outlook.h"
#include <QStackedWidget>

class QPushButton;

namespace tenantry::ui {

class BarChart;
class Chip;
class EmptyState;
class KeyFigure;
class Label;

/// What was sold in advance and becomes revenue, month by month.
class RevenuePage : public QStackedWidget {
  Q_OBJECT

public:
  RevenuePage(models::Connection &connection, models::RunningWork &work, QWidget *parent = nullptr);

  void begin() { m_outlook.begin(); }
  void reload() { m_outlook.reload(); }
  [[nodiscard]] bool isSettled() const { return !m_outlook.isFetching(); }
  [[nodiscard]] models::RevenueOutlook &outlook() { return m_outlook; }
  [[nodiscard]] BarChart *chart() const { return m_chart; }
  [[nodiscard]] KeyFigure *deferred() const { return m_deferred; }

Q_SIGNALS:
  void settled();

private:
  [[nodiscard]] QWidget *makePage();
  [[nodiscard]] QWidget *makeFigures();
  void showOutlook();
  void showSchedule(const billing::RevenueSchedule &schedule);
  void showNone();
  void chooseCurrency();

  const Zone m_zone;
  models::RevenueOutlook m_outlook;
  std::vector<Currency> m_currencies;
  std::optional<Currency> m_shown;
  Chip *m_currency;
  KeyFigure *m_deferred;
  KeyFigure *m_next;
  KeyFigure *m_last;
  Label *m_note;
  QPushButton *m_again;
  BarChart *m_chart;
  EmptyState *m_state;
};

} // namespace tenantry::ui
