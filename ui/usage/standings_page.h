// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/jobs/running_work.h"
#include "models/usage/usage_figures.h"
#include "models/usage/usage_list_model.h"
#include "ui/lists/record_list.h"
#include "ui/shell/place.h"

namespace tenantry::ui {

class Chip;
class ExportAction;
class FigureTile;
class ListColumns;
class UsageCells;

/// Who uses most of a metric, and who has reached how much of the limit.
class StandingsPage : public QWidget {
  Q_OBJECT

public:
  StandingsPage(models::Connection &connection, models::RunningWork &work, QWidget *pane);

  void show(const models::UsageFacts &facts);
  using QWidget::show;
  void setFilter(const usage::StandingFilter &filter);
  void reload() { m_list.refresh(); }
  [[nodiscard]] bool isSettled() const { return m_records->isSettled(); }
  bool stepBack();
  void focusFilter();
  [[nodiscard]] models::UsageListModel &list() { return m_list; }
  [[nodiscard]] TableView *table() const { return m_table; }
  [[nodiscard]] FigureTile *tile(int level) const { return m_tiles.at(level); }
  [[nodiscard]] ListColumns *columns() const { return m_columns; }
  [[nodiscard]] ExportAction *exporting() const { return m_export; }
  [[nodiscard]] QList<QWidget *> areas() const { return {m_records->area()}; }

Q_SIGNALS:
  void metricChosen(const QString &metric);
  void placeRequested(const tenantry::ui::Place &place);
  void settled();

private:
  [[nodiscard]] QWidget *makeFilters();
  [[nodiscard]] ListWords words();
  void setUpTable();
  void chooseMetric();
  void setLevel(int level);
  void showFilter();

  const Zone m_zone;
  models::UsageListModel m_list;
  QStringList m_metrics;
  UsageCells *m_cells;
  Chip *m_metric;
  std::map<int, FigureTile *> m_tiles; ///< by percent
  TableView *m_table;
  ExportAction *m_export;
  RecordList *m_records = nullptr;
  ListColumns *m_columns = nullptr;
};

} // namespace tenantry::ui
