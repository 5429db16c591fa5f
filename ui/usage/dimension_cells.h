// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/usage/dimension_list_model.h"
#include "ui/lists/row_cells.h"

namespace tenantry::ui {

/// Dresses DimensionListModel for CellDelegate: a bar for each value.
class DimensionCells : public RowCells<models::DimensionLine, models::DimensionListModel> {
  Q_OBJECT

public:
  /// The list outlives the cells.
  explicit DimensionCells(const models::DimensionListModel &list) : m_list(list) {}

  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
  [[nodiscard]] CellKind kind(int column) const override;
  [[nodiscard]] CellKind kindAt(const QModelIndex &source) const override;
  [[nodiscard]] bool isQuantity(int column) const override;
  [[nodiscard]] QVariant cell(const models::DimensionLine &row, int column,
                              int role) const override;
  [[nodiscard]] business::Metric metric() const;

  const models::DimensionListModel &m_list;
};

} // namespace tenantry::ui
