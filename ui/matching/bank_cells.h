// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/matching/bank_list_model.h"
#include "ui/lists/row_cells.h"

namespace tenantry::ui {

/// Dresses BankListModel for CellDelegate.
class BankCells : public RowCells<payments::KeptEntry, models::BankListModel> {
  Q_OBJECT

private:
  [[nodiscard]] CellKind kind(int column) const override;
  [[nodiscard]] QVariant cell(const payments::KeptEntry &kept, int column, int role) const override;
};

} // namespace tenantry::ui
