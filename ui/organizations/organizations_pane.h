// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/jobs/running_work.h"
#include "models/organizations/organization_list_model.h"
#include "ui/shell/pane.h"

class QStackedWidget;

namespace tenantry::ui {

class Chip;
class EmptyState;
class ExportAction;
class Label;
class OrganizationCells;
class OrganizationDetail;
class ProgressLine;
class SearchField;
class SectionHeader;
class TableView;

/// All organizations: a filtered, sorted list, and the record of the one that is selected.
class OrganizationsPane : public Pane {
  Q_OBJECT

public:
  OrganizationsPane(models::Connection &connection, models::RunningWork &work,
                    QWidget *parent = nullptr);

  [[nodiscard]] QString title() const override;
  [[nodiscard]] QString iconName() const override;
  [[nodiscard]] Place home() const override { return {}; }
  [[nodiscard]] QChar letter() const override { return u'O'; }
  [[nodiscard]] bool holds(const Place &place) const override;
  void open(const Place &place) override;
  void reload() override;
  void focusFilter() override;
  bool stepBack() override;
  [[nodiscard]] QList<QWidget *> areas() override;
  [[nodiscard]] QList<Part> partsOf(const Place &record, const QString &name) const override;
  [[nodiscard]] bool isSettled() const override;

  void setFilter(const models::OrganizationFilter &filter);
  [[nodiscard]] models::OrganizationListModel &list() { return m_list; }
  [[nodiscard]] TableView *table() const { return m_table; }
  [[nodiscard]] ExportAction *exporting() const { return m_export; }
  [[nodiscard]] OrganizationDetail *detail() const { return m_detail; }

Q_SIGNALS:
  void importRequested();

private:
  [[nodiscard]] QWidget *makeListSide();
  [[nodiscard]] QWidget *makeFilterBar();
  void setUpTable();
  void connectList();
  void showState();
  void showNone();
  void showCount();
  void showChips();
  void chooseStatus();
  void choosePlan();
  void onCurrentRow(const QModelIndex &current);
  void restoreSelection();
  void reportVisibleRows();
  void reportSettled();
  [[nodiscard]] Place place() const;

  models::Connection &m_connection;
  models::OrganizationListModel m_list;
  OrganizationCells *m_cells;
  SectionHeader *m_header;
  SearchField *m_search;
  Chip *m_status;
  Chip *m_plan;
  Label *m_matches;
  ProgressLine *m_progress;
  TableView *m_table;
  ExportAction *m_export;
  EmptyState *m_empty;
  QStackedWidget *m_listPages;
  OrganizationDetail *m_detail;
  OrganizationId m_selected;
  bool m_isRestoring = false;
};

} // namespace tenantry::ui
