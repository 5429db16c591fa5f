// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/jobs/running_work.h"
#include "models/ledger/ledger_book.h"
#include "models/ledger/open_items_model.h"
#include "ui/lists/record_list.h"
#include "ui/shell/place.h"

namespace tenantry::ui {

class ExportAction;
class FigureTile;
class IssuedCells;
class ListColumns;

/// What customers owe: how long it is due, and the invoices themselves.
class OpenItemsPage : public QWidget {
  Q_OBJECT

public:
  OpenItemsPage(models::Connection &connection, models::RunningWork &work, QWidget *pane);

  void show(const models::BookFacts &facts);
  using QWidget::show;
  void begin();
  void reload() { m_list.refresh(); }
  [[nodiscard]] bool isSettled() const { return m_records->isSettled(); }
  bool stepBack();
  [[nodiscard]] models::OpenItemsModel &list() { return m_list; }
  [[nodiscard]] TableView *table() const { return m_table; }
  [[nodiscard]] FigureTile *tile(billing::DueAge age) const { return m_tiles.at(age); }
  [[nodiscard]] ListColumns *columns() const { return m_columns; }
  [[nodiscard]] ExportAction *exporting() const { return m_export; }
  [[nodiscard]] QList<QWidget *> areas() const { return {m_records->area()}; }

Q_SIGNALS:
  void placeRequested(const tenantry::ui::Place &place);
  void settled();

private:
  [[nodiscard]] QWidget *makeTiles();
  [[nodiscard]] ListWords words();
  void setUpTable();
  void setAge(std::optional<billing::DueAge> age);

  const Zone m_zone;
  models::OpenItemsModel m_list;
  IssuedCells *m_cells;
  std::map<billing::DueAge, FigureTile *> m_tiles;
  TableView *m_table;
  ExportAction *m_export;
  RecordList *m_records = nullptr;
  ListColumns *m_columns = nullptr;
};

} // namespace tenantry::ui
