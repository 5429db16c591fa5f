// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/dunning/dunning_figures.h"
#include "models/dunning/dunning_list_model.h"
#include "models/dunning/dunning_view.h"
#include "models/jobs/running_work.h"
#include "ui/lists/record_list.h"
#include "ui/shell/pane.h"

class QPushButton;

namespace tenantry::ui {

class Chip;
class DunningCells;
class DunningDetail;
class ExportAction;
class FiguresBar;
class Label;
class ListActs;
class ListColumns;
class ListViews;
struct Facet;
class SearchField;
class SectionHeader;

/// The board of dunning: steps with what stands in them, the cases by what comes next, and the one
/// that is looked at.
class DunningPane : public Pane {
  Q_OBJECT

public:
  DunningPane(models::Connection &connection, models::RunningWork &work, QWidget *parent = nullptr);

  [[nodiscard]] QString title() const override;
  [[nodiscard]] QString heading() const override;
  [[nodiscard]] QChar letter() const override { return u'D'; }
  [[nodiscard]] QString iconName() const override;
  [[nodiscard]] Tone countTone() const override { return Tone::Danger; }
  [[nodiscard]] Place home() const override;
  [[nodiscard]] bool holds(const Place &place) const override;
  void open(const Place &place) override;
  void reload() override;
  void focusFilter() override;
  bool stepBack() override;
  [[nodiscard]] QList<QWidget *> areas() override;
  [[nodiscard]] bool isSettled() const override;

  void setFilter(const payments::DunningFilter &filter);
  [[nodiscard]] models::DunningListModel &list() { return m_list; }
  [[nodiscard]] const models::DunningView &chosen() const { return m_chosen; }
  [[nodiscard]] TableView *table() const { return m_table; }
  [[nodiscard]] RecordList *records() const { return m_records; }
  [[nodiscard]] ListColumns *columns() const { return m_columns; }
  [[nodiscard]] ListViews *views() const { return m_views; }
  [[nodiscard]] ListActs *acts() const { return m_acts; }
  [[nodiscard]] DunningDetail *detail() const { return m_detail; }
  [[nodiscard]] FiguresBar *bar() const { return m_bar; }

private:
  [[nodiscard]] QWidget *makeFilterBar();
  [[nodiscard]] ListWords words();
  void lay();
  void setUpTable();
  void setUpActs();
  void connectList();
  void connectChosen();
  void chooseCase(const QString &key);
  void showFacts();
  void showFilter();
  void chooseDecline();
  void chooseCurrency();
  void showFacets(Chip *chip, const QString &setting, const QList<Facet> &facets);
  void tell(const QString &what, const QString &where, Tone tone);
  void reportSettled();
  [[nodiscard]] Place place() const;

  models::Connection &m_connection;
  models::DunningListModel m_list;
  models::DunningView m_chosen;
  models::DunningFigures m_figures;
  DunningCells *m_cells;
  SectionHeader *m_header;
  SearchField *m_search;
  Chip *m_decline;
  Chip *m_currency;
  Chip *m_view;
  Label *m_lately;
  FiguresBar *m_bar;
  TableView *m_table;
  ExportAction *m_export;
  QPushButton *m_retry;
  DunningDetail *m_detail;
  RecordList *m_records = nullptr;
  ListColumns *m_columns = nullptr;
  ListViews *m_views = nullptr;
  ListActs *m_acts = nullptr;
};

} // namespace tenantry::ui
