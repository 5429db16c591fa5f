// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/home/figure_rows_model.h"
#include "models/jobs/running_work.h"
#include "ui/home/figure_places.h"
#include <QWidget>

namespace tenantry::ui {

class ExportAction;
class FigureCells;
class RecordList;
class SectionHeader;
class TableView;

/// The rows behind one figure of the home, in full: each leads to its record.
class FigurePage : public QWidget {
  Q_OBJECT

public:
  FigurePage(models::Connection &connection, models::RunningWork &work, QWidget *pane);

  void show(const FigurePlace &place);
  using QWidget::show;
  void reload() { m_rows.refresh(); }
  /// Stops the loading, unless nobody can have noticed it, or ends a selection of several.
  bool stepBack();
  [[nodiscard]] bool isSettled() const;
  [[nodiscard]] models::FigureRowsModel &rows() { return m_rows; }
  [[nodiscard]] TableView *table() const { return m_table; }

Q_SIGNALS:
  void placeRequested(const tenantry::ui::Place &place);
  void settled();

private:
  void setUpTable();
  void showCount();

  models::FigureRowsModel m_rows;
  FigureCells *m_cells;
  SectionHeader *m_header;
  TableView *m_table;
  ExportAction *m_export;
  RecordList *m_records;
  FigurePlace m_place{payments::FigureList::Received};
};

} // namespace tenantry::ui
