// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/usage/usage_figures.h"
#include "models/usage/usage_list_model.h"
#include "ui/lists/list_page.h"

namespace tenantry::ui {

class FigureTile;

/// Who uses most of a metric, and who has reached how much of the limit.
class StandingsPage : public ListPage {
  Q_OBJECT

public:
  StandingsPage(models::Connection &connection, models::RunningWork &work, QWidget *pane);

  void show(const models::UsageFacts &facts);
  using QWidget::show;
  void setFilter(const usage::StandingFilter &filter) { m_list.setFilter(filter); }
  /// As it was kept, where that is of this metric or none is asked for. Who has reached that much
  /// of the limit; none: that stays.
  void restore(const QString &metric, std::optional<int> level);
  [[nodiscard]] models::UsageListModel &list() { return m_list; }
  [[nodiscard]] FigureTile *tile(int level) const { return m_tiles.at(level); }

Q_SIGNALS:
  void metricChosen(const QString &metric);

protected:
  void showFilter() override;

private:
  StandingsPage(models::Connection &connection, models::RunningWork &work,
                models::UsageListModel *list, QWidget *pane);
  [[nodiscard]] static ListSpec specOf(const StandingsPage *page);
  [[nodiscard]] static ListTable tableOf();
  [[nodiscard]] QWidget *makeTiles();

  const Zone m_zone;
  models::UsageListModel &m_list;
  QString m_metric; ///< that the figures are of
  QStringList m_metrics;
  std::map<int, FigureTile *> m_tiles; ///< by percent
};

} // namespace tenantry::ui
