// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/forms/draft_store.h"
#include "models/jobs/running_work.h"
#include "models/organizations/organization_list_model.h"
#include "ui/lists/record_list.h"
#include "ui/shell/pane.h"

namespace tenantry::ui {

class Chip;
struct Facet;
class ExportAction;
class Label;
class ListActs;
class ListColumns;
class ListViews;
class OrganizationCells;
class OrganizationDetail;
class OrganizationForms;
class SearchField;
class SectionHeader;

/// All organizations: a filtered, sorted list, and the record of the one that is selected.
class OrganizationsPane : public Pane {
  Q_OBJECT

public:
  OrganizationsPane(models::Connection &connection, models::RunningWork &work,
                    QWidget *parent = nullptr);

  [[nodiscard]] QString title() const override;
  [[nodiscard]] QString heading() const override;
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

  void keepDraftsIn(models::DraftStore &drafts); ///< of its forms
  void setFilter(const models::OrganizationFilter &filter);
  [[nodiscard]] models::OrganizationListModel &list() { return m_list; }
  [[nodiscard]] TableView *table() const { return m_table; }
  [[nodiscard]] RecordList *records() const { return m_records; }
  [[nodiscard]] ListColumns *columns() const { return m_columns; }
  [[nodiscard]] ListViews *views() const { return m_views; }
  [[nodiscard]] ListActs *acts() const { return m_acts; }
  [[nodiscard]] OrganizationForms *forms() const { return m_forms; }
  [[nodiscard]] ExportAction *exporting() const { return m_export; }
  [[nodiscard]] OrganizationDetail *detail() const { return m_detail; }

Q_SIGNALS:
  void importRequested();

private:
  [[nodiscard]] QWidget *makeFilterBar();
  [[nodiscard]] ListWords words();
  [[nodiscard]] EmptyStateContent noMatch() const;
  [[nodiscard]] EmptyStateContent none() const;
  void setUpTable();
  void connectList();
  void showCount();
  void showFilter();
  void showChips();
  void chooseStatus();
  void choosePlan();
  void chooseNarrowed();
  void showFacets(Chip *chip, const QString &setting, const QList<Facet> &facets);
  void reportSettled();
  [[nodiscard]] OrganizationId selected() const;
  [[nodiscard]] Place place() const;

  models::Connection &m_connection;
  models::OrganizationListModel m_list;
  OrganizationCells *m_cells;
  SectionHeader *m_header;
  SearchField *m_search;
  Chip *m_status;
  Chip *m_plan;
  Chip *m_narrowed;
  Chip *m_view;
  Label *m_matches;
  TableView *m_table;
  ExportAction *m_export;
  OrganizationDetail *m_detail;
  OrganizationForms *m_forms;
  RecordList *m_records = nullptr;
  ListColumns *m_columns = nullptr;
  ListViews *m_views = nullptr;
  ListActs *m_acts = nullptr;
};

} // namespace tenantry::ui
