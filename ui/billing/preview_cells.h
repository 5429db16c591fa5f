// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/billing/preview_list.h"
#include "ui/lists/row_cells.h"

namespace tenantry::ui {

/// Dresses PreviewList for CellDelegate.
class PreviewCells : public RowCells<models::PreviewRow, models::PreviewList> {
  Q_OBJECT

public:
  using RowCells::RowCells;

  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
  [[nodiscard]] CellKind kind(int column) const override;
  [[nodiscard]] QVariant cell(const models::PreviewRow &row, int column, int role) const override;
};

} // namespace tenantry::ui
