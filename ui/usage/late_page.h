// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/jobs/running_work.h"
#include "models/usage/late_list_model.h"
#include "ui/lists/record_list.h"
#include "ui/shell/place.h"

namespace tenantry::ui {

class Chip;
class ElidedLabel;
class ExportAction;
class LateCells;
class ListColumns;

/// What came when its period was over: how late, and what became of it.
class LatePage : public QWidget {
  Q_OBJECT

public:
  LatePage(models::Connection &connection, models::RunningWork &work, QWidget *pane);

  void begin() { m_list.begin(); }
  void reload() { m_list.refresh(); }
  void setMetrics(const QStringList &metrics) { m_metrics = metrics; }
  [[nodiscard]] bool isSettled() const { return m_records->isSettled(); }
  bool stepBack();
  void focusFilter();
  [[nodiscard]] models::LateListModel &list() { return m_list; }
  [[nodiscard]] TableView *table() const { return m_table; }
  [[nodiscard]] ListColumns *columns() const { return m_columns; }
  [[nodiscard]] ExportAction *exporting() const { return m_export; }
  [[nodiscard]] QList<QWidget *> areas() const { return {m_records->area()}; }

Q_SIGNALS:
  void placeRequested(const tenantry::ui::Place &place);
  void settled();

private:
  [[nodiscard]] QWidget *makeFilterBar();
  [[nodiscard]] ListWords words();
  void setUpTable();
  void chooseMetric();
  void setMetric(const QString &metric);

  models::LateListModel m_list;
  QStringList m_metrics;
  LateCells *m_cells;
  Chip *m_metric;
  ElidedLabel *m_count;
  TableView *m_table;
  ExportAction *m_export;
  RecordList *m_records = nullptr;
  ListColumns *m_columns = nullptr;
};

} // namespace tenantry::ui
