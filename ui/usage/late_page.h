// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/usage/late_list_model.h"
#include "ui/lists/list_page.h"

namespace tenantry::ui {

/// What came when its period was over: how late, and what became of it.
class LatePage : public ListPage {
  Q_OBJECT

public:
  LatePage(models::Connection &connection, models::RunningWork &work, QWidget *pane);

  void setMetrics(const QStringList &metrics) { m_metrics = metrics; } ///< that may be chosen
  [[nodiscard]] models::LateListModel &list() { return m_list; }

protected:
  void showCount() override;

private:
  LatePage(models::Connection &connection, models::RunningWork &work, models::LateListModel *list,
           QWidget *pane);
  [[nodiscard]] static ListSpec specOf(const LatePage *page);
  [[nodiscard]] static ListTable tableOf();

  models::LateListModel &m_list;
  QStringList m_metrics;
};

} // namespace tenantry::ui
