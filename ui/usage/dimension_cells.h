// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/usage/dimension_list_model.h"
#include "ui/lists/row_cells.h"

namespace tenantry::ui {

/// Dresses DimensionListModel for CellDelegate: a share is what ShareDelegate draws.
class DimensionCells : public RowCells<models::DimensionLine, models::DimensionListModel> {
  Q_OBJECT

public:
  /// The list outlives the cells.
  explicit DimensionCells(const models::DimensionListModel &list) : m_list(list) {}

  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
  [[nodiscard]] CellKind kind(int) const override { return CellKind::Text; }
  [[nodiscard]] bool isQuantity(int column) const override;
  [[nodiscard]] QVariant cell(const models::DimensionLine &row, int column,
                              int role) const override;
  [[nodiscard]] business::Metric metric() const;

  const models::DimensionListModel &m_list;
};

} // namespace tenantry::ui
