// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/usage/usage_list_model.h"
#include "ui/lists/row_cells.h"

namespace tenantry::ui {

/// Dresses UsageListModel for CellDelegate.
class UsageCells : public RowCells<usage::Standing, models::UsageListModel> {
  Q_OBJECT

public:
  /// The list outlives the cells.
  explicit UsageCells(const models::UsageListModel &list) : m_list(list) {}

  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
  [[nodiscard]] CellKind kind(int column) const override;
  [[nodiscard]] CellKind kindAt(const QModelIndex &source) const override;
  [[nodiscard]] bool isQuantity(int column) const override;
  [[nodiscard]] QVariant cell(const usage::Standing &row, int column, int role) const override;
  [[nodiscard]] QString quantity(std::int64_t quantity) const;

  const models::UsageListModel &m_list;
};

} // namespace tenantry::ui
