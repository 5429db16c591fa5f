// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/jobs/running_work.h"
#include "models/subscriptions/subscription_list_model.h"
#include "ui/lists/record_list.h"
#include "ui/shell/pane.h"

namespace tenantry::ui {

class Chip;
struct Facet;
class ExportAction;
class ListActs;
class ListColumns;
class ListViews;
class SectionHeader;
class SubscriptionCells;

/// Subscriptions over all organizations by their renewal. One opens where it is changed: in its
/// organization's record.
class SubscriptionsPane : public Pane {
  Q_OBJECT

public:
  SubscriptionsPane(models::Connection &connection, models::RunningWork &work,
                    QWidget *parent = nullptr);

  [[nodiscard]] QString title() const override;
  [[nodiscard]] QChar letter() const override { return u'S'; }
  [[nodiscard]] QString iconName() const override;
  [[nodiscard]] Place home() const override;
  [[nodiscard]] bool holds(const Place &place) const override;
  void open(const Place &place) override;
  void reload() override { m_list.refresh(); }
  void focusFilter() override;
  bool stepBack() override;
  [[nodiscard]] bool isSettled() const override { return m_records->isSettled(); }

  void setFilter(const models::SubscriptionFilter &filter);
  [[nodiscard]] models::SubscriptionListModel &list() { return m_list; }
  [[nodiscard]] TableView *table() const { return m_table; }
  [[nodiscard]] ListColumns *columns() const { return m_columns; }
  [[nodiscard]] ListActs *acts() const { return m_acts; }

private:
  [[nodiscard]] QWidget *makeFilterBar();
  [[nodiscard]] ListWords words();
  void setUpTable();
  void setUpActs(models::RunningWork &work);
  void connectList();
  void showFilter();
  void showCount();
  void chooseStatus();
  void choosePlan();
  void chooseRenewal();
  void chooseScheduled();
  /// A value of the filter, by what sets it.
  [[nodiscard]] Facet facet(const QString &text, const QString &key,
                            const std::function<void(models::SubscriptionFilter &)> &set);
  void showFacets(Chip *chip, const QString &setting, const QList<Facet> &facets);

  models::Connection &m_connection;
  models::SubscriptionListModel m_list;
  SubscriptionCells *m_cells;
  SectionHeader *m_header;
  Chip *m_status;
  Chip *m_plan;
  Chip *m_renewal;
  Chip *m_scheduled;
  Chip *m_view;
  TableView *m_table;
  ExportAction *m_export;
  RecordList *m_records = nullptr;
  ListColumns *m_columns = nullptr;
  ListViews *m_views = nullptr;
  ListActs *m_acts = nullptr;
};

} // namespace tenantry::ui
