// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/usage/dimension_list_model.h"
#include "ui/usage/one_usage_page.h"

namespace tenantry::ui {

/// Which values of a dimension make up the usage of one organization in one period; each leads to
/// its events.
class DimensionPage : public OneUsagePage {
  Q_OBJECT

public:
  DimensionPage(models::Connection &connection, models::RunningWork &work, QWidget *pane);

  /// See DimensionListModel::show.
  void show(const models::AskedEvents &asked, const QString &by);
  using QWidget::show;
  [[nodiscard]] models::AskedEvents asked() const override { return m_list.asked(); }
  [[nodiscard]] Place place() const override;
  [[nodiscard]] models::DimensionListModel &list() { return m_list; }

protected:
  [[nodiscard]] const models::EventWords *words() const override { return m_list.words(); }
  void showCount() override;
  [[nodiscard]] EmptyStateContent none() const override;

private:
  DimensionPage(models::Connection &connection, models::RunningWork &work,
                models::DimensionListModel *list, QWidget *pane);
  [[nodiscard]] static ListSpec specOf(const DimensionPage *page);
  [[nodiscard]] static ListTable tableOf();

  models::DimensionListModel &m_list;
};

} // namespace tenantry::ui
