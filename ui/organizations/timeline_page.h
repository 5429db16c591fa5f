// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/jobs/running_work.h"
#include "models/timeline/timeline_list_model.h"
#include "ui/lists/record_list.h"
#include "ui/shell/place.h"

namespace tenantry::ui {

class Chip;
class ElidedLabel;
class ExportAction;
class ListColumns;
class TimelineCells;

/// All that happened to a record: events, payments, and each field that was changed with what stood
/// in it before.
class TimelinePage : public QWidget {
  Q_OBJECT

public:
  TimelinePage(models::Connection &connection, models::RunningWork &work, QWidget *pane);

  /// Whose; it is read once the page is looked at. Times are of that zone.
  void show(const OrganizationId &organization, const Zone &zone,
            const std::optional<InvoiceId> &invoice = {});
  [[nodiscard]] bool isSettled() const { return !isVisible() || m_records->isSettled(); }
  [[nodiscard]] models::TimelineListModel &list() { return m_list; }
  [[nodiscard]] TableView *table() const { return m_table; }
  [[nodiscard]] ExportAction *exporting() const { return m_export; }
  void setWhat(audit::TimelineScope::What what);
  bool stepBack();

Q_SIGNALS:
  void placeRequested(const tenantry::ui::Place &place);
  void settled();

protected:
  void showEvent(QShowEvent *event) override;

private:
  [[nodiscard]] QWidget *makeFilterBar();
  [[nodiscard]] ListWords words();
  void setUpTable();
  void chooseWhat();
  void showCount();
  void open(const QModelIndex &index);

  models::TimelineListModel m_list;
  OrganizationId m_organization;
  std::optional<InvoiceId> m_invoice;
  TimelineCells *m_cells;
  Chip *m_what;
  ElidedLabel *m_count;
  TableView *m_table;
  ExportAction *m_export;
  RecordList *m_records = nullptr;
  ListColumns *m_columns = nullptr;
};

} // namespace tenantry::ui
